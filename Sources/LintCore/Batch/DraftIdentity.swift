/// Whose draft it is, what it is, and for which year: what has to be certain before drafts are compared.
package struct DraftIdentity: Sendable, Hashable {
  /// What stands before 预算 or 决算 in the title.
  package enum Scope: UInt8, Sendable {
    /// Neither of the two.
    case unstated
    /// 单位: one unit alone.
    case unit
    /// 部门: an authority with the units below it.
    case department
  }

  /// The name of the unit as the title has it.
  package var name: String
  /// The key of the name (``EntityKey``).
  package var key: UInt64
  /// Accounts of what was spent (决算), not a plan (预算).
  package var isFinal: Bool
  package var year: Int
  package var scope: Scope

  /// The title of the draft in few words.
  package var title: String {
    let owner =
      switch scope {
      case .unstated: ""
      case .unit: "单位"
      case .department: "部门"
      }
    return "\(name)\(year)年\(owner)\(isFinal ? "决算" : "预算")"
  }
}

/// The key of the name of a unit, however it is punctuated: 某局（本级） and 某局 are one unit.
enum EntityKey {
  /// The lengths of names of units, in units of text.
  private static let lengths = 4...40

  /// The key of a name, or `nil` if the text is too short or too long to be one.
  static func of(_ slice: Slice, _ units: Units) -> UInt64? {
    guard slice.count <= 2 * lengths.upperBound else { return nil }
    let kept = slice.indices.map { units[$0] }.filter(isLetter)
    return kept.withUnsafeBufferPointer { name in
      var body = Slice(0, name.count)
      for word in GrammarWords.ownLevel where name.ends(body, with: word) { body.upper -= word.count }
      return lengths.contains(body.count) ? name.key(body) : nil
    }
  }

  static func isLetter(_ unit: UInt16) -> Bool {
    Unit.isIdeograph(unit) || Unit.isDigit(unit) || (unit | 0x20 >= 0x61 && unit | 0x20 <= 0x7A)
  }
}

/// Reads whose draft it is from the lines of its cover, which may break the title anywhere.
struct CoverReader {
  let draft: Draft
  let units: Units

  private static let contents: Word = "目录"
  private static let accounts: Word = "决算"
  private static let plan: Word = "预算"
  private static let unit: Word = "单位"
  private static let department: Word = "部门"
  private static let kinds = WordList(["部门预算", "单位预算", "部门决算", "单位决算"])
  private static let prefixes = WordList(["附件", "关于"])
  private static let suffixes = WordList(["关于", "公布", "公开"])
  /// How many lines and units of a cover are read.
  private static let maximumLines = 12
  private static let maximumUnits = 100

  /// The identity, or `nil` if the cover does not give all of it.
  func identity() -> DraftIdentity? {
    let cover = cover()
    return cover.withUnsafeBufferPointer { identity($0) }
  }

  private func identity(_ cover: Units) -> DraftIdentity? {
    let all = Slice(0, cover.count)
    guard let at = yearStart(cover) else { return nil }
    var yearEnd = at + 5
    if yearEnd < cover.count, cover[yearEnd] == 0x5EA6 { yearEnd += 1 }
    let rest = Slice(yearEnd, all.upper)
    guard let kind = kindStart(cover, rest) else { return nil }
    // 某局2024年部门预算, or 2024年某局部门预算.
    var name = trimmed(cover, Slice(0, at))
    if name.count < 4 { name = trimmed(cover, Slice(yearEnd, kind.lower)) }
    guard let key = EntityKey.of(name, cover) else { return nil }
    let year = TableBinding.year(cover, Slice(at, at + 5))
    return DraftIdentity(
      name: String(decoding: cover[name.indices], as: UTF16.self), key: key, isFinal: kind.isFinal,
      year: year, scope: kind.scope)
  }

  /// The text of the cover up to the contents, without blanks, marks and lines of numbers.
  private func cover() -> [UInt16] {
    var out: [UInt16] = []
    let end = Swift.min(draft.contents?.lines.lowerBound ?? Int.max, draft.text.lines.count - 1)
    for line in 0..<Swift.max(0, end) where out.count < Self.maximumUnits {
      guard line < Self.maximumLines * 2 else { break }
      let slice = units.trimmed(draft.text.slice(ofLine: line))
      if units.equals(slice, Self.contents) { break }
      // 监督索引号53261700100000111 is no part of the title.
      guard slice.indices.count(where: { Unit.isDigit(units[$0]) }) < 9 else { continue }
      out += slice.indices.prefix(Self.maximumUnits).map { units[$0] }
        .filter { EntityKey.isLetter($0) || $0 == 0x28 || $0 == 0x29 }
    }
    return out
  }

  private func yearStart(_ cover: Units) -> Int? {
    var i = 0
    while i + 5 <= cover.count {
      if cover[i + 4] == 0x5E74, TableBinding.year(cover, Slice(i, i + 4)) > 0 { return i }
      i += 1
    }
    return nil
  }

  private func kindStart(_ cover: Units, _ rest: Slice) -> (
    lower: Int, isFinal: Bool, scope: DraftIdentity.Scope
  )? {
    let named = Self.kinds.compactMap { cover.find($0, in: rest) }.min()
    let bare = [Self.plan, Self.accounts].compactMap { cover.find($0, in: rest) }.min()
    guard let lower = named ?? bare else { return nil }
    let title = Slice(lower, Swift.min(lower + 4, rest.upper))
    let scope: DraftIdentity.Scope =
      named == nil ? .unstated : cover.starts(title, with: Self.unit) ? .unit : .department
    return (lower, cover.contains(Self.accounts, in: title) && !cover.starts(title, with: Self.plan), scope)
  }

  private func trimmed(_ cover: Units, _ slice: Slice) -> Slice {
    var slice = slice
    for word in Self.prefixes where cover.starts(slice, with: word) { slice.lower += word.count }
    while slice.lower < slice.upper, Unit.isDigit(cover[slice.lower]) { slice.lower += 1 }
    for word in Self.suffixes where cover.ends(slice, with: word) { slice.upper -= word.count }
    return slice
  }
}

/// Finds the units that a department says its draft is made of (预算单位构成).
///
/// Names are taken as they stand; a short one (市就业服务中心) is also tried with the start of the department's own
/// name before it. A list that is misread does no harm: its units are not all found, or their sums do not agree.
struct UnitListReader {
  let draft: Draft
  let units: Units
  let identity: DraftIdentity

  private static let titles = WordList(["单位构成", "机构设置", "部门构成", "单位组成", "部门组成", "机构情况"])
  private static let subjects = WordList(["编制范围", "预算单位", "预算包括", "决算包括", "下属单位", "所属单位"])
  private static let openings = WordList([":", "包括", "分别是", "分别为", "具体是", "具体为", "即"])
  private static let heads = WordList(["单位名称", "预算单位", "单位全称"])
  private static let endings = WordList(["预算", "决算"])
  /// A department with more units than this publishes them elsewhere.
  private static let maximum = 200
  /// The longest part of the department's name that its units leave out, such as 南屿.
  private static let longestPrefix = 4

  /// The units, each by the keys its name may have; empty without a list of two at least.
  func members() -> [[UInt64]] {
    guard identity.scope == .department else { return [] }
    let sections = Set(draft.sections.indices.filter(isList))
    for table in draft.tables where sections.contains(table.section) {
      let found = members(of: table)
      if found.count > 1 { return found }
    }
    // 包括：局本级决算、所属事业单位决算 names no units; the longest list does.
    var longest: [[UInt64]] = []
    for paragraph in draft.paragraphs where sections.contains(paragraph.section) {
      let found = members(of: paragraph.slice)
      if found.count > longest.count { longest = found }
    }
    return longest.count > 1 ? longest : []
  }

  private func isList(_ section: Int) -> Bool {
    guard let heading = draft.sections[section].heading, draft.headings.indices.contains(heading) else {
      return false
    }
    return units.contains(anyOf: Self.titles, in: draft.headings[heading].title)
  }

  private func members(of table: Table) -> [[UInt64]] {
    guard let side = table.sides.first, side.rows.count <= Self.maximum, let head = head(of: table) else {
      return []
    }
    let names = side.rows.compactMap { table.cell($0.row, head)?.slice }.filter { !$0.isEmpty }
    let found = names.compactMap { keys(of: $0) }
    return found.count == names.count ? found : []
  }

  /// The column of a table that names units.
  private func head(of table: Table) -> Int? {
    for row in 0..<Swift.min(table.firstBodyRow, table.rowCount) {
      let width = table.width(ofRow: row)
      let column = (0..<width).first { column in
        table.cell(row, column).map { units.contains(anyOf: Self.heads, in: $0.slice) } ?? false
      }
      if let column { return column }
    }
    return nil
  }

  private func members(of paragraph: Slice) -> [[UInt64]] {
    var longest: [[UInt64]] = []
    var start = paragraph.lower
    while start < paragraph.upper {
      let end = (start..<paragraph.upper).first { units[$0] == 0x3002 } ?? paragraph.upper
      let found = members(ofSentence: Slice(start, end))
      if found.count > longest.count { longest = found }
      start = end + 1
    }
    return longest
  }

  private func members(ofSentence sentence: Slice) -> [[UInt64]] {
    let subjects = Self.subjects.compactMap { units.find($0, in: sentence) }
    guard sentence.count <= 1_000, let first = subjects.min(), let last = subjects.max() else { return [] }
    let opening = Self.openings.compactMap { word in
      sentence.indices.last { units.has(word, at: $0, before: sentence.upper) }.map { $0 + word.count }
    }.max()
    guard let opening, opening > last else { return [] }
    var found: [[UInt64]] = []
    // 局本级以及下属单位4个，具体为：…: the authority itself stands before the list.
    if units.contains(anyOf: GrammarWords.ownLevel, in: Slice(first, opening)) {
      found.append([identity.key])
    }
    for name in names(Slice(opening, sentence.upper)) {
      guard let keys = keys(of: name) else { return [] }
      found.append(keys)
    }
    return found.count <= Self.maximum ? found : []
  }

  /// The names of a list, without ordinals, 和 and 预算 behind them.
  private func names(_ list: Slice) -> [Slice] {
    var names: [Slice] = []
    var start = list.lower
    for i in list.lower...list.upper {
      let isEnd = i == list.upper
      guard isEnd || units[i] == 0x3001 || units[i] == 0x3B || Unit.isComma(units[i]) else {
        continue
      }
      var name = units.trimmed(Slice(start, i))
      start = i + 1
      while name.lower < name.upper, Unit.isDigit(units[name.lower]) || units[name.lower] == 0x2E {
        name.lower += 1
      }
      for word in Self.endings where units.ends(name, with: word) { name.upper -= word.count }
      if !name.isEmpty { names.append(name) }
    }
    return names
  }

  /// The keys that a name may stand for, or `nil` if it is none.
  private func keys(of name: Slice) -> [UInt64]? {
    // 局本级, 局机关: the authority itself.
    if name.count <= 5, units.ends(name, withAnyOf: GrammarWords.ownLevel) { return [identity.key] }
    guard let key = EntityKey.of(name, units) else { return nil }
    let prefix = Array(identity.name.utf16.prefix(Self.longestPrefix))
    let written = name.indices.map { units[$0] }
    return [key]
      + (1...Self.longestPrefix).compactMap { length in
        (prefix.prefix(length) + written).withUnsafeBufferPointer { EntityKey.of(Slice(0, $0.count), $0) }
      }
  }
}

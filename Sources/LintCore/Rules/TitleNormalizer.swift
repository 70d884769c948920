/// Brings the titles of tables into the form in which names are compared.
///
/// Input and output are folded units. What does not distinguish one table from another is dropped: quotation
/// marks, years, ordinals, 部门 or 单位 before the name, remarks in parentheses after it.
package enum TitleNormalizer {
  /// The longest text that is taken for a title, in units.
  static let longest = 120

  /// Calls `body` with the normalized title of a table; longer texts are no titles and give an empty one.
  ///
  /// - Complexity: O(n) in the number of units.
  package static func with<R>(_ units: Units, _ body: (Units) -> R) -> R {
    guard units.count <= longest else { return body(Units(start: nil, count: 0)) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: longest) { buffer in
      let count = copy(units, into: buffer)
      var window = Window(units: Units(rebasing: buffer[..<count]))
      window.trim()
      return body(Units(rebasing: window.units[window.lower..<window.upper]))
    }
  }

  /// The normalized units of a name.
  static func units(_ name: Name) -> [UInt16] {
    name.units.withUnsafeBufferPointer { with($0) { Array($0) } }
  }

  /// Copies what is neither blank nor quotation mark.
  private static func copy(
    _ units: Units, into buffer: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    var count = 0
    var i = 0
    while i < units.count {
      let unit = units[i]
      if let length = year(units, i) {
        i += length
        continue
      }
      i += 1
      switch unit {
      case 0x09, 0x20, 0x22, 0x27, 0x2A, 0x3C, 0x3E, 0x5F, 0x2018, 0x2019, 0x201C, 0x201D, 0x3008...0x300F:
        continue
      default:
        buffer[count] = unit
        count += 1
      }
    }
    return count
  }

  /// The length of `2024年度` or `二〇二四年` at a position.
  private static func year(_ units: Units, _ start: Int) -> Int? {
    guard start + 4 < units.count, units[start] == 0x32 || units[start] == 0x4E8C,
      units[start + 4] == 0x5E74
    else { return nil }
    for k in 1..<4 where !isDigit(units[start + k]) && !isIdeographDigit(units[start + k]) { return nil }
    let hasDegree = start + 5 < units.count && units[start + 5] == 0x5EA6
    return hasDegree ? 6 : 5
  }

  @inline(__always) static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// Tells whether a unit is one of 〇 ○ 零 一 … 九 十 百.
  @inline(__always) static func isIdeographDigit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3007, 0x25CB, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      0x5341, 0x767E:
      true
    default: false
    }
  }
}

/// What is left of a title while its ends are trimmed.
private struct Window {
  let units: Units
  var lower = 0
  var upper: Int

  init(units: UnsafeBufferPointer<UInt16>) {
    self.units = units
    upper = units.count
  }

  mutating func trim() {
    while dropTail() {}
    while dropOrdinal() || dropTableNumber() || dropOwner() {}
  }

  /// Drops a mark, page number or remark at the end.
  private mutating func dropTail() -> Bool {
    guard upper > lower else { return false }
    switch units[upper - 1] {
    case 0x3A, 0x2E, 0x2026, 0xB7, 0x2D, 0x3001, 0xFF0C, 0x3002, 0x3B, 0x2C:
      upper -= 1
      return true
    case 0x30...0x39:
      upper -= 1
      return true
    case 0x29:
      var i = upper - 2
      var depth = 1
      while i > lower {
        if units[i] == 0x29 { depth += 1 }
        if units[i] == 0x28 { depth -= 1 }
        if depth == 0 {
          upper = i
          return true
        }
        i -= 1
      }
      return false
    default:
      return false
    }
  }

  /// Drops `一、`, `(一)`, `1.`, `(1)` or `①` at the start.
  private mutating func dropOrdinal() -> Bool {
    var i = lower
    let inParentheses = i < upper && units[i] == 0x28
    if inParentheses { i += 1 }
    let start = i
    while i < upper, TitleNormalizer.isDigit(units[i]) || TitleNormalizer.isIdeographDigit(units[i]) {
      i += 1
    }
    if i == start {
      guard !inParentheses, i + 1 < upper, units[i] >= 0x2460, units[i] <= 0x2473 else { return false }
      lower = i + 1
      return true
    }
    guard i + 1 < upper, i - start <= 5 else { return false }
    let mark = units[i]
    guard inParentheses ? mark == 0x29 : mark == 0x3001 || mark == 0x2E || mark == 0x3A else { return false }
    lower = i + 1
    return true
  }

  /// Drops `表一`, `附表1`, `公开01表`, `预算公开表1` at the start.
  private mutating func dropTableNumber() -> Bool {
    for word in TitleWords.tableNumbers where starts(with: word) {
      var i = lower + word.count
      while i < upper, units[i] == 0x2D || TitleNormalizer.isDigit(units[i]) { i += 1 }
      if i == lower + word.count {
        // 表五一般公共预算… is table 五; the 一 belongs to 一般.
        while i < upper, TitleNormalizer.isIdeographDigit(units[i]),
          !(units[i] == 0x4E00 && i + 1 < upper && units[i + 1] == 0x822C)
        { i += 1 }
      }
      guard i > lower + word.count, i < upper else { continue }
      if units[i] == TitleWords.table { i += 1 }
      if i < upper, units[i] == 0x3A || units[i] == 0x3001 || units[i] == 0x2E { i += 1 }
      guard i < upper else { continue }
      lower = i
      return true
    }
    return false
  }

  private mutating func dropOwner() -> Bool {
    for word in TitleWords.owners where upper - lower > word.count + 1 && starts(with: word) {
      lower += word.count
      return true
    }
    return false
  }

  private func starts(with word: [UInt16]) -> Bool {
    guard upper - lower >= word.count else { return false }
    for k in word.indices where units[lower + k] != word[k] { return false }
    return true
  }
}

/// The words that are dropped at the start of titles.
private enum TitleWords {
  static let table: UInt16 = 0x8868
  static let owners = [
    "部门", "单位", "本级", "市本级", "县本级", "区本级", "省本级", "区级", "县级", "市级", "省级", "本部门",
    "本单位", "年度", "年",
  ].map { Array($0.utf16) }
  static let tableNumbers = [
    "预算公开表", "决算公开表", "部门公开表", "单位公开表", "公开表", "预算公开", "决算公开", "公开", "附表",
    "附件", "表",
  ].map { Array($0.utf16) }
}

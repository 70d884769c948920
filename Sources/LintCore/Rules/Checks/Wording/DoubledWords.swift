/// Finds words that stand twice in a row, such as 及时性及时性; a line break between them is no repeat.
///
/// Rule: `punctuation`.
enum DoubledWords {
  /// The lengths of words that are looked for twice in a row; shorter ones are often right (一步一步).
  private static let lengths = 3...6

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    // No repeat crosses a line break, so each line is looked at for itself.
    var i = inspection.stretch.lower
    let end = inspection.stretch.upper
    var line = 0
    while i < end, i + 2 * lengths.lowerBound <= units.count {
      // Eight positions at a time, as far as the longest word reaches behind the last of them.
      if i &+ UnitOctet.count &+ lengths.upperBound < units.count {
        guard let start = firstRepeat(at: i, units) else {
          i &+= UnitOctet.count
          continue
        }
        i &+= start
      }
      guard repeatedLength(at: i, before: units.count, units) != nil else {
        i &+= 1
        continue
      }
      while inspection.draft.text.slice(ofLine: line).upper <= i { line += 1 }
      let lineEnd = inspection.draft.text.slice(ofLine: line).upper
      guard let length = repeatedLength(at: i, before: lineEnd, units) else {
        i &+= 1
        continue
      }
      reportTwice(Slice(i, i + length), &inspection)
      i += 2 * length
    }
  }

  /// What the names of offices end in: 处, 科, 室, 部, 股.
  private static let offices: Set<UInt16> = [0x5904, 0x79D1, 0x5BA4, 0x90E8, 0x80A1]

  private static func reportTwice(_ word: Slice, _ inspection: inout Inspection) {
    // 总务处教务处教科室: names of offices that nothing parts, and no word twice.
    if word.count == 3, offices.contains(inspection.units[word.lower + 1]) { return }
    let both = Slice(word.lower, word.upper + word.count)
    // 年初预算数 全年预算数 全年执行数: blanks part the heads of columns.
    let range = inspection.draft.range(both)
    guard range.upper - range.lower <= 3 * both.count else { return }
    let written = inspection.draft.written(word)
    PunctuationCheck.reportDouble(both, of: written, keeping: written, .review, &inspection)
  }

  /// The first of eight positions where a word that stands twice may start: its first two units come again.
  @inline(__always)
  private static func firstRepeat(at i: Int, _ units: Units) -> Int? {
    let first = UnitOctet(units, at: i)
    let second = UnitOctet(units, at: i &+ 1)
    var next = UnitOctet(units, at: i &+ lengths.lowerBound)
    var starts = UnitOctet.none
    for length in lengths {
      let behind = UnitOctet(units, at: i &+ length &+ 1)
      starts = starts .| (first.same(as: next) .& second.same(as: behind))
      next = behind
    }
    return UnitOctet.first(of: starts .& first.highUnits)
  }

  /// The length of the word at a position that stands there twice in a row.
  private static func repeatedLength(at i: Int, before end: Int, _ units: Units) -> Int? {
    guard Unit.isIdeograph(units[i]) else { return nil }
    for length in lengths where i + 2 * length <= end && units[i] == units[i + length] {
      var k = 0
      while k < length, units[i + k] == units[i + length + k], Unit.isIdeograph(units[i + k]) { k += 1 }
      // 哈哈哈哈哈哈 is one sign repeated and no word.
      // and 小计小计小计小计 are the merged cells of a header.
      if k == length, units[i] != units[i + 1] || units[i] != units[i + 2],
        length < 4 || units[i] != units[i + 2] || units[i + 1] != units[i + 3]
      {
        return length
      }
    }
    return nil
  }
}

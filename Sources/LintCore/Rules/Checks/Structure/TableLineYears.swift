/// Finds the line above a table (单位：某局  2023年度  单位：万元) that names another year than those above all other tables.
///
/// Rule: `year`.
enum TableLineYears {
  /// How many tables have to name the year of the draft above them.
  private static let leastTables = 4
  /// How far the year may be off; what is further off is a table of its own.
  private static let farthest = 3
  /// The lengths of 2023年 and 2023年度.
  private static let lengths = 5...6

  static func check(_ inspection: inout Inspection) {
    let year = inspection.kind.year
    guard year > 0 else { return }
    var right = 0
    var wrong: [Slice] = []
    for table in inspection.draft.tables where table.layout == .grid && table.caption != nil {
      guard let place = place(above: table, inspection) else { continue }
      if TableBinding.year(inspection.units, place) == year { right += 1 } else { wrong.append(place) }
    }
    guard right >= leastTables, let place = wrong.only else { return }
    let stated = TableBinding.year(inspection.units, place)
    let digits = Slice(place.lower, place.lower + 4)
    guard abs(stated - year) <= farthest, !inspection.hasReported("year", at: digits) else { return }
    inspection.report(
      "year", .error, at: digits, Message(differs, .count(stated), .count(right), .count(year)),
      fixes: [HeaderYearCheck.fix([digits], year, inspection)])
  }

  /// The year that stands alone between TABs or blanks in the lines between the title of a table and its rows.
  private static func place(above table: Table, _ inspection: Inspection) -> Slice? {
    let units = inspection.units
    for row in 0..<Swift.min(table.preambleRows, table.rowCount) {
      for column in 0..<table.width(ofRow: row) {
        if let cell = table.cell(row, column), isYear(cell.slice, units) { return cell.slice }
      }
    }
    guard let caption = table.captionLine else { return nil }
    for line in caption + 1..<Swift.max(caption + 1, table.lines.lowerBound) {
      let slice = inspection.draft.text.slice(ofLine: line)
      var start = slice.lower
      for end in slice.lower...slice.upper
      where end == slice.upper || units[end] == 0x09 || units[end] == 0x20 {
        let part = Slice(start, end)
        if isYear(part, units) { return part }
        start = end + 1
      }
      if let part = yearBeforeUnit(slice, units) { return part }
    }
    return nil
  }

  /// The year right before the unit, where blanks part them: 部门：某局　2024年度　单位：元.
  private static func yearBeforeUnit(_ slice: Slice, _ units: Units) -> Slice? {
    guard var end = units.find(unit, in: slice) else { return nil }
    if units.ends(Slice(slice.lower, end), with: money) { end -= money.count }
    return lengths.lazy.map { Slice(Swift.max(slice.lower, end - $0), end) }.first { part in
      isYear(part, units) && (part.lower == slice.lower || !Unit.isDigit(units[part.lower - 1]))
    }
  }

  private static let unit: Word = "单位:"
  private static let money: Word = "金额"

  private static func isYear(_ slice: Slice, _ units: Units) -> Bool {
    lengths.contains(slice.count) && units[slice.lower] == 0x32 && units.ends(slice, withAnyOf: endings)
      && TableBinding.year(units, Slice(slice.lower, slice.lower + 4)) > 0
  }

  private static let endings = WordList(["年", "年度"])
  private static let differs = Phrase(
    "本表上方写的是 {0} 年，其他 {1} 张表写的是 {2} 年", "The line above this table says {0}, those above {1} other tables {2}"
  )
}

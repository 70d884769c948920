/// Days of forms of targets that lie before the year of the budget: 2024年12月底前 in the budget of 2025.
///
/// And days of a form of which the last lies before the first.
///
/// Rule: `year`. Forms with results look back, and are none of targets.
enum FormYears {
  private static let terms = WordList(["项目期", "项目期限", "实施期限", "项目起止时间", "起止时间", "实施时间", "项目周期"])
  private static let evaluation = WordList(["自评", "评价"])
  private static let evaluated = WordList(["自评", "得分", "完成值", "实际完成", "全年执行"])
  private static let spans = WordList(["年1月-12月", "年1月至12月", "年1-12月", "年度"])

  static func check(_ forms: [(table: Table, rows: [TargetRow])], _ inspection: inout Inspection) {
    guard forms.contains(where: { !$0.rows.isEmpty }) else { return }
    let year = inspection.kind.year
    guard year > 0, inspection.kind.profile.map({ $0.id.hasSuffix("budget") }) ?? false else { return }
    let targets = forms.filter { isOfTargets($0.table, year, inspection.units) }
    for form in targets {
      for row in form.rows where row.goal == nil {
        guard TableBinding.year(inspection.units, row.target.slice) == year - 1 else { continue }
        report(row.target.slice, past, year, &inspection)
      }
    }
    projectTerms(targets.map(\.table), year, &inspection)
    over(targets.map(\.table), year, &inspection)
  }

  // MARK: Days

  private static let starts = WordList(["计划开始日期", "开始日期", "项目开始日期", "开始时间", "计划开始时间"])
  private static let ends = WordList(["计划完成日期", "完成日期", "项目完成日期", "结束日期", "结束时间", "计划完成时间", "计划结束日期"])

  /// 计划开始日期 2025-01-01, 计划完成日期 2024-12-31.
  static func days(_ table: Table, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let start = table.cell(behind: starts, inRows: lastRow, units),
      let end = table.cell(behind: ends, inRows: lastRow, units), let first = day(start, units),
      let last = day(end, units), last < first
    else { return }
    let draft = inspection.draft
    inspection.report(
      "year", .error, at: end.slice,
      Message(reversed, .text(draft.string(end.slice)), .text(draft.string(start.slice))),
      related: [inspection.related(start.slice, Message(beginning))])
  }

  /// Where the head of a form ends.
  private static let lastRow = 8

  /// 2025-01-01, 2025年1月 or 2025.1.1 as a number of months.
  private static func day(_ cell: Cell, _ units: Units) -> Int? {
    var numbers: [Int64] = []
    var i = Int(cell.lower)
    while i < Int(cell.upper), numbers.count < 2 {
      guard Unit.isDigit(units[i]) else {
        i += 1
        continue
      }
      var value: Int64 = 0
      let start = i
      while i < Int(cell.upper), Unit.isDigit(units[i]), i - start < 5 {
        value = value * 10 + Int64(units[i] - 0x30)
        i += 1
      }
      numbers.append(value)
    }
    guard numbers.count == 2, (1990...2099).contains(numbers[0]), (1...12).contains(numbers[1]) else {
      return nil
    }
    return Int(numbers[0] * 12 + numbers[1])
  }

  private static let reversed = Phrase(
    "完成日期“{0}”早于开始日期“{1}”", "The end “{0}” lies before the beginning “{1}”")
  private static let beginning = Phrase("开始日期", "The beginning")

  /// Tells whether a form sets targets for a year, and names the year before nowhere in its head.
  private static func isOfTargets(_ table: Table, _ year: Int, _ units: Units) -> Bool {
    if let caption = table.caption {
      if units.contains(anyOf: evaluation, in: caption) { return false }
      let titled = TableBinding.year(units, caption)
      if titled > 0, titled != year { return false }
    }
    return !table.cells.contains {
      $0.kind == .text && $0.slice.count <= 12 && units.contains(anyOf: evaluated, in: $0.slice)
    }
  }

  /// The only 项目期 2024年1月-12月 beside others of the year of the budget.
  private static func projectTerms(_ forms: [Table], _ year: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    let cells = forms.compactMap { $0.cell(behind: terms, inRows: FormLabels.rows, units) }.filter { cell in
      let rest = Slice(Int(cell.lower) + 4, Int(cell.upper))
      return TableBinding.year(units, Slice(Int(cell.lower), rest.lower)) > 0
        && units.equals(anyOf: spans, rest)
    }
    let others = cells.filter { TableBinding.year(units, $0.slice) != year }
    guard cells.count >= 2, let cell = others.only,
      TableBinding.year(units, cell.slice) == year - 1
    else { return }
    report(cell.slice, otherTerm, year, &inspection)
  }

  /// The only 项目期限 2023年3月至11月, over before the year of the budget, beside others of that year.
  private static func over(_ forms: [Table], _ year: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    let cells = forms.compactMap { $0.cell(behind: terms, inRows: FormLabels.rows, units) }
    let past = cells.filter {
      TableBinding.year(units, $0.slice) == year - 1 && lastYear($0.slice, units) == year - 1
        && units.contains("月", in: $0.slice)
        && !units.contains(anyOf: open, in: $0.slice)
    }
    guard let cell = past.only,
      cells.count(where: { TableBinding.year(units, $0.slice) == year }) == cells.count - 1,
      cells.count >= 2, !inspection.hasReported("year", at: cell.slice)
    else { return }
    report(cell.slice, otherTerm, year, &inspection)
  }

  /// The last year that a slice names.
  private static func lastYear(_ slice: Slice, _ units: Units) -> Int {
    var (rest, last) = (slice, 0)
    while case let year = TableBinding.year(units, rest), year > 0,
      let place = YearCheck.place(of: year, rest, units)
    {
      last = year
      rest.lower = place.upper
    }
    return last
  }

  /// 2023年3月起: nobody knows until when.
  private static let open = WordList(["起", "开始", "以来", "长期", "今", "次年", "翌年"])

  private static func report(
    _ slice: Slice, _ phrase: Phrase, _ year: Int, _ inspection: inout Inspection
  ) {
    inspection.report(
      "year", .warning, at: slice,
      Message(phrase, .text(inspection.draft.string(slice)), .count(year)))
  }

  private static let past = Phrase(
    "指标值“{0}”早于本预算年度 {1}", "The target “{0}” lies before {1}, the year of the budget")
  private static let otherTerm = Phrase(
    "项目期“{0}”与本预算年度 {1} 和其他各表不符", "The term “{0}” is not of {1}, as those of the other forms are")
}

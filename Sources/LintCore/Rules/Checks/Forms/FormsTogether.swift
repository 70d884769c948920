/// 对“甲”“乙”2个项目开展评价，涉及资金375.35万元: the money of several projects that a sentence names, against their forms.
///
/// Rule: `narrative-table`. What is meant may be the budget or what was spent, or a part of it: only a figure that one
/// slip of the pen turns into a sum of the forms is told.
enum FormsTogether {
  private static let concerning: Word = "涉及"
  private static let count: Word = "个项目"
  private static let money: Word = "万元"
  /// How far behind 涉及 the figure stands.
  private static let reach = 24

  static func check(_ tables: ScoredTables, _ inspection: inout Inspection) {
    let units = inspection.units
    guard tables.tables.count(where: { $0.funds != nil && $0.project != nil }) >= 2 else { return }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where paragraph.slice.count >= 20 && tables.named(inParagraph: index).count >= 2 {
      let text = paragraph.slice
      let at = units.find(concerning, in: text) ?? text.lower
      let sentence = Slice(
        units.sentenceStart(before: at, from: text.lower), units.sentenceEnd(from: at, before: text.upper))
      let named = tables.named(by: sentence)
      guard named.count >= 2, isCounted(named.count, sentence, units),
        let (place, amount) = figure(sentence, units)
      else { continue }
      let forms = named.sorted().map { tables.tables[$0] }
      hold(place, amount, forms, &inspection)
    }
  }

  /// Tells whether a sentence says that the projects are as many as their names.
  private static func isCounted(_ number: Int, _ text: Slice, _ units: Units) -> Bool {
    guard let at = units.find(count, in: text), at > text.lower else { return false }
    var start = at
    while start > text.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
    return NumberScanner.scan(units, start, at)?.amount.digits == Int64(number)
  }

  /// The only amount behind the words.
  private static func figure(_ text: Slice, _ units: Units) -> (Slice, Amount)? {
    var search = text
    var found: (Slice, Amount)?
    while let at = units.find(concerning, in: search) {
      search = Slice(at + concerning.count, text.upper)
      let near = Slice(at + concerning.count, Swift.min(text.upper, at + reach))
      guard let start = near.indices.first(where: { Unit.isDigit(units[$0]) }),
        !near.indices.prefix(while: { $0 < start }).contains(where: { Unit.endsClause(units[$0]) }),
        let figure = NumberScanner.scan(units, start, text.upper),
        units.has(money, at: figure.end, before: text.upper)
      else { continue }
      guard found == nil else { return nil }
      found = (Slice(start, figure.end), figure.amount)
    }
    return found
  }

  private static func hold(
    _ place: Slice, _ amount: Amount, _ forms: [ScoredTable], _ inspection: inout Inspection
  ) {
    guard forms.allSatisfy({ $0.unit == .tenThousandYuan }), amount.isCalculable else { return }
    var meant: [(cells: [Cell], sum: Int128)] = []
    for measure in [PerformanceForm.Funds.Measure.execution, .budget, .initialBudget] {
      let cells = forms.compactMap { form in
        form.funds.flatMap { $0.cell(measure, $0.total) }.flatMap { $0.kind == .number ? $0 : nil }
      }
      guard cells.count == forms.count else { continue }
      let sum = cells.reduce(Int128(0)) { $0 + $1.amount.scaled }
      if (sum - amount.scaled).magnitude <= amount.lastPlace.magnitude { return }
      if Slip.isSlip(sum, amount.scaled) { meant.append((cells, sum)) }
    }
    guard let (cells, sum) = meant.first, amount.digits.magnitude >= 1_000,
      let shown = Amount(scaled: sum, decimals: amount.decimals)
    else { return }
    inspection.report(
      "narrative-table", .error, at: place,
      Message(
        otherSum, .text(inspection.draft.string(place)), .sum(cells.map(\.amount)), .amount(shown, nil)),
      related: cells.map { inspection.related($0.slice, Message(FormPhrases.form)) })
  }

  private static let otherSum = Phrase(
    "文中写涉及资金 {0}万元，各项目的表合计 {1} = {2}", "The text says {0}, the forms of the projects make {1} = {2}")
}

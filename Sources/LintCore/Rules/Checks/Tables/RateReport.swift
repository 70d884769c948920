/// A rate that a table states, to be held against what the figures make.
struct RateReport {
  let rule: String
  /// The rate as it is written, and the name of its row.
  let cell: Cell
  let label: Slice
  let column: Int
  let grid: AmountGrid

  private static let phrase = Phrase(
    "“{0}”的“{1}”应为 {4}{2}，表中为 {3}", "“{1}” of “{0}” should be {4}{2}, the table states {3}")
  private static let cut = Phrase(
    "“{0}”的“{1}”应为 {4}{2}，表中为 {3}（截位而非四舍五入）",
    "“{1}” of “{0}” should be {4}{2}, the table states {3} (cut instead of rounded)")
  /// How a rate follows from the figures it compares.
  private static let change = Phrase("({0} − {1}) ÷ {1} = ", "({0} − {1}) ÷ {1} = ")
  private static let ratio = Phrase("{0} ÷ {1} = ", "{0} ÷ {1} = ")
  /// Nothing is to be worked out.
  private static let none = Phrase("", "")
  private static let set = Phrase("改为 {0}", "Set to {0}")
  private static let term = Phrase("{0}", "{0}")

  /// Reports the rate if it is not what two figures make, as far as their rounding tells.
  func check(
    _ quotient: Interval, of operands: [Cell], isChange: Bool, _ inspection: inout Inspection
  ) {
    guard !Interval(rounding: cell.amount).meets(quotient),
      let right = Amount(scaled: quotient.middle, decimals: cell.amount.decimals)
    else { return }
    let isCut = Interval(cutting: cell.amount).meets(quotient)
    let isClose = (right.scaled - cell.amount.scaled).magnitude <= cell.amount.lastPlace.magnitude
    report(
      right, isCut ? .info : isClose ? .warning : .error, isCut ? Self.cut : Self.phrase, of: operands,
      isChange: isChange, &inspection)
  }

  /// Reports that the rate must be another one.
  func report(_ right: Amount, _ inspection: inout Inspection) {
    report(right, .error, Self.phrase, of: [], isChange: false, &inspection)
  }

  private func report(
    _ right: Amount, _ severity: Severity, _ phrase: Phrase, of operands: [Cell], isChange: Bool,
    _ inspection: inout Inspection
  ) {
    let head = grid.table.head(ofColumn: column).map(inspection.draft.string) ?? ""
    let text = right.plain + (cell.kind == .percent ? "%" : "")
    let arithmetic =
      operands.count == 2
      ? Message(
        isChange ? Self.change : Self.ratio, .amount(operands[0].amount, nil),
        .amount(operands[1].amount, nil))
      : Message(Self.none)
    inspection.report(
      rule, severity, at: cell.slice,
      Message(
        phrase, .text(inspection.draft.string(label)), .text(head), .percent(right), .percent(cell.amount),
        .message(arithmetic)),
      related: operands.map {
        inspection.related($0.slice, Message(Self.term, .amount($0.amount, grid.table.unit)))
      },
      fixes: [
        Fix(
          title: Message(Self.set, .text(text)), edits: [Edit(inspection.draft.range(cell.slice), text)],
          safety: .review)
      ])
  }
}

/// 注：公务用车运行维护费中22.00万元由公用经费安排，14.00万元由项目经费安排: what a note divides, against the row of that name in the
/// table above it.
///
/// Rule: `narrative-table`. A note need not name all there is: only two exchanged digits are told, or more than there is.
enum NoteParts {
  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    for table in draft.tables where table.layout == .grid && !table.notes.isEmpty {
      for note in table.notes where draft.paragraphs.indices.contains(note) {
        let text = draft.paragraphs[note].slice
        for (name, parts) in divisions(text, units) { check(name, parts, table, &inspection) }
      }
    }
  }

  /// The sentences of a note that divide a name: each amount is followed by who pays it.
  private static func divisions(_ text: Slice, _ units: Units) -> [(name: Slice, parts: [Quantity])] {
    guard units.contains(by, in: text) else { return [] }
    var found: [(name: Slice, parts: [Quantity])] = []
    var start = text.lower
    while start < text.upper {
      let stop = (start..<text.upper).first { Unit.isStop(units[$0]) } ?? text.upper
      let sentence = Slice(start, stop)
      let all = Quantity.read(sentence, units)
      if all.count >= 2, let first = all.first, units.ends(first.lead, with: within),
        all.allSatisfy({ isPaid($0, sentence, units) && ($0.lead == first.lead || $0.lead.isEmpty) })
      {
        let name = Slice(first.lead.lower, first.lead.upper - 1)
        let colon = name.indices.last { units[$0] == 0x3A }
        found.append((Slice(colon.map { $0 + 1 } ?? name.lower, name.upper), all))
      }
      start = stop + 1
    }
    return found
  }

  private static func isPaid(_ part: Quantity, _ sentence: Slice, _ units: Units) -> Bool {
    part.yuan(units) != nil && !part.isRough && part.amount.digits > 0
      && units.starts(Slice(part.measure.upper, sentence.upper), with: by)
  }

  private static let by: Word = "由"
  private static let within: Word = "中"
  private static let leastName = 4

  private static func check(
    _ name: Slice, _ parts: [Quantity], _ table: Table, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard name.count >= leastName, let unit = table.unit, let last = parts.last, let first = parts.first
    else { return }
    let rows = table.sides.flatMap { side in
      side.rows.filter { units.areSame($0.label, name) }.compactMap { row in
        side.amountColumns.lazy.compactMap { table.cell(row.row, $0) }.first { $0.kind == .number }
      }
    }
    guard let cell = rows.only, cell.amount.isCalculable, cell.amount.digits >= 100 else {
      return
    }
    let terms = parts.compactMap { $0.yuan(units) }
    let whole = cell.amount.scaled * unit.yuan
    let sum = terms.reduce(0, +)
    guard sum != whole,
      sum > whole || terms.contains(where: { PlainSlip.isSwap($0, $0 - (sum - whole)) })
        || PlainSlip.isSwap(whole, sum),
      let shown = Amount(scaled: sum / unit.yuan, decimals: cell.amount.decimals)
    else { return }
    inspection.report(
      "narrative-table", .warning, at: Slice(first.digits.lower, last.measure.upper),
      Message(
        phrase, .text(inspection.draft.string(name)), .sum(parts.map(\.amount)), .amount(shown, unit),
        .amount(cell.amount, unit)),
      related: [inspection.related(cell.slice, Message(row))])
  }

  private static let phrase = Phrase(
    "{0}：注中各项之和 {1} = {2}，表中为 {3}", "{0}: the parts in the note make {1} = {2}, the table has {3}")
  private static let row = Phrase("表中一行", "The row of the table")
}

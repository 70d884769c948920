/// Reports tables whose unit is a slip.
enum TableUnitCheck {
  static let check = Check(rules: ["unit-scale"], run: run)

  private static func run(_ inspection: inout Inspection) {
    for slip in inspection.unitSlips {
      let draft = inspection.draft
      guard let place = draft.tables[slip.table].unitSlice else { continue }
      let twin = draft.tables[slip.twin.table]
      let cell = twin.cell(slip.twin.row, slip.twin.column)
      inspection.report(
        "unit-scale", .error, at: place,
        Message(
          phrase, .text(slip.stated.name), .text(draft.string(slip.figure)),
          .text(twin.caption.map { draft.string($0) } ?? ""), .text(slip.meant.name)),
        related: cell.map { [inspection.related($0.slice, Message(term, .amount($0.amount, slip.meant)))] }
          ?? [])
    }
  }

  private static let phrase = Phrase(
    "本表写以“{0}”为单位，但表中 {1} 等数在《{2}》中以{3}为单位，单位疑似写错",
    "The table is said to be in {0}, yet {1} and others stand in “{2}” in {3}: the unit seems wrong")
  private static let term = Phrase("{0}", "{0}")
}

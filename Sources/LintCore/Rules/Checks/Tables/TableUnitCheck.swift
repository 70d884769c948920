/// Reports tables whose unit is a slip.
enum TableUnitCheck {
  static let check = Check(rules: ["unit-scale"], run: run)

  private static func run(_ inspection: inout Inspection) {
    for slip in inspection.unitSlips {
      let draft = inspection.draft
      guard let place = draft.tables[slip.table].unitSlice, let stated = slip.stated else { continue }
      guard let figure = slip.figure, let twin = slip.twin else {
        inspection.report(
          "unit-scale", .error, at: place,
          Message(likeOthers, .text(stated.name), .text(slip.meant.name)))
        continue
      }
      let caption = slip.twinTable.flatMap { draft.tables[$0].caption }
      let title =
        caption.map { Message(titled, .text(draft.string($0))) }
        ?? Message(slip.twinTable == nil ? text : otherTable)
      inspection.report(
        "unit-scale", .error, at: place,
        Message(
          slip.isSameDigits(draft) ? phrase : otherSize, .text(stated.name),
          .text(draft.string(figure)), .message(title), .text(slip.meant.name),
          .text(draft.string(twin))),
        related: [inspection.related(twin, Message(term, .text(draft.string(twin))))])
    }
  }

  private static let phrase = Phrase(
    "本表写以“{0}”为单位，但表中 {1} 等数在{2}中以{3}为单位，单位疑似写错",
    "The table is said to be in {0}, yet {1} and others stand in {2} in {3}: the unit seems wrong")
  private static let otherSize = Phrase(
    "本表写以“{0}”为单位，但表中 {1} 等数按{3}读才与{2}中的 {4} 等数相符，单位疑似写错",
    "The table is said to be in {0}, yet {1} and others agree with {4} and others in {2} only when read in {3}"
  )
  private static let likeOthers = Phrase(
    "本表写以“{0}”为单位，与其他各表一样疑似应为“{1}”",
    "The table is said to be in {0}; like the other tables it seems to be in {1}")
  private static let term = Phrase("{0}", "{0}")
  private static let titled = Phrase("《{0}》", "“{0}”")
  private static let text = Phrase("正文", "the text")
  private static let otherTable = Phrase("另一张表", "another table")
}

extension TableUnits.Slip {
  /// Tells whether the same digits stand elsewhere, and not the same amount in another unit.
  fileprivate func isSameDigits(_ draft: Draft) -> Bool {
    guard let figure, let twin else { return false }
    func digits(_ slice: Slice) -> String { draft.string(slice).filter { $0 != "," && $0 != "，" } }
    return digits(figure) == digits(twin)
  }
}

/// What a person may want to write instead; each names what it takes for right.
extension NarrativeContext {
  /// The opposite of a word of direction: 增长 for 下降, 小于 for 大于; nothing for words such as 持平.
  func turned(_ word: Slice) -> [Fix] {
    for (from, to) in Self.opposites {
      guard let at = units.find(from, in: word) else { continue }
      return [
        Fix(
          title: Message(Self.turn, .text(draft.string(Slice(at, at + from.count))), .text(to)),
          edits: [Edit(draft.range(Slice(at, at + from.count)), to)], safety: .review)
      ]
    }
    return []
  }

  /// Another unit behind a figure.
  func unitFix(_ claim: Claim, _ unit: MoneyUnit) -> [Fix] {
    let written = Slice(claim.digits.upper, claim.figure.upper)
    guard !written.isEmpty, draft.string(written) != unit.name else { return [] }
    return [
      Fix(
        title: Message(Self.setUnit, .text(draft.string(written)), .text(unit.name)),
        edits: [Edit(draft.range(written), unit.name)], safety: .review)
    ]
  }

  /// The figures that cells state, in the unit of the claim, each as a choice.
  func cellFixes(_ claim: Claim, _ places: [CellPlace]) -> [Fix] {
    places.compactMap { place in
      guard let cell = cell(place), let amount = amount(cell, of: place, like: claim), !amount.isZero else {
        return nil
      }
      let text = isGrouped(claim) ? amount.grouped : amount.plain
      let caption = draft.tables[place.table].caption.map { draft.string($0) } ?? ""
      let row = draft.string(rowName(place))
      return Fix(
        title: Message(
          row.isEmpty ? Self.setTo : Self.setToRow, .text(text), .text(caption), .text(row)),
        edits: [Edit(draft.range(claim.digits), text)], safety: .review)
    }
  }

  /// The amount of a cell in the unit of a claim; of two units, with the decimals of the claim.
  private func amount(_ cell: Cell, of place: CellPlace, like claim: Claim) -> Amount? {
    guard let wanted = claim.unit.money, let unit = draft.tables[place.table].unit, unit != wanted else {
      return cell.amount
    }
    let (value, overflow) = cell.amount.scaled.multipliedReportingOverflow(by: unit.yuan)
    return overflow ? nil : Amount(scaled: value / wanted.yuan, decimals: claim.amount.decimals)
  }

  private static let opposites: [(Word, String)] = [
    ("增加", "减少"), ("减少", "增加"), ("增长", "下降"), ("下降", "增长"), ("上升", "下降"), ("提高", "降低"), ("降低", "提高"),
    ("大于", "小于"), ("小于", "大于"), ("高于", "低于"), ("低于", "高于"), ("多于", "少于"), ("少于", "多于"),
  ]
  private static let turn = Phrase(
    "将“{0}”改为“{1}”（假定金额无误）", "Change {0} to {1} (assuming the amounts are right)")
  private static let setUnit = Phrase(
    "将单位“{0}”改为“{1}”（假定数字无误）", "Change the unit {0} to {1} (assuming the digits are right)")
  private static let setTo = Phrase("改为 {0}（以《{1}》为准）", "Change to {0}, as “{1}” has it")
  private static let setToRow = Phrase("改为 {0}（以《{1}》“{2}”为准）", "Change to {0}, as “{2}” of “{1}” has it")
}

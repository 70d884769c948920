/// Calculates with the quantities of any measure that one paragraph states, whatever it tells of.
///
/// Rules: `narrative-sum`, `completion-rate`. See ``QuantityParts``, ``QuantityRatios``, ``StaffSums`` and ``GroupCounts``.
enum QuantityCheck {
  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      let text = paragraph.slice
      guard inspection.has(.quantity, in: text, ofParagraph: index, { hasSeveral($0, units) }) else {
        continue
      }
      let quantities = Quantity.read(text, units)
      guard quantities.count >= 2 else { continue }
      QuantityParts.check(quantities, text, &inspection)
      QuantityRatios.check(quantities, text, &inspection)
      StaffSums.check(quantities, text, &inspection)
      GroupCounts.check(quantities, text, &inspection)
    }
  }

  /// Tells whether a text states at least two figures.
  private static func hasSeveral(_ text: Slice, _ units: Units) -> Bool {
    var figures = 0
    var isInside = false
    for i in text.indices {
      let isDigit = Unit.isDigit(units[i])
      if isDigit, !isInside {
        figures += 1
        if figures == 2 { return true }
      }
      isInside = isDigit
    }
    return false
  }
}

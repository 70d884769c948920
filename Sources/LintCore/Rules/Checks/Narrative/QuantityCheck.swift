/// Calculates with the quantities of any measure that one paragraph states, whatever it tells of.
///
/// Rules: `narrative-sum`, `completion-rate`, `direction`. See ``QuantityParts``, ``QuantityRatios``, ``StaffSums`` and ``GroupCounts``.
enum QuantityCheck {
  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      let text = paragraph.slice
      inspection.lookBesideOthers(for: .quantity, inParagraph: index) {
        guard hasSeveral(text, units) else { return }
        let quantities = Quantity.read(text, units)
        guard quantities.count >= 2 else { return }
        QuantityParts.check(quantities, text, &$0)
        QuantityParts.totals(quantities, &$0)
        QuantityParts.inner(quantities, text, &$0)
        QuantityRatios.check(quantities, text, &$0)
        QuantityDifferences.check(quantities, &$0)
        QuantityRests.check(quantities, text, &$0)
        RateAndGap.check(quantities, text, &$0)
        StaffSums.check(quantities, text, &$0)
        GroupCounts.check(quantities, text, &$0)
      }
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

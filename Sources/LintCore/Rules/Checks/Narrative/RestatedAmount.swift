/// Holds an amount against itself in the other unit right behind it: 共20.30万元，即203000元; 20.30万元（203000元）.
///
/// Rule: `narrative-sum`.
enum RestatedAmount {
  static func check(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    guard index >= 1, case let (first, second) = (all[index - 1], all[index]), !first.isRough,
      !units.areSame(first.measure, second.measure), let stated = first.yuan(units),
      let again = second.yuan(units), first.amount.scaled > 0, second.amount.scaled > 0,
      isRestated(Slice(first.measure.upper, second.digits.lower), second.measure.upper, units),
      // Neither was rounded further than it says.
      (stated - again).magnitude > (first.half(of: stated) + second.half(of: again)).magnitude,
      !inspection.hasReported(
        ["narrative-sum", "unit-scale"], in: Slice(first.digits.lower, second.measure.upper))
    else { return }
    let draft = inspection.draft
    inspection.report(
      "narrative-sum", .error, at: second.slice,
      Message(phrase, .text(draft.string(first.slice)), .text(draft.string(second.slice))),
      related: [Related(draft.range(first.slice), Message(NarrativePhrases.figure))])
  }

  private static func isRestated(_ between: Slice, _ end: Int, _ units: Units) -> Bool {
    let behind: UInt16 = end < units.count ? units[end] : 0x3002
    if units.equals(anyOf: namely, between) {
      return behind == 0x29 || behind == 0x3001 || behind == 0x0A || Unit.endsClause(behind)
    }
    return between.count == 1 && units[between.lower] == 0x28 && behind == 0x29
  }

  private static let namely = WordList(["即", "，即", ",即", "(即", "，也就是", "，合"])
  private static let phrase = Phrase("{0} 与 {1} 不是同一金额", "{0} and {1} are not the same amount")
}

/// Holds what is more or less against the two quantities it leads from and to: 新增学位900个，由上年的9335个增至10235个.
///
/// Rules: `direction`, where the words say the other way; `narrative-sum`. What came may be more than what is left of it,
/// so a slip in one of the three has to explain the difference.
enum QuantitySteps {
  /// Looks at a quantity that is what another became.
  static func check(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    guard index >= 1, isReached(all[index], units) else { return }
    let (from, to) = (all[index - 1], all[index])
    guard units.contains(anyOf: FigureCue.from, in: from.lead), areTogether(from, to, units),
      from.amount.scaled != to.amount.scaled
    else { return }
    let isRise = to.amount.scaled > from.amount.scaled
    if turned(from, to, isRise, &inspection) || to.yuan(units) != nil { return }
    let near = [index - 2, index + 1].filter { all.indices.contains($0) }.map { all[$0] }
    let steps = near.filter {
      areTogether($0, to, units) && units.starts($0.lead, withAnyOf: isRise ? rises : falls)
        && ($0.digits.lower < from.digits.lower
          ? from.digits.lower - $0.measure.upper : $0.digits.lower - to.measure.upper) <= farthest
    }
    guard let step = steps.only else { return }
    let gap = isRise ? to.amount.scaled - from.amount.scaled : from.amount.scaled - to.amount.scaled
    // 新增900个: some may be gone of what there was.
    let isGross = units.starts(step.lead, with: gross)
    guard gap != step.amount.scaled, isSlip(from, to, step, isRise), step.yuan(units) == nil,
      !isGross || (gap - step.amount.scaled).magnitude * nearly <= step.amount.scaled.magnitude,
      let shown = Amount(scaled: gap, decimals: Swift.max(from.amount.decimals, to.amount.decimals)),
      !inspection.hasReported(rules, in: step.slice)
    else { return }
    let (more, less) = isRise ? (to, from) : (from, to)
    inspection.report(
      "narrative-sum", .warning, at: step.slice,
      Message(
        NarrativePhrases.difference, .amount(more.amount, nil), .amount(less.amount, nil),
        .amount(shown, nil),
        .text(inspection.draft.string(step.slice))),
      related: [from, to].map { Related(inspection.draft.range($0.slice), Message(NarrativePhrases.figure)) })
  }

  /// 由每人每月820元提高到780元: tells whether the words say the other way than the two quantities.
  private static func turned(
    _ from: Quantity, _ to: Quantity, _ isRise: Bool, _ inspection: inout Inspection
  ) -> Bool {
    let isUp = inspection.units.starts(to.lead, withAnyOf: upward)
    let isDown = inspection.units.starts(to.lead, withAnyOf: downward)
    guard isUp != isDown, isUp != isRise else { return false }
    let draft = inspection.draft
    let word = Slice(to.lead.lower, Swift.min(to.lead.upper, to.lead.lower + 2))
    let whole = Slice(from.digits.lower, to.measure.upper)
    guard !inspection.hasReported(["direction", "growth-rate"], in: whole) else { return true }
    inspection.report(
      "direction", .error, at: word,
      Message(
        NarrativePhrases.otherWay, .text(draft.string(from.slice)), .text(draft.string(to.slice)),
        .text(draft.string(word))),
      related: [from, to].map { Related(draft.range($0.slice), Message(NarrativePhrases.figure)) })
    return true
  }

  private static let upward = WordList(["增", "上升", "升至", "提高"])
  private static let downward = WordList(["减", "下降", "降", "压"])

  private static func isReached(_ quantity: Quantity, _ units: Units) -> Bool {
    units.equals(anyOf: FigureCue.upTo, quantity.lead)
  }

  private static func areTogether(_ a: Quantity, _ b: Quantity, _ units: Units) -> Bool {
    a.sentence == b.sentence && !a.isRough && !b.isRough && !a.measure.isEmpty
      && units.areSame(a.measure, b.measure) && !a.isPercent(units)
  }

  private static func isSlip(_ from: Quantity, _ to: Quantity, _ step: Quantity, _ isRise: Bool) -> Bool {
    let sign: Int128 = isRise ? 1 : -1
    let (then, now, change) = (from.amount.scaled, to.amount.scaled, step.amount.scaled)
    let pairs = [(change, (now - then) * sign), (now, then + change * sign), (then, now - change * sign)]
    return pairs.contains { $0 >= least * Scale.one && $1 > 0 && Slip.isSlip($0, $1) }
  }

  /// From what number on a slip in one digit is no accident.
  private static let least: Int128 = 100
  /// How far a change may stand from the figures it leads between.
  private static let farthest = 12
  /// What is added to so small a part of it is what is left.
  private static let nearly: UInt128 = 10
  private static let gross: Word = "新增"
  private static let rises = WordList(["新增", "增加", "净增", "增长"])
  private static let falls = WordList(["减少", "净减", "压减", "缩减", "下降"])
  private static let rules: Set<String> = ["narrative-sum", "narrative-table"]
}

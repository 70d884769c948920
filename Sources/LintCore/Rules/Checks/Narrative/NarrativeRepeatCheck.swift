/// Finds the same measure of the same year and source of funds stated twice with different figures, above all in an
/// attachment against the main text.
enum NarrativeRepeatCheck {
  private struct Subject: Hashable {
    var measure: FigureConcept
    var source: FigureConcept
    var flow: FigureConcept
    /// What the document is not about: the plan in final accounts, the outcome in a budget.
    var isOther: Bool
    var isPeople: Bool
  }

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    let bound = Set(index.bindings.map(\.claim))
    var groups: [Subject: [Int]] = [:]
    var order: [Subject] = []
    func add(_ subject: Subject, _ claim: Int) {
      if groups[subject] == nil { order.append(subject) }
      groups[subject, default: []].append(claim)
    }
    for reading in index.readings {
      guard let subject = subject(reading, context) else { continue }
      add(subject, reading.claim)
    }
    for index in posts(context) {
      add(Subject(measure: .posts, source: [], flow: [], isOther: false, isPeople: true), index)
    }
    for subject in order {
      compare(
        groups[subject] ?? [], bound, isOnlyAttached: subject.measure == .procurement, context, &inspection)
    }
  }

  /// 核定编制8人: the posts of the unit, not those of a kind; none where a section states those of several units.
  private static func posts(_ context: NarrativeContext) -> [Int] {
    var found: [Int] = []
    var bySection: [Int: Amount] = [:]
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.unit == .people, claim.list < 0, claim.rest == 0, !claim.isRough,
        claim.concept.measure == .posts, context.isJudged(claim.passage), !isSummed(index, context)
      else { continue }
      let section = context.claims.passages[claim.passage].section
      if bySection.updateValue(claim.amount, forKey: section).map({ $0 != claim.amount }) ?? false {
        return []
      }
      found.append(index)
    }
    return found
  }

  /// 参公编制9名、事业编制3名，合计12名: the sum of the sentence is the number of posts.
  private static func isSummed(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claims = context.claims.claims
    return claims[(index + 1)...].prefix {
      $0.passage == claims[index].passage && $0.sentence == claims[index].sentence
    }
    .contains { $0.unit == .people && context.units.contains(anyOf: sums, in: $0.label) }
  }

  private static let sums = WordList(["合计", "共计", "总计", "共"])

  private static func subject(_ reading: ClaimReading, _ context: NarrativeContext) -> Subject? {
    let claim = context[reading.claim]
    let isMeasure =
      reading.measure.rawValue.nonzeroBitCount == 1 && !reading.measure.isDisjoint(with: measures)
    let isSource =
      reading.measure.isEmpty && !reading.source.isEmpty && reading.flow == .income
      && claim.concept.isDisjoint(with: [.total, .both])
    guard isMeasure || isSource else { return nil }
    return Subject(
      measure: reading.measure, source: reading.source, flow: isMeasure ? [] : reading.flow,
      isOther: context.claims.isFinal ? reading.isPlan : isOutcome(reading.claim, context),
      isPeople: false)
  }

  /// Tells whether a figure, or the whole that it is a part of, is what was spent at last.
  private static func isOutcome(_ claim: Int, _ context: NarrativeContext) -> Bool {
    ([claim] + context.wholes(of: claim)).contains { context[$0].concept.contains(.actual) }
  }

  private static let measures: FigureConcept = [
    .basic, .personnel, .running, .threePublic, .agencyRunning, .abroad, .vehicles, .vehiclePurchase,
    .vehicleRunning, .reception, .project, .procurement,
  ]

  /// 上年支出80万元，其中基本支出40万元: the sentence begins with last year, and no other year follows.
  private static func isOfLastYear(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    let start = context.units.sentenceStart(
      before: claim.label.lower, from: context.claims.passages[claim.passage].slice.lower)
    let lead = Slice(start, claim.label.lower)
    return context.units.starts(lead, withAnyOf: lastYear)
      && !context.units.contains(anyOf: thisYear, in: lead)
      && !DocumentYear.years(lead, context.units).contains(context.claims.year)
  }

  private static let lastYear = WordList(["上年支出", "上年收入", "上年度支出", "去年支出", "上年实际", "上年决算", "上年预算", "上年采购"])
  private static let thisYear = WordList(["本年", "今年"])

  private static func compare(
    _ claims: [Int], _ bound: Set<Int>, isOnlyAttached: Bool, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard let first = claims.first(where: { !isAttachment($0, context) }) ?? claims.first,
      let value = context.value(context[first])
    else { return }
    for other in claims where other != first {
      guard let now = context.value(context[other]), !now.agreesAsWritten(with: value) else {
        continue
      }
      // 预算3万元，实际支出0元: one sentence states two sides of a measure rather than one twice.
      if context[other].passage == context[first].passage, context[other].sentence == context[first].sentence
      {
        continue
      }
      if isSecondSide(other, claims, value, context) || isOfLastYear(other, context)
        || isOfLastYear(first, context)
      {
        continue
      }
      if level(of: other, context) != level(of: first, context) { continue }
      let isAttached = isAttachment(other, context)
      // The main text states purchases of many kinds.
      if isOnlyAttached, !isAttached || isAttachment(first, context) { continue }
      // 项目支出 in an attachment is that of its own project.
      if isAttached, context[other].concept.contains(.project) { continue }
      // Where a table states the figure, the table has judged already.
      if !isAttached, bound.contains(other) || bound.contains(first) { continue }
      // 财政拨款收入1498万元，其中：本年收入1445万元，上年结转53万元: the other place speaks of a part of it.
      if hasPart(first, of: now, context) || hasPart(other, of: value, context) { continue }
      if !isAttached, areOfOtherWholes(first, other, context) { continue }
      if isCarriedOver(now.exact - value.exact, context) { continue }
      // A 尾差 between two copies is none.
      let step = Swift.max(now.half, value.half) * 2
      guard (now.exact - value.exact).magnitude > step.magnitude else { continue }
      let isBeside = isAttached != isAttachment(first, context)
      inspection.report(
        "narrative-repeat", isAttached ? .warning : .error, at: context[other].figure,
        Message(
          isBeside ? attachment : same, .text(context.name(context[other])),
          .text(context.draft.string(context[other].figure)),
          .text(context.draft.string(context[first].figure))),
        related: [context.related(context[first])])
    }
  }

  /// The level of government that the start of a paragraph, or its heading, names: 全市 is not 市级.
  private static func level(of claim: Int, _ context: NarrativeContext) -> Int? {
    let passage = context[claim].passage
    let slice = context.claims.passages[passage].slice
    let head = Slice(slice.lower, Swift.min(slice.upper, slice.lower + 24))
    let heading = context.heading(of: passage) ?? Slice(0, 0)
    return levels.firstIndex { context.units.contains($0, in: head) }
      ?? levels.firstIndex { context.units.contains($0, in: heading) }
  }

  private static let levels: [Word] = [
    "全省", "省级", "省本级", "全市", "市级", "市本级", "全区", "区级", "区本级", "全县", "县级", "县本级", "全镇", "镇本级", "镇级", "乡级",
  ]

  /// Tells whether a list divides a claim and one of its parts is a figure.
  private static func hasPart(
    _ claim: Int, of value: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    context[claim].unit.money != nil
      && context.claims.lists.contains { list in
        list.whole == claim && list.parts.contains { context.value(context[$0])?.exact == value.exact }
      }
  }

  /// 支出2万元，年初预算为3万元 behind another 支出2万元: the budget beside what was stated before is no second value of it.
  private static func isSecondSide(
    _ claim: Int, _ claims: [Int], _ value: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    claims.contains {
      $0 != claim && context[$0].passage == context[claim].passage
        && context[$0].sentence == context[claim].sentence
        && context.value(context[$0])?.agreesAsWritten(with: value) ?? false
    }
  }

  /// 总支出600万元，其中：基本支出…。1、机关总支出400万元，其中：基本支出…: parts of two wholes are of two units.
  private static func areOfOtherWholes(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    guard let first = context.wholes(of: a).first, let second = context.wholes(of: b).first,
      first != second, context[first].unit.money != nil, let one = context.value(context[first]),
      let other = context.value(context[second])
    else { return false }
    return !one.agreesAsWritten(with: other)
  }

  /// 拨款收入746万元 and 拨款收入预算750万元(含上年结转4万元): the draft says what the two differ by.
  static func isCarriedOver(_ difference: Int128, _ context: NarrativeContext) -> Bool {
    context.claims.claims.contains { claim in
      !claim.concept.isDisjoint(with: [.carriedIn, .carriedOut]) && claim.unit.money != nil
        && context.value(claim)?.exact.magnitude == difference.magnitude
    }
  }

  private static func isAttachment(_ claim: Int, _ context: NarrativeContext) -> Bool {
    context.claims.passages[context[claim].passage].isAttachment
  }

  private static let same = Phrase("{0}：此处写 {1}，前文写 {2}", "{0}: {1} here, {2} above")
  private static let attachment = Phrase("{0}：附件写 {1}，正文写 {2}", "{0}: {1} in the attachment, {2} in the text")
}

/// Adds up changes that divide another: “三公”经费比上年减少3.15万元，其中：接待费减少5.40万元，用车费增加2.25万元.
///
/// A list of changes need not be complete, so only what one slip of the pen explains is certain.
enum ChangeSumCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for passage in context.claims.passages.indices where context.isJudged(passage) {
      var run: [Int] = []
      for index in context.claims.passages[passage].claims where context[index].role == .change {
        guard isUsable(index, context) else {
          run = []
          continue
        }
        if isNet(context[index], context) {
          compare(index, run, context, &inspection)
          run = []
          continue
        }
        if let last = run.last, context[last].sentence != context[index].sentence { run = [] }
        run.append(index)
      }
      divided(passage, context, &inspection)
      listed(passage, context, &inspection)
      family(passage, context, &inspection)
      kinds(passage, context, &inspection)
      reasons(passage, context, &inspection)
    }
    BalancedChanges.check(context, &inspection)
  }

  static func isUsable(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return !claim.digits.isEmpty && claim.unit.money != nil && claim.direction != 0 && !claim.isRough
      && !ChangedFigure.isFromEarlierYear(index, context)
  }

  /// 增减相抵后净增加3.15万元, 两项合计增加3.15万元: the change that those before it make.
  private static func isNet(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let before = Slice(claim.label.lower, claim.word.upper)
    let passage = context.claims.passages[claim.passage].slice
    let clause = Slice(Swift.max(passage.lower, claim.label.lower - 8), claim.label.lower)
    return context.units.contains(anyOf: nets, in: before)
      || context.units.contains(anyOf: offsets, in: clause)
  }

  private static let nets = WordList(["相抵", "项合计", "抵减后"])
  private static let offsets = WordList(["相抵，", "抵减，", "相抵后，", "抵减后，"])
  private static let marks = WordList(["其中", "中，"])

  /// The changes right behind 其中, against the change before it.
  private static func divided(
    _ passage: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let changes = context.claims.passages[passage].claims.filter {
      context[$0].role == .change && isUsable($0, context)
    }
    for (at, whole) in changes.enumerated() {
      let parts = changes[(at + 1)...].prefix {
        !context[$0].base.isEmpty && context[$0].sentence - context[whole].sentence <= 1
          && !isNet(context[$0], context)
      }
      guard parts.count >= 2, let first = parts.first, let last = parts.last,
        context.units.contains(
          anyOf: marks, in: Slice(context[whole].figure.upper, context[first].word.lower)),
        parts.allSatisfy({ context[$0].sentence == context[first].sentence && isBare($0, context) }),
        context[last].passage == context[whole].passage
      else { continue }
      compare(
        whole, Array(parts), areAll: parts.count >= 3 && isNamed(Array(parts), context), context, &inspection)
      return
    }
  }

  /// 基本支出…增加62.76万元，主要是…人员经费增加71.30万元，同时…日常公用经费减少8.54万元: the two parts that a whole has.
  private static func family(
    _ passage: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let claims = context.claims.passages[passage].claims
    for whole in claims where context[whole].role == .change && isUsable(whole, context) {
      let start = units.sentenceStart(
        before: context[whole].word.lower, from: context.claims.passages[passage].slice.lower)
      let words = Slice(start, context[whole].word.lower)
      guard let (_, kinds) = families.first(where: { units.contains($0.whole, in: words) }),
        !kinds.contains(where: { units.contains($0, in: words) }), !units.contains("项目支出", in: words)
      else { continue }
      let parts = claims.filter {
        $0 > whole && FigureCue.areTogether(whole, $0, context) && context[$0].unit.money != nil
      }.filter { at in kinds.contains { isChange(at, of: $0, context) } }
      guard parts.count == kinds.count, let first = parts.first, let last = parts.last,
        !units.contains(household, in: Slice(context[whole].figure.upper, context[last].figure.upper)),
        kinds.allSatisfy({ kind in parts.count { isChange($0, of: kind, context) } == 1 }),
        !context[first].isRough,
        parts.allSatisfy({ FigureCue.direction(context[$0], context) != nil || context[$0].direction != 0 })
      else { continue }
      compare(whole, parts, context, &inspection)
      return
    }
  }

  /// 人员经费增加71.30万元: the name and a word of change stand right before the figure.
  static func isChange(_ index: Int, of kind: Word, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard let cue = FigureCue.direction(claim, context), cue.word.upper == claim.figure.lower else {
      return false
    }
    let before = Slice(Swift.max(claim.label.lower, cue.word.lower - 8), cue.word.lower)
    return context.units.ends(before, with: kind)
  }

  private static let families: [(whole: Word, kinds: [Word])] = [
    ("基本支出", ["人员经费", "公用经费"])
  ]

  /// 比上年增加105万元，主要是…（拨款收入增加99万元、事业收入增加6万元…）: the changes of all kinds of income, side by side.
  private static func listed(
    _ passage: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let claims = context.claims.passages[passage].claims
    var whole: Int?
    var at = claims.lowerBound
    while at < claims.upperBound {
      if context[at].role == .change, isUsable(at, context) { whole = at }
      var end = at
      while end < claims.upperBound, isListed(end, behind: at, context) { end += 1 }
      if let whole, whole < at, end - at >= leastListed, context[at].sentence - context[whole].sentence <= 1 {
        compare(whole, Array(at..<end), context, &inspection)
      }
      at = Swift.max(end, at + 1)
    }
  }

  /// Tells whether a figure said in passing goes on with a list of changes that each name a kind of money.
  private static func isListed(_ index: Int, behind first: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard claim.role == .mention, claim.unit.money != nil, claim.unit == context[first].unit, !claim.isRough,
      let cue = FigureCue.direction(claim, context), cue.word.upper == claim.figure.lower,
      index == first || claim.label.lower - context[index - 1].figure.upper == 1
    else { return false }
    let (concept, rest) = context.lexicon.concept(of: Slice(claim.label.lower, cue.word.lower), context.units)
    return rest == 0 && (!concept.measure.isEmpty || !concept.source.isEmpty)
  }

  private static let leastListed = 4

  /// Tells whether a change stands alone in its clause: 接待费减少5.40万元, not 接待费9.15万元，减少5.40万元.
  private static func isBare(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    return claim.compared.isEmpty && Wording.core(claim.base, context.units).count >= 2
      && claim.base.lower >= claim.label.lower
  }

  static func compare(
    _ whole: Int, _ parts: [Int], areAll: Bool = false, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard parts.count >= 2, let total = context.value(context[whole]) else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    guard terms.count == parts.count else { return }
    var sum: Int128 = 0
    for (part, term) in zip(parts, terms) { sum += term.exact * direction(part, context) }
    let stated = total.exact * Int128(context[whole].direction)
    // 减少358万元 of parts with decimals was rounded further.
    let tail = terms.reduce(total.writtenHalf) { $0 + $1.writtenHalf }
    guard (sum - stated).magnitude > tail.magnitude, !total.hasTail(sum - stated, terms: parts.count),
      let shown = context.shown(sum.magnitude, like: context[whole])
    else { return }
    // 减少78.27万元，其中基本支出减少35.22万元，项目支出减少113.49万元: one of them went the other way.
    let turned = zip(parts, terms).filter { part, term in
      (sum - 2 * term.exact * direction(part, context) - stated).magnitude <= tail.magnitude
    }
    if let part = turned.only?.0, let word = word(part, context) {
      return inspection.report(
        "direction", .error, at: word,
        Message(
          other, .text(context.draft.string(word)),
          .text(context.draft.string(context[part].figure)),
          .text(context.draft.string(context[whole].word)),
          .text(context.draft.string(context[whole].figure))), related: context.related([whole]),
        fixes: context.turned(word))
    }
    // Three parts named side by side are likely to be all.
    let isSlip = isSlip(sum, stated, parts, terms, context)
    guard isSlip || areAll else { return }
    inspection.report(
      "narrative-sum", isSlip ? .error : .warning, at: context[whole].figure,
      Message(
        NarrativePhrases.changesMake, .text(context.draft.string(context[whole].word)),
        .text(context.draft.string(context[whole].figure)), .text(sum < 0 ? "减少" : "增加"),
        .amount(shown, nil)), related: context.related(parts))
  }

  /// Tells whether parts each name one kind of money, and no word says that there are more.
  private static func isNamed(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    let span = Slice(context[first].label.lower, context[last].figure.upper)
    return context[first].role == .change && !context.units.contains(anyOf: open, in: span)
      && parts.allSatisfy {
        !context.lexicon.concept(of: context[$0].base, context.units).concept.measure.isEmpty
          || context.units.contains(household, in: context[$0].base)
      }
  }

  private static let open = WordList(["等", "主要"])
  private static let household: Word = "对个人和家庭"

  /// Tells whether one slip in the whole or in a part explains the difference.
  private static func isSlip(
    _ sum: Int128, _ stated: Int128, _ parts: [Int], _ terms: [NarrativeContext.Value],
    _ context: NarrativeContext
  ) -> Bool {
    if (sum < 0) == (stated < 0), Slip.isSlip(Int128(sum.magnitude), Int128(stated.magnitude)) { return true }
    return zip(parts, terms).contains { part, term in
      let sign = direction(part, context)
      return Slip.isSlip(term.exact, term.exact - (sum - stated) * sign)
    }
  }

  /// The word that says which way a change goes.
  private static func word(_ index: Int, _ context: NarrativeContext) -> Slice? {
    let claim = context[index]
    return claim.role == .change ? claim.word : FigureCue.direction(claim, context)?.word
  }

  private static func direction(_ index: Int, _ context: NarrativeContext) -> Int128 {
    let claim = context[index]
    return Int128(claim.role == .change ? claim.direction : FigureCue.direction(claim, context)?.value ?? 0)
  }

  private static let other = Phrase(
    "此处写{0} {1}，按总额的{2} {3} 推算方向应相反", "“{0} {1}” must go the other way for “{2} {3}” in all")
}

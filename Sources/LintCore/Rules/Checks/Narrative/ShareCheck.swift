/// Recalculates shares (占比): of the whole of the list, or of what the sentence names, and their sum.
enum ShareCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var wrongLists: Set<Int> = []
    for index in context.claims.claims.indices {
      let claim = context[index]
      guard claim.role == .share, !claim.isRough, context.isJudged(claim.passage), !context.isBand(claim)
      else { continue }
      if let severity = check(index, claim, context, &inspection), severity > .info {
        wrongLists.insert(claim.list)
        if claim.subject >= 0 { wrongLists.insert(context[claim.subject].list) }
      }
    }
    for list in context.claims.lists.indices where !wrongLists.contains(list) {
      sum(list, context, &inspection)
    }
    ShareRuns.check(context, &inspection)
    SmallFirmShares.check(context, &inspection)
  }

  private static func check(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Severity? {
    guard let (numerator, denominator) = ShareTerms.of(claim, context),
      let part = context.value(context[numerator])
    else { return nil }
    // 合同金额万元，占支出总额的91%: the figure that has the share is missing.
    let end = context[numerator].figure.upper
    guard !context.lacksFigure(Slice(end, Swift.max(end, claim.figure.lower))) else { return nil }
    var claim = claim
    claim.subject = numerator
    if part.exact == 0, !claim.amount.isZero, claim.amount.scaled != 100 * Scale.one {
      inspection.report(
        "share", .error, at: claim.figure,
        Message(
          nothing, .text(context.name(context[claim.subject])),
          .text(context.draft.string(claim.digits) + "%")),
        related: context.related([claim.subject]))
      return .error
    }
    // 占年初预算的91% is how much of its own budget was spent, whatever that was.
    if denominator == nil, ShareTerms.isOfBudget(claim, context) { return nil }
    let wholes = denominator.map { [$0] } ?? candidates(index, claim, context)
    if wholes.isEmpty, !claim.base.isEmpty { return ofCell(claim, part, context, &inspection) }
    var best: (verdict: NarrativeContext.Verdict, whole: Int, value: NarrativeContext.Value)?
    for whole in wholes.indices {
      guard let value = context.value(context[wholes[whole]]),
        context.areAlike(context[wholes[whole]], context[claim.subject])
      else { continue }
      if value.exact == 0 {
        // Nothing of nothing may be written as 0 % or as 100 %.
        if part.exact == 0 { return nil }
        continue
      }
      guard let verdict = context.judge(claim.amount, part, of: value) else { continue }
      if verdict.severity == nil { return nil }
      // No part is more than its whole: this is not the one that is meant, unless it is named beside it.
      guard
        part.exact <= value.exact
          || !claim.base.isEmpty && claim.passage - context[wholes[whole]].passage <= 1
      else { continue }
      let isBetter = best.map {
        (verdict.severity ?? .info) < ($0.verdict.severity ?? .info)
          || (part.exact > $0.value.exact && part.exact <= value.exact)
      }
      if isBetter ?? true {
        best = (verdict, wholes[whole], value)
      }
    }
    if wholes.isEmpty, claim.base.isEmpty {
      return claim.list >= 0
        ? ofParts(index, claim, part, context, &inspection) : ofPassage(claim, part, context, &inspection)
    }
    guard let best, let computed = context.percent(part, of: best.value, like: claim.amount),
      let severity = inspection.severity(
        of: best.verdict, context, unless: { ShareTerms.hasRival(claim, part, best.value, context) })
    else { return nil }
    let whole = context[best.whole]
    if isOfWholeOfWhole(claim, part, best.whole, best.value, context)
      || ShareTerms.isStatedHere(claim, part, insteadOf: whole, context)
      || ShareTerms.isOfNamesake(claim, part, insteadOf: whole, context)
      || best.whole != numerator - 1 && isOfFigureRightBefore(numerator, claim, part, context)
      || isOfTable(claim, part, best.whole, context) || isOfHead(claim, wholes, context)
      || isOfOneSide(claim, whole, computed, context) || isOfSecondBase(index, claim, whole, context)
    {
      return nil
    }
    return report(
      claim, best.verdict.phrase(phrases, severity), severity, whole: whole.amount,
      computed, context.related([claim.subject, best.whole]), context, &inspection)
  }

  /// Reports a share with the quotient that it should be.
  static func report(
    _ claim: Claim, _ phrase: Phrase, _ severity: Severity, whole: Amount, _ computed: Amount,
    _ related: [Related], _ context: NarrativeContext, _ inspection: inout Inspection
  ) -> Severity {
    let subject = context[claim.subject]
    inspection.report(
      "share", severity, at: claim.figure,
      Message(
        phrase, .text(context.name(subject)), .amount(subject.amount, nil), .amount(whole, nil),
        .percent(computed), .text(context.draft.string(claim.digits) + "%")),
      related: related, fixes: context.fix(claim.digits, shown(computed, claim.amount)))
    return severity
  }

  /// A list whose whole is not stated: its parts make it, if most shares say so.
  private static func ofParts(
    _ index: Int, _ claim: Claim, _ part: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) -> Severity? {
    guard context.claims.lists.indices.contains(claim.list), context.claims.lists[claim.list].whole < 0 else {
      return nil
    }
    let parts = context.claims.lists[claim.list].parts
    var sum = NarrativeContext.Value(exact: 0, half: 0, writtenHalf: 0)
    var shares: [(share: Int, value: NarrativeContext.Value)] = []
    for part in parts {
      guard let share = share(of: part, context), context[share].base.isEmpty,
        let value = context.value(context[part])
      else { return nil }
      sum = sum + value
      shares.append((share, value))
    }
    guard sum.exact > 0, shares.count >= 2, let verdict = context.judge(claim.amount, part, of: sum),
      let severity = inspection.severity(of: verdict, context),
      let computed = context.percent(part, of: sum, like: claim.amount)
    else { return nil }
    let agreeing = shares.filter {
      context.judge(context[$0.share].amount, $0.value, of: sum)?.isRight ?? true
    }
    // What is nothing has no share of any whole.
    guard agreeing.count * 2 >= shares.count, agreeing.contains(where: { $0.value.exact != 0 }),
      let total = context.shown(sum.exact.magnitude, like: context[claim.subject])
    else { return nil }
    return report(
      claim, verdict.phrase(phrases, severity), severity, whole: total, computed,
      context.related(parts), context, &inspection)
  }

  /// A share of what only a table states: 占一般公共预算项目支出总额的100%.
  private static func ofCell(
    _ claim: Claim, _ part: NarrativeContext.Value, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) -> Severity? {
    let (concept, rest) = context.lexicon.concept(of: Wording.core(claim.base, context.units), context.units)
    let measure = concept.narrowMeasure
    guard rest == 0, measure.rawValue.nonzeroBitCount == 1, !concept.source.isEmpty else { return nil }
    var found: (cell: CellPlace, value: NarrativeContext.Value)?
    for candidate in context.figures.measures
    where candidate.measure == measure && candidate.source == concept.source {
      guard let value = context.value(candidate.place), value.exact > 0 else { continue }
      if context.judge(claim.amount, part, of: value)?.isRight ?? true { return nil }
      if let found, found.value.exact != value.exact { return nil }
      found = (candidate.place, value)
    }
    guard let found, let verdict = context.judge(claim.amount, part, of: found.value),
      let severity = inspection.severity(of: verdict, context),
      let computed = context.percent(part, of: found.value, like: claim.amount),
      let cell = context.cell(found.cell),
      severity == .info || !ShareTerms.hasRival(claim, part, found.value, context)
    else { return nil }
    return report(
      claim, verdict.phrase(phrases, severity), severity, whole: cell.amount, computed,
      context.related([claim.subject]) + [context.related(found.cell)], context, &inspection)
  }

  static func shown(_ computed: Amount, _ stated: Amount) -> Amount {
    guard stated.decimals > 0, stated.decimals < computed.decimals else { return computed }
    return Amount(scaled: computed.scaled, decimals: stated.decimals) ?? computed
  }

  private static let nothing = Phrase("{0}为 0，文中写占 {1}", "{0} is 0, yet the text says {1}")
  static let phrases = QuotientPhrases(
    Phrase("{0}：{1} ÷ {2} = {3}，文中写占 {4}", "{0}: {1} ÷ {2} = {3}, the text says {4}"))

  /// The claims that can be the whole, the likeliest first; empty where that is uncertain.
  private static func candidates(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> [Int] {
    let base = Wording.core(claim.base, context.units)
    // “住房保障支出”科目1209万元，…，购房补贴625万元，占该科目的51.70%
    if context.units.equals(anyOf: thisItem, base) {
      let claims = context.claims.passages[claim.passage].claims
      return claims.first.map { $0 < claim.subject && context[$0].role == .amount ? [$0] : [] } ?? []
    }
    if !base.isEmpty {
      let named = ShareTerms.naming(base, index, claim, context)
      if let first = named.first {
        // The nearest passage that names it decides; a list whole of the same words counts too.
        let nearest = named.filter { context[$0].passage == context[first].passage }
        let all = ShareTerms.ofSameStatus(claim, nearest, context)
        // 旗级一般公共预算收入 is nearer than 一般公共预算收入: whichever gives the share is meant.
        let part = context.value(context[claim.subject])
        let isElsewhere = ShareTerms.ofSameStatus(claim, named, context).contains { whole in
          guard !all.contains(whole), let part, let value = context.value(context[whole]) else {
            return false
          }
          return context.judge(claim.amount, part, of: value)?.isRight ?? false
        }
        return isElsewhere ? [] : all
      }
      let others = inOtherWords(base, index, claim, context)
      if !others.isEmpty { return others }
      let owned = ShareTerms.ofOwner(base, index, claim, context)
      return owned.isEmpty ? ShareTerms.abbreviated(base, claim, context) : owned
    }
    var found = context.wholes(of: claim.subject)
    if claim.list >= 0, context.claims.lists.indices.contains(claim.list) {
      found += context.claims.lists[claim.list].otherWholes
    }
    return found
  }

  /// 占总收入 below 收入合计, 占本年支出合计 where the text says 支出合计: the same thing in other words.
  private static func inOtherWords(
    _ base: Slice, _ index: Int, _ claim: Claim, _ context: NarrativeContext
  ) -> [Int] {
    let (concept, rest) = context.lexicon.concept(of: base, context.units)
    guard rest == 0 else { return [] }
    let measure = concept.narrowMeasure
    if measure == .smallFirms { return ofSmallFirms(index, claim, context) }
    if measure.isEmpty {
      let flow = concept.intersection(flows)
      let wholes = context.wholes(of: claim.subject).filter {
        context[$0].concept.intersection(flows).isSuperset(of: flow) && context[$0].concept.measure.isEmpty
      }
      if !wholes.isEmpty { return wholes }
      guard !flow.isEmpty else { return [] }
      // Only what stands for a whole can be one: parts of a list by source are none. 收入总计 is more than 本年收入.
      return context.readings([], source: concept.source, flow: flow, before: index).filter {
        $0 != claim.subject
          && !(concept.contains(.thisYear) && !context[$0].concept.isDisjoint(with: [.grand, .both]))
          && (context[$0].list < 0 || !context[$0].concept.isDisjoint(with: [.thisYear, .total]))
      }
    }
    guard measure.rawValue.nonzeroBitCount == 1 else { return [] }
    // 占基本支出 beside 人员经费 of one source of funds is a share of the 基本支出 of that source.
    let source =
      concept.source.isEmpty
      ? context.figures.readings.first { $0.claim == claim.subject }?.source ?? [] : concept.source
    let found = context.readings(measure, source: source, before: index).filter { $0 != claim.subject }
    return found.isEmpty && measure == .procurement ? procured(index, claim, context) : found
  }

  /// 授予中小企业39万元，其中小微企业22万元，占中小企业合同金额的56%: what is said of small firms before.
  private static func ofSmallFirms(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> [Int] {
    guard context[claim.subject].concept.contains(.smallFirms) else { return [] }
    let first = context.claims.passages[claim.passage].claims.lowerBound
    let found = (first..<claim.subject).filter {
      context[$0].role == .amount && context[$0].unit.money != nil
        && context[$0].concept.contains(.smallFirms)
    }
    return found.count == 1 ? found : []
  }

  /// 共编制政府采购预算2138.95万元，…。其中预留给中小企业…，占采购预算总额的69.95%: the only figure of the paragraph that can be
  /// all that is bought.
  private static func procured(_ index: Int, _ claim: Claim, _ context: NarrativeContext) -> [Int] {
    guard context[claim.subject].concept.contains(.smallFirms) else { return [] }
    let passages = context.claims.passages
    func found(in passage: Int) -> [Int] {
      passages[passage].claims.filter {
        $0 < index && $0 != claim.subject && context[$0].role == .amount && context[$0].unit.money != nil
          && context[$0].concept.isWholeProcurement
      }
    }
    var all = found(in: claim.passage)
    let above = claim.passage - 1
    // 2026年政府采购预算90万元，其中：…⏎预留中小企业采购份额63万元，占采购预算总额的70%
    if all.isEmpty, above >= 0, passages[above].section == passages[claim.passage].section {
      all = found(in: above)
    }
    return all.count == 1 ? all : []
  }

  private static let thisItem = WordList(["该科目", "该类", "该款", "该项", "该科目支出", "该项支出", "该类支出"])
  private static let flows: FigureConcept = [.income, .expense]

  /// The shares of a complete list make 100 %.
  private static func sum(_ index: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let list = context.claims.lists[index]
    guard list.parts.count >= 2 else { return }
    guard list.whole >= 0 else { return exceeding(list, context, &inspection) }
    guard let whole = context.value(context[list.whole]) else { return }
    var total: Int128 = 0
    var tolerance: Int128 = 0
    var shares: [Int] = []
    var parts: Int128 = 0
    for part in list.parts {
      guard let share = share(of: part, context), let value = context.value(context[part]) else { return }
      guard context[share].base.isEmpty, !context[share].isRough else { return }
      shares.append(share)
      parts += value.exact
      total += context[share].amount.scaled
      tolerance += context[share].amount.half
    }
    guard parts == whole.exact, whole.exact != 0, context.isJudged(context[list.whole].passage) else {
      return
    }
    // （其中：购置费0万元，占0%；运行费11万元，占84%）: the parts have the share of their whole.
    if let above = shareNear(list.whole, context),
      (total - context[above].amount.scaled).magnitude
        <= (2 * tolerance + context[above].amount.half).magnitude
    {
      return
    }
    let low = 100 * Scale.one - 2 * tolerance
    let high = 100 * Scale.one + tolerance
    guard total < low || total > high, let sum = Amount(scaled: total, decimals: 2), let last = shares.last
    else { return }
    inspection.report(
      "share-sum", .warning, at: context[last].figure,
      Message(NarrativePhrases.shares, .sum(shares.map { context[$0].amount }), .percent(sum)),
      related: context.related(shares))
  }

  /// “三公”经费中，用车费4万元，占89%；接待费8万元，占40%: what 中 divides has no more than 100 %.
  private static func exceeding(
    _ list: ClaimList, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let first = list.parts.first, context.isJudged(context[first].passage),
      context.units.equals(anyOf: among, list.marker)
    else { return }
    let shares = list.parts.compactMap { share(of: $0, context) }
    guard shares.count == list.parts.count, let last = shares.last,
      shares.allSatisfy({ context[$0].base.isEmpty && !context[$0].isRough })
    else { return }
    let total = shares.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let tail = shares.reduce(Int128(0)) { $0 + context[$1].amount.lastPlace }
    guard total > 100 * Scale.one + tail, !isDividedTwice(shares, context),
      let sum = Amount(scaled: total, decimals: 2)
    else { return }
    inspection.report(
      "share-sum", .warning, at: context[last].figure,
      Message(NarrativePhrases.shares, .sum(shares.map { context[$0].amount }), .percent(sum)),
      related: context.related(shares))
  }

  /// 基本支出占69.25%；项目支出占30.75%；…按功能分类，教育支出占81.08%: the first shares make the whole, the others do so anew.
  private static func isDividedTwice(_ shares: [Int], _ context: NarrativeContext) -> Bool {
    var (sum, tail): (Int128, Int128) = (0, 0)
    return shares.dropLast().contains { share in
      sum += context[share].amount.scaled
      tail += context[share].amount.lastPlace
      return (sum - 100 * Scale.one).magnitude <= tail.magnitude
    }
  }

  private static let among = WordList(["中", "其中"])

  /// The share of an amount, behind its completion and its change.
  static func shareNear(_ amount: Int, _ context: NarrativeContext) -> Int? {
    for next in (amount + 1)..<Swift.max(amount + 1, Swift.min(amount + 5, context.claims.claims.count)) {
      if context[next].role == .amount || context[next].passage != context[amount].passage { return nil }
      if context[next].role == .share, context[next].subject == amount { return next }
    }
    return nil
  }

  private static func share(of part: Int, _ context: NarrativeContext) -> Int? {
    let next = part + 1
    guard context.claims.claims.indices.contains(next), context[next].role == .share,
      context[next].subject == part, context[next].sentence == context[part].sentence
    else { return nil }
    return next
  }
}

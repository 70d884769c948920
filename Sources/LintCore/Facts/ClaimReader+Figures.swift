/// How a figure becomes a claim, with what its label, or the words before it, speak of.
extension PassageReader {
  func blank(_ token: FigureToken, _ out: Claims) -> Claim {
    let label = Slice(labelStart, Int(token.lower))
    var (concept, rest) = lexicon.concept(of: label, units)
    if rest >= 2 { (concept, rest) = lexicon.concept(of: names.body(of: label), units) }
    // In final accounts “三公”经费预算11.32万元 is the plan; 政府性基金预算 is a source of funds.
    if out.isFinal, !concept.contains(.actual), units.ends(label, with: GrammarWords.budget),
      !units.ends(label, withAnyOf: GrammarWords.funds)
    {
      concept.insert(.plan)
    }
    if let short = shortened(label) { (concept, rest) = short }
    return Claim(
      role: .mention, passage: passage, sentence: sentence, label: label, figure: token.slice,
      digits: Slice(Int(token.lower), Int(token.digitsUpper)), amount: token.amount, unit: token.unit,
      concept: concept, rest: rest, subject: lastAmount,
      list: lastAmount >= 0 ? out.claims[lastAmount].list : -1, year: year)
  }

  /// 公务用车购置及运行维护费3万元。…，购置费为0万元；运行维护费3万元: what short names mean beside what they are parts of, and
  /// that 购置费 elsewhere is no name of what the sentence speaks of.
  private func shortened(_ label: Slice) -> (FigureConcept, Int)? {
    let name = Wording.core(label, units)
    guard name.count >= 3, name.count <= 7, units[name.lower] == 0x8D2D || units[name.lower] == 0x8FD0 else {
      return nil
    }
    let isPurchase = units.equals(anyOf: GrammarWords.purchase, name)
    guard isPurchase || units.equals(anyOf: GrammarWords.running, name) else { return nil }
    if !lexicon.concept(of: topic, units).concept.isDisjoint(with: Self.cars) {
      return (isPurchase ? .vehiclePurchase : .vehicleRunning, 0)
    }
    return isPurchase ? ([], name.count) : nil
  }

  private static let cars: FigureConcept = [.vehicles, .vehiclePurchase, .vehicleRunning]

  /// What a bare label speaks of.
  private func topic(of claim: Claim, _ out: Claims) -> Slice {
    // 整体支出1项、项目支出4项，涉及资金100万元: the money is that of both.
    if claim.unit.money != nil, lastAmount > firstClaim, separator >= 2, out.claims[lastAmount].unit.isCount,
      out.claims[lastAmount - 1].unit == out.claims[lastAmount].unit,
      out.claims[lastAmount - 1].sentence == sentence
    {
      return Slice(0, 0)
    }
    // 项目支出36万元，为预算数281万元的99%: the budget is that of the whole.
    if isPlan(claim), units.starts(claim.label, with: GrammarWords.being) { return Slice(0, 0) }
    if isBehindList(claim, out) { return Slice(0, 0) }
    // 其中上年结转53万元；执行数217万元: nothing is spent of what was carried over alone.
    if claim.concept.contains(.actual),
      !lexicon.concept(of: topic, units).concept.isDisjoint(with: Self.carried)
    {
      return Slice(0, 0)
    }
    // 基金收入45万元；年初结转0万元；支出45万元: what is carried over spends nothing.
    let isFlow = !claim.concept.flow.isEmpty && claim.concept.isDisjoint(with: [.plan, .actual])
    guard isFlow, !topic.isEmpty, flowTopic != topic else { return topic }
    return flowTopic
  }

  /// 年初预算9万元，其中：…、接待费3万元。实际支出8万元: what follows a list speaks of its whole, or of who knows what.
  private func isBehindList(_ claim: Claim, _ out: Claims) -> Bool {
    guard lastAmount >= 0 else { return false }
    let list = out.claims[lastAmount].list
    if list >= 0, !out.lists[list].isAside, separator >= 3 || pending == .completion && isMade(list, out) {
      return true
    }
    // 上年结转23万元、当年预算64万元，共计87万元: the sum is of none of them.
    return claim.concept.contains(.total) && claim.concept.flow.isEmpty && lastAmount > firstClaim
      && lastSentence == sentence && out.claims[lastAmount - 1].role == .amount
      && out.claims[lastAmount - 1].sentence == sentence
  }

  /// 政府性基金预算财政拨款年初结转8万元，本年收入52万元: the source of funds that a carry-over and what follows are of.
  private func source(before label: Slice) -> Slice? {
    guard
      let end = GrammarWords.carriedStarts.lazy.compactMap({ units.find($0, in: label) }).min(),
      end > label.lower
    else { return nil }
    // 政府性基金预算财政拨款（详见公开07表）年初结转8万元
    let source = units.withoutTrailingBrackets(Slice(label.lower, end))
    let (concept, rest) = lexicon.concept(of: source, units)
    return rest == 0 && !concept.source.isEmpty && concept.measure.isEmpty ? source : nil
  }

  /// 决算68.30万元，用于甲、乙2个村的沟渠修复，本年收入75万元: what the money is for is no subject of what follows.
  private func isUseCount(_ claim: Claim) -> Bool {
    guard claim.unit.isCount, lastAmount >= 0, lastSentence == sentence else { return false }
    let clause = units.clauseStart(before: claim.figure.lower, from: body.lower)
    return units.starts(Slice(clause, claim.figure.lower), withAnyOf: GrammarWords.uses)
  }

  /// 年初预算250万元，加上年结转30万元，支出决算268.50万元: what comes to the budget is no subject of what follows.
  private func isAddedCarryOver(_ claim: Claim) -> Bool {
    !claim.concept.isDisjoint(with: [.carriedIn]) && !topic.isEmpty && separator <= 2
      && units.starts(claim.label, withAnyOf: GrammarWords.additions)
  }

  private static let carried: FigureConcept = [.carriedIn, .carriedOut]
  private static let sides: FigureConcept = [.income, .expense]

  /// Goes back from the budget within a completion to what completes it.
  mutating func resume() {
    guard outcome >= 0 else { return }
    lastAmount = outcome
    outcome = -1
  }

  /// Remembers what the words before a figure say of those that follow.
  private mutating func note(_ claim: Claim) {
    if claim.role == .amount { isEach = false }
    guard claim.role == .mention else { return }
    if units.contains(anyOf: GrammarWords.exclusions, in: claim.label) { isAdjusted = true }
    guard pending != .nothing || direction != nil, !isReason else { return }
    if units.contains(GrammarWords.respectively, in: claim.label)
      || units.contains(anyOf: GrammarWords.each, in: claim.label)
    {
      isEach = true
    }
  }

  /// 占比37.96%的为基本支出90万元: tells whether the share right before an amount is its own, and takes the words between off
  /// its name.
  private func takeShare(_ claim: inout Claim, _ out: Claims) -> Bool {
    guard claim.unit.money != nil, out.claims.count > firstClaim, let share = out.claims.last,
      share.role == .share, share.figure.upper == claim.label.lower, share.passage == passage,
      let word = units.lengthOfWord(starting: claim.label, anyOf: GrammarWords.beingOf),
      claim.label.count - word >= 2
    else { return false }
    claim.label.lower += word
    return true
  }

  /// 支出决算为年初预算40.10万元的96.31%: the budget that the outcome is a percentage of.
  private func isCompleted(_ claim: Claim) -> Bool {
    guard claim.concept.contains([.plan, .actual]), claim.unit.money != nil else { return false }
    let behind = Slice(claim.figure.upper, Swift.min(claim.figure.upper + 4, body.upper))
    return units[behind.lower] == 0x7684 && behind.indices.dropFirst().contains { Unit.isDigit(units[$0]) }
  }

  mutating func figure(_ i: Int, _ out: inout Claims) {
    let token = tokens[i]
    var claim = blank(token, out)
    claim.isRough = token.isRough || aboutEnd == Int(token.lower) || isThreshold(i)
    if !isAdjusted { isAdjusted = units.contains(anyOf: GrammarWords.amongChanges, in: claim.label) }
    claim.role = role(i, &claim)
    if claim.role == .change, let rate = out.claims.last, rate.role == .rate, isBehindRate(i, claim.word) {
      (claim.base, claim.compared) = (rate.base, rate.compared)
    }
    note(claim)
    // 比预算数少2万元，…比2024年度多1万元，2024年度下降0.98%: the rate is of no change before.
    if claim.unit.money != nil, claim.role != .change,
      units.ends(claim.label, withAnyOf: GrammarWords.moreOrLess)
    {
      lastChange = -1
    }
    if claim.role == .amount {
      claim.subject = -1
      claim.list = -1
      // 完成年初预算数609.99万元的44.37%: the budget stands within the words of the completion.
      let isBudget = (pending == .completion && out.isFinal || pending == .share) && lastAmount >= 0
      if pending == .completion || isCompleted(claim) {
        claim.concept.formUnion(.plan)
        claim.concept.subtract(.actual)
      }
      if isBudget, lastSentence == sentence { outcome = lastAmount }
      // 本年预算安排9个，金额993万元: the words before the count are what the money is for.
      if pending == .share {
        // 占本年支出70万元的5%: the whole of a share is no subject of what follows.
      } else if claim.rest == 0, claim.concept.measure.isEmpty, claim.concept.source.isEmpty,
        !(claim.unit.isCount && claim.concept.contains(.thisYear))
      {
        claim.topic = topic(of: claim, out)
      } else if shortened(claim.label) == nil, !isAddedCarryOver(claim), !isUseCount(claim) {
        if claim.concept.isDisjoint(with: [.carriedIn, .carriedOut]) {
          flowTopic = claim.label
        } else if !claim.concept.source.isEmpty, let source = source(before: claim.label) {
          flowTopic = source
        }
        topic = claim.label
      }
    }
    let index = out.claims.count
    let isBehindShare = claim.role == .amount && takeShare(&claim, out)
    if claim.role == .amount, let introduced = introduced(claim, out) {
      marker = introduced
      markerSubject = Slice(introduced.lower, introduced.lower)
    }
    // 政府性基金预算方面的情况详见公开07表。
    if token.unit == .none, let aspect = aspect(of: claim.label) { (topic, flowTopic) = (aspect, aspect) }
    out.claims.append(claim)
    labelStart = Int(token.upper)
    lastFigureEnd = labelStart
    switch claim.role {
    case .amount:
      if outcome < 0 { place(index, &out) }
      if isBehindShare {
        out.claims[index - 1].subject = index
        out.claims[index - 1].list = out.claims[index].list
      }
      comparedSubject = Slice(0, 0)
      lastAmount = index
      lastUnit = claim.unit.money == nil ? nil : claim.unit
      lastSentence = sentence
      sidesSentence = claim.concept.measure.isEmpty && claim.concept.flow == Self.sides ? sentence : -2
      lastChange = -1
      separator = 0
      marker = nil
    case .change:
      lastChange = index
      lastDirection = direction
      hasRate = false
      comparedSentence = sentence
      direction = nil
    case .rate, .share, .completion:
      if claim.role == .rate { hasRate = true }
      if claim.role == .share {
        lastShareEnd = labelStart
        isShareOfNext = claim.word.lower - claim.label.lower >= 2 && claim.base.isEmpty
      }
      direction = nil
      pending = .nothing
      resume()
    case .prior:
      hasBase = true
    case .mention:
      break
    }
  }
}

/// What a figure is in its sentence: an amount, a change, a rate, a share, a completion, or said in passing.
extension PassageReader {
  /// What a figure is, by the words before it in its clause.
  func role(_ i: Int, _ claim: inout Claim) -> Claim.Role {
    let token = tokens[i]
    if isReason || isAverage || isDifference || isDistributed || mentionDepth >= 0 { return .mention }
    // 分别占18.79%和81.21%, 分别比上年增加136万元和346万元: whose they are is not said beside them.
    if isOfSeveral(i, claim) { return .mention }
    // 增长5.22%，增幅低于2024年的6.80%: the rate of another year.
    if token.unit == .percent,
      units.ends(Slice(labelStart, Int(token.lower)), withAnyOf: GrammarWords.ofOtherYears)
    {
      return .mention
    }
    let lacksUnit = token.unit == .none
    // 得分=执行率×10: a term of a formula.
    if lacksUnit, token.lower > 0, GrammarWords.operators.contains(units[Int(token.lower) - 1]) {
      return .mention
    }
    if lacksUnit, !endsClause(Int(token.upper)) { return .mention }
    if token.unit == .percent, pending == .nothing, direction == nil,
      units.equals(Wording.core(claim.label, units), GrammarWords.completed)
    {
      // 年初预算20万元，决算19万元，完成95%
      claim.word = claim.label
      claim.base = Slice(claim.label.upper, claim.label.upper)
      return .completion
    }
    if token.unit == .percent || lacksUnit, pending != .nothing {
      // 执行率为0 needs no sign.
      claim.lacksUnit = lacksUnit && !(claim.amount.isZero && pending == .completion)
      claim.word = pendingWord
      claim.base = base(before: Int(token.lower))
      if lacksUnit { claim.unit = .percent }
      return pending == .share ? .share : .completion
    }
    if let direction {
      if isUpTo(direction.word, Int(token.lower)) || isReversed(direction.word) { return .mention }
      guard
        isCompared || compareAt != nil || lastChange >= 0 || hasLastYear || isBehindRate(i, direction.word)
      else { return .mention }
      claim.direction = direction.value
      claim.word = direction.word
      claim.base = Slice(claim.label.lower, compareAt?.lower ?? direction.word.lower)
      if claim.base.isEmpty, !comparedSubject.isEmpty { claim.base = comparedSubject }
      if let compareAt { claim.compared = Slice(compareAt.upper, direction.word.lower) }
      if token.unit == .percent || (lacksUnit && lastChange >= 0) {
        claim.lacksUnit = lacksUnit
        claim.unit = .percent
        claim.subject = isOfOwnBase || isOfOwnSubject(claim) ? -1 : lastChange
        return .rate
      }
      if token.unit == .percentPoint || lacksUnit { return .mention }
      return .change
    }
    if token.unit == .percent {
      return impliesShare(i, claim) ? share(&claim) : .mention
    }
    if token.unit == .percentPoint { return .mention }
    if lacksUnit {
      let isZero = isZeroPlan(claim)
      guard isZero || lacksMoneyUnit(i, claim) else { return .mention }
      claim.lacksUnit = !isZero
      claim.unit = usualUnit(around: i)
    }
    // 较上年689万元131万元: a word between the two was lost, and the second may be a change.
    if claim.unit.money != nil, claim.label.isEmpty, let before = tokens[..<i].last, before.mark == .figure,
      before.unit.money != nil, before.upper == token.lower
    {
      return .mention
    }
    if claim.isRough || isAdjusted || units.contains(anyOf: GrammarWords.exclusions, in: claim.label) {
      return .mention
    }
    // 比年初预算6万元节约1万元: what was saved is no figure of its own.
    if claim.unit.money != nil, units.ends(claim.label, withAnyOf: GrammarWords.savings) { return .mention }
    // 占采购总额的75%，计90万元 goes on with the amount before; 基本支出占75%，计90万元 names its own.
    if claim.unit.money != nil, units.equals(Wording.core(claim.label, units), GrammarWords.amounting),
      lastShareEnd >= 0, lastShareEnd + 1 == claim.label.lower, !isShareOfNext
    {
      return .mention
    }
    // 有86万元未执行, 未执行216万元, 2人各12万元: what is left of a figure, or one of several.
    if claim.unit.money != nil,
      units.starts(Slice(claim.figure.upper, body.upper), withAnyOf: GrammarWords.unspent)
        || units.ends(claim.label, withAnyOf: GrammarWords.unspent)
        || units.ends(claim.label, with: GrammarWords.apiece)
    {
      return .mention
    }
    // 政府性基金+150.00万元: by how much it changed.
    if claim.unit.money != nil, claim.label.count >= 3, units[claim.label.upper - 1] == 0x2B,
      Unit.isIdeograph(units[claim.label.upper - 2])
    {
      return .mention
    }
    // 支出为年初预算80万元的1.05倍，超出4万元
    if claim.unit.money != nil, units.equals(anyOf: GrammarWords.bareExcesses, claim.label) {
      return .mention
    }
    // 低于年初预算5万元, 超年初预算7万元, 高于其余四类合计9万元: a difference.
    if units.starts(claim.label, withAnyOf: GrammarWords.excesses),
      units.contains(anyOf: GrammarWords.heldAgainst, in: claim.label)
    {
      return .mention
    }
    if units.ends(claim.label, withAnyOf: GrammarWords.beyondBudget) { return .mention }
    // 本年预算中有3万元结转下年: a part of what the sentence speaks of, and none of its figures.
    if token.unit.money != nil, units.contains(GrammarWords.within, in: claim.label) { return .mention }
    if isOfOtherYear(i, claim) || isHeldAgainst(i, claim) { return .prior }
    // 结转由37万元减少到5万元
    if nextIsDirection(i), units.contains(GrammarWords.from, in: claim.label) { return .prior }
    if hasLastYear || (compareAt != nil && nextIsDirection(i)) { return .prior }
    return .amount
  }

  /// 2023年度为121万元，比2024年度多1万元; 比本年多1万元: the year before is held against this one, the other way round.
  private func isReversed(_ word: Slice) -> Bool {
    guard let compareAt, compareAt.upper < word.lower else { return false }
    let base = Slice(compareAt.upper, word.lower)
    guard !units.contains(anyOf: GrammarWords.planned, in: base) else { return false }
    return units.starts(base, withAnyOf: GrammarWords.thisYear)
      || documentYear > 0 && base.count <= Self.longestYear
        && DocumentYear.years(base, units).contains(documentYear) && hasNamedYearBefore(compareAt.lower)
  }

  /// Tells whether the sentence names the year before the draft's own, up to a position.
  private func hasNamedYearBefore(_ end: Int) -> Bool {
    let start = units.sentenceStart(before: end, from: body.lower)
    return DocumentYear.years(Slice(start, end), units).contains(documentYear - 1)
  }

  /// How long 与2024年度本年 may be.
  private static let longestYear = 10

  /// 较上年下降6.52%，减少0.60万元: the amount of a change right behind its rate.
  func isBehindRate(_ i: Int, _ word: Slice) -> Bool {
    guard hasRate, tokens[i].unit.money != nil, word.upper == Int(tokens[i].lower),
      let comma = tokens[..<i].last(where: { $0.lower < word.lower }), comma.mark == .comma,
      Int(comma.upper) == word.lower, let rate = tokens[..<i].last(where: { $0.mark == .figure })
    else { return false }
    return rate.unit == .percent && rate.upper == comma.lower
  }

  /// 较上年66万元减少4万元，下降5.49%，较预算65万元下降3.62%: the last rate is none of the change before.
  private var isOfOwnBase: Bool {
    guard compareAt != nil else { return false }
    return hasRate || hasBase
  }

  /// 增加11万元，增长8.21%，其中事业收入增长14.58%: a further rate, of what its own words name.
  private func isOfOwnSubject(_ rate: Claim) -> Bool {
    hasRate && Wording.core(rate.base, units).count >= 2
  }

  /// 分别占70%、20%和10%, 两者分别增长5%、下降6%: shares and changes of several amounts, up to the next amount.
  private func isOfSeveral(_ i: Int, _ claim: Claim) -> Bool {
    guard pending != .nothing || direction != nil || claim.unit == .percent else { return false }
    if units.contains(anyOf: GrammarWords.inOrder, in: claim.label) { return !isOfBothSides(i, claim) }
    // 取暖费9万元、电费8万元、水费3万元等，占公用经费的59.55%: the share of what is listed.
    if pending == .share, lastFigureEnd > 0, pendingWord.lower == labelStart, labelStart == lastFigureEnd + 2,
      units[lastFigureEnd] == 0x7B49
    {
      return true
    }
    // 甲、乙、丙均为零，占比均为0.00%
    return isEach
      || pending == .share
        && (units.contains(anyOf: GrammarWords.each, in: claim.label)
          || units.ends(claim.label, withAnyOf: GrammarWords.alike))
  }

  /// 收入总计和支出总计均为90万元。较上年分别增加10万元，增长12.5%: one change for both sides, which are equal.
  private func isOfBothSides(_ i: Int, _ claim: Claim) -> Bool {
    let end = Int(tokens[i].upper)
    guard direction != nil, claim.concept.measure.isEmpty, claim.unit.money != nil,
      sentence - sidesSentence <= 1,
      endsClause(end), end >= body.upper || units[end] != 0x3001
    else { return false }
    return tokens[(i + 1)...].dropFirst().first?.mark != .figure
  }

  /// 2025年预算数777万元，2024年执行数612万元: the second figure is that of the year before.
  private func isOfOtherYear(_ i: Int, _ claim: Claim) -> Bool {
    guard yearAt >= claim.label.lower, lastAmount >= 0, documentYear > 0, claim.year > 0,
      claim.year < documentYear, !isListedByYear
    else { return false }
    if lastSentence == sentence { return true }
    // 2025年预算安排29万元，用于…。2024年预算数为28万元，同比增加1万元
    return lastSentence + 1 == sentence && claim.year + 1 == documentYear
      && lastFigureEnd < claim.label.lower - 1 && isCompared(behind: i)
  }

  /// Tells whether the clause right behind a figure begins with a comparison and states a change.
  private func isCompared(behind i: Int) -> Bool {
    let clause = tokens[(i + 1)...]
    guard let comma = clause.first, comma.mark == .comma, comma.lower == tokens[i].upper else { return false }
    var isCompared = false
    for token in clause.dropFirst() {
      switch token.mark {
      case .compare, .compared: isCompared = true
      case .increase, .decrease: return isCompared
      case .figure, .comma, .semicolon, .stop, .colon, .open: return false
      default: continue
      }
    }
    return false
  }

  /// 与上年采购支出320万元相比，…, 与2023年30万元持平: what another figure is held against.
  private func isHeldAgainst(_ i: Int, _ claim: Claim) -> Bool {
    // 比2023年的250万元，增加50万元; 比年初预算6万元节约1万元
    if let compareAt, compareAt.lower >= claim.label.lower, compareAt.lower <= claim.label.lower + 1,
      compareAt.count == 1 || units[compareAt.lower] == 0x76F8
    {
      return true
    }
    if isOfEarlierYears(claim) { return true }
    let next = i + 1
    guard next < tokens.endIndex, Int(tokens[next].lower) == claim.figure.upper else { return false }
    switch tokens[next].mark {
    // 同比 goes on with the figure before it.
    case .compared:
      return units[claim.figure.upper] != 0x540C && units[claim.figure.upper] != 0x73AF
    case .unchanged:
      return documentYear > 0 && units.starts(claim.label, withAnyOf: GrammarWords.with)
        && DocumentYear.years(claim.label, units).contains { $0 < documentYear }
    default: return false
    }
  }

  /// 支出较2023年度的16.49万元翻了一番多, 较2023年度、2022年度的1.41万元和1.85万元分别减少…: 的 joins the figure to earlier years.
  private func isOfEarlierYears(_ claim: Claim) -> Bool {
    guard documentYear > 0, let compareAt, compareAt.upper < claim.figure.lower,
      units[claim.figure.lower - 1] == 0x7684
    else { return false }
    let base = Slice(compareAt.upper, claim.figure.lower)
    guard base.count <= Self.longestYears, !base.indices.contains(where: { Unit.endsClause(units[$0]) })
    else { return false }
    let years = DocumentYear.years(base, units)
    return !years.isEmpty && years.allSatisfy { $0 < documentYear }
  }

  /// How long 2023年度、2022年度决算数的 may be.
  private static let longestYears = 24

  private func share(_ claim: inout Claim) -> Claim.Role {
    claim.word = Slice(claim.figure.lower, claim.figure.lower)
    return .share
  }

  /// 支出46.86万元，17.36%: the word 占 was left out.
  private func impliesShare(_ i: Int, _ claim: Claim) -> Bool {
    // 分别占70%、20%和10%: a share behind another is not that of the last amount.
    let before = tokens[..<i].last { $0.mark == .figure }
    return lastAmount >= 0 && claim.label.isEmpty && separator == 2 && claim.list >= 0
      && before?.unit != .percent
  }

  /// The words between 占 and its figure, without 的 and 比重为.
  private func base(before end: Int) -> Slice {
    var slice = Slice(pendingWord.upper, end)
    for word in GrammarWords.shareTails where units.ends(slice, with: word) {
      slice.upper -= word.count
    }
    // 在本年支出合计中的比重为70.95%
    let before = Slice(labelStart, Swift.max(labelStart, pendingWord.lower))
    if slice.isEmpty, units.starts(before, with: GrammarWords.amid), before.count <= 24,
      let tail = units.lengthOfWord(ending: before, anyOf: GrammarWords.amidTails)
    {
      return Slice(before.lower + 1, before.upper - tail)
    }
    return slice
  }

  private func endsClause(_ end: Int) -> Bool {
    guard end < body.upper else { return true }
    switch units[end] {
    case 0xFF0C, 0x2C, 0x3B, 0x3002, 0x29, 0x28, 0x3001: return true
    default: return false
    }
  }

  /// The unit that money has beside a figure that lacks its own: that of the nearest one before it, or behind it.
  private func usualUnit(around i: Int) -> FigureUnit {
    func isMoney(_ token: FigureToken) -> Bool { token.mark == .figure && token.unit.money != nil }
    let nearest = tokens[..<i].last(where: isMoney) ?? tokens[i...].first(where: isMoney)
    return nearest?.unit ?? .tenThousandYuan
  }

  /// 决算数为270，完成预算…; 项目支出84.12，占31.16%.
  private func lacksMoneyUnit(_ i: Int, _ claim: Claim) -> Bool {
    // 收、支总计均为12446.14。
    if claim.concept.contains(.both), claim.amount.decimals > 0, units[claim.label.upper - 1] == 0x4E3A {
      return true
    }
    guard claim.label.count >= 2, !claim.amount.isZero,
      !claim.concept.isDisjoint(with: [.income, .expense, .plan, .actual]) || isMoney(claim.concept.measure)
    else { return false }
    let last = units[claim.label.upper - 1]
    if last == 0x4E3A || claim.amount.decimals > 0 { return true }
    var k = i + 1
    while k < tokens.endIndex, tokens[k].mark == .comma { k += 1 }
    return k < tokens.endIndex && (tokens[k].mark == .share || tokens[k].mark == .completion)
  }

  /// 年初预算为0，支出决算为…: nothing needs no unit.
  private func isZeroPlan(_ claim: Claim) -> Bool {
    claim.amount.isZero && lastAmount < 0 && claim.concept.contains(.plan) && !claim.label.isEmpty
      && units[claim.label.upper - 1] == 0x4E3A
  }

  private func isMoney(_ measure: FigureConcept) -> Bool {
    !measure.isEmpty && measure.isDisjoint(with: [.posts, .staff, .cars, .guests])
  }

  /// 增加到, 下降至, 减少为: what the figure is now; 增长率为 gives the change.
  private func isUpTo(_ word: Slice, _ end: Int) -> Bool {
    if word.upper > word.lower, units[word.upper - 1] == 0x81F3 { return true }
    guard word.upper < end else { return false }
    switch units[word.upper] {
    case 0x5230, 0x81F3: return true
    case 0x4E3A: return GrammarWords.becoming.contains { units.equals(word, $0) }
    default: return false
    }
  }

  /// A bracket between a figure and 以上 has no more tokens.
  private static let longestBracket = 16

  /// 500万元至1000万元的4个: both are limits of a class, and no figures of the draft.
  private func isSpan(_ i: Int) -> Bool {
    guard i >= tokens.startIndex, i + 1 < tokens.endIndex, tokens[i].mark == .figure,
      tokens[i + 1].mark == .figure, tokens[i].unit == tokens[i + 1].unit, tokens[i].unit.money != nil,
      Int(tokens[i].lower) > body.lower, !Unit.isIdeograph(units[Int(tokens[i].lower) - 1])
    else { return false }
    let between = Slice(Int(tokens[i].upper), Int(tokens[i + 1].lower))
    return units.equals(anyOf: GrammarWords.upTo, between)
      && units.starts(Slice(Int(tokens[i + 1].upper), body.upper), withAnyOf: GrammarWords.classEnds)
  }

  /// 50万元以上, 50万元（原值）以上.
  func isThreshold(_ i: Int) -> Bool {
    if isSpan(i) || isSpan(i - 1) { return true }
    var k = i + 1
    guard k < tokens.endIndex else { return false }
    if tokens[k].mark == .open, tokens[k].lower == tokens[i].upper {
      let end = Swift.min(tokens.endIndex, k + Self.longestBracket)
      while k < end, tokens[k].mark != .close { k += 1 }
      guard k < end, k + 1 < tokens.endIndex else { return false }
      return tokens[k + 1].mark == .threshold && tokens[k + 1].lower == tokens[k].upper
    }
    return tokens[k].mark == .threshold && tokens[k].lower == tokens[i].upper
  }

  /// Tells whether a word of change follows in the same clause.
  private func nextIsDirection(_ i: Int) -> Bool {
    for token in tokens[(i + 1)...] {
      switch token.mark {
      case .increase, .decrease, .unchanged: return true
      case .comma, .semicolon, .stop, .enumeration, .figure: return false
      default: continue
      }
    }
    return false
  }
}

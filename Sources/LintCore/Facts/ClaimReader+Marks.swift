/// The words that announce parts: 其中 and its like, 收入预算中，…, 按资金来源分：….
extension PassageReader {
  mutating func mark(_ token: FigureToken) {
    let lower = Int(token.lower)
    if lower > body.lower, units[lower - 1] == 0x4E0D || units[lower - 1] == 0x672A { return }
    // 主要原因是项目支出减少34万元其中：…: a list right behind a figure, with the full stop left out.
    let isGlued =
      token.mark == .ofWhich && lower == labelStart && lower > body.lower
      && units.has(GrammarWords.colon, at: Int(token.upper), before: body.upper)
    if isPurpose || isGlued { isReason = false }
    // 原因是人数减少、经费减少其中：…；…: what is listed within a reason belongs to it up to the full stop.
    if isReason, token.mark == .ofWhich { isReasonListed = true }
    if isGlued { direction = nil }
    // 出国费与用车费分别为34万元和423万元: which is whose is said by their order.
    if units.starts(token.slice, withAnyOf: GrammarWords.inOrder),
      !units.has(GrammarWords.colon, at: Int(token.upper), before: body.upper), !namesEach(behind: token)
    {
      isDistributed = true
      return
    }
    if token.mark == .ofWhich, lower - labelStart <= 1, sentence - comparedSentence <= 1 { isCompared = true }
    // 比上年减少34万元其中：…: the comparison is over, though no sign says so.
    hasLastYear = false
    compareAt = nil
    marker = token.slice
    isLoose =
      token.mark != .ofWhich && !units.has(GrammarWords.colon, at: Int(token.upper), before: body.upper)
    markerSubject = Slice(labelStart, lower)
    labelStart = Int(token.upper)
  }

  /// 增加的277万元中，基本支出占139万元; 增加额中: what a clause divides is by how much something changed.
  private func isOfChange(_ clause: Slice) -> Bool {
    if units.ends(clause, withAnyOf: GrammarWords.amongChanges) { return true }
    guard clause.lower == lastFigureEnd, units.equals(clause, GrammarWords.among),
      let figure = tokens[..<cursor].lastIndex(where: { $0.mark == .figure }),
      units[Int(tokens[figure].lower) - 1] == 0x7684,
      let word = tokens[..<figure].last(where: { $0.mark != .filler })
    else { return false }
    return (word.mark == .increase || word.mark == .decrease) && word.upper + 1 == tokens[figure].lower
  }

  /// 甲、乙和丙分别为4万元、8万元和3万元，三项合计15万元: a figure of its own behind those that 分别 stands before.
  func isSummedUp(_ start: Int) -> Bool {
    var clause = Slice(start, Swift.min(body.upper, start + GrammarWords.longestSum))
    if let count = units.lengthOfWord(starting: clause, anyOf: GrammarWords.counted) { clause.lower += count }
    return units.starts(clause, withAnyOf: GrammarWords.together)
  }

  /// 4个项目依次为甲90万元、乙30万元: a number of things before the words, and the first of their names behind them.
  private func namesEach(behind token: FigureToken) -> Bool {
    let before = Slice(labelStart, Int(token.lower))
    guard lastAmount >= 0, lastSentence == sentence, lastFigureEnd == labelStart,
      let next = tokens[(cursor + 1)...].first(where: { $0.mark == .figure })
    else { return false }
    let name = Slice(Int(token.upper), Swift.max(Int(token.upper), Int(next.lower)))
    return next.unit.money != nil && name.count >= 4 && name.count <= 30
      && units.contains(GrammarWords.projects, in: before)
      && !before.indices.contains { units[$0] == 0x3001 || units[$0] == 0x548C || units[$0] == 0x4E0E }
      && !name.indices.contains { Unit.isComma(units[$0]) || units[$0] == 0x3001 || units[$0] == 0x28 }
      && lexicon.concept(of: name, units).rest >= 2
  }

  /// 收入预算中，… and 按功能分类科目分：… announce parts as 其中 does.
  mutating func impliedMark(_ token: FigureToken) {
    let end = Int(token.lower)
    if isOfChange(Slice(labelStart, Swift.max(labelStart, end))) { isAdjusted = true }
    guard marker == nil, !isAdjusted else { return }
    guard end - 1 >= labelStart else { return markBehindFigure(token) }
    var label = Slice(labelStart, end)
    // 全年预算数按支出性质划分，…
    let isDivided = units.ends(label, withAnyOf: GrammarWords.divided) || isByKind(label)
    if isDivided,
      let by = label.indices.last(where: { units[$0] == 0x6309 }), by > labelStart
    {
      label.lower = by
    }
    // 采购预算138万元，分类别看，货物8万元、工程80万元、服务50万元
    if isSeen(label) {
      marker = label
      isLoose = false
      markerSubject = Slice(labelStart, label.lower)
      return
    }
    if token.mark == .colon, let subject = composed(label) {
      marker = Slice(subject.upper, end)
      isLoose = false
      markerSubject = subject
      return
    }
    if token.mark == .comma, units[label.lower] == 0x6309, label.count <= 24, isDivided {
      marker = label
      isLoose = false
      markerSubject = Slice(labelStart, label.lower)
    } else if token.mark == .comma, units[end - 1] == 0x4E2D {
      let (concept, _) = lexicon.concept(of: label, units)
      guard label.count <= 2 || !concept.isEmpty || isStated(Slice(labelStart, end - 1)) else { return }
      marker = Slice(end - 1, end)
      isLoose = false
      markerSubject = Slice(labelStart, end - 1)
    } else if token.mark == .colon, label.count <= 20,
      units[label.lower] == 0x6309 || units[label.lower] == 0x4ECE
    {
      marker = label
      isLoose = false
      markerSubject = Slice(labelStart, label.lower)
    }
  }

  /// 固定资产90万元。固定资产中，…: what a figure right before was called.
  private func isStated(_ name: Slice) -> Bool {
    let before = Slice(Swift.max(body.lower, name.lower - Self.reachOfName), name.lower)
    return name.count >= 4 && units.find(units.name(name), in: before) != nil
  }

  private static let reachOfName = 60

  /// 政府采购支出25万元：货物类10万元，服务类15万元.
  private mutating func markBehindFigure(_ token: FigureToken) {
    let before = tokens[..<cursor].last
    guard token.mark == .colon, let before, before.mark == .figure, before.upper == token.lower,
      before.unit.money != nil, lastUnit == before.unit, lastChange < 0, lastSentence == sentence, !isReason
    else { return }
    marker = token.slice
    isLoose = false
    markerSubject = Slice(labelStart, labelStart)
  }

  /// What 收入构成为, 支出投向为 and 支出由两部分构成 speak of; empty where they name nothing.
  private func composed(_ label: Slice) -> Slice? {
    guard label.count <= 20, let tail = units.lengthOfWord(ending: label, anyOf: GrammarWords.compositions)
    else { return nil }
    var subject = Slice(label.lower, label.upper - tail)
    if let by = subject.indices.first(where: { units[$0] == 0x7531 }) { subject.upper = by }
    if units.ends(subject, withAnyOf: GrammarWords.generals) { subject.upper = subject.lower }
    return subject
  }

  /// 分类别看, 从支出结构看: the kinds that follow divide what was said before.
  func isSeen(_ label: Slice) -> Bool {
    guard label.count >= 4, label.count <= 10, units[label.upper - 1] == 0x770B else { return false }
    return units[label.lower] == 0x5206 || units[label.lower] == 0x4ECE || units[label.lower] == 0x6309
  }

  /// Tells whether a label announces parts by a kind of its own: 按区域分.
  private func isByKind(_ label: Slice) -> Bool {
    label.count >= 4 && label.count <= 8 && units[label.lower] == 0x6309 && units[label.upper - 1] == 0x5206
  }

  /// Tells whether a comma stands between 最大 and 为: 工程支出最多，为90万元.
  func isSuperlative(_ comma: FigureToken) -> Bool {
    let end = Int(comma.lower)
    guard Int(comma.upper) < body.upper, units[Int(comma.upper)] == 0x4E3A, end - 2 >= labelStart,
      units[end - 2] == 0x6700
    else { return false }
    return units[end - 1] == 0x5927 || units[end - 1] == 0x591A || units[end - 1] == 0x9AD8
  }

  /// Tells whether 、 stands between two words of one label: 收入总计、支出总计均为…, 购置费预算、决算均为….
  func isOfBoth(_ sign: Int) -> Bool {
    guard sign > labelStart else { return false }
    return units[sign - 1] == 0x8BA1
      || units.ends(Slice(labelStart, sign), with: GrammarWords.budget)
        && units.starts(Slice(sign + 1, body.upper), with: GrammarWords.outcomes)
  }
}

/// Tells apart figures that bear the name of a measure of the whole draft and are of something else.
extension ClaimBinder {
  /// 其余5类支出合计10万元: what is left of a whole.
  func isRest(_ claim: Int, _ it: Claim) -> Bool {
    guard claim > 0, claims.claims[claim - 1].passage == it.passage else { return false }
    let count = claims.claims[claim - 1]
    guard count.unit.money == nil, count.unit != .percent else { return false }
    // 按预算执行的科目13个，决算合计…: of as many subjects, whichever they are.
    if count.figure.upper + 1 == it.label.lower, units.ends(count.label, with: Names.subject) { return true }
    return count.figure.upper == it.label.lower && units.contains(anyOf: GrammarWords.rests, in: count.label)
  }

  /// Tells whether a kind of spending is that of the item of its paragraph, or pays for a matter named before it.
  func isOfOther(_ claim: Int, _ it: Claim, _ heading: HeadingConcept) -> Bool {
    let kinds: FigureConcept = [.basic, .project, .personnel, .running]
    let own = it.concept.narrowMeasure
    guard !own.isEmpty else { return isSourceOfKind(it) }
    if own.isSubset(of: FigureConcept.threePublicItems) { return isWithinRunning(it, heading) }
    guard own.isSubset(of: kinds) else { return false }
    return heading.isItem || isWithinItem(claim, it) || isSourceOfMatter(claim, it) || isSourceOfNamed(it)
      || isPaidOtherwise(it)
  }

  /// 项目支出中，财政拨款80万元，非财政拨款20万元: what pays for one kind of spending is not all that the source gives.
  private func isSourceOfKind(_ it: Claim) -> Bool {
    guard !it.concept.source.isEmpty else { return false }
    let passage = claims.passages[it.passage].slice
    let start = units.sentenceStart(before: it.label.lower, from: passage.lower)
    guard let among = units.find(GrammarWords.amongClause, in: Slice(start, Swift.max(start, it.label.lower)))
    else { return false }
    let kinds: FigureConcept = [.basic, .project]
    let (concept, rest) = lexicon.concept(of: Slice(start, among), units)
    return rest == 0 && concept.source.isEmpty && concept.narrowMeasure.rawValue.nonzeroBitCount == 1
      && kinds.isSuperset(of: concept.narrowMeasure)
  }

  /// 用其他资金安排的基本支出20万元、项目支出70万元: of other money than the tables of the section speak of.
  private func isPaidOtherwise(_ it: Claim) -> Bool {
    guard it.concept.source.isEmpty else { return false }
    let passage = claims.passages[it.passage].slice
    let start = units.clauseStart(
      before: it.label.lower, from: Swift.max(passage.lower, it.label.lower - Self.longestPayer))
    return units.contains(anyOf: GrammarWords.otherMoney, in: Slice(start, it.figure.lower))
  }

  /// How far before a name the words may stand that say who pays for it.
  private static let longestPayer = 40

  /// “三公”经费中基本支出安排9万元，项目支出安排8万元: what pays for a matter that the sentence names without a figure.
  private func isSourceOfNamed(_ it: Claim) -> Bool {
    let passage = claims.passages[it.passage].slice
    let start = units.sentenceStart(before: it.label.lower, from: passage.lower)
    let before = lexicon.concept(of: Slice(start, Swift.max(start, it.label.lower)), units).concept
    return !before.measure.isDisjoint(
      with: FigureConcept.threePublicItems.union([.threePublic, .agencyRunning, .procurement]))
  }

  /// 机关运行经费…。其中：办公费…、公务接待费…: what the agency's running costs pay for is not all of 三公.
  private func isWithinRunning(_ it: Claim, _ heading: HeadingConcept) -> Bool {
    guard heading.own.isDisjoint(with: FigureConcept.threePublicItems), it.list >= 0 else { return false }
    let head = claims.passages[it.passage].claims.first { claims.claims[$0].role == .amount }
    return heading.own.contains(.agencyRunning)
      || head.map { claims.claims[$0].concept.contains(.agencyRunning) } ?? false
  }

  /// Tells whether the paragraph is about an item: 1.…（项）。支出决算90万元。其中：基本支出80万元.
  private func isWithinItem(_ claim: Int, _ it: Claim) -> Bool {
    let first = claims.passages[it.passage].claims.lowerBound
    guard first < claim else { return false }
    let head = claims.claims[first]
    return units.contains(Names.item, in: head.label) || units.contains(Names.item, in: head.topic)
  }

  /// Tells whether a kind of spending pays for a matter: 运行费178万元由基本支出安排154万元、项目支出安排24万元.
  private func isSourceOfMatter(_ claim: Int, _ it: Claim) -> Bool {
    let first = Swift.max(claims.passages[it.passage].claims.lowerBound, claim - 4)
    return (first..<Swift.max(first, claim)).contains { at in
      let before = claims.claims[at]
      let behind = before.figure.upper
      return before.sentence == it.sentence && before.unit.money != nil && behind < units.count
        && units[behind] == 0x7531
    }
  }
}

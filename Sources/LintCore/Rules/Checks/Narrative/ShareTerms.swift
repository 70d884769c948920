/// Finds what a share (占) is a share of, and what has it.
enum ShareTerms {
  /// The amount that has a share, and the amount it is a share of where the sentence states that beside it; nothing
  /// where the sentence names a part that has no amount.
  static func of(_ claim: Claim, _ context: NarrativeContext) -> (numerator: Int, denominator: Int?)? {
    guard claim.subject >= 0 else { return nil }
    // 占支出合计90万元的50%，占收入合计的45%: both are shares of what stood before 占.
    var numerator = claim.subject
    var denominator: Int?
    while isBase(context[numerator], context) {
      if numerator == claim.subject, claim.base.lower < context[numerator].figure.upper {
        denominator = numerator
      }
      guard
        let before = (context.claims.passages[claim.passage].claims.lowerBound..<numerator).last(where: {
          context[$0].role == .amount
        })
      else { return nil }
      numerator = before
    }
    let own = Slice(
      claim.label.lower, Swift.max(claim.label.lower, Swift.min(claim.word.lower, claim.label.upper)))
    // The sentence is over: what the share is of was left out.
    if Slice(context[numerator].figure.upper, claim.word.lower).indices.contains(where: {
      context.units[$0] == 0x3002
    }) {
      if isOfItem(own, numerator, context) { return (numerator, denominator) }
      // 财政拨款收支总预算8012.20万元。…。财政拨款收支总预算占单位收支总预算的95.64%: its amount opens the paragraph.
      return called(Wording.core(own, context.units), claim, context).map { ($0, nil) }
    }
    // A、B分别占20%和80%: which share belongs to which part is not said beside it.
    if context.units.contains(each, in: own) { return nil }
    // …，共占2%; 比上年占比58%: of several, and of another year.
    if own.count <= 6, context.units.contains(anyOf: several, in: own) { return nil }
    let name = Wording.core(own, context.units)
    guard !name.isEmpty, !isGeneric(name, of: context[numerator], context) else {
      return (numerator, denominator)
    }
    let named = context.amounts(saying: name, before: claim.subject + 1, reach: 0)
    return named.first.map { ($0, denominator) }
  }

  /// The one amount of the paragraph that is called what stands before 占, and nothing else.
  private static func called(_ name: Slice, _ share: Claim, _ context: NarrativeContext) -> Int? {
    guard name.count >= leastCalled else { return nil }
    return context.amounts(saying: name, before: share.subject + 1, reach: 0).filter {
      isCalled(name, context[$0].label, context.units)
    }.only
  }

  /// Tells whether a label is a name, apart from a year before it.
  static func isCalled(_ name: Slice, _ label: Slice, _ units: Units) -> Bool {
    var label = Wording.core(label, units)
    if let end = DocumentYear.ends(label, units) { label.lower = end }
    return units.areSame(label, name)
  }

  private static let leastCalled = 6

  /// Tells whether words speak of the only amount of their paragraph: 该项支出占….
  private static func isOfItem(_ words: Slice, _ amount: Int, _ context: NarrativeContext) -> Bool {
    context.units.starts(words, withAnyOf: thisItem)
      && context.claims.passages[context[amount].passage].claims.allSatisfy {
        $0 == amount || context[$0].role != .amount
      }
  }

  private static let thisItem = WordList(["该项", "此项", "该支出"])

  /// Tells whether a share is one of a budget that is not named further.
  static func isOfBudget(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let base = Wording.core(claim.base, context.units)
    guard !base.isEmpty else { return false }
    if context.draft.string(base) == budget { return true }
    let (concept, rest) = context.lexicon.concept(of: base, context.units)
    return rest == 0 && concept.subtracting(.comparison) == .plan
  }

  private static let budget = "预算"

  /// Tells whether the words before 占 say nothing that the amount before them does not say.
  private static func isGeneric(_ name: Slice, of amount: Claim, _ context: NarrativeContext) -> Bool {
    let (concept, rest) = context.lexicon.concept(of: name, context.units)
    if Wording.contains(amount.label, name, context.units) { return true }
    // 税收收入7亿元，非税收入3亿元，税收占比70%: the one before says that it is not.
    if isDenied(name, in: amount.label, context.units) { return false }
    if !amount.topic.isEmpty, Wording.contains(amount.topic, name, context.units) { return true }
    // 当年拨款90万元、上年结转10万元，当年拨款占90%
    if concept.contains(.thisYear), amount.concept.contains(.carriedIn) { return false }
    let measured = concept.measure.union(concept.source)
    return rest <= 1
      && amount.concept.union(context.lexicon.concept(of: amount.topic, context.units).concept)
        .isSuperset(of: measured)
  }

  /// Tells whether 非 stands before a name in a label.
  private static func isDenied(_ name: Slice, in label: Slice, _ units: Units) -> Bool {
    label.indices.contains {
      units[$0] == 0x975E && units.starts(Slice($0 + 1, label.upper), with: units.name(name))
    }
  }

  /// Tells whether an amount stands behind 占 itself.
  private static func isBase(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(shareOf, in: claim.label)
      && context.lexicon.concept(of: claim.label, context.units).concept.contains(.comparison)
  }

  /// The amounts that can be the whole of a share: of 决算 and 预算 the one that the part is.
  static func ofSameStatus(_ share: Claim, _ named: [Int], _ context: NarrativeContext) -> [Int] {
    guard context.claims.isFinal, !ClaimBinder.isPlan(context[share.subject].concept) else { return named }
    return named.filter { !ClaimBinder.isPlan(context[$0].concept) }
  }

  /// Tells whether a kind of spending that a share names without a source of funds can be the one of an amount
  /// elsewhere: 占基本支出 is a share of the 基本支出 that the same funds pay for.
  static func isOfSameSource(
    _ whole: Int, _ share: Claim, _ base: Slice, _ context: NarrativeContext
  ) -> Bool {
    let concept = context.lexicon.concept(of: base, context.units).concept
    let passages = context.claims.passages
    guard !concept.measure.isEmpty, concept.source.isEmpty,
      passages[context[whole].passage].section != passages[share.passage].section,
      let own = context.figures.readings.first(where: { $0.claim == share.subject }),
      let other = context.figures.readings.first(where: { $0.claim == whole })
    else { return true }
    return own.source == other.source
  }

  /// The amounts before a share that its words name, nearest first; where labels end in the words, only those.
  ///
  /// 卫生健康支出（类）其他卫生健康支出（款）: the path of an item says its class and is not it.
  static func naming(_ base: Slice, _ index: Int, _ share: Claim, _ context: NarrativeContext) -> [Int] {
    let passages = context.claims.passages
    // 农村经济总收入 among the tasks of the year is not what 占总收入 means in the account.
    let named = context.amounts(saying: base, before: index, reach: 40).filter {
      $0 != share.subject && context.areAlike(context[$0], context[share.subject])
        && isOfSameSource($0, share, base, context)
        && passages[context[$0].passage].isAside == passages[share.passage].isAside
    }
    let exact = named.filter { endsIn(base, name(context[$0], base, context), context) }
    return exact.isEmpty ? named.filter { !isOfItem(base, context[$0].label, context) } : exact
  }

  /// The words that name an amount: 三公经费年初预算数76万元，决算数65万元 are both of 三公经费.
  private static func name(_ amount: Claim, _ base: Slice, _ context: NarrativeContext) -> Slice {
    Wording.contains(amount.label, base, context.units) ? amount.label : amount.topic
  }

  /// 占单位收支总预算的95.64%: the total of all funds, which is called so without the owner where it is stated.
  static func ofOwner(_ base: Slice, _ index: Int, _ share: Claim, _ context: NarrativeContext) -> [Int] {
    let units = context.units
    guard let owner = units.lengthOfWord(starting: base, anyOf: owners), base.count >= owner + 4 else {
      return []
    }
    let total = Slice(base.lower + owner, base.upper)
    return naming(total, index, share, context).filter { isCalled(total, context[$0].label, units) }
  }

  private static let owners = WordList(["本单位", "本部门", "我单位", "我部门", "全单位", "全部门", "单位", "部门"])

  /// Tells whether nothing but words without a meaning of their own follow a name in a label.
  private static func endsIn(_ base: Slice, _ label: Slice, _ context: NarrativeContext) -> Bool {
    guard let rest = Wording.rest(of: label, behind: base, context.units) else { return false }
    // 农林水支出（类）472万元，…占农林水支出的69%
    if rest.count <= 1 || context.units.find(LevelMark.major, in: rest) == rest { return true }
    let (concept, unknown) = context.lexicon.concept(of: rest, context.units)
    return unknown == 0 && concept.measure.isEmpty && concept.source.isEmpty
  }

  private static func isOfItem(_ base: Slice, _ label: Slice, _ context: NarrativeContext) -> Bool {
    guard let rest = Wording.rest(of: label, behind: base, context.units) else { return false }
    return context.units.contains(anyOf: items, in: rest)
  }

  /// 占预留份额 beside 预留中小企业采购份额: the whole of the list in fewer words.
  static func abbreviated(_ base: Slice, _ share: Claim, _ context: NarrativeContext) -> [Int] {
    guard base.count >= 4, share.subject >= 0 else { return [] }
    return context.wholes(of: share.subject).prefix(1).filter { whole in
      var at = base.lower
      let label = context[whole].label
      for i in label.indices where at < base.upper && context.units[i] == context.units[at] { at += 1 }
      return at == base.upper
    }
  }

  private static let items = WordList(["(款)", "(项)"])
  /// Tells whether another reading of a share is right: another amount of its sentence has it, or what the parts of its
  /// list make is the whole.
  static func hasRival(
    _ share: Claim, _ part: NarrativeContext.Value, _ whole: NarrativeContext.Value,
    _ context: NarrativeContext
  ) -> Bool {
    func isRight(_ part: NarrativeContext.Value, _ whole: NarrativeContext.Value) -> Bool {
      context.fits(share.amount, part, of: whole)
    }
    let claims = context.claims.passages[share.passage].claims
    let isAnother = claims.contains { other in
      other != share.subject && context[other].role != .share
        && context[other].figure.upper <= share.figure.lower
        && context[other].unit.money != nil && !context[other].digits.isEmpty
        && share.sentence - context[other].sentence <= 1
        && (context.value(context[other]).map {
          $0.exact > 0 && $0.exact != whole.exact && $0.exact != part.exact && isRight($0, whole)
        } ?? false)
    }
    if isAnother { return true }
    guard share.list >= 0, context.claims.lists.indices.contains(share.list) else { return false }
    let parts = context.claims.lists[share.list].parts.compactMap { context.value(context[$0]) }
    guard parts.count >= 2, let first = parts.first else { return false }
    let sum = parts.dropFirst().reduce(first) { $0 + $1 }
    return sum.exact != whole.exact && isRight(part, sum)
  }

  /// 预算合计715.70万元，…，投入最多的260.00万元，占项目支出的36.33%: the paragraph itself states the whole, and no other one.
  static func isStatedHere(
    _ share: Claim, _ part: NarrativeContext.Value, insteadOf whole: Claim, _ context: NarrativeContext
  ) -> Bool {
    whole.passage != share.passage
      && context.claims.passages[share.passage].claims.contains { other in
        other != share.subject && context[other].role == .amount && context[other].unit.money != nil
          && context[other].figure.upper <= share.figure.lower
          && (context.value(context[other]).map {
            $0.exact > part.exact && context.fits(share.amount, part, of: $0)
          } ?? false)
      }
  }

  /// 政府采购预算62.00万元，实际支出总额58.73万元，其中授予中小企业47.90万元，占政府采购支出总额的81.56%: an amount that ends as
  /// the whole is called, which the other does not, and that the share is right of.
  static func isOfNamesake(
    _ share: Claim, _ part: NarrativeContext.Value, insteadOf whole: Claim, _ context: NarrativeContext
  ) -> Bool {
    let units = context.units
    let base = Wording.core(share.base, units)
    guard base.count > namesakeTail, whole.passage == share.passage else { return false }
    let tail = Slice(base.upper - namesakeTail, base.upper)
    func endsAlike(_ other: Claim) -> Bool {
      let label = Wording.core(other.label, units)
      return label.count >= namesakeTail
        && units.key(Slice(label.upper - namesakeTail, label.upper)) == units.key(tail)
    }
    return !endsAlike(whole)
      && context.claims.passages[share.passage].claims.contains { other in
        other != share.subject && context[other].role == .amount && context[other].unit.money != nil
          && context[other].figure.upper <= share.figure.lower && endsAlike(context[other])
          && (context.value(context[other]).map { context.fits(share.amount, part, of: $0) } ?? false)
      }
  }

  /// How long 支出总额 or 收入合计 is.
  private static let namesakeTail = 4

  private static let several = WordList(["共", "合计", "上年", "去年"])
  private static let each: Word = "分别"
  private static let shareOf: Word = "占"
}

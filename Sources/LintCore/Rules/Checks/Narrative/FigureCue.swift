/// What the words right before a figure say of it, in whatever sentence it stands.
///
/// The grammar of the claims knows the sentences of the templates. This knows only words, so whoever asks must be sure
/// of the figures themselves: by a sum or a rate that they make.
enum FigureCue {
  /// The words before a figure in its clause: its label, or what stands before the bracket that it stands in alone.
  static func lead(_ claim: Claim, _ context: NarrativeContext) -> Slice {
    let units = context.units
    guard claim.label.isEmpty, claim.label.lower > 0, units[claim.label.lower - 1] == 0x28 else {
      return claim.label
    }
    let end = claim.label.lower - 1
    let first = Swift.max(context.claims.passages[claim.passage].slice.lower, end - longestLead)
    var start = end
    while start > first, !isBoundary(units[start - 1]) { start -= 1 }
    return Slice(start, end)
  }

  private static let longestLead = 40

  private static func isBoundary(_ unit: UInt16) -> Bool {
    Unit.endsClause(unit) || unit == 0x3001 || unit == 0x28 || unit == 0x29 || unit == 0x3A
  }

  /// The word of change that a figure has right before it: +1 for more, -1 for less.
  static func direction(_ claim: Claim, _ context: NarrativeContext) -> (value: Int, word: Slice)? {
    let units = context.units
    var label = claim.label
    label.lower = Swift.max(label.lower, label.upper - farthestWord)
    let isRate = claim.unit == .percent
    // 下降为8万元 says what it is now; 降幅为8% by how much.
    if !isRate, units.ends(label, withAnyOf: becoming) { return nil }
    for _ in 0..<mostTails {
      guard let tail = units.lengthOfWord(ending: label, anyOf: tails) else { break }
      label.upper -= tail
    }
    if let length = units.lengthOfWord(ending: label, anyOf: rises) {
      return (1, Slice(label.upper - length, label.upper))
    }
    if let length = units.lengthOfWord(ending: label, anyOf: falls) {
      return (-1, Slice(label.upper - length, label.upper))
    }
    // 比预算数低4万元: one sign needs the comparison.
    guard units.ends(label, withAnyOf: more) || units.ends(label, withAnyOf: less),
      case let clause = clause(claim, context), units.contains(anyOf: comparing, in: clause),
      // 上年为121万元，比本年多1万元: the year before is held against this one.
      !units.contains(anyOf: GrammarWords.thanThisYear, in: clause)
    else { return nil }
    if units.ends(label, withAnyOf: more) { return (1, Slice(label.upper - 1, label.upper)) }
    return units.ends(label, withAnyOf: less) ? (-1, Slice(label.upper - 1, label.upper)) : nil
  }

  /// The words of a clause up to a figure, with the figures among them.
  static func clause(_ claim: Claim, _ context: NarrativeContext) -> Slice {
    let first = context.claims.passages[claim.passage].slice.lower
    return Slice(context.units.clauseStart(before: claim.figure.lower, from: first), claim.figure.lower)
  }

  /// Tells whether the words between a figure and a change name whose change it is: 公务接待费同比减少3万元.
  static func hasSubject(
    _ claim: Claim, _ word: Slice, behind figure: Claim, _ context: NarrativeContext
  ) -> Bool {
    let end = Swift.max(claim.label.lower, word.lower)
    let (concept, rest) = context.lexicon.concept(of: Slice(claim.label.lower, end), context.units)
    if rest > 1 || !concept.measure.isEmpty || !concept.flow.isEmpty { return true }
    // 事业收入98万元，…；财政拨款增加9万元
    if !concept.source.isEmpty, figure.concept.isDisjoint(with: concept.source) { return true }
    let between = Slice(figure.figure.upper, Swift.max(figure.figure.upper, end))
    let named = context.lexicon.concept(of: between, context.units).concept.measure
    return !named.subtracting([.staff, .posts]).isEmpty
  }

  /// Tells whether two comparisons side by side may be with the same: one is not with an outcome, the other a budget.
  static func areAlike(_ first: Claim, _ second: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    guard units.contains(anyOf: comparing, in: second.label) else { return true }
    return units.contains(sameTime, in: second.label)
      && units.contains(anyOf: yearBefore, in: clause(first, context))
      && (context.claims.isFinal || !units.contains(outcome, in: clause(first, context)))
  }

  private static let sameTime: Word = "同比"
  private static let outcome: Word = "执行"
  private static let yearBefore = WordList(["上年", "去年", "同比"])

  static let comparing = WordList(["比", "较"])
  /// What stands between a share and the amount that has it.
  static let that = WordList(["即", "计", "金额", "安排", "达", "数额", "金额为", "即为", "共计", "支出"])
  private static let farthestWord = 14
  private static let mostTails = 4
  private static let tails = WordList([
    "幅度", "比例", "比率", "金额", "资金", "为", "了", "额", "率", "均", "各", "共", "达", "数",
  ])
  private static let becoming = WordList(["增加为", "减少为", "下降为", "降低为", "上升为", "提高为"])
  private static let rises = WordList([
    "增加", "增长", "上升", "提高", "上涨", "扩大", "多支出", "多支", "多安排", "净增", "增支", "增收", "增幅", "升幅", "升高",
  ])
  private static let falls = WordList([
    "减少", "下降", "降低", "压减", "缩减", "压缩", "少支出", "少支", "少安排", "节支", "节约", "节省", "净减", "减支",
    "减收", "降幅", "减幅", "缩小", "回落", "差额",
  ])
  private static let more = WordList(["高", "多", "增"])
  private static let less = WordList(["低", "少", "减", "降"])

  /// Tells whether a figure is that of the year before: 上年为80万元, 由2022年的80万元增加到90万元, 在80万元的基础上.
  static func isBase(_ index: Int, _ context: NarrativeContext) -> Bool {
    // 由上年的80万元变为90万元: 上年 is said of the first.
    if index > 0, isFrom(index - 1, context) { return false }
    let claim = context[index]
    let units = context.units
    let lead = lead(claim, context)
    guard !units.contains(anyOf: GrammarWords.carriedOver, in: lead) else { return false }
    if units.contains(anyOf: GrammarWords.lastYear, in: lead) { return true }
    let year = context.claims.year
    if year > 0, DocumentYear.years(lead, units).last.map({ $0 < year }) ?? false { return true }
    let end = context.claims.passages[claim.passage].slice.upper
    if units.starts(Slice(claim.figure.upper, end), withAnyOf: onTopOf) { return true }
    return isFrom(index, context)
  }

  /// 由80万元增至90万元, 从80万元降到70万元: the figure before it changed.
  static func isFrom(_ index: Int, _ context: NarrativeContext) -> Bool {
    guard context.units.contains(anyOf: from, in: context[index].label), let next = next(index, context)
    else { return false }
    let label = context[next].label
    return label.lower == context[index].figure.upper
      && (context.units.contains(anyOf: upTo, in: label)
        || context.units.equals(anyOf: StatedPairs.becoming, label))
  }

  private static func next(_ index: Int, _ context: NarrativeContext) -> Int? {
    let next = index + 1
    guard context.claims.claims.indices.contains(next), context[next].passage == context[index].passage
    else { return nil }
    return next
  }

  private static let onTopOf = WordList(["的基础上", "基础上"])
  static let from = WordList(["由", "从"])
  static let upTo = WordList([
    "增加到", "增加至", "增长到", "增长至", "增至", "增到", "上升到", "上升至", "升至", "提高到", "提高至", "减少到", "减少至",
    "减至", "下降到", "下降至", "降低到", "降低至", "降至", "降到", "压减到", "压减至", "压缩到", "压缩至",
  ])

  /// Tells whether a figure is a budget beside an outcome.
  static func isPlan(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    claim.concept.contains(.plan) && !claim.concept.contains(.actual)
      || context.units.contains(budget, in: claim.label)
        && !context.units.contains(anyOf: GrammarWords.funds, in: claim.label)
  }

  private static let budget: Word = "预算"

  /// Tells whether no full stop or semicolon stands between two figures.
  static func areTogether(_ a: Int, _ b: Int, _ context: NarrativeContext) -> Bool {
    let (first, last) = (Swift.min(a, b), Swift.max(a, b))
    guard context[first].passage == context[last].passage else { return false }
    let gap = Slice(
      context[first].figure.upper, Swift.max(context[first].figure.upper, context[last].figure.lower))
    return !context.units.hasStop(in: gap)
  }
}

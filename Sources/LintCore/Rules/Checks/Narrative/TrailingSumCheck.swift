/// Adds up figures that a sentence sums behind them: 会议费18.65万元、培训费42.35万元，两项合计61.00万元.
enum TrailingSumCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, claim) in context.claims.claims.enumerated()
    where (claim.unit.money != nil || claim.unit == .people || claim.unit == .vehicles) && !claim.isRough {
      if claim.unit.money == nil {
        people(index, claim, context, &inspection)
        continue
      }
      // 分别为1.15万元、2.35万元，合计3.50万元: behind 分别 no figure is that of a name, but sums are sums.
      guard claim.role == .amount || claim.role == .mention && isBehindOrdered(index, context) else {
        continue
      }
      guard context.isCounted(claim.passage), let count = count(claim, context) else { continue }
      check(index, claim, count, context, &inspection)
    }
  }

  /// How many figures a bare 合计 sums: three of 以上三项合计, any number (0) of 合计; `nil` for another label.
  private static func count(_ claim: Claim, _ context: NarrativeContext) -> Int? {
    let units = context.units
    var words = Wording.core(claim.label, units)
    // 甲、乙项目分别支出3万元、4万元，合计项目支出7万元
    if words.count > 2, words.count <= 8, let head = units.lengthOfWord(starting: words, anyOf: sums),
      context.lexicon.concept(of: Slice(words.lower + head, words.upper), units).rest == 0
    {
      words.upper = words.lower + head
    }
    guard let tail = units.lengthOfWord(ending: words, anyOf: sums) else { return nil }
    words.upper -= tail
    words = Wording.core(words, units)
    for word in prefixes where units.starts(words, with: word) { words.lower += word.count }
    if words.isEmpty { return 0 }
    guard words.count == 2, units[words.upper - 1] == 0x9879 || units[words.upper - 1] == 0x8005 else {
      return nil
    }
    return numerals.firstIndex(of: units[words.lower]).map { $0 + 2 }
  }

  private static let sums = WordList(["合计", "共计", "总计", "合计金额", "合计支出", "共计支出", "总额", "总金额"])
  private static let prefixes = WordList(["以上", "上述"])
  /// 两 or 二 by its place: two, three … nine.
  private static let numerals: [UInt16] = [0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D]

  private static func check(
    _ index: Int, _ claim: Claim, _ count: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let first = context.claims.passages[claim.passage].claims.lowerBound
    var parts: [Int] = []
    var at = index - 1
    while at >= first, context[at].sentence == claim.sentence, count == 0 || parts.count < count {
      let part = context[at]
      // 甲10万元、乙20万元，共计30万元；丙…: what stands before a semicolon has a sum of its own.
      if count == 0, parts.count >= 2, !FigureCue.areTogether(at, at + 1, context) { break }
      if part.unit.money != nil {
        guard part.role == .amount || part.role == .mention && isOrdered(part, context), !part.isRough,
          part.unit == claim.unit
        else { return }
        parts.insert(at, at: 0)
        // 三项工作分别使用3万元、4万元、1万元，共计8万元: the sum is of the row.
        if count == 0, parts.count >= 2, context.units.contains(GrammarWords.respectively, in: part.label) {
          break
        }
      } else if part.unit == .percent || part.role != .amount {
        // Shares and rates stand beside their figures.
        guard count > 0 else { return }
      }
      at -= 1
    }
    guard parts.count >= 2, count == 0 || parts.count == count else { return }
    let terms = parts.compactMap { context.value(context[$0]) }
    guard terms.count == parts.count, let total = context.value(claim) else { return }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    let tail = terms.reduce(total.writtenHalf) { $0 + $1.writtenHalf }
    guard (sum - total.exact).magnitude > tail.magnitude else { return }
    // The sum may be of some of the figures: of the last of them, or of parts without their wholes.
    for from in terms.indices.dropLast()
    where total.hasTail(terms[from...].reduce(0) { $0 + $1.exact } - total.exact, terms: terms.count) {
      return
    }
    // 四项合计 of figures in 万元 may be one off in the last place besides.
    guard isSlip(sum - total.exact, terms, total, tail: count > 0 ? tail : 0),
      claim.amount.digits.magnitude >= 100,
      let shown = context.shown(sum.magnitude, like: claim)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        phrase, .sum(parts.map { context[$0].amount }), .amount(shown, nil),
        .text(context.draft.string(claim.figure))),
      related: context.related(parts), fixes: context.fix(claim.digits, shown))
  }

  /// Tells whether a slip of the pen, and what rounding may do besides, explains a sum.
  private static func isSlip(
    _ difference: Int128, _ terms: [NarrativeContext.Value], _ total: NarrativeContext.Value, tail: Int128
  ) -> Bool {
    let last = 2 * total.writtenHalf
    return [0, last, -last].contains {
      ($0 == 0 || tail >= last) && Slip.explains(difference + $0, terms, total)
    }
  }

  // MARK: People

  /// 行政编制42名，事业编制71名，合计113名; 离休1人，退休46人，离退休合计47人: kinds of posts or people, and their sum behind them.
  private static func people(
    _ index: Int, _ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let label = Wording.core(claim.label, context.units)
    guard claim.role == .amount, label.count <= 6, context.isCounted(claim.passage),
      let tail = context.units.lengthOfWord(ending: label, anyOf: sums),
      tail == label.count || context.units.contains(anyOf: everyone, in: label)
    else { return }
    let first = context.claims.passages[claim.passage].claims.lowerBound
    var parts: [Int] = []
    var at = index - 1
    while at >= first, context[at].unit == claim.unit, context[at].role == .amount, !context[at].isRough,
      FigureCue.areTogether(at, index, context)
    {
      parts.insert(at, at: 0)
      at -= 1
    }
    let terms = parts.compactMap { context.value(context[$0]) }
    guard parts.count >= 2, terms.count == parts.count, let total = context.value(claim),
      areKinds(parts, of: claim, context),
      !context.units.contains(anyOf: within, in: Slice(context[parts[0]].figure.upper, claim.figure.lower))
    else { return }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    // 在职113人，行政42人、事业71人，合计113人: the last of them make the sum.
    for from in terms.indices where terms[from...].reduce(0, { $0 + $1.exact }) == total.exact { return }
    guard let shown = context.shown(sum.magnitude, like: claim) else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        phrase, .sum(parts.map { context[$0].amount }), .amount(shown, nil),
        .text(context.draft.string(claim.figure))), related: context.related(parts))
  }

  /// Tells whether numbers count kinds of people, of posts or of cars.
  private static func areKinds(_ parts: [Int], of total: Claim, _ context: NarrativeContext) -> Bool {
    if total.unit == .vehicles {
      return parts.count >= 3 && parts.allSatisfy { context.units.contains(car, in: context[$0].label) }
    }
    return PeopleFamilies.arePosts(parts, context) || PeopleFamilies.divide(parts, context)
  }

  private static let everyone = WordList(["离退休", "编制", "人员", "在职", "车辆"])
  private static let car: Word = "用车"
  private static let within = WordList(["其中", "含", "("])

  /// 三项资金分别为1.15万元、2.35万元: whose they are does not matter for their sum.
  private static func isOrdered(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    // 3万元、4万元和1万元
    claim.label.isEmpty || context.units.equals(anyOf: GrammarWords.joints, claim.label)
      || context.units.contains(GrammarWords.respectively, in: claim.label)
  }

  private static func isBehindOrdered(_ index: Int, _ context: NarrativeContext) -> Bool {
    index > 0 && context[index - 1].passage == context[index].passage
      && context[index - 1].role == .mention && isOrdered(context[index - 1], context)
  }

  private static let phrase = Phrase("{0} = {1}，文中写合计 {2}", "{0} = {1}, the text sums it to {2}")
}

/// Counts the units of a department: 预算单位共5个，包括厅本级和4个下属单位.
enum UnitCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    guard claims.count >= 2 else { return }
    for index in 0..<(claims.count - 1) {
      guard claims[index].unit == .items, claims[index + 1].unit == .items else { continue }
      let (first, second) = (claims[index], claims[index + 1])
      if isCountedHead(index, context) {
        let list = Slice(first.figure.lower, claims[index + 2].figure.upper)
        if !inspection.hasReported(["narrative-sum"], in: list) {
          check(index, index + 2, context, &inspection)
        }
        continue
      }
      if isCountedBefore(first, second, context) {
        check(index + 1, index, context, &inspection)
        continue
      }
      guard first.passage == second.passage, first.sentence == second.sentence, !first.isRough,
        !second.isRough,
        first.amount.decimals == 0, second.amount.decimals == 0,
        second.digits.lower - first.figure.upper <= 40, !goesOn(index + 2, second, context)
      else { continue }
      if isWhole(first, context), isHeadAnd(first, second, context) {
        check(index, index + 1, context, &inspection)
      } else if isSubordinate(first, context), isTotal(second, context), hasHead(first, context) {
        check(index + 1, index, context, &inspection)
      }
    }
  }

  /// 部门决算包括：局本级决算和4个所属事业单位决算。纳入编制范围的单位共5个: the sentence before says what the units are.
  private static func isCountedBefore(_ part: Claim, _ whole: Claim, _ context: NarrativeContext) -> Bool {
    (part.passage != whole.passage || part.sentence != whole.sentence) && whole.passage - part.passage <= 1
      && [part, whole].allSatisfy { !$0.isRough && $0.amount.decimals == 0 }
      && context.units.contains(range, in: whole.label) && isWhole(whole, context)
      && isSubordinate(part, context) && hasHead(part, context)
  }

  private static let range: Word = "编制范围"

  /// 预算单位8个：局机关1个，下属7个: the head has a count of its own.
  private static func isCountedHead(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claims = context.claims.claims
    guard claims.indices.contains(index + 2), claims[index + 2].unit == .items else { return false }
    let (whole, head, below) = (claims[index], claims[index + 1], claims[index + 2])
    guard [whole, head, below].allSatisfy({ $0.unit == .items && !$0.isRough && $0.amount.decimals == 0 }),
      whole.passage == below.passage, whole.sentence == below.sentence, head.amount.scaled == Scale.one,
      isWhole(whole, context), !goesOn(index + 3, below, context)
    else { return false }
    let units = context.units
    let names = [(whole, head), (head, below)].map { Slice($0.figure.upper, $1.digits.lower) }
    return names.allSatisfy { $0.count <= 16 && !units.hasStop(in: $0) }
      && units.ends(names[0], withAnyOf: ownHeads)
      && units.contains(anyOf: subordinate, in: names[1])
      && !names[1].indices.contains { units[$0] == 0x3001 }
  }

  private static let ownHeads = WordList(["本级", "局机关", "厅机关", "委机关", "院机关", "部机关"])

  private static func check(
    _ whole: Int, _ part: Int, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let stated = context[whole].amount.digits
    let own = context[part].amount.digits &+ 1
    guard stated != own else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        phrase, .text(context.draft.string(context[whole].figure)),
        .text(context.draft.string(context[part].figure)), .count(Int(own))),
      related: [context.related(context[part])],
      fixes: context.fix(context[whole].digits, Amount(digits: own, decimals: 0)))
  }

  /// 纳入编制范围的预算单位共5个: what is counted are units.
  private static func isWhole(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    context.units.contains(unit, in: claim.label)
      && !context.units.contains(anyOf: subordinate, in: claim.label)
  }

  /// …，包括厅本级和4个下属单位: one name without a number, 和, and the units below it.
  private static func isHeadAnd(_ whole: Claim, _ part: Claim, _ context: NarrativeContext) -> Bool {
    let between = Slice(whole.figure.upper, part.digits.lower)
    return context.units.contains(anyOf: includes, in: between) && isOneHead(between, context)
      && isSubordinate(part, context)
  }

  /// 局机关和16个直属单位、31个分局: more units follow.
  private static func goesOn(_ index: Int, _ last: Claim, _ context: NarrativeContext) -> Bool {
    guard context.claims.claims.indices.contains(index) else { return false }
    let next = context[index]
    return next.unit == .items && next.passage == last.passage && next.sentence == last.sentence
      && next.digits.lower - last.figure.upper <= 30
  }

  /// Tells whether the head stands before a part: 部门预算包括局机关预算和3个下属事业单位预算，共4个预算单位.
  private static func hasHead(_ part: Claim, _ context: NarrativeContext) -> Bool {
    var before = Slice(context.claims.passages[part.passage].slice.lower, part.label.lower)
    if context.units.ends(before, with: GrammarWords.colon) { before.upper -= 1 }
    return isOneHead(Slice(part.label.lower, part.digits.lower), context)
      && (context.units.ends(before, withAnyOf: includes)
        || context.units.contains(anyOf: includes, in: part.label))
  }

  private static func isTotal(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let core = Wording.core(claim.label, context.units)
    let end = context.claims.passages[claim.passage].slice.upper
    let behind = Slice(claim.figure.upper, Swift.min(end, claim.figure.upper + 6))
    // 共9家
    return core.count <= 8 && context.units.contains(total, in: claim.label)
      && (context.units.contains(unit, in: behind) || context.units[claim.figure.upper - 1] == 0x5BB6)
  }

  /// Tells whether a slice names the head of a department once and ends in 和, 及 or 以及.
  private static func isOneHead(_ slice: Slice, _ context: NarrativeContext) -> Bool {
    let units = context.units
    // 局机关本级 is one head.
    let heads =
      Self.heads.reduce(0) { $0 + (units.contains($1, in: slice) ? 1 : 0) }
      - (units.contains("机关本级", in: slice) ? 1 : 0)
    var end = Slice(slice.lower, slice.upper)
    for word in subordinate where units.ends(end, with: word) { end.upper -= word.count }
    return heads == 1 && units.ends(end, withAnyOf: GrammarWords.joints)
      && !slice.indices.contains { units[$0] == 0x3001 || Unit.isStop(units[$0]) }
  }

  private static func isSubordinate(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let end = context.claims.passages[claim.passage].slice.upper
    let behind = Slice(claim.figure.upper, Swift.min(end, claim.figure.upper + 12))
    return context.units.contains(
      anyOf: subordinate, in: Slice(Swift.max(claim.label.lower, claim.digits.lower - 3), claim.digits.lower))
      && context.units.contains(unit, in: behind)
      || context.units.starts(behind, withAnyOf: subordinate)
  }

  private static let unit: Word = "单位"
  private static let total: Word = "共"
  private static let includes = WordList(["包括", "包含", "其中", "含", "由"])
  private static let heads: [Word] = ["本级", "机关", "本部"]
  private static let subordinate = WordList([
    "下属", "所属", "直属", "二级预算", "二级单位", "二级事业",
  ])
  private static let phrase = Phrase(
    "文中写共 {0}，本级和 {1}合计为 {2} 个", "The text says {0}, but the head and {1} units below it make {2}")
}

/// Kinds that divide units without a rest: 行政单位, 参照公务员法管理的事业单位 and 其他事业单位; 本级 and 下属单位.
enum UnitFamilies {
  static func divide(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    guard parts.count >= 2, parts.allSatisfy({ context[$0].unit == .items }) else { return false }
    let kinds = parts.map { kind(context[$0].label, context.units) }
    guard !kinds.contains(0), Set(kinds).count == kinds.count else { return false }
    if Set(kinds) == [1, 2] { return true }
    guard kinds.allSatisfy({ $0 >= 3 }), kinds.contains(3) else { return false }
    return kinds.contains(5) || kinds.contains { $0 > 5 } && isOfAll(parts, context)
  }

  /// 预算单位共7个，其中：…; and not 由本级和4个下属单位组成。其中：….
  private static func isOfAll(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    guard let whole = parts.first.map({ context.whole(of: context[$0]) }), whole >= 0 else { return false }
    let label = context[whole].label
    return context.units.contains(units, in: label) && !context.units.contains(anyOf: others, in: label)
  }

  private static let units: Word = "单位"
  private static let others = WordList(["本级", "机关", "下属", "所属", "直属", "二级", "下级"])

  private static func kind(_ label: Slice, _ units: Units) -> Int {
    let core = Wording.core(label, units)
    if units.ends(core, withAnyOf: heads) { return 1 }
    if units.starts(core, withAnyOf: below) { return 2 }
    if units.ends(core, with: "行政单位") { return 3 }
    if units.contains(anyOf: managed, in: core) { return 4 }
    if units.ends(core, with: "其他事业单位") { return 5 }
    if units.contains("公益一类", in: core) { return 6 }
    if units.contains("公益二类", in: core) { return 7 }
    return 0
  }

  private static let heads = WordList(["本级", "局机关", "厅机关", "委机关"])
  private static let below = WordList(["下属单位", "所属单位", "直属单位", "下属预算单位", "所属预算单位"])
  private static let managed = WordList(["参照公务员", "参公"])
}

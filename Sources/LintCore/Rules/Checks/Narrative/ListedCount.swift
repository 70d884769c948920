/// Counts the amounts of a list that divides the money of a number of projects: 5个，涉及资金186万元，分别是：甲80万元、乙40万元、…,
/// or that names each of them: 项目支出共8个，分别为：甲80万元、乙40万元、….
enum ListedCount {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for list in context.claims.lists where list.whole > 0 && list.parts.count >= 2 && !list.isOpen {
      let (whole, count) = (context[list.whole], context[list.whole - 1])
      guard count.unit == .items, count.role == .amount, !count.isRough, count.amount.decimals == 0,
        count.passage == whole.passage, count.sentence == whole.sentence, whole.unit.money != nil,
        count.amount.digits >= 2, count.amount.digits <= 50, context.isJudged(whole.passage),
        whole.label.upper - count.figure.upper <= farthest,
        context.units.contains(anyOf: each, in: list.marker),
        context.units.contains(
          anyOf: things, in: Slice(count.label.lower, Swift.min(whole.label.upper, count.figure.upper + 10))),
        // One was forgotten, or taken away again; five projects of two kinds are another matter.
        list.parts.count >= 3, abs(count.amount.digits - Int64(list.parts.count)) == 1,
        list.parts.allSatisfy({ !context.units.contains(anyOf: kinds, in: context[$0].label) }),
        makesWhole(list, context), !inspection.hasReported("narrative-sum", at: count.figure)
      else { continue }
      inspection.report(
        "narrative-sum", .error, at: count.figure,
        Message(phrase, .text(context.draft.string(count.figure)), .count(list.parts.count)),
        related: context.related(list.parts))
    }
    for claim in context.claims.claims.indices where isCount(claim, context) {
      named(claim, context, &inspection)
    }
  }

  // MARK: Projects named one by one

  private static func isCount(_ index: Int, _ context: NarrativeContext) -> Bool {
    let claim = context[index]
    guard claim.unit == .items, claim.role == .amount, !claim.isRough, claim.amount.decimals == 0,
      claim.amount.digits >= 3, claim.amount.digits <= 50, context.isJudged(claim.passage)
    else { return false }
    let behind = Slice(claim.figure.upper, context.claims.passages[claim.passage].slice.upper)
    return context.units.ends(Wording.core(claim.label, context.units), withAnyOf: projects)
      || context.units.starts(behind, with: project)
  }

  /// 项目支出共8个，分别为：甲80万元、…、辛9万元。: each with its money, one behind the other up to the full stop.
  private static func named(_ count: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let claim = context[count]
    let passage = context.claims.passages[claim.passage]
    let end = units.sentenceEnd(from: claim.figure.upper, before: passage.slice.upper)
    let listed = (count + 1..<Swift.max(count + 1, passage.claims.upperBound)).prefix {
      context[$0].figure.lower < end
    }
    guard let first = listed.first, let last = listed.last, context[last].figure.upper == end,
      units.contains(anyOf: eachOf, in: Slice(claim.figure.upper, context[first].figure.lower)),
      abs(claim.amount.digits - Int64(listed.count)) == 1,
      listed.dropFirst().allSatisfy({ follows($0, context) }), !isDivided(listed, context),
      !inspection.hasReported("narrative-sum", at: claim.figure)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(phrase, .text(context.draft.string(claim.figure)), .count(listed.count)),
      related: context.related(Array(listed)))
  }

  /// Tells whether an amount stands behind 、 or ； and a name of its own.
  private static func follows(_ index: Int, _ context: NarrativeContext) -> Bool {
    let gap = Slice(context[index - 1].figure.upper, context[index].figure.lower)
    return gap.count >= 4 && (context.units[gap.lower] == 0x3001 || context.units[gap.lower] == 0x3B)
      && Slice(gap.lower + 1, gap.upper).indices.allSatisfy { !parting.contains(context.units[$0]) }
  }

  /// Tells whether what is listed are kinds of projects, funds or units, of which one may have several projects.
  private static func isDivided(_ listed: some Sequence<Int>, _ context: NarrativeContext) -> Bool {
    listed.contains {
      let claim = context[$0]
      return claim.unit.money == nil || claim.isRough
        || context.units.contains(anyOf: kinds, in: Slice(context[$0 - 1].figure.upper, claim.figure.lower))
        || context.units.contains(anyOf: rests, in: Slice(context[$0 - 1].figure.upper, claim.figure.lower))
    }
  }

  /// 、, comma, ；, brackets and colon.
  private static let parting: Set<UInt16> = [0x3001, 0xFF0C, 0x2C, 0x3B, 0x28, 0x29, 0x3A]
  private static let projects = WordList(["项目", "项目共", "项目共有", "项目支出", "项目支出共", "项目支出共有", "项目为"])
  private static let rests = WordList(["其中", "其他", "其余", "等项目"])
  private static let project: Word = "项目"
  private static let eachOf = WordList(["分别为", "分别是", "依次为", "依次是"])

  /// How far the money stands behind the number, in units.
  private static let farthest = 24
  private static let each = WordList(["分别", "具体", "即"])
  private static let kinds = WordList(["类", "公共预算", "财政", "基金", "单位", "拨款", "本级", "机关", "中心", "局"])
  private static let things = WordList(["项目", "目标"])

  /// Tells whether the parts make their whole, so that none is missing.
  private static func makesWhole(_ list: ClaimList, _ context: NarrativeContext) -> Bool {
    guard let total = context.value(context[list.whole]), let sum = context.sum(list.parts) else {
      return false
    }
    return total.hasTail(sum.exact - total.exact, terms: list.parts.count)
  }

  private static let phrase = Phrase("文中写 {0}，所列项目有 {1} 个", "The text says {0}, but {1} are listed")
}

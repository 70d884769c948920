/// Counts the projects of a list with amounts: 项目4个，涉及资金349万元。项目分别为：甲186.5万元、乙98万元、丙64.5万元.
///
/// The amounts make the sum that is stated, so none is missing and the count is wrong.
enum NamedProjects {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      guard passage.claims.count >= 4 else { continue }
      for count in passage.claims where isCount(context[count], context) {
        check(count, passage, context, &inspection)
      }
    }
  }

  private static func isCount(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let behind = Slice(
      claim.figure.upper, Swift.min(claim.figure.upper + projects.count, context.units.count))
    return claim.role == .amount && claim.unit == .items && claim.amount.decimals == 0 && !claim.isRough
      && claim.amount.digits >= 2 && claim.amount.digits <= 99
      && (context.units.ends(Wording.core(claim.label, context.units), with: projects)
        || context.units.equals(behind, projects))
  }

  private static func check(
    _ count: Int, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let sum = count + 1
    guard sum < passage.claims.upperBound, context[sum].sentence == context[count].sentence,
      context[sum].unit.money != nil, context[sum].role == .amount, let whole = context.value(context[sum]),
      whole.exact > 0,
      let word = respectively.compactMap({
        units.find($0, in: Slice(context[sum].figure.upper, passage.slice.upper))
      }).min()
    else { return }
    var parts: [Int] = []
    for index in (sum + 1)..<passage.claims.upperBound where context[index].figure.lower > word {
      let claim = context[index]
      if let last = parts.last, context[last].sentence != claim.sentence { break }
      // 分别为基本类项目100万元: kinds and funds are no projects.
      guard claim.unit.money != nil, claim.role == .amount, claim.concept.source.isEmpty,
        !units.ends(Wording.core(claim.label, units), with: kind)
      else { return }
      parts.append(index)
    }
    let values = parts.compactMap { context.value(context[$0]) }
    guard parts.count >= 2, values.count == parts.count,
      values.reduce(Int128(0), { $0 + $1.exact }) == whole.exact,
      Int64(parts.count) != context[count].amount.digits
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[count].figure,
      Message(phrase, .text(context.draft.string(context[count].figure)), .count(parts.count)),
      related: context.related(parts),
      fixes: context.fix(context[count].digits, Amount(digits: Int64(parts.count), decimals: 0)))
  }

  private static let projects: Word = "项目"
  private static let kind: Word = "类项目"
  private static let respectively = WordList(["分别为", "分别是"])
  private static let phrase = Phrase(
    "文中写 {0}，所列项目有 {1} 个", "The text says {0}, but {1} projects are listed")
}

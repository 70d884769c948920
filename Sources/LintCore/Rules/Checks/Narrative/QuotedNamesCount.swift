/// Counts names in quotation marks right before their number: 对“甲项目”“乙项目”2个项目开展了评价.
enum QuotedNamesCount {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isCounted(index) {
      let passage = context.claims.passages[index]
      for at in passage.claims where isCount(context[at]) {
        guard let names = names(before: context[at].figure.lower, passage.slice, context.units), names >= 2,
          Int64(names) != context[at].amount.digits, isOfProjects(context[at], passage.slice, context.units)
        else { continue }
        inspection.report(
          "narrative-sum", .error, at: context[at].figure,
          Message(phrase, .text(context.draft.string(context[at].figure)), .count(names)),
          fixes: context.fix(context[at].digits, Amount(digits: Int64(names), decimals: 0)))
      }
    }
  }

  private static func isCount(_ claim: Claim) -> Bool {
    claim.unit == .items && claim.amount.decimals == 0 && !claim.isRough
      && (1...20).contains(claim.amount.digits)
  }

  /// Tells whether projects or forms are counted, and nothing of the kind that names would be examples of.
  private static func isOfProjects(_ claim: Claim, _ slice: Slice, _ units: Units) -> Bool {
    let behind = Slice(claim.figure.upper, Swift.min(slice.upper, claim.figure.upper + 6))
    return units.contains(project, in: behind)
  }

  /// How many names in quotation marks stand side by side before a position; `nil` where others may stand before them.
  private static func names(before end: Int, _ slice: Slice, _ units: Units) -> Int? {
    var at = end
    var count = 0
    while at > slice.lower, units[at - 1] == 0x201D {
      var open = at - 2
      while open > slice.lower, units[open] != 0x201C, units[open] != 0x201D, at - open <= longestName {
        open -= 1
      }
      guard open >= slice.lower, units[open] == 0x201C else { return nil }
      count += 1
      at = open
      if at - 1 > slice.lower, isJoint(units[at - 1]), units[at - 2] == 0x201D { at -= 1 }
    }
    guard count > 0, at > slice.lower else { return count }
    // 甲项目、“乙项目”2个项目: not all names have marks. 整体绩效目标和“甲项目”“乙项目”2个项目: no name.
    guard isJoint(units[at - 1]) else { return count }
    return units[at - 1] != 0x3001 && units.ends(Slice(slice.lower, at - 1), withAnyOf: others) ? count : nil
  }

  private static func isJoint(_ unit: UInt16) -> Bool {
    unit == 0x3001 || unit == 0x548C || unit == 0x53CA || unit == 0x4E0E
  }

  private static let longestName = 60
  private static let project: Word = "项目"
  private static let others = WordList(["绩效目标", "自评报告", "评价报告"])
  private static let phrase = Phrase(
    "文中写 {0}，其前所列名称有 {1} 个", "The text says {0}, but {1} names stand before it")
}

/// Rates of a budget that the item says there was none of: 年初未安排预算，支出49.70万元，完成年初预算的100%.
extension CompletionCheck {
  /// Reports such a rate, and tells whether it is one.
  static func isUnplanned(_ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) -> Bool
  {
    let units = context.units
    guard !claim.amount.isZero, claim.word.lower < claim.figure.lower,
      units.contains(initial, in: Slice(claim.word.lower, claim.figure.lower))
    else { return false }
    let passage = context.claims.passages[claim.passage].slice
    let before = Slice(Swift.max(passage.lower, claim.word.lower - reach), claim.word.lower)
    guard let at = before.indices.last(where: { units.starts(Slice($0, before.upper), withAnyOf: none) }),
      // 2．…（项）: another item.
      units.find(LevelMark.item, in: Slice(at, before.upper)) == nil,
      // A budget that came later may be meant.
      !units.contains(anyOf: later, in: Slice(at, claim.figure.lower)),
      let length = units.lengthOfWord(starting: Slice(at, before.upper), anyOf: none)
    else { return false }
    inspection.report(
      "completion-rate", .error, at: claim.figure,
      Message(
        unplanned, .text(context.draft.string(Slice(at, at + length))),
        .text(context.draft.string(claim.figure))))
    return true
  }

  /// How far before a rate the words are looked for, in units.
  private static let reach = 60
  private static let none = WordList([
    "年初未安排预算", "年初没有安排预算", "年初无预算", "无年初预算", "年初未编列预算", "年初未列预算", "年初未编制预算", "年初预算未安排",
  ])
  private static let later = WordList(["追加", "调整", "全年预算", "年中", "年末"])
  private static let unplanned = Phrase(
    "文中写“{0}”，不能计算完成率，却写 {1}", "The text says “{0}”, so there is no rate of completion; it states {1}")
}

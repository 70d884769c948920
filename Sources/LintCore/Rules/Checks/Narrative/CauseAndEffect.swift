/// Finds a reason whose effect goes against its cause: 主要原因是在职人员增加，基本支出减少.
///
/// Rule: `direction`. Both stand side by side, and the effect is of the money that the cause is paid from.
enum CauseAndEffect {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, passage) in context.claims.passages.enumerated()
    where !passage.isAttachment && context.isJudged(index) {
      for token in context.claims.tokens[passage.tokens] where token.mark == .reason {
        check(Slice(Int(token.upper), passage.slice.upper), context, &inspection)
      }
    }
  }

  private static func check(_ text: Slice, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let near = Slice(text.lower, Swift.min(text.upper, text.lower + longest))
    let end = near.indices.first { units[$0] == 0x3002 || units[$0] == 0x3B } ?? near.upper
    var reason = Slice(near.lower, end)
    // 原因是, 原因为, 原因:
    while !reason.isEmpty, copulas.contains(units[reason.lower]) { reason.lower += 1 }
    for at in reason.indices.dropFirst(2) where units[at] == 0xFF0C || units[at] == 0x2C {
      let cause = Slice(reason.lower, at)
      let isRise = units.ends(cause, withAnyOf: rises)
      guard isRise || units.ends(cause, withAnyOf: falls), !units.contains(anyOf: besides, in: cause) else {
        continue
      }
      var effect = Slice(at + 1, reason.upper)
      if let lead = units.lengthOfWord(starting: effect, anyOf: leads) { effect.lower += lead }
      guard let subject = units.lengthOfWord(starting: effect, anyOf: paid) else { continue }
      effect.lower += subject
      if let link = units.lengthOfWord(starting: effect, anyOf: links) { effect.lower += link }
      guard let change = units.lengthOfWord(starting: effect, anyOf: isRise ? less : greater) else {
        continue
      }
      effect.upper = effect.lower + change
      // 人员增加，基本支出减少幅度较小 goes on.
      guard effect.upper == reason.upper || !Unit.isIdeograph(units[effect.upper]) else { continue }
      let whole = Slice(cause.lower, effect.upper)
      guard !inspection.hasReported("direction", at: whole) else { continue }
      inspection.report(
        "direction", .warning, at: whole,
        Message(
          phrase, .text(context.draft.string(Slice(at + 1, effect.upper))), .text(context.draft.string(cause))
        ))
    }
  }

  /// 是, 为 and the colon.
  private static let copulas: Set<UInt16> = [0x662F, 0x4E3A, 0x3A]
  /// How far a reason is read, in units.
  private static let longest = 40
  private static let rises = WordList([
    "在职人员增加", "人员增加", "人数增加", "职工增加", "教师增加", "增人增资", "基数上调", "基数提高", "标准提高", "标准上调",
  ])
  private static let falls = WordList([
    "在职人员减少", "人员减少", "人数减少", "职工减少", "教师减少", "基数下调", "基数降低", "标准降低", "标准下调",
  ])
  /// Words beside which a cause works the other way round.
  private static let besides = WordList(["退休", "离", "减员", "但", "上年", "去年", "同时", "外聘", "临", "遗属", "未", "不"])
  private static let leads = WordList(["相应", "导致", "因此", "故", "使得", "致使", "所以", "造成"])
  private static let paid = WordList([
    "基本支出", "人员经费支出", "人员经费", "人员支出", "工资福利支出", "工资支出", "缴费支出", "经费支出", "社保缴费", "住房公积金", "工资福利", "保险缴费",
  ])
  private static let links = WordList(["相应", "也相应", "随之", "有所", "也", "较上年", "比上年"])
  private static let greater = WordList(["增加", "增长", "上升", "提高"])
  private static let less = WordList(["减少", "下降", "降低"])
  private static let phrase = Phrase("“{0}”的原因写“{1}”，方向相反", "“{0}” is explained by its opposite: {1}")
}

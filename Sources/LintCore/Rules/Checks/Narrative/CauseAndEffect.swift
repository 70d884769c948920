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
      let ofDead = deaths(cause, units)
      let isRise = ofDead == 1 || units.ends(cause, withAnyOf: rises) || isArrival(cause, units)
      guard isRise || ofDead == -1 || units.ends(cause, withAnyOf: falls),
        ofDead != 0 || !units.contains(anyOf: besides, in: cause)
      else { continue }
      var effect = Slice(at + 1, reason.upper)
      if let lead = units.lengthOfWord(starting: effect, anyOf: leads) { effect.lower += lead }
      guard let subject = units.lengthOfWord(starting: effect, anyOf: ofDead == 0 ? paid : paidOnce) else {
        continue
      }
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

  /// 本年去世人员较上年增加: +1, and -1 for fewer; 0 where a cause is none of these.
  private static func deaths(_ cause: Slice, _ units: Units) -> Int {
    guard units.contains(anyOf: dead, in: cause), !units.contains(anyOf: except, in: cause) else { return 0 }
    if units.ends(cause, withAnyOf: greater) { return 1 }
    return units.ends(cause, withAnyOf: less) ? -1 : 0
  }

  private static let dead = WordList(["去世人员", "死亡人员", "去世职工", "病故人员", "亡故人员"])
  private static let except = WordList(["但", "标准", "未", "不", "补发"])
  private static let paidOnce = WordList(["一次性抚恤金", "抚恤金", "丧葬费", "一次性抚恤", "死亡抚恤", "抚恤支出"])

  /// 新招聘事业人员: who is paid besides.
  private static func isArrival(_ cause: Slice, _ units: Units) -> Bool {
    var core = cause
    while let lead = units.lengthOfWord(starting: core, anyOf: times) { core.lower += lead }
    return units.starts(core, withAnyOf: arrivals) && units.ends(core, withAnyOf: arrived)
      && core.count <= longestArrival
  }

  private static let times = WordList(["本年", "当年", "年内", "年中", "本年度"])
  private static let arrivals = WordList(["新招聘", "新录用", "新招录", "新增在职", "新调入", "新进"])
  private static let arrived = WordList(["人员", "教师", "职工", "干部", "公务员"])
  private static let longestArrival = 14

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
    "基本支出", "工资性支出", "人员经费支出", "人员经费", "人员支出", "工资福利支出", "工资支出", "缴费支出", "经费支出", "社保缴费", "住房公积金", "工资福利",
    "保险缴费",
  ])
  private static let links = WordList(["相应", "也相应", "随之", "有所", "也", "较上年", "比上年"])
  private static let greater = WordList(["增加", "增长", "上升", "提高"])
  private static let less = WordList(["减少", "下降", "降低"])
  private static let phrase = Phrase("“{0}”的原因写“{1}”，方向相反", "“{0}” is explained by its opposite: {1}")
}

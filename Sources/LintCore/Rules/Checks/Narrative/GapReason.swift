/// Holds the reason of a gap against its direction: 决算数小于预算数的主要原因是培训支出增加.
enum GapReason {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard context.claims.isFinal else { return }
    for (index, passage) in context.claims.passages.enumerated()
    where !passage.isAttachment && context.isJudged(index) {
      inspection.look(for: .gapReason, inPassage: index, context) { inspection in
        let tokens = context.claims.tokens[passage.tokens].filter {
          $0.mark != .filler && $0.mark != .comma
        }
        for (gap, reason) in zip(tokens, tokens.dropFirst())
        where (gap.mark == .below || gap.mark == .above) && reason.mark == .reason {
          check(gap.slice, isLess: gap.mark == .below, reason, passage, context, &inspection)
        }
        // 小于预算数15.68万元的主要原因
        for ((gap, figure), reason) in zip(zip(tokens, tokens.dropFirst()), tokens.dropFirst(2))
        where (gap.mark == .below || gap.mark == .above) && figure.mark == .figure && reason.mark == .reason
          && figure.unit.money != nil && Int(reason.lower) - Int(figure.upper) <= 1
        {
          check(
            Slice(gap.slice.lower, Int(figure.upper)), isLess: gap.mark == .below, reason, passage, context,
            &inspection)
        }
        completions(passage, tokens, context, &inspection)
      }
    }
  }

  /// 完成年初预算的89.60%。主要原因是…: how much of a budget was spent says which way the gap goes.
  private static func completions(
    _ passage: Passage, _ tokens: [FigureToken], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    for index in passage.claims where context[index].role == .completion && !context[index].isRough {
      let claim = context[index]
      guard claim.amount.scaled != 100 * Scale.one, claim.amount.scaled > 0,
        let reason = tokens.first(where: {
          $0.lower >= claim.figure.upper && $0.mark != .stop
        }), reason.mark == .reason, Int(reason.lower) - claim.figure.upper <= 2
      else { continue }
      check(
        claim.figure, isLess: claim.amount.scaled < 100 * Scale.one, reason, passage, context, &inspection)
    }
  }

  private static func check(
    _ gap: Slice, isLess: Bool, _ reason: FigureToken, _ passage: Passage, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    var start = Int(reason.upper)
    guard Int(reason.lower) - gap.upper <= 8 else { return }
    while start < passage.slice.upper, copulas.contains(context.units[start]) { start += 1 }
    var end = start
    while end < passage.slice.upper, end - start <= longest, context.units[end] != 0x3002,
      context.units[end] != 0x3B
    {
      end += 1
    }
    let why = Wording.core(Slice(start, end), context.units)
    // Where the figures say that the direction itself is wrong, the reason is right.
    guard why.count <= longest, isOpposite(why, isLess, context.units),
      !inspection.hasReported("direction", at: gap)
    else { return }
    // 退出人数 is shown whole, though nothing hangs on its 数.
    let shown = Slice(why.lower, end)
    inspection.report(
      "direction", .warning, at: shown,
      Message(phrase, .text(context.draft.string(gap)), .text(context.draft.string(shown))))
  }

  private static func isOpposite(_ why: Slice, _ isLess: Bool, _ units: Units) -> Bool {
    // 小于预算数的主要原因：在职人员增加，缴存额上升
    if ReasonTrend.of(why, units) == (isLess ? 1 : -1) { return true }
    // What stands beside the word itself is asked for what explains more: 基数下调.
    if let length = units.lengthOfWord(ending: why, anyOf: isLess ? rises : falls),
      !units.contains(anyOf: isLess ? others : more, in: Slice(why.lower, why.upper - length))
    {
      return true
    }
    // 小于预算数的原因是年中追加经费, 大于预算数的原因是厉行节约: they need no word of more or less.
    return units.contains(anyOf: isLess ? additions : savings, in: why)
      && !units.contains(anyOf: isLess ? besideAdditions : more, in: why)
  }

  /// 是, 为 and the colon.
  private static let copulas: Set<UInt16> = [0x662F, 0x4E3A, 0x3A]
  /// The longest reason that is read, in units.
  private static let longest = 40
  private static let rises = WordList([
    "支出增加", "经费增加", "人员增加", "费用增加", "基数上调", "基数提高", "标准提高", "标准上调", "人数增加", "批次增加", "任务增加",
    "工资增长",
  ])
  private static let falls = WordList([
    "支出减少", "经费减少", "人员减少", "费用减少", "人数减少", "批次减少", "任务减少",
    "基数下调", "基数降低", "标准下调", "标准降低", "工资下调", "工资降低", "工资下降", "工资减少",
  ])
  private static let additions = WordList(["年中追加", "追加项目", "追加经费", "追加资金", "追加人员", "追加预算"])
  private static let besideAdditions = WordList([
    "减", "降", "压", "节", "未", "不", "无", "没", "结转", "结余", "其他", "但", "推迟", "延", "调", "退", "次年", "下年", "跨年", "后",
    "进度",
    "收回", "尚", "滞", "慢", "晚", "上年", "尾款", "统筹",
  ])
  private static let savings = WordList([
    "厉行节约", "节约开支", "压减支出", "压缩开支", "从严控制", "严格控制", "过紧日子", "压减了", "压缩了",
  ])
  /// Words beside which more spending explains less: 预算增加, 节约, 其他资金支出增加.
  private static let others = WordList([
    "减", "降", "压", "节", "未", "不", "无", "没", "结转", "结余", "预算", "年初", "追加", "其他", "但", "推迟", "调整", "调剂", "调出",
    "调走", "调离", "调减", "退", "收入",
    "非财政", "自有", "列支", "挤", "上年", "同比", "较",
  ])
  /// Words beside which less explains more: 上年支出减少, 其他资金支出减少.
  private static let more = WordList([
    "增", "追加", "提", "结转", "结余", "预算", "年初", "其他", "但", "推迟", "调", "收入", "非财政", "自有", "上年", "同比", "较", "补",
    "退",
    "新",
  ])
  private static let phrase = Phrase("文中写“{0}”，原因却写“{1}”，方向相反", "“{0}” is explained by its opposite: {1}")
}

/// Finds figures that are missing: 总额万元, 决算数为，占%, and figures without their unit.
enum MissingFigureCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for claim in context.claims.claims where claim.lacksUnit && context.isJudged(claim.passage) {
      report(claim, context, &inspection)
    }
    for index in context.claims.passages.indices where context.isJudged(index) {
      let passage = context.claims.passages[index]
      inspection.look(for: .missingFigure, inParagraph: passage.paragraph) { scan(passage, context, &$0) }
    }
  }

  private static func report(_ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let isPercent = claim.unit == .percent
    let unit = isPercent ? "%" : claim.unit == .yuan ? "元" : claim.unit == .hundredMillionYuan ? "亿元" : "万元"
    inspection.report(
      "missing-unit", isPercent ? .warning : .error, at: claim.figure,
      Message(
        isPercent ? noPercent : noUnit, .text(context.draft.string(claim.label)),
        .text(context.draft.string(claim.digits)), .text(unit)),
      fixes: [
        Fix(
          title: Message(add, .text(unit)),
          edits: [
            Edit(
              ByteRange(context.draft.range(claim.digits).upper, context.draft.range(claim.digits).upper),
              unit)
          ], safety: .review)
      ])
  }

  /// Looks at each unit of measure that no digit stands before.
  private static func scan(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let slice = passage.slice
    var i = slice.lower + 2
    while i < slice.upper {
      switch units[i] {
      case 0x4E07, 0x5143, 0x4EBF:
        // 万元, 亿元, 元
        let start = i
        if units[i] != 0x5143 {
          guard i + 1 < slice.upper, units[i + 1] == 0x5143 else { break }
          i += 1
        }
        let (head, endsClause) = (Slice(slice.lower, start), endsClause(i + 1, slice, units))
        if !Unit.isDigit(units[start - 1]),
          isAmountExpected(head, units) && (endsClause || start < i)
            || endsClause && isAmountOutstanding(head, units)
        {
          missing(Slice(labelStart(start, slice, units), i + 1), context, &inspection)
        }
      case 0x25 where !Unit.isDigit(units[i - 1]):
        let label = Slice(labelStart(i, slice, units), i)
        if units.ends(label, withAnyOf: percentWords) || isShareWithoutFigure(label, units) {
          missing(Slice(label.lower, i + 1), context, &inspection)
        }
      case 0xFF0C where units[i - 1] == 0x4E3A && units.ends(Slice(slice.lower, i), withAnyOf: amountHeads),
        0x2C where units[i - 1] == 0x4E3A && units.ends(Slice(slice.lower, i), withAnyOf: amountHeads):
        missing(Slice(labelStart(i, slice, units), i), context, &inspection)
      case 0x6279
      where units.ends(Slice(slice.lower, i), with: receptions) && isBeforeFigure(i + 2, slice, units):
        // 国内公务接待批次，86人次
        missing(Slice(labelStart(i, slice, units), i + 2), context, &inspection)
      case 0x53F0 where units.starts(Slice(i, slice.upper), with: sets):
        // 单价100万元以上设备（不含车辆）台（套）
        guard units[i - 1] == 0x29 || units.ends(Slice(slice.lower, i), with: equipment),
          endsClause(i + sets.count, slice, units)
        else { break }
        missing(Slice(labelStart(i, slice, units), i + sets.count), context, &inspection)
      case 0x8F86, 0x4EBA, 0x4E2A, 0x53F0, 0x6279:
        // 车辆辆, 保有量为辆
        guard
          units[i - 1] == 0x4E3A || units[i - 1] == 0x8F86 && units[i] == 0x8F86
            || units.ends(Slice(slice.lower, i), withAnyOf: netWords),
          endsClause(units[i] == 0x6279 ? i + 2 : i + 1, slice, units)
        else { break }
        missing(Slice(labelStart(i, slice, units), i + 1), context, &inspection)
      default: break
      }
      i += 1
    }
  }

  private static let netWords = WordList(["净减少", "净增加"])
  private static let receptions: Word = "接待"
  private static let sets: Word = "台(套)"
  private static let equipment: Word = "设备"

  private static func isBeforeFigure(_ at: Int, _ slice: Slice, _ units: Units) -> Bool {
    at + 1 < slice.upper && (units[at] == 0xFF0C || units[at] == 0x3001 || units[at] == 0x2C)
      && Unit.isDigit(units[at + 1])
  }

  private static let percentWords = WordList([
    "占", "增长", "下降", "完成", "完成预算", "上升", "增长率为", "完成年初预算的", "完成预算的", "占比", "降低",
  ])
  /// 占基本支出预算%: a share that names its base and no figure.
  private static func isShareWithoutFigure(_ label: Slice, _ units: Units) -> Bool {
    guard label.count >= 3, label.count <= 20, units[label.lower] == 0x5360 else { return false }
    return label.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
  }

  private static let amountHeads = WordList([
    "决算数为", "预算数为", "支出决算为", "年初预算为", "预算总额为", "支出为", "收入为", "决算为", "全年预算为", "支出总额为",
  ])
  private static let amountTails = WordList([
    "总额", "总额为", "预算为", "决算为", "支出为", "收入为", "决算数为", "预算数为", "支出", "收入", "共计", "合计", "总计", "金额", "金额为", "资金",
    "经费", "拨款", "增加", "减少", "预算", "决算",
    "共涉及资金", "货物类", "工程类", "服务类", "费", "(项)", "(款)", "(类)", "各增加", "各减少", "收入预算", "总计为", "合计为",
  ])

  private static func isAmountExpected(_ head: Slice, _ units: Units) -> Bool {
    units.ends(head, withAnyOf: amountTails)
  }

  /// Tells whether words call for an amount right before 万元 that ends its clause: 采购预算安排万元，其中.
  ///
  /// 金额单位为万元, 以下金额单位除注明外均为万元 name the unit.
  private static func isAmountOutstanding(_ head: Slice, _ units: Units) -> Bool {
    let clause = Slice(labelStart(head.upper, head, units), head.upper)
    return units.ends(head, withAnyOf: amountVerbs) && !units.contains(anyOf: unitWords, in: clause)
  }

  private static let amountVerbs = WordList([
    "安排", "到位", "下达", "执行", "结转", "结余", "完成", "使用", "节约", "节省", "核减", "投入", "发放", "拨付", "支付", "为",
    "是", "共", "约", "增长", "下降", "持平",
  ])
  private static let unitWords = WordList([
    "单位", "计量", "统一为", "应为", "调整为", "修改为", "改为", "换算为", "折算为", "误为", "写为", "填为", "填报为", "精确",
  ])

  private static func endsClause(_ at: Int, _ slice: Slice, _ units: Units) -> Bool {
    guard at < slice.upper else { return true }
    switch units[at] {
    case 0xFF0C, 0x2C, 0x3B, 0x3002, 0x3001, 0x29: return true
    default: return false
    }
  }

  /// The longest label that is shown before a missing figure, in units.
  private static let longestLabel = 32

  private static func labelStart(_ end: Int, _ slice: Slice, _ units: Units) -> Int {
    var i = end
    while i > slice.lower, end - i < longestLabel {
      switch units[i - 1] {
      case 0xFF0C, 0x2C, 0x3B, 0x3002, 0x3001, 0x3A: return i
      default: i -= 1
      }
    }
    return i
  }

  private static func missing(_ slice: Slice, _ context: NarrativeContext, _ inspection: inout Inspection) {
    inspection.report(
      "missing-amount", .error, at: slice, Message(noFigure, .text(context.draft.string(slice))))
  }

  private static let noFigure = Phrase("“{0}”处缺少数字", "A figure is missing in “{0}”")
  private static let noUnit = Phrase("“{0}{1}”后缺少单位（{2}）", "The unit is missing after “{0}{1}”")
  private static let noPercent = Phrase("“{0}{1}”后缺少百分号", "The per cent sign is missing after “{0}{1}”")
  private static let add = Phrase("补上“{0}”", "Add “{0}”")
}

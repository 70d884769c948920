/// A decrease explained by an increase, and the other way round.
enum Explanation {
  static func check(_ change: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard change.direction != 0, change.unit.money != nil || change.role == .rate, change.amount.digits > 0,
      let found = reason(after: change, context), found.count <= longest
    else { return }
    let reason = trimmed(found, context.units)
    guard contradicts(reason, change, context), !isOfWhole(change, context) else { return }
    inspection.report(
      "direction", .warning, at: reason,
      Message(
        phrase, .text(context.draft.string(change.word)), .text(context.draft.string(change.figure)),
        .text(context.draft.string(reason))), related: [context.related(change)])
  }

  /// The longest reason that is read, in units.
  private static let longest = 40

  /// Tells whether all that a reason says of more and less goes against a change.
  private static func contradicts(_ reason: Slice, _ change: Claim, _ context: NarrativeContext) -> Bool {
    let units = context.units
    // 年末结转100万元，比上年减少10万元，原因是支出增加: more spending leaves less.
    if isOfRest(change, context) {
      let ups = units.contains(anyOf: restRises, in: reason)
      let downs = units.contains(anyOf: restFalls, in: reason)
      return ups != downs && (change.direction < 0) == ups && !units.contains(anyOf: restExcuses, in: reason)
    }
    // 2022年集中更换办公电脑，本年购置办公设备增加: what was done the year before, and then what this year differs by.
    if beginsWithYear(reason, units) {
      return behindLastYear(reason, units).map { ReasonTrend.of($0, units) == -change.direction } ?? false
    }
    // 事业单位离退休比上年增加0.86万元，主要是退休人员减少
    if isOfRetired(change, context), let trend = retiredTrend(reason, units) {
      return trend == -change.direction
    }
    // 下降4.21%，主要原因是印刷、差旅和会议开支增加
    if ReasonTrend.of(reason, units, isOfIncome: isOfIncome(change, context)) == -change.direction {
      return true
    }
    let ups =
      units.contains(anyOf: rises, in: reason) || beginsWithRise(reason, units)
      || isOfAllIncome(change, context) && units.contains(anyOf: incomeRises, in: reason)
    let downs = units.contains(anyOf: falls, in: reason)
    guard ups != downs, (change.direction < 0) == ups, !units.contains(anyOf: excuses, in: reason),
      ups || !units.contains(anyOf: intentions, in: reason)
    else { return false }
    return !units.contains(anyOf: ups ? softFalls : softRises, in: reason)
  }

  private static func beginsWithYear(_ reason: Slice, _ units: Units) -> Bool {
    TableBinding.year(units, Slice(reason.lower, Swift.min(reason.upper, reason.lower + 5))) > 0
  }

  /// The clause that begins with 本年 behind one of another year in which nothing became more or less.
  private static func behindLastYear(_ reason: Slice, _ units: Units) -> Slice? {
    guard let comma = reason.indices.first(where: { units[$0] == 0xFF0C }) else { return nil }
    let own = Slice(comma + 1, reason.upper)
    guard units.starts(own, withAnyOf: thisYear),
      !units.contains(anyOf: unsure, in: Slice(reason.lower, comma))
    else { return nil }
    return own
  }

  private static let thisYear = WordList(["本年", "当年", "今年"])
  private static let unsure = WordList(["未", "无", "不", "减", "少", "降", "没"])

  /// Tells whether what changed is what retired people are paid.
  private static func isOfRetired(_ change: Claim, _ context: NarrativeContext) -> Bool {
    guard change.subject >= 0 else { return false }
    let claim = context[change.subject]
    return [claim.label, claim.topic].contains {
      context.units.contains(anyOf: retired, in: $0) && !context.units.contains(anyOf: pensions, in: $0)
    }
  }

  private static let retired = WordList(["离退休"])
  private static let pensions = WordList(["养老保险", "职业年金"])

  /// 退休人员增加, 离退休人员减少2人: +1 or -1 where a reason says nothing else.
  private static func retiredTrend(_ reason: Slice, _ units: Units) -> Int? {
    guard let subject = units.lengthOfWord(starting: reason, anyOf: retirees) else { return nil }
    var rest = Slice(reason.lower + subject, reason.upper)
    for (verbs, way) in [(moreOfThem, 1), (fewerOfThem, -1)] {
      guard let verb = units.lengthOfWord(starting: rest, anyOf: verbs) else { continue }
      rest.lower += verb
      while !rest.isEmpty, Unit.isDigit(units[rest.lower]) { rest.lower += 1 }
      return rest.count <= 1 ? way : nil
    }
    return nil
  }

  private static let retirees = WordList(["退休人员", "离退休人员", "离休人员", "退休职工"])
  private static let moreOfThem = WordList(["增加", "增多"])
  private static let fewerOfThem = WordList(["减少"])

  /// Tells whether what changed is what was carried over or left.
  private static func isOfRest(_ change: Claim, _ context: NarrativeContext) -> Bool {
    func isRest(_ label: Slice) -> Bool { context.units.contains(anyOf: GrammarWords.carriedOver, in: label) }
    if isRest(change.base) { return true }
    // 年末结转和结余62.35万元。本年支出比2023年度减少: what the clause itself names.
    let own = ChangedFigure.subject(of: change, context)
    if own.count >= 4 { return isRest(own) }
    guard change.subject >= 0 else { return isRest(change.topic) }
    return isRest(context[change.subject].label) || isRest(context[change.subject].topic)
  }

  /// Tells whether what changed is the income of the year, of which no kind takes the place of another.
  private static func isOfAllIncome(_ change: Claim, _ context: NarrativeContext) -> Bool {
    guard change.subject >= 0, Wording.core(change.base, context.units).isEmpty else { return false }
    let concept = context[change.subject].concept
    return concept.contains(.income) && concept.contains(.total) && !concept.contains(.expense)
      && concept.measure.isEmpty && concept.source.isEmpty
  }

  /// Tells whether what changed is income alone, which what is spent says nothing of.
  private static func isOfIncome(_ change: Claim, _ context: NarrativeContext) -> Bool {
    let named = Wording.core(change.base, context.units)
    if named.count >= 4 { return context.units.ends(named, with: income) }
    let concept = change.subject >= 0 ? context[change.subject].concept : change.concept
    let kinds: FigureConcept = [.serviceIncome, .operatingIncome, .otherIncome]
    return !concept.isDisjoint(with: kinds.union(.income)) && !concept.contains(.expense)
      && !concept.contains(.both)
  }

  private static let income: Word = "收入"

  /// 主要原因是增加农机作业补助规模: the first word says that something became more.
  private static func beginsWithRise(_ reason: Slice, _ units: Units) -> Bool {
    units.starts(reason, withAnyOf: more) && units.contains(anyOf: costs, in: reason)
      && !units.contains(anyOf: savings, in: reason)
  }

  /// 减少4.17万元，其中人员经费减少6.37万元，公用经费增加2.20万元，主要原因是调出2人: the reason of the change that heads
  /// the sentence.
  private static func isOfWhole(_ change: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims(of: change.passage).contains {
      $0.role == .change && $0.sentence == change.sentence && $0.figure.upper <= change.figure.lower
        && $0.direction * change.direction < 0
        && !hasOwnReason(Slice($0.figure.upper, change.figure.lower), change, context)
    }
  }

  /// 减少80万元，主要是土地出让收入下降；事业收入减少4.50万元，原因是…: each item of a list has a reason of its own.
  private static func hasOwnReason(_ between: Slice, _ change: Claim, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[change.passage]
    var (hasReason, isParted) = (false, false)
    let first = context.claims.token(at: between.lower, in: passage)
    for token in context.claims.tokens[first..<passage.tokens.upperBound]
    where Int(token.lower) < between.upper {
      switch token.mark {
      case .ofWhich, .includes: return false
      case .reason: hasReason = true
      case .semicolon where hasReason: isParted = true
      default: break
      }
    }
    return isParted
  }

  /// A reason without 是, 为 and the colon before it.
  private static func trimmed(_ slice: Slice, _ units: Units) -> Slice {
    var slice = slice
    while slice.lower < slice.upper,
      units[slice.lower] == 0x662F || units[slice.lower] == 0x3A || units[slice.lower] == 0x4E3A
    {
      slice.lower += 1
    }
    return slice
  }

  /// The words behind 主要原因是 in the same sentence or at the start of the next.
  private static func reason(after change: Claim, _ context: NarrativeContext) -> Slice? {
    let passage = context.claims.passages[change.passage]
    var start: Int?
    var clauses = 0
    var stop: Int?
    let first = context.claims.token(at: change.figure.upper, in: passage)
    for token in context.claims.tokens[first..<passage.tokens.upperBound] {
      if let start {
        switch token.mark {
        // 收入减少60万元，结转增加196万元: a reason of several figures is weighed by nobody.
        case .figure where token.unit.money != nil || token.unit == .percent: return nil
        case .year where Int(token.lower) - start <= 2: continue
        case .stop, .semicolon, .ofWhich, .year: return Slice(start, Int(token.lower))
        default: continue
        }
      }
      switch token.mark {
      case .reason where stop == nil || isSaidOf(change, Slice(stop ?? 0, Int(token.lower)), context):
        start = Int(token.upper)
      // 减少9万元，下降1%。主要用于学校运转，变动原因是…
      case .reason where context.units.starts(token.slice, withAnyOf: ofChange): start = Int(token.upper)
      case .reason: return nil
      // 比上年减少9万元，下降1%。主要原因是…: the reason of the one change before it.
      case .stop where stop == nil && isAlone(change, context): stop = Int(token.upper)
      // 决算数小于预算数的主要原因: what is explained is another difference.
      case .stop, .semicolon, .ofWhich, .includes, .above, .below, .equal: return nil
      case .comma:
        clauses += 1
        if clauses > 3 { return nil }
      case .figure: if token.unit != .percent { return nil }
      default: continue
      }
    }
    return start.map { Slice($0, passage.slice.upper) }
  }

  /// 增长5%。增加的主要原因是…: the words between a sentence and the reason that opens the next say which change.
  private static func isSaidOf(_ change: Claim, _ between: Slice, _ context: NarrativeContext) -> Bool {
    if between.count <= 2 { return true }
    // 下降1.92%。主要用于人员经费，减少的主要原因是…
    if isAlone(change, context), let comma = between.indices.last(where: { context.units[$0] == 0xFF0C }) {
      let own = Slice(comma + 1, between.upper)
      return context.units.equals(anyOf: change.direction < 0 ? ofFall : ofRise, own)
    }
    return context.units.equals(anyOf: change.direction < 0 ? ofFall : ofRise, between)
  }

  private static let ofFall = WordList(["减少的", "下降的", "降低的", "比上年减少的", "较上年减少的"])
  private static let ofRise = WordList(["增加的", "增长的", "上升的", "比上年增加的", "较上年增加的"])

  /// Tells whether a change is the only one that its sentence states.
  private static func isAlone(_ change: Claim, _ context: NarrativeContext) -> Bool {
    context.claims.claims(of: change.passage).count {
      ($0.role == .change || $0.role == change.role) && $0.sentence == change.sentence
    } == 1
  }

  private static let ofChange = WordList(["变动原因", "增减原因"])
  private static let rises = WordList([
    "数量增加", "标准提高", "人员增加", "人数增加", "增人增资", "项目增加", "任务增加", "批次增加", "人次增加", "人员增多", "在职人员增加", "经费增加", "新增人员",
    "支出增加", "业务增加", "购置增加", "采购增加", "投入增加", "补助增加", "费用增加", "规模扩大", "规模增加", "基数上调", "基数提高", "标准上调",
    "任务增多", "数量增多", "需求增加", "次数增加", "增加人员", "新增项目", "增加项目", "工资增长", "增加了", "资金的增加", "资金增加",
    "批次增多", "人次增多", "次数增多", "班次增加", "班次增多", "团组增加", "团组增多", "价格上涨", "油价上涨", "费用上涨", "成本上升", "成本上涨", "工资增加",
    "工资上涨", "待遇提高", "经费增长", "支出增长", "费用增长", "支出上升", "支出增多", "费用增多", "经费增多", "项目增多", "业务增多", "活动增多", "活动增加",
    "需求增多",
    "投入加大", "加大投入", "工资调标", "调标", "晋级", "晋升", "晋档", "新录用", "新招录", "新招聘", "新聘", "新进人员", "人员调入", "购置公务用车",
    "更新公务用车",
    "职工增加", "教师增加", "学生增加", "编制增加", "面积增加", "范围扩大", "提标", "标准提升", "基数上涨", "基数增加", "基数增长", "业务量增加", "工作量增加",
    "投入力度加大", "支持力度加大",
    "维修增加", "维护增加", "培训增加", "会议增加", "接待增加", "出国增加", "设备增加", "车辆增加",
  ])
  private static let falls = WordList([
    "减少", "下降", "压减", "压缩", "节约", "降低", "缩减", "退休", "调出", "核减", "取消", "结束", "完工", "未", "不再", "剥离", "划转", "减",
    "无", "没有", "同城不接待", "下调", "从严控制", "严格控制", "严控", "过紧日子", "厉行", "精简", "报废", "停驶", "停用", "缩短", "缩小",
  ])
  private static let more = WordList(["增加", "新增"])
  private static let costs = WordList([
    "规模", "补助", "经费", "支出", "人员", "项目", "投入", "购置", "任务", "标准", "基数", "采购",
  ])
  /// More of these makes something else less: 增加线上会议, 增加其他资金投入.
  private static let savings = WordList([
    "线上", "视频", "网络", "统筹", "其他", "自有", "社会", "节", "控制", "管理", "措施", "上级", "收入",
  ])
  /// 我镇将压缩开支: what is to be done is no reason.
  private static let intentions = WordList(["将", "今后", "下一步", "力争", "确保"])
  /// Words beside which a rise explains no contradiction: 新增人员推迟到岗, 退休人员增加, 购置公务用车油耗低.
  private static let softFalls = WordList([
    "推迟", "延", "减", "退", "无", "未", "不", "转", "后", "尚", "低", "收回", "缓", "盘活", "次年", "下年", "节", "替代", "置换",
    "自筹", "社会资金", "社会资本",
  ])
  /// Words beside which a fall is none: 新增退休人员, 压减其他项目后调剂用于本项目, 不再压减.
  private static let softRises = WordList([
    "增", "提", "上调", "调增", "调剂", "用于", "不再", "退休", "划", "补缴", "后", "新", "基础上", "更换", "置换", "恢复", "加大", "追加",
    "扩",
    "上涨", "上升", "多", "超",
  ])
  private static let excuses = WordList(["上年", "免", "去年", "以前年度", "一次性", "年初", "结转", "但", "同时", "调整", "变动"])

  private static let restRises = WordList([
    "结转增加", "结余增加", "结转资金增加", "结余资金增加", "结转项目增加", "结转结余增加", "结转和结余增加", "结转资金增多", "结转项目增多",
  ])
  private static let restFalls = WordList([
    "结转减少", "结余减少", "结转资金减少", "结余资金减少", "结转项目减少", "结转结余减少", "结转和结余减少", "压减结转", "消化结转", "盘活", "收回",
  ])
  private static let restExcuses = WordList(["上年", "去年", "年初", "但", "同时", "使用", "动用", "非财政"])
  private static let incomeRises = WordList(["收入增加", "拨款增加", "收入增长", "拨款增长"])
  private static let phrase = Phrase(
    "文中写{0} {1}，原因却写“{2}”，方向相反", "“{0} {1}” is explained by its opposite: {2}")
}

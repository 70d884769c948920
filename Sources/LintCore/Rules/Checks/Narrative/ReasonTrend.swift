/// Which way a reason points that tells what became more or less in each of its clauses: 在职人员增加，缴存额上升.
///
/// Only reasons all of whose clauses say the same are read; one clause that may mean anything else leaves the whole open.
enum ReasonTrend {
  /// +1 where everything a reason names became more, -1 where it became less, 0 where that is not certain.
  ///
  /// Of income only what is earned tells anything: 招生人数减少，学费收入减少.
  static func of(_ reason: Slice, _ units: Units, isOfIncome: Bool = false) -> Int {
    if let people = peopleSinceLastYear(reason, units) { return isOfIncome ? 0 : people }
    guard reason.count >= 4, !units.contains(anyOf: open, in: reason),
      isOfIncome || !units.contains(anyOf: others, in: reason),
      isOfIncome ? !units.contains(anyOf: spent, in: reason) : !tellsOfIncome(reason, units)
    else { return 0 }
    var trend = 0
    var clauses = 0
    var last = Slice(reason.lower, reason.lower)
    for clause in self.clauses(of: reason, units) {
      let own = direction(of: clause, isOfIncome ? incomes : costs, units)
      if own == 0 {
        // 严格执行中央八项规定精神: what says nothing of more or less.
        guard !moves(clause, units) || isPolicy(clause, units) else { return 0 }
        continue
      }
      guard trend == 0 || trend == own else { return 0 }
      trend = own
      clauses += 1
      last = clause
    }
    // Who retires is paid no longer, or from elsewhere: only what is spent in the end tells which way that goes.
    if units.contains(anyOf: retired, in: reason), clauses < 2 || !endsInMoney(last, units) { return 0 }
    return trend
  }

  /// Tells whether a reason names what was earned; 土地出让收入安排的项目 is what is spent.
  private static func tellsOfIncome(_ reason: Slice, _ units: Units) -> Bool {
    var rest = reason
    while let at = units.find(income, in: rest) {
      rest.lower = at + income.count
      if !units.starts(rest, withAnyOf: spending) { return true }
    }
    return false
  }

  private static let income: Word = "收入"
  private static let spending = WordList(["安排", "用于"])

  private static func clauses(of reason: Slice, _ units: Units) -> [Slice] {
    var found: [Slice] = []
    var start = reason.lower
    for i in reason.indices where Unit.endsClause(units[i]) {
      found.append(units.trimmed(Slice(start, i)))
      start = i + 1
    }
    found.append(units.trimmed(Slice(start, reason.upper)))
    return found.filter { !$0.isEmpty }
  }

  /// The way one clause points: 会议开支增加, 新增车辆, 年度中追加了改造项目资金.
  private static func direction(of clause: Slice, _ things: WordList, _ units: Units) -> Int {
    var core = clause
    if let tail = units.lengthOfWord(ending: core, anyOf: tails) { core.upper -= tail }
    if let people = peopleMoved(core, units) ?? peopleExchanged(core, units) { return people }
    if let verb = units.lengthOfWord(ending: core, anyOf: rises) {
      return isOf(things, core, verb, units) ? 1 : 0
    }
    if let verb = units.lengthOfWord(ending: core, anyOf: falls) {
      return isOf(things, core, verb, units) ? -1 : 0
    }
    while let lead = units.lengthOfWord(starting: core, anyOf: leads) { core.lower += lead }
    // 年中新招聘教师较多, 新录用人员
    if let verb = units.lengthOfWord(starting: core, anyOf: arrivals) {
      core.lower += verb
      return units.ends(core, withAnyOf: arriving) && !moves(core, units) ? 1 : 0
    }
    guard let verb = units.lengthOfWord(starting: core, anyOf: additions) else { return 0 }
    core.lower += verb
    return units.ends(core, withAnyOf: added) && !moves(core, units) ? 1 : 0
  }

  /// 行政人员年中调入2人, 调出3名: who came or left, with their number; `nil` where a clause is none of these.
  private static func peopleMoved(_ clause: Slice, _ units: Units) -> Int? {
    guard let counter = units.lengthOfWord(ending: clause, anyOf: heads) else {
      return nil
    }
    var core = clause
    core.upper -= counter
    let digits = core.indices.reversed().prefix { Unit.isDigit(units[$0]) }.count
    guard digits > 0 else { return nil }
    core.upper -= digits
    for (verbs, way) in [(coming, 1), (leaving, -1)] {
      guard let verb = units.lengthOfWord(ending: core, anyOf: verbs) else { continue }
      let subject = Slice(core.lower, core.upper - verb)
      return moves(subject, units) ? nil : way
    }
    return nil
  }

  /// 新增人数多于退出人数, 退休人员多于新录用人员: who came against who left; `nil` where a clause is none of these.
  private static func peopleExchanged(_ clause: Slice, _ units: Units) -> Int? {
    guard clause.count <= longestExchange else { return nil }
    for (word, way) in [(moreThan, 1), (fewerThan, -1)] {
      guard let at = units.find(word, in: clause) else { continue }
      let (first, second) = (Slice(clause.lower, at), Slice(at + word.count, clause.upper))
      func came(_ side: Slice) -> Bool {
        units.contains(anyOf: comers, in: side) && !units.contains(anyOf: goers, in: side)
      }
      func went(_ side: Slice) -> Bool {
        units.contains(anyOf: goers, in: side) && !units.contains(anyOf: comers, in: side)
      }
      guard [first, second].allSatisfy({ units.contains(anyOf: counted, in: $0) }) else { return nil }
      if came(first), went(second) { return way }
      return went(first) && came(second) ? -way : nil
    }
    return nil
  }

  private static let longestExchange = 24
  private static let moreThan: Word = "多于"
  private static let fewerThan: Word = "少于"
  private static let comers = WordList(["新增", "新纳入", "纳入", "新录用", "新招录", "新招聘", "调入"])
  private static let goers = WordList(["退出", "调出", "减少", "死亡", "退休", "离职"])
  private static let counted = WordList(["人", "户", "对象", "名"])

  /// 在职人员较上年增加2人: a reason that names last year alone to say how many there are more.
  private static func peopleSinceLastYear(_ reason: Slice, _ units: Units) -> Int? {
    guard let subject = units.lengthOfWord(starting: reason, anyOf: staff),
      let base = units.lengthOfWord(
        starting: Slice(reason.lower + subject, reason.upper), anyOf: lastYear)
    else { return nil }
    let change = Slice(reason.lower + subject + base, reason.upper)
    guard change.count <= 6 else { return nil }
    return peopleMoved(change, units)
  }

  private static let staff = WordList(["在职人员", "在职职工", "在职教师", "在编人员", "在编在职人员", "实有在职人员"])
  private static let lastYear = WordList(["较上年", "比上年", "较去年", "比去年", "较上年度"])

  /// 严格落实过紧日子要求: says what is always done, whatever became of it.
  private static func isPolicy(_ clause: Slice, _ units: Units) -> Bool {
    var core = clause
    if units.ends(core, with: adjusted), core.count <= longestExchange { return true }
    if let lead = units.lengthOfWord(starting: core, anyOf: policyLeads) { core.lower += lead }
    return units.equals(anyOf: policies, core)
  }

  /// 低保对象动态调整: as it always is.
  private static let adjusted: Word = "动态调整"
  private static let policyLeads = WordList([
    "严格落实", "认真落实", "严格执行", "认真贯彻落实", "贯彻落实", "认真执行", "落实", "执行", "继续落实", "坚持", "进一步落实", "全面落实",
  ])
  private static let policies = WordList([
    "过紧日子要求", "过紧日子的要求", "过紧日子", "过“紧日子”要求", "“过紧日子”要求", "党政机关过紧日子要求", "政府过紧日子要求",
  ])

  private static let heads = WordList(["人", "名"])
  private static let coming = WordList(["调入", "新增", "增加", "招录", "招聘", "录用", "新录用", "新招聘"])
  private static let leaving = WordList(["调出", "调离", "减少"])

  /// Tells whether a clause that ends in a verb names before it what is paid or paid for, and no second way to go.
  private static func isOf(_ things: WordList, _ clause: Slice, _ verb: Int, _ units: Units) -> Bool {
    var subject = Slice(clause.lower, clause.upper - verb)
    while let link = units.lengthOfWord(ending: subject, anyOf: links) { subject.upper -= link }
    return units.ends(subject, withAnyOf: things) && !moves(subject, units)
  }

  /// Tells whether a slice holds a sign of more or less, besides that of 退休 and 离退休.
  private static func moves(_ slice: Slice, _ units: Units) -> Bool {
    slice.indices.contains { at in
      moving.contains(units[at])
        && !((units[at] == 0x9000 || units[at] == 0x79BB) && at + 1 < slice.upper
          && (units[at + 1] == 0x4F11 || units[at + 1] == 0x9000))
    }
  }

  /// 待遇支出减少, 缴存额上升: the clause tells of the money itself.
  private static func endsInMoney(_ clause: Slice, _ units: Units) -> Bool {
    units.contains(anyOf: money, in: clause)
  }

  private static let rises = WordList(["增加", "增长", "上升", "上涨", "增多", "提高", "增大", "加大", "扩大", "新增"])
  private static let falls = WordList(["减少", "下降", "降低", "缩减"])
  private static let tails = WordList(["所致", "较多", "较大", "等"])
  private static let links = WordList(["相应", "随之", "也", "有所", "均", "大幅", "明显", "的"])
  private static let leads = WordList([
    "年度中", "年中", "年度内", "年内", "本年度", "本年", "当年", "全年", "财政", "上级", "中央", "省级", "市级", "县级", "新",
  ])
  private static let additions = WordList(["追加了", "追加", "增加了", "增加", "新增了", "新增", "增"])
  private static let arrivals = WordList(["招聘", "招录", "招考", "录用", "引进", "调入", "公开招聘"])
  private static let arriving = WordList(["人员", "教师", "职工", "干部", "公务员", "学生", "人才", "医生", "护士", "医护人员"])
  private static let added = WordList([
    "资金", "经费", "项目", "支出", "补助", "人员", "车辆", "公务用车", "任务", "业务", "批次", "人次", "费用", "开支",
  ])
  private static let costs = WordList([
    "支出", "开支", "支付", "经费", "费用", "补助", "资金", "批次", "人次", "人数", "人员", "职工", "教师", "学生", "项目", "任务", "办公设备",
    "缴存额", "缴费", "缴费额", "缴存", "基数", "标准", "工资", "待遇", "次数", "数量", "车辆", "团组", "用油量", "油价", "价格", "成本",
    "投入", "工作量", "业务量", "维修费", "燃油费", "差旅费", "会议费", "培训费", "印刷费", "接待费", "维护费", "面积", "规模",
    "班次", "补贴", "补贴发放", "待遇发放", "家庭", "户数", "对象", "申请人数", "享受人数", "课时", "场次", "采购量", "用电量", "用水量", "水电费",
  ])
  /// What income comes from.
  private static let incomes = WordList([
    "委托量", "业务量", "委托业务", "检测业务", "捐赠款", "捐赠收入", "捐赠", "学费收入", "学费", "住宿费收入", "收费收入", "培训收入", "服务收入", "招生人数",
    "学生人数", "在校生", "学生", "就诊人数", "就诊人次", "门诊量", "住院人数", "医疗收入", "租金收入", "利息收入", "经营收入", "技术服务收入", "场地收入",
  ])
  private static let earned = WordList(["收入"])
  /// Words of money that takes the place of what is earned, or is not paid.
  private static let spent = WordList(["拨款", "财政", "免", "支出", "补助", "优惠"])
  private static let money = WordList(["支出", "开支", "经费", "费用", "缴存", "缴费", "待遇", "补助"])
  private static let retired = WordList(["退休", "离休", "离退休"])
  /// Words that turn a reason round or speak of other money, other years or a plan.
  private static let open = WordList([
    "上年", "去年", "以前年度", "年初", "一次性", "结转", "结余", "但", "收回", "其他", "非财政", "自有", "自筹", "预算", "统筹", "线上",
    "视频", "移交", "划", "次年", "下年", "跨年", "前期", "同期", "往年", "历年", "拟", "后", "基础上", "导致", "列支", "渠道", "科目",
    "口径", "据实", "完工", "结束", "效率", "率", "力度", "单位", "比", "较上", "第", "挤", "折旧",
  ])
  /// What pays besides, where spending is told of.
  private static let others = WordList(["社会"])
  /// Signs of more and less: 增, 减, 升, 降, 提, 压, 节, 退, 调, 缩, 扩, 未, 无, 不, 少, 多, 高, 低, 停, 控, 紧, 迟, 缓, 转, 销, 离.
  private static let moving: Set<UInt16> = Set("增减升降提压节退调缩扩未无不少多高低停控紧迟缓转销离".utf16)
}

/// Words that the grammar looks for outside the lexicon.
enum GrammarWords {
  static let mainly: Word = "主要"
  static let budget: Word = "预算"
  static let funds = WordList(["公共预算", "基金预算", "经营预算"])
  static let distributions = WordList(["分配", "提取"])
  /// ×, ÷, * and +, which join the terms of a formula.
  static let operators: Set<UInt16> = [0xD7, 0xF7, 0x2A, 0x2B]
  static let families: [FigureConcept] = [
    [.vehiclePurchase, .vehicleRunning], [.basic, .project], [.personnel, .running],
    [.goods, .works, .services],
  ]
  static let divided = WordList(["划分", "分类", "来源分", "性质分", "类型分", "形式分"])
  static let by: Word = "按"
  static let respectively: Word = "分别"
  /// What sums up figures that 分别 stands before: 三项合计.
  static let together = WordList(["合计", "共计", "总计"])
  static let counted = WordList([
    "两项", "二项", "三项", "四项", "五项", "六项", "两者", "二者", "三者", "四者", "以上两项", "以上三项", "以上四项",
  ])
  static let longestSum = 8
  /// What stands right before a rate that is held against that of another year.
  static let ofOtherYears = WordList(["年的", "年度的", "上年的", "去年的", "上年度的", "上年同期的"])
  static let amongClause: Word = "中，"
  static let otherMoney = WordList(["其他资金安排", "单位资金安排", "自有资金安排", "事业收入安排", "非财政拨款安排", "非财政资金安排"])
  static let projects: Word = "项目"
  static let inOrder = WordList(["分别", "依次"])
  /// What comes to a budget: 加上年结转30万元.
  static let additions = WordList(["加", "加上", "另有", "连同", "另", "动用", "使用"])
  /// 甲、乙占比均为0.00%.
  static let alike = WordList(["均为", "都为", "都是", "均是"])
  /// Between the limits of a class, and behind them.
  static let upTo = WordList(["至", "到", "-", "~"])
  static let classEnds = WordList(["的", "项目", "之间", "以内", "(含"])
  /// 两者占比为: of several amounts at once.
  static let each = WordList(["两者", "二者", "三者", "四者", "五者", "各占"])
  /// Words that go on with a reason behind ；.
  static let furthermore = WordList(["同时", "此外", "另外", "二是", "三是", "四是", "五是"])
  static let within: Word = "中有"
  /// 具体为甲1台、乙3台: another way to divide what 其中 divides already.
  static let inDetail: Word = "具体"
  /// 其余5类支出合计: what is left, and no whole.
  static let rests = WordList(["其余", "其他", "剩余", "另", "上述", "前"])
  static let mainlyIs: Word = "主要是"
  /// 扣除新增项目75万元因素: a figure that is left out.
  static let exclusions = WordList(["扣除", "剔除"])
  /// 增加额中，基本支出占139万元: by how much something changed is divided.
  static let amongChanges = WordList([
    "增加额中", "增加部分中", "增量中", "增支中", "增长额中", "增长部分中", "新增部分中", "减少额中", "减少部分中", "减支中",
  ])
  static let among: Word = "中"
  /// What begins a clause about what money is for.
  static let uses = WordList(["用于", "主要用于", "重点用于", "专项用于", "具体用于", "支持", "保障"])
  /// What begins a clause about the costs of one of several.
  static let perThing = WordList(["车均", "每车", "每辆", "单车", "辆均", "户均", "生均", "亩均", "月均", "次均", "批均", "人均"])
  /// 从支出性质看，…; 按支出性质分为…: what begins a sentence that divides the whole in another way.
  static let dividingAnew = WordList(["看，", "分为", "划分", "之比", "性质分", "来源分", "用途分", "分类分"])
  /// What a calculation takes away: 收支总数90万元扣除其他收入26万元.
  static let subtractions = WordList(["扣除", "剔除", "减去", "扣减"])
  static let savings = WordList(["节约", "节约了", "节约资金", "节省", "节支", "节约经费", "超收", "短收"])
  static let unspent = WordList(["未执行", "未支付", "未使用", "未支出", "未拨付", "未下达", "未完成支付"])
  static let apiece: Word = "各"
  /// What stands between a share and what has it: 占75%的为基本支出90万元.
  static let beingOf = WordList(["的为", "的是", "为", "是"])
  static let bareExcesses = WordList(["超", "超出", "超过", "多出", "高出"])
  static let excesses = WordList(["超", "超出", "低于", "高于", "少于", "多于", "大于", "小于", "不足"])
  /// 除市场秩序执法（项）超过年初预算5万元外: by how much, and no budget.
  static let beyondBudget = WordList([
    "超过年初预算", "超过预算", "超过全年预算", "超出年初预算", "超出预算", "超出全年预算",
  ])
  /// What a figure exceeds or falls short of: 低于年初预算, 高于其余四类合计.
  static let heldAgainst = WordList(["预算", "其余", "其他各"])
  static let costs = WordList(["费", "费用"])
  /// What a bracket names that is only a part of the figure before it, or another figure.
  static let portions = WordList([
    "含", "不含", "其中", "上年", "去年", "约", "合", "折合", "比", "较", "预算", "决算", "人均", "平均", "另",
  ])
  /// What a lead-in ends with whose colon its parts follow: 收入构成为：, 支出由两部分构成：.
  static let compositions = WordList([
    "分布构成情况", "构成情况", "构成为", "组成为", "投向为", "构成情况为", "收入情况为", "支出情况为", "构成", "组成", "投向",
  ])
  /// What such a lead-in begins with that speaks of what was said last.
  static let demonstratives = WordList(["该", "此项", "此类"])
  /// What such a lead-in begins with that names nothing.
  static let generals = WordList(["具体", "其", "主要", "分单位", "各单位", "各预算单位"])
  static let introductions = WordList(["即", "由", "具体为"])
  /// What a paragraph begins with that divides the figure of the one above.
  static let dividing = WordList(["包括", "包含", "其中", "主要包括", "主要有", "主要用于"])
  static let directions: [(Word, Int)] = [
    ("提高", 1), ("上升", 1), ("增加", 1), ("增长", 1), ("提升", 1), ("下降", -1), ("降低", -1), ("减少", -1),
    ("回落", -1),
  ]
  static let from: Word = "由"
  static let being: Word = "为"
  /// 占61.6%，计120万元: the figure of a share that stands before it.
  static let amounting: Word = "计"
  static let ofWhich: Word = "其中"
  static let becoming = WordList(["增加", "减少", "下降", "降低", "上升"])
  /// What is told of an item, as in （三）会议费支出情况.
  static let accounts = WordList(["情况说明", "情况"])
  static let planned = WordList(["预算", "计划", "年初", "下达"])
  static let thisYear = WordList(["本年", "今年", "当年"])
  static let moreOrLess = WordList(["多", "少", "高", "低"])
  static let thanThisYear = WordList(["比本年", "较本年", "比今年", "较今年"])
  static let spending = WordList(["支出", "开支", "使用", "决算", "预算"])
  /// Short names of what cars cost, beside the whole name.
  static let purchase = WordList(["购置费", "购置费用", "购置支出", "购置费支出"])
  static let running = WordList(["运行费", "运行费用", "运行费支出", "运行维护费", "运行维护费用", "运行维护费支出"])
  /// What stands below the three public expenses in many tables, and is none of them.
  static let gatherings = WordList(["会议费", "培训费"])
  static let aspects: Word = "方面"
  /// What refers to a table behind 方面 and figures behind it: 政府性基金预算方面的情况详见公开07表。年初结转….
  static let references = WordList([
    "的情况详见", "情况详见", "的情况见", "情况见", "的收支情况详见", "收支情况详见", "详见", "的收支情况见", "收支情况见",
  ])
  static let levels = [LevelMark.item, .group, .major]
  /// What follows the name of an item that its budget did not have.
  static let unplanned = WordList([":", "年初未", "年初无", "年初没有", "未安排", "无年初预算"])
  /// Words of a difference that need its figure right behind them.
  static let gaps = WordList(["低于预算", "少于预算", "高于预算", "超预算", "超出预算"])
  static let completed: Word = "完成"
  static let inside: Word = "在内"
  static let carriedStarts = WordList(["年初", "上年", "年末", "结转", "使用"])
  static let colon: Word = ":"
  static let lastYear = WordList(["上年", "去年", "上一年"])
  static let with = WordList(["与", "和"])
  static let carriedOver = WordList(["结转", "结余"])
  /// A unit's own offices, beside those below it.
  static let ownLevel = WordList(["本级", "机关"])
  /// Between the last two of a list.
  static let joints = WordList(["和", "及", "与", "以及"])
  static let outcomes: Word = "决算均为"
  static let sides = WordList(["收入", "支出"])
  static let comparing = WordList(["与", "比", "较"])
  static let amid: Word = "在"
  static let amidTails = WordList(["中的", "中"])
  static let shareTails = WordList([
    "比重最大，为", "比重最高，为", "比例最大，为", "比例最高，为", "最大，为", "最多，为", "最高，为",
    "比重为", "比例为", "比重", "比例", "为", "约", "的",
  ])
}

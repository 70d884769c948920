/// What a label speaks of, as a set of words of the trade: its source of funds, its kind of money, its period.
///
/// Labels of sentences, columns, rows and captions are reduced to such sets, so that 一般公共预算财政拨款基本支出 in a
/// sentence and the column 基本支出 in the table of that fund can be told to be the same thing.
package struct FigureConcept: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  // Sources of funds.
  /// 一般公共预算.
  package static let publicBudget = FigureConcept(bit: 0)
  /// 政府性基金.
  package static let fund = FigureConcept(bit: 1)
  /// 国有资本经营.
  package static let stateCapital = FigureConcept(bit: 2)
  /// 财政拨款.
  package static let fiscal = FigureConcept(bit: 3)
  /// 财政专户.
  package static let specialAccount = FigureConcept(bit: 4)
  /// 单位资金.
  package static let ownFunds = FigureConcept(bit: 5)

  // Flows.
  /// 收入.
  package static let income = FigureConcept(bit: 8)
  /// 支出.
  package static let expense = FigureConcept(bit: 9)
  /// 收支, 收、支.
  package static let both = FigureConcept(bit: 10)
  /// 总计, 总额, 总预算.
  package static let total = FigureConcept(bit: 11)
  /// 本年, 当年.
  package static let thisYear = FigureConcept(bit: 12)
  /// 上年结转, 年初结转和结余.
  package static let carriedIn = FigureConcept(bit: 13)
  /// 年末结转和结余, 结转下年.
  package static let carriedOut = FigureConcept(bit: 14)
  /// 年初预算, 预算数 beside a 决算.
  package static let plan = FigureConcept(bit: 15)
  /// 决算, 执行数.
  package static let actual = FigureConcept(bit: 16)

  // Kinds of spending.
  /// 基本支出.
  package static let basic = FigureConcept(bit: 20)
  /// 项目支出.
  package static let project = FigureConcept(bit: 21)
  /// 人员经费.
  package static let personnel = FigureConcept(bit: 22)
  /// 公用经费.
  package static let running = FigureConcept(bit: 23)
  /// 经营支出.
  package static let operatingExpense = FigureConcept(bit: 24)
  /// 上缴上级支出.
  package static let paidUp = FigureConcept(bit: 25)
  /// 对附属单位补助支出.
  package static let subsidies = FigureConcept(bit: 26)

  // Sources of income.
  /// 事业收入.
  package static let serviceIncome = FigureConcept(bit: 28)
  /// 经营收入.
  package static let operatingIncome = FigureConcept(bit: 29)
  /// 上级补助收入.
  package static let fromAbove = FigureConcept(bit: 30)
  /// 附属单位上缴收入.
  package static let fromBelow = FigureConcept(bit: 31)
  /// 其他收入.
  package static let otherIncome = FigureConcept(bit: 32)

  // The matters that have paragraphs of their own.
  /// “三公”经费.
  package static let threePublic = FigureConcept(bit: 36)
  /// 因公出国（境）费.
  package static let abroad = FigureConcept(bit: 37)
  /// 公务用车购置及运行维护费.
  package static let vehicles = FigureConcept(bit: 38)
  /// 公务用车购置费.
  package static let vehiclePurchase = FigureConcept(bit: 39)
  /// 公务用车运行维护费.
  package static let vehicleRunning = FigureConcept(bit: 40)
  /// 公务接待费.
  package static let reception = FigureConcept(bit: 41)
  /// 机关运行经费.
  package static let agencyRunning = FigureConcept(bit: 42)
  /// 政府采购.
  package static let procurement = FigureConcept(bit: 43)
  /// 货物.
  package static let goods = FigureConcept(bit: 44)
  /// 工程.
  package static let works = FigureConcept(bit: 45)
  /// 服务.
  package static let services = FigureConcept(bit: 46)
  /// 编制.
  package static let posts = FigureConcept(bit: 47)
  /// 实有, 在职.
  package static let staff = FigureConcept(bit: 48)
  /// 车辆.
  package static let cars = FigureConcept(bit: 49)
  /// 中小企业, 小微企业: a cross-cut through a procurement figure.
  package static let smallFirms = FigureConcept(bit: 50)
  /// 外宾, 国内: parts of a reception figure.
  package static let guests = FigureConcept(bit: 51)
  /// 上年, 去年 in a label.
  package static let lastYear = FigureConcept(bit: 52)

  /// 增减, 比上年, 完成预算: a word of comparison, in the header of a column.
  package static let comparison = FigureConcept(bit: 53)

  /// 总计, 总收入: with what was carried in or out, unlike a 合计 of the year.
  package static let grand = FigureConcept(bit: 54)

  /// 使用非财政拨款结余: with ``carriedIn``, but not 年初结转.
  package static let reserve = FigureConcept(bit: 55)

  /// All sources of funds.
  package static let sources: FigureConcept = [
    .publicBudget, .fund, .stateCapital, .fiscal, .specialAccount, .ownFunds,
  ]
  /// All kinds of spending and matters that stand for one measure each.
  package static let measures: FigureConcept = [
    .basic, .project, .personnel, .running, .operatingExpense, .paidUp, .subsidies, .serviceIncome,
    .operatingIncome, .fromAbove, .fromBelow, .otherIncome, .threePublic, .abroad, .vehicles,
    .vehiclePurchase,
    .vehicleRunning, .reception, .agencyRunning, .procurement, .goods, .works, .services, .posts, .staff,
    .cars,
    .smallFirms, .guests, .carriedIn, .carriedOut, .reserve,
  ]
  /// The 三公 measures.
  package static let threePublicItems: FigureConcept = [
    .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception,
  ]

  /// Tells whether all that is bought is spoken of, no kind of it and no sellers.
  var isWholeProcurement: Bool {
    contains(.procurement) && isDisjoint(with: [.smallFirms, .goods, .works, .services])
  }

  /// The source of funds: of a fund and 财政拨款 only the fund, because every fund is 财政拨款.
  package var source: FigureConcept {
    let found = intersection(.sources)
    return found.isDisjoint(with: [.publicBudget, .fund, .stateCapital]) ? found : found.subtracting(.fiscal)
  }

  /// The measure without source, period and status.
  package var measure: FigureConcept { intersection(.measures) }

  /// The measure without the wider ones it is a part of: 人员经费 of 基本支出 is 人员经费.
  package var narrowMeasure: FigureConcept {
    var found = measure
    if !found.isDisjoint(with: [.personnel, .running]) { found.subtract([.basic]) }
    if !found.isDisjoint(with: [.vehiclePurchase, .vehicleRunning]) { found.subtract([.vehicles]) }
    if !found.isDisjoint(with: [.abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception]) {
      found.subtract([.threePublic])
    }
    if !found.isDisjoint(with: [.goods, .works, .services]) { found.subtract([.procurement]) }
    return found
  }

  /// The direction of the money: 收入, 支出, or both.
  package var flow: FigureConcept {
    contains(.both) ? [.income, .expense] : intersection([.income, .expense])
  }
}

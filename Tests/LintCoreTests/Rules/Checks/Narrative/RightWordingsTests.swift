import Testing

@testable import LintCore

/// Right sentences whose words send their figures elsewhere than to those beside them.
@Suite struct RightWordingsTests {
  @Test(arguments: [
    // A subtotal of the items before it.
    "基本支出3674.17万元。其中工资福利支出3334.93万元，对个人和家庭的补助46.94万元，两者之和3381.87万元即人员经费；公用经费292.30万元。",
    "收入合计4852.68万元，其中：一般公共预算拨款收入4420.62万元，财政专户管理资金收入268.50万元，政府性基金预算拨款收入36.00万元，其他收入45.20万元，以上为本年收入合计4770.32万元，上年结转结余82.36万元。",
    "基本支出3674.17万元，其中工资福利支出3334.93万元和对个人和家庭的补助46.94万元合计3381.87万元，商品和服务支出292.30万元。",
    // What comes in and what goes out.
    "全年收支总规模6222万元，其中本年收入6075万元，本年支出6077万元。",
    // Changes, and the next sentence.
    "年末结转和结余125.36万元，比年初141.44万元减少16.08万元；其中一般公共预算减少38.08万元，政府性基金增加22.00万元。财政拨款收、支总计均为6170.12万元。",
    // Shares of something else than the figure before.
    "一般公共预算财政拨款支出5816.76万元。其中水利款支出5302.78万元，占农林水支出的96.19%，巩固脱贫攻坚成果衔接乡村振兴款支出210.00万元，占3.81%。",
    // A second division.
    "共有车辆6辆，其中：局本级3辆，水库管理所2辆，堤防站1辆；按类别为：应急保障用车3辆、其他用车2辆、机要通信用车1辆。",
    // Of another year.
    "机关运行经费48.52万元，按机关在职行政人员23人计算，人均2.11万元；上年人均2.14万元（24人）。",
  ])
  func sums(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("narrative-sum").isEmpty)
  }

  /// The second of two rates is of what its own words name, and the parts of a change are none of the budget.
  @Test(arguments: [
    "单位资金收入145.00万元，比上年增加11.00万元，增长8.21%，其中事业收入增长14.58%，其他收入下降7.89%，一增一减相抵后净增11.00万元。",
    "单位资金收入145.00万元，比上年增加11.00万元，增长⟦8.12%⟧，其中事业收入增长14.58%，其他收入下降7.89%。",
  ])
  func ratesOfTheirOwn(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("growth-rate") + sample.reported("direction") == sample.marked)
  }

  @Test(arguments: [
    // What a sentence divides anew is no part of the last item.
    "教育支出3285.72万元，占79.19%；社会保障和就业支出497.11万元，占11.98%；住房保障支出366.51万元，占8.83%。按支出性质，分为基本支出和项目支出，其中：基本支出3460.84万元，项目支出688.50万元。",
    "教育支出3285.72万元，占79.19%；社会保障和就业支出497.11万元，占11.98%；住房保障支出366.51万元，占8.83%。从支出性质看，基本支出与项目支出之比约为83:17，其中基本支出3460.84万元，项目支出688.50万元。",
    // Averages.
    "公务用车购置及运行费4.50万元，比上年减少0.50万元。其中，公务用车购置费0万元；公务用车运行维护费4.50万元，车均运行维护费由2.50万元降为2.25万元（按2辆计算）。",
    "支出合计860.00万元，其中基本支出460.00万元、项目支出400.00万元。与上年相比，增加的277.45万元中，基本支出占138.70万元，项目支出占138.75万元。",
    "支出合计860.00万元，其中基本支出460.00万元、项目支出400.00万元。与上年相比，增加额中基本支出占138.70万元，项目支出占138.75万元。",
  ])
  func figuresOfOtherWholes(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(["narrative-sum", "narrative-repeat", "narrative-table"].flatMap { sample.reported($0) } == [])
  }

  @Test(arguments: [
    "基本支出3674.17万元。其中工资福利支出3334.93万元，对个人和家庭的补助46.94万元，公用经费⟦229.30⟧万元。",
    "基本支出⟦3647.17万元⟧。其中：人员经费3381.87万元，公用经费292.30万元。",
  ])
  func wrongSumsAreStillFound(text: String) {
    #expect(!NarrativeSample(text, isFinal: true).reported("narrative-sum").isEmpty)
  }

  @Test(arguments: [
    "收入合计6075.48万元。其中：财政拨款收入6028.68万元，占本年收入的99.23%，占收入总计的96.89%；其他收入46.80万元，占本年收入的0.77%，占收入总计的0.75%。",
    "支出总计6222.12万元（含年末结转和结余145.56万元）。当年一般公共预算财政拨款支出5816.76万元，占全部支出的比例为95.72%。",
  ])
  func shares(text: String) {
    #expect(NarrativeSample(text, isFinal: true).reported("share").isEmpty)
  }

  @Test(arguments: [
    "“三公”经费财政拨款支出预算33.50万元（年初预算15.50万元，年中经批准追加车辆购置18.00万元），决算30.12万元，完成全年预算的89.91%，为年初预算的194.32%。",
    "公务接待费2.36万元。预算总额33.50万元，执行率89.91%。",
    "支出合计6076.56万元，完成全年预算6222.12万元的97.66%，其中基本支出完成预算的100%，项目支出完成预算5018.39万元的97.10%。",
    "“三公”经费财政拨款支出预算33.50万元，决算30.12万元，完成全年预算的⟦98.91%⟧。",
  ])
  func completions(text: String) {
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    "2024年安排“三公”经费5.40万元，2023年预算5.70万元，执行数4.98万元，比2023年预算减少5.26%，比2023年执行数增加0.42万元。"
  ])
  func years(text: String) {
    #expect(NarrativeSample(text).reported("year").isEmpty)
  }

  /// 2022年决算数 stands before 2023年决算数 in one of two tables; shares of two blocks stand in one column.
  @Test func tablesWithTheYearBeforeFirst() {
    func draft(_ figure: String) -> String {
      """
      2023年度某县水利局部门决算

      财政拨款收入支出决算总表
      单位：万元
      项目→金额→项目→合计→一般公共预算财政拨款
      一般公共预算财政拨款→121.20→卫生健康支出→42.27→42.27
      →→住房保障支出→78.93→78.93
      本年收入合计→121.20→本年支出合计→121.20→121.20
      总计→121.20→总计→121.20→121.20

      一般公共预算财政拨款支出决算表
      单位：万元
      科目编码→科目名称→2022年决算数→2023年决算数→→→增减额
      →→→小计→基本支出→项目支出→
      合计→→109.09→121.20→121.20→→12.11
      210→卫生健康支出→38.05→\(figure)→\(figure)→→4.22
      21011→行政事业单位医疗→38.05→\(figure)→\(figure)→→4.22
      221→住房保障支出→71.04→78.93→78.93→→7.89
      22102→住房改革支出→71.04→78.93→78.93→→7.89
      """
    }
    expectFindings(draft("42.27"), by: ["cross-table"])
    #expect(!findings(MarkedDraft(draft("24.27")).bytes, by: ["cross-table"]).isEmpty)
  }

  @Test func sharesOfTwoBlocks() {
    expectFindings(
      """
      收入支出决算总表
      单位：万元
      收入类→金额→占比
      一般公共预算财政拨款收入→5778.68→95.11%
      政府性基金预算财政拨款收入→250.00→4.11%
      其他收入→46.80→0.77%
      本年收入合计→6075.48→100.00%
      支出类→金额→占比
      基本支出→1203.73→19.81%
      项目支出→4872.83→80.19%
      本年支出合计→6076.56→100.00%
      """, by: ["share"])
  }
}

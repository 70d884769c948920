import Testing

@testable import LintCore

/// Figures that bear the name of a measure, a row or an amount and are of something else; and how the plain sentence
/// with a wrong figure is still found.
@Suite struct ForeignFigureTests {
  private static let tables = """
    某区农业农村局2024年度部门决算

    ## 一、收入支出决算总表

    单位：万元

    项目\t决算数\t项目\t决算数
    一般公共预算财政拨款收入\t95.00\t农林水支出\t92.00
    事业收入\t12.00\t卫生健康支出\t8.00
    本年收入合计\t107.00\t本年支出合计\t100.00
    年初结转和结余\t3.00\t年末结转和结余\t10.00
    总计\t110.00\t总计\t110.00

    ## 二、一般公共预算财政拨款支出决算表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t94.00\t60.00\t34.00
    2130101\t行政运行\t71.00\t41.00\t30.00
    2080505\t机关事业单位基本养老保险缴费支出\t15.35\t15.35\t0
    2101102\t事业单位医疗\t7.65\t3.65\t4.00

    ## 三、财政拨款“三公”经费支出决算表

    单位：万元

    项目\t预算数\t决算数
    合计\t6.00\t5.63
    公务用车购置及运行费\t5.00\t4.87
    公务接待费\t1.00\t0.76
    二、国内公务接待批次（个）\t15\t8

    ## 四、情况说明


    """

  private func findings(_ text: String) -> [String] {
    let source = SourceText(Array((Self.tables + text + "\n").utf8))
    var options = LintOptions()
    options.select = [
      "narrative-table", "narrative-sum", "narrative-repeat", "share", "growth-rate", "completion-rate",
      "direction", "name-mismatch",
    ]
    return Linter(book: .standard).lint(source, options: options).findings.filter { $0.severity > .info }
      .map { $0.rule + " " + source.string($0.range) }
  }

  private static let heading = "## 五、一般公共预算财政拨款支出决算情况说明\n\n"
  private static let item =
    heading + "1.农林水支出（类）农业农村（款）行政运行（项）。年初预算为60.00万元，支出决算为71.00万元，完成年初预算的118.33%。"

  @Test(arguments: [
    item + "其中：基本支出41.00万元，项目支出30.00万元。",
    item + "决算数大于年初预算数11.00万元，主要原因是使用结转资金；同时，本年预算中有2.50万元作为尾款结转下年。",
    "公务用车购置及运行费4.87万元由基本支出安排3.87万元、项目支出安排1.00万元。",
    "机关运行经费支出30.00万元。统计口径为本级及1个下属单位，共2个单位。其中：办公费29.60万元、公务接待费0.40万元。",
    "农林水支出92.00万元。其余1类支出合计8.00万元。",
    "剔除年初结转后，本年收入合计106.00万元，与同口径的2023年100.00万元相比增加6.00万元，增长6.00%。",
    "财政部门代缴的社会保险费23.00万元，其中：养老保险15.35万元、医疗保险7.65万元。",
    "财政拨款公务用车购置及运行费支出48650.00元。",
    "国内公务接待2批次、18人次，接待兄弟单位6批次、70人次，合计8批次、88人次。",
  ])
  func whatIsOfSomethingElseIsNotHeldAgainstTheTables(text: String) {
    #expect(findings(text).isEmpty)
  }

  @Test(arguments: [
    ("一般公共预算财政拨款基本支出66.00万元，项目支出34.00万元。", ["narrative-table 66.00万元"]),
    (heading + "1.农林水支出（类）农业农村（款）行政运行（项）。支出决算为77.00万元，完成年初预算的118.33%。", ["narrative-table 77.00万元"]),
    ("财政拨款公务接待费支出决算0.67万元。", ["narrative-table 0.67万元"]),
    ("本年收入合计170.00万元。", ["narrative-table 170.00万元"]),
    ("财政拨款公务用车购置及运行费支出46850.00元。", ["narrative-table 46850.00元"]),
    ("国内公务接待6批次、88人次。", ["narrative-table 6批次"]),
  ])
  func aWrongFigureOfThePlainSentenceIsFound(text: String, expected: [String]) {
    #expect(findings(text).sorted() == expected.sorted())
  }
}

import Testing

@testable import LintCore

/// Figures that stand nowhere else, a slip away from the one that their words name.
@Suite struct NearFigureCheckTests {
  private static let tables = """

    一般公共预算基本支出表

    单位：万元

    科目编码\t科目名称\t合计\t人员经费\t公用经费
    \t合计\t1,302.46\t1,120.35\t182.11
    301\t工资福利支出\t1,120.35\t1,120.35\t
    30101\t基本工资\t312.48\t312.48\t
    302\t商品和服务支出\t182.11\t\t182.11
    30201\t办公费\t43.44\t\t43.44
    30215\t会议费\t3.36\t\t3.36
    30216\t培训费\t14.27\t\t14.27

    收支总表

    单位：万元

    收入\t\t支出\t
    项目\t预算数\t项目\t预算数
    一、一般公共预算拨款收入\t1,498.77\t一、教育支出\t1,611.25
    上年结转\t112.48\t\t
    收入总计\t1,611.25\t支出总计\t1,611.25

    """

  private func reported(_ text: String, _ rule: String) -> (found: [ByteRange], marks: [ByteRange]) {
    let draft = RuleSample("某局2024年部门预算\n\n一、预算情况说明\n\n\(text)\n\(Self.tables)")
    return (draft.findings(rule).filter { $0.severity > .info }.map(\.range), draft.marks)
  }

  @Test(arguments: [
    // What stands in the tables, or is far from it.
    "本年安排用于会议和差旅的商品和服务支出182.11万元。", "某中心的商品和服务支出86.40万元。",
    // Another figure of the paragraph states the cell.
    "商品和服务支出182.11万元，上年商品和服务支出182.71万元。",
    // Two digits alike are chance.
    "另安排会议费3.56万元。",
    // The figure of a source of funds is no total of all of them.
    "政府性基金预算安排60.00万元（含上年结转12.48万元），财政专户安排200.00万元（含上年结转100.00万元）。",
    // What stands elsewhere in the text is meant.
    "人均商品和服务支出18.27万元。", "2023年商品和服务支出182.71万元。",
  ])
  func otherFiguresAreSilent(text: String) {
    #expect(reported(text, "narrative-table").found == [])
    #expect(reported(text, "narrative-repeat").found == [])
  }

  @Test(arguments: [
    "从经济分类看，基本工资为⟦372.48万元⟧，商品和服务支出182.11万元。",
    "机关运行经费单列。办公费43.44万元，培训费14.27万元，会议费⟦3.86万元⟧，均按定额安排。",
    "教育方面使用上年结转⟦112.88万元⟧。",
  ])
  func aSlipInAFigureOfARowIsMarked(text: String) {
    let (found, marks) = reported(text, "narrative-table")
    #expect(found == marks)
  }

  @Test(arguments: [
    ("门诊次均费用为217.08元，比上年下降。门诊次均费用为217.08元。", false),
    ("第一季度门诊次均费用为217.08元。第二季度门诊次均费用为316.54元。", false),
    ("全年门诊次均费用为217.08元，控制良好。\n\n按要求控费，全年门诊次均费用为⟦277.08元⟧。", true),
  ])
  func theSameWordsHaveOneFigure(text: String, isMarked: Bool) {
    let (found, marks) = reported(text, "narrative-repeat")
    #expect(found == marks)
    #expect(marks.isEmpty != isMarked)
  }

  @Test(arguments: [
    "收入总计27135.05万元，约合2.71亿元。", "收入总计27135.05万元（约2.72亿元）。", "收入总计27135.05万元，约合⟦2.91亿元⟧。",
    "收入总计27135.05万元（折合⟦2.17亿元⟧）。",
  ])
  func whatIsSaidAgainInALargerUnitIsTheSame(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("narrative-repeat") == sample.marked)
  }
}

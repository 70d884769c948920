import Testing

@testable import LintCore

/// Items with numbers: what they cost in all, how many they are, and the order of 一是, 二是, 三是 at the start of paragraphs.
@Suite struct NumberedAimsTests {
  private static func aims(_ last: String, _ second: String = "安排资金1583.40万元") -> NarrativeSample {
    NarrativeSample(
      """
      1．农村公路建设，安排资金2235.30万元

      绩效目标：实施升级改造，总投资9000万元。

      2．农村公路养护，\(second)

      3．运输服务保障，安排资金780.00万元

      4．行业执法与安全监管，安排资金131.50万元

      绩效指标：超限率≤2%。

      \(last)
      """)
  }

  @Test(arguments: [
    "以上四项共安排资金4730.20万元，与项目支出预算一致。",
    "以上四项共安排资金⟦4370.20万元⟧，与项目支出预算一致。",
    "以上⟦五项⟧共安排资金4730.20万元。",
    "上述四项资金合计4730.20万元。",
    "上述四项比上年共增加4370.20万元。",
    "以上四项共安排资金5200.00万元，其中含预备费。",
    "以上资金共安排4370.20万元。",
  ])
  func itemsMakeTheirTotal(text: String) {
    let sample = Self.aims(text)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test func anItemWithASlipIsFound() {
    let wrong = Self.aims("以上四项共安排资金⟦4730.20万元⟧。", "安排资金1538.40万元")
    #expect(wrong.reported("narrative-sum") == wrong.marked)
    // An item without money leaves open what it costs.
    let open = Self.aims("以上四项共安排资金4730.20万元。", "由市级安排")
    #expect(open.reported("narrative-sum").isEmpty)
  }

  @Test(arguments: [
    "一是完善制度建设。\n\n二是加强支出管理。\n\n三是加强运行监控。\n\n四是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理。\n\n⟦四是⟧加强运行监控。\n\n五是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理。\n\n⟦四是⟧加强运行监控。\n\n四是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理。\n\n⟦二是⟧加强运行监控。\n\n四是做好绩效自评。",
    "一是完善制度建设；二是加强支出管理。\n\n三是加强运行监控。\n\n四是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理。\n\n一是加强运行监控。\n\n二是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理；三是加强内控。\n\n四是做好绩效自评。",
    "一是完善制度建设。\n\n二是加强支出管理。\n\n第三，加强内控。\n\n四是做好绩效自评。",
  ])
  func ordinalsOfParagraphsRunOn(text: String) {
    let sample = NarrativeSample(text)
    #expect(sample.reported("numbering") == sample.marked)
  }
}

import Testing

@testable import LintCore

/// Sums of rows, of sources, of what came and went: what is right stays silent, what is wrong is found.
@Suite struct DivisionSumTests {
  private func expectMarked(_ text: String, isFinal: Bool = true) {
    let sample = NarrativeSample(text, isFinal: isFinal)
    #expect(sample.reported("narrative-sum") == sample.marked)
  }

  @Test(arguments: [
    "甲、乙、丙三项支出分别为24.80万元、45.67万元和12.30万元，三项合计82.77万元。",
    "甲、乙、丙三项支出分别为24.80万元、45.67万元和12.80万元，三项合计⟦82.77万元⟧。",
  ])
  func rowsWithTheirSum(text: String) { expectMarked(text) }

  @Test(arguments: [
    "本部门2024年度财政拨款收入186.97万元，加上年初财政拨款结转和结余36.42万元，减去本年支出203.24万元，年末财政拨款结转和结余为20.15万元。",
    "本部门2024年度财政拨款收入186.97万元，加上年初财政拨款结转和结余31.42万元，减去本年支出203.24万元，年末财政拨款结转和结余为⟦20.15万元⟧。",
    "本部门2024年度财政拨款收入186.97万元，加上年初财政拨款结转和结余36.42万元，减去本年支出208.24万元，年末财政拨款结转和结余为⟦20.15万元⟧。",
    "全年预算数为146.69万元，执行数为126.54万元，完成预算的86.26%，当年结转20.15万元。",
    "全年预算数为146.69万元，执行数为126.54万元，完成预算的86.26%，当年结转⟦20.65万元⟧。",
    // The rest may have gone back.
    "全年预算数为146.69万元，执行数为126.54万元，完成预算的86.26%，当年结转12.00万元。",
  ])
  func whatIsCarriedOver(text: String) { expectMarked(text) }

  @Test(arguments: [
    "2024年安排政府采购预算814.00万元，其中：货物类58.60万元、工程类612.00万元、服务类143.40万元。从资金来源看，一般公共预算拨款718.00万元，政府性基金预算拨款96.00万元。",
    "2024年安排政府采购预算⟦814.00万元⟧，其中：货物类58.60万元、工程类612.00万元、服务类143.40万元。从资金来源看，一般公共预算拨款718.00万元，政府性基金预算拨款86.00万元。",
    // A source may be left out.
    "2024年安排政府采购预算814.00万元，其中：货物类58.60万元、工程类612.00万元、服务类143.40万元。从资金来源看，一般公共预算拨款518.00万元，政府性基金预算拨款41.00万元。",
    "2024年安排政府采购预算814.00万元，其中工程类612.00万元。从资金来源看，一般公共预算拨款512.00万元，政府性基金预算拨款100.00万元。",
  ])
  func sourcesOfMoney(text: String) { expectMarked(text, isFinal: false) }
}

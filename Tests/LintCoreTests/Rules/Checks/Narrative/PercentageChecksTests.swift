import Testing

@testable import LintCore

@Suite struct PercentageChecksTests {
  @Test(arguments: [
    NarrativeSample("支出270.00万元，其中：基本支出185.88万元，占⟦68.48%⟧；项目支出84.12万元，占31.16%。"),
    NarrativeSample("收入合计90.50万元，包括：财政拨款收入60.25万元（其中：一般公共预算60.25万元），占收入合计⟦65.57%⟧；其他收入30.25万元，占收入合计33.43%。"),
    NarrativeSample("支出预算中，基本支出60.25万元，占⟦70.00%⟧；项目支出30.25万元，占33.43%；上缴上级支出0万元，占0%。"),
    NarrativeSample("2024年一般公共预算支出50.15万元，占本年支出合计的⟦90%⟧。", isFinal: true).after("本年支出合计100.35万元。"),
    NarrativeSample("收入88.15万元，其中：财政拨款88.15万元，占100%；事业收入0万元，占⟦5%⟧。"),
  ])
  func wrongSharesAreMarked(sample: NarrativeSample) { #expect(sample.reported("share") == sample.marked) }

  @Test(arguments: [
    NarrativeSample("支出270.00万元，其中：基本支出185.88万元，占68.84%；项目支出84.12万元，占31.16%。"),
    NarrativeSample("收入合计90.50万元，包括：财政拨款收入60.25万元（其中：一般公共预算60.25万元），占收入合计66.57%；其他收入30.25万元，占收入合计33.43%。"),
    NarrativeSample("收入0万元，其中：事业收入0万元，占100%。"),
    NarrativeSample("支出7.15万元，约占全县支出的0.02%，占全国的1%。"),
    NarrativeSample("工作人员20人，签订率达90%以上。"),
    NarrativeSample(
      "2024年基本支出90.50万元。\n\n二、一般公共预算基本支出情况说明\n\n人员经费60.25万元，占基本支出的75.31%；公用经费19.75万元，占基本支出的24.69%。"),
    NarrativeSample("收入合计90.50万元。教育支出60.25万元，占年初预算的91.38%。"),
    NarrativeSample("全区支出预算为90.50万元，实际支出95.20万元。区本级支出30.25万元。教育支出60.25万元，占支出的63.29%。"),
    NarrativeSample("采购支出90.50万元，其中：货物支出60.25万元、服务支出30.25万元。授予中小企业合同金额万元，占采购支出的91.57%。"),
    NarrativeSample("支出270.00万元。按性质分：基本支出185.88万元、项目支出84.12万元，分别占68.84%和31.16%。"),
    NarrativeSample(
      "采购支出90.40万元，其中：货物支出60.20万元、服务支出30.20万元。授予小微企业合同金额70.15万元；货物采购授予中小企业合同金额占货物支出金额的88.15%，服务采购授予中小企业合同金额占服务支出金额的95.15%。"
    ),
    NarrativeSample("本年支出合计90.25万元。一般公共预算支出60.15万元，占财政拨款支出合计80.20万元的75.00%，占本年支出合计的66.65%。"),
    NarrativeSample(
      "“三公”经费支出预算20.00万元，支出决算10.00万元，完成预算的50.00%。其中：公务接待费支出预算9.00万元，支出决算4.00万元，完成预算的44.44%，占“三公”经费的40.00%。",
      isFinal: true),
  ])
  func rightAndUnknownSharesAreSilent(sample: NarrativeSample) { #expect(sample.reported("share") == []) }

  @Test func theSharesOfAParagraphAgreeOnTheirWhole() {
    let sample = NarrativeSample(
      "一般公共预算支出200.00万元。\n\n按功能分类科目，教育（类）支出100.00万元，占50.00%；科学（类）支出60.00万元，占30.00%；文化（类）支出30.00万元，占15.00%；住房（类）支出10.00万元，占⟦6.00%⟧。"
    )
    #expect(sample.reported("share") == sample.marked)
  }

  @Test func aShareThatIsCutIsWorthKnowingOnly() {
    // 6025.25 / 9070.35 = 66.4280: cut to 66.42.
    let sample = NarrativeSample("支出9070.35万元，其中：基本支出6025.25万元，占66.42%；项目支出3045.10万元，占33.57%。")
    #expect(Set(sample.severities("share")) == [.info])
  }

  @Test(arguments: [
    // 7.308, 96.429 and 11.383 of the figures as they are written; the amounts in yuan may have given these.
    ("growth-rate", "公车支出19.15万元，比上年20.66万元减少1.51万元，下降7.33%。"),
    ("completion-rate", "公务接待费年初预算9.80万元，支出决算9.45万元，完成年初预算的96.46%。"),
    ("share", "“三公”经费支出2.00万元，其中：公务接待费0.38万元，占19.02%。"),
  ])
  func aRateThatOnlyRoundedFiguresGiveIsWorthKnowingOnly(rule: String, text: String) {
    #expect(NarrativeSample(text, isFinal: true).severities(rule) == [.info])
  }

  @Test(arguments: [
    // Another figure gives it as written; an amount in 亿元 was rounded.
    "收入19.15万元，支出19.16万元，比上年减少1.51万元，下降7.31%。",
    "支出1.25亿元，比上年增加304.12万元，增长2.50%。",
  ])
  func figuresThatMayBeMeantAreSilent(text: String) {
    #expect(NarrativeSample(text, isFinal: true).severities("growth-rate") == [])
  }

  @Test func theMessageShowsTheArithmetic() {
    let sample = NarrativeSample("2024年收、支总计270.00万元。与2023年相比，收、支总计各增加45.25万元，上升18.8%。", isFinal: true)
    #expect(sample.messages("growth-rate") == ["45.25 ÷ (270.00 − 45.25) = 20.13%，文中写 18.8%"])
  }

  @Test(arguments: [
    NarrativeSample("收入221.53万元，比上年增加24.32万元，增长⟦12.53%⟧。"),
    NarrativeSample("收入221.53万元，比上年减少24.32万元，下降⟦12.33%⟧。"),
    NarrativeSample("机关运行经费15.25万元，比上年增加15.25万元，增长⟦100%⟧。"),
    NarrativeSample("公务接待费2.15万元，比上年减少0.15万元，下降⟦106.52%⟧。"),
    NarrativeSample("财政拨款收入总计、支出总计均为83.62万元。与2023年度相比，财政拨款收、支总计各增加9.57万元，增长⟦12.32%⟧。"),
  ])
  func wrongRatesOfGrowthAreMarked(sample: NarrativeSample) {
    #expect(sample.reported("growth-rate") == sample.marked)
  }

  @Test(arguments: [
    NarrativeSample("收入221.53万元，其中：本年收入221.53万元，上年结转0万元，比上年增长24.32万元，增长12.33%。"),
    NarrativeSample("公务接待费0万元，比上年减少0.19万元，下降100%。"),
    NarrativeSample("与上年相比支出下降100%，主要原因是没有接待。"),
    NarrativeSample("因公出国（境）费6万元，比上年增加6万元，增长--（基数为0，不可比）。"),
    NarrativeSample("职工培训资金增加45万元，增长12%。"),
    NarrativeSample("收入合计增加19.17万元，其他收入减少7.88万元，下降20.53%。"),
  ])
  func rightAndUnknownRatesAreSilent(sample: NarrativeSample) {
    #expect(sample.reported("growth-rate") == [])
  }

  @Test(arguments: [
    NarrativeSample("年初预算为32.64万元，支出决算为30.15万元，完成年初预算的⟦93.27%⟧。", isFinal: true),
    NarrativeSample("支出决算30.15万元，年初预算32.64万元，完成年初预算的⟦93.27%⟧。", isFinal: true),
    NarrativeSample("年初预算为0万元，支出决算为5.15万元，完成年初预算的⟦100%⟧。", isFinal: true),
    NarrativeSample(
      "年初预算为0万元，全年预算5.15万元，支出决算为5.15万元，完成年初预算的⟦100%⟧，完成全年预算的100%。", isFinal: true),
  ])
  func wrongCompletionRatesAreMarked(sample: NarrativeSample) {
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    NarrativeSample("年初预算为32.64万元，支出决算为30.15万元，完成年初预算的92.37%。", isFinal: true),
    NarrativeSample("年初预算为0万元，支出决算为0万元，完成年初预算的100%。", isFinal: true),
    NarrativeSample(
      "公务接待费支出预算6.40万元（其中：一般公共预算支出6.40万元；政府性基金预算支出0万元），支出决算5.60万元（其中：一般公共预算支出5.60万元；政府性基金预算支出0万元），完成预算的87.50%。",
      isFinal: true),
    NarrativeSample("因公出国（境）费年初预算为0.00万元；公务用车费支出决算为9.72万元，完成年初预算的88.40%。", isFinal: true),
  ])
  func rightCompletionRatesAreSilent(sample: NarrativeSample) {
    #expect(sample.reported("completion-rate") == [])
  }

  @Test func theBudgetThatTheSentenceNamesDecidesTheDirection() {
    let sample = NarrativeSample(
      "年初预算24.00万元，全年预算23.60万元，支出决算23.10万元，完成年初预算的96.25%，完成全年预算的97.88%，⟦决算数大于年初预算数⟧的主要原因是人员调出。",
      isFinal: true)
    #expect(sample.reported("direction") == sample.marked)
  }

  @Test func anItemCannotHaveABudgetBeyondTheWhole() {
    let text = """
      一般公共预算支出决算数为70.15万元，完成预算120%。其中：

      1、教育支出（类）普通教育（款）小学教育（项）：决算数为63.34万元，完成预算⟦1.76%⟧。

      2、教育支出（类）普通教育（款）初中教育（项）：决算数为6.81万元，完成预算141.21%。
      """
    let sample = NarrativeSample(text, isFinal: true)
    #expect(sample.reported("completion-rate") == sample.marked)
  }

  @Test(arguments: [
    NarrativeSample("收入221.53万元，比上年增加24.32万元，⟦下降⟧12.33%。"),
    NarrativeSample("年初预算为32.64万元，支出决算为30.15万元，完成年初预算的92.37%。⟦决算数大于预算数⟧的主要原因是追加。", isFinal: true),
    NarrativeSample("支出221.53万元，比上年减少83.30万元，主要原因⟦是人员增加等原因⟧。"),
    NarrativeSample("收入221.53万元，比上年增加24.32万元，与上年⟦持平⟧。"),
  ])
  func contradictingDirectionsAreMarked(sample: NarrativeSample) {
    let reported = sample.reported("direction")
    #expect(reported.count == 1)
    #expect(reported.allSatisfy { sample.marked.first?.contains($0) ?? false })
  }

  @Test(arguments: [
    NarrativeSample("经费比上年减少0.05万元，其中：因公出国（境）费与上年持平；公务接待费减少0.05万元。"),
    NarrativeSample("支出221.53万元，比上年减少83.30万元，主要原因是项目减少。"),
    NarrativeSample("年初预算为30.15万元，支出决算为30.15万元，决算数与年初预算数持平。", isFinal: true),
  ])
  func agreeingDirectionsAreSilent(sample: NarrativeSample) { #expect(sample.reported("direction") == []) }

  @Test(arguments: [
    NarrativeSample(
      "教育支出年初预算为210.56万元，支出决算为201.87万元，完成年初预算的95.87%。决算数小于年初预算数⟦8.89万元⟧，主要原因是人员减少。", isFinal: true),
    NarrativeSample(
      "教育支出年初预算为210.56万元，支出决算为201.87万元，完成年初预算的95.87%。决算数小于年初预算数8.69万元，主要原因是人员减少。", isFinal: true),
    NarrativeSample("教育支出年初预算为210.56万元，支出决算为219.25万元，决算数大于预算数⟦8.96万元⟧。", isFinal: true),
    NarrativeSample("教育支出年初预算为210.56万元，支出决算为219.25万元，决算数大于预算数的主要原因是追加8.96万元。", isFinal: true),
    NarrativeSample(
      "教育支出年初预算为210.56万元，支出决算为201.87万元，决算数小于年初预算数，主要原因是人员减少5人，其中退休减少3.20万元。", isFinal: true),
  ])
  func statedDifferencesFromTheBudgetAreRecalculated(sample: NarrativeSample) {
    #expect(sample.reported("completion-rate") == sample.marked)
  }
}

extension NarrativeSample {
  /// The sample with a paragraph before it.
  func after(_ text: String) -> NarrativeSample {
    NarrativeSample(text + "\n\n" + self.text, isFinal: isFinal)
  }
}

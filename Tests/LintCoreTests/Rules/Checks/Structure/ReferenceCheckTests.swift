import Testing

@testable import LintCore

@Suite struct ReferenceCheckTests {
  @Test(arguments: [
    ("绩效自评报告见附件2。", "附件1\n\n自评表\n\n附件2\n\n自评报告"), ("绩效自评报告⟦见附件3⟧。", "附件1\n\n自评表\n\n附件2\n\n自评报告"),
    ("绩效自评报告详⟦见附件三⟧。", "附件一\n\n自评表\n\n附件二：自评报告"), ("绩效自评报告见附件3。", "说明\n\n自评表另行公开"),
    ("绩效自评报告见附件3。", "附件：1.自评表\n2.自评报告\n3.评价报告\n\n附件1\n\n自评表"), ("见附件2024年自评报告。", "附件1\n\n自评表"),
  ])
  func anAttachmentThatIsNamedStandsInTheDraft(sentence: String, attachments: String) {
    let sample = RuleSample("# 第一部分 情况说明\n\n\(sentence)\n\n# 第二部分 附件\n\n\(attachments)\n")
    #expect(sample.findings("missing-section").map(\.range).filter(sample.marks.contains) == sample.marks)
    #expect(
      sample.findings("missing-section").filter { $0.message.text(.chinese).contains("没有附件") }.count
        == sample.marks.count)
  }
}

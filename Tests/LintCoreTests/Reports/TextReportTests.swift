import Testing

@testable import LintCore

struct TextReportTests {
  @Test func findingShowsItsLineTheArithmeticAndTheTerms() {
    #expect(
      Report.text.string([ReportSamples.draft()]) == """
        a.md  1 个错误

        错误[column-total] 合计 160.50，各项之和 150.50
         --> a.md:6:4
          |
        6 | 合计    160.50
          |         ^^^^^^
          = 4:10  加数 120.50
          =  5:6  加数 30.00

        共检查 1 份，1 份有问题：1 个错误。

        """)
  }

  @Test func englishReportSaysTheSame() {
    let report = Report.text.string([ReportSamples.draft(related: [])], ReportSamples.context(.english))
    #expect(report.contains("error[column-total] total 160.50, sum 150.50\n"))
    #expect(report.hasSuffix("Checked 1 draft, found problems in 1: 1 error.\n"))
  }

  @Test func cleanRunSaysSo() {
    let source = SourceText(Array("一".utf8))
    let clean = ReportSamples.draft("b.md", source, [])
    #expect(Report.text.string([clean, clean]) == "未发现问题：共检查 2 份。\n")
  }

  @Test func summarySaysHowManyCouldNotBeChecked() {
    var summary = ReportSummary()
    summary.note(FailedInput(path: "x", reason: "y"))
    #expect(Report.text.closing(summary, ReportSamples.context()).isEmpty)
    summary.add("a.md", DraftCounts(ReportSamples.draft().result))
    let text = String(decoding: Report.text.closing(summary, ReportSamples.context()), as: UTF8.self)
    #expect(text.hasSuffix("1 个错误。\n另有 1 个未能检查。\n"))
  }

  @Test func longListOfTermsIsCounted() {
    let report = Report.text.string([ReportSamples.draft(related: Array(repeating: "30.00", count: 25))])
    #expect(report.components(at: "加数 30.00") == 20)
    #expect(report.contains("= 另有 5 处\n"))
  }

  @Test func rangeOverSeveralLinesNamesTheLastOne() {
    let source = SourceText(Array("一\n二\n三".utf8))
    let finding = ReportSamples.finding(in: source, at: "一\n二")
    #expect(Report.text.string([ReportSamples.draft("a", source, [finding])]).contains("| ^^ 至第 2 行\n"))
  }

  @Test func colorIsWrittenOnlyWhenAskedFor() {
    let drafts = [ReportSamples.draft()]
    #expect(!Report.text.string(drafts).contains("\u{1B}"))
    #expect(
      Report.text.string(drafts, ReportSamples.context(color: true)).contains(
        "\u{1B}[1;31m错误[column-total]\u{1B}[0m"))
  }

  @Test func nothingFromOutsideReachesTheTerminalAsAControl() {
    let source = SourceText(Array("合计\u{1B}]0;x\u{07}\u{202E}1\t2\u{9B}31m".utf8))
    let finding = ReportSamples.finding(in: source, at: "\u{1B}]0;x\u{07}\u{202E}1\t2\u{9B}31m")
    for report in [Report.text, .concise] {
      let text = report.string([ReportSamples.draft("a\u{1B}[2J\n.md", source, [finding])])
      #expect(
        !text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func conciseReportHasOneLineAFinding() {
    #expect(
      Report.concise.string([ReportSamples.draft(), ReportSamples.draft("b.md")]) == """
        a.md:6:4: 错误[column-total] 合计 160.50，各项之和 150.50
        b.md:6:4: 错误[column-total] 合计 160.50，各项之和 150.50

        """)
  }
}

extension String {
  /// How often a text occurs.
  func components(at text: String) -> Int {
    ranges(of: text).count
  }
}

import Foundation
import Testing

@testable import LintCore

struct HTMLReportTests {
  private func page(_ drafts: [CheckedDraft], _ language: Language = .chinese) -> String {
    Report.html.string(drafts, ReportSamples.context(language))
  }

  /// A draft read and marked as the linter would.
  private func draft(_ text: String, at wrong: String, related: [String] = []) -> CheckedDraft {
    let source = SourceText(Array(text.utf8))
    return ReportSamples.draft(
      "a.md", source, [ReportSamples.finding(in: source, at: wrong, related: related)])
  }

  @Test func tableIsATableWithTheFindingOnItsCellAndTheTermsMarked() {
    let page = page([ReportSamples.draft()])
    #expect(page.contains("<td class=\"n m error\" data-f=\"1\" tabindex=\"0\">160.50</td>"))
    #expect(page.contains("<td class=\"n t\" data-t=\"1\">30.00</td>"))
    #expect(page.contains("<th>项目</th><th>金额</th>"))
    #expect(page.contains("<tr class=\"total\"><td class=\"l\">合计</td>"))
  }

  @Test func totalThatHoldsShowsItsTerms() {
    let text = ReportSamples.table.replacingOccurrences(of: "160.50", with: "150.50")
    let page = page([draft(text, at: "项目")])
    #expect(page.contains("data-s=\"0\" data-c=\"150.50\">150.50</td>"))
    #expect(page.contains("data-p=\"0\">120.50</td>"))
  }

  @Test func codeBehindABlankCellIsNoTerm() {
    // The blank cell at the end of a row stands where the code of the next row begins.
    let text = """
      表1 支出总表
      单位：万元
      科目编码\t科目名称\t合计\t基本支出\t项目支出
      201\t一般公共服务支出\t10.00\t10.00\t
      205\t教育支出\t20.00\t20.00\t
      \t合计\t30.00\t30.00\t

      """
    let page = page([draft(text, at: "科目名称")])
    #expect(page.contains("<td class=\"c\">205</td>"))
    #expect(page.ranges(of: "data-c=\"30.00\"").count == 2)
  }

  @Test func spannedHeaderCellsAreOneCell() {
    let text = "表1 支出总表\n单位：万元\n科目\t\t本年支出\t\n编码\t名称\t基本支出\t项目支出\n201\t教育\t1.00\t2.00\n\t合计\t1.00\t2.00\n"
    let page = page([draft(text, at: "合计")])
    #expect(page.contains("<th colspan=\"2\">科目</th><th colspan=\"2\">本年支出</th>"))
  }

  @Test func findingInASentenceIsMarkedWhereItStands() {
    let page = page([draft("2025年支出120万元，增长3.8%，主要原因是人员增加。\n", at: "3.8%", related: ["120万元"])])
    #expect(page.contains("增长<mark class=\"m error\" data-f=\"1\" tabindex=\"0\">3.8%</mark>，主要"))
    #expect(page.contains("<mark class=\"t\" data-t=\"1\">120万元</mark>"))
  }

  @Test func missingTextIsMarkedWithACaret() {
    let source = SourceText(Array("采购预算总额万元。\n".utf8))
    var finding = ReportSamples.finding(in: source, at: "万元")
    finding.range = ByteRange(finding.range.lower, finding.range.lower)
    #expect(page([ReportSamples.draft("a", source, [finding])]).contains("总额<mark class=\"caret m error\""))
  }

  @Test func everyLineOfTheDraftIsOnThePageOnce() {
    let text =
      "2025年预算公开\n目录\n第一部分 概况\n第一部分 概况\n一、职责\n本单位负责甲。\n\n（图1）\n表1 总表\n单位：万元\n项目\t金额\n甲\t1.00\n合计\t1.00\n注：乙。\n"
    let page = page([draft(text, at: "（图1）")])
    for part in ["2025年预算公开", "本单位负责甲。", "（图1）", "注：乙。", "单位：万元"] {
      let paper = page.firstRange(of: "<div class=\"paper\">").map { page[$0.upperBound...] } ?? ""
      let end = paper.firstRange(of: "<aside")?.lowerBound ?? paper.endIndex
      #expect(paper[..<end].ranges(of: part).count == 1, "\(part)")
    }
  }

  @Test func hostileTextAndNamesCannotBecomeMarkup() {
    let hostile =
      "</p><script>alert(1)</script><img src=x onerror=alert(2)> \" onclick=\"x & <!-- ]]>\u{0}\u{1B}\n"
    let table = "项目\t金额\n<script>a</script>\t</td><b onclick=x>1\n"
    let source = SourceText(Array((hostile + table).utf8) + [0xFF, 0xE4, 0x3C])
    var finding = ReportSamples.finding(in: source, at: "<img", rule: "\"><script>r")
    finding.message = Message(Phrase("<script>{0}", ""), .text("</li><script>"))
    let page = page([ReportSamples.draft("\"><script>p</script>\n.md", source, [finding])])
    #expect(page.ranges(of: "<script>").count == 1)
    #expect(page.ranges(of: "</script>").count == 1)
    #expect(!page.contains("<img") && !page.contains("<b onclick"))
  }

  @Test func pageNeedsNothingFromOutside() {
    let page = page([ReportSamples.draft()])
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
  }

  @Test func bothLanguagesSayTheSame() {
    #expect(
      page([ReportSamples.draft()], .english).contains("<p class=\"message\">total 160.50, sum 150.50</p>"))
    #expect(page([ReportSamples.draft()], .english).contains("<html lang=\"en\">"))
    #expect(page([ReportSamples.draft()]).contains("<p class=\"message\">合计 160.50，各项之和 150.50</p>"))
  }

  @Test func indexLinksEachDraftToItsPage() {
    var summary = ReportSummary()
    for path in ["a.md", "b/ä.md"] { summary.add(path, DraftCounts(ReportSamples.draft().result)) }
    let index = String(
      decoding: HTMLIndex.page(summary, ReportSamples.context()), as: UTF8.self)
    #expect(index.contains("<a href=\"\(HTMLIndex.fileName("b/ä.md"))\">b/ä.md</a>"))
    #expect(HTMLIndex.fileName("a.md") != HTMLIndex.fileName("b/ä.md"))
  }

  @Test(arguments: 0..<60)
  func anyBytesGiveAPage(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<400).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let pool = Array("\t\t\n\n<>|*#-1.2合计表".utf8)
      return state % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 20) : pool[Int(state >> 20) % pool.count]
    }
    let result = Linter(book: .standard).lint(SourceText(bytes))
    #expect(
      Report.html.render([CheckedDraft(path: "x", result: result)], ReportSamples.context()).count > 100)
  }
}

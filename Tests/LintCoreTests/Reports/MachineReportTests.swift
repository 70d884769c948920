import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import LintCore

/// The formats that other programs read: their layout, and that nothing from outside can break out of it.
struct MachineReportTests {
  private static let hostilePath = "./x\"><!--&,:%\n::error::y`|*_[a](b)@c'\u{1B}\u{202E}.md"
  private static let hostileText = "]]>\"'<b>&\u{0}\u{1}\r\n::warning::|`\u{FFFE}\u{2028}@you"

  private var hostile: CheckedDraft {
    let source = SourceText(Array((Self.hostileText + "\n合计\t1").utf8))
    let finding = ReportSamples.finding(
      in: source, at: Self.hostileText, related: ["合计"], severity: .warning, rule: "a:b,c<d",
      fixes: [Fix(title: Message(Phrase("改", "fix")), edits: [Edit(ByteRange(0, 2), "\"<")], safety: .safe)])
    return ReportSamples.draft(Self.hostilePath, source, [finding])
  }

  @Test func githubAnnotationIsOneCommand() {
    #expect(
      Report.github.string([ReportSamples.draft("./a b.md")])
        == "::error file=a b.md,line=6,col=4,endColumn=10,title=column-total::合计 160.50，各项之和 150.50\n")
  }

  @Test func githubAnnotationCannotBeBrokenOutOf() {
    let report = Report.github.string([hostile])
    #expect(report.split(separator: "\n").count == 1)
    #expect(report.hasPrefix("::warning file=x\"><!--&%2C%3A%25%0A%3A%3Aerror%3A%3Ay"))
    #expect(report.contains(",title=a%3Ab%2Cc<d::"))
  }

  @Test(arguments: [Report.sarif, .gitlab, .rdjson, .json])
  func jsonIsValidWhateverItHolds(_ report: Report) throws {
    for drafts in [[], [ReportSamples.draft()], [hostile, ReportSamples.draft(), hostile]] {
      #expect(throws: Never.self) { try JSONParser.parse(report.render(drafts, ReportSamples.context())) }
    }
  }

  @Test func sarifNamesTheRuleThePlaceTheTermsAndAStableFingerprint() throws {
    let value = try JSONParser.parse(
      Report.sarif.render([ReportSamples.draft("./年 度/a.md")], ReportSamples.context()))
    let run = try #require(value["runs"]?.array?.first)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    #expect(run["tool"]?["driver"]?["rules"]?.array?.first?["id"]?.string == "column-total")
    let result = try #require(run["results"]?.array?.first)
    #expect(result["ruleIndex"]?.int == 0)
    #expect(result["level"]?.string == "error")
    let place = try #require(result["locations"]?.array?.first?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"]?.string == "%E5%B9%B4%20%E5%BA%A6/a.md")
    #expect(place["artifactLocation"]?["uriBaseId"]?.string == "%SRCROOT%")
    #expect(place["region"]?["startLine"]?.int == 6 && place["region"]?["endColumn"]?.int == 10)
    #expect(result["relatedLocations"]?.array?.map { $0["id"]?.int } == [1, 2])
    #expect(result["partialFingerprints"]?["lintRules/v1"]?.string?.count == 16)
  }

  @Test func sarifFixReplacesItsRegion() throws {
    let value = try JSONParser.parse(Report.sarif.render([hostile], ReportSamples.context()))
    let change = value["runs"]?.array?.first?["results"]?.array?.first?["fixes"]?.array?.first?[
      "artifactChanges"]
    let replacement = change?.array?.first?["replacements"]?.array?.first
    #expect(replacement?["insertedContent"]?["text"]?.string == "\"<")
    #expect(replacement?["deletedRegion"]?["endColumn"]?.int == 3)
  }

  @Test func gitlabFingerprintsAreUnique() throws {
    let drafts = [ReportSamples.draft("a.md"), ReportSamples.draft("b.md")]
    let value = try JSONParser.parse(Report.gitlab.render(drafts, ReportSamples.context()))
    let entries = try #require(value.array)
    #expect(Set(entries.compactMap { $0["fingerprint"]?.string }).count == 2)
    #expect(entries.first?["location"]?["lines"]?["begin"]?.int == 6)
    #expect(entries.first?["severity"]?.string == "critical")
  }

  @Test func reviewdogColumnsCountBytes() throws {
    let value = try JSONParser.parse(Report.rdjson.render([ReportSamples.draft()], ReportSamples.context()))
    let range = value["diagnostics"]?.array?.first?["location"]?["range"]
    #expect(range?["start"]?["column"]?.int == 8)
    #expect(range?["end"]?["column"]?.int == 14)
  }

  @Test(arguments: [Report.junit, .checkstyle])
  func xmlIsWellFormedWhateverItHolds(_ report: Report) {
    for drafts in [[], [ReportSamples.draft()], [hostile, ReportSamples.draft()]] {
      let parser = XMLParser(data: Data(report.render(drafts, ReportSamples.context())))
      #expect(parser.parse())
    }
  }

  @Test func junitHasACaseForEachFindingAndOneForACleanDraft() {
    let clean = ReportSamples.draft("b.md", SourceText([]), [])
    let report = Report.junit.string([ReportSamples.draft(), clean])
    #expect(report.contains("<testsuite name=\"a.md\" tests=\"1\" failures=\"1\" errors=\"0\""))
    #expect(report.contains("<testsuite name=\"b.md\" tests=\"1\" failures=\"0\" errors=\"0\""))
    #expect(report.contains("<failure type=\"error\" message=\"合计 160.50，各项之和 150.50\">"))
  }

  @Test(arguments: Severity.allCases, Severity.allCases)
  func junitFailsForWhatFailsTheRun(_ severity: Severity, _ failOn: Severity) {
    let source = SourceText(Array("x".utf8))
    let draft = ReportSamples.draft(
      "a", source, [ReportSamples.finding(in: source, at: "x", severity: severity)])
    let context = ReportContext(language: .chinese, book: RuleBook(), version: "1", failOn: failOn)
    let report = String(decoding: Report.junit.render([draft], context), as: UTF8.self)
    #expect(report.contains("<failure") == (severity >= failOn))
    #expect(report.contains("failures=\"\(severity >= failOn ? 1 : 0)\""))
  }

  @Test func checkstyleNamesLineColumnAndSource() {
    #expect(
      Report.checkstyle.string([ReportSamples.draft()]).contains(
        "<error line=\"6\" column=\"4\" severity=\"error\" message=\"合计 160.50，各项之和 150.50\" "
          + "source=\"lint-rules.totals.column-total\"/>"))
  }

  @Test func markdownShowsHostileTextLiterally() {
    let report = Report.markdown.string([hostile])
    let row = report.split(separator: "\n").first { $0.contains("a&#58;b") }
    #expect(row?.count { $0 == "|" } == 5)
    for mark in ["<b>", "@you", "`", "[a]", "<!--"] { #expect(!report.contains(mark)) }
  }

  @Test func markdownCountsByRule() {
    let report = Report.markdown.string([ReportSamples.draft(), ReportSamples.draft("b.md")])
    #expect(report.contains("| 6:4 | 错误 | column-total | 合计 160.50，各项之和 150.50 |"))
    #expect(report.hasSuffix("| column-total | 2 |\n"))
  }
}

struct FingerprintTests {
  private func fingerprints(_ text: String, at wrong: String = "160.50") -> [String] {
    let source = SourceText(Array(text.utf8))
    let finding = ReportSamples.finding(in: source, at: wrong)
    return Fingerprint.all(of: ReportSamples.draft("a", source, [finding, finding]).result).map(\.text)
  }

  @Test func editsElsewhereAndReorderingKeepIt() {
    let moved = fingerprints("前言一段。\n\n" + ReportSamples.table)
    #expect(moved == fingerprints(ReportSamples.table))
    let reordered = ReportSamples.table.replacingOccurrences(of: "教育支出\t30.00\n", with: "")
      .replacingOccurrences(of: "项目\t金额\n", with: "项目\t金额\n教育支出\t30.00\n")
    #expect(fingerprints(reordered) == fingerprints(ReportSamples.table))
  }

  @Test func otherFigureOrOtherTableChangesIt() {
    let base = fingerprints(ReportSamples.table)
    let figure = ReportSamples.table.replacingOccurrences(of: "160.50", with: "170.50")
    #expect(fingerprints(figure, at: "170.50") != base)
    #expect(fingerprints(ReportSamples.table.replacingOccurrences(of: "收支总表", with: "收入总表")) != base)
  }

  @Test func equalFindingsOfADraftAreToldApart() {
    #expect(Set(fingerprints(ReportSamples.table)).count == 2)
  }
}

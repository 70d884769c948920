import Testing

@testable import LintCore

struct JSONReportTests {
  @Test func layoutIsTheContract() {
    #expect(
      Report.json.string([ReportSamples.draft(related: ["30.00"])]) == """
        {"version":1,"files":[
        {"path":"a.md","profile":"unit-budget","findings":[{"rule":"column-total","category":"totals",\
        "severity":"error","message":"合计 160.50，各项之和 150.50",\
        "range":{"start":{"line":6,"column":4},"end":{"line":6,"column":10}},\
        "related":[{"message":"加数 30.00",\
        "range":{"start":{"line":5,"column":6},"end":{"line":5,"column":11}}}]}]}
        ],"summary":{"files":1,"error":1,"warning":0,"info":0}}

        """)
  }

  @Test func everyDraftHasItsEntryAlsoWithoutFindings() throws {
    let clean = ReportSamples.draft("b.md", SourceText([]), [])
    let report = Report.json.render(
      [ReportSamples.draft(), clean, ReportSamples.draft("c.md")], ReportSamples.context())
    let value = try JSONParser.parse(report)
    #expect(value["files"]?.array?.map { $0["path"]?.string } == ["a.md", "b.md", "c.md"])
    #expect(value["summary"]?["error"]?.int == 2)
    #expect(value["summary"]?["files"]?.int == 3)
  }

  @Test func reportOfNothingIsStillAnObject() throws {
    let value = try JSONParser.parse(Report.json.render([], ReportSamples.context()))
    #expect(value["files"]?.array?.isEmpty == true)
  }

  @Test func hostileNamesAndTextStayInsideTheirStrings() throws {
    let source = SourceText(Array("a\"}]}\n\u{0}\u{2028}b".utf8) + [0xFF, 0xC0])
    let finding = ReportSamples.finding(in: source, at: "a\"}]}\n\u{0}\u{2028}b")
    let name = "x\",\"version\":2,\"\n\\.md"
    for report in [Report.json, .jsonLines] {
      let value = try JSONParser.parse(
        report.render([ReportSamples.draft(name, source, [finding])], ReportSamples.context()))
      let file = report.name == "json" ? value["files"]?.array?.first : value
      #expect(file?["path"]?.string == name)
    }
  }

  @Test func linesAreIndependentObjects() throws {
    let lines = Report.jsonLines.string([ReportSamples.draft(), ReportSamples.draft("b.md")]).split(
      separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONParser.parse(Array(line.utf8))["findings"]?.array?.count == 1) }
  }
}

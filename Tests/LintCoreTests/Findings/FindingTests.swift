import Testing

@testable import LintCore

@Suite struct FindingTests {
  @Test func severitiesAreOrderedAndNamed() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
    #expect(Severity.allCases.map(\.name) == ["info", "warning", "error"])
    for severity in Severity.allCases { #expect(Severity(name: severity.name) == severity) }
    #expect(Severity(name: "fatal") == nil && Severity(name: "Error") == nil)
  }

  @Test func findingsAreOrderedByPlaceThenByRule() {
    let table = "单位：万元\n项目→金额\n一、甲→1.00\n二、乙→2.00\n合计→9.00\n\n\n\n\n"
    let found = findings(Array(tabbed(table + table + table).utf8))
    let places = found.map { ($0.range, $0.rule) }
    #expect(found.count == 3)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

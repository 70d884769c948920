import LintCore
import Testing

@testable import lint_rules

struct ArgumentParserTests {
  private func arguments(_ line: String) -> [Argument] {
    line.split(separator: " ").map { Argument(bytes: Array($0.utf8)) }
  }

  @Test(arguments: [
    "check --format json a.md", "check --format=json a.md", "check -f json a.md", "check -fjson a.md",
    "check -f=json a.md",
    "check a.md --format json",
    "check --format text --format json -- a.md",
  ])
  func spellingsOfTheSameRequest(_ line: String) throws {
    let request = try CheckRequest(ArgumentParser.parse(arguments(line)))
    #expect(request.targets.map(\.report.name) == ["json"])
    #expect(request.inputs == ["a.md"])
  }

  @Test func everythingAfterTwoDashesIsAPath() throws {
    let request = try CheckRequest(ArgumentParser.parse(arguments("check -- --format -h")))
    #expect(request.inputs == ["--format", "-h"])
  }

  @Test func pathKeepsBytesThatAreNotText() throws {
    let parsed = try ArgumentParser.parse(["check", Argument(bytes: [0x61, 0xFF])])
    #expect(try CheckRequest(parsed).inputs == [Path(bytes: [0x61, 0xFF])])
  }

  @Test func rulesAreListedWithAnySeparator() throws {
    let parsed = try ArgumentParser.parse(["check", "--select", "a,b，c、d", "--select=e", "x"])
    #expect(try CheckRequest(parsed).lint.select == ["a", "b", "c", "d", "e"])
  }

  @Test(
    arguments: [
      ("error", Severity.error), ("warning", .warning), ("info", .info), ("never", nil),
    ] as [(String, Severity?)])
  func thresholdIsRead(_ word: String, _ expected: Severity?) throws {
    #expect(try CheckRequest(ArgumentParser.parse(arguments("check --fail-on \(word) x"))).failOn == expected)
  }

  @Test(arguments: [
    ("", ArgumentError.missingCommand),
    ("chek x", .unknownCommand("chek", suggestion: "check")),
    ("a/b.md", .unknownCommand("a/b.md", suggestion: "lint-rules check a/b.md")),
    ("check --formt json x", .unknownOption("--formt", .check, suggestion: "--format")),
    ("check --qqqqqq x", .unknownOption("--qqqqqq", .check, suggestion: nil)),
    ("--format json", .unknownOption("--format", nil, suggestion: "lint-rules check --format")),
    ("serve --format json", .unknownOption("--format", .serve, suggestion: nil)),
    ("check x --format", .missingValue(option: "--format")),
    ("check --help=x", .unexpectedValue(option: "--help")),
    ("check --jobs 0 x", .badNumber(option: "--jobs", value: "0", least: 1)),
    (
      "check --jobs 99999999999999999999 x",
      .badNumber(option: "--jobs", value: "99999999999999999999", least: 1)
    ),
    ("check", .missingOperand(.check)),
    ("check - -", .standardInputTwice),
  ])
  func mistakeIsNamed(_ line: String, _ expected: ArgumentError) {
    #expect(throws: expected) { try CheckRequest(ArgumentParser.parse(arguments(line))) }
  }

  @Test func wrongWordIsAnsweredWithTheNearestOne() {
    let error = ArgumentError.badWord(
      option: "--color", value: "allways", allowed: ["auto", "always", "never"], suggestion: "always")
    #expect(throws: error) { try ArgumentParser.parse(["check", "--color", "allways", "x"]) }
  }

  @Test(arguments: Language.allCases)
  func everyMessageIsOneLine(_ language: Language) {
    let errors: [ArgumentError] = [
      .missingCommand, .unknownCommand("a", suggestion: nil), .unknownOption("--a", nil, suggestion: "--b"),
      .missingValue(option: "--a"), .unexpectedValue(option: "--a"),
      .badNumber(option: "--a", value: "b", least: 0),
      .badWord(option: "--a", value: "b", allowed: ["c"], suggestion: nil), .missingOperand(.check),
      .missingOperand(.explain), .unexpectedOperand(.list, "a"), .unknownRule("a", suggestion: nil),
      .unknownProfile("a", known: ["b"]), .standardInputTwice,
    ]
    for error in errors {
      let text = error.text(language)
      #expect(!text.isEmpty && !text.contains("\n"))
      #expect(
        language == .chinese || !text.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 })
    }
  }

  @Test func languageIsKnownEvenWhenTheArgumentsAreWrong() {
    #expect(ArgumentParser.language(of: ["chek", "--lang", "en"]) == .english)
    #expect(ArgumentParser.language(of: ["--lang=en", "chek"]) == .english)
    #expect(ArgumentParser.language(of: ["--lang"]) == .chinese)
  }
}

struct SuggestionTests {
  @Test(
    arguments: [
      ("column-totl", "column-total"), ("colunm-total", "column-total"), ("shares", "share"), ("zzzzzz", nil),
    ] as [(String, String?)])
  func nearestWord(_ typed: String, _ expected: String?) {
    #expect(
      Suggestion.nearest(to: typed, in: ["column-total", "row-total", "share", "share-sum"]) == expected)
  }
}

import Foundation
import LintCore
import Testing

@testable import lint_rules

struct ReadmeTests {
  private func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  private func readme() throws -> String { try text("README.md") }

  @Test func helpOfCheckIsTheProgramsOwn() throws {
    #expect(try readme().contains(Help.text(.check, .english)), "run scripts/update-readme")
  }

  @Test func everyCommandLineInItIsUnderstood() throws {
    let lines = try readme().split(separator: "\n").filter { $0.hasPrefix("lint-rules ") }
    #expect(lines.count >= 5)
    for line in lines {
      let command = line.split(separator: "#")[0].split(separator: ">")[0]
      let words = command.split(separator: " ").dropFirst().map { Argument(bytes: Array($0.utf8)) }
      let parsed = try ArgumentParser.parse(words)
      if parsed.command == .check { _ = try CheckRequest(parsed) }
    }
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml", "spark_pipe.py"])
  func commandsOfTheExamplesAreUnderstood(_ name: String) throws {
    let lines = try text("docs/examples/\(name)").split(separator: "\n").filter { $0.contains(" check -") }
    #expect(lines.count == 1)
    for line in lines {
      let words = line.split(separator: " ").drop { $0 != "check" }
        .map { Argument(bytes: Array($0.filter { $0 != "\"" }.utf8)) }
      _ = try CheckRequest(ArgumentParser.parse(words))
    }
  }
}

struct HelpTests {
  @Test(arguments: Language.allCases, Command.allCases)
  func helpNamesEveryOptionOfItsCommand(_ language: Language, _ command: Command) {
    let text = Help.text(command, language)
    for spec in OptionSpec.all where spec.applies(to: command) {
      #expect(text.contains(Help.synopsis(spec, language)))
    }
    #expect(text.contains("lint-rules \(command.rawValue)"))
  }

  @Test func everyOptionIsInTheTable() {
    let known = Set(OptionSpec.all.map(\.id))
    #expect(OptionID.allCases.allSatisfy(known.contains))
  }

  @Test func namesOfOptionsAreUniqueForEachCommand() {
    for command in Command.allCases {
      let names = OptionSpec.all.filter { $0.applies(to: command) }.flatMap(\.names)
      #expect(Set(names).count == names.count)
    }
  }

  @Test func englishHelpIsEnglish() {
    for command in Command.allCases {
      let text = Help.text(command, .english)
      #expect(!text.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 })
    }
  }
}

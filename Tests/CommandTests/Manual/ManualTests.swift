import Foundation
import LintCore
import Testing

@testable import lint_rules

struct CompletionsTests {
  @Test(arguments: Completions.Shell.allCases)
  func everyLongOptionIsCompleted(_ shell: Completions.Shell) {
    let script = Completions.script(shell)
    for name in OptionSpec.all.flatMap(\.names) where name.hasPrefix("--") {
      #expect(script.contains(shell == .fish ? "-l \(name.dropFirst(2))" : name))
    }
    for command in Command.allCases { #expect(script.contains(command.rawValue)) }
  }

  /// What bash offers after a line that has been typed so far.
  private func completions(_ words: [String]) throws -> [String] {
    let line = words.map { "\"\($0)\"" }.joined(separator: " ")
    let script =
      Completions.script(.bash)
      + "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _lint_rules; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (["lint-rules", "che"], ["check"]), (["lint-rules", "check", "--form"], ["--format"]),
    (["lint-rules", "check", "--format", "sa"], ["sarif"]), (["lint-rules", "baseline", "cr"], ["create"]),
    (["lint-rules", "explain", "column-"], ["column-total"]), (["lint-rules", "list", "-f", "j"], ["json"]),
    (["lint-rules", "check", "--select", "column-t"], ["column-total"]),
    (["lint-rules", "check", "--profile", "unit-b"], ["unit-budget"]),
    (["lint-rules", "check", "--config", "/dev/nul"], ["/dev/null"]),
  ])
  func bashCompletes(_ words: [String], _ expected: [String]) throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    #expect(try completions(words) == expected)
  }
}

struct ManualPageTests {
  @Test(arguments: Language.allCases)
  func everyOptionIsDescribed(_ language: Language) {
    let page = ManualPage.text(language)
    for spec in OptionSpec.all { #expect(page.contains(spec.name.replacing("-", with: "\\-"))) }
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect([".TH", ".SH", ".TP", ".B", ".br"].contains { line.hasPrefix($0) })
    }
  }
}

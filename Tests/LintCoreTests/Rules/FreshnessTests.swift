import Foundation
import Testing

@testable import LintCore

/// The root of the package, found from this file.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite struct FreshnessTests {
  @Test func theEmbeddedPacksAreThoseOfTheFolder() throws {
    let folder = root.appending(path: "rules.d")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".json5") }.sorted()
    #expect(EmbeddedPacks.all.map(\.name) == names)
    for pack in EmbeddedPacks.all {
      let text = try String(contentsOf: folder.appending(path: pack.name), encoding: .utf8)
      let embedded = pack.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } + "\n"
      #expect(embedded == text, "run scripts/update-rules")
    }
  }

  @Test func theRightWordingsAreThoseOfTheFolder() throws {
    func words(_ name: String) throws -> Set<String> {
      let text = try String(contentsOf: root.appending(path: "rules.d/\(name)"), encoding: .utf8)
      return Set(
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap {
          $0.split(separator: " ").map(String.init)
        })
    }
    let phrases = (0..<RightPhrases.firstPart).map(RightPhrases.text)
    #expect(Set(phrases) == (try words("right-phrases.txt")), "run scripts/update-rules")
    // Each part is one of a run, and each ideograph within a run is within one of the parts or wordings.
    let runs = try words("standard-runs.txt").map { run in
      run.utf16.map { $0 == 0x7C ? RightPhrases.edge : $0 }
    }
    let parts = Set((0..<RightPhrases.count).map { Array(RightPhrases.text($0).utf16) })
    var shown: Set<[UInt16]> = []
    for run in runs {
      var within = Set([0, run.count - 1])
      for start in run.indices {
        for length in 5...6 where start + length <= run.count {
          let part = Array(run[start..<start + length])
          guard length == 6 || length == run.count, parts.contains(part) else { continue }
          within.formUnion(start + 1..<start + length - 1)
          shown.insert(part)
        }
      }
      #expect(within.count == run.count, "run scripts/update-rules")
    }
    let known = (RightPhrases.firstPart..<RightPhrases.count).map { Array(RightPhrases.text($0).utf16) }
    #expect(known.allSatisfy(shown.contains), "run scripts/update-rules")
    let pairs = try words("look-alikes.txt").flatMap { group in
      group.utf16.flatMap { a in group.utf16.filter { $0 > a }.map { [a, $0] } }
    }
    let table = RightPhrases.lookAlikes
    let embedded = (0..<table.count / 2).map { [table[2 * $0], table[2 * $0 + 1]] }
    #expect(embedded.count == Set(pairs).count && Set(embedded) == Set(pairs), "run scripts/update-rules")
  }

  @Test(arguments: [
    ("docs/rules.md", RuleCatalogue.list(.standard, format: .markdown, language: .chinese)),
    ("rules.d/pack.schema.json", PackSchema.jsonSchema()),
  ])
  func generatedFilesAreFresh(path: String, text: String) throws {
    let file = root.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE_GENERATED"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "run scripts/update-rules")
  }
}

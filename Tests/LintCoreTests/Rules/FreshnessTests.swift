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

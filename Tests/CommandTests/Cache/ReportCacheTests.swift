import Foundation
import Testing

@testable import lint_rules

/// A table with a wrong total.
private func draft(_ total: String) -> String {
  """
  表1 支出总表
  单位：万元
  科目编码\t科目名称\t合计
  201\t一般公共服务支出\t10.00
  205\t教育支出\t20.00
  \t合计\t\(total)

  """
}

struct ReportCacheTests {
  private let box: Sandbox

  init() throws {
    box = try Sandbox([
      "drafts/a.txt": draft("31.00"), "drafts/b.txt": draft("30.00"), "drafts/c.txt": draft("32.00"),
    ])
  }

  private func check(_ options: [String], kept: Bool = true) throws -> Program.Run {
    try Program.run(
      ["check"] + (kept ? ["--cache-dir", "cache"] : ["--no-cache"]) + options, folder: box.url)
  }

  /// The files of the cache, each with its bytes.
  private var files: [String: Data] {
    let folder = box.url.appendingPathComponent("cache")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, (try? Data(contentsOf: folder.appendingPathComponent($0))) ?? Data())
      })
  }

  /// Expects a run with the cache to say what one without it says.
  private func expectSame(_ options: [String], _ comment: Comment) throws {
    let fresh = try check(options, kept: false)
    for _ in 0..<2 {
      let run = try check(options)
      #expect(run.output == fresh.output, comment)
      #expect(run.errors == fresh.errors, comment)
      #expect(run.status == fresh.status, comment)
    }
  }

  @Test(arguments: ["text", "json", "jsonl", "sarif", "junit", "markdown", "html", "gitlab"])
  func everyReportIsTheSame(_ format: String) throws {
    try expectSame(["-f", format, "drafts"], "first and again")
    #expect(files.count == 1)
    try box.write("drafts/b.txt", Data(draft("33.00").utf8))
    try expectSame(["-f", format, "drafts"], "one draft changed")
    try FileManager.default.removeItem(at: box.url.appendingPathComponent("drafts/a.txt"))
    try expectSame(["-f", format, "drafts"], "one draft gone")
    try expectSame(["-f", format, "drafts/c.txt"], "one draft alone")
    #expect(files.count == 1)
  }

  @Test func aRunThatFindsEverythingKeptWritesNothing() throws {
    _ = try check(["drafts"])
    let before = files
    _ = try check(["drafts"])
    #expect(files == before)
    #expect(before.count == 1)
  }

  /// What is kept is what is shown: a report put into the place of another by hand would be told.
  @Test func keptReportsAreUsed() throws {
    _ = try check(["drafts"])
    let name = try #require(files.keys.first)
    let path = Path(box.url.appendingPathComponent("cache/\(name)").path)
    let file = try #require(CacheFile(path))
    let writer = try CacheFileWriter(path, file.key)
    for (number, entry) in file.entries {
      var report = try #require(CachedReport(file.bytes(entry) ?? []))
      report.pieces = report.pieces.map { _ in Array("kept\n".utf8) }
      try writer.put(number, entry.content, report.bytes)
    }
    try writer.finish()
    #expect(try check(["drafts"]).output.hasPrefix("kept\n"))
    #expect(try check(["drafts"], kept: false).output.hasPrefix("drafts/a.txt"))
  }

  @Test func everySettingHasItsOwn() throws {
    let settings: [[String]] = [
      [], ["--lang", "en"], ["--color", "always"], ["--ignore", "column-total"],
      ["--select", "column-total"],
      ["--coverage"], ["--fail-on", "never", "-f", "junit"], ["--profile", "unit-budget"], ["-f", "concise"],
    ]
    for options in settings { try expectSame(options + ["drafts"], "\(options)") }
    #expect(files.count == settings.count)
  }

  @Test func projectFilesAndBaselinesTakePart() throws {
    try expectSame(["drafts"], "no project file")
    try box.write("lint-rules.json5", Data("{ severities: { \"column-total\": \"warning\" } }".utf8))
    try expectSame(["drafts"], "a project file")
    try box.write(
      "lint-rules.json5",
      Data("{ overrides: [{ paths: [\"drafts/a*\"], ignore: [\"column-total\"], reason: \"x\" }] }".utf8))
    try expectSame(["drafts"], "settings for some paths")
    _ = try Program.run(["baseline", "create", "drafts"], folder: box.url)
    try expectSame(["--baseline", "lint-baseline.json", "drafts"], "a baseline")
    try box.write("drafts/c.txt", Data(draft("39.00").utf8))
    try expectSame(["--baseline", "lint-baseline.json", "drafts"], "a draft that the baseline does not know")
    _ = try Program.run(["baseline", "create", "drafts"], folder: box.url)
    try expectSame(["--baseline", "lint-baseline.json", "drafts"], "another baseline")
  }

  @Test func packsTakePart() throws {
    try expectSame(["drafts"], "no pack of the project")
    try box.write("lint-rules.json5", Data("{}".utf8))
    let before = try check(["drafts"], kept: false)
    try box.write("rules.d/own.json5", Data("{ rules: { \"column-total\": { severity: \"info\" } } }".utf8))
    #expect(try check(["drafts"], kept: false).output != before.output)
    try expectSame(["drafts"], "a pack")
  }

  @Test func unreadableDraftsAreNotKept() throws {
    try box.write("drafts/d.txt", Data([0xFF, 0xFF, 0x00]))
    try expectSame(["drafts"], "a file that is no text")
    try box.write("drafts/d.txt", Data(draft("30.00").utf8))
    try expectSame(["drafts"], "the file is a draft now")
  }

  @Test func runsThatTakeMoreThanADraftKeepNothing() throws {
    for options in [
      ["--cross-draft", "drafts"], ["--diff", "drafts"], ["-f", "html", "-o", "pages/", "drafts"],
    ] {
      _ = try check(options)
    }
    #expect(files.isEmpty)
  }

  @Test func aCacheThatCannotBeWrittenIsNone() throws {
    try box.write("cache", Data("a file".utf8))
    try expectSame(["drafts"], "the folder's name is taken")
    #expect(try Data(contentsOf: box.url.appendingPathComponent("cache")) == Data("a file".utf8))
  }

  @Test func aSpoiltFileIsWrittenAnew() throws {
    _ = try check(["drafts"])
    let name = try #require(files.keys.first)
    try box.write("cache/\(name)", Data(repeating: 0x41, count: 3000))
    try expectSame(["drafts"], "nonsense in the place of the cache")
    #expect(files[name]?.count != 3000)
  }

  /// Many drafts are kept in the user's folder without being asked; few are not.
  @Test func manyDraftsAreKeptInTheUsersFolder() throws {
    let environment = ["XDG_CACHE_HOME": box.url.appendingPathComponent("home").path]
    let folder = box.url.appendingPathComponent("home/lint-rules")
    _ = try Program.run(["check", "drafts"], folder: box.url, environment: environment)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    for number in 0..<ReportCache.leastDrafts {
      try box.write("drafts/\(number).txt", Data(draft("\(number).00").utf8))
    }
    let first = try Program.run(["check", "drafts"], folder: box.url, environment: environment)
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(kept.count == 1)
    let again = try Program.run(
      ["check", "--jobs", "1", "drafts"], folder: box.url, environment: environment)
    #expect(again.output == first.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == kept)
    let none = try Program.run(["check", "--no-cache", "drafts"], folder: box.url, environment: environment)
    #expect(none.output == first.output)
  }

  @Test func oldFilesGo() throws {
    let names = [
      "00000000000000aa.reports", "00000000000000bb.reports", "notes.txt", "00000000000000AA.reports",
    ]
    for name in names { try box.write("cache/\(name)", Data("x".utf8)) }
    for name in names where name != names[1] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1e9)],
        ofItemAtPath: box.url.appendingPathComponent("cache/\(name)").path)
    }
    _ = try check(["drafts"])
    #expect(files.count == 4)
    #expect(files[names[0]] == nil)
  }
}

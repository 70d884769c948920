import Foundation
import LintCore

/// Measures what people wait for: the check of a draft, of many drafts, and the server's answers.
///
///     swift run -c release lint-bench [--smoke] [PROGRAM]
///
/// `--smoke` runs everything a few times and fails if something does not answer. `PROGRAM` is the `lint-rules`
/// whose server is measured; by default the one beside this program.
@main
struct Bench {
  let repeats: Int
  let program: URL

  static func main() async {
    do {
      try await run()
    } catch {
      FileHandle.standardError.write(Data("lint-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isSmoke = arguments.first == "--smoke"
    if isSmoke { arguments.removeFirst() }
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let program =
      arguments.first.map { URL(fileURLWithPath: $0) }
      ?? own.deletingLastPathComponent().appendingPathComponent("lint-rules")
    let bench = Bench(repeats: isSmoke ? 3 : 101, program: program)
    bench.measureOneDraft()
    await bench.measureManyDrafts()
    try bench.measureServer()
  }

  private func measureOneDraft() {
    let linter = Linter(book: .standard)
    let bytes = SampleDraft.bytes(seed: 1)
    var findings = 0
    let time = Measurement.median(repeats) { findings = linter.lint(SourceText(bytes)).findings.count }
    report(
      "check of one draft", time, bytes: bytes.count, yardstick: yardstick([bytes]), "\(findings) findings")
  }

  private func measureManyDrafts() async {
    let linter = Linter(book: .standard)
    let drafts = SampleDraft.pool(1000)
    let size = drafts.reduce(0) { $0 + $1.count }
    let yardstick = yardstick(drafts)
    let rounds = Swift.min(repeats, 7)

    let alone = Measurement.median(rounds) {
      for draft in drafts { _ = linter.lint(SourceText(draft)).findings.count }
    }
    report("check of 1,000 drafts, one thread", alone, bytes: size, yardstick: yardstick)

    var times: [Double] = []
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      await withTaskGroup(of: Int.self) { group in
        for first in stride(from: 0, to: drafts.count, by: 8) {
          group.addTask {
            drafts[first..<Swift.min(first + 8, drafts.count)]
              .reduce(0) { $0 + linter.lint(SourceText($1)).findings.count }
          }
        }
        await group.waitForAll()
      }
      times.append(Measurement.seconds(ContinuousClock.now - start))
    }
    report("check of 1,000 drafts, all threads", Measurement.median(times), bytes: size, yardstick: yardstick)
  }

  private func measureServer() throws {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      FileHandle.standardError.write(Data("no program at \(program.path): the server is not measured\n".utf8))
      exit(1)
    }
    let draft = SampleDraft.bytes(seed: 1)
    let yardstick = yardstick([draft])
    let start = try Measurement.median(Swift.min(repeats, 21)) {
      let session = try ServerSession(program: program)
      try initialize(session)
      session.end()
    }
    report("start to initialize response and exit", start, bytes: nil, yardstick: yardstick)

    let session = try ServerSession(program: program)
    try initialize(session)
    try session.send(["jsonrpc": "2.0", "method": "initialized", "params": [String: Any]()])
    let uri = "file:///bench/draft.md"
    let text = String(decoding: draft, as: UTF8.self)
    let document: [String: Any] = ["uri": uri, "languageId": "markdown", "version": 1, "text": text]
    try session.send([
      "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": ["textDocument": document],
    ])
    try session.wait(for: "publishDiagnostics", "\"version\":1")
    var version = 1
    let keystroke = try Measurement.median(repeats) {
      version += 1
      try type(session, uri, version)
      try session.wait(for: "publishDiagnostics", "\"version\":\(version)")
    }
    report("keystroke to published diagnostics", keystroke, bytes: draft.count, yardstick: yardstick)
    session.end()
  }

  private func initialize(_ session: ServerSession) throws {
    let diagnostics = ["versionSupport": true, "relatedInformation": true]
    let capabilities = ["textDocument": ["publishDiagnostics": diagnostics]]
    try session.send([
      "jsonrpc": "2.0", "id": 1, "method": "initialize",
      "params": ["processId": NSNull(), "rootUri": NSNull(), "capabilities": capabilities],
    ])
    try session.wait(for: "\"id\":1", "capabilities")
  }

  /// Types a digit and, the next time, takes it away again.
  private func type(_ session: ServerSession, _ uri: String, _ version: Int) throws {
    let isTyping = version % 2 == 0
    let start = ["line": 2, "character": 0]
    let range = ["start": start, "end": ["line": 2, "character": isTyping ? 0 : 1]]
    let change: [String: Any] = ["range": range, "text": isTyping ? "1" : ""]
    try session.send([
      "jsonrpc": "2.0", "method": "textDocument/didChange",
      "params": ["textDocument": ["uri": uri, "version": version], "contentChanges": [change]],
    ])
  }

  /// The time that counting lines and TABs in the same bytes takes.
  private func yardstick(_ drafts: [[UInt8]]) -> Double {
    var count = 0
    let time = Measurement.median(Swift.max(3, Swift.min(repeats, 1 + 20_000 / drafts.count))) {
      for draft in drafts { count &+= Measurement.countLinesAndTabs(draft) }
    }
    return count == 0 ? 0 : time
  }

  private func report(_ what: String, _ time: Double, bytes: Int?, yardstick: Double, _ note: String = "") {
    var line = what.padding(toLength: 40, withPad: " ", startingAt: 0)
    line += String(format: "%9.3f ms", time * 1e3)
    line +=
      bytes.map { String(format: "  %6.1f MB/s", Double($0) / time / 1e6) }
      ?? String(repeating: " ", count: 13)
    line += yardstick > 0 ? String(format: "  %7.1f x a line-and-TAB count", time / yardstick) : ""
    print(note.isEmpty ? line : line + "  \(note)")
  }
}

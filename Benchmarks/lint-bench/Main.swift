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
      try session.initialize()
      session.end()
    }
    report("start to initialize response and exit", start, bytes: nil, yardstick: yardstick)

    let typing = KeystrokeBenchmark(program: program, keystrokes: repeats > 3 ? 200 : 6)
    for drafts in KeystrokeBenchmark.sizes {
      let result = try typing.run(drafts: drafts)
      let slowest = String(format: "p95 %.3f ms, %d bytes published", result.slowest * 1e3, result.answer)
      report(
        "keystroke to diagnostics, \(result.bytes / 1000) KB", result.median, bytes: result.bytes,
        yardstick: yardstick * Double(result.bytes) / Double(draft.count), slowest)
    }
    if let memory = try typing.memory() {
      print(
        String(
          format: "%@%9.1f MB",
          "memory with ten drafts open".padding(toLength: 40, withPad: " ", startingAt: 0),
          Double(memory) / 1e6))
    }
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

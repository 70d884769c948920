import Foundation

/// Measures the time from a keystroke to published diagnostics through the real server, for drafts of three sizes.
struct KeystrokeBenchmark {
  let program: URL
  /// How many keystrokes are timed for each size.
  let keystrokes: Int

  /// What was measured for one size.
  struct Result {
    let bytes: Int
    let median: Double
    /// Nineteen of twenty keystrokes took no longer.
    let slowest: Double
    /// The size of the last answer.
    let answer: Int
  }

  /// The sizes, as numbers of sample drafts in one text: 26 KB, 600 KB and 1.1 MB.
  static let sizes = [1, 24, 44]

  /// Types into a draft made of some sample drafts.
  func run(drafts: Int) throws -> Result {
    let session = try ServerSession(program: program)
    defer { session.end() }
    try session.initialize()
    let text = (1...drafts).map { String(decoding: SampleDraft.bytes(seed: $0), as: UTF8.self) }
      .joined(separator: "\n")
    try session.open("file:///bench/draft.md", text)
    let lines = text.utf8.count { $0 == 0x0A }
    var times: [Double] = []
    var answer = 0
    for version in 2..<(2 + keystrokes) {
      // Every other keystroke takes back the one before, at places all over the draft.
      let line = (version / 2 &* 7919) % max(1, lines)
      let message = try ServerSession.frame(
        ServerSession.keystroke(
          "file:///bench/draft.md", version: version, line: line, isTyping: version % 2 == 0))
      let start = ContinuousClock.now
      try session.write(message)
      answer = try session.nextContent().count
      times.append(Measurement.seconds(ContinuousClock.now - start))
    }
    times.sort()
    return Result(
      bytes: text.utf8.count, median: Measurement.median(times), slowest: times[(times.count * 19) / 20],
      answer: answer)
  }

  /// The resident memory of a server with ten drafts open, in bytes; `nil` where the system does not tell.
  func memory() throws -> Int? {
    let session = try ServerSession(program: program)
    defer { session.end() }
    try session.initialize()
    for seed in 1...10 {
      let text = String(decoding: SampleDraft.bytes(seed: seed), as: UTF8.self)
      try session.open("file:///bench/\(seed).md", text)
    }
    guard
      let status = try? String(contentsOfFile: "/proc/\(session.processIdentifier)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
    else { return nil }
    return Int(line.filter(\.isNumber)).map { $0 * 1024 }
  }
}

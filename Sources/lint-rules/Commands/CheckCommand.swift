internal import LintCore

/// Checks drafts and writes reports.
struct CheckCommand: Sendable {
  let request: CheckRequest
  let complaints: Complaints

  /// What became of one input, ready to be written.
  private enum Outcome: Sendable {
    case checked(String, pieces: [[UInt8]], DraftCounts, BaselineVerdict)
    case failed(String)
    case unwritten(SystemError)
  }

  func run() async -> ExitStatus {
    guard let session = CheckSession.prepare(request, complaints) else { return .failure }
    do throws(SystemError) {
      return try await check(session)
    } catch {
      complaints.say(say("无法写出结果：", "cannot write the results: ") + error.text(request.language))
      return .failure
    }
  }

  private func check(_ session: CheckSession) async throws(SystemError) -> ExitStatus {
    let context = ReportContext(
      language: request.language, book: session.linter.book, color: usesColor, version: Version.number,
      coverage: request.coverage)
    let writer = try ReportWriter(request.targets, context)
    var summary = ReportSummary()
    var failed = false

    try await Pipeline.run(count: session.inputs.count, jobs: request.jobs) { index in
      outcome(of: session.inputs[index], session, context)
    } deliver: { (outcome: Outcome) throws(SystemError) in
      switch outcome {
      case .checked(let name, let pieces, let counts, let verdict):
        summary.add(name, counts)
        summary.note(known: verdict.known, fixed: verdict.fixed)
        try writer.put(pieces)
      case .failed(let message):
        failed = true
        complaints.say(message)
      case .unwritten(let error):
        throw error
      }
    }
    try writer.finish(summary, request.targets)
    if failed || summary.files == 0 { return .failure }
    return status(summary)
  }

  private func outcome(of input: Input, _ session: CheckSession, _ context: ReportContext) -> Outcome {
    switch session.check(input) {
    case .failed(let message): return .failed(message)
    case .checked(let draft, _, let verdict):
      do throws(SystemError) {
        let pieces = try ReportWriter.pieces(draft, request.targets, context)
        return .checked(draft.path, pieces: pieces, DraftCounts(draft.result), verdict)
      } catch {
        return .unwritten(error)
      }
    }
  }

  private func status(_ summary: ReportSummary) -> ExitStatus {
    if let most = request.maxWarnings, summary.count(.warning) > most { return .findings }
    guard let failOn = request.failOn else { return .clean }
    return summary.count(atLeast: failOn) > 0 ? .findings : .clean
  }

  private var usesColor: Bool {
    switch request.color {
    case .always: return true
    case .never: return false
    case .auto:
      // https://no-color.org: set to anything but the empty string.
      let isOff = Platform.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return !isOff && Platform.environment("TERM") != "dumb" && Platform.isTerminal(1)
    }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    request.language == .chinese ? chinese : english
  }
}

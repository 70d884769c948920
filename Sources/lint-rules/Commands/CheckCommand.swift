internal import LintCore

/// Checks drafts and writes reports.
struct CheckCommand: Sendable {
  let request: CheckRequest
  let complaints: Complaints

  /// What became of one input, ready to be written.
  private enum Outcome: Sendable {
    /// - Parameter name: the name that the report is to be kept by, if it is new and worth keeping.
    case checked(String, CachedReport, Mending, name: ReportCache.Name?)
    case failed(FailedInput, pieces: [[UInt8]], message: String)
    case unwritten(SystemError)
  }

  /// What fixes did to one input.
  private struct Mending: Sendable {
    /// The number of findings that were mended in the file.
    var count = 0
    /// The number of fixes that were named and not made.
    var held = 0
    /// What to show in place of the report: a diff, or the mended standard input.
    var shown: [UInt8]?
    /// What went wrong while writing.
    var complaint: String?
  }

  func run() async -> ExitStatus {
    guard let session = CheckSession.prepare(request, complaints, writing: files) else { return .failure }
    do throws(SystemError) {
      return try await check(session.comparingDrafts())
    } catch {
      complaints.say(say("无法写出结果：", "cannot write the results: ") + error.text(request.language))
      return .failure
    }
  }

  private func check(_ session: CheckSession) async throws(SystemError) -> ExitStatus {
    let context = ReportContext(
      language: request.language, book: session.linter.book, color: usesColor, version: Version.number,
      coverage: request.coverage, failOn: request.failOn ?? .error, folders: Platform.workingFolders)
    let cache = ReportCache(session, context)
    let harvest = cache.map(ReportCache.Harvest.init)
    let writer = try ReportWriter(targets, context)
    var summary = ReportSummary()
    var failed = false
    var mended = (findings: 0, drafts: 0, held: 0)
    var progress = Progress(total: session.inputs.count, language: request.language)
    defer { progress.clear() }

    try await Pipeline.run(count: session.inputs.count, jobs: request.jobs) { index in
      outcome(of: index, session, context, cache)
    } deliver: { (outcome: Outcome) throws(SystemError) in
      progress.step()
      switch outcome {
      case .checked(let draft, let report, let mending, let name):
        summary.add(draft, report.counts)
        summary.note(known: report.verdict.known, fixed: report.verdict.fixed)
        try writer.put(report.pieces)
        if let name { harvest?.put(name, report) }
        mended.findings += mending.count
        mended.drafts += mending.count > 0 ? 1 : 0
        mended.held += mending.held
        if let shown = mending.shown { try Platform.write(shown, to: 1) }
        if let complaint = mending.complaint {
          failed = true
          complaints.say(complaint)
        }
      case .failed(let failure, let pieces, let message):
        failed = true
        summary.note(failure)
        try writer.put(pieces)
        progress.clear()
        complaints.say(message)
      case .unwritten(let error):
        throw error
      }
    }
    try writer.finish(summary, targets)
    harvest?.finish()
    tell(mended, failed: failed)
    if session.inputs.isEmpty {
      complaints.note(say("所给文件都已由项目设置排除", "the project leaves out all files given"))
    } else if failed || summary.files == 0 {
      return .failure
    }
    return status(summary)
  }

  /// Says what fixes did.
  private func tell(_ mended: (findings: Int, drafts: Int, held: Int), failed: Bool) {
    if mended.findings + mended.held == 0, !failed, request.fixes.applies, !request.fixes.named.isEmpty {
      complaints.say(say("没有与 --apply 相符的修改", "no fix is like --apply"))
    }
    if mended.held > 0 {
      complaints.say(
        say(
          "有 \(mended.held) 处未改：所依据的数字本次另有修改，请核对后再运行",
          "not made: \(mended.held), which rest on figures that other fixes change; look again and run once more"
        ))
    }
    if mended.findings > 0 {
      complaints.say(
        say(
          "已修改 \(mended.drafts) 份草稿，\(mended.findings) 处",
          "fixed \(mended.findings) findings in \(mended.drafts) drafts"))
    }
  }

  /// The files that the run writes reports to.
  private var files: [Path] { request.targets.compactMap { $0.folder == nil ? $0.path : nil } }

  /// The reports of the run; a diff or a mended draft takes the place of one on standard output.
  private var targets: [ReportTarget] {
    let isTaken =
      request.fixes.showsOnly || request.fixes.reviews || (request.fixes.applies && request.inputs == ["-"])
    return isTaken ? request.targets.filter { $0.path != nil } : request.targets
  }

  private func outcome(
    of number: Int, _ session: CheckSession, _ context: ReportContext, _ cache: ReportCache?
  ) -> Outcome {
    do throws(CheckSession.FailedDraft) {
      let draft = try session.open(number)
      let name = cache?.name(of: draft, session)
      if let name, let report = cache?.report(name, pieces: targets.count) {
        return .checked(draft.name, report, Mending(), name: nil)
      }
      return try outcome(of: draft, session, context, name)
    } catch {
      let pieces = ReportWriter.pieces(error.input, targets, context)
      return .failed(error.input, pieces: pieces, message: error.message)
    }
  }

  private func outcome(
    of opened: CheckSession.OpenedDraft, _ session: CheckSession, _ context: ReportContext,
    _ name: ReportCache.Name?
  ) throws(CheckSession.FailedDraft) -> Outcome {
    switch session.check(opened) {
    case .failed(let draft): throw draft
    case .checked(let draft, let text, let verdict):
      let (mending, rest) =
        request.fixes.isActive
        ? mend(draft, session.inputs[opened.number], text, session) : (Mending(), draft)
      do throws(SystemError) {
        let pieces = try ReportWriter.pieces(rest, targets, context)
        let report = CachedReport(pieces: pieces, counts: DraftCounts(rest.result), verdict: verdict)
        return .checked(rest.path, report, mending, name: name)
      } catch {
        return .unwritten(error)
      }
    }
  }

  /// Applies or shows fixes; returns the draft as it is afterwards.
  private func mend(
    _ draft: CheckedDraft, _ input: Input, _ text: DecodedText, _ session: CheckSession
  ) -> (Mending, CheckedDraft) {
    let policy = request.fixes
    let plan = FixPlan(draft, policy)
    var mending = Mending(held: plan.held)
    var mended = draft
    if policy.showsOnly {
      mending.shown = diff(draft, plan.edits)
    } else if policy.applies {
      do throws(FixWriter.Failure) {
        if case .file(let path) = input {
          if !plan.edits.isEmpty { try FixWriter.write(plan.edits, to: path, text) }
          mending.count = plan.count
        } else {
          guard let bytes = text.applying(plan.edits) else { throw .unencodable }
          if !policy.reviews { mending.shown = bytes }
        }
        if !plan.edits.isEmpty { mended = session.recheck(draft, plan.edits) }
      } catch {
        mending.complaint = "\(draft.path): \(error.text(request.language))"
      }
    }
    if policy.reviews {
      // Lines are counted as they are now, so that --apply can name them.
      let choices = policy.applies ? FixPlan(mended, policy).choices : plan.choices
      mending.shown = choices.reduce(into: mending.shown ?? []) { $0 += review($1, mended) }
    }
    return (mending, mended)
  }

  /// A fix for review: what names it, which those who apply diffs pass over, and what it would change.
  private func review(_ choice: FixPlan.Choice, _ draft: CheckedDraft) -> [UInt8] {
    let title = choice.fix.title.text(request.language).withoutControls
    return Array("# --apply \(choice.name)  \(title)\n".utf8) + diff(draft, choice.fix.edits)
  }

  private func diff(_ draft: CheckedDraft, _ edits: [Edit]) -> [UInt8] {
    UnifiedDiff.text(
      draft.result.draft.source.bytes, edits.sorted { $0.range < $1.range }, path: draft.path,
      isForTerminal: Platform.isTerminal(1))
  }

  private func status(_ summary: ReportSummary) -> ExitStatus {
    if let most = request.maxWarnings, summary.count(.warning) > most {
      let count = summary.count(.warning)
      complaints.say(
        say(
          "警告 \(count) 个，多于 --max-warnings 的 \(most) 个",
          "\(count) warnings, more than the \(most) of --max-warnings"))
      return .findings
    }
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

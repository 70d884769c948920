internal import LintCore

/// Makes and tends baselines.
struct BaselineCommand: Sendable {
  /// What to do with a baseline.
  enum Action: String, CaseIterable, Sendable {
    /// Write down everything that is found now.
    case create
    /// Forget what is no longer found.
    case prune
    /// Show what came and what went.
    case diff
  }

  let action: Action
  let request: CheckRequest
  let path: Path
  let complaints: Complaints

  /// Understands the arguments of `baseline`: an action, then what `check` takes.
  init(_ parsed: ParsedArguments, _ project: Configuration, _ complaints: Complaints) throws(ArgumentError) {
    guard let first = parsed.operands.first else { throw .missingOperand(.baseline) }
    guard let action = Action(rawValue: first.text) else {
      let known = Action.allCases.map(\.rawValue)
      throw .unknownAction(.baseline, first.text, known: known)
    }
    var rest = parsed
    rest.operands.removeFirst()
    var request = try CheckRequest(rest, project)
    path = request.baseline ?? Baseline.defaultName
    // Creating needs no baseline, and the others compare with all that is found.
    request.baseline = nil
    self.action = action
    self.request = request
    self.complaints = complaints
  }

  private enum Outcome: Sendable {
    /// What was found in a draft with the options that hold for it.
    case entries(path: String, LintOptions, [BaselineEntry])
    case failed(String)
  }

  func run() async -> ExitStatus {
    guard
      let session = await CheckSession.prepare(request, complaints, writing: action == .diff ? [] : [path])?
        .comparingDrafts()
    else { return .failure }
    guard !session.inputs.isEmpty else {
      complaints.say(say("所给文件都已由项目设置排除", "the project leaves out all files given"))
      return .failure
    }
    let folder = BaselineFolder(of: path)
    var found: [BaselineEntry] = []
    var checked: [String: LintOptions] = [:]
    var failed = false
    do throws(SystemError) {
      try await Pipeline.run(count: session.inputs.count, jobs: request.jobs) { index in
        entries(of: index, session, folder)
      } deliver: { (outcome: Outcome) throws(SystemError) in
        switch outcome {
        case .entries(let path, let options, let entries):
          checked[path] = options
          found += entries
        case .failed(let message):
          failed = true
          complaints.say(message)
        }
      }
      // A baseline from half of the drafts would let the other half's mistakes through as new ones.
      if failed { return .failure }
      // Of drafts that were not checked, and of rules that were not asked for, nothing is known; a rule that is no
      // more will find nothing again.
      return try finish(found) { entry in
        guard let options = checked[entry.path] else { return folder.lacks(entry.path) }
        return options.wants(entry.rule) || session.linter.book.rule(entry.rule) == nil
      }
    } catch {
      complaints.say(say("无法写出基线：", "cannot write the baseline: ") + error.text(request.language))
      return .failure
    }
  }

  private func entries(of number: Int, _ session: CheckSession, _ folder: BaselineFolder) -> Outcome {
    switch session.check(number) {
    case .failed(let draft): return .failed(draft.message)
    case .checked(let draft, _, _):
      let name = folder.name(of: Path(draft.path))
      let prints = Fingerprint.all(of: draft.result)
      return .entries(
        path: name, session.options(at: Path(draft.path)),
        zip(draft.result.findings, prints).map { finding, print in
          BaselineEntry(
            path: name, rule: finding.rule, fingerprint: print.text,
            message: finding.message.text(request.language))
        })
    }
  }

  private func finish(
    _ found: [BaselineEntry], isJudged: (BaselineEntry) -> Bool
  ) throws(SystemError) -> ExitStatus {
    if action == .create {
      try FileOutput.write(Baseline.bytes(found), to: path)
      complaints.note(
        say("已写入 \(found.count) 条到 \(path.text)", "wrote \(found.count) findings to \(path.text)"))
      return .clean
    }
    let baseline: Baseline
    do throws(BaselineError) {
      baseline = try Baseline(path)
    } catch {
      complaints.say(error.text(request.language))
      return .failure
    }
    let known = Set(baseline.entries)
    let present = Set(found)
    let gone = baseline.entries.filter { !present.contains($0) && isJudged($0) }
    if action == .prune {
      let goneSet = Set(gone)
      try FileOutput.write(Baseline.bytes(baseline.entries.filter { !goneSet.contains($0) }), to: path)
      complaints.note(
        say("已从 \(path.text) 删去 \(gone.count) 条", "removed \(gone.count) findings from \(path.text)"))
      return .clean
    }
    let new = found.filter { !known.contains($0) }
    var out = ""
    for entry in gone { out += "- \(line(entry))\n" }
    for entry in new { out += "+ \(line(entry))\n" }
    try Platform.write(Array(out.utf8), to: 1)
    return new.isEmpty ? .clean : .findings
  }

  private func line(_ entry: BaselineEntry) -> String {
    "\(entry.path): [\(entry.rule)] \(entry.message)".withoutControls
  }

  private func say(_ chinese: String, _ english: String) -> String {
    request.language == .chinese ? chinese : english
  }
}

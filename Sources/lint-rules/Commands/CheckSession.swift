internal import LintCore

/// All that stays the same while the inputs of a run are checked.
struct CheckSession: Sendable {
  let request: CheckRequest
  let linter: Linter
  let options: LintOptions
  /// What the project asks for in the drafts of some paths.
  let overrides: PathOverrides
  let inputs: [Input]
  let baseline: Baseline?
  let changes: GitChanges?
  /// The files that rules and settings were taken from, as they were read.
  let sources: [[UInt8]]
  /// What holding the drafts against each other found.
  private(set) var crossDraft = CrossDraftPass()
  /// Standard input, if it was read before its turn came.
  var standardInput: Result<[UInt8], SystemError>?

  /// What became of one input.
  enum Outcome: Sendable {
    case checked(CheckedDraft, DecodedText, BaselineVerdict)
    case failed(FailedDraft)
  }

  /// Gets everything ready for a run that writes the given files; says what is wrong and returns `nil` if it cannot
  /// start.
  static func prepare(
    _ request: CheckRequest, _ complaints: Complaints, writing files: [Path]
  ) -> CheckSession? {
    let loader = BookLoader(
      project: request.project, named: request.packFolders, complaints: complaints)
    var sources = [request.project.root, request.project.source]
    guard let book = loader.load(&sources) else { return nil }
    do throws(StartFailure) {
      try start { () throws(ConfigurationError) in try request.project.check(book) }
      var options = try start { () throws(ArgumentError) in try request.lintOptions(for: book) }
      if !request.crossDraft { options.ignore.insert(CrossDraft.rule) }
      let baseline = try request.baseline.map { (path) throws(StartFailure) in
        try start { () throws(BaselineError) in try Baseline(path) }
      }
      if let baseline { sources.append(baseline.source) }
      let inputs = try gather(request)
      let drafts = inputs.lazy.compactMap { if case .file(let path) = $0 { path } else { nil } }
      let root = drafts.first?.folder ?? "."
      let changes = try request.since.map { (revision) throws(StartFailure) in
        try start { () throws(GitError) in try GitChanges(since: revision, at: root) }
      }
      try start { () throws(OutputError) in try OutputGuard.check(files, against: inputs) }
      return CheckSession(
        request: request, linter: Linter(book: book), options: options,
        overrides: request.project.overrides.resolved(in: book), inputs: inputs, baseline: baseline,
        changes: changes, sources: sources)
    } catch {
      complaints.say(error.text(request.language))
      return nil
    }
  }

  /// The same session, after the drafts were held against each other if that is asked for.
  func comparingDrafts() async -> CheckSession {
    guard options.wants(CrossDraft.rule) else { return self }
    var copy = self
    if inputs.contains(.standardInput) {
      copy.standardInput = Result { () throws(SystemError) in try Platform.readStandardInput() }
    }
    copy.crossDraft = await CrossDraftPass(copy)
    return copy
  }

  /// Why a run cannot start.
  private struct StartFailure: Error {
    let text: @Sendable (Language) -> String
    func text(_ language: Language) -> String { text(language) }
  }

  /// Runs a step of the preparation and gives its error the common form.
  private static func start<R, E: ToldError>(_ step: () throws(E) -> R) throws(StartFailure) -> R {
    do throws(E) {
      return try step()
    } catch {
      throw StartFailure { error.text($0) }
    }
  }

  private static func gather(_ request: CheckRequest) throws(StartFailure) -> [Input] {
    var paths = request.inputs
    if let list = request.filesFrom {
      do throws(SystemError) {
        paths += PathList.paths(list == "-" ? try Platform.readStandardInput() : try Platform.read(list))
      } catch {
        throw StartFailure { unreadable(list, error.text($0), $0) }
      }
    }
    var search = InputSearch(
      exclude: request.exclude, projectExclude: request.projectExclude,
      honorsIgnoreFiles: request.honorsIgnoreFiles)
    let inputs = search.gather(paths)
    // A hook hands over the changed drafts; that the project leaves them all out is no failure.
    if inputs.isEmpty, search.leavesOutNamed { return [] }
    if inputs.isEmpty { throw StartFailure { $0 == .chinese ? "没有可检查的文件" : "nothing to check" } }
    return inputs
  }

  /// Tells whether what a run reports of its drafts follows from each draft alone, and there are enough of them to
  /// keep that for the next run.
  var keepsReports: Bool {
    changes == nil && !request.fixes.isActive && !options.wants(CrossDraft.rule)
      && request.targets.allSatisfy { $0.folder == nil }
      && (inputs.count >= ReportCache.leastDrafts || request.cacheFolder != nil)
  }

  /// Reads and checks the input with this number; runs on any thread.
  func check(_ number: Int) -> Outcome {
    do throws(FailedDraft) {
      return check(try open(number))
    } catch {
      return .failed(error)
    }
  }

  /// Checks a draft; runs on any thread.
  func check(_ draft: OpenedDraft) -> Outcome {
    do throws(EncodingError) {
      let text = try DecodedText(draft.bytes)
      guard !text.isBlank else { return .failed(unreadable(draft.path, say("没有文字", "holds no text"))) }
      let known = crossDraft.findings(draft.number, in: text.utf8)
      let place = draft.place
      let options = options(at: place)
      var result = linter.lint(SourceText(text.utf8), options: options, known: known)
      // The baseline first: what it says is fixed must not depend on the lines that are looked at.
      let verdict = baseline?.take(from: &result, path: place, options) ?? BaselineVerdict()
      changes?.keepFindings(on: place, in: &result) { old in
        (try? DecodedText(old)).map { linter.lint(SourceText($0.utf8), options: options) }
      }
      return .checked(CheckedDraft(path: draft.name, result: result), text, verdict)
    } catch {
      return .failed(unreadable(draft.path, error.text(request.language)))
    }
  }

  /// The options for a draft; standard input without a name lies nowhere.
  func options(at place: Path) -> LintOptions {
    guard !overrides.isEmpty, place != "-", let path = request.project.inside(place) else { return options }
    var options = options
    overrides.apply(to: &options, at: path)
    return options
  }

  /// The draft after edits were made, checked again.
  func recheck(_ draft: CheckedDraft, _ edits: [Edit]) -> CheckedDraft {
    var bytes: [UInt8] = []
    var at = 0
    var known = draft.result.findings.filter { $0.rule == CrossDraft.rule }
    let old = draft.result.draft.source.bytes
    for edit in edits where edit.range.lower >= at && edit.range.upper <= old.count {
      bytes += old[at..<edit.range.lower] + Array(edit.text.utf8)
      at = edit.range.upper
    }
    bytes += old[at...]
    // Edits move what other drafts say of this one; what they replaced is no longer judged.
    for edit in edits.reversed() {
      known.removeAll { $0.range.overlaps(edit.range) }
      let growth = edit.text.utf8.count - (edit.range.upper - edit.range.lower)
      for index in known.indices where known[index].range.lower >= edit.range.upper {
        known[index].range = ByteRange(
          known[index].range.lower + growth, known[index].range.upper + growth)
      }
    }
    let place = Path(draft.path)
    let options = options(at: place)
    var result = linter.lint(SourceText(bytes), options: options, known: known)
    // A file that was mended has changed, whatever git said before.
    _ = baseline?.take(from: &result, path: place, options)
    return CheckedDraft(path: draft.path, result: result)
  }
}

/// An error that can be said in one line.
protocol ToldError: Error, Sendable {
  /// The reason in words.
  func text(_ language: Language) -> String
}

extension ArgumentError: ToldError {}
extension SystemError: ToldError {}
extension EncodingError: ToldError {}

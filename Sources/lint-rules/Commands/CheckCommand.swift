internal import LintCore

/// Checks drafts and writes a report.
struct CheckCommand: Sendable {
  let request: CheckRequest
  let complaints: Complaints

  /// What became of one input, ready to be written.
  private enum Outcome: Sendable {
    case checked(String, pieces: [[UInt8]], DraftCounts)
    case failed(String)
  }

  func run() async -> ExitStatus {
    let loader = BookLoader(folders: request.packFolders, complaints: complaints)
    guard let book = loader.load() else { return .failure }
    let options: LintOptions
    do throws(ArgumentError) {
      options = try request.lintOptions(for: book)
    } catch {
      complaints.say(error.text(request.language))
      return .failure
    }
    do throws(SystemError) {
      return try await check(with: Linter(book: book), options)
    } catch {
      complaints.say(say("无法写出结果：", "cannot write the results: ") + error.text(request.language))
      return .failure
    }
  }

  private func check(with linter: Linter, _ options: LintOptions) async throws(SystemError) -> ExitStatus {
    guard let inputs = gatherInputs() else { return .failure }
    let context = ReportContext(
      language: request.language, book: linter.book, color: usesColor, version: Version.number)
    let writer = try ReportWriter(request.targets, context)
    var summary = ReportSummary()
    var failed = false

    try await Pipeline.run(count: inputs.count, jobs: request.jobs) { index in
      outcome(of: inputs[index], linter, options, context)
    } deliver: { (outcome: Outcome) throws(SystemError) in
      switch outcome {
      case .checked(let name, let pieces, let counts):
        summary.add(name, counts)
        try writer.put(pieces)
      case .failed(let message):
        failed = true
        complaints.say(message)
      }
    }
    try writer.finish(summary, request.targets)

    if failed || summary.files == 0 { return .failure }
    guard let failOn = request.failOn else { return .clean }
    return summary.count(atLeast: failOn) > 0 ? .findings : .clean
  }

  /// The inputs of the run, or `nil` if the list of paths cannot be read or names nothing.
  private func gatherInputs() -> [Input]? {
    var paths = request.inputs
    if let list = request.filesFrom {
      do throws(SystemError) {
        paths += PathList.paths(list == "-" ? try Platform.readStandardInput() : try Platform.read(list))
      } catch {
        complaints.say(unreadable(list, error.text(request.language)))
        return nil
      }
    }
    var search = InputSearch(exclude: request.exclude, honorsIgnoreFiles: request.honorsIgnoreFiles)
    let inputs = search.gather(paths)
    if inputs.isEmpty { complaints.say(say("没有可检查的文件", "nothing to check")) }
    return inputs.isEmpty ? nil : inputs
  }

  /// Reads, checks and renders one input; runs on any thread.
  private func outcome(
    of input: Input, _ linter: Linter, _ options: LintOptions, _ context: ReportContext
  ) -> Outcome {
    let path: Path
    let name: String
    do {
      let bytes: [UInt8]
      switch input {
      case .file(let file):
        (path, name) = (file, file.text)
        bytes = try Platform.read(file)
      case .standardInput:
        (path, name) = ("-", request.standardInputName)
        bytes = try Platform.readStandardInput()
      case .unmatched(let pattern):
        return .failed(say("没有与 \(pattern.text) 相符的文件", "no file is like \(pattern.text)"))
      case .refused(let refused, let error):
        return .failed(unreadable(refused, error.text(request.language)))
      case .empty(let folder):
        return .failed(
          say(
            "文件夹 \(folder.text) 中没有草稿（.md、.markdown、.txt）",
            "no draft (.md, .markdown, .txt) in folder \(folder.text)"))
      }
      let text = try DecodedText(bytes)
      let draft = CheckedDraft(path: name, result: linter.lint(SourceText(text.utf8), options: options))
      let pieces = try ReportWriter.pieces(draft, request.targets, context)
      return .checked(name, pieces: pieces, DraftCounts(draft.result))
    } catch let error as EncodingError {
      return .failed(unreadable(path, error.text(request.language)))
    } catch let error as SystemError {
      return .failed(unreadable(path, error.text(request.language)))
    } catch {
      return .failed(unreadable(path, "\(error)"))
    }
  }

  private func unreadable(_ path: Path, _ reason: String) -> String {
    let name = path == "-" ? say("标准输入", "standard input") : path.text
    return say("无法读取 \(name)：", "cannot read \(name): ") + reason
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

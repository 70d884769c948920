internal import LintCore

/// Reading the inputs of a run.
extension CheckSession {
  /// A draft that was read.
  struct OpenedDraft: Sendable {
    /// The place of its input among those of the run.
    let number: Int
    let path: Path
    /// What reports call it.
    let name: String
    let bytes: [UInt8]

    /// Where the settings for some paths see it.
    var place: Path { path == "-" ? Path(name) : path }
  }

  /// An input that could not be read or is no draft, and what to say of it.
  struct FailedDraft: Error, Sendable {
    let input: FailedInput
    let message: String
  }

  /// The bytes of an input.
  func read(_ input: Input) throws(SystemError) -> [UInt8] {
    switch input {
    case .file(let path): return try Platform.read(path)
    case .standardInput:
      if let standardInput { return try standardInput.get() }
      return try Platform.readStandardInput()
    case .refused(_, let error): throw error
    case .empty, .unmatched: throw .notFound
    }
  }

  /// The name that an input has in reports.
  func name(of input: Input) -> String {
    switch input {
    case .file(let path), .refused(let path, _), .empty(let path), .unmatched(let path): path.text
    case .standardInput: request.standardInputName
    }
  }

  /// Reads the input with this number; runs on any thread.
  func open(_ number: Int) throws(FailedDraft) -> OpenedDraft {
    let input = inputs[number]
    let language = request.language
    let path: Path
    let name: String
    switch input {
    case .file(let file): (path, name) = (file, file.text)
    case .standardInput: (path, name) = ("-", request.standardInputName)
    case .refused(let refused, let error): throw unreadable(refused, error.text(language))
    case .empty(let folder):
      throw failed(
        folder, say("没有草稿（.md、.markdown、.txt）", "no draft (.md, .markdown, .txt)"),
        say(
          "文件夹 \(folder.text) 中没有草稿（.md、.markdown、.txt）",
          "no draft (.md, .markdown, .txt) in folder \(folder.text)"))
    case .unmatched(let pattern):
      throw failed(
        pattern, say("没有相符的文件", "no file is like it"),
        say("没有与 \(pattern.text) 相符的文件", "no file is like \(pattern.text)"))
    }
    do throws(SystemError) {
      return OpenedDraft(number: number, path: path, name: name, bytes: try read(input))
    } catch {
      throw unreadable(path, error.text(language))
    }
  }

  /// What to say of a file that cannot be read.
  func unreadable(_ path: Path, _ reason: String) -> FailedDraft {
    failed(path, reason, Self.unreadable(path, reason, request.language))
  }

  private func failed(_ path: Path, _ reason: String, _ message: String) -> FailedDraft {
    let name = path == "-" ? request.standardInputName : path.text
    return FailedDraft(input: FailedInput(path: name, reason: reason), message: message)
  }

  /// The same in words.
  static func unreadable(_ path: Path, _ reason: String, _ language: Language) -> String {
    switch language {
    case .chinese: "无法读取 \(path == "-" ? "标准输入" : path.text)：\(reason)"
    case .english: "cannot read \(path == "-" ? "standard input" : path.text): \(reason)"
    }
  }

  /// The wording in the language of the run.
  func say(_ chinese: String, _ english: String) -> String {
    request.language == .chinese ? chinese : english
  }
}

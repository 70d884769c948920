internal import LintCore
internal import LintServer

@main
struct Main {
  static func main() async {
    Platform.exit(await run(Platform.arguments))
  }

  /// Does what the arguments say.
  static func run(_ arguments: [Argument]) async -> ExitStatus {
    var complaints = Complaints(language: ArgumentParser.language(of: arguments))
    do throws(ArgumentError) {
      let parsed = try ArgumentParser.parse(arguments)
      if parsed.has(.version) { return print(Version.line, complaints) }
      if parsed.has(.help) { return print(Help.text(parsed.command, parsed.language), complaints) }
      let project: Configuration
      do throws(ConfigurationError) {
        project = try configuration(parsed)
      } catch {
        complaints.say(error.text(complaints.language))
        return .failure
      }
      if !parsed.has(.lang), let language = project.language { complaints.language = language }
      return try await run(parsed, project, complaints)
    } catch {
      complaints.say(error.text(complaints.language))
      return .failure
    }
  }

  /// The settings of the project that the program is run in.
  private static func configuration(_ parsed: ParsedArguments) throws(ConfigurationError) -> Configuration {
    if parsed.has(.noConfig) { return Configuration() }
    var project =
      if let file = parsed.all(.config).last {
        try Configuration(Path(bytes: file.bytes))
      } else if parsed.command == .serve {
        // The server reads the project of each document itself, and reports what is wrong with it at its file.
        Configuration()
      } else {
        try Configuration.find(from: ".")
      }
    project.systemPacks = PackFolders.system()
    return project
  }

  private static func run(
    _ parsed: ParsedArguments, _ project: Configuration, _ complaints: Complaints
  ) async throws(ArgumentError) -> ExitStatus {
    switch parsed.command {
    case .check:
      return await CheckCommand(request: try CheckRequest(parsed, project), complaints: complaints).run()
    case .baseline: return await (try BaselineCommand(parsed, project, complaints)).run()
    case .serve:
      if let operand = parsed.operands.first { throw .unexpectedOperand(.serve, operand.text) }
      return try serve(parsed, project, complaints)
    case .list: return try ListCommand(parsed: parsed, project: project, complaints: complaints).run()
    case .explain: return try ExplainCommand(parsed: parsed, project: project, complaints: complaints).run()
    case .packs: return try PacksCommand(parsed, project, complaints).run()
    case .completions: return try completions(parsed, complaints)
    case .man:
      if let operand = parsed.operands.first { throw .unexpectedOperand(.man, operand.text) }
      return print(ManualPage.text(complaints.language), complaints)
    case nil: throw .missingCommand
    }
  }

  private static func completions(
    _ parsed: ParsedArguments, _ complaints: Complaints
  ) throws(ArgumentError) -> ExitStatus {
    let name = parsed.operands.first?.text ?? ""
    guard let shell = Completions.Shell(rawValue: name), parsed.operands.count == 1 else {
      throw .unknownShell(name, known: Completions.Shell.allCases.map(\.rawValue))
    }
    return print(Completions.script(shell), complaints)
  }

  /// Serves an editor until it leaves; the protocol fixes the status: 0 only after `shutdown` and `exit`.
  private static func serve(
    _ parsed: ParsedArguments, _ project: Configuration, _ complaints: Complaints
  ) throws(ArgumentError) -> ExitStatus {
    var options = ServerOptions()
    if let text = parsed.last(.clientProcessID) {
      guard let number = Int32(text), number > 0 else {
        throw .badNumber(option: "--clientProcessId", value: text, least: 1)
      }
      options.clientProcess = Int(number)
    }
    if parsed.has(.noConfig) {
      options.project = .none
    } else if let file = parsed.all(.config).last {
      let path = Path(bytes: file.bytes)
      options.project = .file((Platform.resolved(path) ?? path).text)
    }
    // The server reads all packs itself, and again when they change; only what was named must be right.
    if parsed.has(.rules), BookLoader(parsed, Configuration(), complaints).load() == nil { return .failure }
    options.systemPacks = project.systemPacks.map(\.text)
    options.namedPacks = parsed.all(.rules).map { Path(bytes: $0.bytes).text }
    options.version = Version.number
    options.language = parsed.has(.lang) ? parsed.language : nil
    options.files = EditorFiles.access
    return Server.run(book: .standard, options: options) == 0 ? .clean : .findings
  }

  /// Writes a text to standard output.
  static func print(_ text: String, _ complaints: Complaints) -> ExitStatus {
    do throws(SystemError) {
      try Platform.write(Array(text.utf8), to: 1)
      return .clean
    } catch {
      complaints.say(error.text(complaints.language))
      return .failure
    }
  }
}

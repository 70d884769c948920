internal import LintCore
internal import LintServer

@main
struct Main {
  static func main() async {
    Platform.exit(await run(Platform.arguments))
  }

  /// Does what the arguments say.
  static func run(_ arguments: [Argument]) async -> ExitStatus {
    let complaints = Complaints(language: ArgumentParser.language(of: arguments))
    do throws(ArgumentError) {
      let parsed = try ArgumentParser.parse(arguments)
      if parsed.has(.version) { return print(Version.line, complaints) }
      if parsed.has(.help) { return print(Help.text(parsed.command, parsed.language), complaints) }
      switch parsed.command {
      case .check:
        return await CheckCommand(request: try CheckRequest(parsed), complaints: complaints).run()
      case .baseline: return await (try BaselineCommand(parsed, complaints)).run()
      case .serve:
        if let operand = parsed.operands.first { throw .unexpectedOperand(.serve, operand.text) }
        return serve(parsed, complaints)
      case .list: return try ListCommand(parsed: parsed, complaints: complaints).run()
      case .explain: return try ExplainCommand(parsed: parsed, complaints: complaints).run()
      case nil: throw .missingCommand
      }
    } catch {
      complaints.say(error.text(complaints.language))
      return .failure
    }
  }

  /// Serves an editor until it leaves; the protocol fixes the status: 0 only after `shutdown` and `exit`.
  private static func serve(_ parsed: ParsedArguments, _ complaints: Complaints) -> ExitStatus {
    let folders = parsed.all(.rules).map { Path(bytes: $0.bytes) }
    guard let book = BookLoader(folders: folders, complaints: complaints).load() else { return .failure }
    var options = ServerOptions()
    options.version = Version.number
    options.language = parsed.has(.lang) ? parsed.language : nil
    options.clientProcess = parsed.last(.clientProcessID).flatMap { Int($0) }
    options.files = EditorFiles.access
    return Server.run(book: book, options: options) == 0 ? .clean : .findings
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

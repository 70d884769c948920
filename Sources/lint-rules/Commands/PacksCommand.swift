internal import LintCore

/// Runs the examples of an office's own packs, laid over those of the project.
struct PacksCommand {
  /// What the command can do.
  static let actions = ["test"]

  private let tested: [Path]
  private let loader: BookLoader
  private let complaints: Complaints

  init(
    _ parsed: ParsedArguments, _ project: Configuration, _ complaints: Complaints
  ) throws(ArgumentError) {
    guard let action = parsed.operands.first, parsed.operands.count > 1 else { throw .missingOperand(.packs) }
    guard Self.actions.contains(action.text) else {
      throw .unknownAction(.packs, action.text, known: Self.actions)
    }
    tested = parsed.operands.dropFirst().map { Path(bytes: $0.bytes) }
    let others = parsed.all(.rules).map { Path(bytes: $0.bytes) }
    // A pack of the project that is named again is not laid over itself.
    loader = BookLoader(project: project, named: others + tested, complaints: complaints)
    self.complaints = complaints
  }

  func run() -> ExitStatus {
    guard let book = loader.load() else { return .failure }
    var packs: Set<String> = []
    for folder in tested { packs.formUnion(((try? BookLoader.files(in: folder)) ?? []).map(\.text)) }
    let failures = PackTester.run(book, packs: packs)
    let rules = book.rules.filter { packs.contains($0.pack) }
    let status = Main.print(text(failures, rules), complaints)
    return status == .clean && !failures.isEmpty ? .findings : status
  }

  private func text(_ failures: [PackTester.Failure], _ rules: [Rule]) -> String {
    var out = ""
    for failure in failures {
      let pack = rules.first { $0.id == failure.rule }?.pack ?? ""
      let message = failure.message.text(complaints.language)
      out += "\(pack): \(failure.rule) "
      out += say("示例 \(failure.example)：", "example \(failure.example): ") + message + "\n"
    }
    let examples = rules.map(\.examples.count).reduce(0, +)
    let failed = Set(failures.map { "\($0.rule) \($0.example)" }).count
    return out
      + say(
        "\(rules.count) 条规则，\(examples) 个示例，\(failed) 个不符\n",
        "\(rules.count) rules, \(examples) examples, \(failed) failed\n")
  }

  private func say(_ chinese: String, _ english: String) -> String {
    complaints.language == .chinese ? chinese : english
  }
}

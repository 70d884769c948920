internal import LintCore

/// Lists the rules.
struct ListCommand {
  let parsed: ParsedArguments
  let project: Configuration
  let complaints: Complaints

  func run() throws(ArgumentError) -> ExitStatus {
    if let operand = parsed.operands.first { throw .unexpectedOperand(.list, operand.text) }
    guard let book = BookLoader(parsed, project, complaints).load() else { return .failure }
    let format = parsed.last(.format).flatMap(RuleCatalogue.Format.init(rawValue:)) ?? .text
    return Main.print(RuleCatalogue.list(book, format: format, language: complaints.language), complaints)
  }
}

/// Explains rules.
struct ExplainCommand {
  let parsed: ParsedArguments
  let project: Configuration
  let complaints: Complaints

  func run() throws(ArgumentError) -> ExitStatus {
    guard !parsed.operands.isEmpty else { throw .missingOperand(.explain) }
    guard let book = BookLoader(parsed, project, complaints).load() else { return .failure }
    var texts: [String] = []
    for operand in parsed.operands {
      guard let rule = book.rule(operand.text) else {
        throw .unknownRule(
          operand.text, suggestion: Suggestion.nearest(to: operand.text, in: book.rules.map(\.id)))
      }
      texts.append(RuleCatalogue.explain(rule, book: book, language: complaints.language))
    }
    return Main.print(texts.joined(separator: "\n"), complaints)
  }
}

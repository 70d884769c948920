internal import LintCore

/// An argument as the system handed it over.
struct Argument: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The exact bytes: a file name need not be UTF-8.
  let bytes: [UInt8]
  /// The argument as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(bytes: [UInt8]) { self.bytes = bytes }
  init(stringLiteral text: String) { bytes = Array(text.utf8) }
}

/// Arguments, taken apart by the table of options but not yet understood.
struct ParsedArguments: Equatable, Sendable {
  /// An option as it was written, with its value if it takes one.
  struct Option: Equatable, Sendable {
    let id: OptionID
    let value: Argument
  }

  var command: Command?
  var options: [Option] = []
  var operands: [Argument] = []

  /// The last value of an option: a later one overrides an earlier one, so that aliases can be refined.
  func last(_ id: OptionID) -> String? { options.last { $0.id == id }?.value.text }

  /// All values of an option.
  func all(_ id: OptionID) -> [Argument] { options.filter { $0.id == id }.map(\.value) }

  /// Tells whether an option was given.
  func has(_ id: OptionID) -> Bool { options.contains { $0.id == id } }

  /// The language that was asked for.
  var language: Language { last(.lang).flatMap(Language.init(rawValue:)) ?? .chinese }
}

/// Takes arguments apart.
enum ArgumentParser {
  /// Reads a command line; `--name value`, `--name=value` and `--` are understood.
  static func parse(_ arguments: [Argument]) throws(ArgumentError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = arguments[...]
    var onlyOperands = false
    while let argument = rest.popFirst() {
      let text = argument.text
      if onlyOperands || text == "-" || !text.hasPrefix("-") {
        try take(operand: argument, into: &parsed)
      } else if text == "--" {
        onlyOperands = true
      } else {
        try take(option: argument, &rest, into: &parsed)
      }
    }
    if parsed.command == nil, !parsed.has(.help), !parsed.has(.version) { throw .missingCommand }
    return parsed
  }

  /// The language asked for anywhere in the arguments, for messages about arguments that cannot be read.
  static func language(of arguments: [Argument]) -> Language {
    for (index, argument) in arguments.enumerated() {
      let text = argument.text
      if text == "--lang", index + 1 < arguments.count {
        return .init(rawValue: arguments[index + 1].text) ?? .chinese
      }
      if text.hasPrefix("--lang=") { return .init(rawValue: String(text.dropFirst(7))) ?? .chinese }
    }
    return .chinese
  }

  private static func take(operand: Argument, into parsed: inout ParsedArguments) throws(ArgumentError) {
    if parsed.command != nil {
      parsed.operands.append(operand)
      return
    }
    let name = operand.text
    if let command = Command(rawValue: name) {
      parsed.command = command
      return
    }
    if name == "help" {
      parsed.options.append(.init(id: .help, value: ""))
      return
    }
    let near = Suggestion.nearest(to: name, in: Command.allCases.map(\.rawValue))
    // Whoever forgets the command has mostly written a path.
    let looksLikePath = name == "-" || name.contains("/") || name.contains(".")
    throw .unknownCommand(name, suggestion: near ?? (looksLikePath ? "lint-rules check \(name)" : nil))
  }

  private static func take(
    option argument: Argument, _ rest: inout ArraySlice<Argument>, into parsed: inout ParsedArguments
  ) throws(ArgumentError) {
    let (name, inline) = split(argument)
    let command = parsed.command
    let specs = OptionSpec.all.filter { spec in command.map { spec.applies(to: $0) } ?? spec.commands.isEmpty
    }
    guard let spec = specs.first(where: { $0.names.contains(name) }) else {
      var near = Suggestion.nearest(to: name, in: specs.flatMap(\.names).filter { $0.hasPrefix("--") })
      if command == nil, let owner = OptionSpec.all.first(where: { $0.names.contains(name) })?.commands.first
      {
        near = "lint-rules \(owner.rawValue) \(name)"
      }
      throw .unknownOption(name, command, suggestion: near)
    }
    if case .none = spec.value {
      guard inline == nil else { throw .unexpectedValue(option: name) }
      parsed.options.append(.init(id: spec.id, value: ""))
      return
    }
    guard let value = inline ?? rest.popFirst() else { throw .missingValue(option: name) }
    if case .word(let allowed) = spec.value, !allowed.contains(value.text) {
      let near = Suggestion.nearest(to: value.text, in: allowed)
      throw .badWord(option: name, value: value.text, allowed: allowed, suggestion: near)
    }
    parsed.options.append(.init(id: spec.id, value: value))
  }

  /// The name of an option, and its value if that is written in the same argument: `--jobs=2`, `-j2`, `-j=2`.
  private static func split(_ argument: Argument) -> (name: String, value: Argument?) {
    let bytes = argument.bytes
    let isLong = bytes.starts(with: Array("--".utf8))
    let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    if isLong || equals == 2 {
      let name = String(decoding: bytes[..<(equals ?? bytes.endIndex)], as: UTF8.self)
      return (name, equals.map { Argument(bytes: Array(bytes[($0 + 1)...])) })
    }
    let name = String(decoding: bytes.prefix(2), as: UTF8.self)
    return bytes.count > 2 && OptionSpec.all.contains { $0.names.contains(name) }
      ? (name, Argument(bytes: Array(bytes[2...]))) : (argument.text, nil)
  }
}

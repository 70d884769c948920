import LintCore

/// What a user can set, in the editor or in the project's file, under the same keys.
struct Settings: Sendable {
  /// The name of the project's file.
  static let fileName = "lint-rules.json5"

  /// What is checked, and how much it weighs.
  var lint = LintOptions()
  /// The language of messages, or `nil` to follow the client.
  var language: Language?
  /// Whether computed values are shown beside wrong ones.
  var hints = true
  /// How long in milliseconds findings that are new on the line being typed wait; zero shows everything at once.
  var pause = 0
  /// The rule packs to lay over the built-in ones: files, or folders of them.
  var packs: [String] = []
  /// Patterns of paths that are left out of the workspace, as in `.gitignore`.
  var exclude: [String] = []
  /// What holds for the drafts of some paths alone.
  var overrides = PathOverrides()
  /// The address of the rules' explanations, with `{rule}` for the id.
  var documentation: String?

  /// A name in the settings whose meaning only the rules tell.
  struct UsedName: Sendable {
    enum Kind: Sendable {
      case rule, ruleOrCategory, profile
    }
    let kind: Kind
    let text: String
    /// The bytes of it in the text of the settings.
    let range: Range<Int>
  }

  /// The names that are used.
  private(set) var names: [UsedName] = []

  /// Something in the settings that is not understood.
  struct Problem: Sendable {
    /// The bytes of it, where the settings came from a file.
    let range: Range<Int>
    let message: Message
  }

  /// Reads settings from layers, the later ones weighing more; what is not understood is left as it was.
  init(layers: [JSONValue]) {
    var ignored: [Problem] = []
    for layer in layers { read(layer, &ignored) }
  }

  /// Reads settings for their problems alone.
  static func problems(in layer: JSONValue) -> [Problem] {
    var settings = Settings(layers: [])
    var problems: [Problem] = []
    settings.read(layer, &problems)
    return problems
  }

  /// The settings themselves: clients wrap them under the name of the program, or do not.
  static func unwrapped(_ value: JSONValue) -> JSONValue {
    for name in ["lint-rules", "lintRules", "lint_rules"] {
      // An editor without settings for the program sends null under its name.
      if let inner = value[name], inner.members != nil || inner.isNull { return inner }
    }
    return value
  }

  private mutating func read(_ layer: JSONValue, _ problems: inout [Problem]) {
    guard let members = layer.members else {
      if !layer.isNull {
        problems.append(
          Problem(range: layer.range, message: Message(Phrase("设置应为一个对象", "settings must be an object"))))
      }
      return
    }
    for member in members {
      if member.key == "overrides" {
        takeOverrides(member.value, &problems)
        continue
      }
      guard !take(member) else { continue }
      let phrase =
        Self.keys.contains(member.key)
        ? Phrase("设置项“{0}”的值不对", "the value of {0} is not usable")
        : Phrase("没有“{0}”这个设置项", "there is no setting {0}")
      let range = Self.keys.contains(member.key) ? member.value.range : member.keyRange
      problems.append(Problem(range: range, message: Message(phrase, .text(member.key))))
    }
  }

  private static let keys: Set<String> = [
    "profile", "select", "ignore", "severities", "lang", "hints", "pause", "rules", "exclude",
    "documentation",
  ]
  /// The settings of the project's file that speak to the shell alone.
  private static let shellKeys: Set<String> = ["$schema", "failOn", "maxWarnings", "baseline", "crossDraft"]

  /// Takes one setting; `false` if it is not understood.
  private mutating func take(_ member: JSONMember) -> Bool {
    let value = member.value
    // Editors send every setting they know; null and the empty list stand for one that nobody has set.
    if Self.keys.contains(member.key), value.isNull || value.array?.isEmpty == true { return true }
    switch member.key {
    case _ where Self.shellKeys.contains(member.key): return true
    case "profile":
      guard let name = value.string else { return false }
      lint.profile = name
      names.append(UsedName(kind: .profile, text: name, range: value.range))
    case "select":
      guard let names = Self.names(value) else { return false }
      lint.select = Set(names)
      use(value.array ?? [], as: .ruleOrCategory)
    case "ignore":
      guard let names = Self.names(value) else { return false }
      lint.ignore = Set(names)
      use(value.array ?? [], as: .ruleOrCategory)
    case "severities": return takeSeverities(value)
    case "lang":
      guard let language = value.string.flatMap({ Language(rawValue: $0) }) else { return false }
      self.language = language
    case "hints":
      guard let flag = value.bool else { return false }
      hints = flag
    case "pause":
      guard let time = value.int, (0...10_000).contains(time) else { return false }
      pause = time
    case "rules":
      guard let names = Self.names(value) else { return false }
      packs = names
    case "exclude":
      guard let names = Self.names(value) else { return false }
      exclude = names
    case "documentation":
      guard let address = value.string, let colon = address.firstIndex(of: ":"), colon > address.startIndex
      else { return false }
      documentation = address
    default: return false
    }
    return true
  }

  private mutating func takeOverrides(_ value: JSONValue, _ problems: inout [Problem]) {
    if value.isNull || value.array?.isEmpty == true { return }
    var wrong: [PathOverrides.Problem] = []
    overrides = PathOverrides(value, problems: &wrong)
    names += overrides.names.map {
      UsedName(kind: $0.orCategory ? .ruleOrCategory : .rule, text: $0.text, range: $0.range)
    }
    problems += wrong.map { Problem(range: $0.range, message: $0.message) }
  }

  private mutating func takeSeverities(_ value: JSONValue) -> Bool {
    guard let members = value.members else { return false }
    var isRight = true
    for member in members {
      guard let name = member.value.string, name == "off" || Severity(name: name) != nil else {
        isRight = false
        continue
      }
      lint.severities[member.key] = .some(Severity(name: name))
      names.append(UsedName(kind: .rule, text: member.key, range: member.keyRange))
    }
    return isRight
  }

  private mutating func use(_ values: [JSONValue], as kind: UsedName.Kind) {
    for value in values {
      if let text = value.string { names.append(UsedName(kind: kind, text: text, range: value.range)) }
    }
  }

  /// The names that mean nothing to a rule book.
  func unknownNames(in book: RuleBook) -> [Problem] {
    names.compactMap { name in
      let (isKnown, phrase) =
        switch name.kind {
        case .rule: (book.rule(name.text) != nil, Phrase("没有名为“{0}”的规则", "there is no rule “{0}”"))
        case .ruleOrCategory:
          (
            book.rules(named: name.text) != nil,
            Phrase("没有名为“{0}”的规则或类别", "there is no rule or category “{0}”")
          )
        case .profile:
          (book.profile(name.text) != nil, Phrase("没有名为“{0}”的文种", "there is no profile “{0}”"))
        }
      return isKnown ? nil : Problem(range: name.range, message: Message(phrase, .text(name.text)))
    }
  }

  private static func names(_ value: JSONValue) -> [String]? {
    guard let array = value.array else { return nil }
    let names = array.compactMap(\.string)
    return names.count == array.count ? names : nil
  }
}

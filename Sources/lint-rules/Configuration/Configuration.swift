internal import LintCore

/// A project's settings, from the file `lint-rules.json5` that is found by walking up.
///
/// Paths in the file start from its folder. The command line overrides single settings and adds to lists.
struct Configuration: Sendable {
  /// The name of the file.
  static let fileName = "lint-rules.json5"

  /// The file as it was read; empty if there is none.
  private(set) var source: [UInt8] = []
  /// The folder of the file, without symbolic links and with a closing slash.
  var root: [UInt8] = []
  var profile: String?
  /// What to say if there is no such profile.
  fileprivate var profileError: ConfigurationError?
  var language: Language?
  var failOn: String?
  var maxWarnings: Int?
  var select: [String] = []
  var ignore: [String] = []
  /// Severities by rule; `nil` switches a rule off.
  var severities: [String: Severity?] = [:]
  /// The folders and files with rule packs that the file names.
  var rules: [Path] = []
  /// The folders with packs of the machine and the user.
  var systemPacks: [Path] = []
  var exclude: [String] = []
  /// What holds for the drafts of some paths alone.
  var overrides = PathOverrides()
  var baseline: Path?
  /// The drafts of a run are also held against each other.
  var crossDraft = false
  /// The names of rules and categories that the file uses; which there are is known when its packs are read.
  fileprivate var names: [RuleName] = []

  /// A name of a rule, or of a category where that will do too, with what to say if there is none.
  fileprivate struct RuleName: Sendable {
    let text: String
    let orCategory: Bool
    let error: ConfigurationError
  }

  /// Refuses names of rules and profiles that the book does not hold.
  func check(_ book: RuleBook) throws(ConfigurationError) {
    if let profileError, let profile, !book.profiles.contains(where: { $0.id == profile }) {
      throw profileError.with(.unknownProfile(profile, known: book.profiles.map(\.id)))
    }
    for name in names {
      guard name.orCategory ? book.rules(named: name.text) == nil : book.rule(name.text) == nil else {
        continue
      }
      let all = Set(book.rules.map(\.id) + (name.orCategory ? book.rules.map(\.category) : [])).sorted()
      throw name.error.with(.unknownRule(name.text, suggestion: Suggestion.nearest(to: name.text, in: all)))
    }
  }

  /// The settings that hold when there is no file.
  init() {}

  /// The settings of the nearest file at or above a folder; those without a file if there is none.
  static func find(from folder: Path) throws(ConfigurationError) -> Configuration {
    guard var here = Platform.resolved(folder) else { return Configuration() }
    while true {
      let file = here.appending(Array(fileName.utf8))
      if (try? FileStatus(file))?.kind == .file { return try Configuration(file) }
      guard here.bytes.count > 1 else { return Configuration() }
      here = here.folder
    }
  }

  /// Reads a file.
  init(_ file: Path) throws(ConfigurationError) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Platform.read(file)
    } catch {
      throw ConfigurationError(file: file, place: nil, .unreadable(error))
    }
    source = bytes
    root = (Platform.resolved(file.folder) ?? file.folder).bytes
    if root != [0x2F] { root.append(0x2F) }
    var reader = ConfigurationReader(file: file, source: SourceText(bytes))
    do throws(JSONSyntaxError) {
      reader.document = try JSONParser.parse(bytes, dialect: .json5)
    } catch {
      throw reader.error(at: error.offset, .told(error.message))
    }
    try reader.read(into: &self)
  }

  /// The path of a draft from the folder of the file, or `nil` if it lies elsewhere; the draft need not be there.
  func inside(_ path: Path) -> String? {
    guard !root.isEmpty,
      let absolute = Platform.resolved(path) ?? Platform.resolved(path.folder)?.appending(Array(path.name)),
      absolute.bytes.starts(with: root)
    else { return nil }
    return String(decoding: absolute.bytes.dropFirst(root.count), as: UTF8.self)
  }

  /// The folders whose packs are read without being named, if they are there.
  var standingPacks: [Path] { systemPacks + (root.isEmpty ? [] : [path(PackFolders.name)]) }

  /// A path of the file, from its folder.
  func path(_ text: String) -> Path {
    text.hasPrefix("/") ? Path(text) : Path(bytes: root + Array(text.utf8))
  }
}

/// What is wrong with a project file, and where.
struct ConfigurationError: ToldError {
  enum Reason: Sendable {
    case unreadable(SystemError)
    case told(Message)
    case unknownKey(String, suggestion: String?)
    case unknownRule(String, suggestion: String?)
    case unknownProfile(String, known: [String])
    case duplicateKey(String)
    case expected(Phrase)
  }

  let file: Path
  /// The line and the column, counted from 1.
  let place: (line: Int, column: Int)?
  let reason: Reason

  init(file: Path, place: (line: Int, column: Int)?, _ reason: Reason) {
    self.file = file
    self.place = place
    self.reason = reason
  }

  /// The same place with another reason.
  fileprivate func with(_ reason: Reason) -> ConfigurationError {
    ConfigurationError(file: file, place: place, reason)
  }

  func text(_ language: Language) -> String {
    let zh = language == .chinese
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    let text: String
    switch reason {
    case .unreadable(let error): text = error.text(language)
    case .told(let message): text = message.text(language)
    case .unknownKey(let key, let suggestion):
      let hint = suggestion.map { zh ? "；是否想用 \($0)？" : "; did you mean \($0)?" } ?? ""
      text = (zh ? "不认识的键“\(key)”" : "unknown key “\(key)”") + hint
    case .unknownRule(let name, let suggestion):
      let hint = suggestion.map { zh ? "；是否想用 \($0)？" : "; did you mean \($0)?" } ?? ""
      text = (zh ? "没有名为“\(name)”的规则或类别" : "there is no rule or category “\(name)”") + hint
    case .unknownProfile(let name, let known):
      text = ArgumentError.unknownProfile(name, known: known).text(language)
    case .duplicateKey(let key): text = zh ? "键“\(key)”重复" : "duplicate key “\(key)”"
    case .expected(let phrase): text = zh ? "应为\(phrase.chinese)" : "expected \(phrase.english)"
    }
    return "\(file.text)\(place): \(text)"
  }
}

/// Takes the settings out of a project file; whatever is not a known setting of the right kind is refused.
private struct ConfigurationReader {
  let file: Path
  let source: SourceText
  var document = JSONValue(.null)

  init(file: Path, source: SourceText) {
    self.file = file
    self.source = source
  }

  func error(at offset: Int, _ reason: ConfigurationError.Reason) -> ConfigurationError {
    let place = source.place(at: offset)
    return ConfigurationError(file: file, place: (place.line, place.column), reason)
  }

  func read(into settings: inout Configuration) throws(ConfigurationError) {
    for member in try members(of: document) {
      let value = member.value
      switch ConfigurationKey(rawValue: member.key) {
      case .schema: _ = try string(value)
      case .profile:
        let name = try string(value)
        settings.profile = name
        settings.profileError = error(at: value.range.lowerBound, .unknownProfile(name, known: []))
      case .lang:
        guard let language = Language(rawValue: try string(value)) else { throw words(value, ["zh", "en"]) }
        settings.language = language
      case .failOn:
        let word = try string(value)
        let known = ["error", "warning", "info", "never"]
        guard known.contains(word) else { throw words(value, known) }
        settings.failOn = word
      case .maxWarnings:
        guard let number = value.int, number >= 0 else {
          throw error(at: value.range.lowerBound, .expected(Phrase("非负整数", "a whole number")))
        }
        settings.maxWarnings = number
      case .select: settings.select = try rules(value, &settings)
      case .ignore: settings.ignore = try rules(value, &settings)
      case .severities: settings.severities = try severities(value, &settings)
      case .rules: settings.rules = try strings(value).map(settings.path)
      case .exclude: settings.exclude = try strings(value)
      case .overrides: settings.overrides = try overrides(value, &settings)
      case .hints:
        guard value.bool != nil else {
          throw error(at: value.range.lowerBound, .expected(Phrase(" true 或 false", "true or false")))
        }
      case .pause:
        guard let time = value.int, (0...10_000).contains(time) else {
          throw error(
            at: value.range.lowerBound, .expected(Phrase("毫秒数（0 至 10000）", "milliseconds, 0 to 10000")))
        }
      case .documentation: _ = try string(value)
      case .crossDraft:
        guard let flag = value.bool else {
          throw error(at: value.range.lowerBound, .expected(Phrase(" true 或 false", "true or false")))
        }
        settings.crossDraft = flag
      case .baseline: settings.baseline = settings.path(try string(value))
      case nil:
        let near = Suggestion.nearest(to: member.key, in: ConfigurationKey.allCases.map(\.rawValue))
        throw error(at: member.keyRange.lowerBound, .unknownKey(member.key, suggestion: near))
      }
    }
  }

  private func rules(
    _ value: JSONValue, _ settings: inout Configuration
  ) throws(ConfigurationError) -> [String] {
    let ids = try strings(value)
    for (id, element) in zip(ids, value.array ?? []) {
      let error = error(at: element.range.lowerBound, .unknownRule(id, suggestion: nil))
      settings.names.append(Configuration.RuleName(text: id, orCategory: true, error: error))
    }
    return ids
  }

  private func severities(
    _ value: JSONValue, _ settings: inout Configuration
  ) throws(ConfigurationError) -> [String: Severity?] {
    var out: [String: Severity?] = [:]
    for member in try members(of: value) {
      let error = error(at: member.keyRange.lowerBound, .unknownRule(member.key, suggestion: nil))
      settings.names.append(Configuration.RuleName(text: member.key, orCategory: false, error: error))
      let word = try string(member.value)
      guard word == "off" || Severity(name: word) != nil else {
        throw words(member.value, ["error", "warning", "info", "off"])
      }
      out.updateValue(Severity(name: word), forKey: member.key)
    }
    return out
  }

  private func overrides(
    _ value: JSONValue, _ settings: inout Configuration
  ) throws(ConfigurationError) -> PathOverrides {
    var problems: [PathOverrides.Problem] = []
    let overrides = PathOverrides(value, problems: &problems)
    if let problem = problems.first { throw error(at: problem.range.lowerBound, .told(problem.message)) }
    for name in overrides.names {
      let error = error(at: name.range.lowerBound, .unknownRule(name.text, suggestion: nil))
      settings.names.append(
        Configuration.RuleName(text: name.text, orCategory: name.orCategory, error: error))
    }
    return overrides
  }

  private func members(of value: JSONValue) throws(ConfigurationError) -> [JSONMember] {
    guard let members = value.members else {
      throw error(at: value.range.lowerBound, .expected(Phrase("对象", "an object")))
    }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      throw error(at: member.keyRange.lowerBound, .duplicateKey(member.key))
    }
    return members
  }

  private func string(_ value: JSONValue) throws(ConfigurationError) -> String {
    guard let text = value.string else {
      throw error(at: value.range.lowerBound, .expected(Phrase("字符串", "a string")))
    }
    return text
  }

  private func strings(_ value: JSONValue) throws(ConfigurationError) -> [String] {
    guard let elements = value.array else {
      throw error(at: value.range.lowerBound, .expected(Phrase("字符串数组", "an array of strings")))
    }
    var out: [String] = []
    for element in elements { out.append(try string(element)) }
    return out
  }

  private func words(_ value: JSONValue, _ known: [String]) -> ConfigurationError {
    let list = known.joined(separator: ", ")
    return error(at: value.range.lowerBound, .expected(Phrase(" \(list) 之一", "one of \(list)")))
  }
}

/// The settings of a project file.
enum ConfigurationKey: String, CaseIterable, Sendable {
  case schema = "$schema"
  case profile, lang, failOn, maxWarnings, select, ignore, severities, rules, exclude, overrides, baseline
  case crossDraft
  // For editors alone.
  case hints, pause, documentation
}

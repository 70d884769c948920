/// What a project asks for in the drafts of some paths: its setting `overrides`.
///
/// Later entries weigh more than earlier ones, and all of them more than what the project says of every draft; but
/// what is ignored everywhere stays ignored.
package struct PathOverrides: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    var paths = IgnoreRules(lines: [])
    /// Rules and categories; rules alone once the entry is resolved.
    var ignore: Set<String> = []
    var severities: [String: Severity?] = [:]
  }

  /// A name of a rule, or of a category where that will do too.
  package struct Name: Sendable, Hashable {
    package let text: String
    package let orCategory: Bool
    /// The bytes of it in the text of the settings.
    package let range: Range<Int>
  }

  /// Something that is not understood.
  package struct Problem: Sendable {
    package let range: Range<Int>
    package let message: Message
  }

  /// The keys of an entry.
  package enum Key: String, CaseIterable, Sendable {
    case paths, ignore, severities, reason
  }

  private var entries: [Entry] = []
  /// The names that are used; which there are is known when the packs are read.
  package private(set) var names: [Name] = []

  /// Creates overrides that change nothing.
  package init() {}

  /// Tells whether nothing is changed for any path.
  package var isEmpty: Bool { entries.isEmpty }

  /// The same with rules in place of categories.
  package func resolved(in book: RuleBook) -> PathOverrides {
    var copy = self
    for index in copy.entries.indices {
      copy.entries[index].ignore = Set(entries[index].ignore.flatMap { book.rules(named: $0) ?? [$0] })
    }
    return copy
  }

  /// Changes options to what holds for a draft, whose path starts from the folder of the project.
  ///
  /// - Complexity: O(patterns · path).
  package func apply(to options: inout LintOptions, at path: String) {
    var ignored: Set<String> = []
    for entry in entries where entry.paths.ignores(anyOf: path) {
      ignored.formUnion(entry.ignore)
      for (rule, severity) in entry.severities {
        ignored.remove(rule)
        options.severities.updateValue(severity, forKey: rule)
      }
    }
    options.ignore.formUnion(ignored)
  }
}

// MARK: - Reading

extension PathOverrides {
  /// Reads the setting; an entry with a problem is left out.
  package init(_ value: JSONValue, problems: inout [Problem]) {
    guard let elements = value.array else {
      problems.append(
        Problem(range: value.range, message: Self.expected(Phrase("对象的数组", "an array of objects"))))
      return
    }
    for element in elements {
      do throws(Fault) {
        entries.append(try entry(element))
      } catch {
        problems.append(error.problem)
      }
    }
  }

  /// A problem on its way out.
  private struct Fault: Error {
    let problem: Problem

    init(_ range: Range<Int>, _ message: Message) { problem = Problem(range: range, message: message) }
  }

  private mutating func entry(_ value: JSONValue) throws(Fault) -> Entry {
    var entry = Entry()
    var places: [Key: Range<Int>] = [:]
    var reason = ""
    for member in try Self.members(value) {
      guard let key = Key(rawValue: member.key) else {
        let near = Spelling.nearest(member.key, among: Key.allCases.map(\.rawValue))
        throw Fault(
          member.keyRange,
          Message(
            Phrase("不认识的键“{0}”{1}", "unknown key “{0}”{1}"), .text(member.key),
            .message(Spelling.suggestion(near))))
      }
      guard places.updateValue(member.keyRange, forKey: key) == nil else {
        throw Fault(member.keyRange, Message(Phrase("键“{0}”重复", "duplicate key “{0}”"), .text(member.key)))
      }
      switch key {
      case .paths: entry.paths = IgnoreRules(lines: try Self.texts(member.value).map(\.string))
      case .ignore: entry.ignore = try ignored(member.value)
      case .severities: entry.severities = try severities(member.value)
      case .reason: reason = try Self.text(member.value)
      }
    }
    if entry.paths.isEmpty {
      throw Fault(
        places[.paths] ?? value.range,
        Message(Phrase("缺少 paths：写明对哪些路径有效", "paths is missing: say for which paths this holds")))
    }
    let silences = !entry.ignore.isEmpty || entry.severities.values.contains(nil)
    if silences, reason.allSatisfy(\.isWhitespace) {
      throw Fault(
        (entry.ignore.isEmpty ? places[.severities] : places[.ignore]) ?? value.range,
        Message(Phrase("缺少 reason：停用规则须写明原因", "reason is missing: say why the rules are silenced")))
    }
    return entry
  }

  private mutating func ignored(_ value: JSONValue) throws(Fault) -> Set<String> {
    let texts = try Self.texts(value)
    names += texts.map { Name(text: $0.string, orCategory: true, range: $0.range) }
    return Set(texts.map(\.string))
  }

  private mutating func severities(_ value: JSONValue) throws(Fault) -> [String: Severity?] {
    var out: [String: Severity?] = [:]
    for member in try Self.members(value) {
      let word = try Self.text(member.value)
      guard word == "off" || Severity(name: word) != nil else {
        throw Fault(
          member.value.range,
          Self.expected(Phrase(" error, warning, info, off 之一", "one of error, warning, info, off")))
      }
      names.append(Name(text: member.key, orCategory: false, range: member.keyRange))
      out.updateValue(Severity(name: word), forKey: member.key)
    }
    return out
  }

  private static func members(_ value: JSONValue) throws(Fault) -> [JSONMember] {
    guard let members = value.members else { throw Fault(value.range, expected(Phrase("对象", "an object"))) }
    return members
  }

  private static func text(_ value: JSONValue) throws(Fault) -> String {
    guard let text = value.string else { throw Fault(value.range, expected(Phrase("字符串", "a string"))) }
    return text
  }

  private static func texts(_ value: JSONValue) throws(Fault) -> [(string: String, range: Range<Int>)] {
    guard let elements = value.array else {
      throw Fault(value.range, expected(Phrase("字符串数组", "an array of strings")))
    }
    var out: [(string: String, range: Range<Int>)] = []
    for element in elements { out.append((try text(element), element.range)) }
    return out
  }

  private static func expected(_ what: Phrase) -> Message {
    Message(Phrase("应为" + what.chinese, "expected " + what.english))
  }
}

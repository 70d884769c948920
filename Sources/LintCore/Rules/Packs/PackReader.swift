/// The text of a pack while it is read, and the mistakes in it.
struct PackReader {
  let name: String
  let bytes: UnsafeBufferPointer<UInt8>
  var problems: [PackProblem] = []

  init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
  }

  /// Notes a mistake.
  mutating func report(_ range: Range<Int>, _ message: Message) {
    let source = SourceText(Array(bytes))
    let line = source.line(at: range.lowerBound)
    let column = source.scalarColumn(of: range.lowerBound, inLine: line)
    problems.append(
      PackProblem(
        pack: name, range: ByteRange(range.lowerBound, range.upperBound), line: line + 1, column: column + 1,
        message: message))
  }

  mutating func report(_ range: Range<Int>, _ phrase: Phrase, _ arguments: Message.Argument...) {
    report(range, Message(phrase, arguments: arguments))
  }

  // MARK: Objects

  /// The members of an object of the schema; unknown and repeated keys are reported and left out.
  mutating func fields(_ value: JSONValue, _ object: PackObject) -> [JSONMember] {
    let known = PackSchema.fields(object)
    var members = entries(value)
    func isKnown(_ member: JSONMember) -> Bool { known.contains { $0.key == member.key } }
    if !members.allSatisfy(isKnown) {
      for member in members where !isKnown(member) {
        let near = Spelling.nearest(member.key, among: known.map(\.key))
        report(
          member.keyRange, Phrase("不认识的键“{0}”{1}", "unknown key “{0}”{1}"), .text(member.key),
          .message(Spelling.suggestion(near)))
      }
      members.removeAll { !isKnown($0) }
    }
    for field in known where field.isRequired && value.members != nil {
      if !members.contains(where: { $0.key == field.key }) {
        report(
          value.range.lowerBound..<value.range.lowerBound + 1, Phrase("缺少键“{0}”", "the key “{0}” is missing"),
          .text(field.key))
      }
    }
    return members
  }

  /// The members of an object with free keys; repeated keys are reported and left out.
  mutating func entries(_ value: JSONValue) -> [JSONMember] {
    guard let members = value.members else {
      wrongType(value, Phrase("对象", "an object"))
      return []
    }
    guard Self.hasRepeatedKeys(members) else { return members }
    var seen: Set<UInt64> = []
    seen.reserveCapacity(members.count)
    let isFirst = members.map { seen.insert(TextKey.bytes($0.key)).inserted }
    return zip(members, isFirst).compactMap { member, isFirst in
      if isFirst { return member }
      report(member.keyRange, Phrase("键“{0}”重复", "the key “{0}” is repeated"), .text(member.key))
      return nil
    }
  }

  private static func hasRepeatedKeys(_ members: [JSONMember]) -> Bool {
    guard members.count <= 12 else { return Set(members.map { TextKey.bytes($0.key) }).count < members.count }
    for (index, member) in members.enumerated() {
      for other in members[..<index] where TextKey.same(other.key, member.key) { return true }
    }
    return false
  }

  // MARK: Values

  mutating func wrongType(_ value: JSONValue, _ wanted: Phrase) {
    report(
      value.range, Phrase("此处应为{0}，而不是{1}", "{0} is expected here, not {1}"), .message(Message(wanted)),
      .message(Message(value.kindName)))
  }

  mutating func text(_ value: JSONValue) -> String? {
    if let text = value.string { return text }
    wrongType(value, Phrase("字符串", "a string"))
    return nil
  }

  mutating func int(_ value: JSONValue) -> Int? {
    if let int = value.int { return int }
    wrongType(value, Phrase("整数", "a whole number"))
    return nil
  }

  mutating func bool(_ value: JSONValue) -> Bool? {
    if let bool = value.bool { return bool }
    wrongType(value, Phrase("true 或 false", "true or false"))
    return nil
  }

  /// Text in Chinese alone, or in both languages.
  mutating func phrase(_ value: JSONValue) -> Phrase? {
    if let text = value.string { return Phrase(text, text) }
    guard value.members != nil else {
      wrongType(value, Phrase("字符串或 {zh, en}", "a string or {zh, en}"))
      return nil
    }
    var phrase = Phrase("", "")
    for member in fields(value, .phrase) {
      guard let text = text(member.value) else { continue }
      if member.key == "zh" { phrase.chinese = text } else { phrase.english = text }
    }
    if phrase.english.isEmpty { phrase.english = phrase.chinese }
    return phrase
  }

  mutating func texts(_ value: JSONValue) -> [String]? {
    guard let elements = value.array else {
      wrongType(value, Phrase("字符串的数组", "an array of strings"))
      return nil
    }
    return elements.compactMap { text($0) }
  }

  /// Words to look for; none may be empty once folded.
  mutating func words(_ value: JSONValue, written: (String) -> String = { $0 }) -> [Name] {
    guard let elements = value.array else {
      wrongType(value, Phrase("字符串的数组", "an array of strings"))
      return []
    }
    return elements.compactMap { element in
      guard let text = text(element) else { return nil }
      let word = PackText.word(written(text))
      if word.units.isEmpty { report(element.range, Phrase("文字不能为空", "the wording must not be empty")) }
      return word.units.isEmpty ? nil : word
    }
  }

  /// Words to find, each with what to write instead if that is given: 发辉→发挥.
  mutating func corrections(_ value: JSONValue) -> (words: [Name], corrections: [String: String]) {
    var corrections: [String: String] = [:]
    let words = words(value) { text in
      // The first byte of the arrow; few words hold it.
      guard let arrow = text.utf8.firstIndex(of: 0xE2), text[arrow...].hasPrefix("→") else { return text }
      let word = String(text[..<arrow])
      corrections[String(decoding: PackText.word(word).units, as: UTF16.self)] = String(
        text[arrow...].dropFirst())
      return word
    }
    return (words, corrections)
  }

  /// A severity; `.some(nil)` is `off`, and `nil` is a mistake.
  mutating func severity(_ value: JSONValue) -> Severity?? {
    guard let name = text(value) else { return nil }
    if name == "off" { return .some(nil) }
    if let severity = Severity(name: name) { return severity }
    choice(value, name, ["error", "warning", "info", "off"])
    return nil
  }

  mutating func family(_ value: JSONValue) -> TableFamily? {
    guard let name = text(value) else { return nil }
    if let family = TableFamily(rawValue: name) { return family }
    choice(value, name, TableFamily.allCases.map(\.rawValue))
    return nil
  }

  /// Notes that a text is none of those allowed.
  mutating func choice(_ value: JSONValue, _ text: String, _ allowed: [String]) {
    report(
      value.range, Phrase("“{0}”不在可选值之列：{1}", "“{0}” is none of {1}"), .text(text), .list(allowed))
  }
}

/// Finds what a misspelt word may have meant.
enum Spelling {
  /// The candidate that differs least from a word, if it is near enough to be meant.
  static func nearest(_ word: String, among candidates: [String]) -> String? {
    let units = Array(word.utf8.prefix(64))
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = EditDistance.between(units, Array(candidate.utf8.prefix(64)))
      if distance < best?.distance ?? max(2, units.count / 3) + 1 { best = (distance, candidate) }
    }
    return best?.word
  }

  /// The end of a message that names a suggestion.
  static func suggestion(_ word: String?) -> Message {
    guard let word else { return Message(Phrase("", "")) }
    return Message(Phrase("，是不是“{0}”？", "; did you mean “{0}”?"), .text(word))
  }
}

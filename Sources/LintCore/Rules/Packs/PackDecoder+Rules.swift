extension PackDecoder {
  /// Reads a rule, or what a pack changes about one.
  mutating func rule(_ member: JSONMember, _ reader: inout PackReader) {
    let known = book.rule(member.key)
    let fields = reader.fields(member.value, .rule)
    let kind = fields.first { $0.key == "kind" }
    let isPhrase = kind?.value.string == "phrase"
    if let kind, !isPhrase, kind.value.string != "check" {
      return reader.choice(kind.value, kind.value.string ?? "", ["check", "phrase"])
    }
    guard known != nil || isBuiltIn || isPhrase else {
      let near = Spelling.nearest(member.key, among: book.rules.map(\.id))
      reader.report(
        member.keyRange, Phrase("没有规则“{0}”{1}", "there is no rule “{0}”{1}"), .text(member.key),
        .message(Spelling.suggestion(near)))
      return
    }
    var rule = known ?? fresh(member.key)
    if rule.pack != pack, rule.changedBy.last != pack { rule.changedBy.append(pack) }
    var pattern = PhrasePattern()
    var takesPhrases = isPhrase
    if case .phrase(let known) = rule.kind {
      pattern = known
      takesPhrases = true
    }
    for field in fields {
      if !phraseField(field, &pattern, &reader) { ruleField(field, &rule, &reader) }
    }
    if takesPhrases { rule.kind = .phrase(pattern) }
    check(rule, pattern, member, fields, isPhrase, &reader)
    book.put(complete(rule, pattern))
  }

  private func fresh(_ id: String) -> Rule {
    let none = Phrase("", "")
    return Rule(
      id: id, category: "wording", title: none, what: none, why: none, basis: none, severity: .warning,
      pack: pack)
  }

  private mutating func ruleField(_ field: JSONMember, _ rule: inout Rule, _ reader: inout PackReader) {
    let value = field.value
    switch field.key {
    case "category":
      guard let id = reader.text(value) else { return }
      let all = RuleCategory.all.map(\.id)
      if all.contains(id) { rule.category = id } else { reader.choice(value, id, all) }
    case "severity":
      guard let severity = reader.severity(value) else { return }
      rule.isEnabled = severity != nil
      rule.severity = severity ?? rule.severity
    case "title": rule.title = reader.phrase(value) ?? rule.title
    case "what": rule.what = reader.phrase(value) ?? rule.what
    case "why": rule.why = reader.phrase(value) ?? rule.why
    case "basis": rule.basis = reader.phrase(value) ?? rule.basis
    case "fix":
      switch value.string {
      case "safe": rule.fix = .safe
      case "review": rule.fix = .review
      default: reader.choice(value, value.string ?? "", ["safe", "review"])
      }
    case "parameters":
      for member in reader.entries(value) { parameter(member, &rule, &reader) }
    case "examples":
      guard let elements = value.array else { return reader.wrongType(value, Phrase("数组", "an array")) }
      rule.examples = elements.compactMap { example($0, &reader) }
    default: break
    }
  }

  /// Reads what only rules of the kind `phrase` have; tells whether the field is such a one.
  private func phraseField(
    _ field: JSONMember, _ pattern: inout PhrasePattern, _ reader: inout PackReader
  ) -> Bool {
    switch field.key {
    case "find": (pattern.find, pattern.corrections) = reader.corrections(field.value)
    case "except": pattern.except = reader.words(field.value)
    case "replace": pattern.replacement = reader.text(field.value)
    case "profiles": pattern.profiles = reader.texts(field.value) ?? []
    default: return false
    }
    return true
  }

  private func check(
    _ rule: Rule, _ pattern: PhrasePattern, _ member: JSONMember, _ fields: [JSONMember], _ isPhrase: Bool,
    _ reader: inout PackReader
  ) {
    if isPhrase, pattern.find.isEmpty, !fields.contains(where: { $0.key == "find" }) {
      reader.report(member.keyRange, Phrase("缺少键“{0}”", "the key “{0}” is missing"), .text("find"))
    }
    if rule.title.chinese.isEmpty, !fields.contains(where: { $0.key == "title" }) {
      reader.report(member.keyRange, Phrase("缺少键“{0}”", "the key “{0}” is missing"), .text("title"))
    }
    if case .check = rule.kind, let field = fields.first(where: { ["find", "replace"].contains($0.key) }) {
      reader.report(
        field.keyRange, Phrase("键“{0}”只用于 phrase 规则", "the key “{0}” is for rules of the kind phrase alone"),
        .text(field.key))
    }
  }

  /// Gives a rule of an office the texts that it leaves out.
  private func complete(_ rule: Rule, _ pattern: PhrasePattern) -> Rule {
    var rule = rule
    if rule.what.chinese.isEmpty { rule.what = rule.title }
    if pattern.replacement != nil, rule.fix == nil { rule.fix = .review }
    return rule
  }

  // MARK: Parameters and examples

  private func parameter(_ member: JSONMember, _ rule: inout Rule, _ reader: inout PackReader) {
    var raw: JSONValue? = member.value
    var what: Phrase?
    if member.value.members != nil {
      raw = nil
      for field in reader.fields(member.value, .parameter) {
        if field.key == "value" { raw = field.value } else { what = reader.phrase(field.value) }
      }
    }
    guard let raw, let value = setting(raw, &reader) else { return }
    if let index = rule.parameters.firstIndex(where: { $0.name == member.key }) {
      guard rule.parameters[index].value.isLike(value) else {
        return reader.report(
          raw.range, Phrase("参数“{0}”的类型不对", "the parameter “{0}” is of another type"), .text(member.key))
      }
      rule.parameters[index].value = value
      if let what { rule.parameters[index].what = what }
    } else if isBuiltIn {
      rule.parameters.append(RuleParameter(name: member.key, value: value, what: what ?? Phrase("", "")))
    } else {
      let near = Spelling.nearest(member.key, among: rule.parameters.map(\.name))
      reader.report(
        member.keyRange, Phrase("规则没有参数“{0}”{1}", "the rule has no parameter “{0}”{1}"), .text(member.key),
        .message(Spelling.suggestion(near)))
    }
  }

  private func setting(_ value: JSONValue, _ reader: inout PackReader) -> RuleParameter.Value? {
    if let int = value.int { return .int(int) }
    if let bool = value.bool { return .bool(bool) }
    if value.array != nil { return reader.texts(value).map(RuleParameter.Value.texts) }
    reader.wrongType(value, Phrase("整数、布尔值或字符串的数组", "a whole number, a Boolean or an array of strings"))
    return nil
  }

  private func example(_ value: JSONValue, _ reader: inout PackReader) -> RuleExample? {
    var bad: JSONValue?
    var good: String?
    var profile: String?
    for field in reader.fields(value, .example) {
      let text = reader.text(field.value)
      switch field.key {
      case "bad": bad = text == nil ? nil : field.value
      case "good": good = text
      default: profile = text
      }
    }
    guard let bad, let text = bad.string else { return nil }
    guard let example = RuleExample(marked: text, good: good, profile: profile) else {
      reader.report(bad.range, Phrase("⟦ 与 ⟧ 不成对，或没有标记", "⟦ and ⟧ do not pair up, or mark nothing"))
      return nil
    }
    return example
  }
}

extension RuleParameter.Value {
  /// Tells whether two values are of one type.
  fileprivate func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.int, .int), (.bool, .bool), (.texts, .texts): true
    default: false
    }
  }
}

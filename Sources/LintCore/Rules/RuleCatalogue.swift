/// Lists and explains the rules of a book.
public enum RuleCatalogue {
  /// The layouts of a list.
  public enum Format: String, Sendable, CaseIterable {
    case text
    case json
    case markdown
  }

  /// The list of all rules, with the profiles, formulas and packs of the book.
  public static func list(_ book: RuleBook, format: Format, language: Language) -> String {
    switch format {
    case .text: text(book, language)
    case .json: json(book)
    case .markdown: markdown(book, language)
    }
  }

  /// The whole of a rule: what, why, basis, examples, settings, and how to silence it.
  public static func explain(_ rule: Rule, book: RuleBook, language: Language) -> String {
    var out = "\(rule.id)  \(rule.title.text(language))\n"
    func line(_ label: Phrase, _ text: String) {
      guard !text.isEmpty else { return }
      out += label.text(language) + text + "\n"
    }
    let category = RuleCategory.all.first { $0.id == rule.category }?.title.text(language) ?? rule.category
    line(Phrase("类别：", "Category: "), "\(category)（\(rule.category)）".spaced(language))
    line(Phrase("级别：", "Severity: "), Self.severity(rule, language))
    line(Phrase("修改：", "Fix: "), Self.fix(rule, language))
    line(Phrase("规则包：", "Pack: "), packs(rule, language))
    out += "\n"
    line(Phrase("检查什么：", "What: "), rule.what.text(language))
    line(Phrase("为什么：", "Why: "), rule.why.text(language))
    line(Phrase("依据：", "Basis: "), rule.basis.text(language))
    for (index, example) in rule.examples.enumerated() {
      let number = rule.examples.count > 1 ? " \(index + 1)" : ""
      out += Phrase("\n错误示例\(number)（⟦⟧ 标出报告的位置）：\n", "\nBad example\(number) (⟦⟧ marks what is reported):\n")
        .text(language)
      out += indented(example.marked)
      if let good = example.good {
        out += Phrase("正确示例\(number)：\n", "Good example\(number):\n").text(language) + indented(good)
      }
    }
    if !rule.parameters.isEmpty {
      out += Phrase("\n参数：\n", "\nSettings:\n").text(language)
      for parameter in rule.parameters {
        out += "  \(parameter.name) = \(parameter.value.text)  \(parameter.what.text(language))\n"
      }
    }
    return out + silence(rule, language)
  }

  private static func silence(_ rule: Rule, _ language: Language) -> String {
    guard rule.category != "tool" else { return "" }
    return Phrase(
      """

      停用：在稿件里有关段落或表格之前写 <!-- lint-rules-disable \(rule.id) -- 原因 -->；
            或在命令行用 --ignore \(rule.id)；或在规则包里写 rules: { "\(rule.id)": { severity: "off" } }；
            或在 lint-rules.json5 的 overrides 里写明路径和原因。

      """,
      """

      To silence it: write <!-- lint-rules-disable \(rule.id) -- reason --> before the paragraph or table;
      or pass --ignore \(rule.id); or write rules: { "\(rule.id)": { severity: "off" } } in a pack;
      or name paths and a reason under overrides in lint-rules.json5.

      """
    ).text(language)
  }

  static func indented(_ text: String) -> String {
    var out = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      out += line.isEmpty ? "\n" : "    \(line)\n"
    }
    while out.hasSuffix("\n\n") { out.removeLast() }
    return out
  }

  static func severity(_ rule: Rule, _ language: Language) -> String {
    guard rule.isEnabled else { return Phrase("停用", "off").text(language) }
    return rule.severity.name
  }

  /// The pack a rule comes from, and those that change it.
  private static func packs(_ rule: Rule, _ language: Language) -> String {
    guard !rule.changedBy.isEmpty else { return rule.pack }
    let changes = rule.changedBy.joined(separator: ", ")
    return rule.pack + Phrase("，改于 \(changes)", ", changed by \(changes)").text(language)
  }

  static func fix(_ rule: Rule, _ language: Language) -> String {
    switch rule.fix {
    case .safe: Phrase("可直接修改", "safe").text(language)
    case .review: Phrase("有建议，须人工确认", "to be reviewed").text(language)
    case nil: ""
    }
  }

  // MARK: Text

  private static func text(_ book: RuleBook, _ language: Language) -> String {
    var out = ""
    let width = book.rules.map(\.id.utf8.count).max() ?? 0
    let titleWidth = book.rules.map { DisplayColumns.width($0.title.text(language)) }.max() ?? 0
    for category in RuleCategory.all {
      let rules = book.rules.filter { $0.category == category.id }
      guard !rules.isEmpty else { continue }
      out += "\(category.title.text(language)) (\(category.id))\n"
      for rule in rules {
        let id = rule.id.padded(to: width)
        let title = rule.title.text(language)
        let blanks = String(repeating: " ", count: titleWidth - DisplayColumns.width(title))
        out +=
          "  \(id)  \(severity(rule, language).padded(to: 7))  \(title)\(blanks)  \(packs(rule, language))\n"
      }
    }
    out += Phrase("\n文种\n", "\nProfiles\n").text(language)
    for profile in book.profiles {
      out += "  \(profile.id.padded(to: width + 9))  \(profile.title.text(language))\n"
    }
    out += Phrase("\n规则包（后面的覆盖前面的）\n", "\nPacks (later ones change earlier ones)\n").text(language)
    for pack in book.packs { out += "  \(pack)\n" }
    return out
  }

  // MARK: JSON

  private static func json(_ book: RuleBook) -> String {
    var writer = JSONWriter(.pretty)
    writer.object {
      $0.field("version", 1)
      $0.key("rules")
      $0.array { for rule in book.rules { write(rule, &$0) } }
      $0.key("profiles")
      $0.array { for profile in book.profiles { write(profile, book, &$0) } }
      $0.key("formulas")
      $0.array {
        for formula in book.formulas {
          $0.object {
            $0.field("id", formula.id)
            write("title", formula.title, &$0)
            $0.field("formula", formula.text)
            $0.field("severity", formula.severity.name)
            $0.field("pack", formula.pack)
          }
        }
      }
      $0.key("packs")
      $0.array { for pack in book.packs { $0.string(pack) } }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ name: String, _ phrase: Phrase, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.object {
      $0.field("zh", phrase.chinese)
      $0.field("en", phrase.english)
    }
  }

  private static func write(_ rule: Rule, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("id", rule.id)
      $0.field("category", rule.category)
      $0.field("severity", rule.isEnabled ? rule.severity.name : "off")
      $0.field("fix", rule.fix.map { $0 == .safe ? "safe" : "review" } ?? "none")
      $0.field("pack", rule.pack)
      $0.key("changedBy")
      $0.array { for pack in rule.changedBy { $0.string(pack) } }
      write("title", rule.title, &$0)
      write("what", rule.what, &$0)
      write("why", rule.why, &$0)
      write("basis", rule.basis, &$0)
      $0.key("parameters")
      $0.object {
        for parameter in rule.parameters {
          $0.key(parameter.name)
          parameter.value.write(&$0)
        }
      }
    }
  }

  private static func write(_ profile: Profile, _ book: RuleBook, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("id", profile.id)
      $0.field("pack", profile.pack)
      write("title", profile.title, &$0)
      for (name, list) in [("sections", profile.sections), ("statements", profile.statements)] {
        $0.key(name)
        $0.array {
          for item in list { write(item.id, item.severity, item.since, &$0) }
        }
      }
      $0.key("tables")
      $0.array {
        for item in profile.tables {
          write(book.concept(item.table)?.id ?? "", item.severity, item.since, &$0)
        }
      }
    }
  }

  private static func write(_ id: String, _ severity: Severity?, _ since: Int?, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("name", id)
      $0.field("severity", severity?.name ?? "off")
      if let since { $0.field("since", since) }
    }
  }
}

extension RuleExample {
  /// The draft with the problem, its marks shown.
  var marked: String {
    var bytes = Array(bad.utf8)
    for mark in marks.reversed() where mark.upper <= bytes.count {
      bytes.insert(contentsOf: "⟧".utf8, at: mark.upper)
      bytes.insert(contentsOf: "⟦".utf8, at: mark.lower)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RuleParameter.Value {
  /// The value as packs write it.
  var text: String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes the value as JSON.
  func write(_ writer: inout JSONWriter) {
    switch self {
    case .int(let int): writer.int(int)
    case .bool(let bool): writer.bool(bool)
    case .texts(let texts): writer.array { for text in texts { $0.string(text) } }
    }
  }
}

extension String {
  /// The text with blanks after it up to a width, for texts of Latin letters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }

  /// The text with the brackets of a language.
  fileprivate func spaced(_ language: Language) -> String {
    guard language == .english else { return self }
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "（": out += " ("
      case "）": out += ")"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

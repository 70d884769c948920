extension RuleCatalogue {
  /// All rules as one page: `docs/rules.md` is this text.
  static func markdown(_ book: RuleBook, _ language: Language) -> String {
    var out = Phrase(
      "<!-- 由 rules.d 生成（scripts/update-rules），请勿手工修改。 -->\n\n# 规则\n",
      "<!-- Generated from rules.d by scripts/update-rules; do not edit. -->\n\n# Rules\n"
    ).text(language)
    for category in RuleCategory.all {
      let rules = book.rules.filter { $0.category == category.id }
      guard !rules.isEmpty else { continue }
      out += "\n## \(category.title.text(language))\n"
      for rule in rules { out += section(rule, language) }
    }
    out += formulas(book, language)
    out += profiles(book, language)
    return out
  }

  private static func section(_ rule: Rule, _ language: Language) -> String {
    var out = "\n### \(rule.id)\n\n**\(rule.title.text(language))**"
    out +=
      Phrase("（级别 `\(severity(rule, language))`）", " (`\(severity(rule, language))`)").text(language) + "\n"
    for (label, text) in [
      (Phrase("检查什么", "What"), rule.what), (Phrase("为什么", "Why"), rule.why),
      (Phrase("依据", "Basis"), rule.basis),
    ] where !text.text(language).isEmpty {
      out += "\n- \(label.text(language)): \(text.text(language))"
    }
    let fix = fix(rule, language)
    if !fix.isEmpty { out += "\n- \(Phrase("修改", "Fix").text(language)): \(fix)" }
    for parameter in rule.parameters {
      out += "\n- `\(parameter.name)` = `\(parameter.value.text)`: \(parameter.what.text(language))"
    }
    out += "\n"
    for example in rule.examples {
      out += Phrase("\n错误示例（⟦⟧ 标出报告的位置）：\n\n", "\nBad (⟦⟧ marks what is reported):\n\n").text(language)
      out += indented(example.marked)
      if let good = example.good {
        out += Phrase("\n正确示例：\n\n", "\nGood:\n\n").text(language) + indented(good)
      }
    }
    return out
  }

  private static func formulas(_ book: RuleBook, _ language: Language) -> String {
    guard !book.formulas.isEmpty else { return "" }
    var out = Phrase("\n## 公式（cross-table）\n\n", "\n## Formulas (cross-table)\n\n").text(language)
    for formula in book.formulas {
      out += "- \(formula.title.text(language)) (`\(formula.severity.name)`): `\(formula.text)`\n"
    }
    return out
  }

  private static func profiles(_ book: RuleBook, _ language: Language) -> String {
    var out = Phrase("\n## 文种与必备内容\n", "\n## Kinds of documents and what they must hold\n").text(language)
    for profile in book.profiles {
      out += "\n### \(profile.id)\n\n**\(profile.title.text(language))**\n"
      for (label, list) in [
        (Phrase("章节", "Chapters"), profile.sections), (Phrase("说明", "Statements"), profile.statements),
      ] where !list.isEmpty {
        out +=
          "\n- \(label.text(language)): "
          + list.map { item($0.title, $0.severity, $0.since, language) }.joined(
            separator: language == .chinese ? "、" : ", ")
      }
      let tables = profile.tables.map { requirement in
        item(
          book.concept(requirement.table)?.title ?? Phrase("", ""), requirement.severity, requirement.since,
          language)
      }
      if !tables.isEmpty {
        out +=
          "\n- \(Phrase("表", "Tables").text(language)): "
          + tables.joined(separator: language == .chinese ? "、" : ", ")
      }
      out += "\n"
    }
    return out
  }

  private static func item(_ title: Phrase, _ severity: Severity?, _ since: Int?, _ language: Language)
    -> String
  {
    var out = "\(title.text(language)) (`\(severity?.name ?? "off")`"
    if let since { out += Phrase("，\(since) 年起", ", since \(since)").text(language) }
    return out + ")"
  }
}

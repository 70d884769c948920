internal import LintCore

/// The manual page, made from the help.
enum ManualPage {
  /// The page as input for man(1).
  static func text(_ language: Language) -> String {
    let zh = language == .chinese
    var out = ".TH LINT-RULES 1 \"\" \"lint-rules \(Version.number)\"\n"
    out += ".SH \(zh ? "名称" : "NAME")\nlint\\-rules \\- "
    out +=
      (zh ? "检查预算、决算和绩效自评公开文稿" : "check Chinese budget, final-accounts and self-evaluation drafts") + "\n"
    out += ".SH \(zh ? "用法" : "SYNOPSIS")\n"
    for command in Command.allCases {
      let operands = command.operands.map { " " + $0.text(language) } ?? ""
      out +=
        ".B lint\\-rules \(command.rawValue)\n" + escape("[\(zh ? "选项" : "OPTIONS")]\(operands)") + "\n.br\n"
    }
    for command in Command.allCases {
      out += ".SH \(command.rawValue.uppercased())\n\(escape(command.summary.text(language)))\n"
      for (example, help) in Help.examples(of: command) {
        out += ".TP\n.B \(escape(example))\n\(escape(help.text(language)))\n"
      }
      for spec in OptionSpec.all where spec.applies(to: command) && !spec.commands.isEmpty {
        out += option(spec, language)
      }
    }
    out += ".SH \(zh ? "通用选项" : "COMMON OPTIONS")\n"
    for spec in OptionSpec.all where spec.commands.isEmpty { out += option(spec, language) }
    out += ".SH \(zh ? "退出码" : "EXIT STATUS")\n"
    for line in Help.exitCodes(language).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      out += ".TP\n.B \(parts[0])\n\(escape(String(parts[1].drop { $0 == " " })))\n"
    }
    out += ".SH \(zh ? "文件" : "FILES")\n.TP\n.B lint\\-rules.json5\n"
    out += escape(zh ? "项目设置，自当前文件夹向上查找" : "the settings of a project, looked for here and above") + "\n"
    out += ".TP\n.B /etc/lint\\-rules/rules.d, ~/.config/lint\\-rules/rules.d, rules.d\n"
    out +=
      escape(
        zh
          ? "本机、本人和项目（与 lint-rules.json5 同一文件夹）的规则包，依次覆盖；后面是设置里的 rules 和 --rules"
          : "rule packs of the machine, of the user, and of the project beside its lint-rules.json5, each laid over those"
            + " before; rules in the settings and --rules come last") + "\n"
    return out
  }

  private static func option(_ spec: OptionSpec, _ language: Language) -> String {
    ".TP\n.B \(escape(Help.synopsis(spec, language)))\n\(escape(spec.help.text(language)))\n"
  }

  /// The text without anything that roff would act on.
  private static func escape(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

internal import LintCore

/// The help, made from the table of options; its examples come first because they are what is read.
enum Help {
  static func text(_ command: Command?, _ language: Language) -> String {
    guard let command else { return overview(language) }
    let zh = language == .chinese
    var out = "\(command.summary.text(language))\n\n"
    out += heading(zh ? "用法" : "Usage") + "  lint-rules \(command.rawValue)"
    out += zh ? " [选项]" : " [OPTIONS]"
    out += command.operands.map { " " + $0.text(language) } ?? ""
    out += "\n\n" + heading(zh ? "示例" : "Examples") + block(examples(of: command), language)
    out += "\n" + heading(zh ? "选项" : "Options") + options(of: command, language)
    if command == .check || command == .baseline || command == .packs {
      out +=
        "\n" + heading(zh ? "退出码" : "Exit status")
        + (command == .packs ? packExitCodes(language) : exitCodes(language))
    }
    return out
  }

  private static func overview(_ language: Language) -> String {
    let zh = language == .chinese
    var out =
      zh
      ? "lint-rules 检查预算、决算和绩效自评公开文稿：合计不符、占比不等于 100%、缺少必备章节、空表未作说明。\n\n"
      : "lint-rules checks Chinese budget, final-accounts and self-evaluation drafts: totals that do not add up,\n"
        + "percentages that do not match, missing mandatory sections, empty tables without a note.\n\n"
    out +=
      heading(zh ? "示例" : "Examples")
      + block(
        [Command.check, .baseline, .serve, .list, .explain].flatMap { examples(of: $0).prefix(3) }, language)
    out += "\n" + heading(zh ? "命令" : "Commands")
    out += table(
      Command.allCases.map { command in
        (
          command.rawValue + (command.operands.map { " " + $0.text(language) } ?? ""),
          command.summary.text(language)
        )
      })
    out += "\n" + heading(zh ? "选项" : "Options") + options(of: nil, language)
    out += "\n" + heading(zh ? "退出码" : "Exit status") + exitCodes(language)
    out +=
      zh
      ? "\n各命令的选项见 lint-rules 命令 --help；英文帮助加 --lang en。\n"
      : "\nFor the options of a command see lint-rules COMMAND --help.\n"
    return out
  }

  /// Examples as they are typed, each with what it does.
  static func examples(of command: Command) -> [(String, Phrase)] {
    switch command {
    case .check:
      [
        ("lint-rules check draft.md", Phrase("检查一份草稿", "check one draft")),
        ("lint-rules check drafts/", Phrase("检查文件夹中的全部草稿", "check all drafts in a folder")),
        (
          "lint-rules check --format json drafts/ > report.json",
          Phrase("供程序读取的结果", "results for a program to read")
        ),
        (
          "lint-rules check --select totals --fail-on warning drafts/",
          Phrase("只查合计，有警告即失败", "totals only; fail on warnings too")
        ),
        ("cat draft.md | lint-rules check -", Phrase("检查标准输入", "check standard input")),
      ]
    case .baseline:
      [
        ("lint-rules baseline create drafts/", Phrase("记下现有的问题", "remember what is found now")),
        (
          "lint-rules check --baseline lint-baseline.json drafts/",
          Phrase("只报新问题", "report only what is new")
        ),
        ("lint-rules baseline prune drafts/", Phrase("删去已改正的", "forget what has been fixed")),
        ("lint-rules baseline diff drafts/", Phrase("看增减", "see what came and went")),
      ]
    case .serve: [("lint-rules serve", Phrase("由编辑器启动，见 README", "started by an editor, see the README"))]
    case .list:
      [
        ("lint-rules list", Phrase("规则一览", "all rules")),
        ("lint-rules list --format markdown", Phrase("同上，Markdown 格式", "the same as Markdown")),
      ]
    case .packs: [("lint-rules packs test rules.d", Phrase("检验本单位的规则包", "test the packs of an office"))]
    case .completions:
      [
        (
          "lint-rules completions bash > /etc/bash_completion.d/lint-rules",
          Phrase("安装补全", "install completions")
        )
      ]
    case .man:
      [
        (
          "lint-rules man > /usr/local/share/man/man1/lint-rules.1",
          Phrase("安装手册页", "install the manual page")
        )
      ]
    case .explain: [("lint-rules explain column-total", Phrase("说明一条规则", "explain a rule"))]
    }
  }

  private static func packExitCodes(_ language: Language) -> String {
    language == .chinese
      ? """
        0  示例都如所说
        1  有示例不如所说
        2  规则包有误、读不了，或没有规则包

      """
      : """
        0  every example behaves as it says
        1  some example does not
        2  a pack is broken or unreadable, or there is none

      """
  }

  static func exitCodes(_ language: Language) -> String {
    language == .chinese
      ? """
        0  没有达到 --fail-on 级别的问题
        1  有
        2  未能完成检查：参数有误、文件读不了、规则包有误或没有可查的文件

      """
      : """
        0  nothing at or above --fail-on was found
        1  something was
        2  the job could not be done: bad arguments, an unreadable file, a broken pack, nothing to check

      """
  }

  private static func options(of command: Command?, _ language: Language) -> String {
    let specs = OptionSpec.all.filter { spec in command.map { spec.applies(to: $0) } ?? spec.commands.isEmpty
    }
    return table(specs.map { (synopsis($0, language), $0.help.text(language)) })
  }

  /// The names of an option with its value, such as `--jobs, -j N`.
  static func synopsis(_ spec: OptionSpec, _ language: Language) -> String {
    let names = spec.names.joined(separator: ", ")
    switch spec.value {
    case .none: return names
    case .word(let words): return names + " " + words.joined(separator: "|")
    case .text(let placeholder): return names + " " + placeholder.text(language)
    }
  }

  private static func heading(_ text: String) -> String { text + "\n" }

  private static func block(_ examples: [(String, Phrase)], _ language: Language) -> String {
    table(examples.map { ($0.0, $0.1.text(language)) })
  }

  /// Two columns; a left side that is too wide gets a line of its own.
  private static func table(_ rows: [(String, String)]) -> String {
    let limit = 40
    let widths = rows.map { DisplayColumns.width($0.0) }
    let width = widths.filter { $0 <= limit }.max() ?? 0
    var out = ""
    for (row, left) in zip(rows, widths) {
      out += "  " + row.0
      out +=
        left <= width
        ? String(repeating: " ", count: width - left) : "\n  " + String(repeating: " ", count: width)
      out += "  " + row.1 + "\n"
    }
    return out
  }
}

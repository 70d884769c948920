internal import LintCore

/// The jobs of the program.
enum Command: String, CaseIterable, Sendable {
  case check, baseline, serve, list, explain, packs, completions, man

  /// What the command does, in a line.
  var summary: Phrase {
    switch self {
    case .check: Phrase("检查草稿，报告发现的问题", "Check drafts and report what is wrong")
    case .baseline: Phrase("记下现有问题，以后只报新问题", "Remember what is found now, to report only what comes later")
    case .serve: Phrase("启动语言服务器，供编辑器使用", "Run the language server for editors")
    case .list: Phrase("列出所有规则", "List all rules")
    case .explain: Phrase("说明一条规则：查什么、为什么、依据、正反例", "Explain a rule: what, why, basis, examples")
    case .packs: Phrase("运行规则包里的示例，看规则是否如示例所说", "Run the examples of rule packs")
    case .completions: Phrase("输出 shell 的补全脚本", "Print a completion script for a shell")
    case .man: Phrase("输出手册页", "Print the manual page")
    }
  }

  /// What stands after the command and its options.
  var operands: Phrase? {
    switch self {
    case .check: Phrase("路径… | -", "PATH... | -")
    case .baseline: Phrase("create|prune|diff 路径…", "create|prune|diff PATH...")
    case .explain: Phrase("规则", "RULE")
    case .packs: Phrase("test 文件夹…", "test DIR...")
    case .completions: Phrase("bash|zsh|fish", "bash|zsh|fish")
    case .serve, .list, .man: nil
    }
  }
}

/// An option, without the names it is written by.
enum OptionID: String, CaseIterable, Sendable {
  case format, output
  case failOn, maxWarnings, baseline, since, coverage, crossDraft
  case select, ignore, profile, rules
  case exclude, noIgnore, filesFrom, stdinFilename
  case fix, review, apply, diff
  case statistics
  case config, noConfig
  case cacheFolder, noCache
  case jobs, color, lang
  case stdio, clientProcessID
  case help, version
}

/// One row of the table of options: what parsing, `--help`, completions and the manual are made from.
struct OptionSpec: Sendable {
  /// What is written after an option.
  enum Value: Sendable {
    /// Nothing.
    case none
    /// One of a few words.
    case word([String])
    /// Anything; the phrase names it in the help.
    case text(Phrase)
  }

  let id: OptionID
  /// The names, the main one first.
  let names: [String]
  let value: Value
  /// The commands that take it; every command if empty.
  let commands: [Command]
  let help: Phrase

  /// The main name.
  var name: String { names.first ?? "" }

  /// Tells whether a command takes the option.
  func applies(to command: Command) -> Bool { commands.isEmpty || commands.contains(command) }

  /// The formats of `list`.
  static let catalogueFormats = ["text", "json", "markdown"]

  /// All options, in the order of the help.
  static let all: [OptionSpec] = [
    OptionSpec(
      id: .format, names: ["--format", "-f"], value: .word(Report.all.map(\.name)), commands: [.check],
      help: Phrase("输出格式，默认 text", "output format; default text")),
    OptionSpec(
      id: .format, names: ["--format", "-f"], value: .word(catalogueFormats), commands: [.list],
      help: Phrase("输出格式，默认 text", "output format; default text")),
    OptionSpec(
      id: .output, names: ["--output", "-o"], value: .text(Phrase("文件", "FILE")), commands: [.check],
      help: Phrase(
        "把结果写入文件，可多次使用；格式取其前的 --format，否则取自扩展名",
        "write to FILE, in the format before it or by its ending; may be repeated")),
    OptionSpec(
      id: .failOn, names: ["--fail-on"], value: .word(["error", "warning", "info", "never"]),
      commands: [.check],
      help: Phrase("有此级别及以上的问题时以 1 退出，默认 error", "exit with 1 at this severity or above; default error")),
    OptionSpec(
      id: .maxWarnings, names: ["--max-warnings"], value: .text(Phrase("数", "N")), commands: [.check],
      help: Phrase("警告多于此数时以 1 退出", "exit with 1 at more warnings than this")),
    OptionSpec(
      id: .baseline, names: ["--baseline"], value: .text(Phrase("文件", "FILE")),
      commands: [.check, .baseline],
      help: Phrase(
        "不报此基线中已有的问题；baseline 命令默认 lint-baseline.json",
        "leave out what this baseline has; the command baseline takes lint-baseline.json")),
    OptionSpec(
      id: .since, names: ["--since"], value: .text(Phrase("版本", "REV")), commands: [.check],
      help: Phrase(
        "只报此 git 版本以来的改动造成或涉及的问题", "only what changes since this git revision caused or take part in")),
    OptionSpec(
      id: .select, names: ["--select"], value: .text(Phrase("规则", "IDS")), commands: [.check, .baseline],
      help: Phrase("只查这些规则或类别，以逗号分隔", "only these rules or categories, separated by commas")),
    OptionSpec(
      id: .ignore, names: ["--ignore"], value: .text(Phrase("规则", "IDS")), commands: [.check, .baseline],
      help: Phrase("不查这些规则或类别", "not these rules or categories")),
    OptionSpec(
      id: .profile, names: ["--profile"], value: .text(Phrase("文种", "NAME")), commands: [.check, .baseline],
      help: Phrase("按此文种检查，不自动识别", "judge by this kind of document instead of recognizing it")),
    OptionSpec(
      id: .rules, names: ["--rules"], value: .text(Phrase("文件夹", "DIR")), commands: [],
      help: Phrase(
        "在其他规则包之上另加此文件夹中的规则包（*.json5），可多次使用",
        "add the rule packs (*.json5) of a folder over all others; may be repeated")),
    OptionSpec(
      id: .exclude, names: ["--exclude"], value: .text(Phrase("模式", "GLOB")), commands: [.check, .baseline],
      help: Phrase(
        "不查与此模式相符的路径，写法同 .gitignore，可多次使用", "leave out paths like this, as in .gitignore; may be repeated")),
    OptionSpec(
      id: .noIgnore, names: ["--no-ignore"], value: .none, commands: [.check, .baseline],
      help: Phrase("不理会 .gitignore", "take no notice of .gitignore")),
    OptionSpec(
      id: .coverage, names: ["--coverage"], value: .none, commands: [.check],
      help: Phrase(
        "逐表列出多少数字参与了核对，哪些没有、为什么（text 与 json）",
        "say for each table how many figures were checked, which not and why (text and json)")),
    OptionSpec(
      id: .crossDraft, names: ["--cross-draft"], value: .none, commands: [.check, .baseline],
      help: Phrase(
        "另在草稿之间核对：同一单位的预算与决算、本年与上年、部门与所属单位",
        "also hold the drafts against each other: budget and accounts, this year and last, department and units"
      )),
    OptionSpec(
      id: .filesFrom, names: ["--files-from"], value: .text(Phrase("清单", "FILE")),
      commands: [.check, .baseline],
      help: Phrase(
        "另查清单所列路径，每行一个或以 NUL 分隔；- 为标准输入",
        "also check the paths in FILE, one a line or ended by NUL; - is standard input")),
    OptionSpec(
      id: .fix, names: ["--fix"], value: .none, commands: [.check],
      help: Phrase("写入不改变文意的修改；标准输入则输出改后的全文", "make the safe fixes; standard input comes out mended")),
    OptionSpec(
      id: .diff, names: ["--diff"], value: .none, commands: [.check],
      help: Phrase("只显示 --fix 会作的修改，不写入", "show what --fix would change, and change nothing")),
    OptionSpec(
      id: .review, names: ["--review"], value: .none, commands: [.check],
      help: Phrase("显示须由人决定的修改，不写入", "show the fixes that a person has to decide on")),
    OptionSpec(
      id: .apply, names: ["--apply"], value: .text(Phrase("规则[:行[:序]]", "RULE[:LINE[:N]]")),
      commands: [.check],
      help: Phrase(
        "连同 --fix 写入这些须由人决定的修改，名称见 --review，以逗号分隔",
        "with --fix, make these fixes for review too, as --review names them, separated by commas")),
    OptionSpec(
      id: .statistics, names: ["--statistics"], value: .none, commands: [.check],
      help: Phrase("只列各规则、各草稿的问题个数；可为 json", "only count findings by rule and by draft; also as json")),
    OptionSpec(
      id: .stdinFilename, names: ["--stdin-filename"], value: .text(Phrase("路径", "PATH")),
      commands: [.check, .baseline],
      help: Phrase("标准输入在报告中的名称", "the name that standard input has in reports")),
    OptionSpec(
      id: .config, names: ["--config"], value: .text(Phrase("文件", "FILE")),
      commands: [.check, .baseline, .serve, .list, .explain, .packs],
      help: Phrase(
        "项目设置；默认为自当前文件夹向上找到的 lint-rules.json5", "project file; default: lint-rules.json5 here or above")),
    OptionSpec(
      id: .noConfig, names: ["--no-config"], value: .none,
      commands: [.check, .baseline, .serve, .list, .explain, .packs],
      help: Phrase(
        "不用项目设置，也不用本机、本人和项目的规则包（rules.d）",
        "use no project file, and no packs (rules.d) of the machine, the user or the project")),
    OptionSpec(
      id: .cacheFolder, names: ["--cache-dir"], value: .text(Phrase("文件夹", "DIR")), commands: [.check],
      help: Phrase(
        "未改动的草稿不重查，结果存于此文件夹；默认为 ~/.cache/lint-rules，份数少时不用",
        "keep reports of drafts here, to check only those that change; default ~/.cache/lint-rules, unless drafts are few"
      )),
    OptionSpec(
      id: .noCache, names: ["--no-cache"], value: .none, commands: [.check],
      help: Phrase("不存也不用以前的结果", "keep no reports and use none")),
    OptionSpec(
      id: .jobs, names: ["--jobs", "-j"], value: .text(Phrase("数", "N")), commands: [.check, .baseline],
      help: Phrase("同时检查的份数，默认为处理器个数", "drafts checked at the same time; default: all processors")),
    OptionSpec(
      id: .color, names: ["--color"], value: .word(["auto", "always", "never"]), commands: [.check],
      help: Phrase(
        "着色，默认 auto：仅在终端上，且未设 NO_COLOR", "colors; default auto: on a terminal, unless NO_COLOR is set")
    ),
    OptionSpec(
      id: .stdio, names: ["--stdio"], value: .none, commands: [.serve],
      help: Phrase(
        "经标准输入输出通信（唯一的方式，可省略）", "talk over standard input and output (the only way; may be left out)")),
    OptionSpec(
      id: .clientProcessID, names: ["--clientProcessId"], value: .text(Phrase("进程号", "PID")),
      commands: [.serve],
      help: Phrase("此进程结束时随之结束", "end when this process ends")),
    OptionSpec(
      id: .lang, names: ["--lang"], value: .word(["zh", "en"]), commands: [],
      help: Phrase("语言，默认 zh", "language; default zh")),
    OptionSpec(
      id: .help, names: ["--help", "-h"], value: .none, commands: [],
      help: Phrase("显示帮助", "show this help")),
    OptionSpec(
      id: .version, names: ["--version", "-V"], value: .none, commands: [],
      help: Phrase("显示版本", "show the version")),
  ]
}

internal import LintCore

/// What is wrong with the arguments; each is said in one line.
enum ArgumentError: Error, Equatable, Sendable {
  case missingCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, Command?, suggestion: String?)
  case missingValue(option: String)
  case unexpectedValue(option: String)
  case badWord(option: String, value: String, allowed: [String], suggestion: String?)
  case badNumber(option: String, value: String, least: Int)
  case missingOperand(Command)
  case unexpectedOperand(Command, String)
  case unknownRule(String, suggestion: String?)
  case unknownProfile(String, known: [String])
  case standardInputTwice
  case emptyPath
  case notAFile(option: String)
  case missingCompanion(String, String)
  case unknownShell(String, known: [String])
  case unknownAction(Command, String, known: [String])
  case unknownEnding(String, known: [String])

  func text(_ language: Language) -> String {
    let zh = language == .chinese
    switch self {
    case .missingCommand:
      return zh
        ? "缺少命令；检查草稿请用 lint-rules check 路径，帮助见 lint-rules --help"
        : "no command given; to check drafts use lint-rules check PATH, for help lint-rules --help"
    case .unknownCommand(let name, let suggestion):
      return (zh ? "没有 \(name) 这个命令" : "there is no command \(name)") + hint(suggestion, language)
    case .unknownOption(let name, let command, let suggestion):
      let place = command.map { zh ? "\($0.rawValue) " : "\($0.rawValue) has " } ?? (zh ? "" : "there is ")
      return (zh ? "\(place)没有选项 \(name)" : "\(place)no option \(name)") + hint(suggestion, language)
    case .missingValue(let option):
      return zh ? "选项 \(option) 缺少取值" : "option \(option) needs a value"
    case .unexpectedValue(let option):
      return zh ? "选项 \(option) 不带取值" : "option \(option) takes no value"
    case .badWord(let option, let value, let allowed, let suggestion):
      let words = allowed.joined(separator: zh ? "、" : ", ")
      return
        (zh
        ? "选项 \(option) 的取值应为 \(words)，不能是“\(value)”"
        : "option \(option) takes one of \(words), not “\(value)”")
        + hint(suggestion, language)
    case .badNumber(let option, let value, let least):
      return zh
        ? "选项 \(option) 的取值应为不小于 \(least) 的整数，不能是“\(value)”"
        : "option \(option) takes a whole number from \(least) on, not “\(value)”"
    case .missingCompanion(let option, let companion):
      return zh ? "选项 \(option) 须与 \(companion) 同用" : "option \(option) needs \(companion)"
    case .unknownShell(let name, let known):
      let words = known.joined(separator: zh ? "、" : ", ")
      return zh ? "补全脚本有 \(words)，没有“\(name)”" : "there are completions for \(words), not for “\(name)”"
    case .unknownAction(let command, let name, let known):
      let words = known.joined(separator: zh ? "、" : ", ")
      return zh
        ? "\(command.rawValue) 之后应为 \(words)，不能是“\(name)”"
        : "\(command.rawValue) takes \(known.count > 1 ? "one of " : "")\(words), not “\(name)”"
    case .missingOperand(.baseline):
      return zh
        ? "请写明 create、prune 或 diff，以及要检查的路径" : "say create, prune or diff, and what to check"
    case .missingOperand(.packs):
      return zh
        ? "请写明 test 和规则包所在的文件夹，如 lint-rules packs test rules.d"
        : "say test and name a folder of packs, as in lint-rules packs test rules.d"
    case .missingOperand(.explain):
      return zh
        ? "请写出要说明的规则，如 lint-rules explain column-total" : "name a rule, as in lint-rules explain column-total"
    case .missingOperand:
      return zh
        ? "请写出要检查的文件或文件夹；从标准输入读取请写 -" : "name the files or folders to check, or - for standard input"
    case .unexpectedOperand(let command, let operand):
      return zh ? "\(command.rawValue) 不接受“\(operand)”" : "\(command.rawValue) does not take “\(operand)”"
    case .unknownRule(let name, let suggestion):
      return (zh ? "没有名为“\(name)”的规则或类别" : "there is no rule or category “\(name)”")
        + (suggestion == nil
          ? (zh ? "；全部规则见 lint-rules list" : "; see lint-rules list") : hint(suggestion, language))
    case .unknownProfile(let name, let known):
      let words = known.joined(separator: zh ? "、" : ", ")
      return zh ? "没有名为“\(name)”的文种；可用 \(words)" : "there is no profile “\(name)”; known are \(words)"
    case .unknownEnding(let path, let known):
      let words = known.joined(separator: zh ? "、" : ", ")
      return zh
        ? "从“\(path)”的扩展名看不出格式；请在前面写 --format，或用 \(words)"
        : "the ending of “\(path)” names no format; put --format before it or use \(words)"
    case .emptyPath:
      return zh ? "有一个路径是空的" : "one of the paths is empty"
    case .notAFile(let option):
      return zh ? "选项 \(option) 须为文件，不能是 -" : "option \(option) takes a file, not -"
    case .standardInputTwice:
      return zh ? "标准输入（-）只能读一次" : "standard input (-) can be read only once"
    }
  }

  private func hint(_ suggestion: String?, _ language: Language) -> String {
    guard let suggestion else { return "" }
    return language == .chinese ? "；是否想用 \(suggestion)？" : "; did you mean \(suggestion)?"
  }
}

/// Finds the word that was probably meant.
enum Suggestion {
  /// The known word nearest to `word` by edit distance, if it is near enough to be a slip of the finger.
  static func nearest(to word: String, in known: some Sequence<String>) -> String? {
    let typed = Array(word.unicodeScalars.prefix(64))
    let limit = Swift.max(1, typed.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(typed, Array(candidate.unicodeScalars.prefix(64)))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, replacements and swaps of neighbors that turn `a` into `b`.
  ///
  /// - Complexity: O(n · m).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
        if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}

internal import LintCore

/// Completions for shells, made from the table of options.
enum Completions {
  /// The shells that are known.
  enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  /// The script for a shell.
  static func script(_ shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static var commands: [String] { Command.allCases.map(\.rawValue) }

  private static func specs(_ command: Command) -> [OptionSpec] {
    OptionSpec.all.filter { $0.applies(to: command) }
  }

  /// The words that may follow a command itself.
  private static func operands(_ command: Command) -> [String] {
    switch command {
    case .baseline: BaselineCommand.Action.allCases.map(\.rawValue)
    case .completions: Shell.allCases.map(\.rawValue)
    case .explain: RuleBook.standard.rules.map(\.id)
    case .packs: PacksCommand.actions
    case .check, .serve, .list, .man: []
    }
  }

  /// The words that an option takes, where they are known; else it takes the name of a file, or a text of any kind.
  private static func words(_ spec: OptionSpec) -> [String]? {
    if case .word(let words) = spec.value { return words }
    let book = RuleBook.standard
    switch spec.id {
    case .select, .ignore, .apply: return Set(book.rules.flatMap { [$0.id, $0.category] }).sorted()
    case .profile: return book.profiles.map(\.id)
    default: return nil
    }
  }

  private static var bash: String {
    var out = "# bash completion for lint-rules\n_lint_rules() {\n"
    out +=
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"${COMP_WORDS[1]}\"\n"
    out += "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
    out +=
      "    COMPREPLY=($(compgen -W \"\(commands.joined(separator: " ")) --help --version\" -- \"$word\"))\n    return\n  fi\n"
    out += "  case \"$command $before\" in\n"
    for command in Command.allCases {
      for spec in specs(command) {
        if case .none = spec.value { continue }
        let kind = words(spec).map { "-W \"\($0.joined(separator: " "))\"" } ?? "-f"
        let patterns = spec.names.map { "\"\(command.rawValue) \($0)\"" }.joined(separator: "|")
        out += "    \(patterns)) COMPREPLY=($(compgen \(kind) -- \"$word\")); return ;;\n"
      }
    }
    out += "  esac\n  case \"$command\" in\n"
    for command in Command.allCases {
      let words = specs(command).flatMap(\.names).filter { $0.hasPrefix("--") } + operands(command)
      out +=
        "    \(command.rawValue)) COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")) ;;\n"
    }
    out +=
      "  esac\n  case \"$command\" in\n    check|baseline|packs) case \"$word\" in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$word\")) ;; esac ;;\n  esac\n}\n"
    return out + "complete -o filenames -F _lint_rules lint-rules\n"
  }

  private static var zsh: String {
    var out = "#compdef lint-rules\n_lint_rules() {\n  local -a commands\n  commands=(\n"
    for command in Command.allCases {
      out += "    '\(command.rawValue):\(quoted(command.summary.english, ":"))'\n"
    }
    out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
    out += "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n"
    for command in Command.allCases {
      out += "    \(command.rawValue)) _arguments -s"
      for spec in specs(command) {
        let help = quoted(spec.help.english, "[]:")
        for name in spec.names {
          out += " '*\(name)[\(help)]"
          switch (spec.value, words(spec)) {
          case (.none, _): out += "'"
          case (_, let words?): out += ":word:(\(words.joined(separator: " ")))'"
          case (.text(let text), nil): out += ":\(quoted(text.english, "[]:")):_files'"
          case (.word, nil): out += ":word:'"
          }
        }
      }
      let words = operands(command)
      out +=
        words.isEmpty ? " '*:path:_files'" : " '1:word:(\(words.joined(separator: " ")))' '*:path:_files'"
      out += " ;;\n"
    }
    return out + "  esac\n}\n_lint_rules \"$@\"\n"
  }

  private static var fish: String {
    var out = "# fish completion for lint-rules\n"
    let all = commands.joined(separator: " ")
    for command in Command.allCases {
      out += "complete -c lint-rules -n 'not __fish_seen_subcommand_from \(all)' -f -a \(command.rawValue) "
      out += "-d '\(quoted(command.summary.english, ""))'\n"
    }
    for command in Command.allCases {
      let condition = "-n '__fish_seen_subcommand_from \(command.rawValue)'"
      for spec in specs(command) {
        out += "complete -c lint-rules \(condition)"
        for name in spec.names {
          out += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        switch (spec.value, words(spec)) {
        case (.none, _): break
        case (_, let words?): out += " -x -a '\(words.joined(separator: " "))'"
        case (_, nil): out += " -r"
        }
        out += " -d '\(quoted(spec.help.english, ""))'\n"
      }
      let words = operands(command)
      if !words.isEmpty {
        out += "complete -c lint-rules \(condition) -f -a '\(words.joined(separator: " "))'\n"
      }
    }
    return out
  }

  /// The text for a place between single quotes, with a backslash before each of the given characters.
  private static func quoted(_ text: String, _ special: String) -> String {
    text.replacing("'", with: "").map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

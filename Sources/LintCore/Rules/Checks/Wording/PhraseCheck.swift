/// Reports the words that rules of the kind `phrase` forbid.
enum PhraseCheck {
  static func run(_ inspection: inout Inspection) {
    let (book, units) = (inspection.book, inspection.units)
    guard !book.phrases.isEmpty else { return }
    let around = Slice(
      max(0, inspection.stretch.lower - book.reach),
      min(units.count, inspection.stretch.upper + book.reach))
    var found: [PhraseMatcher.Match] = []
    book.phrases.forEach(in: around, of: units) { found.append($0) }
    for match in found {
      let rule = book.rules[book.phraseRules[match.number]]
      guard case .phrase(let pattern) = rule.kind, inspection.options.wants(rule.id),
        pattern.applies(to: inspection.kind.profile?.id), !pattern.excuses(match.slice, units),
        !joinsRows(match.slice, inspection.draft)
      else { continue }
      report(match, rule, pattern, &inspection)
    }
  }

  /// Tells whether a phrase is only the end of a table's row and the beginning of the next.
  private static func joinsRows(_ slice: Slice, _ draft: Draft) -> Bool {
    let first = draft.source.line(at: draft.range(Slice(slice.lower, slice.lower + 1)).lower)
    let last = draft.source.line(at: draft.range(Slice(slice.upper - 1, slice.upper)).lower)
    guard first != last, draft.text.lines.indices.contains(last) else { return false }
    let rows: LineTraits = [.tab, .pipe]
    return !draft.text.lines[first].traits.isDisjoint(with: rows)
      || !draft.text.lines[last].traits.isDisjoint(with: rows)
  }

  private static func report(
    _ match: PhraseMatcher.Match, _ rule: Rule, _ pattern: PhrasePattern, _ inspection: inout Inspection
  ) {
    // Without the line break that may stand between: it has no place in a sentence.
    let written = inspection.draft.string(match.slice)
    var fixes: [Fix] = []
    let correction = pattern.corrections[written]
    if let replacement = correction ?? pattern.replacement {
      fixes.append(
        Fix(
          title: Message(FixPhrases.replace, .text(written), .text(replacement)),
          edits: [Edit(inspection.draft.range(match.slice), replacement)], safety: rule.fix ?? .review))
    }
    inspection.report(
      rule.id, rule.severity, at: match.slice,
      correction.map { Message(misspelt, .text(written), .message(Message(rule.title)), .text($0)) }
        ?? Message(forbidden, .text(written), .message(Message(rule.title))),
      fixes: fixes)
  }

  private static let forbidden = Phrase("“{0}”：{1}", "“{0}”: {1}")
  private static let misspelt = Phrase("“{0}”：{1}，应为“{2}”", "“{0}”: {1}, should be “{2}”")
}

extension PhrasePattern {
  fileprivate func applies(to profile: String?) -> Bool {
    profiles.isEmpty || profile.map(profiles.contains) ?? false
  }

  /// Tells whether the words stand inside a longer wording that is right.
  func excuses(_ slice: Slice, _ units: Units) -> Bool {
    for wording in except {
      let reach = wording.units.count
      let around = Slice(max(0, slice.lower - reach), min(units.count, slice.upper + reach))
      var search = around
      while let at = units.find(wording, in: search) {
        if at <= slice.lower, at + reach >= slice.upper { return true }
        search = Slice(at + 1, around.upper)
      }
    }
    return false
  }
}

/// The checks of what a document holds and how it is put together.
enum StructureChecks {
  static let all: [Check] = [
    Check(rules: ["missing-section", "missing-table"], run: CompletenessCheck.run),
    Check(rules: ["toc-mismatch", "year"], run: ContentsCheck.run),
    Check(rules: ["numbering", "duplicate-item"], run: NumberingCheck.run),
    Check(rules: ["empty-table-note", "note-on-filled-table"], run: EmptyTableCheck.run),
    Check(rules: ["name-mismatch", "numbering"], run: LabelSeriesCheck.run),
    Check(rules: ["name-mismatch"], run: OwnNameCheck.run),
    Check(rules: ["name-mismatch"], run: MisplacedTextCheck.run),
    Check(rules: ["year"], run: HeaderYearCheck.run),
    Check(rules: ["missing-section"], run: ReferenceCheck.run),
  ]
}

/// The checks of single words and marks.
enum WordingChecks {
  static let all: [Check] = [
    Check(rules: ["punctuation"], run: PunctuationCheck.run),
    Check(rules: ["punctuation"], run: RepeatedSentences.run),
    MalformedFigureCheck.check,
    Check(rules: ["name-mismatch"], run: QuotedNameCheck.run),
    Check(rules: [], run: PhraseCheck.run),
  ]
}

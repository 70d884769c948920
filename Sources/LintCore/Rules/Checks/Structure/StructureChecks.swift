/// The checks of what a document holds and how it is put together.
enum StructureChecks {
  /// What a document of its kind has to have, and what its contents announce.
  static let contents: [Check] = [
    Check(
      rules: ["missing-section", "missing-table"], reads: [.headlines, .prose, .rest],
      run: CompletenessCheck.run),
    Check(
      rules: ["toc-mismatch", "year"], reads: .headlines, heeds: ["missing-section"], run: ContentsCheck.run),
  ]

  /// Numbers, notes and names that go through the document.
  static let order: [Check] = [
    Check(
      rules: ["numbering", "duplicate-item"], reads: [.headlines, .prose, .rest], run: NumberingCheck.run),
    Check(rules: ["duplicate-item"], reads: .headlines.union(.prose), run: RepeatedDefinitions.run),
    Check(rules: ["empty-table-note", "note-on-filled-table"], run: EmptyTableCheck.run),
    Check(
      rules: ["name-mismatch", "numbering"], reads: [.headlines, .prose, .tables, .rest],
      run: LabelSeriesCheck.run),
    Check(rules: ["name-mismatch"], run: UnitNames.check),
    Check(
      rules: ["name-mismatch", "narrative-repeat"], reads: [.headlines, .prose, .forms, .rest],
      heeds: ["name-mismatch"],
      run: OwnNameCheck.run),
    Check(rules: ["name-mismatch"], reads: .headlines.union(.prose), run: MisplacedTextCheck.run),
    Check(rules: ["year"], reads: [.titles, .captions, .tables, .rest], run: HeaderYearCheck.run),
    Check(
      rules: ["missing-section", "name-mismatch", "note-on-filled-table", "numbering"],
      run: ReferenceCheck.run),
  ]
}

/// The checks of single words and marks.
enum WordingChecks {
  static let all: [Check] = [
    Check(rules: ["punctuation"], isLocal: true, run: DoubledWords.run),
    Check(rules: ["punctuation"], reads: [.titles, .prose], run: PunctuationCheck.run),
    Check(rules: ["punctuation"], reads: [.titles, .prose], run: RepeatedSentences.run),
    Check(rules: ["punctuation"], reads: [.titles, .prose, .rest], run: LineEnds.run),
    Check(rules: ["punctuation", "typo"], reads: [.titles, .prose], run: LostMarks.run),
    Check(rules: ["punctuation"], run: CutCells.run),
    Check(rules: ["duplicate-item"], reads: [.titles, .prose], run: RepeatedNames.run),
    Check(rules: ["year", "punctuation"], run: DocumentNumbers.run),
    Check(rules: ["name-mismatch"], run: FormerNames.run),
    MalformedFigureCheck.check,
    Check(rules: ["name-mismatch"], run: QuotedNameCheck.run),
    Check(rules: [], isLocal: true, run: PhraseCheck.run),
    Check(rules: ["punctuation"], heeds: ["typo"], run: DoubledCharacters.run),
    Slips.check,
  ]
}

/// The headings that a draft of a kind still needs, for somebody who is writing it.
package struct MissingParts: Sendable {
  /// The titles of missing chapters.
  package var chapters: [Phrase] = []
  /// The titles of missing statements and tables.
  package var sections: [Phrase] = []

  /// Looks a draft through as ``CompletenessCheck`` does, also one that is only begun.
  package init(_ draft: Draft, _ book: RuleBook, profile: String) {
    var options = LintOptions()
    options.profile = profile
    self = draft.text.units.withUnsafeBufferPointer { units in
      var inspection = Inspection(draft: draft, units: units, book: book, options: options)
      return Self(&inspection)
    }
  }

  private init(_ inspection: inout Inspection) {
    guard let profile = inspection.kind.profile, profile.family != .performance else { return }
    let chapters = ChapterSearch(&inspection, profile)
    self.chapters = profile.sections.filter(chapters.isMissing).map(\.title)
    sections =
      StatementSearch(&inspection, profile, isFilled: chapters.isFilled).missingTitles
      + TableSearch(inspection, profile).missingTitles
  }
}

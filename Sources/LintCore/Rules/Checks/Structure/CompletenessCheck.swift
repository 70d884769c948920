/// Checks that a document holds the chapters, statements and tables that its kind must hold.
enum CompletenessCheck {
  static func run(_ inspection: inout Inspection) {
    guard let profile = inspection.kind.profile, inspection.kind.isWhole else { return }
    if profile.family == .performance {
      inspection.alsoRead = .tables
      return FormCompleteness.run(&inspection, profile)
    }
    TableSearch(inspection, profile).report(to: &inspection)
    let search = ChapterSearch(&inspection, profile)
    var missing: Set<String> = []
    for requirement in profile.sections where search.report(requirement, to: &inspection) {
      missing.insert(requirement.id)
    }
    StatementSearch(&inspection, profile, isFilled: search.isFilled)
      .report(to: &inspection, without: missing)
  }
}

/// Holds the table of contents (目录) against the headings of the body.
enum ContentsCheck {
  static func run(_ inspection: inout Inspection) {
    guard let contents = inspection.draft.contents, contents.entries.count >= 3 else { return }
    let comparison = ContentsComparison(inspection, contents)
    comparison.match()
    comparison.report(to: &inspection)
    if comparison.hasReadProse { inspection.alsoRead.formUnion(.prose) }
  }
}

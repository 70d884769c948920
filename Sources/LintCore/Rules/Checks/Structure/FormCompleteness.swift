/// Checks that each performance form holds the fields that the regulation asks for.
enum FormCompleteness {
  static func run(_ inspection: inout Inspection, _ profile: Profile) {
    let wanted = profile.statements.filter { $0.severity != nil }
    guard !wanted.isEmpty else { return }
    var matcher = PhraseMatcher()
    for (number, requirement) in wanted.enumerated() {
      for phrase in requirement.phrases + requirement.names { matcher.insert(phrase, number) }
    }
    for (index, table) in inspection.draft.tables.enumerated() where isEvaluation(index, table, inspection) {
      var found = [Bool](repeating: false, count: wanted.count)
      for cell in table.cells where cell.kind == .text {
        matcher.forEach(in: cell.slice, of: inspection.units) { found[$0.number] = true }
      }
      // A table that has almost none of them is another one.
      guard found.filter(\.self).count * 2 > wanted.count else { continue }
      for (number, requirement) in wanted.enumerated() where !found[number] {
        inspection.report(
          "missing-section", requirement.severity ?? .warning, at: place(table),
          Message(missing, .message(Message(requirement.title))))
      }
    }
  }

  private static func isEvaluation(_ index: Int, _ table: Table, _ inspection: Inspection) -> Bool {
    guard table.layout == .form, table.rowCount >= 8 else { return false }
    guard let concept = inspection.outline.tableConcepts[index] else { return true }
    return inspection.book.concept(concept)?.family == .performance
  }

  private static func place(_ table: Table) -> Slice {
    table.caption ?? table.cells.first?.slice ?? Slice(0, 0)
  }

  private static let missing = Phrase("自评表缺少“{0}”", "The form has no “{0}”")
}

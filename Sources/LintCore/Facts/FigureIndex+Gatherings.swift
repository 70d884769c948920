/// 会议费 and 培训费, which many 三公 tables state below the 三公 themselves.
extension ClaimBinder {
  private static let homes = WordList(["三公", "会议费", "培训费"])

  /// Binds a claim about 会议费 or 培训费 as a whole to the row of that name in the table that is about such costs.
  ///
  /// As a part of other costs (公用经费 …，其中：会议费 …) it is another figure.
  func gathering(_ claim: Int, _ it: Claim) -> Binding? {
    guard it.list < 0, let name = gathering(of: it) else { return nil }
    let isPlan = Self.isPlan(it.concept)
    var certain: [CellPlace] = []
    current.asked.note(row: units.key(name))
    for at in index.rows(named: units.key(name)) {
      let row = index.rows[Int(at)]
      guard row.code == 0, let caption = draft.tables[row.table].caption,
        units.contains(anyOf: Self.homes, in: caption)
      else { continue }
      let columns = index.columns(of: row).filter { !$0.isForeign }
      // A plan in final accounts needs a column of its own; so does the outcome beside one.
      let own = claims.isFinal ? columns.filter { $0.isPlan == isPlan } : columns
      certain += own.map { CellPlace(table: row.table, row: row.row, column: $0.column) }
    }
    return certain.isEmpty ? nil : binding(claim, it, certain: certain, possible: [])
  }

  /// The name that a label speaks of, if it says nothing else that has a meaning: 2024年培训费预算.
  private func gathering(of it: Claim) -> Slice? {
    var label = it.label
    // 培训费预算3万元，支出决算2万元: the second speaks of what the first named.
    let isStatus = it.rest == 0 && !it.concept.isDisjoint(with: [.plan, .actual])
    if isStatus, it.concept.subtracting([.plan, .actual, .expense]).isEmpty, !it.topic.isEmpty {
      label = it.topic
    }
    let found = GrammarWords.gatherings.filter { units.contains($0, in: label) }
    guard let name = found.only, let at = units.find(name, in: label) else { return nil }
    let before = Slice(label.lower, at)
    let concept = lexicon.concept(of: label, units).concept
    let outside = concept.subtracting([.plan, .actual, .expense, .thisYear, .fiscal, .publicBudget])
    let behind = lexicon.concept(of: Slice(at + name.units.count, label.upper), units).rest
    guard outside.isEmpty, behind == 0, isPlain(before, lexicon.concept(of: before, units).rest) else {
      return nil
    }
    return Slice(at, at + name.units.count)
  }
}

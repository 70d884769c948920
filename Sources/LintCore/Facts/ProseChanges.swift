/// What an edit left as it was of what the sentences claim, and of where the tables state it.
extension ProseMemory {
  /// The claims at their new places, where the edit touched neither a heading nor a paragraph: what sentences claim
  /// follows from nothing else.
  func claims(of draft: Draft) -> (claims: Claims, notes: PassageNotes?)? {
    guard let known, known.changed.isDisjoint(with: [.titles, .captions, .prose]),
      known.former.blocks == draft.blocks
    else {
      return nil
    }
    var notes = known.notes.passages
    var claims = known.notes.claims
    guard claims.move(by: known.edit), notes.move(by: known.edit, tokensOf: claims) else { return nil }
    return (claims, notes)
  }

  /// Tells whether the sentences claim what they claimed before, in the same words and under the same headings.
  func holds(_ claims: Claims, _ draft: Draft) -> Bool {
    guard let known else { return false }
    let (before, edit) = (known.notes.claims, known.edit)
    guard before.year == claims.year, before.isFinal == claims.isFinal, before.decimals == claims.decimals,
      before.claims.count == claims.claims.count, before.lists.count == claims.lists.count,
      before.passages.isEmpty == claims.passages.isEmpty
    else { return false }
    let passages = before.passages.lazy.filter { !$0.claims.isEmpty }
    let areSame = passages.elementsEqual(claims.passages.lazy.filter { !$0.claims.isEmpty }) {
      $0.claims == $1.claims && $0.ordinal == $1.ordinal && $0.announces == $1.announces
        && $0.isAttachment == $1.isAttachment && $0.isAside == $1.isAside && $0.isHeading == $1.isHeading
        && edit.moved($0.slice) == $1.slice
        && edit.isSame(known.former.heading(ofSection: $0.section), draft.heading(ofSection: $1.section))
    }
    return areSame && before.claims.elementsEqual(claims.claims) { $0.says(what: $1, edit) }
      && before.lists.elementsEqual(claims.lists) { $0.says(what: $1, edit) }
  }

  /// The index of figures, where the edit touched neither a heading nor a table and the sentences claim what they did.
  func figures() -> FigureIndex? {
    guard let known, known.changed.isDisjoint(with: [.titles, .captions, .tables]) else { return nil }
    var figures = known.notes.figures
    return figures.move(by: known.edit) ? figures : nil
  }

  /// Tells whether the same claims are read as the same measures and bound to the same cells, which state the same.
  func holds(bindingsOf figures: FigureIndex, _ draft: Draft) -> Bool {
    guard let known else { return false }
    let before = known.notes.figures
    let areSameTables =
      before.rows.count == figures.rows.count && before.measures.count == figures.measures.count
      && before.sides.elementsEqual(figures.sides) { $0.table == $1.table && $0.side == $1.side }
    return areSameTables
      && before.readings.elementsEqual(figures.readings) {
        $0.claim == $1.claim && $0.measure == $1.measure && $0.source == $1.source && $0.flow == $1.flow
          && $0.isPlan == $1.isPlan
      }
      && before.bindings.elementsEqual(figures.bindings) {
        $0.claim == $1.claim && $0.outcome == $1.outcome && $0.cells == $1.cells && $0.other == $1.other
      }
      && holdsCells(of: figures.bindings, draft)
  }

  /// Tells whether the cells of bindings hold what they held.
  private func holdsCells(of bindings: [Binding], _ draft: Draft) -> Bool {
    guard let known else { return false }
    let (former, now) = (known.former.tables, draft.tables)
    // Those of tables that were taken over as they were do.
    let isKept = now.indices.map { now[$0].former == $0 && former[$0].unit == now[$0].unit }
    for binding in bindings {
      for place in binding.cells where !(isKept.indices.contains(place.table) && isKept[place.table]) {
        guard former.indices.contains(place.table), now.indices.contains(place.table),
          former[place.table].holds(at: place, what: now[place.table])
        else { return false }
      }
    }
    return true
  }
}

extension Table {
  /// Tells whether a later state of a table holds the same in a cell, in the same unit.
  fileprivate func holds(at place: CellPlace, what now: Table) -> Bool {
    guard unit == now.unit else { return false }
    guard let cell = cell(place.row, place.column), let own = now.cell(place.row, place.column) else {
      return cell(place.row, place.column) == nil && now.cell(place.row, place.column) == nil
    }
    return cell.kind == own.kind && cell.amount == own.amount
  }
}

extension DraftEdit {
  /// Moves slices of the former state to where they stand now; tells whether none was touched.
  func move(_ slices: inout [Slice]) -> Bool {
    for index in slices.indices {
      guard let moved = moved(slices[index]) else { return false }
      if moved != slices[index] { slices[index] = moved }
    }
    return true
  }
}

extension Claims {
  /// Moves all to where it stands after an edit that touched no passage; tells whether all could be moved.
  ///
  /// The tokens are taken from other claims of the same sentences if they are moved already.
  mutating func move(by edit: DraftEdit, tokensOf moved: Claims? = nil) -> Bool {
    guard let first = passages.firstIndex(where: { edit.moved($0.slice) != $0.slice }) else { return true }
    guard let passage = edit.moved(passages[first].slice) else { return false }
    let shift = Int32(truncatingIfNeeded: passage.lower - passages[first].slice.lower)
    if let moved {
      tokens = moved.tokens
    } else {
      for index in passages[first].tokens.lowerBound..<tokens.count { tokens[index].move(shift) }
    }
    for index in passages[first].claims.lowerBound..<claims.count {
      guard claims[index].move(by: edit) else { return false }
    }
    for index in lists.indices {
      guard let marker = edit.moved(lists[index].marker) else { return false }
      lists[index].marker = marker
    }
    for index in first..<passages.count {
      guard let slice = edit.moved(passages[index].slice) else { return false }
      passages[index].slice = slice
    }
    return true
  }
}

extension Claim {
  /// Moves all places to where they stand after an edit; tells whether none was touched.
  fileprivate mutating func move(by edit: DraftEdit) -> Bool {
    guard let label = edit.moved(label), let figure = edit.moved(figure), let digits = edit.moved(digits),
      let word = edit.moved(word), let base = edit.moved(base), let compared = edit.moved(compared),
      let topic = edit.moved(topic)
    else { return false }
    (self.label, self.figure, self.digits, self.word) = (label, figure, digits, word)
    (self.base, self.compared, self.topic) = (base, compared, topic)
    return true
  }

  /// Tells whether the same words of a later state claim the same; which passage it is does not matter.
  fileprivate func says(what now: Claim, _ edit: DraftEdit) -> Bool {
    subject == now.subject && list == now.list && isSame(as: now, edit)
  }

  /// Tells whether the same words of a later state claim the same, whatever other claims they speak of.
  func isSame(as now: Claim, _ edit: DraftEdit) -> Bool {
    edit.moved(figure) == now.figure && edit.moved(digits) == now.digits && edit.moved(label) == now.label
      && edit.moved(word) == now.word && edit.moved(base) == now.base && edit.moved(compared) == now.compared
      && edit.moved(topic) == now.topic && role == now.role && sentence == now.sentence
      && amount == now.amount && unit == now.unit && concept == now.concept && rest == now.rest
      && direction == now.direction && year == now.year
      && isRough == now.isRough && lacksUnit == now.lacksUnit
  }
}

extension ClaimList {
  /// Tells whether the same words of a later state are a list of the same whole and parts.
  fileprivate func says(what now: ClaimList, _ edit: DraftEdit) -> Bool {
    edit.moved(marker) == now.marker && whole == now.whole && otherWholes == now.otherWholes
      && parts == now.parts && isOpen == now.isOpen && isAcrossParagraphs == now.isAcrossParagraphs
      && isAside == now.isAside && isCompanion == now.isCompanion && level == now.level
  }
}

/// Reads claims as measures, sources of funds and totals, and binds them to the cells that state these.
extension ClaimBinder {
  /// What a claim speaks of: a measure (基本支出), a source of funds (一般公共预算拨款收入) or a total.
  mutating func reading(_ claim: Int, _ it: Claim) -> ClaimReading? {
    guard isPlain(it.label, it.rest) else { return nil }
    guard !isOfSeveral(claim, it) else { return nil }
    let heading = headingConcept(claims.passages[it.passage].section)
    var measure = it.concept.narrowMeasure
    var source = it.concept.source
    var flow = it.concept.flow
    let isBare = measure.isEmpty && source.isEmpty
    let isTotal = !it.concept.isDisjoint(with: [.total, .thisYear, .both])
    if it.list >= 0, !(isBare && !isTotal && hasOwnTopic(it)) {
      guard inherit(it, &measure, &source, &flow) else { return nil }
    } else if isBare, !it.topic.isEmpty {
      let (topic, rest) = lexicon.concept(of: it.topic, units)
      guard isPlain(it.topic, rest) else {
        return isTotal
          ? ClaimReading(claim: claim, measure: measure, source: heading.concept.source, flow: flow) : nil
      }
      source = topic.source
      if !isTotal {
        measure = topic.narrowMeasure
        if flow.isEmpty { flow = topic.flow }
      }
    } else if isBare, !isTotal {
      // 2023年预算安排0万元 under （二）公务接待费 speaks of what the heading names; only the first figure does.
      guard
        claims.claims[claims.passages[it.passage].claims].first(where: { $0.role == .amount })?.figure
          == it.figure
      else { return nil }
      let own = heading.own.narrowMeasure
      if own.rawValue.nonzeroBitCount == 1 { measure = own } else if heading.isItem { return nil }
    }
    if source.isEmpty { source = heading.concept.source }
    // 涉及资金668万元，其中一般公共预算资金500万元: a part of whatever the sentence is about.
    if measure.isEmpty, flow.isEmpty { return nil }
    return ClaimReading(claim: claim, measure: measure, source: source, flow: flow)
  }

  /// 因公出国（境）费预算数5万元，决算数4万元: the second figure of a part speaks of what the first names.
  private func hasOwnTopic(_ it: Claim) -> Bool {
    guard !it.topic.isEmpty else { return false }
    let list = claims.lists[it.list]
    return list.isAcrossParagraphs || list.whole >= 0 && it.topic.lower >= claims.claims[list.whole].figure.upper
  }

  /// Gives a part of a list what its whole says and it does not; a part without a name of its own is no claim of ours.
  private mutating func inherit(
    _ it: Claim, _ measure: inout FigureConcept, _ source: inout FigureConcept, _ flow: inout FigureConcept
  ) -> Bool {
    let own = it.concept.narrowMeasure.subtracting([.carriedIn, .carriedOut, .reserve])
    var whole = claims.lists[it.list].whole
    var steps = 0
    while whole >= 0, steps < 4 {
      let above = claims.claims[whole]
      // 机构运行110万元，其中：基本支出…: that of the item alone.
      guard isPlain(above.label, above.rest) else { return false }
      if source.isEmpty { source = above.concept.source }
      if source.isEmpty, !above.topic.isEmpty {
        source = lexicon.concept(of: above.topic, units).concept.source
      }
      if flow.isEmpty { flow = above.concept.flow }
      if own.isEmpty {
        var wider = above.concept.narrowMeasure
        if wider.isEmpty, !above.topic.isEmpty, above.concept.isDisjoint(with: [.total, .thisYear, .both]) {
          wider = lexicon.concept(of: above.topic, units).concept.narrowMeasure
        }
        measure.formUnion(wider.subtracting([.carriedIn, .carriedOut, .reserve]))
      }
      whole = above.list >= 0 ? claims.lists[above.list].whole : -1
      steps += 1
    }
    return !measure.isEmpty || !it.concept.source.isEmpty
      || !it.concept.isDisjoint(with: [.total, .thisYear])
  }

  /// 因公出国（境）费、公务接待费、公务用车运行费总额…: one figure for several measures.
  private func isOfSeveral(_ claim: Int, _ it: Claim) -> Bool {
    let passage = claims.passages[it.passage]
    let isEnumerated = it.label.lower > passage.slice.lower && units[it.label.lower - 1] == 0x3001
    guard isEnumerated || it.concept.contains(.total), !it.concept.measure.isEmpty else { return false }
    let first = passage.claims.lowerBound
    let from = claim > first ? claims.claims[claim - 1].figure.upper : passage.slice.lower
    var start = it.label.lower
    while start > from, units[start - 1] != 0x3B, units[start - 1] != 0x3002 { start -= 1 }
    let before = lexicon.concept(of: Slice(start, it.label.lower), units).concept
    return !before.narrowMeasure.subtracting(it.concept.measure).isEmpty
      && before.narrowMeasure != .threePublic
  }

  func bind(_ reading: ClaimReading, _ it: Claim) -> Binding? {
    let (claim, measure, source, flow) = (reading.claim, reading.measure, reading.source, reading.flow)
    guard measure.rawValue.nonzeroBitCount <= 2,
      measure.isDisjoint(with: [.cars, .posts, .staff, .smallFirms, .guests])
    else { return nil }
    let isPlan = it.concept.contains(.plan) && !it.concept.contains(.actual)
    var certain: [CellPlace] = []
    var possible: [CellPlace] = []
    for group in groups {
      let isSame = group.measure == measure
      guard isSame || !measure.isEmpty && group.measure.isSuperset(of: measure) else { continue }
      for at in group.cells {
        let cell = index.measures[at]
        let isStatus = !claims.isFinal || cell.isPlan == isPlan
        guard isStatus || !isPlan else { continue }
        guard isSame else {
          if cell.source == source { possible.append(cell.place) }
          continue
        }
        guard !measure.isEmpty || flow.isEmpty || !cell.flow.isDisjoint(with: flow) else { continue }
        if cell.source == source, isStatus, isHome(cell, it, flow) {
          certain.append(cell.place)
        } else if !measure.isEmpty || isStatus && cell.source == source {
          possible.append(cell.place)
        }
      }
    }
    // A measure with one reading in all tables needs no source of funds to be certain.
    if certain.isEmpty, source.isEmpty, !measure.isEmpty, measure.isDisjoint(with: [.basic, .project]),
      isOneFigure(possible) { certain = possible }
    if claims.isFinal, isPlan, certain.isEmpty { return nil }
    return binding(claim, it, certain: certain, possible: possible)
  }

  /// Tells whether a cell is the one that must state a claim: of the same scope, and not a part or a wider whole.
  private func isHome(_ cell: FigureIndex.MeasureCell, _ it: Claim, _ flow: FigureConcept) -> Bool {
    let isPartial = !cell.caption.isDisjoint(with: [.carriedIn, .thisYear])
    if it.concept.contains(.thisYear) { return cell.isThisYear || isPartial }
    if cell.isThisYear, cell.isBesideCarried, cell.flow == .income { return false }
    // 不含上年结转 in the title: a part of what the text speaks of, unless nothing of it is carried over.
    let wide: FigureConcept = [.basic, .project]
    if isPartial, cell.measure.isEmpty || !cell.measure.isDisjoint(with: wide) { return false }
    guard it.concept.narrowMeasure.isEmpty, !it.concept.isDisjoint(with: [.grand, .both]) else {
      return true
    }
    // 收入总计 stands in a table of both sides; 收入合计 of a table of income may leave out what was carried over.
    return !cell.isThisYear && cell.caption.flow.isSuperset(of: [.income, .expense])
  }

  /// Tells whether all cells that are filled state one figure.
  private func isOneFigure(_ places: [CellPlace]) -> Bool {
    var value: Int128?
    var isStated = false
    for place in places {
      guard let (cell, unit) = cell(place), cell.isAmountOrEmpty else { return false }
      if cell.kind == .number { isStated = true }
      let now = cell.amount.scaled * unit.yuan
      if now == 0 { continue }
      if let value, value != now { return false }
      value = now
    }
    return value != nil || isStated
  }

  /// The concept of the headings above a section, and of the nearest alone.
  mutating func headingConcept(_ section: Int) -> HeadingConcept {
    if let known = headingConcepts[section] { return known }
    var concept: FigureConcept = []
    var own: FigureConcept = []
    var chain: FigureConcept = []
    var isItem = false
    var at: Int? = section
    var isFirst = true
    while let index = at, draft.sections.indices.contains(index) {
      if let h = draft.sections[index].heading, draft.headings.indices.contains(h), draft.headings[h].rank > 0
      {
        let found = lexicon.concept(of: draft.headings[h].title, units).concept
        if isFirst {
          own = found
          isItem =
            units.contains(Names.item, in: draft.headings[h].title)
            || units.contains(Names.major, in: draft.headings[h].title)
        }
        if concept.source.isEmpty { concept.formUnion(found.source) }
        if chain.source.isEmpty { chain.formUnion(found.source) }
        chain.formUnion(found.measure)
      }
      isFirst = false
      at = draft.sections[index].parent
    }
    let found = HeadingConcept(concept: concept, own: own, chain: chain, isItem: isItem)
    headingConcepts[section] = found
    return found
  }

  /// What the headings above a section speak of, and the nearest alone.
  struct HeadingConcept {
    var concept: FigureConcept
    var own: FigureConcept
    /// The source of the headings above, with the measures of all of them.
    var chain: FigureConcept
    /// The nearest heading is an item with its path.
    var isItem: Bool
  }

  /// Tells whether a label says nothing but the words of the trade, the unit's name before them apart.
  private mutating func isPlain(_ label: Slice, _ rest: Int) -> Bool {
    if rest == 0 { return true }
    var i = label.lower
    var end = label.lower
    while i < label.upper {
      if let (_, length) = lexicon.match(units, i, label.upper) {
        i += length
      } else {
        if Unit.isIdeograph(units[i]) { end = i + 1 }
        i += 1
      }
    }
    var prefix = Slice(label.lower, end)
    // The year and the words of the trade before the name are none of it.
    while prefix.lower < prefix.upper {
      let u = units[prefix.lower]
      if Unit.isDigit(u) || u == 0x5E74 || u == 0x5EA6 || u == 0xFF0C { prefix.lower += 1 } else { break }
    }
    guard prefix.count >= 2 else { return false }
    let key = units.key(prefix)
    if let known = knownPrefixes[key] { return known }
    let isKnown = knownPrefixes.count < 100 && isName(prefix)
    knownPrefixes[key] = isKnown
    return isKnown
  }

  /// Tells whether a prefix that the cover does not have is a name all the same.
  ///
  /// It ends like one and comes often.
  private func isName(_ prefix: Slice) -> Bool {
    guard prefix.count >= 3, EntityNames.endsName(units[prefix.upper - 1]) else { return false }
    var count = 0
    for claim in claims.claims where claim.role == .amount && claim.label.count > prefix.count {
      let head = Slice(claim.label.lower, Swift.min(claim.label.upper, claim.label.lower + prefix.count + 8))
      if Wording.contains(head, prefix, units) { count += 1 }
      if count >= 3 { return true }
    }
    return false
  }
}

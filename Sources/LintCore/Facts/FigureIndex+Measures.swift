/// Reads claims as measures, sources of funds and totals, and binds them to the cells that state these.
extension ClaimBinder {
  /// What a claim speaks of: a measure (基本支出), a source of funds (一般公共预算拨款收入) or a total.
  func reading(_ claim: Int, _ it: Claim) -> ClaimReading? {
    guard isPlain(it.label, it.rest), !units.starts(it.label, with: Self.share),
      !units.contains(anyOf: Self.spans, in: it.label)
    else { return nil }
    if isTrailingSum(claim, it) || isSourceOfSpending(claim, it) { return nil }
    // 决算数小于预算数1万元 is a difference.
    guard !isOfSeveral(claim, it), !units.contains(anyOf: Self.differences, in: it.label),
      !isRest(claim, it)
    else { return nil }
    let heading = headingConcept(claims.passages[it.passage].section)
    guard !isOfOther(claim, it, heading) else { return nil }
    var found = ClaimReading(
      claim: claim, measure: it.concept.narrowMeasure, source: it.concept.source, flow: it.concept.flow,
      isPlan: Self.isPlan(it.concept))
    let isBare = found.measure.isEmpty && found.source.isEmpty
    // 本年使用5万元 is no total of the year.
    let isOfYear = it.concept.contains(.thisYear) && !it.concept.flow.isEmpty
    let isTotal = isOfYear || !it.concept.isDisjoint(with: [.total, .both])
    let isItem = it.list >= 0 && claims.lists[it.list].isAcrossParagraphs
    if it.list >= 0, !(isItem && isBare && !it.topic.isEmpty) {
      guard inherit(it, &found) else { return nil }
    } else if isBare, isBesideCountedPart(claim, it) {
      return nil
    } else if isBare, !it.topic.isEmpty {
      let (topic, rest) = lexicon.concept(of: it.topic, units)
      guard isPlain(it.topic, rest) else {
        found.source = heading.concept.source
        return isTotal ? found : nil
      }
      found.source = topic.source
      if !isTotal {
        found.measure = topic.narrowMeasure
        if found.flow.isEmpty { found.flow = topic.flow }
      }
    } else if isBare, !isTotal {
      // 2023年预算安排0万元 under （二）公务接待费 speaks of what the heading names; only the first figure does.
      guard
        claims.claims[claims.passages[it.passage].claims].first(where: { $0.role == .amount })?.figure
          == it.figure
      else { return nil }
      let own = heading.own.narrowMeasure
      if own.rawValue.nonzeroBitCount == 1 { found.measure = own } else if heading.isItem { return nil }
    }
    // 部门整体支出绩效自评，涉及资金90万元 below 项目支出绩效自评情况: of all spending, not of the projects.
    if it.concept.narrowMeasure.isEmpty, found.measure == .project, isOfAllSpending(it) { return nil }
    if found.source.isEmpty { found.source = heading.concept.source }
    if found.measure.isEmpty, found.flow.isEmpty, it.concept.source.isEmpty { return nil }
    return found
  }

  /// Tells whether the sentence before a figure speaks of 整体支出.
  private func isOfAllSpending(_ it: Claim) -> Bool {
    let start = units.sentenceStart(before: it.label.lower, from: claims.passages[it.passage].slice.lower)
    return units.contains(Self.allSpending, in: Slice(start, it.figure.lower))
  }

  private static let allSpending: Word = "整体支出"

  /// 另有其他资金56万元，合计支出96万元: the sum of what stands before it.
  private func isTrailingSum(_ claim: Int, _ it: Claim) -> Bool {
    let label = Wording.core(it.label, units)
    guard claim > 0,
      units.starts(label, withAnyOf: GrammarWords.together) || units.equals(anyOf: Self.fundSums, it.label)
    else { return false }
    let before = claims.claims[claim - 1]
    // 甲、乙依次为4万元和8万元，合计12万元: 依次 says that the sum is theirs.
    return before.passage == it.passage && before.sentence == it.sentence && before.unit == it.unit
      && (before.role == .mention || before.role == .amount && !it.topic.isEmpty)
  }

  /// 基本支出99万元（财政拨款23万元、事业收入76万元）, 项目支出25万元，由事业收入安排23万元: what pays for one kind of spending is
  /// no income of the year.
  private func isSourceOfSpending(_ claim: Int, _ it: Claim) -> Bool {
    let measure = it.concept.narrowMeasure
    guard !measure.isEmpty, measure.isSubset(of: Self.incomes) else { return false }
    var at = claim - 1
    while at >= 0, claims.claims[at].passage == it.passage, claims.claims[at].sentence == it.sentence {
      let before = claims.claims[at]
      at -= 1
      guard before.role == .amount, before.unit.money != nil else { continue }
      if !before.concept.isDisjoint(with: Self.spendings) {
        let between = Slice(before.figure.upper, it.figure.lower)
        return !units.contains(Self.semicolon, in: between)
          && units.contains(anyOf: Self.payments, in: between)
      }
      // Other sources beside it.
      let isSource =
        !before.concept.source.isEmpty && before.concept.measure.isEmpty
        || !before.concept.isDisjoint(with: Self.incomes.union(Self.carried))
      guard isSource, !before.concept.contains(.expense) else { return false }
    }
    return false
  }

  private static let spendings: FigureConcept = [.basic, .project, .personnel, .running, .operatingExpense]
  private static let payments = WordList(["(", "由", "来源", "其中", "包括", "安排"])
  private static let semicolon: Word = ";"

  /// Labels of sums: 新安排7个（1126万元），上年结转3个（136万元），资金共1262万元.
  private static let fundSums = WordList(["资金共", "资金共计", "资金合计", "金额共计", "金额合计", "资金总计"])

  /// 其中：本年安排9个，金额900万元: the amount belongs to the nine, not to the whole before 其中.
  private func isBesideCountedPart(_ claim: Int, _ it: Claim) -> Bool {
    guard claim > 0, claims.claims[claim - 1].passage == it.passage else { return false }
    let before = claims.claims[claim - 1]
    return before.role == .amount && before.unit.isCount && before.list >= 0
  }

  static func isPlan(_ concept: FigureConcept) -> Bool {
    concept.contains(.plan) && !concept.contains(.actual)
  }

  /// Gives a part of a list what its whole says and it does not.
  ///
  /// A part without a name of its own is no claim of ours, and one that only names a source of funds says nothing
  /// where its whole is not understood.
  private func inherit(_ it: Claim, _ found: inout ClaimReading) -> Bool {
    let own = it.concept.narrowMeasure.subtracting(Self.carried)
    var whole = claims.lists[it.list].whole
    if own.isEmpty, whole >= 0 {
      guard let above = read[whole] else { return false }
      found.measure.formUnion(above.measure)
    }
    var steps = 0
    while whole >= 0, steps < 4 {
      let above = claims.claims[whole]
      // 机构运行110万元，其中：基本支出…: that of the item alone.
      guard isPlain(above.label, above.rest) else { return false }
      // 接待费2.14万元，其中：基本支出0.86万元: what pays for a matter.
      if !own.isDisjoint(with: [.basic, .project, .personnel, .running]),
        !above.concept.isDisjoint(with: FigureConcept.threePublicItems.union([.agencyRunning, .procurement]))
      {
        return false
      }
      // 机关运行费110万元，其中：公务用车运行维护费…: what is paid from it alone.
      if !own.isDisjoint(with: FigureConcept.threePublicItems),
        !above.concept.isDisjoint(with: [.agencyRunning, .running, .basic, .project])
      {
        return false
      }
      if found.source.isEmpty { found.source = above.concept.source }
      if found.source.isEmpty, !above.topic.isEmpty {
        found.source = lexicon.concept(of: above.topic, units).concept.source
      }
      if found.flow.isEmpty { found.flow = above.concept.flow }
      if it.concept.isDisjoint(with: [.plan, .actual]), read[whole]?.isPlan ?? false { found.isPlan = true }
      whole = above.list >= 0 ? claims.lists[above.list].whole : -1
      steps += 1
    }
    return !it.concept.isDisjoint(with: FigureConcept.measures.union(.sources).union([.total, .thisYear]))
  }

  /// 上级补助收入、附属单位上缴收入均为0万元: one figure that each of several measures has.
  func shared(_ claim: Int, _ it: Claim) -> Binding? {
    guard it.list < 0, units.ends(it.label, with: Self.each) else { return nil }
    let first = claims.passages[it.passage].claims.lowerBound
    let from = claim > first ? claims.claims[claim - 1].figure.upper : claims.passages[it.passage].slice.lower
    var start = it.label.lower
    while start > from, units[start - 1] == 0x3001 || Unit.isIdeograph(units[start - 1]) { start -= 1 }
    let (concept, rest) = lexicon.concept(of: Slice(start, it.label.upper), units)
    let measures = concept.measure
    guard rest == 0, measures.isSubset(of: Self.incomes), measures.rawValue.nonzeroBitCount >= 2 else {
      return nil
    }
    var agreeing: [CellPlace] = []
    for bit in 0..<UInt64(64) where measures.rawValue & 1 << bit != 0 {
      let reading = ClaimReading(
        claim: claim, measure: FigureConcept(rawValue: 1 << bit), source: [], flow: .income,
        isPlan: Self.isPlan(concept))
      guard let binding = bind(reading, it, period(it), speaksOfWhole: true) else { continue }
      if binding.outcome != .agrees { return binding }
      agreeing += binding.cells
    }
    return agreeing.isEmpty ? nil : Binding(claim: claim, outcome: .agrees, cells: agreeing, other: nil)
  }

  private static let each: Word = "均为"
  private static let incomes: FigureConcept = [
    .serviceIncome, .operatingIncome, .fromAbove, .fromBelow, .otherIncome,
  ]

  private static let share: Word = "占"
  /// Of a part of the year.
  private static let spans = WordList(["上半年", "下半年", "季度", "累计"])
  private static let differences = WordList(["大于", "小于", "高于", "低于", "多于", "少于", "超过", "超出"])

  /// 因公出国（境）费、公务接待费、公务用车运行费总额…: one figure for several measures.
  private func isOfSeveral(_ claim: Int, _ it: Claim) -> Bool {
    let passage = claims.passages[it.passage]
    let isEnumerated = it.label.lower > passage.slice.lower && units[it.label.lower - 1] == 0x3001
    guard isEnumerated || it.concept.contains(.total), !it.concept.measure.isEmpty else { return false }
    let first = passage.claims.lowerBound
    let from = claim > first ? claims.claims[claim - 1].figure.upper : passage.slice.lower
    let start = units.sentenceStart(before: it.label.lower, from: from)
    let before = lexicon.concept(of: Slice(start, it.label.lower), units).concept
    return !before.narrowMeasure.subtracting(it.concept.measure).isEmpty
      && before.narrowMeasure != .threePublic
  }

  func bind(_ reading: ClaimReading, _ it: Claim, _ period: FigurePeriod, speaksOfWhole: Bool) -> Binding? {
    let (claim, measure, source, flow) = (reading.claim, reading.measure, reading.source, reading.flow)
    guard measure.rawValue.nonzeroBitCount <= 2,
      measure.isDisjoint(with: [.cars, .posts, .staff, .smallFirms, .guests])
    else { return nil }
    let isCarry = !measure.isDisjoint(with: Self.carried)
    let question = MeasuredQuestion(
      measure: measure, source: source, flow: flow, isPlan: reading.isPlan, period: period,
      carries: isCarry ? carries(it.label) : 0)
    let cells = cells(answering: question, isCarry: isCarry)
    var (certain, possible) = (cells.certain, cells.possible)
    let periods = cells.periods
    let grand = 1 << Int(FigurePeriod.grand.rawValue)
    // A measure that only one source of funds pays for needs none to be certain.
    // Nor does it matter whether its one figure has the carry-over in it.
    if certain.isEmpty, measure.isSubset(of: Self.ofOneSource), !measure.isEmpty {
      current.weighsFigures = true
      let candidates = source.isEmpty ? possible : cells.ofSource
      if isOneFigure(candidates.map { index.measures[$0].place }) { certain = candidates }
    }
    // Of an income that no table has anything of, it does not matter which.
    if certain.isEmpty, measure.isSubset(of: Self.incomes), measure.rawValue.nonzeroBitCount == 1,
      source.isEmpty
    {
      current.weighsFigures = true
      let places = possible.map { index.measures[$0].place }
      if !places.isEmpty, places.allSatisfy({ cell($0)?.cell.isEmptyOrZero ?? false }) { certain = possible }
    }
    if measure.isEmpty {
      // A total may have the carry-over in it or not; the tables must state both.
      let isEither = period != .open || !hasCarry || (periods & grand != 0 && periods != grand)
      if !isEither || !speaksOfWhole { (certain, possible) = ([], certain + possible) }
    }
    if claims.isFinal, reading.isPlan, certain.isEmpty { return nil }
    return binding(claim, it, certain: certain, possible: possible)
  }

  /// Measures that 财政拨款 alone pays for by definition.
  private static let ofOneSource = FigureConcept.threePublicItems.union(.agencyRunning)

  /// Tells whether the row of a cell names the carry-over that a claim names: 年初结转 is no 使用结余.
  func isSameCarry(_ place: CellPlace, _ carries: UInt8) -> Bool {
    label(of: place).map { self.carries($0) == carries } ?? false
  }

  /// The kinds of carry-over that a label names, a bit for each.
  private func carries(_ label: Slice) -> UInt8 {
    var found: UInt8 = 0
    for (bit, kind) in Self.carryKinds.enumerated() where units.contains(anyOf: kind, in: label) {
      found |= 1 << UInt8(bit)
    }
    return found
  }

  private static let carryKinds = [WordList(["使用", "弥补", "用事业基金"]), WordList(["分配"])]

  /// The label of the row of a cell.
  private func label(of place: CellPlace) -> Slice? {
    guard draft.tables.indices.contains(place.table) else { return nil }
    for side in draft.tables[place.table].sides where side.columns.contains(place.column) {
      // The rows of a side follow each other.
      let at = place.row - (side.rows.first?.row ?? 0)
      if side.rows.indices.contains(at) { return side.rows[at].label }
    }
    return nil
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
  func headingConcept(_ section: Int) -> HeadingConcept {
    if let known = headingConcepts[section] { return known }
    var concept: FigureConcept = []
    var own: FigureConcept = []
    var isItem = false
    var isPerformance = false
    var at: Int? = section
    var isFirst = true
    while let index = at, draft.sections.indices.contains(index) {
      if let h = draft.sections[index].heading, draft.headings.indices.contains(h), draft.headings[h].rank > 0
      {
        var (found, rest) = lexicon.concept(of: draft.headings[h].title, units)
        // 学生课后服务与社会实践 is no purchase of services.
        if rest >= 3, !found.contains(.procurement) { found.subtract([.goods, .works, .services]) }
        if isFirst {
          own = found
          isItem =
            units.contains(Names.item, in: draft.headings[h].title)
            || units.contains(Names.major, in: draft.headings[h].title)
        }
        if concept.source.isEmpty { concept.formUnion(found.source) }
        concept.formUnion(found.measure)
        if units.contains(anyOf: Self.performance, in: draft.headings[h].title) { isPerformance = true }
      }
      isFirst = false
      at = draft.sections[index].parent
    }
    let found = HeadingConcept(concept: concept, own: own, isItem: isItem, isPerformance: isPerformance)
    headingConcepts[section] = found
    return found
  }

  /// What the headings above a section speak of, and the nearest alone.
  struct HeadingConcept {
    var concept: FigureConcept
    var own: FigureConcept
    /// The nearest heading is an item with its path.
    var isItem: Bool
    /// A heading speaks of performance (绩效).
    var isPerformance: Bool
  }

  /// Tells whether a label says nothing but the words of the trade, the unit's name before them apart.
  func isPlain(_ label: Slice, _ rest: Int) -> Bool {
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

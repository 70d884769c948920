/// Takes back what differs from the tables where the text shows that it speaks of less than the whole unit: of one of
/// its parts, of one project, or of a part of what a cell states.
extension ClaimBinder {
  /// The bindings without the differences of such figures.
  func ofWholeUnit(_ bindings: [Binding]) -> [Binding] {
    guard bindings.contains(where: { $0.outcome == .differs }) else { return bindings }
    let narrow = coherent(bindings)
    let agreeing = Set(bindings.filter { $0.outcome == .agrees }.map(\.claim))
    return bindings.filter { binding in
      guard binding.outcome == .differs else { return true }
      let it = claims.claims[binding.claim]
      // 同比-6.89万元: no table states how much less something became.
      guard it.amount.digits >= 0, !isCarryOfItem(it) else { return false }
      return !narrow.contains(binding.claim) && !isMadeUp(binding, it) && !isOfOneUnit(it)
        && !isOtherPlan(it) && !isAmongStrangers(binding, it, agreeing) && !isWithCarry(binding, it)
    }
  }

  // MARK: Sums

  /// 本年收入60万元，加上年初结转8万元，共68万元: what was added is no name of the sum.
  func isAddedUp(_ claim: Int, _ it: Claim) -> Bool {
    guard claim > 0, claims.claims[claim - 1].passage == it.passage,
      units.equals(anyOf: Self.togethers, units.trimmed(it.label)) || it.label.isEmpty
    else { return false }
    let before = claims.claims[claim - 1]
    return units.starts(before.label, withAnyOf: Self.additions)
  }

  private static let additions = WordList(["加上", "加", "连同"])

  private func value(_ claim: Claim) -> Int128? {
    guard let money = claim.unit.money, claim.amount.isCalculable else { return nil }
    return claim.amount.scaled * money.yuan
  }

  private func half(_ claim: Claim) -> Int128 { claim.amount.half * (claim.unit.money?.yuan ?? 0) }

  private func value(_ place: CellPlace) -> Int128? {
    guard let (cell, unit) = cell(place), cell.isAmountOrEmpty, cell.amount.isCalculable else { return nil }
    return cell.amount.scaled * unit.yuan
  }

  /// Tells whether figures beside a claim make up its cell with it, or the cells make up the claim together.
  ///
  /// 使用结余250.00万元、使用专用结余118.52万元 against a row of both, 368.52.
  private func isMadeUp(_ binding: Binding, _ it: Claim) -> Bool {
    guard let own = value(it), own != 0 else { return false }
    let cells = Set(binding.cells.compactMap { value($0) })
    if cells.count >= 2, (cells.reduce(0, +) - own).magnitude <= (2 * half(it)).magnitude { return true }
    let passage = claims.passages[it.passage].claims
    let near = passage.filter {
      claims.claims[$0].role == .amount && claims.claims[$0].unit == it.unit
        && claims.claims[$0].sentence == it.sentence && ($0 - binding.claim).magnitude <= 6
    }
    guard let at = near.firstIndex(of: binding.claim) else { return false }
    for first in near.startIndex...at {
      var sum: Int128 = 0
      for last in first..<near.endIndex {
        sum += value(claims.claims[near[last]]) ?? 0
        guard last >= at, last > first else { continue }
        let tail = half(it) * Int128(last - first + 1)
        if cells.contains(where: { $0 != 0 && ($0 - sum).magnitude <= tail.magnitude }) { return true }
      }
    }
    return false
  }

  /// …（项）。支出决算2846万元，年末结转60万元: what is carried over of one item.
  private func isCarryOfItem(_ it: Claim) -> Bool {
    guard !it.concept.isDisjoint(with: Self.carried) else { return false }
    let passage = claims.passages[it.passage]
    let before = Slice(passage.slice.lower, it.label.lower)
    return units.contains(Names.item, in: it.topic) || units.contains(Names.item, in: before)
  }

  /// Tells whether a budget states its projects with what was carried over where the table leaves that out.
  private func isWithCarry(_ binding: Binding, _ it: Claim) -> Bool {
    guard !claims.isFinal, hasCarry, it.concept.contains(.project), let own = value(it) else { return false }
    let carried = carriedFigures()
    return binding.cells.allSatisfy { place in
      value(place).map { $0 < own && carried.contains((own - $0).magnitude) } ?? false
    }
  }

  /// The claims of passages whose parts make their own whole, which is less than what the tables state.
  ///
  /// A slip in one of the figures would break the sum; where nothing of it stands in the tables, it is another matter.
  private func coherent(_ bindings: [Binding]) -> Set<Int> {
    var agreeing: Set<Int> = []
    // What is more than a cell, or a slip away from it, is no part of it.
    var larger: Set<Int> = []
    for binding in bindings where binding.outcome == .agrees || binding.outcome == .differs {
      let it = claims.claims[binding.claim]
      guard let own = value(it) else { continue }
      if binding.outcome == .agrees {
        if own != 0 { agreeing.insert(binding.claim) }
      } else if binding.cells.contains(where: { value($0).map { $0 < own || Slip.isSlip($0, own) } ?? true })
      {
        larger.insert(binding.claim)
      }
    }
    var found: Set<Int> = []
    for list in claims.lists where list.whole >= 0 {
      let members = list.parts + [list.whole]
      guard list.parts.count(where: { !claims.claims[$0].amount.isZero }) >= 2,
        !members.contains(where: { agreeing.contains($0) || larger.contains($0) }),
        let whole = value(claims.claims[list.whole]), whole != 0
      else { continue }
      let parts = list.parts.compactMap { value(claims.claims[$0]) }
      let tail = half(claims.claims[list.whole]) * Int128(parts.count + 1)
      guard parts.count == list.parts.count, (parts.reduce(0, +) - whole).magnitude <= tail.magnitude
      else { continue }
      found.formUnion(members)
      let passage = claims.passages[claims.claims[list.whole].passage].claims
      if !passage.contains(where: agreeing.contains) { found.formUnion(list.whole..<passage.upperBound) }
    }
    return found
  }

  /// 其中县级单位60万元、乡镇卫生院62万元: a part that bears the name of a row by chance, as none beside it does.
  private func isAmongStrangers(_ binding: Binding, _ it: Claim, _ agreeing: Set<Int>) -> Bool {
    guard it.list >= 0, it.rest >= 1, read[binding.claim] == nil, !units.contains(Names.item, in: it.label),
      !units.contains(Names.major, in: it.label), Self.name(it, units)?.code == nil
    else { return false }
    let list = claims.lists[it.list]
    return list.parts.count >= 2 && !list.parts.contains(where: agreeing.contains)
  }

  /// 年初预算3.00万元，调整预算2.18万元: the tables have a column for one of the two.
  private func isOtherPlan(_ it: Claim) -> Bool {
    guard claims.isFinal, it.concept.contains(.plan), units.contains(anyOf: Self.adjusted, in: it.label)
    else {
      return false
    }
    return claims.claims[claims.passages[it.passage].claims].contains {
      $0.unit.money != nil && units.contains(Self.initial, in: $0.label)
    }
  }

  private static let adjusted = WordList(["调整", "全年"])
  private static let initial: Word = "年初"

  // MARK: Words

  private static let below = WordList(["下属单位", "所属单位", "分单位", "各单位", "二级单位"])
  private static let projects: Word = "项目"
  private static let accounts = WordList(["经费情况", "支出情况", "预算情况", "资金情况", "绩效", "说明"])
  private static let thisProject = WordList(["本项目", "该项目", "此项目"])
  private static let own = WordList([
    "局本级", "委本级", "厅本级", "部本级", "院本级", "办本级", "机关本级", "会本级", "本级机关", "局机关", "委机关", "厅机关",
  ])
  private static let schools: Set<UInt16> = [0x5B66]

  /// Tells whether a claim speaks of one unit of several or of one project, by its heading, paragraph or sentence.
  private func isOfOneUnit(_ it: Claim) -> Bool {
    let passage = claims.passages[it.passage]
    if isOtherUnit(passage.section) { return true }
    let before = Slice(passage.slice.lower, it.figure.lower)
    if units.contains(anyOf: Self.thisProject, in: before) || isOfSomeProjects(it) { return true }
    if let subject = subject(of: before), isOtherName(subject) { return true }
    if passage.ordinal != nil, isUnit(at: passage) { return true }
    var start = it.figure.lower
    while start > passage.slice.lower, units[start - 1] != 0x3002 { start -= 1 }
    if units.contains(anyOf: Self.own, in: Slice(start, it.figure.lower)) { return true }
    return isBehindName(it)
  }

  /// 对“甲”“乙”2个重点项目编制了自评表，两个项目执行数合计34万元: a sum without a name of its own is that of the projects counted.
  private func isOfSomeProjects(_ it: Claim) -> Bool {
    guard it.concept.subtracting([.total, .actual, .plan, .grand]).isEmpty else { return false }
    let start = units.sentenceStart(before: it.label.lower, from: claims.passages[it.passage].slice.lower)
    let before = Slice(start, it.label.upper)
    guard let at = before.indices.last(where: { units.starts(Slice($0, before.upper), with: Self.projects) })
    else { return false }
    // 2个重点项目, 两个项目, 上述项目
    let name = Slice(Swift.max(start, at - Self.longestKind), at)
    return units.contains(anyOf: Self.counted, in: name)
  }

  private static let longestKind = 5
  private static let counted = WordList(["个", "上述", "以上", "这些"])

  /// 质安站人员经费24万元，公用经费5万元，项目支出11万元: the name before the first figure governs the others up to ；.
  private func isBehindName(_ it: Claim) -> Bool {
    let passage = claims.passages[it.passage]
    let start = units.sentenceStart(before: it.figure.lower, from: passage.slice.lower)
    guard
      let first = claims.claims[passage.claims].first(where: {
        $0.label.lower >= start && $0.figure.lower < it.figure.lower
      })
    else { return false }
    let label = Wording.core(first.label, units)
    var end = label.lower
    while end < label.upper, Unit.isIdeograph(units[end]) {
      if let (entry, length) = lexicon.match(units, end, label.upper) {
        guard lexicon.entries[entry].concept.isEmpty, length < 3 else { break }
        end += length
      } else {
        end += 1
      }
    }
    return isOtherName(Slice(label.lower, end), least: 3)
  }

  /// 1.某某局（本级）（行政单位，编制32名），本年收入…: an item of a list of units.
  func isUnit(at passage: Passage) -> Bool {
    let lower = passage.slice.lower + (passage.ordinal?.length ?? 0)
    guard
      let end = (lower..<passage.slice.upper).first(where: {
        units[$0] == 0x28 || Unit.isComma(units[$0]) || units[$0] == 0x3A
      })
    else { return false }
    let behind = Slice(end, Swift.min(passage.slice.upper, end + 4))
    return units.starts(behind, withAnyOf: Self.itself) || isOtherName(Slice(lower, end), least: 4)
  }

  private static let itself = WordList(["(本级", "(机关"])

  /// What a paragraph begins with: 1.某某学校。… or 某某学校：….
  private func subject(of slice: Slice) -> Slice? {
    var lower = slice.lower
    while lower < slice.upper, !Unit.isIdeograph(units[lower]) { lower += 1 }
    guard let end = (lower..<slice.upper).first(where: { units[$0] == 0x3002 || units[$0] == 0x3A }),
      end - lower >= 4, end - lower <= 30
    else { return nil }
    return Slice(lower, end)
  }

  /// Tells whether the headings above a section name another unit, units below this one, or one project of several.
  private func isOtherUnit(_ section: Int) -> Bool {
    var at: Int? = section
    var steps = 0
    while let index = at, draft.sections.indices.contains(index), steps < 8 {
      if let h = draft.sections[index].heading, draft.headings.indices.contains(h), draft.headings[h].rank > 0
      {
        let title = draft.headings[h].title
        if units.contains(anyOf: Self.below, in: title) { return true }
        if steps == 0, isOtherName(title) { return true }
        if steps > 0, units.starts(title, with: Self.projects),
          units.contains(anyOf: Self.accounts, in: title)
        {
          return true
        }
      }
      at = draft.sections[index].parent
      steps += 1
    }
    return false
  }

  /// Tells whether words are the name of a unit that the draft is not about.
  private func isOtherName(_ slice: Slice, least: Int = 5) -> Bool {
    guard slice.count >= least, slice.count <= 30, slice.upper > 0,
      EntityNames.endsName(units[slice.upper - 1]) || Self.schools.contains(units[slice.upper - 1])
    else { return false }
    let (concept, rest) = lexicon.concept(of: slice, units)
    let measure = concept.measure.subtracting([.goods, .works, .services, .cars, .staff])
    return rest + (concept.measure == measure ? 0 : 2) >= 3 && measure.isEmpty && concept.source.isEmpty
      && !names.body(of: slice).isEmpty
  }
}

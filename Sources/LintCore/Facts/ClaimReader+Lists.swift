/// How a passage puts amounts into lists: 其中, 包括 and their like, brackets, and what stands beside them.
extension PassageReader {
  /// Puts an amount into the list it belongs to: a new one behind a marker, else the innermost one still open.
  mutating func place(_ index: Int, _ out: inout Claims) {
    if let marker {
      let list = newList(marker, before: index, &out)
      alignWhole(of: list, with: index, &out)
      alignOwner(of: list, with: index, &out)
      if isOtherStatus(index, list, out) {
        // 年初预算 first, 支出决算 second: the list begins with the latter.
        openLists.append(OpenList(list: list, depth: depth))
        return
      }
      out.lists[list].parts = [index]
      join(index, list, &out)
      openLists.append(
        OpenList(list: list, depth: depth, isByYear: yearAt >= out.claims[index].label.lower))
      return
    }
    if !openLists.isEmpty, isPerThing(index, out) { return }
    if units.starts(Wording.core(out.claims[index].label, units), with: GrammarWords.inDetail) {
      openLists.removeAll { $0.depth >= depth }
      return
    }
    openLists = openLists.filter { !isItself(index, of: $0.list, out) }
    if separator == 4 { openLists = openLists.filter { $0.depth > depth || goesOn(index, $0.list, out) } }
    while let last = openLists.last {
      let list = out.lists[last.list]
      // What is left for a list that makes its whole, or divides the cars, is a part of the list around it.
      let isFull = isComplete(list, out) && !out.claims[index].amount.isZero
      var closes = openLists.count > 1 && (isFull || isBesideCars(index, list, out))
      if list.level > 0 {
        closes = closes || separator > list.level
      } else {
        // One part so far: 。 ends the list; ； ends it when the part is the whole already.
        // What stands within the brackets of the list is one of its parts.
        let isWithin = last.depth == depth && depth > 0
        closes = closes || separator >= 3 && (isFull && !isWithin || opensOwnList(index, out))
      }
      closes =
        closes || isOtherCut(index, list, out)
        || separator >= 3
          && (isOtherSide(index, list, out) || isHigher(index, list, out) || isDistribution(index, list, out))
      guard closes, last.depth >= depth, !goesOn(index, last.list, out) else { break }
      openLists.removeLast()
    }
    guard let last = openLists.last, !isOtherStatus(index, last.list, out) else { return }
    guard sameKind(index, last.list, out) else { return accompany(index, last.list, &out) }
    out.lists[last.list].parts.append(index)
    out.lists[last.list].level = Swift.max(out.lists[last.list].level, separator)
    join(index, last.list, &out)
  }

  /// 车均运行费由2.50万元降为2.25万元: what one of them costs is no part of what all do.
  private func isPerThing(_ index: Int, _ out: Claims) -> Bool {
    let clause = units.clauseStart(before: out.claims[index].figure.lower, from: body.lower)
    return units.starts(
      Slice(clause, out.claims[index].figure.lower), withAnyOf: GrammarWords.perThing)
  }

  /// 其中2021年到位12万元、2022年到位8万元: the years are the parts.
  var isListedByYear: Bool {
    marker != nil || openLists.last.map { $0.depth == depth && $0.isByYear } ?? false
  }

  /// Makes an amount a part of a list: a part of a budget is a budget.
  private func join(_ index: Int, _ list: Int, _ out: inout Claims) {
    out.claims[index].list = list
    let whole = out.lists[list].whole
    guard out.isFinal, whole >= 0, isPlan(out.claims[whole]), !out.claims[index].concept.contains(.actual)
    else { return }
    out.claims[index].concept.insert(.plan)
  }

  /// 其中：因公出国费0万元。公务接待费5万元。: the parts of 三公 go on behind a full stop until they make the whole.
  private func goesOn(_ index: Int, _ list: Int, _ out: Claims) -> Bool {
    let whole = out.lists[list].whole
    guard whole >= 0, out.claims[whole].concept.narrowMeasure == .threePublic,
      !isComplete(out.lists[list], out),
      out.claims[index].unit.money != nil
    else { return false }
    let own = out.claims[index].concept.narrowMeasure
    let items: FigureConcept = [.abroad, .vehicles, .reception, .vehiclePurchase, .vehicleRunning]
    return own.rawValue.nonzeroBitCount == 1 && items.isSuperset(of: own)
      && out.lists[list].parts.allSatisfy { out.claims[$0].concept.narrowMeasure != own }
  }

  /// “三公”经费70万元，其中：…；接待费8万元⏎“三公”经费70万元，较上年…: what the whole is called is no part of it.
  private func isItself(_ index: Int, of list: Int, _ out: Claims) -> Bool {
    let whole = out.lists[list].whole
    guard whole >= 0, out.claims[index].concept.narrowMeasure == .threePublic else { return false }
    let concept = out.claims[whole].concept
    let named =
      concept.measure.isEmpty ? lexicon.concept(of: out.claims[whole].topic, units).concept : concept
    return named.narrowMeasure == .threePublic
  }

  /// In final accounts the 年初预算 of a part is no part of a 决算.
  private func isOtherStatus(_ index: Int, _ list: Int, _ out: Claims) -> Bool {
    guard out.isFinal, isPlan(out.claims[index]) else { return false }
    let whole = out.lists[list].whole
    return whole < 0 || !isPlan(out.claims[whole])
  }

  func isPlan(_ claim: Claim) -> Bool {
    claim.concept.contains(.plan) && !claim.concept.contains(.actual)
  }

  /// 二级项目3个，共计金额190万元。其中：本年项目2个，涉及金额172万元…: the money beside the counts is a list too.
  private mutating func accompany(_ index: Int, _ list: Int, _ out: inout Claims) {
    guard let first = out.lists[list].parts.first else { return }
    let unit = out.claims[index].unit
    if let companion = companions[list] {
      let parts = out.lists[companion].parts
      guard let own = parts.first, out.claims[own].unit == unit else { return }
      out.lists[companion].parts.append(index)
      out.claims[index].list = companion
      return
    }
    let sentence = out.claims[first].sentence
    guard
      let whole = (firstClaim..<first).last(where: {
        out.claims[$0].role == .amount && out.claims[$0].unit == unit
          && sentence - out.claims[$0].sentence <= 1
      })
    else { return }
    var companion = ClaimList(whole: whole, otherWholes: [], parts: [index], marker: out.lists[list].marker)
    // Only figures beside every part make a list that can be added up.
    companion.isOpen = out.lists[list].isOpen || out.claims[index].label.count > 6
    companion.isCompanion = true
    companions[list] = out.lists.count
    out.claims[index].list = out.lists.count
    out.lists.append(companion)
  }

  private func sameKind(_ index: Int, _ list: Int, _ out: Claims) -> Bool {
    guard let first = out.lists[list].parts.first else { return true }
    return isAlike(out.claims[first].unit, out.claims[index].unit)
  }

  /// Tells whether the parts of a list make its whole.
  func isMade(_ list: Int, _ out: Claims) -> Bool { isComplete(out.lists[list], out) }

  private func isComplete(_ list: ClaimList, _ out: Claims) -> Bool {
    guard list.whole >= 0, out.claims[list.whole].unit == out.claims[list.parts.first ?? list.whole].unit
    else {
      return false
    }
    var sum: Int128 = 0
    for part in list.parts { sum += out.claims[part].amount.scaled }
    return sum == out.claims[list.whole].amount.scaled
  }

  /// 公用经费121万元，主要包括：办公费、水费: names alone are no list.
  private func hasFigures(behind marker: Int) -> Bool {
    for token in tokens[(marker + 1)...] {
      switch token.mark {
      case .figure where token.unit != .none: return true
      case .semicolon, .stop: return false
      default: continue
      }
    }
    return false
  }

  /// Tells whether 其中 follows the figure before the next figure: it is a whole of its own.
  private func opensOwnList(_ index: Int, _ out: Claims) -> Bool {
    for next in Swift.min(cursor + 1, tokens.endIndex)..<tokens.endIndex {
      switch tokens[next].mark {
      case .ofWhich, .includes: return hasFigures(behind: next)
      // （其中：…） is about this figure alone and ends no list.
      case .figure, .stop, .open: return false
      default: continue
      }
    }
    return false
  }

  mutating func newList(_ marker: Slice, before limit: Int, _ out: inout Claims) -> Int {
    var list = ClaimList(whole: -1, otherWholes: [], parts: [], marker: marker)
    list.isOpen =
      units.starts(marker, with: GrammarWords.mainly) && !units.contains(GrammarWords.aspects, in: marker)
    // 一项支出10万元（甲4万元、乙6万元）, 即甲4万元…: names beside the figure, which need not be rows of a table.
    list.isAside =
      marker.count == 1 && (units[marker.lower] == 0x28 || units[marker.lower] == 0x3A)
      || units.equals(anyOf: GrammarWords.introductions, marker)
    // 按资金来源划分，…: the whole is said further before, if at all.
    let isSeen = isSeen(marker)
    list.isCompanion = isSeen || units.starts(marker, with: GrammarWords.by)
    // 从收入看，…；从支出看，…: the other side of what was said further before.
    if isSeen, separator >= 3, units[marker.lower] == 0x4ECE, !isOnlyAmount(before: limit, out) {
      out.lists.append(list)
      return out.lists.count - 1
    }
    var subject = Wording.core(markerSubject, units)
    // 该类支出由两部分组成：…: of what was said last.
    if units.starts(subject, withAnyOf: GrammarWords.demonstratives) { subject.upper = subject.lower }
    if !subject.isEmpty, let found = find(subject, before: limit, out) {
      list.whole = found
    } else if !subject.isEmpty, separator >= 3 {
      // 收入包括：甲1万元、乙2万元；支出包括：…: what the words name has no figure but that of both sides.
      list.whole = head(before: limit, out)
    } else if list.isCompanion, lastAmount >= 0, out.claims[lastAmount].sentence == sentence {
      list.whole = outermost(lastAmount, out)
    } else if lastAmount >= 0, out.claims[lastAmount].sentence == sentence {
      list.whole = lastAmount
      for index in firstClaim..<limit
      where out.claims[index].role == .amount && out.claims[index].sentence == sentence && index != lastAmount
      {
        list.otherWholes.append(index)
      }
      // 决算25万元，为年初预算28万元的89.29%，其中：…: in final accounts the outcome is divided.
      if out.isFinal, isPlan(out.claims[lastAmount]),
        let actual = list.otherWholes.last(where: { out.claims[$0].concept.contains(.actual) })
      {
        list.whole = actual
        list.otherWholes.removeAll { $0 == actual }
        list.otherWholes.append(lastAmount)
      }
    } else if lastAmount >= 0, subject.isEmpty {
      let outer = outermost(lastAmount, out)
      // 决算中，接待费1万元；用车费2万元。其中：… divides the whole of both, which is not stated.
      let above = out.claims[outer].list
      if above >= 0 && out.lists[above].parts.count >= 2 || isEnumerated(outer, out) || dividesAnew(marker) {
        out.lists.append(list)
        return out.lists.count - 1
      }
      list.whole = outer
      if outer != lastAmount { list.otherWholes = [lastAmount] }
      if out.isFinal, isPlan(out.claims[outer]),
        let actual = (firstClaim..<limit).last(where: {
          out.claims[$0].role == .amount && !isPlan(out.claims[$0])
        })
      {
        list.whole = actual
        list.otherWholes = [outer, lastAmount]
      }
    } else if lastAmount < 0, marker.lower == body.lower, units.equals(marker, GrammarWords.ofWhich) {
      list.whole = amountAbove(out)
    } else {
      list.whole = head(before: limit, out)
    }
    out.lists.append(list)
    return out.lists.count - 1
  }

  /// …，住房保障支出24万元。按支出性质分为基本支出和项目支出，其中：…: the sentence divides all of what was said.
  private func dividesAnew(_ marker: Slice) -> Bool {
    let start = units.sentenceStart(before: marker.lower, from: body.lower)
    return units.contains(anyOf: GrammarWords.dividingAnew, in: Slice(start, marker.lower))
  }

  /// 采购支出90万元。从类别看，…: the one figure that the sentence before states is what the kinds divide.
  private func isOnlyAmount(before limit: Int, _ out: Claims) -> Bool {
    guard lastAmount >= 0, out.claims[lastAmount].list < 0, sentence - out.claims[lastAmount].sentence == 1
    else { return false }
    return !(firstClaim..<limit).contains { $0 != lastAmount && out.claims[$0].role == .amount }
  }

  /// 12个项目中，甲单位6个、乙单位6个。其中：…: an amount behind others of its kind, of which none is their whole.
  private func isEnumerated(_ amount: Int, _ out: Claims) -> Bool {
    let claim = out.claims[amount]
    guard amount > firstClaim, claim.list < 0, claim.label.lower > body.lower,
      units[claim.label.lower - 1] == 0x3001
    else { return false }
    let before = out.claims[amount - 1]
    return before.role == .amount && before.sentence == claim.sentence && before.unit == claim.unit
      && before.figure.upper == claim.label.lower - 1
  }

  /// The one amount of the paragraph above, which a paragraph that begins with 其中 divides; else -1.
  private func amountAbove(_ out: Claims) -> Int {
    let above = passage - 1
    guard out.passages.indices.contains(above), out.passages[above].section == out.passages[passage].section
    else {
      return -1
    }
    let amounts = out.passages[above].claims.filter { out.claims[$0].role == .amount }
    guard let only = amounts.only, out.claims[only].list < 0 else { return -1 }
    return only
  }

  /// The whole of the whole … that an amount is a part of, or itself.
  private func outermost(_ amount: Int, _ out: Claims) -> Int {
    var outer = amount
    while out.claims[outer].list >= 0, out.lists[out.claims[outer].list].whole >= 0 {
      let next = out.lists[out.claims[outer].list].whole
      guard next < outer else { break }
      outer = next
    }
    return outer
  }

  /// The first amount of the passage, if it is that of income and spending alike (收支总预算), else -1.
  private func head(before limit: Int, _ out: Claims) -> Int {
    guard let head = (firstClaim..<limit).first(where: { out.claims[$0].role == .amount }),
      out.claims[head].concept.contains(.both)
    else { return -1 }
    return head
  }

  /// The nearest amount before whose label says the same as the words before 包括.
  ///
  /// A bare 收入 or 支出 means a whole that is not a kind of it, such as 本年支出合计.
  private func find(_ subject: Slice, before limit: Int, _ out: Claims) -> Int? {
    let section = out.passages[passage].section
    let (concept, rest) = lexicon.concept(of: subject, units)
    let isBare = rest == 0 && concept.isSubset(of: [.income, .expense])
    guard !isBare || !concept.isEmpty else { return nil }
    var index = limit - 1
    while index >= 0 {
      let claim = out.claims[index]
      let from = out.passages[claim.passage]
      // The total of 三公 stands in a section of its own before its parts.
      let isNear = from.section == section || concept.narrowMeasure == .threePublic
      guard isNear, passage - claim.passage <= Self.reach else { return nil }
      if claim.role == .amount {
        if isBare {
          if claim.concept.contains(concept), claim.concept.measure.isEmpty,
            claim.list < 0 || claim.concept.contains(.thisYear)
          {
            return index
          }
        } else if Wording.contains(claim.label, subject, units) {
          return outcome(of: index, before: limit, out) ?? index
        }
      }
      index -= 1
    }
    return nil
  }

  /// “三公”经费预算5万元，实际支出4万元。…“三公”经费中，…: in final accounts the figure behind a budget is what is divided.
  private func outcome(of budget: Int, before limit: Int, _ out: Claims) -> Int? {
    let claim = out.claims[budget]
    guard out.isFinal, claim.passage < passage, isPlan(claim) else { return nil }
    return (budget + 1..<limit).first {
      out.claims[$0].passage == claim.passage && out.claims[$0].sentence == claim.sentence
        && out.claims[$0].role == .amount && out.claims[$0].unit == claim.unit
        && out.claims[$0].concept.contains(.actual) && out.claims[$0].concept.measure.isEmpty
    }
  }

  /// The passage ends in 其中： or 包括：, so items follow in paragraphs of their own.
  mutating func announce(_ marker: Slice, _ out: inout Claims) {
    guard body.upper - marker.upper <= 12, body.upper > body.lower,
      units[body.upper - 1] == 0x3A || body.upper - marker.upper <= 2
    else { return }
    let list = newList(marker, before: out.claims.count, &out)
    out.lists[list].isAcrossParagraphs = true
    announces = true
  }

  /// 教育支出40万元，占80%；卫生健康支出10万元，占20%: amounts that each carry a share are a list without a whole.
  func listShares(_ out: inout Claims) {
    var parts: [Int] = []
    var index = firstClaim
    while index + 1 < out.claims.count {
      let isShared =
        out.claims[index].role == .amount && out.claims[index].list < 0
        && out.claims[index].unit.money != nil && out.claims[index + 1].role == .share
        && out.claims[index + 1].subject == index && out.claims[index + 1].base.isEmpty
      if isShared { parts.append(index) }
      index += isShared ? 2 : 1
    }
    guard parts.count >= 2,
      !out.lists[firstList...].contains(where: { list in parts.contains(list.whole) })
    else { return }
    out.addShares(of: parts, level: 3)
  }

  /// 保险费376万元，即养老201万元、年金48万元…; 运行费178万元由基本支出安排154万元、项目支出安排24万元.
  func introduced(_ claim: Claim, _ out: Claims) -> Slice? {
    guard marker == nil, lastAmount >= 0, lastSentence == sentence, separator <= 2, claim.unit.money != nil,
      claim.label.lower <= lastFigureEnd + 1 || isBehindBracket(claim.label.lower),
      let length = units.lengthOfWord(starting: claim.label, anyOf: GrammarWords.introductions),
      !goesOn(length, claim.label, from: lastAmount, out)
    else { return nil }
    return Slice(claim.label.lower, claim.label.lower + length)
  }

  /// 项目支出235万元（占47%），由…: only the bracket of its share stands between a figure and what introduces its parts.
  private func isBehindBracket(_ position: Int) -> Bool {
    position == lastFigureEnd + 2 && units[lastFigureEnd] == 0x29 && Unit.isComma(units[position - 1])
  }

  /// 由财政拨款负担58万元，由事业收入负担101万元: the second stands beside the first.
  private func goesOn(_ word: Int, _ label: Slice, from amount: Int, _ out: Claims) -> Bool {
    let before = out.claims[amount].label
    guard before.count >= word else { return false }
    return (0..<word).allSatisfy { units[before.lower + $0] == units[label.lower + $0] }
  }
}

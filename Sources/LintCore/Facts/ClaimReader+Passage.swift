/// Reads the tokens of one passage from left to right into claims and lists.
///
/// The grammar: a clause is a label and a figure; a word before the figure makes it a change (增加), a rate
/// (增长), a share (占) or a completion (完成预算) of the amount before; 其中 and its like open a list, whose parts
/// go on until a separator that is stronger than those between the parts.
struct PassageReader {
  let units: Units
  let lexicon: FigureLexicon
  let names: EntityNames
  let tokens: ArraySlice<FigureToken>
  let passage: Int
  let body: Slice
  let firstClaim: Int
  let firstList: Int
  /// The passage ends in words that announce items.
  private(set) var announces = false

  private struct OpenList {
    var list: Int
    var depth: Int
  }
  private enum Pending { case nothing, share, completion }

  private var sentence = 0
  private var labelStart: Int
  private var separator = 0
  private var lastAmount = -1
  private var lastChange = -1
  private var openLists: [OpenList] = []
  private var depth = 0
  private var mentionDepth = -1
  /// The list of other figures beside the parts of a list.
  private var companions: [Int: Int] = [:]
  /// The amounts that brackets interrupted.
  private var interrupted: [(amount: Int, change: Int)] = []
  private var topic = Slice(0, 0)
  private var marker: Slice?
  /// The marker announces figures only in its own clause: 主要用于 without a colon.
  private var isLoose = false
  private var markerSubject = Slice(0, 0)
  private var compareAt: Slice?
  private var isCompared = false
  /// The sentence before compared with another year; 其中 at the start of this one goes on with it.
  private var wasCompared = false
  private var direction: (value: Int, word: Slice)?
  private var pending = Pending.nothing
  private var pendingWord = Slice(0, 0)
  private var isReason = false
  private var isUntil = false
  private var isAverage = false
  private var hasLastYear = false
  private var aboutEnd = -1
  private var year = 0

  init(
    units: Units, lexicon: FigureLexicon, names: EntityNames, tokens: ArraySlice<FigureToken>, passage: Int,
    body: Slice,
    firstClaim: Int, firstList: Int
  ) {
    self.units = units
    self.lexicon = lexicon
    self.names = names
    self.tokens = tokens
    self.passage = passage
    self.body = body
    self.firstClaim = firstClaim
    self.firstList = firstList
    labelStart = body.lower
  }

  mutating func run(_ out: inout Claims) {
    var i = tokens.startIndex
    while i < tokens.endIndex {
      let token = tokens[i]
      switch token.mark {
      case .enumeration: boundary(1, token, &out)
      case .comma:
        impliedMark(token)
        boundary(2, token, &out)
      case .semicolon: boundary(3, token, &out)
      case .stop: boundary(4, token, &out)
      case .colon:
        impliedMark(token)
        if marker != nil { labelStart = Int(token.upper) }
      case .open: i = open(i)
      case .close: close(token)
      case .ofWhich, .includes, .usedFor: mark(token)
      case .share: await_(.share, token)
      case .completion: await_(.completion, token)
      case .compare: compareAt = token.slice
      case .compared:
        isCompared = true
        if compareAt == nil { compareAt = token.slice }
      case .lastYear: hasLastYear = true
      case .increase: direction = (1, token.slice)
      case .decrease: direction = (-1, token.slice)
      case .unchanged, .above, .below, .equal: state(token, &out)
      case .reason: isReason = true
      case .andSoOn: leaveOpen(token, &out)
      case .about: aboutEnd = Int(token.upper)
      case .average: isAverage = true
      case .until: isUntil = true
      case .year:
        if isUntil {
          isUntil = false
        } else if compareAt == nil, !isOther(token) {
          year = Int(token.amount.digits)
        }
      case .date: isUntil = false
      case .figure: figure(i, &out)
      case .noise:
        // 。2.普通教育（款）… goes on with the items of the list.
        if i > tokens.startIndex, tokens[i - 1].mark == .stop, tokens[i - 1].upper == token.lower {
          separator = Swift.min(separator, 3)
        }
      case .filler, .concept, .decoy, .code, .none, .threshold, .upTo: break
      }
      i += 1
    }
    if let marker { announce(marker, &out) }
  }

  // MARK: Punctuation

  private mutating func boundary(_ level: Int, _ token: FigureToken, _ out: inout Claims) {
    // 收入总计、支出总计均为…: one label for both.
    let isJoined = level == 1 && Int(token.lower) > labelStart && units[Int(token.lower) - 1] == 0x8BA1
    if level >= 2, !isReason { takeTopic(Slice(labelStart, Int(token.lower))) }
    if !isJoined { labelStart = Int(token.upper) }
    // 主要用于办公支出，… announces no figures.
    if level >= 2, let marker, isLoose, marker.upper < Int(token.lower) { self.marker = nil }
    separator = Swift.max(separator, level)
    direction = nil
    pending = .nothing
    isAverage = false
    hasLastYear = false
    isUntil = false
    guard level >= 2 else { return }
    compareAt = nil
    guard level >= 3 else { return }
    isReason = false
    lastChange = -1
    guard level == 4 else { return }
    wasCompared = isCompared
    isCompared = false
    sentence += 1
  }

  /// A clause without a figure that names an item is what the next figures speak of.
  private mutating func takeTopic(_ clause: Slice) {
    guard clause.count >= 6, clause.count <= 90, units.ends(clause, with: GrammarWords.item) else { return }
    topic = clause
  }

  /// A bracket with figures opens a place of its own; any other belongs to the label.
  private mutating func open(_ i: Int) -> Int {
    var k = i + 1
    var nesting = 1
    var hasFigure = false
    var hasMarker = false
    while k < tokens.endIndex {
      switch tokens[k].mark {
      case .open: nesting += 1
      case .close: nesting -= 1
      case .figure: if tokens[k].unit != .none { hasFigure = true }
      case .ofWhich, .includes: hasMarker = true
      case .stop: if !hasFigure { return i }
      default: break
      }
      if nesting == 0 { break }
      k += 1
    }
    guard nesting == 0 else { return i }
    if hasFigure {
      depth += 1
      interrupted.append((lastAmount, lastChange))
      labelStart = Int(tokens[i].upper)
      if !hasMarker, mentionDepth < 0 { mentionDepth = depth }
      return i
    }
    // 比上年(增加)1.22万元: the word in the bracket is meant; 增加(减少) leaves it unsaid.
    for token in tokens[(i + 1)..<k] {
      switch token.mark {
      case .increase where direction == nil: direction = (1, token.slice)
      case .decrease where direction == nil: direction = (-1, token.slice)
      case .increase, .decrease: direction = (0, direction?.word ?? token.slice)
      default: break
      }
    }
    return k
  }

  private mutating func close(_ token: FigureToken) {
    guard depth > 0 else { return }
    while let last = openLists.last, last.depth >= depth { openLists.removeLast() }
    if mentionDepth == depth { mentionDepth = -1 }
    depth -= 1
    // What follows the bracket speaks of the amount before it again.
    if let before = interrupted.popLast(), before.amount >= 0 { (lastAmount, lastChange) = before }
    labelStart = Int(token.upper)
    marker = nil
    pending = .nothing
    direction = nil
    isReason = false
  }

  // MARK: Words

  private mutating func mark(_ token: FigureToken) {
    let lower = Int(token.lower)
    if lower > body.lower, units[lower - 1] == 0x4E0D || units[lower - 1] == 0x672A { return }
    if wasCompared, token.mark == .ofWhich, lower - labelStart <= 1 { isCompared = true }
    marker = token.slice
    isLoose =
      token.mark != .ofWhich && !units.has(GrammarWords.colon, at: Int(token.upper), before: body.upper)
    markerSubject = Slice(labelStart, lower)
    labelStart = Int(token.upper)
  }

  /// 收入预算中，… and 按功能分类科目分：… announce parts as 其中 does.
  private mutating func impliedMark(_ token: FigureToken) {
    let end = Int(token.lower)
    guard marker == nil, end - 1 >= labelStart else { return }
    let label = Slice(labelStart, end)
    if token.mark == .comma, units[end - 1] == 0x4E2D {
      let (concept, _) = lexicon.concept(of: label, units)
      guard label.count <= 2 || !concept.isEmpty else { return }
      marker = Slice(end - 1, end)
      isLoose = false
      markerSubject = Slice(labelStart, end - 1)
    } else if token.mark == .colon, label.count <= 20,
      units[labelStart] == 0x6309 || units[labelStart] == 0x4ECE
    {
      marker = label
      isLoose = false
      markerSubject = Slice(end, end)
    }
  }

  private mutating func await_(_ kind: Pending, _ token: FigureToken) {
    pending = kind
    pendingWord = token.slice
  }

  /// Words that state a relation without a figure: 持平, 决算数大于预算数.
  private mutating func state(_ token: FigureToken, _ out: inout Claims) {
    guard !isReason || token.mark != .unchanged else { return }
    guard token.mark != .unchanged || isCompared || compareAt != nil || hasLastYear || withLastYear(token)
    else { return }
    var claim = blank(token, out)
    claim.role = token.mark == .unchanged ? .change : .completion
    claim.digits = Slice(Int(token.upper), Int(token.upper))
    claim.direction = token.mark == .above ? 1 : token.mark == .below ? -1 : 0
    claim.word = token.slice
    claim.base = Slice(labelStart, compareAt?.lower ?? Int(token.lower))
    out.claims.append(claim)
    // Figures behind 决算数大于预算数的主要原因 are reasons.
  }

  /// 与2020年相比 names the other year of a comparison.
  private func isOther(_ token: FigureToken) -> Bool {
    let lower = Int(token.lower)
    guard lower > body.lower else { return false }
    switch units[lower - 1] {
    case 0x4E0E, 0x548C, 0x540C, 0x6BD4, 0x8F83: return true
    default: return false
    }
  }

  /// 与上年持平, 与2020年持平
  private func withLastYear(_ token: FigureToken) -> Bool {
    units.contains(anyOf: GrammarWords.with, in: Slice(labelStart, Int(token.lower)))
  }

  private mutating func leaveOpen(_ token: FigureToken, _ out: inout Claims) {
    guard let last = openLists.last, lastAmount >= 0 else { return }
    let figure = out.claims[lastAmount].figure
    if Int(token.lower) - figure.upper <= 12 { out.lists[last.list].isOpen = true }
  }

  // MARK: Figures

  private func blank(_ token: FigureToken, _ out: Claims) -> Claim {
    let label = Slice(labelStart, Int(token.lower))
    var (concept, rest) = lexicon.concept(of: label, units)
    if rest >= 2 { (concept, rest) = lexicon.concept(of: names.body(of: label), units) }
    return Claim(
      role: .mention, passage: passage, sentence: sentence, label: label, figure: token.slice,
      digits: Slice(Int(token.lower), Int(token.digitsUpper)), amount: token.amount, unit: token.unit,
      concept: concept, rest: rest, subject: lastAmount,
      list: lastAmount >= 0 ? out.claims[lastAmount].list : -1, year: year)
  }

  private mutating func figure(_ i: Int, _ out: inout Claims) {
    let token = tokens[i]
    var claim = blank(token, out)
    claim.isRough = token.isRough || aboutEnd == Int(token.lower) || isThreshold(i)
    claim.role = role(i, &claim)
    if claim.role == .amount {
      claim.subject = -1
      claim.list = -1
      if claim.rest == 0, claim.concept.measure.isEmpty, claim.concept.source.isEmpty {
        claim.topic = topic
      } else {
        topic = claim.label
      }
    }
    let index = out.claims.count
    out.claims.append(claim)
    labelStart = Int(token.upper)
    switch claim.role {
    case .amount:
      place(index, &out)
      lastAmount = index
      lastChange = -1
      separator = 0
      marker = nil
    case .change:
      lastChange = index
      direction = nil
    case .rate, .share, .completion:
      direction = nil
      pending = .nothing
    case .prior, .mention:
      break
    }
  }

  /// What a figure is, by the words before it in its clause.
  private func role(_ i: Int, _ claim: inout Claim) -> Claim.Role {
    let token = tokens[i]
    if isReason || isAverage || mentionDepth >= 0 { return .mention }
    let lacksUnit = token.unit == .none
    if lacksUnit, !endsClause(Int(token.upper)) { return .mention }
    if token.unit == .percent || lacksUnit, pending != .nothing {
      claim.lacksUnit = lacksUnit
      claim.word = pendingWord
      claim.base = base(before: Int(token.lower))
      if lacksUnit { claim.unit = .percent }
      return pending == .share ? .share : .completion
    }
    if let direction {
      if isUpTo(direction.word.upper, Int(token.lower)) { return .mention }
      guard isCompared || compareAt != nil || lastChange >= 0 || hasLastYear else { return .mention }
      claim.direction = direction.value
      claim.word = direction.word
      claim.base = Slice(claim.label.lower, compareAt?.lower ?? direction.word.lower)
      if let compareAt { claim.compared = Slice(compareAt.upper, direction.word.lower) }
      if token.unit == .percent || (lacksUnit && lastChange >= 0) {
        claim.lacksUnit = lacksUnit
        claim.unit = .percent
        claim.subject = lastChange
        return .rate
      }
      if token.unit == .percentPoint || lacksUnit { return .mention }
      return .change
    }
    if token.unit == .percent {
      return impliesShare(token, claim) ? share(&claim) : .mention
    }
    if token.unit == .percentPoint { return .mention }
    if lacksUnit {
      guard lacksMoneyUnit(i, claim) else { return .mention }
      claim.lacksUnit = true
      claim.unit = .tenThousandYuan
    }
    if claim.isRough { return .mention }
    if hasLastYear || (compareAt != nil && nextIsDirection(i)) { return .prior }
    return .amount
  }

  private func share(_ claim: inout Claim) -> Claim.Role {
    claim.word = Slice(claim.figure.lower, claim.figure.lower)
    return .share
  }

  /// 支出46.86万元，17.36%: the word 占 was left out.
  private func impliesShare(_ token: FigureToken, _ claim: Claim) -> Bool {
    lastAmount >= 0 && claim.label.isEmpty && separator == 2 && claim.list >= 0
  }

  /// The words between 占 and its figure, without 的 and 比重为.
  private func base(before end: Int) -> Slice {
    var slice = Slice(pendingWord.upper, end)
    for word in GrammarWords.shareTails where units.ends(slice, with: word) {
      slice.upper -= word.units.count
    }
    return slice
  }

  private func endsClause(_ end: Int) -> Bool {
    guard end < body.upper else { return true }
    switch units[end] {
    case 0xFF0C, 0x2C, 0x3B, 0x3002, 0x29, 0x28, 0x3001: return true
    default: return false
    }
  }

  /// 决算数为270，完成预算…; 项目支出84.12，占31.16%
  private func lacksMoneyUnit(_ i: Int, _ claim: Claim) -> Bool {
    guard claim.label.count >= 2, !claim.amount.isZero,
      !claim.concept.isDisjoint(with: [.income, .expense, .plan, .actual]) || isMoney(claim.concept.measure)
    else { return false }
    let last = units[claim.label.upper - 1]
    if last == 0x4E3A || claim.amount.decimals > 0 { return true }
    var k = i + 1
    while k < tokens.endIndex, tokens[k].mark == .comma { k += 1 }
    return k < tokens.endIndex && (tokens[k].mark == .share || tokens[k].mark == .completion)
  }

  private func isMoney(_ measure: FigureConcept) -> Bool {
    !measure.isEmpty && measure.isDisjoint(with: [.posts, .staff, .cars, .guests])
  }

  /// 增加到, 下降至
  private func isUpTo(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return units[start] == 0x5230 || units[start] == 0x81F3
  }

  /// 50万元以上, 50万元（原值）以上
  private func isThreshold(_ i: Int) -> Bool {
    var k = i + 1
    guard k < tokens.endIndex else { return false }
    if tokens[k].mark == .open, tokens[k].lower == tokens[i].upper {
      while k < tokens.endIndex, tokens[k].mark != .close { k += 1 }
      guard k + 1 < tokens.endIndex else { return false }
      return tokens[k + 1].mark == .threshold && tokens[k + 1].lower == tokens[k].upper
    }
    return tokens[k].mark == .threshold && tokens[k].lower == tokens[i].upper
  }

  /// Tells whether a word of change follows in the same clause.
  private func nextIsDirection(_ i: Int) -> Bool {
    for token in tokens[(i + 1)...] {
      switch token.mark {
      case .increase, .decrease, .unchanged: return true
      case .comma, .semicolon, .stop, .enumeration, .figure: return false
      default: continue
      }
    }
    return false
  }

  // MARK: Lists

  /// Puts an amount into the list it belongs to: a new one behind a marker, else the innermost one still open.
  private mutating func place(_ index: Int, _ out: inout Claims) {
    if let marker {
      let list = newList(marker, before: index, &out)
      alignWhole(of: list, with: index, &out)
      if isOtherStatus(index, list, out) {
        // 年初预算 first, 支出决算 second: the list begins with the latter.
        openLists.append(OpenList(list: list, depth: depth))
        return
      }
      out.lists[list].parts = [index]
      out.claims[index].list = list
      openLists.append(OpenList(list: list, depth: depth))
      return
    }
    if separator == 4 { openLists.removeAll { $0.depth <= depth } }
    while let last = openLists.last {
      let list = out.lists[last.list]
      let closes: Bool
      if list.level > 0 {
        closes = separator > list.level
      } else {
        // One part so far: 。 ends the list; ； ends it when the part is the whole already.
        let isFull = isComplete(list, out) && !out.claims[index].amount.isZero
        closes = separator >= 3 && (isFull || opensOwnList(index, out)) || openLists.count > 1 && isFull
      }
      guard closes, last.depth >= depth else { break }
      openLists.removeLast()
    }
    guard let last = openLists.last, !isOtherStatus(index, last.list, out) else { return }
    guard sameKind(index, last.list, out) else { return accompany(index, last.list, &out) }
    out.lists[last.list].parts.append(index)
    out.lists[last.list].level = Swift.max(out.lists[last.list].level, separator)
    out.claims[index].list = last.list
  }

  /// In final accounts the 年初预算 of a part is no part of a 决算.
  private func isOtherStatus(_ index: Int, _ list: Int, _ out: Claims) -> Bool {
    guard out.isFinal, isPlan(out.claims[index]) else { return false }
    let whole = out.lists[list].whole
    return whole < 0 || !isPlan(out.claims[whole])
  }

  private func isPlan(_ claim: Claim) -> Bool {
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
    companions[list] = out.lists.count
    out.claims[index].list = out.lists.count
    out.lists.append(companion)
  }

  /// Takes an earlier amount for the whole where the nearest one counts something else than the first part.
  private func alignWhole(of list: Int, with index: Int, _ out: inout Claims) {
    let whole = out.lists[list].whole
    let unit = out.claims[index].unit
    guard whole >= 0, !isAlike(out.claims[whole].unit, unit),
      let other = (firstClaim..<index).last(where: {
        out.claims[$0].role == .amount && isAlike(out.claims[$0].unit, unit)
          && out.claims[whole].sentence == out.claims[$0].sentence
      })
    else { return }
    out.lists[list].whole = other
    out.lists[list].otherWholes = []
  }

  private func isAlike(_ a: FigureUnit, _ b: FigureUnit) -> Bool {
    a == b || (a.money != nil && b.money != nil)
  }

  private func sameKind(_ index: Int, _ list: Int, _ out: Claims) -> Bool {
    guard let first = out.lists[list].parts.first else { return true }
    return isAlike(out.claims[first].unit, out.claims[index].unit)
  }

  private func isComplete(_ list: ClaimList, _ out: Claims) -> Bool {
    guard list.whole >= 0, out.claims[list.whole].unit == out.claims[list.parts.first ?? list.whole].unit
    else {
      return false
    }
    var sum: Int128 = 0
    for part in list.parts { sum += out.claims[part].amount.scaled }
    return sum == out.claims[list.whole].amount.scaled
  }

  /// Tells whether 其中 follows the figure before the next figure: it is a whole of its own.
  private func opensOwnList(_ index: Int, _ out: Claims) -> Bool {
    let end = Int32(truncatingIfNeeded: out.claims[index].figure.upper)
    for token in tokens where token.lower >= end {
      switch token.mark {
      case .ofWhich, .includes: return true
      // （其中：…） is about this figure alone and ends no list.
      case .figure, .stop, .open: return false
      default: continue
      }
    }
    return false
  }

  private mutating func newList(_ marker: Slice, before limit: Int, _ out: inout Claims) -> Int {
    var list = ClaimList(whole: -1, otherWholes: [], parts: [], marker: marker)
    list.isOpen =
      units.starts(marker, with: GrammarWords.mainly) && !units.contains(GrammarWords.aspects, in: marker)
    let subject = Wording.core(markerSubject, units)
    if !subject.isEmpty, let found = find(subject, before: limit, out) {
      list.whole = found
    } else if lastAmount >= 0, out.claims[lastAmount].sentence == sentence {
      list.whole = lastAmount
      for index in firstClaim..<limit
      where out.claims[index].role == .amount && out.claims[index].sentence == sentence && index != lastAmount
      {
        list.otherWholes.append(index)
      }
    } else if lastAmount >= 0, subject.isEmpty {
      var outer = lastAmount
      while out.claims[outer].list >= 0, out.lists[out.claims[outer].list].whole >= 0 {
        let next = out.lists[out.claims[outer].list].whole
        guard next < outer else { break }
        outer = next
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
    } else if let head = (firstClaim..<limit).first(where: { out.claims[$0].role == .amount }),
      out.claims[head].concept.contains(.both)
    {
      list.whole = head
    }
    out.lists.append(list)
    return out.lists.count - 1
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
      guard from.section == section, passage - claim.passage <= 3 else { return nil }
      if claim.role == .amount {
        if isBare {
          if claim.concept.contains(concept), claim.concept.measure.isEmpty,
            claim.list < 0 || claim.concept.contains(.thisYear)
          {
            return index
          }
        } else if Wording.contains(claim.label, subject, units) {
          return index
        }
      }
      index -= 1
    }
    return nil
  }

  /// The passage ends in 其中： or 包括：, so items follow in paragraphs of their own.
  private mutating func announce(_ marker: Slice, _ out: inout Claims) {
    guard body.upper - marker.upper <= 12, body.upper > body.lower,
      units[body.upper - 1] == 0x3A || body.upper - marker.upper <= 2
    else { return }
    let list = newList(marker, before: out.claims.count, &out)
    out.lists[list].isAcrossParagraphs = true
    announces = true
  }
}

/// Words that the grammar looks for outside the lexicon.
private enum GrammarWords {
  static let mainly: Word = "主要"
  static let aspects: Word = "方面"
  static let item: Word = "(项)"
  static let colon: Word = ":"
  static let with: [Word] = ["与", "和"]
  static let shareTails: [Word] = ["比重为", "比例为", "比重", "比例", "为", "约", "的"]
}

/// Words of labels compared without the noise around them.
enum Wording {
  private static let tails: [Word] = ["各", "均", "共", "分别", "为", "数", "主要", "总体", "情况"]

  /// A slice without punctuation and helping words at its ends; empty if nothing of weight is left.
  static func core(_ slice: Slice, _ units: Units) -> Slice {
    var s = slice
    while s.lower < s.upper, isPunctuation(units[s.lower]) { s.lower += 1 }
    while s.upper > s.lower, isPunctuation(units[s.upper - 1]) { s.upper -= 1 }
    var isChanged = true
    while isChanged {
      isChanged = false
      for word in tails where units.ends(s, with: word) {
        s.upper -= word.units.count
        isChanged = true
      }
    }
    return s
  }

  private static func isPunctuation(_ u: UInt16) -> Bool {
    switch u {
    case 0xFF0C, 0x2C, 0x3B, 0x3A, 0x3002, 0x3001, 0x20, 0x2E: true
    default: false
    }
  }

  /// Tells whether `label` says what `subject` says: the subject stands in it, quotation marks apart.
  static func contains(_ label: Slice, _ subject: Slice, _ units: Units) -> Bool {
    guard !subject.isEmpty, subject.count <= 60 else { return false }
    var start = label.lower
    while start < label.upper {
      if matches(start, label.upper, subject, units) { return true }
      start += 1
    }
    return false
  }

  private static func matches(_ start: Int, _ end: Int, _ subject: Slice, _ units: Units) -> Bool {
    var i = start
    var k = subject.lower
    while k < subject.upper {
      if TextKey.isIgnored(units[k]) {
        k += 1
        continue
      }
      while i < end, TextKey.isIgnored(units[i]) { i += 1 }
      guard i < end, units[i] == units[k] else { return false }
      i += 1
      k += 1
    }
    return true
  }
}

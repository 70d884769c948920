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
  var announces = false

  struct OpenList {
    var list: Int
    var depth: Int
    /// The first part names a year.
    var isByYear = false
  }
  /// How many passages back the whole of a list is looked for: nothing else of what is read follows from others.
  static let reach = 3

  enum Pending { case nothing, share, completion }

  var sentence = 0
  /// The token that is being read.
  var cursor = 0
  var labelStart: Int
  var separator = 0
  var lastAmount = -1
  /// Its unit, if it is money.
  var lastUnit: FigureUnit?
  /// The position after the last share.
  var lastShareEnd = -1
  /// The clause of the last share began with a name: 基本支出占75%.
  var isShareOfNext = false
  /// The position after the last figure.
  var lastFigureEnd = -1
  var lastChange = -1
  /// The direction of the last change, with its word.
  var lastDirection: (value: Int, word: Slice)?
  /// The last change has its rate.
  var hasRate = false
  /// The clause states the figure that it compares with.
  var hasBase = false
  var openLists: [OpenList] = []
  var depth = 0
  var mentionDepth = -1
  /// The list of other figures beside the parts of a list.
  var companions: [Int: Int] = [:]
  /// The amounts that brackets interrupted.
  var interrupted: [(amount: Int, change: Int, topic: Slice)] = []
  var topic = Slice(0, 0)
  /// The same without what was carried over.
  var flowTopic = Slice(0, 0)
  var marker: Slice?
  /// The marker announces figures only in its own clause: 主要用于 without a colon.
  var isLoose = false
  var markerSubject = Slice(0, 0)
  var compareAt: Slice?
  /// What the last comparison without a figure of its own spoke of.
  ///
  /// 公务接待费比预算无变化，比上年增加…
  var comparedSubject = Slice(0, 0)
  var isCompared = false
  /// The sentence that last stated a change; 其中 in it, or at the start of the next, goes on with the comparison.
  var comparedSentence = -2
  var direction: (value: Int, word: Slice)?
  var pending = Pending.nothing
  var pendingWord = Slice(0, 0)
  var isReason = false
  /// It is the reason why the outcome is not the budget.
  var isPlanReason = false
  /// 其中 stands within the reason.
  var isReasonListed = false
  /// 主要是 where nothing changed: it says what money is for, up to 其中.
  var isPurpose = false
  var isUntil = false
  var isAverage = false
  var hasLastYear = false
  var aboutEnd = -1
  var year = 0
  /// Where the year stands.
  var yearAt = -1
  var documentYear = 0
  /// The sentence of the last amount.
  var lastSentence = -1
  /// The sentence of the last amount, if it is that of both sides: 收入总计、支出总计均为90万元.
  var sidesSentence = -2
  /// 分别为 stands before the figures.
  var isDistributed = false
  /// 分别占, 三者占比为: the shares and changes that follow belong to the amounts before them by their order alone.
  var isEach = false
  /// 剔除上年结转后: the figures of the sentence are of what is left.
  var isAdjusted = false
  /// 决算数小于预算数1.50万元: what follows is the difference.
  var isDifference = false
  /// 决算2万元，完成预算5万元的40%: the amount before the budget, which goes on behind the rate.
  var outcome = -1

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
    documentYear = out.year
    var i = tokens.startIndex
    while i < tokens.endIndex, out.claims.count < Claims.maximumClaims {
      let token = tokens[i]
      cursor = i
      switch token.mark {
      case .enumeration: boundary(1, token, &out)
      case .comma:
        // 农林水支出90万元，占支出的比重最大，为75%: the clause goes on.
        if isSuperlative(token) { break }
        impliedMark(token)
        boundary(2, token, &out)
      case .semicolon: boundary(3, token, &out)
      case .stop: boundary(4, token, &out)
      case .colon:
        impliedMark(token)
        if marker != nil { labelStart = Int(token.upper) }
      case .open: i = open(i, out)
      case .close: close(token)
      case .ofWhich, .includes, .usedFor: mark(token)
      case .share: await_(.share, token)
      case .completion: await_(.completion, token)
      case .compare: compareAt = token.slice
      case .compared:
        isCompared = true
        if compareAt == nil { compareAt = token.slice }
      case .lastYear: compareWithLastYear(token)
      case .increase: direction = (1, token.slice)
      case .decrease: direction = (-1, token.slice)
      case .unchanged, .above, .below, .equal: state(token, &out)
      case .reason: explain(token, out)
      case .andSoOn: leaveOpen(token, &out)
      case .about: aboutEnd = Int(token.upper)
      case .average: isAverage = true
      case .until: isUntil = true
      case .year:
        if isUntil {
          isUntil = false
        } else if compareAt == nil, !isOther(token) {
          year = Int(token.amount.digits)
          yearAt = Int(token.lower)
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
    listShares(&out)
  }

  // MARK: Punctuation

  private mutating func boundary(_ level: Int, _ token: FigureToken, _ out: inout Claims) {
    // 收入总计、支出总计均为…: one label for both.
    let isJoined = level == 1 && isOfBoth(Int(token.lower))
    if level >= 2 {
      let clause = Slice(labelStart, Int(token.lower))
      if !isReason { takeTopic(clause, level) }
      if !isAdjusted { isAdjusted = units.contains(anyOf: GrammarWords.exclusions, in: clause) }
    }
    if !isJoined { labelStart = Int(token.upper) }
    // 主要用于办公支出，… announces no figures.
    if level >= 2, let marker, isLoose, marker.upper < Int(token.lower) { self.marker = nil }
    if level == 2, isDistributed, isSummedUp(Int(token.upper)) { isDistributed = false }
    // 其中：人员经费90万元，主要包括：基本工资、奖金；公用经费10万元: names without figures are no list.
    if level == 3, let marker, !openLists.isEmpty, marker.upper + 1 < Int(token.lower) { self.marker = nil }
    separator = Swift.max(separator, level)
    direction = nil
    pending = .nothing
    isAverage = false
    hasLastYear = false
    isUntil = false
    guard level >= 2 else { return }
    compareAt = nil
    hasBase = false
    isDifference = false
    resume()
    guard level >= 3 else { return }
    // 主要原因是使用结转资金；同时，…
    isReason =
      isReason && !isPurpose && level == 3
      && (isReasonListed
        || units.starts(Slice(Int(token.upper), body.upper), withAnyOf: GrammarWords.furthermore))
    isReasonListed = isReasonListed && isReason
    // 总计中，甲和乙分别为5万元、6万元。: the words were followed by their figures.
    if isDistributed { marker = nil }
    isDistributed = false
    isEach = false
    comparedSubject = Slice(0, 0)
    lastChange = -1
    guard level == 4 else { return }
    if isCompared { comparedSentence = sentence }
    isCompared = false
    isAdjusted = false
    sentence += 1
  }

  /// A clause without a figure that names an item is what the next figures speak of.
  private mutating func takeTopic(_ clause: Slice, _ level: Int) {
    guard clause.count >= 4, clause.count <= 90 else { return }
    if clause.count >= 6, LevelMark.item.ends(clause, units) {
      (topic, flowTopic) = (clause, clause)
    }
    // 招商引资（项）：年初未安排预算，实际支出36.50万元; 抚恤（款）年初未安排预算，…
    for level in GrammarWords.levels {
      guard let mark = units.find(level, in: clause), mark.lower - clause.lower >= 2 else { continue }
      if units.starts(Slice(mark.upper, clause.upper), withAnyOf: GrammarWords.unplanned) {
        topic = Slice(clause.lower, mark.upper)
        flowTopic = topic
      }
    }
    // …上年结转3万元；支出在一般公共预算中列支，共9万元: a side of its own.
    if separator >= 3, units.starts(clause, withAnyOf: GrammarWords.sides) {
      topic = Slice(clause.lower, clause.lower)
      flowTopic = topic
    }
    if let aspect = aspect(of: clause) { (topic, flowTopic) = (aspect, aspect) }
    // (一)公务接待费。2024年预算支出5万元: the name at the start of the item.
    guard level == 4, clause.lower == body.lower, clause.count <= 30 else { return }
    let (concept, rest) = lexicon.concept(of: clause, units)
    let isItem =
      rest == 0 && concept.narrowMeasure.rawValue.nonzeroBitCount == 1
      && !concept.isDisjoint(with: FigureConcept.threePublicItems)
    // （三）会议费情况。: a cost of another name.
    var name = clause
    for words in [GrammarWords.accounts, GrammarWords.spending] {
      name.upper -= units.lengthOfWord(ending: name, anyOf: words) ?? 0
    }
    if isItem || units.ends(name, withAnyOf: GrammarWords.costs) {
      (topic, flowTopic) = (isItem ? clause : name, isItem ? clause : name)
    }
  }

  /// How deep brackets that hold figures are nested at most.
  private static let deepestNesting = 8

  /// A bracket with figures opens a place of its own; any other belongs to the label.
  private mutating func open(_ i: Int, _ out: Claims) -> Int {
    var k = i + 1
    var nesting = 1
    var hasFigure = false
    var hasMarker = false
    while k < tokens.endIndex {
      switch tokens[k].mark {
      case .open:
        nesting += 1
        if nesting > Self.deepestNesting { return i }
      case .close: nesting -= 1
      case .figure: if tokens[k].unit != .none { hasFigure = true }
      // （上年结转5万元包含在内） is in the figure before it, and divides nothing.
      case .ofWhich, .includes:
        hasMarker = !units.has(GrammarWords.inside, at: Int(tokens[k].upper), before: body.upper)
      case .stop: if !hasFigure { return i }
      default: break
      }
      if nesting == 0 { break }
      k += 1
    }
    guard nesting == 0 else { return i }
    if hasFigure {
      depth += 1
      interrupted.append((lastAmount, lastChange, topic))
      labelStart = Int(tokens[i].upper)
      if isCalculation(i, k) || isBesidePrior(i, out) {
        mentionDepth = depth
      } else if !hasMarker, let mark = dividing(i, k) {
        marker = mark
        isLoose = false
        markerSubject = Slice(mark.lower, mark.lower)
      } else if isRate(tokens[(i + 1)..<k]) {
        direction = lastDirection
      } else if !hasMarker, mentionDepth < 0, !isShare(tokens[(i + 1)..<k]) {
        mentionDepth = depth
      }
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
    if let before = interrupted.popLast(), before.amount >= 0 {
      (lastAmount, lastChange, topic) = before
    }
    labelStart = Int(token.upper)
    marker = nil
    pending = .nothing
    direction = nil
    isReason = false
  }

  // MARK: Words

  private mutating func await_(_ kind: Pending, _ token: FigureToken) {
    // 占本年支出合计的比重为99.51%: what it is a share of stands behind 占.
    if kind == .share, pending == .share { return }
    pending = kind
    pendingWord = token.slice
  }

  /// Words that state a relation without a figure: 持平, 决算数大于预算数.
  private mutating func state(_ token: FigureToken, _ out: inout Claims) {
    guard !isReason || token.mark != .unchanged else { return }
    // 低于预算2.89万元, not 低于预算标准
    if units.equals(anyOf: GrammarWords.gaps, token.slice),
      Int(token.upper) >= body.upper || !Unit.isDigit(units[Int(token.upper)])
    {
      return
    }
    let isBesideBase =
      out.claims.last.map { $0.role == .prior && $0.figure.upper == Int(token.lower) } ?? false
    guard
      token.mark != .unchanged || isCompared || compareAt != nil || hasLastYear || isBesideBase
        || withLastYear(token)
    else { return }
    var claim = blank(token, out)
    claim.role = token.mark == .unchanged ? .change : .completion
    claim.digits = Slice(Int(token.upper), Int(token.upper))
    claim.direction = token.mark == .above ? 1 : token.mark == .below ? -1 : 0
    claim.word = token.slice
    claim.base = Slice(labelStart, compareAt?.lower ?? Int(token.lower))
    // 与收入预算总额一致 speaks of the figure before it.
    if claim.role == .change, claim.base.count > 2, !units.starts(claim.base, withAnyOf: GrammarWords.with) {
      comparedSubject = claim.base
    }
    if claim.role == .change {
      isCompared = true
      // 因公出国费支出决算与上年持平，均为0万元: the figure is that of what did not change.
      if !lexicon.concept(of: claim.base, units).concept.measure.isEmpty { topic = withoutBase(claim.base) }
    }
    out.claims.append(claim)
    // Figures behind 决算数大于预算数的主要原因 are reasons.
    isDifference = token.mark == .above || token.mark == .below
  }

  /// 接待费与上年预算数: the words before 与, which name what did not change.
  private func withoutBase(_ slice: Slice) -> Slice {
    guard let with = slice.indices.first(where: { units[$0] == 0x4E0E }), with > slice.lower + 1 else {
      return slice
    }
    return Slice(slice.lower, with)
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

  /// 与上年持平, 与2020年持平.
  private func withLastYear(_ token: FigureToken) -> Bool {
    units.contains(anyOf: GrammarWords.with, in: Slice(labelStart, Int(token.lower)))
  }
}

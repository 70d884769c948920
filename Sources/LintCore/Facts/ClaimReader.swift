/// Reads the claims of a draft: passages into tokens, tokens into claims, lead-ins and items into lists.
struct ClaimReader {
  let draft: Draft
  let units: Units
  let lexicon = FigureLexicon.shared
  let names: EntityNames
  var out = Claims()
  /// An item that a passage without figures named, and its section: the next passage may state them.
  private var named: (item: Slice, section: Int)?
  /// What was read before the last edit, if it can be taken over where the edit did not touch it.
  private var known: KnownPassages?
  /// What the next reading can take over; `nil` if there will be none.
  private(set) var notes: PassageNotes?

  /// Reads a draft; `after` is what was noted down before the last edit, and given where notes are to be taken.
  init(draft: Draft, units: Units, after memory: ProseMemory?) {
    self.draft = draft
    self.units = units
    names = EntityNames(draft, units)
    guard let memory else { return }
    notes = PassageNotes(names: names.names)
    known = memory.passages(names, units)
  }

  mutating func run() {
    out.tokens.reserveCapacity(Swift.min(draft.text.units.count / 8, Claims.maximumTokens))
    out.claims.reserveCapacity(known?.notes.claims.claims.count ?? 0)
    let kinds = SectionKinds(draft, units)
    out.kinds = kinds
    let (year, isFinal) = DocumentYear.find(draft, units)
    out.year = year
    out.isFinal = isFinal
    if known?.notes.claims.year != year || known?.notes.claims.isFinal != isFinal { known = nil }
    let tokenizer = FigureTokenizer(units: units, lexicon: lexicon)
    for block in draft.blocks {
      guard out.tokens.count < Claims.maximumTokens, out.claims.count < Claims.maximumClaims else { break }
      switch block {
      case .paragraph(let index):
        let paragraph = draft.paragraphs[index]
        guard !kinds.isGlossary(paragraph.section) else { continue }
        add(
          paragraph.slice, section: paragraph.section, ordinal: paragraph.ordinal, kinds, tokenizer,
          paragraph: index)
      case .heading(let index):
        let heading = draft.headings[index]
        named = item(in: heading.title).map { ($0, heading.section) }
        guard hasFigure(heading.slice), !kinds.isGlossary(heading.section) else { continue }
        add(
          heading.slice, section: heading.section, ordinal: heading.ordinal, kinds, tokenizer, heading: true)
      case .table:
        continue
      }
    }
    out.decimals = decimals()
    notes?.claims = out
    ItemLists.link(&out, units)
  }

  /// The claims of one text of the draft alone, as if nothing stood around it: of a cell that holds sentences.
  func claims(of slice: Slice, section: Int, _ year: (year: Int, isFinal: Bool)) -> Claims {
    var reader = self
    (reader.out.year, reader.out.isFinal) = year
    reader.add(
      slice, section: section, ordinal: nil, SectionKinds(), FigureTokenizer(units: units, lexicon: lexicon))
    reader.out.decimals = reader.decimals()
    return reader.out
  }

  /// What a line such as 1、教育支出（类）普通教育（款）小学教育（项）。 names.
  private func item(in slice: Slice) -> Slice? {
    var item = slice
    while item.upper > item.lower, units[item.upper - 1] == 0x3002 || units[item.upper - 1] == 0x3A {
      item.upper -= 1
    }
    return LevelMark.item.ends(item, units) ? item : nil
  }

  /// Tells whether a heading states an amount of money.
  private func hasFigure(_ slice: Slice) -> Bool {
    var previous: UInt16 = 0
    for i in slice.indices {
      let u = units[i]
      if (u == 0x4E07 || u == 0x5143) && Unit.isDigit(previous) { return true }
      previous = u
    }
    return false
  }

  private mutating func add(
    _ slice: Slice, section: Int, ordinal: Ordinal?, _ kinds: SectionKinds, _ tokenizer: FigureTokenizer,
    paragraph: Int = -1, heading: Bool = false
  ) {
    let firstToken = out.tokens.count
    let firstClaim = out.claims.count
    // The tokens of one endless paragraph are bounded by its length.
    let end = Swift.min(slice.upper, slice.lower + Claims.maximumTokens)
    let body = Slice(slice.lower + (ordinal?.length ?? lengthOfNumber(before: slice)), end)
    var topic = Slice(0, 0)
    if ordinal == nil, let named, named.section == section { topic = named.item }
    let firstList = out.lists.count
    var passage = Passage(
      slice: slice, section: section, ordinal: ordinal, tokens: firstToken..<firstToken,
      claims: firstClaim..<firstClaim)
    passage.isAttachment = kinds.isAttachment(section)
    passage.isAside = kinds.isAside(section)
    passage.isHeading = heading
    passage.paragraph = paragraph
    if let announces = known?.copy(passage, topic, to: &out) {
      passage.announces = announces
      passage.tokens = firstToken..<out.tokens.count
      out.passages.append(passage)
    } else {
      tokenizer.scan(body, into: &out.tokens)
      passage.tokens = firstToken..<out.tokens.count
      out.passages.append(passage)
      var reader = PassageReader(
        units: units, lexicon: lexicon, names: names, tokens: out.tokens[firstToken...],
        passage: out.passages.count - 1,
        body: body, firstClaim: firstClaim, firstList: firstList)
      reader.topic = topic
      reader.run(&out)
      out.passages[out.passages.count - 1].announces = reader.announces
      known?.compare(with: out, firstClaim..<out.claims.count, firstList: firstList)
    }
    named = out.claims.count > firstClaim ? nil : item(in: body).map { ($0, section) }
    out.passages[out.passages.count - 1].claims = firstClaim..<out.claims.count
    notes?.add(topic: topic, firstList: firstList)
  }

  /// How long the number of an item is that a subject code follows: 6.2101102(事业单位医疗).
  private func lengthOfNumber(before slice: Slice) -> Int {
    var point = slice.lower
    while point < slice.upper, point - slice.lower <= 2, Unit.isDigit(units[point]) { point += 1 }
    let code = point + 1
    guard point > slice.lower, code + 7 < slice.upper, units[point] == 0x2E, units[code] == 0x32,
      (code..<code + 7).allSatisfy({ Unit.isDigit(units[$0]) }),
      units[code + 7] == 0x28 || units[code + 7] == 0x2D || Unit.isIdeograph(units[code + 7])
    else { return 0 }
    return code - slice.lower
  }

  /// The decimals that money in 万元 is stated with: 270 beside 185.88 means 270.00.
  ///
  /// Where many figures have no decimals, they were rounded to whole 万元 and mean no more than they say.
  private func decimals() -> Int {
    var seen: Set<Amount> = []
    var whole = 0
    var most = 0
    for claim in out.claims where claim.unit.money != nil && claim.unit != .yuan && claim.role == .amount {
      guard !claim.amount.isZero, seen.insert(claim.amount).inserted else { continue }
      if claim.amount.decimals == 0 { whole += 1 }
      most = Swift.max(most, Swift.min(claim.amount.decimals, 2))
    }
    return whole * 10 > seen.count * 4 ? 0 : most
  }
}

/// Which sections hold claims about money at all.
struct SectionKinds: Sendable {
  private var flags: [UInt8] = []

  init() {}

  init(_ draft: Draft, _ units: Units) {
    flags = Array(repeating: 0, count: draft.sections.count)
    var inAttachment = false
    for (index, section) in draft.sections.enumerated() {
      var flag: UInt8 = 0
      if let parent = section.parent, parent < index, parent >= 0 { flag = flags[parent] }
      if let h = section.heading, draft.headings.indices.contains(h) {
        let slice = draft.headings[h].slice
        if units.contains(anyOf: Self.glossaries, in: slice) { flag |= 1 }
        if section.rank == 0 { inAttachment = false }
        // 附件 above the title means that the whole draft was attached to something.
        let isMarked = index > 1 && units.starts(slice, with: Self.attachment)
        if isMarked || units.contains(anyOf: Self.attachments, in: slice) {
          if section.rank == 0 || isMarked { inAttachment = true }
          flag |= 2
        }
        if units.contains(anyOf: Self.asides, in: slice), !units.contains(Self.funds, in: slice) { flag |= 4 }
        if section.rank == 0, units.contains(Self.tables, in: slice) { inAttachment = false }
      }
      if inAttachment { flag |= 2 }
      flags[index] = flag
    }
  }

  private static let glossaries = WordList(["名词解释", "专业名词", "术语解释"])
  private static let attachment: Word = "附件"
  private static let tables: Word = "附表"
  private static let funds: Word = "经费"
  private static let attachments = WordList(["评价报告", "自评报告", "第四部分附件", "第五部分附件"])
  private static let asides = WordList([
    "职能", "职责", "工作任务", "重点工作", "工作完成情况", "年度绩效", "工作总结", "主要工作", "工作概述", "主要任务",
  ])

  func isGlossary(_ section: Int) -> Bool { has(section, 1) }
  func isAttachment(_ section: Int) -> Bool { has(section, 2) }
  func isAside(_ section: Int) -> Bool { has(section, 4) }

  private func has(_ section: Int, _ flag: UInt8) -> Bool {
    section >= 0 && section < flags.count && flags[section] & flag != 0
  }
}

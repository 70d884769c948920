/// Finds wordings that are right but for one ideograph, which sounds or looks like the right one: 晋极晋档, 监督管里, 接侍标准.
///
/// Rule: `typo`. The right wordings are ``RightPhrases``. What is written stays unmarked where the ideograph makes a word
/// with the one before or behind it (组织实时监测 is no 组织实施), in quotation marks, and where the same stands twice. A wording
/// with an ideograph twice is a slip too: 超额完完成.
enum Slips {
  static let check = Check(
    rules: ["typo"], reads: [.titles, .prose, .tables, .rest], heeds: ["typo", "punctuation"],
    run: run)

  /// What is written for a right wording.
  struct Slip {
    /// The number of the wording in ``RightPhrases/starts``.
    var phrase: Int
    var written: Slice
    /// The place of the wrong ideograph.
    var at: Int
  }

  /// - Complexity: O(n) in the length of what was not looked at before.
  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    var found: [Slip] = []
    var words: [WordSlips.Slip] = []
    let places = Array(draft.markedParts..<draft.markedPlaces) + Array(0..<draft.markedParts)
    for part in places {
      guard let text = draft.text(ofPart: part) else { continue }
      _ = inspection.has(.slip, in: text, ofParagraph: part) { text in
        let count = found.count + words.count
        add(slipsIn: text, of: draft, units, to: &found, &words)
        return found.count + words.count > count
      }
    }
    for slip in found
    where !inspection.hasReported("typo", touching: slip.written)
      && !inspection.hasReported("punctuation", touching: slip.written)
      && !isExcused(slip.written, inspection) && inspection.standsOnce(slip.written)
    {
      report(slip, &inspection)
    }
    WordSlips.report(
      words.filter { !isExcused($0.written, inspection) && isInLine($0.written, draft) }, &inspection)
  }

  // MARK: Wordings

  private static func add(
    slipsIn text: Slice, of draft: Draft, _ units: Units, to found: inout [Slip],
    _ wordSlips: inout [WordSlips.Slip]
  ) {
    guard text.lower >= 0, text.upper <= units.count, text.count >= RightPhrases.shortest else { return }
    withTables { words, traces, innerTraces, pairs in
      // A wrong ideograph makes a common word neither with the one before nor with the one behind it.
      var isWord = false
      // Within a longer wording it may; but what is around the ideographs beside it is no wording then.
      var (wasWithin, isAlone) = (false, false)
      var around = (
        RightPhrases.edge, RightPhrases.edge, LongerWordings.unit(at: text.lower, text, units),
        LongerWordings.unit(at: text.lower &+ 1, text, units)
      )
      var here = RightPhrases.edge
      for i in text.indices {
        let unit = units[i]
        (around.0, around.1, here) = (around.1, here, around.2)
        (around.2, around.3) = (around.3, LongerWordings.unit(at: i &+ 2, text, units))
        let isIdeograph = here != RightPhrases.edge
        let isWithin = isIdeograph && LongerWordings.mayMiss(between: around, innerTraces)
        if isAlone, !isWithin, let slip = LongerWordings.slip(at: i &- 1, text, units),
          slip.at != found.last?.at, stands(slip, text, draft, units)
        {
          found.append(slip)
        }
        (wasWithin, isAlone) = (isWithin, isWithin && !wasWithin)
        guard isIdeograph else {
          isWord = false
          continue
        }
        let next = i &+ 1 < text.upper ? units[i &+ 1] : 0
        let wasWord = isWord
        isWord = CommonWords.has(unit, next, words)
        if !wasWord, !isWord {
          if mayMiss(at: i, text, units, traces), let slip = slip(at: i, text, draft, units) {
            found.append(slip)
          }
          WordSlips.add(at: i, text, units, pairs, to: &wordSlips)
        }
        if unit == next, let slip = double(at: i, text, units), slip.at != found.last?.at,
          stands(slip, text, draft, units)
        {
          found.append(slip)
        }
      }
      if isAlone, let slip = LongerWordings.slip(at: text.upper &- 1, text, units),
        slip.at != found.last?.at, stands(slip, text, draft, units)
      {
        found.append(slip)
      }
    }
  }

  private static func withTables(
    _ body: (
      _ words: UnsafeBufferPointer<UInt8>, _ traces: UnsafeBufferPointer<UInt8>,
      _ innerTraces: UnsafeBufferPointer<UInt8>, _ wrongPairs: UnsafeBufferPointer<UInt8>
    ) -> Void
  ) {
    CommonWords.bits.withUTF8Buffer { words in
      RightPhrases.traces.withUTF8Buffer { traces in
        RightPhrases.innerTraces.withUTF8Buffer { inner in
          PlainWords.wrongPairs.withUTF8Buffer { body(words, traces, inner, $0) }
        }
      }
    }
  }

  /// Tells whether the units around one may be those of a wording; of a hundred others it says so of two.
  private static func mayMiss(
    at i: Int, _ text: Slice, _ units: Units, _ traces: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func has(_ place: Int) -> Bool {
      traces[place &>> 2] & (1 << UInt8(truncatingIfNeeded: place & 3)) != 0
    }
    for before in 0...3 where i &- before >= text.lower && i &+ 3 &- before < text.upper {
      let start = i &- before
      let (b, c) = (before > 1 ? start &+ 1 : start &+ 2, before > 2 ? start &+ 2 : start &+ 3)
      let places = RightPhrases.places(
        of: units[before > 0 ? start : start &+ 1], units[b], units[c], before: before)
      if has(places.0), has(places.1) { return true }
    }
    return false
  }

  /// The slip that a position is the wrong ideograph of; the pair that its wording begins or ends with is right.
  private static func slip(at i: Int, _ text: Slice, _ draft: Draft, _ units: Units) -> Slip? {
    if particles.contains(units[i]) { return nil }
    let reach = RightPhrases.longest - 1
    for pair in max(text.lower, i - reach)..<min(text.upper - 1, i + reach) where pair != i && pair + 1 != i {
      let bucket = RightPhrases.bucket(units[pair], units[pair + 1])
      for k in RightPhrases.buckets[bucket]..<RightPhrases.buckets[bucket + 1] {
        if let slip = slip(at: pair, ofEntry: RightPhrases.entries[k], text, units), slip.at == i,
          isCertain(slip, text, draft, units)
        {
          return slip
        }
      }
    }
    return nil
  }

  private static func slip(at i: Int, ofEntry entry: Int, _ text: Slice, _ units: Units) -> Slip? {
    let lower = RightPhrases.starts[entry &>> 1]
    let count = RightPhrases.starts[entry &>> 1 &+ 1] &- lower
    let pair = entry & 1 == 0 ? 0 : count &- 2
    let start = i &- pair
    guard start >= text.lower, start &+ count <= text.upper,
      RightPhrases.units[lower &+ pair] == units[i], RightPhrases.units[lower &+ pair &+ 1] == units[i &+ 1]
    else { return nil }
    var wrong = -1
    var k = 0
    while k < count {
      if RightPhrases.units[lower &+ k] != units[start &+ k] {
        guard wrong < 0 else { return nil }
        wrong = k
      }
      k &+= 1
    }
    guard wrong >= 0, isTaken(units[start &+ wrong], for: RightPhrases.units[lower &+ wrong]) else {
      return nil
    }
    return Slip(phrase: entry &>> 1, written: Slice(start, start &+ count), at: start &+ wrong)
  }

  /// The wording that a position is in the middle of, where its ideograph stands twice: 超额完完成.
  private static func double(at i: Int, _ text: Slice, _ units: Units) -> Slip? {
    guard Unit.isIdeograph(units[i]), i > text.lower, i + 2 < text.upper, !parts(at: i, units) else {
      return nil
    }
    // The text as it is without the first of the two.
    func unit(_ position: Int) -> UInt16 { units[position < i ? position : position + 1] }
    for start in max(text.lower, i - RightPhrases.longest + 2)..<i {
      let bucket = RightPhrases.bucket(unit(start), unit(start + 1))
      for k in RightPhrases.buckets[bucket]..<RightPhrases.buckets[bucket + 1] {
        let entry = RightPhrases.entries[k]
        let lower = RightPhrases.starts[entry >> 1]
        let count = RightPhrases.starts[entry >> 1 + 1] - lower
        guard entry & 1 == 0, start + count > i + 1, start + count < text.upper,
          (0..<count).allSatisfy({ RightPhrases.units[lower + $0] == unit(start + $0) })
        else { continue }
        return Slip(phrase: entry >> 1, written: Slice(start, start + count + 1), at: i)
      }
    }
    return nil
  }

  /// Tells whether one word may end with the first of two equal ideographs and the next begin with the second: 接待费费用.
  private static func parts(at i: Int, _ units: Units) -> Bool {
    CommonWords.bits.withUTF8Buffer { words in
      CommonWords.has(units[i + 1], units[i + 2], words)
        && (endings.contains(units[i]) || CommonWords.has(units[i - 1], units[i], words))
    }
  }

  /// What words are made of others with: 费, 率, 性.
  private static let endings = Set(
    "费部局处员者率量性化度数款金额车人会室科所站院校区市县镇乡村等及与和用年月为以于位类项级地家户源品物件器具机力权法制业务房证书表单站点线网".utf16)

  // MARK: Ideographs

  /// Tells whether an ideograph may be written in the place of another.
  static func isTaken(_ written: UInt16, for right: UInt16) -> Bool {
    !particles.contains(written) && mayStand(written, for: right)
  }

  /// Tells whether an ideograph is a word that may stand between any others.
  static func isParticle(_ unit: UInt16) -> Bool { particles.contains(unit) }

  static func mayStand(_ written: UInt16, for right: UInt16) -> Bool {
    guard Unit.isIdeograph(written), !numerals.contains(written) else { return false }
    return areAlike(written, right) || haveOneReading(written, right)
  }

  /// Words of one ideograph that may stand between any others.
  private static let particles = Set(
    "的地得和与及在为对由从以把被将向是有不也都了着等各其该本每于之而且或并但如若即就还又再更最很已则此这那".utf16
  ).union(numerals)
  private static let numerals = Set("一二三四五六七八九十百千万亿两".utf16)
  /// What ends names and counts things; it goes with what stands before a wording or behind it.
  private static let edges = Set("市县区省镇乡村局委办科室部厅院站队馆会处所人员年月日时元项名次个".utf16)

  private static func areAlike(_ a: UInt16, _ b: UInt16) -> Bool {
    let table = RightPhrases.lookAlikes
    let (first, second) = (min(a, b), max(a, b))
    var (low, high) = (0, table.count / 2)
    while low < high {
      let middle = (low + high) / 2
      let other = (table[2 * middle], table[2 * middle + 1])
      if other == (first, second) { return true }
      if other < (first, second) { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// 除 and 之 share a reading that is the usual one of neither.
  private static func haveOneReading(_ a: UInt16, _ b: UInt16) -> Bool {
    guard let a = Readings.of(a), let b = Readings.of(b) else { return false }
    return a.0 == b.0 || a.0 == b.1 || a.1 == b.0
  }

  // MARK: Certainty

  /// Tells whether the ideograph is out of place where it stands.
  private static func isCertain(_ slip: Slip, _ text: Slice, _ draft: Draft, _ units: Units) -> Bool {
    let (at, written) = (slip.at, slip.written)
    let isEdge = at == written.lower || at == written.upper - 1
    if isEdge, edges.contains(units[at]) { return false }
    return stands(slip, text, draft, units) && !RightPhrases.contains(written, units)
  }

  /// Tells whether the words stand in one line and are no name in quotation marks.
  private static func stands(_ slip: Slip, _ text: Slice, _ draft: Draft, _ units: Units) -> Bool {
    isInLine(slip.written, draft) && !isQuoted(slip.written, text, units)
  }

  private static func isInLine(_ slice: Slice, _ draft: Draft) -> Bool {
    let range = draft.range(slice)
    return draft.source.line(at: range.lower) == draft.source.line(at: range.upper)
  }

  /// How far before a wording the mark may stand that opens what it is quoted in, in its paragraph.
  private static let longestQuotation = 60

  private static func isQuoted(_ slice: Slice, _ text: Slice, _ units: Units) -> Bool {
    for i in (max(text.lower, slice.lower - longestQuotation)..<slice.lower).reversed() {
      switch units[i] {
      case 0x300A, 0x201C, 0x2018, 0x300C: return true
      case 0x300B, 0x201D, 0x2019, 0x300D, 0x3002, 0x09: return false
      default: break
      }
    }
    return false
  }

  /// Tells whether the words stand in one of the wordings that the rule leaves alone.
  private static func isExcused(_ slice: Slice, _ inspection: Inspection) -> Bool {
    guard case .phrase(let pattern) = inspection.book.rule("typo")?.kind else { return false }
    return pattern.excuses(slice, inspection.units)
  }

  // MARK: Report

  private static func report(_ slip: Slip, _ inspection: inout Inspection) {
    var (slice, right) = (slip.written, RightPhrases.text(slip.phrase))
    if slip.phrase >= RightPhrases.firstPart {
      (slice, right) = LongerWordings.word(of: slip, inspection.units)
    }
    report(slice, as: right, &inspection)
  }

  /// Tells of words that are misspelt, and what they should be.
  static func report(_ slice: Slice, as right: String, _ inspection: inout Inspection) {
    let draft = inspection.draft
    let written = draft.string(slice)
    inspection.report(
      "typo", .warning, at: slice, Message(misspelt, .text(written), .text(right)),
      fixes: [
        Fix(
          title: Message(FixPhrases.replace, .text(written), .text(right)),
          edits: [Edit(draft.range(slice), right)],
          safety: .review)
      ])
  }

  private static let misspelt = Phrase("“{0}”疑有错别字，应为“{1}”", "“{0}” seems to be misspelt, should be “{1}”")
}

extension Readings {
  /// The readings of an ideograph, by two letters each, the usual one first; the same twice where it has one.
  fileprivate static func of(_ unit: UInt16) -> (UInt16, UInt16)? {
    table.withUTF8Buffer { bytes in
      let length = 7
      var (low, high) = (0, bytes.count / length)
      while low < high {
        let middle = (low + high) / 2
        let at = middle * length
        let other =
          UInt16(bytes[at] & 0x0F) << 12 | UInt16(bytes[at + 1] & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F)
        if other == unit {
          return (
            UInt16(bytes[at + 3]) << 8 | UInt16(bytes[at + 4]),
            UInt16(bytes[at + 5]) << 8 | UInt16(bytes[at + 6])
          )
        }
        if other < unit { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }
}

extension CommonWords {
  /// Tells whether two units may be a common word.
  ///
  /// - Parameter bits: The bytes of ``bits``.
  @inline(__always)
  static func has(_ first: UInt16, _ second: UInt16, _ bits: UnsafeBufferPointer<UInt8>) -> Bool {
    PairFilter.has(first, second, bits, shift: 14)
  }

  /// Tells whether two units may be a common word.
  static func has(_ first: UInt16, _ second: UInt16) -> Bool {
    bits.withUTF8Buffer { has(first, second, $0) }
  }
}

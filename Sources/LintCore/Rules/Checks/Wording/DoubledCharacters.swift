/// Finds a character typed twice in the middle of words that the draft writes right elsewhere: 监督管理理，负责….
///
/// Rule: `punctuation`. The words around the character stand twice or more without its double, and with it here alone; or
/// it is one that never stands twice there (``NeverDoubled``).
enum DoubledCharacters {
  /// How many units before the double, its first included, have to stand elsewhere too.
  private static let before = 3
  /// How often the right words have to stand elsewhere.
  private static let leastOften = 2

  /// A character that stands twice, with the words around it.
  private struct Slip {
    /// The position of the first of the two.
    var at: Int
    /// The words with both.
    var whole: Slice
    /// The words without the second.
    var right: Name
  }

  /// More are no slips.
  private static let mostDoubles = 500

  /// - Complexity: O(n) in the length of the text.
  static func run(_ inspection: inout Inspection) {
    let (slips, wrong) = slips(inspection)
    let units = inspection.units
    // 减少的的 is one of the phrases that are told as a whole.
    for at in wrong.sorted() where !inspection.hasReported("typo", touching: Slice(at, at + 2)) {
      report(never: at, &inspection)
    }
    guard !slips.isEmpty, slips.count <= mostDoubles else { return }
    let right = inspection.occurrences(of: slips.map(\.right))
    let often = slips.indices.filter { right[$0] >= leastOften }
    let whole = inspection.occurrences(of: often.map { units.name(slips[$0].whole) })
    for (index, count) in zip(often, whole) where count == 1 && !wrong.contains(slips[index].at) {
      report(slips[index], &inspection)
    }
  }

  /// The characters that stand twice within words, and the positions of those that never do.
  private static func slips(_ inspection: Inspection) -> (found: [Slip], wrong: Set<Int>) {
    CommonWords.bits.withUTF8Buffer { slips(inspection, $0) }
  }

  private static func slips(
    _ inspection: Inspection, _ words: UnsafeBufferPointer<UInt8>
  ) -> (found: [Slip], wrong: Set<Int>) {
    let units = inspection.units
    var found: [Slip] = []
    var wrong: Set<Int> = []
    var i = before - 1
    while i + UnitOctet.count < units.count, found.count <= mostDoubles {
      let first = UnitOctet(units, at: i)
      let places = first.same(as: UnitOctet(units, at: i &+ 1)) .& first.highUnits
      guard let place = UnitOctet.first(of: places) else {
        i &+= UnitOctet.count
        continue
      }
      if let slip = slip(i &+ place, inspection) { found.append(slip) }
      if wrong.count < mostDoubles, NeverDoubled.isWrong(at: i &+ place, units, words),
        isInOneLine(i &+ place, inspection)
      {
        wrong.insert(i &+ place)
      }
      i = i &+ place &+ 1
    }
    return (found, wrong)
  }

  /// Tells whether nothing stands between the four signs around a double: neither the end of a line nor a blank.
  private static func isInOneLine(_ at: Int, _ inspection: Inspection) -> Bool {
    let range = inspection.draft.range(Slice(at - 1, at + 3))
    return range.upper - range.lower == 4 * 3
  }

  private static func report(never at: Int, _ inspection: inout Inspection) {
    let both = Slice(at, at + 2)
    let draft = inspection.draft
    let written = draft.string(Slice(at, at + 1))
    inspection.report(
      "punctuation", .warning, at: both,
      Message(twice, .text(draft.string(Slice(at - 1, at + 3))), .text(written)),
      fixes: [
        Fix(
          title: Message(PunctuationCheck.keep, .text(written)), edits: [Edit(draft.range(both), written)],
          safety: .review)
      ])
  }

  /// What the names of places and offices end in, before a word that begins so: 某市市本级, 县农业局局机关.
  private static let endings = Set("省市州县区乡镇村局厅委办处科室部会".utf16)

  /// - Parameter at: The position of the first of two equal units.
  private static func slip(_ at: Int, _ inspection: Inspection) -> Slip? {
    let units = inspection.units
    let lead = Slice(at - before + 1, at + 1)
    guard lead.lower >= 0, at + 3 < units.count, lead.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }),
      units[at + 2] != units[at], units[at - 1] != units[at], !endings.contains(units[at]),
      !EntityNames.endsName(units[at])
    else { return nil }
    // Words go on behind the double; or a mark stands there, and more of the words before it has to be known.
    let goesOn = Unit.isIdeograph(units[at + 2]) && Unit.isIdeograph(units[at + 3])
    let start = goesOn ? lead.lower : lead.lower - 1
    guard goesOn || !Unit.isIdeograph(units[at + 2]) && units[at + 2] != 0x09, start >= 0,
      Unit.isIdeograph(units[start])
    else { return nil }
    let end = goesOn ? at + 4 : at + 3
    let right = Name(units: (Array(start...at) + ((at + 2)..<end)).map { units[$0] })
    let whole = Slice(start, end)
    // The end of a line and the beginning of the next are no word, and what may follow the words is no ideograph.
    let words = Slice(start, goesOn ? end : at + 2)
    let line = inspection.draft.range(words)
    return line.upper - line.lower <= 3 * words.count ? Slip(at: at, whole: whole, right: right) : nil
  }

  private static func report(_ slip: Slip, _ inspection: inout Inspection) {
    let draft = inspection.draft
    let at = slip.at
    let both = Slice(at, at + 2)
    let written = draft.string(Slice(at, at + 1))
    inspection.report(
      "punctuation", .warning, at: both,
      Message(
        doubled, .text(draft.string(Slice(slip.whole.lower, at + 2))),
        .text(draft.string(Slice(slip.whole.lower, at + 1)))),
      fixes: [
        Fix(
          title: Message(PunctuationCheck.keep, .text(written)), edits: [Edit(draft.range(both), written)],
          safety: .review)
      ])
  }

  private static let twice = Phrase("“{0}”中“{1}”多写一字", "“{0}” has {1} twice")
  private static let doubled = Phrase("“{0}”多写一字，其他各处为“{1}”", "“{0}” has a character twice: “{1}” elsewhere")
}

/// Finds a character typed twice in the middle of words that the draft writes right elsewhere: 监督管理理，负责….
///
/// Rule: `punctuation`. The words around the character stand twice or more without its double, and with it here alone.
enum DoubledCharacters {
  /// How many units before the double, its first included, have to stand elsewhere too.
  private static let before = 3
  /// How often the right words have to stand elsewhere.
  private static let leastOften = 2

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    var i = before - 1
    while i + UnitOctet.count < units.count {
      let first = UnitOctet(units, at: i)
      let places = first.same(as: UnitOctet(units, at: i &+ 1)) .& first.highUnits
      guard let place = UnitOctet.first(of: places) else {
        i &+= UnitOctet.count
        continue
      }
      check(i &+ place, &inspection)
      i = i &+ place &+ 1
    }
  }

  /// What the names of places and offices end in, before a word that begins so: 某市市本级, 县农业局局机关.
  private static let endings = Set("省市州县区乡镇村局厅委办处科室部会".utf16)

  /// - Parameter at: The position of the first of two equal units.
  private static func check(_ at: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    let lead = Slice(at - before + 1, at + 1)
    guard lead.lower >= 0, at + 3 < units.count, lead.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }),
      units[at + 2] != units[at], units[at - 1] != units[at], !endings.contains(units[at]),
      !EntityNames.endsName(units[at])
    else { return }
    // Words go on behind the double; or a mark stands there, and more of the words before it has to be known.
    let goesOn = Unit.isIdeograph(units[at + 2]) && Unit.isIdeograph(units[at + 3])
    let start = goesOn ? lead.lower : lead.lower - 1
    guard goesOn || !Unit.isIdeograph(units[at + 2]) && units[at + 2] != 0x09, start >= 0,
      Unit.isIdeograph(units[start])
    else { return }
    let end = goesOn ? at + 4 : at + 3
    let right = Name(units: (Array(start...at) + ((at + 2)..<end)).map { units[$0] })
    let whole = Slice(start, end)
    let line = inspection.draft.range(whole)
    // The end of a line and the beginning of the next are no word.
    guard line.upper - line.lower <= 3 * whole.count, isOften(right, units), units.standsOnce(whole) else {
      return
    }
    let draft = inspection.draft
    let both = Slice(at, at + 2)
    let written = draft.string(Slice(at, at + 1))
    inspection.report(
      "punctuation", .warning, at: both,
      Message(
        doubled, .text(draft.string(Slice(start, at + 2))), .text(draft.string(Slice(start, at + 1)))),
      fixes: [
        Fix(title: Message(keep, .text(written)), edits: [Edit(draft.range(both), written)], safety: .review)
      ])
  }

  private static func isOften(_ name: Name, _ units: Units) -> Bool {
    var count = 0
    var search = Slice(0, units.count)
    while count < leastOften, let at = units.find(name, in: search) {
      count += 1
      search = Slice(at + 1, units.count)
    }
    return count >= leastOften
  }

  private static let doubled = Phrase("“{0}”多写一字，其他各处为“{1}”", "“{0}” has a character twice: “{1}” elsewhere")
  private static let keep = Phrase("只留一个“{0}”", "Keep one “{0}”")
}

/// A cell of a form that ends in the middle of a word: “市长创新奖”等科, where the goal of the form has “市长创新奖”等科技创新奖励政策.
///
/// Rule: `punctuation`. The same words have to go on elsewhere with an ideograph that makes a word with the last one, which
/// makes none with the one before it.
enum CutCells {
  private static let shortest = 12
  /// So many units at the end of the cell have to stand elsewhere.
  private static let tail = 9
  /// How many cells of a draft are looked for elsewhere.
  private static let mostCells = 40
  /// What ends names and counts things.
  private static let ends = Set("人户家个次年月日元项名种类区县市镇乡村街局委办院校所站厅部处等的了中内外上下率量费款额度数性化者员".utf16)

  /// - Complexity: O(n) in the length of the draft, for each of a few cells.
  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    var count = 0
    for table in draft.tables where table.layout == .form {
      for cell in table.cells where cell.kind == .text && isCut(cell.slice, units) {
        count += 1
        guard count <= mostCells else { return }
        if let whole = goingOn(cell.slice, draft, units) { report(cell.slice, whole, &inspection) }
      }
    }
  }

  /// Tells whether a cell may end within a word: its last ideograph makes none with the one before it.
  private static func isCut(_ slice: Slice, _ units: Units) -> Bool {
    guard slice.count >= shortest, slice.upper <= units.count else { return false }
    let (before, last) = (units[slice.upper - 2], units[slice.upper - 1])
    return Unit.isIdeograph(before) && Unit.isIdeograph(last) && !ends.contains(last)
      && !Slips.isParticle(last) && !CommonWords.has(before, last)
  }

  /// Where else the end of a cell stands, with the word that it goes on with: always so.
  private static func goingOn(_ slice: Slice, _ draft: Draft, _ units: Units) -> Slice? {
    let end = Slice(slice.upper - tail, slice.upper)
    let name = units.name(end)
    var search = Slice(0, units.count)
    var found: Slice?
    while let at = units.find(name, in: search) {
      search = Slice(at + 1, units.count)
      let next = at + tail
      if at == end.lower { continue }
      guard next < units.count, CommonWords.has(units[next - 1], units[next]) else { return nil }
      // The next cell or line is no going on.
      let range = draft.range(Slice(at, next + 1))
      guard draft.source.line(at: range.lower) == draft.source.line(at: range.upper) else { return nil }
      found = found ?? Slice(at, next + 1)
    }
    return found
  }

  private static func report(_ slice: Slice, _ whole: Slice, _ inspection: inout Inspection) {
    let draft = inspection.draft
    let place = Slice(slice.upper - tail, slice.upper)
    inspection.report(
      "punctuation", .warning, at: place,
      Message(cut, .text(draft.string(place)), .text(draft.string(whole))),
      related: [inspection.related(whole, Message(other))])
  }

  private static let cut = Phrase(
    "这一格在词中间断开：{0}；别处完整的写法是：{1}", "The cell breaks off within a word: {0}; elsewhere it goes on: {1}")
  private static let other = Phrase("完整的写法", "The whole wording")
}

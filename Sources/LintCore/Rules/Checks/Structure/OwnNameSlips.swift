/// The own name of a draft with one ideograph lost, or one that looks or sounds like it, wherever it stands: 沅江口市疾病预防控制心, 遂昌县卫生健局.
///
/// Rule: `name-mismatch`. What is left of the name has to stand before the place and behind it; names that are right without
/// an ideograph (市财政局 for 市市财政局, 总工会 and 工会) are left alone, and so is what stands twice.
enum OwnNameSlips {
  /// The fewest ideographs of a name, and how many of them have to stand before the wrong one.
  private static let (shortest, head) = (6, 4)

  /// - Complexity: O(n) in the length of the draft.
  static func check(own: Slice, _ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    guard own.count >= shortest, !OwnNameCheck.isNumbered(own, units) else { return }
    let opening = units.name(Slice(own.lower, own.lower + head))
    var search = Slice(0, units.count)
    var found: [Slice] = []
    while let at = units.find(opening, in: search) {
      search = Slice(at + head, units.count)
      if let place = slip(for: own, at: at, units), found.count < most { found.append(place) }
    }
    for place in found
    where inspection.standsOnce(place) && !inspection.hasReported("name-mismatch", touching: place)
      && isInText(place, draft)
    {
      inspection.report(place, otherThan: own, differs, at: ownName)
    }
  }

  /// Tells whether a place is in one line, and in no plain table, where units are named by their codes.
  private static func isInText(_ place: Slice, _ draft: Draft) -> Bool {
    let range = draft.range(place)
    let line = draft.source.line(at: range.lower)
    return line == draft.source.line(at: range.upper)
      && !draft.tables.contains { $0.layout == .grid && $0.lines.contains(line) }
  }

  private static let most = 20

  /// The place of a name that begins as the own one and goes on with one ideograph less, or one that is taken for it.
  private static func slip(for own: Slice, at start: Int, _ units: Units) -> Slice? {
    var same = head
    while same < own.count, start + same < units.count, units[start + same] == units[own.lower + same] {
      same += 1
    }
    guard same < own.count, start + same < units.count else { return nil }
    let rest = Slice(own.lower + same + 1, own.upper)
    if own.count >= shortest + 2, !rest.isEmpty, !leftOut.contains(units[own.lower + same]),
      units[own.lower + same] != units[own.lower + same - 1], stands(rest, at: start + same, units)
    {
      return ending(Slice(start, start + own.count - 1), units)
    }
    guard Unit.isIdeograph(units[start + same]), Unit.numeral(units[start + same]) == nil,
      stands(rest, at: start + same + 1, units), !rest.isEmpty,
      Slips.isTaken(units[start + same], for: units[own.lower + same])
    else { return nil }
    return ending(Slice(start, start + own.count), units)
  }

  private static func stands(_ rest: Slice, at i: Int, _ units: Units) -> Bool {
    i + rest.count <= units.count && units.areSame(rest, Slice(i, i + rest.count))
  }

  /// A name that does not go on: 某县财局 of 某县财局长 is none.
  private static func ending(_ place: Slice, _ units: Units) -> Slice? {
    guard place.upper < units.count else { return place }
    return goingOn.contains(units[place.upper]) ? nil : place
  }

  private static let goingOn = Set("长员院校所站队".utf16)
  /// What names leave out: 市住房城乡建设局, 县工会, 市中医院, 市一小学.
  private static let leftOut = Set("省市州县区镇乡街村第和及与的局部总医学暨公人".utf16)

  private static let differs = Phrase(
    "这里说的是本单位，单位名称却是“{0}”，本文档为“{1}”",
    "The draft's own unit seems to be meant, but here it is “{0}” and not “{1}”")
  private static let ownName = Phrase("本单位的名称", "The own name")
}

/// Finds a name in quotation marks that stands in two forms one character apart after the same words: 平台“文旅云”
/// and 平台“文化云”.
///
/// Rule: `name-mismatch`. The words before and behind have to be the same: “好展”“好课”“好市” are three names.
enum QuotedNameCheck {
  private struct Quotation {
    /// The text between the marks.
    var name: Slice
    /// The key of the words before and behind.
    var context: UInt64
  }

  private static let lengths = 5...20
  /// How many units before the quotation have to agree.
  private static let reach = 6
  /// How many quotations behind the same words are compared, and how many pairs are told.
  private static let mostAlike = 50
  private static let mostPairs = 20
  /// How many places of the rarer form are named.
  private static let mostPlaces = 20

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    var known: [UInt64: [Quotation]] = [:]
    var reported: Set<UInt64> = []
    for quotation in quotations(units) {
      for other in (known[quotation.context] ?? []).prefix(mostAlike) {
        guard reported.count < mostPairs, differsByOne(quotation.name, other.name, units),
          reported.insert(units.key(quotation.name) ^ units.key(other.name)).inserted
        else { continue }
        report(quotation.name, other.name, &inspection)
      }
      known[quotation.context, default: []].append(quotation)
    }
  }

  private static func quotations(_ units: Units) -> [Quotation] {
    var result: [Quotation] = []
    var from = 0
    while let start = units.first(0x201C, in: Slice(from, units.count)) {
      from = start + 1
      // The mark that closes it stands near, and none that opens another before it.
      let near = Slice(from, Swift.min(from + lengths.upperBound + 1, units.count))
      guard let end = near.indices.first(where: { units[$0] == 0x201C || units[$0] == 0x201D }),
        units[end] == 0x201D
      else { continue }
      from = end + 1
      let name = Slice(start + 1, end)
      let before = Slice(start - reach, start)
      guard lengths.contains(name.count), before.lower >= 0, from < units.count,
        before.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }), Unit.isIdeograph(units[from]),
        name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) })
      else { continue }
      result.append(Quotation(name: name, context: units.key(before) &* 31 &+ UInt64(units[from])))
    }
    return result
  }

  /// Tells whether two names of one length differ in one character that is no numeral.
  private static func differsByOne(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    guard a.count == b.count else { return false }
    let different = zip(a.indices, b.indices).filter { units[$0] != units[$1] }
    guard let (i, j) = different.only else { return false }
    return Unit.numeral(units[i]) == nil && Unit.numeral(units[j]) == nil
  }

  /// Marks every place of the form that stands in quotation marks less often.
  private static func report(_ a: Slice, _ b: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    let (placesA, placesB) = (places(a, units), places(b, units))
    let isARarer = placesA.count { isQuoted($0, units) } <= placesB.count { isQuoted($0, units) }
    let (rare, usual) = isARarer ? (a, b) : (b, a)
    let draft = inspection.draft
    for place in (isARarer ? placesA : placesB).prefix(mostPlaces) {
      inspection.report(
        "name-mismatch", .warning, at: place,
        Message(differs, .text(draft.string(rare)), .text(draft.string(usual))),
        related: [inspection.related(usual, Message(otherForm))],
        fixes: inspection.renaming([place], to: draft.string(usual)))
    }
  }

  private static func isQuoted(_ place: Slice, _ units: Units) -> Bool {
    place.lower > 0 && units[place.lower - 1] == 0x201C
  }

  private static func places(_ name: Slice, _ units: Units) -> [Slice] {
    let word = units.name(name)
    var result: [Slice] = []
    var from = 0
    while let at = units.find(word, in: Slice(from, units.count)) {
      result.append(Slice(at, at + name.count))
      from = at + name.count
    }
    return result
  }

  private static let differs = Phrase("“{0}”在同样的上下文中又写作“{1}”", "“{0}” is “{1}” in the same context elsewhere")
  private static let otherForm = Phrase("另一写法", "The other form")
}

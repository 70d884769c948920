/// Finds a name that one list without figures has twice: 办公费、差旅费、会议费、差旅费.
///
/// Rule: `duplicate-item`.
enum RepeatedNames {
  /// The fewest names of a list, and the fewest units of a name.
  private static let (leastNames, shortest, longest) = (4, 3, 24)
  private static let comma: UInt16 = 0x3001
  private static let other: Word = "其他"

  static func run(_ inspection: inout Inspection) {
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      inspection.look(for: .repeatedName, inParagraph: index) { lists(in: paragraph.slice, &$0) }
    }
  }

  /// Goes through the names between commas; any other mark but brackets ends a list.
  ///
  /// The first name of a list may have words before it, so it is not compared.
  private static func lists(in slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var names: [Slice] = []
    guard var start = units.first(comma, in: slice) else { return }
    start += 1
    var i = start
    while i < slice.upper {
      switch units[i] {
      case comma:
        names.append(Slice(start, i))
        start = i + 1
      case let unit where Unit.isIdeograph(unit) || unit == 0x28 || unit == 0x29: break
      default:
        names.append(Slice(start, i))
        check(names, &inspection)
        names = []
        guard let next = units.first(comma, in: Slice(i, slice.upper)) else { return }
        i = next
        start = next + 1
      }
      i += 1
    }
    names.append(Slice(start, slice.upper))
    check(names, &inspection)
  }

  private static func check(_ names: [Slice], _ inspection: inout Inspection) {
    guard names.count >= leastNames - 1 else { return }
    let units = inspection.units
    var seen: [UInt64: Slice] = [:]
    for name in names where name.count >= shortest && name.count <= longest {
      guard !units.starts(name, with: other) else { continue }
      guard let first = seen.updateValue(name, forKey: units.key(name)) else { continue }
      inspection.report(
        "duplicate-item", .warning, at: name, Message(twice, .text(inspection.draft.string(name))),
        related: [inspection.related(first, Message(before))])
    }
  }

  private static let twice = Phrase("“{0}”在同一列举中出现两次", "“{0}” stands twice in one list")
  private static let before = Phrase("前一处", "The first of them")
}

/// Holds the 类 and 款 that a sentence gives an item against those which the codes of the tables give it.
enum ItemPathCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    guard index.codes.count >= 3 else { return }
    for claim in context.claims.claims where context.isJudged(claim.passage) && claim.role == .amount {
      check(claim.label, index, context, &inspection)
      if claim.label.isEmpty || claim.rest == 0 { check(claim.topic, index, context, &inspection) }
    }
  }

  private static func check(
    _ label: Slice, _ index: FigureIndex, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    guard label.count >= 8, let group = units.find(groupMark, in: label),
      let item = units.find(itemMark, in: Slice(group, label.upper))
    else { return }
    let name = Slice(group + groupMark.units.count, item)
    // One code for the item in all tables, or nothing is certain.
    let codes = Set(
      index.rows(named: units.key(name)).map { index.rows[Int($0)] }.filter { $0.codeLength == 7 }.map(\.code)
    )
    guard codes.count == 1, let code = codes.first else { return }
    let major = units.find(majorMark, in: Slice(label.lower, group))
    let start = major.map { $0 + majorMark.units.count } ?? label.lower
    compare(Slice(start, group), code / 100, "款", index, context, &inspection)
    if let major { compare(Slice(label.lower, major), code / 10_000, "类", index, context, &inspection) }
  }

  /// A name of the sentence against the name that its code has in the tables.
  private static func compare(
    _ name: Slice, _ code: Int64, _ level: String, _ index: FigureIndex, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    var name = name
    // 1.2024年教育支出: numbers and years before the name are none of it.
    while name.lower < name.upper, !Unit.isIdeograph(units[name.lower]) || units[name.lower] == 0x5E74 {
      name.lower += 1
    }
    let labels = index.rows(coded: code).map { index.rows[Int($0)].label }.filter { $0.count >= 2 }
    guard name.count >= 3, let label = labels.first,
      Set(labels.map { ItemPath.majorKey($0, units) }).count == 1, !isAlike(name, label, units)
    else { return }
    inspection.report(
      "name-mismatch", .warning, at: name,
      Message(
        phrase, .text(context.draft.string(name)), .text(level), .text(String(code)),
        .text(context.draft.string(label))),
      related: [Related(context.draft.range(label), Message(Phrase("表中的名称", "The name in the table")))])
  }

  /// Tells whether two names are one: 支出 may be left out, a cell may be cut, a word may be written otherwise.
  private static func isAlike(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    ItemPath.majorKey(a, units) == ItemPath.majorKey(b, units) || Wording.contains(a, b, units)
      || Wording.contains(b, a, units) || Wording.contains(bare(a, units), bare(b, units), units)
      || Wording.contains(bare(b, units), bare(a, units), units)
  }

  private static func bare(_ name: Slice, _ units: Units) -> Slice {
    units.ends(name, with: expense) && name.count > 4 ? Slice(name.lower, name.upper - 2) : name
  }

  private static let expense: Word = "支出"
  private static let majorMark: Word = "(类)"
  private static let groupMark: Word = "(款)"
  private static let itemMark: Word = "(项)"
  private static let phrase = Phrase(
    "文中的{1}“{0}”与科目编码不符：表中 {2} 是“{3}”", "“{0}” is not the parent of this item: the tables have {2} “{3}”")
}

/// Finds items whose 类 or 款 in the text is not the one that the tables have them under.
enum PathCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = context.figures
    guard index.codeCount > 2 else { return }
    for passage in context.claims.passages where !passage.isAside && !passage.isAttachment {
      // 8、教育支出（类）…（项）。年初预算数为…: the item may be named before the clauses that state its figures.
      var last = Slice(0, 0)
      for claim in passage.claims where context[claim].role == .amount {
        let (label, topic) = (context[claim].label, context[claim].topic)
        check(label, claim, index, context, &inspection)
        if topic.upper > last.upper, topic.upper <= label.lower, !isLabel(topic, passage, context) {
          check(topic, claim, index, context, &inspection)
          last = topic
        }
      }
    }
  }

  /// Tells whether words that figures go on with are those before another figure, which are looked at there.
  private static func isLabel(_ topic: Slice, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    passage.claims.contains { context[$0].role == .amount && context[$0].label == topic }
  }

  private static func check(
    _ label: Slice, _ claim: Int, _ index: FigureIndex, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    guard let item = units.find(ClaimBinder.Names.item, in: label)?.lower else { return }
    let major = units.find(ClaimBinder.Names.major, in: Slice(label.lower, item))
    let group = units.find(ClaimBinder.Names.group, in: Slice(label.lower, item))
    guard let above = group ?? major else { return }
    let codes = rows(Slice(above.upper, item), 7, index, context).map { index.rows[$0].code }
    guard !codes.isEmpty else {
      return ItemNames.check(Slice(above.upper, item), claim, index, context, &inspection)
    }
    if let group {
      let name = Slice(major?.upper ?? label.lower, group.lower)
      compare(name, codes.map { $0 / 100 }, 5, index, context, &inspection)
    }
    if let major {
      compare(Slice(label.lower, major.lower), codes.map { $0 / 10_000 }, 3, index, context, &inspection)
    }
  }

  /// Reports a name that the tables have for another code than for all those that it must be.
  private static func compare(
    _ name: Slice, _ codes: [Int64], _ length: Int, _ index: FigureIndex, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let name = bare(name, context.units)
    var own = rows(name, length, index, context).map { index.rows[$0].code }
    // The names of the classes are known without any table.
    if own.isEmpty, length == 3, let code = SubjectClasses.code(context.units, name) { own = [code] }
    guard !own.contains(where: codes.contains), !own.isEmpty || length == 5 else { return }
    // The tables must say what the item stands under.
    let parents = codes.compactMap { code in
      index.rows(coded: code).map { index.rows[Int($0)] }.first { $0.label.count >= 2 }
    }
    guard parents.count == codes.count, let parent = parents.first else { return }
    // A name that no table has may be an old or a short one, unless words of the right one are others in it.
    if own.isEmpty, !isForeign(name, to: parents.map(\.label), context.units) { return }
    inspection.report(
      "name-mismatch", .warning, at: name,
      Message(
        phrase, .text(context.draft.string(name)), .text(context.draft.string(parent.label)),
        .text(String(parent.code))),
      related: [
        Related(context.draft.range(parent.label), Message(Phrase("表中的名称", "The name in the table")))
      ],
      fixes: [])
  }

  /// Tells whether a name is none of some others cut short, nor one of them with more words in it.
  private static func isForeign(_ name: Slice, to others: [Slice], _ units: Units) -> Bool {
    let signs = name.indices.map { units[$0] }.filter(isSign)
    guard name.count >= 2, name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }) else { return false }
    return others.allSatisfy { other in
      let own = other.indices.map { units[$0] }.filter(isSign)
      return other.count >= 2 && !isWithin(signs, own) && !isWithin(own, signs)
    }
  }

  /// Tells whether the signs of a name stand in another in their order: 养老支出 in 行政事业单位养老支出.
  private static func isWithin(_ signs: [UInt16], _ other: [UInt16]) -> Bool {
    var at = signs.startIndex
    for sign in other where at < signs.endIndex && signs[at] == sign { at += 1 }
    return at == signs.endIndex
  }

  /// Leaves out what names have or have not: 支出, 与, 和 and 及.
  private static func isSign(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x652F, 0x51FA, 0x4E0E, 0x548C, 0x53CA: false
    default: true
    }
  }

  /// The rows under a name, with or without 支出 at its end, whose codes have a length.
  private static func rows(
    _ name: Slice, _ length: Int, _ index: FigureIndex, _ context: NarrativeContext
  ) -> [Int] {
    guard name.count >= 2, name.count <= 40 else { return [] }
    return index.rows(called: name, context.units).map { Int($0) }.filter {
      index.rows[$0].codeLength == length
    }
  }

  /// A name without the number or the year before it.
  private static func bare(_ name: Slice, _ units: Units) -> Slice {
    var name = name
    while name.lower < name.upper, isPrefix(units[name.lower]) { name.lower += 1 }
    return name
  }

  /// Digits, a point, 、, ， and 年, 度.
  private static func isPrefix(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2E, 0x3001, 0xFF0C, 0x5E74, 0x5EA6: true
    default: Unit.isDigit(unit)
    }
  }

  private static let phrase = Phrase(
    "“{0}”不是这一项所属的科目，表中为“{1}”（{2}）", "“{0}” is not what the item belongs to; the tables have “{1}” ({2})")
}

/// Holds the figures of sentences against the cells that state the same.
enum NarrativeTableCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let index = inspection.figures
    var areCopied: Bool?
    for binding in index.bindings {
      switch binding.outcome {
      case .agrees: continue
      case .differs: differs(binding, context, &areCopied, &inspection)
      case .otherUnit: otherUnit(binding, context, &inspection)
      case .otherName, .otherCode: otherName(binding, context, &inspection)
      }
    }
  }

  private static func differs(
    _ binding: Binding, _ context: NarrativeContext, _ areCopied: inout Bool?,
    _ inspection: inout Inspection
  ) {
    let claim = context[binding.claim]
    // One place for each figure that the tables state, the filled ones first.
    var shown: [(place: CellPlace, cell: Cell)] = []
    for place in binding.cells {
      guard let cell = context.cell(place), !shown.contains(where: { $0.cell.amount == cell.amount }) else {
        continue
      }
      shown.append((place, cell))
    }
    let filled = shown.filter { !$0.cell.isEmptyOrZero }
    if !filled.isEmpty { shown = filled }
    // The figure that a slip of the pen turns into the stated one is the likeliest.
    if let likely = shown.firstIndex(where: { isSlip(claim, $0.place, context) }) {
      shown.insert(shown.remove(at: likely), at: 0)
      shown.removeSubrange(1...)
    }
    guard let first = shown.first else { return }
    if isTail(claim, first.cell, first.place, context), shown.count == 1 {
      let isOdd = areCopied ?? self.areCopied(context)
      areCopied = isOdd
      return inspection.report(
        "narrative-table", isOdd ? .warning : .info, at: claim.figure,
        Message(
          isOdd ? oddTail : tail, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
          .text(context.text(first.place))),
        related: [context.related(first.place)])
    }
    inspection.report(
      "narrative-table", .error, at: claim.figure,
      shown.count == 1
        ? context.difference(claim, first.place)
        : Message(
          wrong, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
          .list(shown.prefix(3).map { context.text($0.place) })),
      related: shown.prefix(6).map { context.related($0.place) },
      fixes: context.cellFixes(claim, shown.prefix(3).map(\.place)))
  }

  /// Tells whether a figure and a cell differ by one digit, two swapped or the place of the point.
  private static func isSlip(_ claim: Claim, _ place: CellPlace, _ context: NarrativeContext) -> Bool {
    guard let stated = context.value(claim), let value = context.value(place) else { return false }
    return Slip.isSlip(stated.exact, value.exact)
  }

  /// A copy of a figure in the same unit may differ by one in the last place.
  static func isTail(_ claim: Claim, _ cell: Cell, _ place: CellPlace, _ context: NarrativeContext)
    -> Bool
  {
    guard claim.unit.money == context.draft.tables[place.table].unit,
      claim.amount.decimals == cell.amount.decimals,
      claim.amount.decimals > 0, claim.unit.money != .yuan
    else { return false }
    return (claim.amount.digits - cell.amount.digits).magnitude == 1
  }

  /// Tells whether the figures of the text are those of the tables to the last place, nearly all of them: a tail among them is
  /// no rounding.
  static func areCopied(_ context: NarrativeContext) -> Bool {
    var (same, tails) = (0, 0)
    for binding in context.figures.bindings {
      let claim = context[binding.claim]
      guard let place = binding.cells.first, let cell = context.cell(place),
        context.draft.tables.indices.contains(place.table),
        claim.unit.money == context.draft.tables[place.table].unit, claim.amount.decimals > 0
      else { continue }
      if binding.outcome == .agrees,
        binding.cells.contains(where: { context.cell($0)?.amount == claim.amount })
      {
        same += 1
      } else if binding.outcome == .differs, isTail(claim, cell, place, context) {
        tails += 1
      }
    }
    return same >= fewestCopied && same >= mostCopied * tails
  }

  private static let (fewestCopied, mostCopied) = (20, 10)

  private static func otherUnit(
    _ binding: Binding, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let place = binding.cells.first else { return }
    let claim = context[binding.claim]
    inspection.report(
      "unit-scale", .error, at: claim.figure,
      Message(
        scale, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
        .text(context.text(place))),
      related: [context.related(place)],
      fixes: claim.unit.money.map { context.unitFix(claim, $0) } ?? [])
  }

  private static func otherName(
    _ binding: Binding, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let place = binding.other else { return }
    let claim = context[binding.claim]
    var label = Wording.core(claim.label, context.units)
    // 年中追加6万元 is what came on top of the budget of an item.
    if context.units.contains(anyOf: added, in: label) { return }
    // 移民补助（项）年初预算42.60万元，支出决算42.60万元: how the figure is stated is no name, and the name is right.
    let (concept, rest) = context.lexicon.concept(of: label, context.units)
    let before = Slice(context.claims.passages[claim.passage].slice.lower, claim.figure.lower)
    let own = context.rowName(place)
    if rest == 0, concept.narrowMeasure.isEmpty, concept.source.isEmpty, own.count >= 2,
      context.units.find(context.units.name(own), in: before) != nil
    {
      return
    }
    // 非财政拨款结转安排6万元: a source of money, and no name of what it is for.
    if context.units.ends(label, with: provided), context.units.contains(anyOf: sources, in: label) { return }
    // 2024年教育支出（类）…: the year is none of the name.
    if let year = context.units.find(yearWord, in: label), year - label.lower == 4,
      Unit.isDigit(context.units[label.lower])
    {
      label.lower = year + 1
      if label.lower < label.upper, context.units[label.lower] == 0x5EA6 { label.lower += 1 }
    }
    // …（项）2026年预算: what follows is none of the name either.
    var shown = label
    if let item = context.units.find(ClaimBinder.Names.item, in: label) {
      shown.upper = item.upper
    }
    let isCode = binding.outcome == .otherCode
    let row = context.rowName(place)
    inspection.report(
      isCode ? "code-name" : "name-mismatch", .warning, at: Slice(label.lower, claim.figure.upper),
      Message(
        isCode ? code : name, .text(context.draft.string(shown)), .text(context.draft.string(claim.figure)),
        .text(context.draft.string(row))),
      related: [
        Related(context.draft.range(row), Message(Phrase("表中的名称", "The name in the table"))),
        context.related(place),
      ])
  }

  private static let added = WordList(["追加", "调增", "调减"])
  private static let provided: Word = "安排"
  private static let sources = WordList(["结转", "结余", "拨款", "收入", "资金"])
  private static let yearWord: Word = "年"
  private static let wrong = Phrase("{0}：文中写 {1}，表中为 {2}", "{0}: the text says {1}, the table {2}")
  private static let tail = Phrase(
    "{0}：文中写 {1}，表中为 {2}，末位相差 1（尾差）", "{0}: the text says {1}, the table {2}: one in the last place")
  static let oddTail = Phrase(
    "{0}：文中写 {1}，表中为 {2}，末位相差 1，而文中其他金额多与表中完全一致",
    "{0}: the text says {1}, the table {2}: one in the last place, though most other figures are those of the tables"
  )
  private static let scale = Phrase(
    "{0}：文中写 {1}，表中为 {2}，单位疑似写错", "{0}: the text says {1}, the table {2}; the unit seems wrong")
  private static let name = Phrase(
    "文中“{0}”{1}，表中这一金额的名称是“{2}”", "“{0}” {1}: the table has this figure under “{2}”")
  private static let code = Phrase(
    "文中“{0}”{1}，编码与名称不对应，表中为“{2}”", "“{0}” {1}: code and name do not belong together; the table has “{2}”")
}

extension NarrativeContext {
  /// Tells whether a figure is one in the last place off a cell of the same unit.
  func isTail(_ claim: Claim, _ place: CellPlace) -> Bool {
    cell(place).map { NarrativeTableCheck.isTail(claim, $0, place, self) } ?? false
  }

  /// A figure one in the last place off its cell, though the others are copied.
  func oddTail(_ claim: Claim, _ place: CellPlace) -> Message {
    Message(
      NarrativeTableCheck.oddTail, .text(name(claim)), .text(draft.string(claim.figure)), .text(text(place)))
  }

  /// A cell of a table.
  func cell(_ place: CellPlace) -> Cell? {
    draft.tables.indices.contains(place.table) ? draft.tables[place.table].cell(place.row, place.column) : nil
  }

  /// The label of the row of a cell, with its code where it has one.
  func rowName(_ place: CellPlace) -> Slice {
    guard draft.tables.indices.contains(place.table) else { return Slice(0, 0) }
    for side in draft.tables[place.table].sides where side.columns.contains(place.column) {
      if let row = side.rows.first(where: { $0.row == place.row }) { return row.label }
    }
    return Slice(0, 0)
  }

  /// A cell as it is written, with its unit.
  func text(_ place: CellPlace) -> String {
    guard let cell = cell(place) else { return "" }
    let unit = draft.tables[place.table].unit?.name ?? ""
    return cell.isEmptyOrZero ? "0" : draft.string(cell.slice) + unit
  }

  /// A cell as a related place: the title of its table and the label of its row, or of its column.
  func related(_ place: CellPlace) -> Related {
    let slice = cell(place)?.slice ?? Slice(0, 0)
    let label = label(of: place)
    return Related(
      draft.range(slice),
      label.isEmpty
        ? Message(Phrase("{0} {1}", "{0} {1}"), .text(title(of: place)), .text(text(place)))
        : Message(
          Phrase("{0}“{1}” {2}", "{0} “{1}” {2}"), .text(title(of: place)), .text(draft.string(label)),
          .text(text(place))))
  }

  private func title(of place: CellPlace) -> String {
    draft.tables[place.table].caption.map { draft.string($0) } ?? ""
  }

  /// The name of the row of a cell, or of its column where the row has none.
  private func label(of place: CellPlace) -> Slice {
    let row = rowName(place)
    return row.indices.contains { Unit.isIdeograph(units[$0]) } ? row : columnName(place)
  }

  /// What a sentence states against the cell that should state it, and by how much the two differ.
  func difference(_ claim: Claim, _ place: CellPlace) -> Message {
    let title = title(of: place)
    let cell = Message(
      title.isEmpty ? DifferencePhrases.label : DifferencePhrases.place,
      .text(draft.string(label(of: place))),
      .text(title))
    let stated = Message.Argument.text(draft.string(claim.figure))
    guard self.cell(place).map({ !$0.isEmptyOrZero }) ?? false else {
      return Message(DifferencePhrases.empty, .text(name(claim)), stated, .message(cell))
    }
    guard let own = value(claim), let other = value(place),
      let gap = shown((own.exact - other.exact).magnitude, like: claim), !gap.isZero
    else {
      return Message(DifferencePhrases.other, .text(name(claim)), stated, .message(cell), .text(text(place)))
    }
    return Message(
      DifferencePhrases.gap, .text(name(claim)), stated, .message(cell), .text(text(place)),
      .amount(gap, claim.unit.money))
  }

  /// The innermost head of the column of a cell.
  func columnName(_ place: CellPlace) -> Slice {
    draft.tables[place.table].head(ofColumn: place.column) ?? Slice(0, 0)
  }
}

/// How the difference of a sentence and a cell is said.
private enum DifferencePhrases {
  static let place = Phrase("《{1}》“{0}”", "“{0}” of “{1}”")
  static let label = Phrase("表中“{0}”", "“{0}” of the table")
  static let gap = Phrase("{0}：文中写 {1}，{2}为 {3}，相差 {4}", "{0}: the text says {1}, {2} has {3}, off by {4}")
  static let other = Phrase("{0}：文中写 {1}，{2}为 {3}", "{0}: the text says {1}, {2} has {3}")
  static let empty = Phrase("{0}：文中写 {1}，{2}没有数据", "{0}: the text says {1}, {2} has nothing")
}

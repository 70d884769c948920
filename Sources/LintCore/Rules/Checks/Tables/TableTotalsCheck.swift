/// Reports totals that are not the sums of their parts, in every table of the draft that is no form; and runs the other
/// checks of one table.
///
/// Rules: `column-total`, `row-total`, `hierarchy-total`, `balance` and, for what rounding explains,
/// `rounding-tail`; the others of ``check`` are those of the checks that it runs. The identities are those of the
/// budget and final-accounts tables (财预〔2016〕143号; 部门决算报表编制说明).
enum TableTotalsCheck {
  static let check = Check(
    rules: [
      "column-total", "row-total", "hierarchy-total", "balance", "rounding-tail", "growth-rate",
      "completion-rate",
      "share", "duplicate-item", "of-which", "code-name", "numbering",
    ], reads: [.captions, .tables], run: run)

  private static func run(_ inspection: inout Inspection) {
    for (index, table) in inspection.draft.tables.enumerated() where table.layout == .grid {
      inspection.sums(ofTable: index) { check(table, &$0) }
      SubjectNameCheck.check(table, &inspection)
    }
  }

  /// Reports what follows from a table alone: nothing else may be read here, neither the rule book nor other tables.
  private static func check(_ table: Table, _ inspection: inout Inspection) {
    var tails: [(SideArithmetic, SideArithmetic.Violation)] = []
    var sides: [SideArithmetic] = []
    for side in table.sides {
      let arithmetic = SideArithmetic(table, side, inspection.units)
      sides.append(arithmetic)
      var found = arithmetic.violations()
      if !found.wrong.isEmpty {
        ShiftedRows.remove(from: &found.wrong, arithmetic, &inspection)
        SlidFigures.remove(from: &found.wrong, arithmetic, &inspection)
      }
      tails += found.tails.map { (arithmetic, $0) }
      guard !found.wrong.isEmpty else { continue }
      let reporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: arithmetic)
      for fault in FaultLocator(arithmetic: arithmetic).locate(found.wrong) {
        inspection.findings.append(reporter.finding(for: fault))
      }
    }
    for side in sides {
      PercentColumns.check(side, &inspection)
      RateRows.check(side, &inspection)
      OfWhichCheck.check(side, &inspection)
      BlankTotals.check(side, &inspection)
    }
    DuplicateRows.check(table, &inspection)
    CodeOrder.check(table, &inspection)
    RowNumbers.check(table, &inspection)
    TwoSidedBalance.check(table, sides, &inspection)
    BlockTotals.check(table, &inspection)
    FormBlocks.products(table, &inspection)
    CostProducts.check(table, &inspection)
    if let finding = TableReporter.tails(tails, inspection) { inspection.findings.append(finding) }
  }
}

/// Puts faults of a side into words.
struct TableReporter {
  let draft: Draft
  let units: Units
  let arithmetic: SideArithmetic

  /// How many terms are named one by one.
  private static let namedTerms = 20

  private var grid: AmountGrid { arithmetic.grid }
  private var unit: MoneyUnit? { grid.table.unit }

  private static let sums: Set<String> = ["合计", "小计", "总计"]

  /// The row and column of a cell, in words.
  func name(_ place: GridPlace) -> Message {
    let row = grid.side.rows[place.row]
    let label = row.label.isEmpty ? String(row.row + 1) : draft.string(row.label)
    let heads = grid.table.columns[grid.columns[place.column]].path
      .map { draft.string(grid.table.cells[Int($0)].slice) }
    guard grid.columns.count > 1, let last = heads.last else {
      return Message(TablePhrases.row, .text(label))
    }
    // 预算数 below each of several items, 小计 below one: the head above says of what.
    let key = grid.table.columns[grid.columns[place.column]].key
    let isRepeated = grid.columns.count { grid.table.columns[$0].key == key } > 2
    var shown = 1
    while shown < heads.count, Self.sums.contains(heads[heads.count - shown]) || isRepeated && shown == 1 {
      shown += 1
    }
    let column = shown > 1 ? heads.suffix(shown).joined(separator: "/") : last
    // A row of figures under its heads has no name of its own.
    if row.label.isEmpty, grid.side.labelColumn < 0 { return Message(TablePhrases.row, .text(column)) }
    return Message(TablePhrases.place, .text(label), .text(column))
  }

  func amount(_ value: Int64, _ column: Int) -> Message.Argument {
    .amount(grid.amount(value, column: column), unit)
  }

  func finding(for fault: FaultLocator.Fault) -> Finding {
    if let implied = fault.implied { return cellFinding(fault, implied) }
    return totalFinding(fault)
  }

  private func severity(_ fault: FaultLocator.Fault) -> Severity {
    fault.violations.contains { $0.outcome.verdict == .wrong } ? .error : .warning
  }

  /// The bytes to mark for a cell; a blank one is marked at the name of its row.
  private func range(_ place: GridPlace) -> ByteRange {
    let slice = grid.slice(place.row, place.column)
    let label = grid.side.rows[place.row].label
    return draft.range(slice.isEmpty && !label.isEmpty ? label : slice)
  }

  private func totalFinding(_ fault: FaultLocator.Fault) -> Finding {
    let first = fault.violations[0]
    let equation = arithmetic.equations[first.equation]
    let column = fault.place.column
    let stated = grid.value(fault.place.row, column)
    let terms = arithmetic.termPlaces(equation, first.lane).filter {
      grid.value($0.place.row, $0.place.column) != 0
    }
    var related = self.related(equation, first.lane)
    for other in fault.violations.dropFirst() {
      let place = arithmetic.totalPlace(equation, other.lane)
      related.append(
        Related(
          range(place),
          Message(
            TablePhrases.alsoHere, amount(abs(other.outcome.difference), place.column), .message(name(place)))
        ))
    }
    let message: Message
    var fixes: [Fix] = []
    if terms.isEmpty {
      message = Message(TablePhrases.missingTerms, .message(name(fault.place)), amount(stated, column))
    } else {
      let figures = terms.map { term in
        grid.amount(term.sign * grid.value(term.place.row, term.place.column), column: term.place.column)
      }
      let remark =
        severity(fault) == .warning
        ? Message(TablePhrases.unlikely)
        : ResidualHint.hint(grid, arithmetic, first) ?? Message(TablePhrases.eitherSide)
      let parts: [Message.Argument] = figures.count == 1 ? [] : [.sum(figures)]
      message = Message(
        figures.count == 1 ? TablePhrases.onlyTerm : TablePhrases.sum,
        arguments: [.message(name(fault.place))] + parts + [
          amount(first.outcome.computed, column), amount(stated, column),
          amount(abs(first.outcome.difference), column), .message(remark),
        ])
      fixes = [fix(fault.place, first.outcome.computed, TablePhrases.setTotal)]
    }
    return Finding(
      rule: equation.rule, severity: severity(fault), range: range(fault.place), message: message,
      related: related,
      fixes: fixes)
  }

  private func cellFinding(_ fault: FaultLocator.Fault, _ implied: Int64) -> Finding {
    let stated = grid.value(fault.place.row, fault.place.column)
    let rules = fault.violations.map { arithmetic.equations[$0.equation].rule }
    var related: [Related] = []
    for violation in fault.violations {
      let equation = arithmetic.equations[violation.equation]
      let total = arithmetic.totalPlace(equation, violation.lane)
      related.append(
        Related(
          range(total),
          Message(
            TablePhrases.tailTerm, .message(name(total)), amount(violation.outcome.computed, total.column),
            amount(grid.value(total.row, total.column), total.column))))
    }
    let hint = ResidualHint.describe(grid, fault.place, implied) ?? Message(TablePhrases.nothing)
    return Finding(
      rule: rules.first ?? "column-total", severity: severity(fault), range: range(fault.place),
      message: Message(
        TablePhrases.cell, .message(name(fault.place)), amount(stated, fault.place.column),
        .count(fault.violations.count), amount(abs(stated - implied), fault.place.column),
        amount(implied, fault.place.column), .message(hint)),
      related: related, fixes: [fix(fault.place, implied, TablePhrases.setCell)])
  }

  func related(_ equation: Equation, _ lane: Int) -> [Related] {
    let terms = arithmetic.termPlaces(equation, lane)
    let shown = terms.filter { grid.value($0.place.row, $0.place.column) != 0 }
    var list = shown.prefix(Self.namedTerms).map { term in
      Related(
        range(term.place),
        Message(
          term.sign < 0 ? TablePhrases.minus : TablePhrases.term, .message(name(term.place)),
          amount(grid.value(term.place.row, term.place.column), term.place.column)))
    }
    if shown.count > Self.namedTerms, let next = shown.dropFirst(Self.namedTerms).first {
      list.append(
        Related(range(next.place), Message(TablePhrases.more, .count(shown.count - Self.namedTerms))))
    }
    return list
  }

  private func fix(_ place: GridPlace, _ value: Int64, _ title: Phrase) -> Fix {
    let range = draft.range(grid.slice(place.row, place.column))
    let amount = grid.amount(value, column: place.column)
    let isGrouped = grid.cell(place.row, place.column)?.isGrouped ?? false
    let text = isGrouped ? amount.grouped : amount.plain
    return Fix(title: Message(title, .text(text)), edits: [Edit(range, text)], safety: .review)
  }

  /// All tails of a table as one remark.
  static func tails(_ tails: [(SideArithmetic, SideArithmetic.Violation)], _ inspection: Inspection)
    -> Finding?
  {
    guard let (arithmetic, first) = tails.first else { return nil }
    func describe(_ arithmetic: SideArithmetic, _ violation: SideArithmetic.Violation) -> (
      GridPlace, [Message.Argument]
    ) {
      let reporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: arithmetic)
      let place = arithmetic.totalPlace(arithmetic.equations[violation.equation], violation.lane)
      return (
        place,
        [
          .message(reporter.name(place)), reporter.amount(violation.outcome.computed, place.column),
          reporter.amount(arithmetic.grid.value(place.row, place.column), place.column),
        ]
      )
    }
    let (place, arguments) = describe(arithmetic, first)
    var related: [Related] = []
    for (arithmetic, violation) in tails where related.count < namedTerms {
      let (place, arguments) = describe(arithmetic, violation)
      related.append(
        Related(
          inspection.draft.range(arithmetic.grid.slice(place.row, place.column)),
          Message(TablePhrases.tailTerm, arguments: arguments)))
      let reporter = TableReporter(draft: inspection.draft, units: inspection.units, arithmetic: arithmetic)
      related += reporter.related(arithmetic.equations[violation.equation], violation.lane)
    }
    return Finding(
      rule: "rounding-tail", severity: .info,
      range: inspection.draft.range(arithmetic.grid.slice(place.row, place.column)),
      message: Message(TablePhrases.tails, arguments: [.count(tails.count)] + arguments), related: related)
  }
}

/// Holds the figures of different tables against each other by the formulas of the rule book.
///
/// Rule: `cross-table` (财预〔2016〕143号; the formulas are in rules.d). Only tables of one unit and year are
/// compared, and only if each stands once: what is not bound with certainty is not judged.
enum CrossTableCheck {
  static let check = Check(rules: ["cross-table"], reads: [.titles, .captions, .grids], run: run)

  private static func run(_ inspection: inout Inspection) {
    guard !inspection.book.formulas.isEmpty, inspection.draft.tables.count > 1 else { return }
    let bound = TableBinding.bind(inspection.draft, inspection.units, inspection.outline.tableConcepts)
    guard bound.count > 1 else { return }
    let finder = CellFinder(&inspection, tables: bound.map(\.index))
    var found = Comparisons()
    for scope in scopes(bound) {
      var evaluator = FormulaEvaluator(finder: finder, tables: scope, found: found)
      let formulas = inspection.book.formulas
      for formula in formulas.indices where evaluator.hasTables(of: formulas, formula) {
        evaluator.evaluate(formulas[formula])
      }
      found = evaluator.found
    }
    // Exchanged rows are too certain for a wrong name above one of the tables to hide them.
    let exchanged = ExchangedRows.find(unrepeated(bound), finder)
    CrossTableReporter(draft: inspection.draft, comparisons: found, exchanged: exchanged).report(&inspection)
  }

  /// Groups the tables of one unit and year; in each group a concept that stands twice is left out.
  private static func scopes(_ bound: [BoundTable]) -> [[TableID: Int]] {
    var groups: [[BoundTable]] = []
    for table in bound {
      if let known = groups.firstIndex(where: { $0.first.map { isSameScope($0, table) } ?? false }) {
        groups[known].append(table)
      } else {
        groups.append([table])
      }
    }
    return groups.map(unrepeated)
  }

  /// The tables whose concepts stand once.
  private static func unrepeated(_ bound: [BoundTable]) -> [TableID: Int] {
    var tables: [TableID: Int] = [:]
    var repeated: Set<TableID> = []
    for table in bound {
      if tables.updateValue(table.index, forKey: table.concept) != nil { repeated.insert(table.concept) }
    }
    return tables.filter { !repeated.contains($0.key) }
  }

  private static func isSameScope(_ a: BoundTable, _ b: BoundTable) -> Bool {
    (a.entity == b.entity || a.entity == 0 || b.entity == 0)
      && (a.year == b.year || a.year == 0 || b.year == 0)
  }
}

/// Two sums that a formula compares and that are not equal, with what came of it.
struct Comparison {
  typealias Term = (figure: StatedFigure, isNegative: Bool)

  var formula: Formula
  var left: [Term]
  var right: [Term]
  var relation: FormulaReading.Relation
  /// Left minus right, in billionths of a yuan.
  var difference: Int128
  /// The coarsest last place of the figures, in the same unit.
  var lastPlace: Int128
  var verdict: Residual
}

/// What came of the formulas.
struct Comparisons {
  /// The comparisons that do not hold.
  var apart: [Comparison] = []
  /// The figures of those that do, each as often as it takes part in one.
  var agreed: [StatedFigure] = []
}

/// Works formulas out on the tables of one unit and year.
struct FormulaEvaluator {
  let finder: CellFinder
  let tables: [TableID: Int]
  /// What came of the formulas so far.
  private(set) var found: Comparisons
  /// What the tables carry over; read when the first two figures differ.
  private var carried: CarryOver?
  /// For each table of the book, the index of the table in the draft.
  private var present: [Int?]

  init(finder: CellFinder, tables: [TableID: Int], found: Comparisons) {
    self.finder = finder
    self.tables = tables
    self.found = found
    present = Array(repeating: nil, count: finder.book.tables.count)
    for (table, index) in tables where Int(table.index) < present.count { present[Int(table.index)] = index }
  }

  /// Tells whether all tables of any reading of a formula are there.
  func hasTables(of formulas: [Formula], _ formula: Int) -> Bool {
    func has(_ terms: [FormulaTerm]) -> Bool { terms.allSatisfy { isPresent($0.table) } }
    return formulas[formula].alternatives.contains { has($0.left) && has($0.right) }
  }

  private func isPresent(_ table: TableID) -> Bool { index(of: table) != nil }

  private func index(of table: TableID) -> Int? {
    let index = Int(table.index)
    return index < present.count ? present[index] : nil
  }

  /// Makes the comparisons that a formula asks for; none where a table, row or column is missing.
  mutating func evaluate(_ formula: Formula) {
    guard let first = formula.alternatives.first else { return }
    if isList(first.left) || isList(first.right) {
      lists(formula, first)
      return
    }
    var candidates: [Comparison] = []
    for reading in formula.alternatives {
      guard let left = figures(reading.left), let right = figures(reading.right) else { continue }
      guard let comparison = compare(formula, reading.relation, left, right) else {
        if reading.relation == .equal { for term in left + right { agree(term.figure) } }
        return
      }
      candidates.append(comparison)
    }
    guard let closest = candidates.min(by: { $0.difference.magnitude < $1.difference.magnitude }),
      !carryOver().explains(closest)
    else { return }
    found.apart.append(closest)
  }

  private func isList(_ terms: [FormulaTerm]) -> Bool {
    terms.contains { $0.row == .eachClass || $0.row == .eachSubject }
  }

  private mutating func agree(_ figure: StatedFigure) {
    if !figure.cell.amount.isZero { found.agreed.append(figure) }
  }

  private func figures(_ terms: [FormulaTerm]) -> [Comparison.Term]? {
    var result: [Comparison.Term] = []
    result.reserveCapacity(terms.count)
    for term in terms {
      guard let table = index(of: term.table), let figure = finder.figure(term, table) else { return nil }
      result.append((figure, term.isNegative))
    }
    return result
  }

  private mutating func lists(_ formula: Formula, _ reading: FormulaReading) {
    guard let left = reading.left.first, let right = reading.right.first, reading.left.count == 1,
      reading.right.count == 1, let leftTable = index(of: left.table), let rightTable = index(of: right.table)
    else { return }
    let a = finder.list(left, leftTable)
    let b = finder.list(right, rightTable)
    var apart: [Comparison] = []
    for (code, first) in a.all {
      guard let second = b[code] else { continue }
      if first.value * first.yuan == second.value * second.yuan {
        if reading.relation == .equal {
          agree(first)
          agree(second)
        }
      } else if let comparison = compare(formula, reading.relation, [(first, false)], [(second, false)]) {
        apart.append(comparison)
      }
    }
    guard !apart.isEmpty else { return }
    // One table with what was carried over and one without differ the same way in every subject that has some.
    let total = apart.reduce(Int128(0)) { $0 + $1.difference }
    let isOneWay = apart.count >= 2 && apart.allSatisfy { ($0.difference > 0) == (total > 0) }
    let carried = carryOver()
    if isOneWay, total.magnitude <= carried.largest { return }
    found.apart += apart.filter { !carried.explains($0) }
  }

  private mutating func carryOver() -> CarryOver {
    if let carried { return carried }
    let found = CarryOver(Array(tables.values).sorted(), finder.draft, finder.units)
    carried = found
    return found
  }

  /// Compares two sums; `nil` if they are as they must be.
  private func compare(
    _ formula: Formula, _ relation: FormulaReading.Relation, _ left: [Comparison.Term],
    _ right: [Comparison.Term]
  ) -> Comparison? {
    func sum(_ list: [Comparison.Term]) -> Int128 {
      list.reduce(0) { $0 + ($1.isNegative ? -1 : 1) * $1.figure.value * $1.figure.yuan }
    }
    let difference = sum(left) - sum(right)
    switch relation {
    case .equal: if difference == 0 { return nil }
    case .atMost: if difference <= 0 { return nil }
    case .atLeast: if difference >= 0 { return nil }
    }
    let all = left + right
    // A copy may differ by one last place; a sum by what its terms allow.
    let coarsest = all.reduce(Int128(1)) { max($0, $1.figure.cell.amount.lastPlace * $1.figure.yuan) }
    let terms = all.reduce(0) { $0 + $1.figure.terms } - 1
    var verdict = Rounding.judge(difference: difference, terms: terms, lastPlace: coarsest, exact: false)
    if verdict == .unlikelyTail, terms > 1 { verdict = .tail }
    return Comparison(
      formula: formula, left: left, right: right, relation: relation, difference: difference,
      lastPlace: coarsest, verdict: verdict)
  }
}

/// What the tables of a scope carry over from other years.
struct CarryOver {
  /// The figures in rows and columns of what was carried over, in billionths of a yuan, in ascending order.
  private let figures: [UInt128]
  /// Those in rows: 年初结转和结余, 使用非财政拨款结余 and the like of the summaries.
  private let balances: [UInt128]

  /// How many balances are tried in pairs, the largest first.
  private static let most = 16

  init(_ tables: [Int], _ draft: Draft, _ units: Units) {
    var figures: Set<UInt128> = []
    var balances: Set<UInt128> = []
    for index in tables {
      let table = draft.tables[index]
      let yuan = table.unit?.yuan ?? MoneyUnit.tenThousandYuan.yuan
      for side in table.sides {
        let parts = Self.parts(of: side, units)
        for column in side.amountColumns {
          let isCarried = table.columns[column].path.contains {
            Self.isCarryOver(units, table.cells[Int($0)].slice)
          }
          for (index, row) in side.rows.enumerated()
          where isCarried || parts.contains(index) || Self.isCarryOver(units, row.label) {
            guard let cell = table.cell(row.row, column), cell.kind == .number, !cell.amount.isZero else {
              continue
            }
            let figure = (cell.amount.scaled * yuan).magnitude
            figures.insert(figure)
            if !isCarried, !parts.contains(index) { balances.insert(figure) }
          }
        }
      }
    }
    self.figures = figures.sorted()
    self.balances = Array(balances.sorted().suffix(Self.most))
  }

  /// The largest figure, or 0.
  var largest: UInt128 { figures.last ?? 0 }

  /// Tells whether a gap is one of the figures, or the sum or difference of two balances.
  func explains(_ comparison: Comparison) -> Bool {
    let gap = comparison.difference.magnitude
    let tolerance = comparison.lastPlace.magnitude
    func meets(_ value: UInt128) -> Bool {
      (value > gap ? value - gap : gap - value) <= tolerance
    }
    if figures.contains(where: meets) { return true }
    for (index, figure) in balances.enumerated() {
      for other in balances[..<index] where meets(figure + other) || meets(figure - other) { return true }
    }
    return false
  }

  /// The rows that divide the one before them which was carried over: （一）一般公共预算拨款 below 二、上年结转.
  private static func parts(of side: Side, _ units: Units) -> Set<Int> {
    var found: Set<Int> = []
    var whole: SideRow?
    // The names of the rows so far, read when the first is asked for.
    var seen: (keys: Set<UInt64>, rows: Int) = ([], 0)
    func hasStood(_ key: UInt64, before index: Int) -> Bool {
      for row in side.rows[seen.rows..<index] where !row.isBlank || !row.label.isEmpty {
        seen.keys.insert(row.key)
      }
      seen.rows = index
      return seen.keys.contains(key)
    }
    for (index, row) in side.rows.enumerated() where !row.isBlank || !row.label.isEmpty {
      if isCarryOver(units, row.label) {
        whole = row
      } else if let head = whole {
        // Without ordinals a name of this year's rows that stands again is what is left of it.
        let isBelow =
          head.ordinal.flatMap { top in row.ordinal.map { top.style < $0.style } }
          ?? hasStood(row.key, before: index)
        if isBelow, row.role != .total { found.insert(index) } else { whole = nil }
      }
    }
    return found
  }

  private static func isCarryOver(_ units: Units, _ slice: Slice) -> Bool {
    units.contains(anyOf: GrammarWords.carriedOver, in: slice) && !units.contains(anyOf: others, in: slice)
  }

  private static let others = WordList(["不含", "总计", "合计"])
}

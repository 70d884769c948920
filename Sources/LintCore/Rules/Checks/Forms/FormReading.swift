/// What a performance form says, as the checks of forms read it: it follows from its cells alone.
struct FormReading: Sendable {
  var form: PerformanceForm
  var rows: [TargetRow]
  var weights: [WeightSum.Group]
  /// Where the table starts in the units.
  var start: Int

  init(_ table: Table, _ units: Units) {
    form = FormReader(units: units, table: table).read()
    rows = TargetReader(units: units, table: table).read()
    weights = WeightSum.groups(table, units)
    start = Int(table.cells.first?.lower ?? 0)
  }

  /// The same further down.
  func moved(_ distance: Int) -> FormReading {
    var reading = self
    reading.form = form.moved(distance)
    reading.rows = rows.map { $0.moved(distance) }
    reading.weights = weights.map { $0.moved(distance) }
    reading.start += distance
    return reading
  }
}

/// The performance forms of a draft, with what they say: read once for all checks of forms, by one thread.
final class DraftForms {
  /// The places of the forms among the tables.
  let places: [Int]
  let tables: [Table]
  let readings: [FormReading]
  /// The forms with their indicators.
  private(set) lazy var rows = zip(tables, readings).map { (table: $0, rows: $1.rows) }
  /// The forms and the plain tables of scores.
  private(set) lazy var scored = ScoredTables(
    draft, units, zip(tables, readings).map { (table: $0, form: $1.form) })
  private let draft: Draft
  private let units: Units

  init(_ draft: Draft, _ units: Units, _ places: [Int], _ tables: [Table], _ readings: [FormReading]) {
    self.draft = draft
    self.units = units
    self.places = places
    self.tables = tables
    self.readings = readings
  }
}

/// How the forms of a draft are filled in: what is usual in them, one alone is held against.
struct FormSetting: Equatable, Sendable {
  /// They score execution in proportion.
  let isProportional: Bool
  /// They give a reason wherever points were lost, but for one indicator.
  let isReasonUsual: Bool
  /// They keep to the source of funds that the budget had at the start of the year.
  let isSteady: Bool

  init(_ forms: [PerformanceForm]) {
    isProportional = forms.count { ExecutionScore.isProportional($0) } >= 2
    isReasonUsual = IndicatorCheck.isReasonUsual(forms)
    isSteady = forms.count { FundSources.isSteady($0) } >= 2
  }
}

extension PerformanceForm {
  fileprivate func moved(_ distance: Int) -> PerformanceForm {
    var form = self
    form.funds = funds?.moved(distance)
    form.indicators = indicators.map { $0.moved(distance) }
    form.unscored = unscored.map { ($0.name?.moved(distance), $0.weight.moved(distance)) }
    form.totalWeight = totalWeight?.moved(distance)
    form.totalScore = totalScore?.moved(distance)
    form.grade = grade?.moved(distance)
    return form
  }
}

extension PerformanceForm.Funds {
  fileprivate func moved(_ distance: Int) -> PerformanceForm.Funds {
    var funds = self
    funds.total = total.moved(distance)
    funds.parts = parts.map { $0.moved(distance) }
    funds.natures = natures.map { $0.moved(distance) }
    funds.divided = divided.map { ($0.whole.moved(distance), $0.parts.map { $0.moved(distance) }) }
    funds.labelledWeight = labelledWeight?.moved(distance)
    return funds
  }
}

extension PerformanceForm.Funds.Row {
  fileprivate func moved(_ distance: Int) -> PerformanceForm.Funds.Row {
    var row = self
    row.label = label.moved(distance)
    row.cells = cells.map { $0.moved(distance) }
    return row
  }
}

extension PerformanceForm.Indicator {
  fileprivate func moved(_ distance: Int) -> PerformanceForm.Indicator {
    var indicator = self
    indicator.name = name?.moved(distance)
    indicator.target = target?.moved(distance)
    indicator.result = result?.moved(distance)
    indicator.weight = weight.moved(distance)
    indicator.score = score.moved(distance)
    return indicator
  }
}

extension TargetRow {
  fileprivate func moved(_ distance: Int) -> TargetRow {
    var row = self
    row.name = name.moved(distance)
    row.level = level.moved(distance)
    row.target = target.moved(distance)
    row.goal = goal?.moved(distance)
    row.result = result?.moved(distance)
    row.budget = budget?.moved(distance)
    return row
  }
}

extension Goal {
  fileprivate func moved(_ distance: Int) -> Goal {
    var goal = self
    goal.unit = unit.moved(distance)
    goal.slice = slice.moved(distance)
    return goal
  }
}

extension WeightSum.Group {
  fileprivate func moved(_ distance: Int) -> WeightSum.Group {
    var group = self
    group.weights = weights.map { ($0.cell.moved(distance), $0.level.moved(distance)) }
    group.total = total?.moved(distance)
    return group
  }
}

/// Holds the people of each unit that a sentence lists, and those of the two kinds of units, against the table of the
/// units: 在职199人，其中局本级35人、农业技术推广中心49人、…; 行政编制46名、事业编制60名.
///
/// Rule: `narrative-table`. A list is of a column of the table where all but one of its numbers stand there.
enum StaffUnits {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var tables: [StaffRows] = []
    for table in context.draft.tables where table.layout == .grid && tables.count < 4 {
      if let rows = StaffRows(table, context.units) { tables.append(rows) }
    }
    guard let table = tables.only else { return }
    for passage in context.claims.passages where passage.claims.count >= 2 && passage.claims.count <= 80 {
      list(passage, table, context, &inspection)
      for index in passage.claims.dropLast() { natures(index, table, context, &inspection) }
    }
  }

  // MARK: Unit by unit

  private static func list(
    _ passage: Passage, _ table: StaffRows, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    var bound: [(claim: Int, row: Int)] = []
    for index in passage.claims where isOfPeople(context[index]) {
      if let last = bound.last, context[last.claim].sentence != context[index].sentence {
        judge(bound, table, context, &inspection)
        bound = []
      }
      if let row = table.row(named: context[index].label, context.units) { bound.append((index, row)) }
    }
    judge(bound, table, context, &inspection)
  }

  private static func judge(
    _ bound: [(claim: Int, row: Int)], _ table: StaffRows, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard bound.count >= 3, Set(bound.map(\.row)).count == bound.count, let first = bound.first else {
      return
    }
    let odd = table.columns.indices.map { column in
      bound.filter { table.columns[column].cells[$0.row]?.amount.scaled != context[$0.claim].amount.scaled }
    }
    // Another column that has all of them, or all but one too, leaves it open which is meant.
    guard odd.count(where: { $0.count <= 1 }) == 1, let column = odd.firstIndex(where: { $0.count == 1 }),
      let wrong = odd[column].first, let cell = table.columns[column].cells[wrong.row]
    else { return }
    let right = bound.filter { $0.claim != wrong.claim && context[$0.claim].amount.digits >= 10 }
    let sentence = context[first.claim].sentence
    let saysTotal = context.claims.passages[context[first.claim].passage].claims.contains {
      context[$0].sentence == sentence && context[$0].amount.scaled == table.columns[column].total
    }
    guard right.count >= (saysTotal ? 2 : 4) else { return }
    inspection.report(
      "narrative-table", .warning, at: context[wrong.claim].figure,
      Message(
        phrase, .text(context.draft.string(table.names[wrong.row])),
        .text(context.draft.string(context[wrong.claim].figure)), .text(context.draft.string(cell.slice))),
      related: [context.related(cell, table.names[wrong.row])],
      fixes: context.fix(context[wrong.claim].digits, cell.amount))
  }

  // MARK: By kinds of units

  /// 行政编制48名、事业编制58名: offices of the state have no more posts than the table gives to them.
  private static func natures(
    _ index: Int, _ table: StaffRows, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let (own, next) = (context[index], context[index + 1])
    let units = context.units
    let label = Wording.core(own.label, units)
    guard let ofState = table.isOfState, isOfPeople(own), isOfPeople(next), own.sentence == next.sentence,
      let named = units.lengthOfWord(ending: label, anyOf: state),
      units.ends(Wording.core(next.label, units), withAnyOf: institutions)
    else { return }
    let isPosts = units.ends(label, with: posts)
    let columns = table.columns.filter {
      $0.isPosts == isPosts && $0.total == own.amount.scaled + next.amount.scaled
    }
    guard let column = columns.only else { return }
    var sum: Int128 = 0
    for (row, isOfState) in ofState.enumerated() where isOfState {
      guard let cell = column.cells[row] else { return }
      sum += cell.amount.scaled
    }
    guard own.amount.scaled > sum, let shown = Amount(scaled: sum, decimals: 0) else { return }
    inspection.report(
      "narrative-table", .warning, at: own.figure,
      Message(
        kinds, .text(context.draft.string(Slice(label.upper - named, label.upper))),
        .text(context.draft.string(own.figure)), .amount(shown, nil)),
      related: ofState.indices.filter { ofState[$0] }.compactMap { row in
        column.cells[row].map { context.related($0, table.names[row]) }
      })
  }

  private static func isOfPeople(_ claim: Claim) -> Bool {
    claim.unit == .people && !claim.isRough && claim.amount.decimals == 0 && claim.amount.digits >= 0
      && claim.amount.digits < 10_000_000
  }

  private static let posts: Word = "编制"
  private static let state = WordList(["行政编制", "行政人员"])
  private static let institutions = WordList(["事业编制", "事业人员"])
  private static let phrase = Phrase(
    "{0}：文中写 {1}，单位情况表为 {2}", "{0}: the text says {1}, the table of the units has {2}")
  private static let kinds = Phrase(
    "{0}：文中写 {1}，单位情况表中行政单位合计为 {2}", "{0}: the text says {1}, the offices of the state have {2} in the table")
}

/// The table of the units with their posts and people: 单位名称, 单位性质, 编制数, 在职人数.
struct StaffRows {
  struct Column {
    var isPosts: Bool
    /// The number of each unit.
    var cells: [Cell?]
    var total: Int128
  }

  var names: [Slice] = []
  var columns: [Column] = []
  /// Whether each unit is an office of the state (行政单位) and no institution (事业单位); `nil` where that is not clear of all.
  var isOfState: [Bool]?

  private static let units = WordList(["单位名称", "单位", "预算单位", "预算单位名称", "单位全称"])
  private static let natures = WordList(["单位性质", "性质", "单位类型", "单位类别"])
  private static let offices = WordList(["行政", "行政单位", "行政机关", "机关"])
  private static let institution: Word = "事业"
  private static let likeOffices = WordList(["参公", "参照"])
  private static let own = WordList(["本级", "局机关", "厅机关", "委机关", "机关", "本部"])
  private static let leads = WordList(["其中", "其中:", "分别为", "分别是", "为", "即"])
  private static let totals = WordList(["合计", "总计", "小计"])

  init?(_ table: Table, _ units: Units) {
    guard let name = table.columns(headed: Self.units, units).first else { return nil }
    let start = Swift.min(table.firstBodyRow, table.rowCount)
    let rows = (start..<table.rowCount).filter { row in
      guard let cell = table.cell(row, name), cell.kind == .text else { return false }
      return cell.slice.count >= 4 && !units.equals(anyOf: Self.totals, cell.slice)
    }
    guard rows.count >= 2, rows.count <= 100 else { return nil }
    names = rows.compactMap { table.cell($0, name)?.slice }
    for column in table.columns.indices {
      guard let kind = StaffKind.ofColumn(column, table, units) else { continue }
      let cells = rows.map { row in table.cell(row, column).flatMap { $0.kind == .number ? $0 : nil } }
      let total = cells.reduce(Int128(0)) { $0 + ($1?.amount.scaled ?? 0) }
      columns.append(Column(isPosts: kind == .posts, cells: cells, total: total))
    }
    guard !columns.isEmpty, names.count == rows.count else { return nil }
    guard let nature = table.columns(headed: Self.natures, units).first else { return }
    let kinds = rows.compactMap { row -> Bool? in
      guard let slice = table.cell(row, nature)?.slice else { return nil }
      if units.equals(anyOf: Self.offices, slice) { return true }
      return units.contains(Self.institution, in: slice)
        && !units.contains(anyOf: Self.likeOffices, in: slice)
        ? false : nil
    }
    isOfState = kinds.count == rows.count && kinds.contains(true) && kinds.contains(false) ? kinds : nil
  }

  /// The one unit that words before a number name, in full or without the name of the place: 局本级, 农业技术推广中心.
  func row(named label: Slice, _ units: Units) -> Int? {
    let label = Wording.core(label, units)
    if let length = units.lengthOfWord(ending: label, anyOf: Self.own), label.count - length <= 6 {
      let rows = names.indices.filter { units.ends(units.trimmed(names[$0]), withAnyOf: Self.ownRows) }
      return rows.only
    }
    let rows = names.indices.filter { isNamed(units.withoutTrailingBrackets(names[$0]), label, units) }
    return rows.only
  }

  private static let ownRows = WordList(["本级", "(本级)", "机关", "(机关)", "本部", "(本部)"])

  private func isNamed(_ name: Slice, _ label: Slice, _ units: Units) -> Bool {
    var same = 0
    while same < name.count, same < label.count, units[name.upper - 1 - same] == units[label.upper - 1 - same]
    {
      same += 1
    }
    let rest = Slice(label.lower, label.upper - same)
    return same == name.count || same >= 4 && (rest.isEmpty || units.equals(anyOf: Self.leads, rest))
  }
}

/// Forms of projects against the list of all projects (项目支出表): who carries a project out, and how it is called.
///
/// Rule: `name-mismatch`.
struct ListedProjects {
  private struct Row {
    var name: Slice
    /// The key of the name.
    var key: UInt64
    var unit: Slice?
    /// The digits of its code (项目代码).
    var code: Slice?
    /// The money in all, in billionths of a yuan.
    var amount: Int128?
    var place: Slice?
  }

  private static let names = WordList([
    "项目名称", "项目", "支出项目类别", "项目名称(单位)", "单位名称(科目)/项目名称",
    "单位名称/项目名称", "单位名称(项目)/项目名称", "单位名称(项目)", "单位名称(项目名称)",
  ])
  private static let executors = WordList(["实施单位", "项目实施单位", "项目单位", "实施单位:", "项目单位:"])
  private static let units = WordList(["单位名称", "预算单位", "项目单位", "实施单位", "项目实施单位", "预算单位名称"])
  /// Amounts with fewer digits may be the same by chance.
  private static let leastDigits: UInt64 = 1_000
  private static let leastLength = 6
  private static let mostRows = 2_000

  /// A list whose rows make its total.
  private struct List {
    /// 合计, in billionths of a yuan.
    var total: Int128
    var place: Slice
    /// How many rows it has, and how many names without what stands behind them in brackets.
    var rows: Int
    var names: Int
  }

  private let rows: [Row]
  private let lists: [List]
  private let text: Units

  init(_ draft: Draft, _ text: Units) {
    self.text = text
    var rows: [Row] = []
    var lists: [List] = []
    for table in draft.tables where table.layout == .grid && rows.count < Self.mostRows {
      guard let name = Self.column(Self.names, table, text) else { continue }
      // 单位名称（项目）: the units stand above their projects, not beside them.
      let unit = Self.column(Self.units, table, text).flatMap { $0 == name ? nil : $0 }
      let code = Self.column(Self.codes, table, text)
      for side in table.sides where side.columns.contains(name) {
        let first = rows.count
        defer { if let list = Self.list(table, side, name, rows[first...], text) { lists.append(list) } }
        for row in side.rows where row.role == .detail {
          guard let cell = table.cell(row.row, name), cell.kind == .text, cell.slice.count >= 4 else {
            continue
          }
          let amount = side.amountColumns.first.flatMap { table.cell(row.row, $0) }
          rows.append(
            Row(
              name: cell.slice, key: text.key(cell.slice),
              unit: unit.flatMap { table.cell(row.row, $0) }.flatMap { $0.kind == .text ? $0.slice : nil },
              code: code.flatMap { table.cell(row.row, $0)?.slice },
              amount: amount.flatMap { Self.money($0, table.unit) }, place: amount?.slice))
        }
      }
    }
    (self.rows, self.lists) = (rows, lists)
  }

  private static func list(
    _ table: Table, _ side: Side, _ name: Int, _ rows: ArraySlice<Row>, _ text: Units
  ) -> List? {
    // What a project is spent on stands in rows of their own, without its name.
    func isWithin(_ row: SideRow) -> Bool {
      table.cell(row.row, name).map { $0.kind == .blank } ?? false
    }
    guard rows.count >= 2, let column = side.amountColumns.first,
      side.rows.allSatisfy({ $0.role == .detail || $0.role == .total || $0.isBlank }),
      side.rows.count(where: { $0.role == .total }) == 1,
      let row = side.rows.first(where: { $0.role == .total }), let cell = table.cell(row.row, column),
      let total = money(cell, table.unit),
      rows.count == side.rows.count(where: { $0.role == .detail && !$0.isBlank && !isWithin($0) }),
      rows.reduce(Int128(0), { $0 + ($1.amount ?? 0) }) == total
    else { return nil }
    return List(
      total: total, place: cell.slice, rows: rows.count,
      names: Set(rows.map { text.key(text.withoutTrailingBrackets($0.name)) }).count)
  }

  private static func column(_ words: WordList, _ table: Table, _ text: Units) -> Int? {
    // 单位名称（项目） is a head of its own.
    table.columns.indices.filter { column in
      table.columns[column].kind != .amount
        && (table.hasHead(column, anyOf: words, text)
          || table.head(ofColumn: column).map { text.equals(anyOf: words, $0) } ?? false)
    }.only
  }

  private static func money(_ cell: Cell, _ unit: MoneyUnit?) -> Int128? {
    guard cell.kind == .number, cell.amount.isCalculable, let unit else { return nil }
    return cell.amount.scaled * unit.yuan
  }

  static func check(_ forms: [(table: Table, form: PerformanceForm)], _ inspection: inout Inspection) {
    let projects = forms.map { $0.table.project(inspection.units) }
    guard projects.contains(where: { $0 != nil }) else { return }
    let list = ListedProjects(inspection.draft, inspection.units)
    guard list.rows.count >= 2 else { return }
    list.counts(&inspection)
    let known = Set(projects.compactMap { $0 }.map { inspection.units.key($0) })
    for (form, project) in zip(forms, projects) {
      guard let project else { continue }
      list.executor(of: project, form.table, &inspection)
      list.code(of: project, form.table, &inspection)
      list.name(project, form.form, form.table.unit, known, &inspection)
      list.funds(of: project, form.form, form.table.unit, &inspection)
    }
  }

  // MARK: How many there are

  private static let item: Word = "个"
  private static let project: Word = "项目"
  private static let funds: Word = "资金"
  private static let money: Word = "万元"

  /// 绩效目标管理的项目共11个，涉及资金1223.40万元, where the list has this total and 10 projects.
  private func counts(_ inspection: inout Inspection) {
    guard !lists.isEmpty else { return }
    for paragraph in inspection.draft.paragraphs where paragraph.slice.count >= 12 {
      guard let at = text.find(Self.funds, in: paragraph.slice),
        let start = (at..<Swift.min(at + 6, paragraph.slice.upper)).first(where: { Unit.isDigit(text[$0]) }),
        let amount = NumberScanner.scan(text, start, paragraph.slice.upper),
        text.has(Self.money, at: amount.end, before: paragraph.slice.upper), amount.amount.isCalculable,
        let (count, place) = count(before: at, paragraph.slice)
      else { continue }
      let value = amount.amount.scaled * MoneyUnit.tenThousandYuan.yuan
      let alike = lists.filter { $0.total == value }
      guard let list = alike.first, !alike.contains(where: { $0.rows == count || $0.names == count }) else {
        continue
      }
      inspection.report(
        "narrative-table", .warning, at: place,
        Message(
          Self.otherCount, .text(inspection.draft.string(place)), .text(inspection.draft.string(list.place)),
          .count(list.rows)),
        related: [inspection.related(list.place, Message(Self.listed))])
    }
  }

  /// The only count of projects in the sentence before a position.
  private func count(before end: Int, _ paragraph: Slice) -> (Int, Slice)? {
    let start = text.sentenceStart(before: end, from: paragraph.lower)
    let sentence = Slice(start, end)
    guard text.contains(Self.project, in: sentence), let at = text.find(Self.item, in: sentence), at > start,
      text.find(Self.item, in: Slice(at + 1, end)) == nil
    else { return nil }
    var first = at
    while first > start, Unit.isDigit(text[first - 1]) { first -= 1 }
    guard let figure = NumberScanner.scan(text, first, at), figure.end == at, figure.amount.decimals == 0
    else {
      return nil
    }
    return (Int(figure.amount.digits), Slice(first, at + 1))
  }

  // MARK: Who carries it out

  /// A form names a unit of the list, and the list has the project under another one.
  private func executor(of project: Slice, _ form: Table, _ inspection: inout Inspection) {
    guard let cell = form.cell(behind: Self.executors, inRows: FormLabels.rows, text), cell.kind == .text
    else { return }
    let own = rows(called: project)
    let executor = text.key(text.withoutTrailingBrackets(cell.slice))
    guard let right = own.first?.unit,
      own.allSatisfy({ isUnit($0, text.key(text.withoutTrailingBrackets(right))) }),
      !own.contains(where: { isUnit($0, executor) }), rows.contains(where: { isUnit($0, executor) }),
      !inspection.hasReported("name-mismatch", at: cell.slice)
    else { return }
    report(Self.otherUnit, cell.slice, right, &inspection)
  }

  private func rows(called name: Slice) -> [Row] {
    let key = text.key(name)
    return rows.filter { $0.key == key }
  }

  private func isUnit(_ row: Row, _ key: UInt64) -> Bool {
    row.unit.map { text.key(text.withoutTrailingBrackets($0)) == key } ?? false
  }

  // MARK: Its code

  /// 532900210000000000582 of a form whose project has 532900210000000000528 in the list.
  private func code(of project: Slice, _ form: Table, _ inspection: inout Inspection) {
    guard let own = form.cell(behind: Self.codes, inRows: FormLabels.rows, text)?.slice,
      let right = rows(called: project).only?.code, own.count == right.count, own.count >= Self.leastCode,
      own.count <= 40, [own, right].allSatisfy({ $0.indices.allSatisfy { Self.isOfCode(text[$0]) } })
    else { return }
    let odd = zip(own.indices, right.indices).filter { text[$0] != text[$1] }
    // Two of the signs in each other's place, or one wrong; other codes are those of another year or system.
    let isSwap =
      odd.count == 2 && text[odd[0].0] == text[odd[1].1] && text[odd[1].0] == text[odd[0].1]
    guard odd.count == 1 || isSwap, !rows.contains(where: { $0.code.map { text.areSame($0, own) } ?? false }),
      !inspection.hasReported("name-mismatch", at: own)
    else { return }
    report(Self.otherCode, own, right, &inspection)
  }

  /// A digit or a capital letter.
  private static func isOfCode(_ unit: UInt16) -> Bool {
    Unit.isDigit(unit) || (0x41...0x5A).contains(unit)
  }

  private static let codes = WordList(["项目代码", "项目编码"])
  private static let leastCode = 10
  private static let otherCode = Phrase(
    "此处项目代码为“{0}”，项目表中该项目的代码为“{1}”", "The form has the code “{0}”, the list has “{1}”")

  // MARK: What it costs

  /// A form whose total is that of the list but for a slip.
  private func funds(
    of project: Slice, _ form: PerformanceForm, _ unit: MoneyUnit?, _ inspection: inout Inspection
  ) {
    let own = rows(called: project)
    guard let funds = form.funds, let amount = own.only?.amount, let place = own.first?.place
    else { return }
    let cells = ([funds.total] + funds.parts).flatMap(\.cells).filter { $0.kind == .number }
    guard let total = funds.total.cells.first(where: { $0.kind == .number }),
      total.amount.digits.magnitude >= Self.leastDigits, let value = Self.money(total, unit),
      Slip.isSlip(value, amount), !cells.contains(where: { Self.money($0, unit) == amount })
    else { return }
    let draft = inspection.draft
    inspection.report(
      "cross-table", .error, at: total.slice,
      Message(
        Self.otherFunds, .text(draft.string(project)), .text(draft.string(total.slice)),
        .text(draft.string(place))),
      related: [inspection.related(place, Message(Self.listed))])
  }

  // MARK: How it is called

  /// The name of a form stands in no list, and the only row of its amount has one that begins and ends like it.
  private func name(
    _ name: Slice, _ form: PerformanceForm, _ unit: MoneyUnit?, _ known: Set<UInt64>,
    _ inspection: inout Inspection
  ) {
    guard name.count >= Self.leastLength, let funds = form.funds,
      let cell = funds.total.cells.first(where: { $0.kind == .number }),
      cell.amount.digits.magnitude >= Self.leastDigits, let amount = Self.money(cell, unit),
      rows(called: name).isEmpty,
      // The other forms have the names of the list.
      rows.contains(where: { known.contains($0.key) }), inspection.standsOnce(name)
    else { return }
    let fitting = rows.filter { $0.amount == amount }
    guard let other = fitting.first, fitting.allSatisfy({ $0.key == other.key }),
      !known.contains(other.key), Self.areAlike(name, other.name, text),
      !inspection.hasReported("name-mismatch", at: name)
    else { return }
    report(Self.otherName, name, other.name, &inspection)
  }

  /// Tells whether two names begin and end alike, and neither is the other with words before or behind.
  static func areAlike(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    let (prefix, suffix) = units.shared(a, b)
    return prefix >= 2 && suffix >= 2 && prefix + suffix >= 6 && prefix < b.count && suffix < b.count
      && prefix < a.count && suffix < a.count
  }

  private func report(_ phrase: Phrase, _ wrong: Slice, _ right: Slice, _ inspection: inout Inspection) {
    inspection.report(wrong, otherThan: right, phrase, at: Self.listed)
  }

  private static let otherUnit = Phrase(
    "此处实施单位为“{0}”，项目表中该项目的单位为“{1}”", "The form has “{0}” for the unit, the list of projects “{1}”")
  private static let otherName = Phrase(
    "此处项目名称为“{0}”，项目表中同一金额的项目为“{1}”", "The form has “{0}”, the list has “{1}” with the same amount")
  private static let otherCount = Phrase(
    "文中写 {0}，合计 {1} 的项目表有 {2} 个项目", "The text says {0}, the list with the total {1} has {2} projects")
  private static let otherFunds = Phrase(
    "项目“{0}”的资金总额写 {1}，项目表中为 {2}", "The funds of “{0}” are {1} here and {2} in the list of projects")
  private static let listed = Phrase("项目表", "The list of projects")
}

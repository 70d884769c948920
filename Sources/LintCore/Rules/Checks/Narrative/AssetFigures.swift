/// Holds what a paragraph says of houses, cars and equipment against the table of the assets: 房屋面积186,420.35平方米,
/// 车辆14辆，价值286.54万元, 单价100万元（含）以上的设备5台（套）.
///
/// Rules: `narrative-table`, and `hierarchy-total` for the kinds of cars in the table. The text may speak of a part of the offices, of what was bought or sold or of another day, so
/// a figure counts only if nothing in its sentence says so and no other place states the row otherwise.
enum AssetFigures {
  /// A figure of the text with the row that it is of.
  private struct Stated {
    var figure: Quantity
    var row: Int
    var isValue: Bool
    /// It is of some of the offices, and so are others of the row.
    var isOfSome = false
  }

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let draft = inspection.draft
    guard let table = AssetTable.only(draft, units) else { return }
    sumOfCars(table, &inspection)
    var found: [Stated] = []
    for paragraph in draft.paragraphs where speaksOfAssets(paragraph, draft, units) {
      guard
        !AssetTable.days(in: paragraph.slice, units).contains(where: { table.year != 0 && $0 != table.year })
      else { continue }
      read(paragraph.slice, table, units, &found)
    }
    for (index, stated) in found.enumerated() {
      let row = table.rows[stated.row]
      guard !stated.isOfSome, let cell = stated.isValue ? row.value : row.count, cell.kind == .number,
        !found.enumerated().contains(where: {
          $0.offset != index && $0.element.row == stated.row && $0.element.isValue == stated.isValue
        }),
        let slip = difference(stated, cell, table.unit, units)
      else { continue }
      inspection.report(
        "narrative-table", slip ? .error : .warning, at: stated.figure.slice,
        Message(
          phrase, .text(draft.string(row.label)), .text(draft.string(stated.figure.slice)),
          .text(draft.string(cell.slice))),
        related: [
          Related(
            draft.range(cell.slice),
            Message(place, .text(draft.string(row.label)), .text(draft.string(cell.slice))))
        ])
    }
  }

  /// 车辆合计 against the kinds below it.
  private static func sumOfCars(_ table: AssetTable, _ inspection: inout Inspection) {
    guard let (whole, kinds, label) = table.cars else { return }
    let sum = kinds.reduce(Int128(0)) { $0 + $1.amount.scaled }
    guard sum != whole.amount.scaled, whole.amount.decimals == 0,
      let shown = Amount(scaled: sum, decimals: 0),
      let gap = Amount(scaled: abs(sum - whole.amount.scaled), decimals: 0)
    else { return }
    inspection.report(
      "hierarchy-total", .error, at: whole.slice,
      Message(
        TablePhrases.sum, .message(Message(quoted, .text(inspection.draft.string(label)))),
        .sum(kinds.filter { !$0.amount.isZero }.map(\.amount)), .amount(shown, nil),
        .amount(whole.amount, nil),
        .amount(gap, nil), .message(Message(TablePhrases.eitherSide))),
      related: kinds.map { inspection.related($0.slice, Message(TablePhrases.row, .amount($0.amount, nil))) })
  }

  private static let quoted = Phrase("“{0}”", "“{0}”")

  /// Tells whether a paragraph states what the draft holds: below 国有资产占用情况, or with these words at its head.
  private static func speaksOfAssets(_ paragraph: Paragraph, _ draft: Draft, _ units: Units) -> Bool {
    guard paragraph.slice.count >= 8 else { return false }
    let opening = Slice(paragraph.slice.lower, Swift.min(paragraph.slice.upper, paragraph.slice.lower + 16))
    if units.contains(anyOf: held, in: opening) { return true }
    guard draft.sections.indices.contains(paragraph.section),
      let heading = draft.sections[paragraph.section].heading, draft.headings.indices.contains(heading)
    else { return false }
    return units.contains(anyOf: chapters, in: draft.headings[heading].slice)
  }

  // MARK: Which row

  private static func read(_ text: Slice, _ table: AssetTable, _ units: Units, _ found: inout [Stated]) {
    var before: (row: Int, sentence: Int)?
    for figure in Quantity.read(text, units) where found.count < 200 {
      let start = units.sentenceStart(before: figure.digits.lower, from: text.lower)
      let clauses = Slice(start, figure.digits.lower)
      let isOfSome =
        units.contains(anyOf: someOffices, in: clauses) && !units.contains(anyOf: allOffices, in: clauses)
      guard !figure.isRough, !units.contains(anyOf: moved, in: clauses) else {
        before = nil
        continue
      }
      if figure.yuan(units) != nil {
        // 车辆14辆，价值286.54万元
        if let last = before, last.sentence == figure.sentence,
          units.equals(anyOf: worths, Wording.core(figure.lead, units))
        {
          found.append(Stated(figure: figure, row: last.row, isValue: true, isOfSome: isOfSome))
        } else if let row = row(valuedBy: figure, table, units) {
          found.append(Stated(figure: figure, row: row, isValue: true, isOfSome: isOfSome))
        }
        before = nil
      } else if let row = row(countedBy: figure, text, table, units) {
        found.append(Stated(figure: figure, row: row, isValue: false, isOfSome: isOfSome))
        before = (row, figure.sentence)
      } else {
        before = nil
      }
    }
  }

  /// The row of a value: 房屋价值38,264.17万元, 固定资产金额为1991.64万元.
  private static func row(valuedBy figure: Quantity, _ table: AssetTable, _ units: Units) -> Int? {
    let name = Wording.core(figure.lead, units)
    if units.ends(name, withAnyOf: fixedAssets),
      table.isOfFixedAssets || units.ends(name, withAnyOf: allAssets)
    {
      return only(table) { $0.kind == .whole && (table.isOfFixedAssets || isOfAll($0, units)) }
    }
    guard let length = units.lengthOfWord(ending: name, anyOf: worths) else { return nil }
    let thing = Slice(name.lower, name.upper - length)
    return only(table) { $0.kind == .named && isNamed($0.label, by: thing, units) }
  }

  private static func isOfAll(_ row: AssetTable.Row, _ units: Units) -> Bool {
    !units.contains(anyOf: fixedAssets, in: row.label) || units.ends(row.label, withAnyOf: allAssets)
  }

  /// The row of a number: 房屋面积186,420.35平方米, 办公用房3150平方米, 车辆11辆, 单价50万元以上的通用设备2台（套）.
  private static func row(
    countedBy figure: Quantity, _ text: Slice, _ table: AssetTable, _ units: Units
  ) -> Int? {
    guard !figure.measure.isEmpty else { return nil }
    var name = Wording.core(figure.lead, units)
    let clause = Slice(Swift.max(text.lower, figure.digits.lower - longestName), figure.digits.lower)
    if let price = clause.indices.last(where: {
      units.starts(Slice($0, clause.upper), withAnyOf: AssetTable.prices)
    }) {
      let words = Slice(price, figure.digits.lower)
      guard !words.indices.contains(where: { Unit.endsClause(units[$0]) || units[$0] == 0x3001 }) else {
        return nil
      }
      let bare = AssetTable.bare(words, units)
      return only(table) { $0.kind == .equipment(bare) }
    }
    if let length = units.lengthOfWord(ending: name, anyOf: sizes) { name.upper -= length }
    return only(table) {
      $0.kind == .named && isMeasured($0, by: figure.measure, units) && isNamed($0.label, by: name, units)
    }
  }

  private static func only(_ table: AssetTable, _ isMeant: (AssetTable.Row) -> Bool) -> Int? {
    let rows = table.rows.indices.filter { isMeant(table.rows[$0]) }
    return rows.only
  }

  /// Tells whether the bracket behind a row's name, if there is one, names the measure: 车辆（台、辆）.
  private static func isMeasured(_ row: AssetTable.Row, by measure: Slice, _ units: Units) -> Bool {
    guard !row.measure.isEmpty else { return units.equals(measure, car) }
    if units.areSame(row.measure, measure) { return true }
    return measure.count == 1 && row.measure.indices.contains { units[$0] == units[measure.lower] }
      && row.measure.indices.contains { units[$0] == 0x3001 || units[$0] == 0x2F }
  }

  /// Tells whether words end in the name of a row, before which only those stand that say who holds it.
  private static func isNamed(_ label: Slice, by words: Slice, _ units: Units) -> Bool {
    guard words.count >= label.count else { return false }
    let (before, name) = (
      Slice(words.lower, words.upper - label.count), Slice(words.upper - label.count, words.upper)
    )
    guard units.areSame(name, label) else { return false }
    return before.isEmpty || units.ends(before, withAnyOf: holders)
  }

  // MARK: How far apart

  /// `nil` where a figure says what a cell has, rounded perhaps; otherwise whether one slip of the pen parts them.
  private static func difference(_ stated: Stated, _ cell: Cell, _ unit: MoneyUnit, _ units: Units) -> Bool? {
    let amount = stated.figure.amount
    guard amount.isCalculable, cell.amount.isCalculable else { return nil }
    let (own, ownHalf, other, otherHalf): (Int128, Int128, Int128, Int128)
    if stated.isValue {
      guard let money = stated.figure.yuan(units) else { return nil }
      (own, ownHalf) = (money, stated.figure.half(of: money))
      (other, otherHalf) = (cell.amount.scaled * unit.yuan, cell.amount.half * unit.yuan)
    } else {
      (own, ownHalf) = (amount.scaled, amount.decimals == 0 && cell.amount.decimals == 0 ? 0 : amount.half)
      (other, otherHalf) = (cell.amount.scaled, ownHalf == 0 ? 0 : cell.amount.half)
    }
    let gap = own > other ? own - other : other - own
    guard gap > Swift.max(ownHalf, otherHalf) else { return nil }
    return Slip.isSlip(own, other) && amount.digits.magnitude >= 1_000
  }

  private static let longestName = 40
  private static let held = WordList(["国有资产占用", "国有资产占有", "国有资产使用"])
  private static let chapters = WordList(["国有资产", "固定资产"])
  private static let worths = WordList(["账面价值", "价值", "金额"])
  private static let sizes = WordList(["建筑总面积", "总建筑面积", "建筑面积", "总面积", "面积", "数量", "总数"])
  private static let fixedAssets = WordList(["固定资产金额", "固定资产总额", "固定资产价值", "固定资产总值", "固定资产", "资产总额", "资产总计"])
  private static let allAssets = WordList(["资产总额", "资产总计"])
  private static let car: Word = "辆"
  private static let holders = WordList([
    "有", "占用", "使用", "中", "含", "为", "部门", "单位", "学院", "学校", "局", "院", "校", "厅", "委", "中心", "会",
  ])
  /// What came or went, or is planned, and what was on another day.
  private static let moved = WordList([
    "购置", "购买", "采购", "新增", "拟", "计划", "安排", "更新", "报废", "处置", "减少", "增加", "上年同期", "年初", "出租", "出借", "租",
    "借用",
    "闲置", "划转", "调拨", "相比", "比上年", "较上年", "更换", "预算", "平均", "折旧", "净值", "公务用车保有",
  ])
  private static let someOffices = WordList(["本级", "下属", "所属", "局机关", "直属", "基层"])
  private static let allOffices = WordList([
    "含所属", "及所属", "和所属", "含下属", "及下属", "和下属", "本级和", "本级及", "机关及", "机关和",
  ])
  private static let phrase = Phrase(
    "{0}：文中写 {1}，资产占用情况表为 {2}", "{0}: the text says {1}, the table of the assets has {2}")
  private static let place = Phrase("{0} {1}", "{0} {1}")
}

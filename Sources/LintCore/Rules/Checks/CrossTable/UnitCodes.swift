/// The codes of units (404002) in the tables of a department: each is that of one unit in all of them.
enum UnitCodes {
  private struct Row {
    var table: Int
    var key: UInt64
    var label: Slice
  }

  /// How many tables have to have the usual name.
  private static let leastTables = 2

  static func check(_ inspection: inout Inspection) {
    let units = inspection.units
    var rows: [Int64: [Row]] = [:]
    for (index, table) in inspection.draft.tables.enumerated() where table.layout == .grid {
      for side in table.sides {
        for row in side.rows where row.role == .detail {
          let name = units.withoutTrailingBrackets(row.label)
          // A project below its unit's code is no name of the unit.
          guard let code = code(of: row, side, table), name.count >= 4, UnitNames.ends(name, units) else {
            continue
          }
          rows[code, default: []].append(Row(table: index, key: units.key(name), label: name))
        }
      }
    }
    for (code, named) in rows.sorted(by: { $0.key < $1.key }) { judge(code, named, units, &inspection) }
  }

  /// The code of the unit that a row names: that of the row, or 单位代码 where the row has no subject.
  private static func code(of row: SideRow, _ side: Side, _ table: Table) -> Int64? {
    if row.code != nil { return row.codeLength == 6 || row.codeLength == 9 ? row.code : nil }
    guard let column = side.unitColumn, let cell = table.cell(row.row, column), cell.kind == .number,
      cell.amount.decimals == 0, cell.slice.count == 6 || cell.slice.count == 9
    else { return nil }
    return cell.amount.digits
  }

  private static func judge(_ code: Int64, _ rows: [Row], _ units: Units, _ inspection: inout Inspection) {
    var tables: [UInt64: Set<Int>] = [:]
    for row in rows { tables[row.key, default: []].insert(row.table) }
    guard tables.count == 2, let stray = rows.first(where: { tables[$0.key]?.count == 1 }),
      let usual = rows.first(where: { $0.key != stray.key }), tables[usual.key]?.count ?? 0 >= leastTables,
      !isEitherShort(stray.label, usual.label, units)
        || isCut(stray.label, usual.label, units) && tables[usual.key]?.count ?? 0 > leastTables,
      !inspection.hasReported("name-mismatch", at: stray.label)
    else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: stray.label,
      Message(
        differs, .text(String(code)), .text(draft.string(stray.label)), .text(draft.string(usual.label)),
        .count(tables[usual.key]?.count ?? 0)),
      related: [inspection.related(usual.label, Message(usualName))])
  }

  private static func isEitherShort(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    EntityNames.isShort(a, of: b, units) || EntityNames.isShort(b, of: a, units)
  }

  /// 社会福院 for 社会福利院: one character is missing, and not one that names leave out, as 市 of 某市市场监管局.
  private static func isCut(_ name: Slice, _ whole: Slice, _ units: Units) -> Bool {
    guard name.count + 1 == whole.count,
      let at = name.indices.first(where: { units[$0] != units[whole.lower + $0 - name.lower] })
    else { return false }
    let missing = whole.lower + at - name.lower
    return at > name.lower && !leftOut.contains(units[missing])
  }

  private static let leftOut = Set("省市州县区镇乡街村第和及与的局部".utf16)

  private static let differs = Phrase(
    "单位编码 {0} 在此处名为“{1}”，另外 {3} 张表中为“{2}”", "The unit {0} is “{1}” here and “{2}” in {3} other tables")
  private static let usualName = Phrase("其他表中的名称", "The name in other tables")
}

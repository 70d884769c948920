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
        for row in side.rows where row.role == .detail && (row.codeLength == 6 || row.codeLength == 9) {
          let name = units.withoutTrailingBrackets(row.label)
          // A project below its unit's code is no name of the unit.
          guard let code = row.code, name.count >= 4, UnitNames.ends(name, units) else { continue }
          rows[code, default: []].append(Row(table: index, key: units.key(name), label: name))
        }
      }
    }
    for (code, named) in rows.sorted(by: { $0.key < $1.key }) { judge(code, named, units, &inspection) }
  }

  private static func judge(_ code: Int64, _ rows: [Row], _ units: Units, _ inspection: inout Inspection) {
    var tables: [UInt64: Set<Int>] = [:]
    for row in rows { tables[row.key, default: []].insert(row.table) }
    guard tables.count == 2, let stray = rows.first(where: { tables[$0.key]?.count == 1 }),
      let usual = rows.first(where: { $0.key != stray.key }), tables[usual.key]?.count ?? 0 >= leastTables,
      !isEitherShort(stray.label, usual.label, units),
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

  private static let differs = Phrase(
    "单位编码 {0} 在此处名为“{1}”，另外 {3} 张表中为“{2}”", "The unit {0} is “{1}” here and “{2}” in {3} other tables")
  private static let usualName = Phrase("其他表中的名称", "The name in other tables")
}

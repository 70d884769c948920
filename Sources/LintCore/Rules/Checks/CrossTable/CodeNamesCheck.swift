/// Finds codes of subjects that two tables name differently, and names that two codes of one parent share.
///
/// Rule: `code-name`. Names are held against each other only: which one is right is for a person to say.
///
/// - Complexity: O(n) in the number of rows, but for the codes with two names.
enum CodeNamesCheck {
  static let check = Check(
    rules: ["code-name", "name-mismatch"], reads: [.titles, .captions, .tables], run: run)

  /// A row with a code and a name.
  struct Row {
    var code: Int64
    var length: Int
    var table: Int
    var key: UInt64
    var label: Slice
  }

  private static func run(_ inspection: inout Inspection) {
    let rows = rows(inspection)
    var firsts = KeyTable(minimumCapacity: rows.count)
    var suspects: [Int64] = []
    for (index, row) in rows.enumerated() {
      let code = UInt64(bitPattern: row.code)
      guard let first = firsts[code] else {
        firsts[code] = Int32(truncatingIfNeeded: index)
        continue
      }
      if rows[Int(first)].key != row.key, !suspects.contains(row.code) { suspects.append(row.code) }
    }
    let coarse = tablesWithCoarseCodes(suspects, rows)
    for code in suspects {
      twoNames(code, rows.filter { $0.code == code && !coarse.contains($0.table) }, &inspection)
    }
    siblings(rows, &inspection)
    strayCodes(rows, &inspection)
    UnitCodes.check(&inspection)
  }

  /// The tables in which two codes or more have several names each: their codes are those of what the items are part of.
  private static func tablesWithCoarseCodes(_ suspects: [Int64], _ rows: [Row]) -> Set<Int> {
    guard suspects.count >= 2 else { return [] }
    var counts: [Int: Int] = [:]
    for code in suspects {
      let named = Dictionary(grouping: rows.lazy.filter { $0.code == code }, by: \.table)
      for (table, rows) in named where rows.contains(where: { $0.key != rows[0].key }) {
        counts[table, default: 0] += 1
      }
    }
    return Set(counts.lazy.filter { $0.value >= 2 }.map(\.key))
  }

  static func rows(_ inspection: Inspection) -> [Row] {
    var rows: [Row] = []
    for (index, table) in inspection.draft.tables.enumerated() where table.layout == .grid {
      for side in table.sides where table.namesSubjects(side, inspection.units) {
        for row in side.rows {
          guard let code = row.code, row.codeLength == 3 || row.codeLength == 5 || row.codeLength == 7,
            row.label.count >= 2,
            // 301 某市自然资源局: the code of a unit, and 301 工资福利支出 that of a subject.
            row.codeLength > 3 || !UnitNames.ends(row.label, inspection.units)
          else { continue }
          switch row.role {
          case .columnNumbers, .repeatedHeader, .rate, .uncertain: continue
          case .detail, .total, .ofWhich, .heading: break
          }
          rows.append(
            Row(code: code, length: row.codeLength, table: index, key: row.key, label: row.label))
        }
      }
    }
    return rows
  }

  /// Reports the rarer of the two names of a code.
  private static func twoNames(_ code: Int64, _ rows: [Row], _ inspection: inout Inspection) {
    let units = inspection.units
    var counts: [UInt64: Int] = [:]
    for row in rows { counts[row.key, default: 0] += 1 }
    let most = rows.filter { counts[$0.key] == counts.values.max() }
    guard counts.count == 2, let usual = most.first(where: { isStandard($0, inspection) }) ?? most.first
    else { return }
    for row in rows where row.key != usual.key {
      // One name that only says more than the other is the same name.
      guard
        isCut(row.label, usual.label, units)
          ? isLonger(row, rows, usual, inspection)
          : isFar(row.label, usual.label, units) || isSlip(row, rows, usual, inspection)
      else { continue }
      inspection.report(
        "code-name", .warning, at: row.label,
        Message(
          twoNames, .text(String(code)), .text(inspection.draft.string(row.label)),
          .text(inspection.draft.string(usual.label))),
        related: [inspection.related(usual.label, Message(elsewhere))])
    }
  }

  /// Tells whether one name only says more at its end: cells cut names, or add the 款 in brackets.
  private static func isCut(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    return units.key(short) == units.key(Slice(long.lower, long.lower + short.count))
  }

  /// 事业单位医疗补助 for what two tables or more, and the classes of the state, call 事业单位医疗: no cut makes a name longer.
  private static func isLonger(_ row: Row, _ rows: [Row], _ usual: Row, _ inspection: Inspection) -> Bool {
    let units = inspection.units
    let more = Slice(row.label.lower + usual.label.count, row.label.upper)
    return row.length == 7 && more.count >= 2 && more.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
      && rows.count(where: { $0.key == row.key }) == 1
      && Set(rows.lazy.filter { $0.key == usual.key }.map(\.table)).subtracting([row.table]).count >= 2
      && inspection.book.subjects.name(row.code).map { units.equals(usual.label, $0) } ?? false
  }

  /// Tells whether a name is the one that the classes of the state have for its code.
  private static func isStandard(_ row: Row, _ inspection: Inspection) -> Bool {
    inspection.book.subjects.name(row.code).map { inspection.units.equals(row.label, $0) } ?? false
  }

  /// Tells whether a name differs in one character from what two tables or more call the code, or one and the classes of
  /// the state: 城管执罚 for 城管执法.
  private static func isSlip(_ row: Row, _ rows: [Row], _ usual: Row, _ inspection: Inspection) -> Bool {
    let units = inspection.units
    let others = Set(rows.lazy.filter { $0.key == usual.key }.map(\.table)).subtracting([row.table]).count
    guard rows.count(where: { $0.key == row.key }) == 1, row.label.count == usual.label.count,
      others >= (isStandard(usual, inspection) ? 1 : 2)
    else { return false }
    return zip(row.label.indices, usual.label.indices).allSatisfy { a, b in
      units[a] == units[b]
        || Unit.isIdeograph(units[a]) && Unit.isIdeograph(units[b]) && !joints.contains(units[a])
    }
  }

  /// Words that join others, one as good as the other: 机关和单位, 机关及单位, 机关与单位.
  private static let joints = Set("和及与或的".utf16)

  /// Names that differ in one character may be a misreading of the page, not another name.
  private static func isFar(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    guard a.count == b.count else { return true }
    return zip(a.indices, b.indices).count { units[$0] != units[$1] } >= 2
  }

  /// Two items of one 款 in one table never share a name.
  private static func siblings(_ rows: [Row], _ inspection: inout Inspection) {
    var seen: [UInt64: Row] = [:]
    var last: Row?
    for row in rows where row.length == 7 {
      if last?.table != row.table || last.map({ $0.code / 100 }) != row.code / 100 { seen = [:] }
      last = row
      if let before = seen[row.key], before.code != row.code, row.label.count >= 3 {
        inspection.report(
          "code-name", .warning, at: row.label,
          Message(
            oneName, .text(inspection.draft.string(row.label)), .text(String(before.code)),
            .text(String(row.code))),
          related: [inspection.related(before.label, Message(sameName))])
      }
      seen[row.key] = row
    }
  }

  /// Reports the code that one table has for an item, where two others or more have another item of the same 款 under the
  /// name.
  private static func strayCodes(_ rows: [Row], _ inspection: inout Inspection) {
    var codes: [UInt64: [Row]] = [:]
    for row in rows where row.length == 7 && row.label.count >= 3 {
      let key = row.key ^ UInt64(bitPattern: row.code / 100) &* 0x9E37_79B9_7F4A_7C15
      if codes[key]?.contains(where: { $0.code == row.code && $0.table == row.table }) ?? false { continue }
      codes[key, default: []].append(row)
    }
    for (_, named) in codes.sorted(by: { $0.value[0].label.lower < $1.value[0].label.lower })
    where named.count >= 2 {
      if named.count == 2 {
        contradicting(named[0], named[1], rows, &inspection)
        continue
      }
      guard let usual = named.first(where: { row in named.count { $0.code == row.code } == named.count - 1 }),
        let stray = named.first(where: { $0.code != usual.code }),
        !inspection.hasReported("code-name", at: stray.label)
      else { continue }
      inspection.report(
        "code-name", .warning, at: stray.label,
        Message(
          strayCode, .text(inspection.draft.string(stray.label)), .text(String(stray.code)),
          .count(named.count - 1), .text(String(usual.code))),
        related: [inspection.related(usual.label, Message(sameName))])
    }
  }

  /// Reports an item that two tables list under its name with two codes that one slip tells apart.
  ///
  /// Neither code stands anywhere else, so one of the two is wrong.
  private static func contradicting(
    _ first: Row, _ second: Row, _ rows: [Row], _ inspection: inout Inspection
  ) {
    guard first.table != second.table, first.code != second.code,
      !inspection.units.starts(first.label, with: other),
      Slip.isSlip(Int128(first.code), Int128(second.code)),
      rows.count(where: { $0.code == first.code || $0.code == second.code }) == 2,
      // What the classes call one of the two is told with their table.
      !inspection.book.subjects.codes(named: first.key).contains(where: {
        [first.code, second.code].contains($0)
      })
    else { return }
    inspection.report(
      "code-name", .warning, at: second.label,
      Message(
        strayCode, .text(inspection.draft.string(second.label)), .text(String(second.code)), .count(1),
        .text(String(first.code))),
      related: [inspection.related(first.label, Message(sameName))])
  }

  private static let other: Word = "其他"
  private static let strayCode = Phrase(
    "“{0}”在此处的编码为 {1}，另外 {2} 张表中为 {3}", "“{0}” has the code {1} here, and {3} in {2} other tables")
  private static let twoNames = Phrase(
    "科目编码 {0} 在此处名为“{1}”，另一处为“{2}”", "The code {0} is “{1}” here and “{2}” elsewhere")
  private static let oneName = Phrase(
    "同一款下两个编码同名“{0}”：{1} 与 {2}", "Two codes of one parent have the name “{0}”: {1} and {2}")
  private static let elsewhere = Phrase("另一处的名称", "The name elsewhere")
  private static let sameName = Phrase("同名的另一项", "The item of the same name")
}

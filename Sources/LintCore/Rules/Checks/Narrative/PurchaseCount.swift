/// Counts the rows of the table of purchases that a sentence refers to: 采购项目共7项，明细见表10.
///
/// Rule: `narrative-table`. Only rows whose money makes the total are told one by one; the text may count names that
/// several rows share.
enum PurchaseCount {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let units = context.units
    for claim in context.claims.claims
    where claim.unit == .items && claim.role == .amount && !claim.isRough && claim.amount.decimals == 0 {
      guard units.ends(Wording.core(claim.label, units), withAnyOf: purchases),
        !units.contains(anyOf: some, in: claim.label),
        // 共6个品目、7项: other things are counted too.
        claim.figure.upper < units.count, Unit.endsClause(units[claim.figure.upper]),
        case let passage = context.claims.passages[claim.passage].slice,
        units.contains(anyOf: references, in: Slice(claim.figure.upper, passage.upper)),
        let counts = counts(context), let rows = counts.first, !counts.contains(Int(claim.amount.digits))
      else { continue }
      inspection.report(
        "narrative-table", .warning, at: claim.figure,
        Message(phrase, .text(context.draft.string(claim.figure)), .count(rows)))
    }
  }

  /// How many rows the one table of purchases has, and how many names each of its columns of words.
  private static func counts(_ context: NarrativeContext) -> [Int]? {
    let units = context.units
    let tables = context.draft.tables.filter { table in
      table.layout == .grid && table.caption.map { units.contains(purchaseTable, in: $0) } ?? false
    }
    guard let table = tables.only, let money = table.columns(headed: moneys, units).first else { return nil }
    var total: Int128?
    var (rows, sum) = ([Int](), Int128(0))
    for row in Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      guard let cell = table.cell(row, money), cell.kind == .number, cell.amount.isCalculable else {
        continue
      }
      let isTotal = (0..<table.width(ofRow: row)).contains { column in
        table.cell(row, column).map { units.equals(anyOf: totals, $0.slice) } ?? false
      }
      if isTotal {
        guard total == nil else { return nil }
        total = cell.amount.scaled
      } else {
        rows.append(row)
        sum += cell.amount.scaled
      }
    }
    guard let total, total == sum, rows.count >= 2 else { return nil }
    let names = table.columns.indices.map { column in
      Set(
        rows.compactMap { row in
          table.cell(row, column).flatMap { $0.kind == .text ? units.key($0.slice) : nil }
        }
      ).count
    }
    return [rows.count] + names
  }

  private static let purchases = WordList(["采购项目共", "采购项目", "采购项目共计", "采购品目", "采购品目共"])
  /// What some of the purchases are.
  private static let some = WordList([
    "其中", "以上", "以下", "单项", "其他", "集中", "分散", "货物", "工程", "服务", "类", "追加", "中小", "面向", "预留", "小微", "专门", "新增",
  ])
  private static let references = WordList(["明细见", "详见", "具体见", "见表", "见附表", "明细详见"])
  private static let purchaseTable: Word = "采购"
  private static let moneys = WordList(["合计", "金额", "采购金额", "预算金额", "采购预算", "采购预算金额", "总金额", "总价"])
  private static let totals = WordList(["合计", "总计"])
  private static let phrase = Phrase(
    "文中写 {0}，采购表列有 {1} 项", "The text says {0}, the table of purchases lists {1}")
}

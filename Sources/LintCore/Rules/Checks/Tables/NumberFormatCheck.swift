/// Remarks on tables that write some figures from 1,000 up with thousands separators and others without.
///
/// Rule: `number-format`; one remark a table, at the first figure of the rarer form.
enum NumberFormatCheck {
  static let check = Check(rules: ["number-format"], reads: [.captions, .grids], run: run)

  private static let phrase = Phrase(
    "本表 {0} 个数字带千分位，{1} 个不带，写法不一致", "{0} figures of this table have thousands separators and {1} have none")
  private static let other = Phrase("{0}", "{0}")
  private static let rewrite = Phrase("统一写作 {0}", "Write {0}")
  /// How many figures of the rarer form are named.
  private static let named = 20

  private static func run(_ inspection: inout Inspection) {
    for table in inspection.draft.tables where table.layout == .grid {
      var grouped: [Cell] = []
      var plain: [Cell] = []
      for side in table.sides {
        for row in side.rows where row.role != .uncertain {
          for column in side.amountColumns where table.columns[column].kind == .amount {
            guard let cell = table.cell(row.row, column), cell.kind == .number,
              cell.amount.scaled.magnitude >= 1_000 * Scale.one.magnitude
            else { continue }
            if cell.isGrouped { grouped.append(cell) } else { plain.append(cell) }
          }
        }
      }
      guard !grouped.isEmpty, !plain.isEmpty else { continue }
      report(grouped, plain, &inspection)
    }
  }

  private static func report(_ grouped: [Cell], _ plain: [Cell], _ inspection: inout Inspection) {
    let rarer = plain.count <= grouped.count ? plain : grouped
    guard let first = rarer.first else { return }
    let fixes = rarer.prefix(named).map { cell in
      Edit(inspection.draft.range(cell.slice), cell.isGrouped ? cell.amount.plain : cell.amount.grouped)
    }
    inspection.report(
      "number-format", .info, at: first.slice, Message(phrase, .count(grouped.count), .count(plain.count)),
      related: rarer.dropFirst().prefix(named).map {
        inspection.related($0.slice, Message(other, .amount($0.amount, nil)))
      },
      fixes: [
        Fix(title: Message(rewrite, .text(fixes.first?.text ?? "")), edits: Array(fixes), safety: .review)
      ])
  }
}

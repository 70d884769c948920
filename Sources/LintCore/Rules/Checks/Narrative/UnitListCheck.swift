/// Counts the units in the table behind 编制范围的单位（含本级）共8个，见下表.
///
/// Rule: `narrative-table`. The office itself stands in the list or not, unless the text says so.
enum UnitListCheck {
  private static let phrase = Phrase(
    "文中写 {0}，下表列有 {1} 个单位", "The text says {0}, the table below lists {1} units")
  private static let unit: Word = "单位"
  private static let all: Word = "共"
  private static let below = WordList(["下表", "如下表", "详见表", "见表", "名单如下", "单位如下", "明细如下", "具体如下"])
  /// 纳入编制范围的单位共5个，名单如下：: what follows is the list of them all.
  private static let listed = WordList(["名单如下", "明细如下", "具体如下"])
  private static let range = WordList(["编制范围", "预算单位", "汇总", "纳入"])
  private static let own = WordList(["含本级", "包括本级", "含机关", "包括机关", "含局本级", "含局机关"])
  private static let heads = WordList(["单位名称", "预算单位", "单位全称", "预算单位名称"])
  private static let levels = WordList(["本级", "机关", "本部"])

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let blocks = inspection.draft.blocks
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .paragraph(let paragraph) = block, case .table(let table) = next,
        let listed = count(inspection.draft.tables[table], inspection.units)
      else { continue }
      check(inspection.draft.paragraphs[paragraph].slice, listed, context, &inspection)
    }
  }

  private static func check(
    _ paragraph: Slice, _ listed: (count: Int, hasOwn: Bool), _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    guard units.contains(anyOf: below, in: paragraph), units.contains(anyOf: range, in: paragraph) else {
      return
    }
    let claims = context.claims.claims.filter {
      $0.digits.lower >= paragraph.lower && $0.digits.upper <= paragraph.upper && $0.unit == .items
        && units.contains(unit, in: $0.label)
    }
    guard let claim = claims.only, !claim.isRough, claim.amount.decimals == 0 else {
      return
    }
    let gap = claim.amount.digits - Int64(listed.count)
    let isList = units.contains(anyOf: Self.listed, in: paragraph) && units.contains(all, in: paragraph)
    let isExact = isList || listed.hasOwn && units.contains(anyOf: own, in: paragraph)
    guard isExact ? gap != 0 : gap < -1 || gap > 1 else { return }
    inspection.report(
      "narrative-table", isList ? .warning : .error, at: claim.figure,
      Message(phrase, .text(context.draft.string(claim.figure)), .count(listed.count)))
  }

  /// How many units a table lists, one a row; `nil` for other tables.
  private static func count(_ table: Table, _ units: Units) -> (count: Int, hasOwn: Bool)? {
    guard table.layout == .grid,
      let column = table.columns.indices.first(where: { column in
        table.head(ofColumn: column).map { units.equals(anyOf: heads, $0) } ?? false
      })
    else { return nil }
    var names: Set<UInt64> = []
    var rows = 0
    var hasOwn = false
    for row in Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      guard let name = table.cell(row, column), name.kind == .text, name.slice.count >= 4,
        // The head printed again on the next page.
        !units.equals(anyOf: heads, name.slice)
      else { continue }
      rows += 1
      names.insert(units.key(name.slice))
      if units.contains(anyOf: levels, in: name.slice) { hasOwn = true }
    }
    // A unit that stands in several rows has several subjects or projects there.
    return rows >= 2 && names.count == rows ? (rows, hasOwn) : nil
  }
}

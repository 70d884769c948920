/// Names of classes that the classification of subjects has given up: 医疗卫生与计划生育支出 in a draft of 2024.
///
/// Rule: `name-mismatch` (政府收支分类科目 of 2019). A table that has the old name shows figures of its time.
enum FormerNames {
  private static let names: [(old: Word, new: String)] = [
    ("医疗卫生与计划生育支出", "卫生健康支出"), ("文化体育与传媒支出", "文化旅游体育与传媒支出"),
    ("国土海洋气象等支出", "自然资源海洋气象等支出"),
  ]
  /// Drafts before compare with years of the old names.
  private static let since = 2021

  static func run(_ inspection: inout Inspection) {
    guard inspection.kind.year >= since else { return }
    let units = inspection.units
    let draft = inspection.draft
    for (old, new) in names where inspection.stands(old) {
      let isInTables = draft.tables.contains { table in
        table.cells.contains { $0.kind == .text && units.contains(old, in: $0.slice) }
      }
      guard !isInTables else { continue }
      for paragraph in draft.paragraphs {
        guard let at = units.find(old, in: paragraph.slice) else { continue }
        let place = Slice(at, at + old.count)
        inspection.report(
          "name-mismatch", .warning, at: place, Message(former, .text(draft.string(place)), .text(new)),
          fixes: inspection.renaming([place], to: new))
      }
    }
  }

  private static let former = Phrase(
    "“{0}”是2019年以前的科目名称，现为“{1}”", "“{0}” is a name from before 2019; it is “{1}” now")
}

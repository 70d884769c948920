/// 项目名称 and 实施单位 of a form that stand nowhere else, while a list of projects or units of the draft has the same name
/// but for one character.
///
/// Rule: `name-mismatch`.
enum FormNames {
  private static let executors = WordList([
    "实施单位", "项目实施单位", "项目单位", "实施单位:", "项目实施单位:", "项目单位:",
  ])
  private static let projectHeads = WordList(["项目名称", "项目"])
  private static let unitHeads = WordList(["单位名称", "单位", "预算单位", "项目单位"])
  private static let lengths = 6...40
  /// A list has more than a name or two.
  private static let leastNames = 3
  /// Characters that tell one project or unit from another: numbers, directions, sizes, places.
  private static let telling = Set("一二三四五六七八九十甲乙丙丁东西南北中上下左右前后内外大小新老男女县市区镇乡村街道局厅部处所站院校级期次".utf16)

  static func check(_ forms: [Table], _ inspection: inout Inspection) {
    for (labels, heads) in [(FormLabels.projects, projectHeads), (executors, unitHeads)] {
      let names = forms.compactMap { $0.words(behind: labels, inspection.units) }
      guard !names.isEmpty else { continue }
      let listed = listed(heads, inspection.draft, inspection.units)
      guard !listed.isEmpty else { continue }
      for name in names { check(name, listed, &inspection) }
    }
  }

  /// The names of the lists of a draft.
  private static func listed(_ heads: WordList, _ draft: Draft, _ units: Units) -> [Slice] {
    var names: [Slice] = []
    for table in draft.tables where table.layout == .grid {
      for side in table.sides where side.rows.count >= leastNames {
        for column in side.columns where isHead(column, heads, table, units) {
          for row in side.rows where row.role == .detail {
            if let cell = table.cell(row.row, column), cell.kind == .text { names.append(cell.slice) }
          }
        }
      }
    }
    return names
  }

  private static func check(_ name: Slice, _ listed: [Slice], _ inspection: inout Inspection) {
    let units = inspection.units
    guard lengths.contains(name.count) else { return }
    var near: Slice?
    for other in listed where other.count == name.count {
      var (first, differences) = (0, 0)
      for k in 0..<name.count where units[name.lower + k] != units[other.lower + k] {
        if differences == 0 { first = k }
        differences += 1
        if differences > 1 { break }
      }
      if differences == 0 { return }
      guard differences == 1, isSlip(units[name.lower + first], units[other.lower + first]) else { continue }
      if let near, units.key(near) != units.key(other) { return }
      near = other
    }
    guard let near, inspection.standsOnce(name) else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: name,
      Message(differs, .text(draft.string(name)), .text(draft.string(near))),
      related: [inspection.related(near, Message(otherName))],
      fixes: [
        Fix(
          title: Message(rename, .text(draft.string(near))),
          edits: [Edit(draft.range(name), draft.string(near))], safety: .review)
      ])
  }

  private static func isHead(_ column: Int, _ heads: WordList, _ table: Table, _ units: Units) -> Bool {
    guard table.columns[column].kind != .amount, let head = table.head(ofColumn: column) else { return false }
    return units.equals(anyOf: heads, units.withoutTrailingBrackets(head))
  }

  private static func isSlip(_ a: UInt16, _ b: UInt16) -> Bool {
    Unit.isIdeograph(a) && Unit.isIdeograph(b) && !telling.contains(a) && !telling.contains(b)
  }

  private static let differs = Phrase(
    "此处名称为“{0}”，只出现这一次，另一张表中为“{1}”，相差一字，疑有一处写错",
    "“{0}” stands here alone, another table has “{1}”: they differ in one character")
  private static let otherName = Phrase("另一张表中的名称", "The name in the other table")
  private static let rename = Phrase("改为“{0}”", "Change to “{0}”")
}

/// 省水利科学研究所 in a sentence, where the lists of units have 省水利科学研究院 and nothing else names the other.
///
/// Rule: `name-mismatch`.
enum UnitNames {
  private static let heads = WordList(["单位名称", "单位", "预算单位", "所属单位", "预算单位名称"])
  private static let lengths = 7...30
  private static let mostUnits = 200
  /// 院, 所, 站, 局, 馆, 校, 队, 厅, 处, 场, 社, 室: what a unit is called last.
  private static let endings = Set("院所站局馆校队厅处场社室".utf16)
  private static let renamed = WordList(["更名", "原", "前身", "合并", "划转"])

  static func check(_ inspection: inout Inspection) {
    let units = inspection.units
    let names = listed(inspection.draft, units)
    guard !names.isEmpty else { return }
    var matcher = PhraseMatcher()
    for (index, name) in names.enumerated() {
      matcher.insert(units.name(Slice(name.lower, name.upper - 1)), index)
    }
    var found: [(place: Slice, name: Slice)] = []
    for paragraph in inspection.draft.paragraphs {
      matcher.forEach(in: paragraph.slice, of: units) { match in
        let (place, name) = (Slice(match.slice.lower, match.slice.upper + 1), names[match.number])
        guard place.upper <= paragraph.slice.upper, units[place.upper - 1] != units[name.upper - 1],
          endings.contains(units[place.upper - 1]),
          !units.contains(anyOf: renamed, in: paragraph.slice)
        else { return }
        found.append((place, name))
      }
    }
    guard found.count == 1, let (place, name) = found.first, units.standsOnce(place),
      !inspection.hasReported("name-mismatch", at: place)
    else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: place,
      Message(differs, .text(draft.string(place)), .text(draft.string(name))),
      related: [inspection.related(name, Message(inList))],
      fixes: [
        Fix(
          title: Message(rename, .text(draft.string(name))),
          edits: [Edit(draft.range(place), draft.string(name))], safety: .review)
      ])
  }

  /// The units that tables list, each once.
  private static func listed(_ draft: Draft, _ units: Units) -> [Slice] {
    var names: [Slice] = []
    var seen: Set<UInt64> = []
    for table in draft.tables where table.layout == .grid && names.count < mostUnits {
      for column in table.columns.indices
      where table.columns[column].kind == .label || table.columns[column].kind == .text {
        guard let head = table.head(ofColumn: column),
          units.equals(anyOf: heads, units.withoutTrailingBrackets(head))
        else { continue }
        for row in table.firstBodyRow..<Swift.max(table.firstBodyRow, table.rowCount) {
          guard let cell = table.cell(row, column), cell.kind == .text else { continue }
          let name = units.withoutTrailingBrackets(cell.slice)
          guard lengths.contains(name.count), endings.contains(units[name.upper - 1]),
            name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }), seen.insert(units.key(name)).inserted
          else { continue }
          names.append(name)
        }
      }
    }
    return names
  }

  private static let differs = Phrase(
    "“{0}”只出现这一次，单位名单中为“{1}”，疑有一处写错", "“{0}” stands here alone, the list of units has “{1}”")
  private static let inList = Phrase("名单中的单位", "The unit in the list")
  private static let rename = Phrase("改为“{0}”", "Change to “{0}”")
}

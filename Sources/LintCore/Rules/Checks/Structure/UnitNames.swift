/// 省水利科学研究所 in a sentence, where the lists of units have 省水利科学研究院 and nothing else names the other; 养护管理服务中心
/// for 养护服务中心, 殡葬管理中心 for 殡葬服务中心, also in the row of one of the lists; 社会福利苑 for 社会福利院.
///
/// Rule: `name-mismatch`.
enum UnitNames {
  private static let heads = WordList(["单位名称", "单位", "预算单位", "所属单位", "预算单位名称"])
  private static let lengths = 8...30
  private static let mostUnits = 200
  /// 院, 所, 站, 局, 馆, 校, 队, 厅, 处, 场, 社, 室: what a unit is called last.
  private static let endings = Set("院所站局馆校队厅处场社室".utf16)
  /// Tells whether a name ends as those of units do.
  static func ends(_ name: Slice, _ units: Units) -> Bool {
    name.indices.last.map { EntityNames.endsName(units[$0]) || endings.contains(units[$0]) } ?? false
  }

  /// Tells whether words may be the name of a unit: ideographs that end as such names do.
  static func isName(_ words: Slice, _ units: Units) -> Bool {
    ends(words, units) && words.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
  }

  /// What numbered paragraphs of at most so many units, and numbered headings, say behind their numbers.
  static func numbered(_ draft: Draft, upTo longest: Int = .max) -> [Slice] {
    let items = draft.paragraphs.compactMap { paragraph in
      paragraph.slice.count <= longest
        ? paragraph.ordinal.map { Slice(paragraph.slice.lower + $0.length, paragraph.slice.upper) } : nil
    }
    return items + draft.headings.compactMap { $0.ordinal == nil ? nil : $0.title }
  }

  private static let renamed = WordList(["更名", "原", "前身", "合并", "划转"])

  static func check(_ inspection: inout Inspection) {
    let units = inspection.units
    let (names, strays) = listed(&inspection)
    // What only one row names is held against the sentences too, where the names differ by a slip of the pen.
    let rows = names + strays
    guard !rows.isEmpty else { return }
    var matcher = PhraseMatcher()
    for (index, name) in rows.enumerated() {
      matcher.insert(units.name(Slice(name.lower, name.lower + head)), index)
    }
    var found: [(place: Slice, name: Slice)] = []
    for paragraph in inspection.draft.paragraphs {
      matcher.forEach(in: paragraph.slice, of: units) { match in
        let name = rows[match.number]
        let (start, end) = (match.slice.lower, paragraph.slice.upper)
        guard
          let place = match.number < names.count
            ? variant(of: name, at: start, before: end, units)
              ?? slip(for: name, at: start, before: end, units)
            : slip(for: name, at: start, before: end, units),
          !rows.contains(where: { units.areSame($0, place) }),
          !units.contains(anyOf: renamed, in: paragraph.slice)
        else { return }
        found.append((place, name))
      }
    }
    if found.isEmpty, let odd = odd(among: rows, strays, &inspection) { found.append(odd) }
    for stray in strays {
      for name in names where variant(of: name, at: stray.lower, before: stray.upper, units) == stray {
        found.append((stray, name))
      }
    }
    guard let (place, name) = found.only, inspection.standsOnce(place),
      !inspection.hasReported("name-mismatch", at: place)
    else { return }
    inspection.report(place, otherThan: name, differs, at: inList)
  }

  /// 甲站、乙服务中心、丙站 in a sentence, where the rows have 甲站, 乙管理中心 and 丙站: the row that a sentence with all others
  /// calls otherwise, as another place does too.
  private static func odd(
    among rows: [Slice], _ strays: [Slice], _ inspection: inout Inspection
  ) -> (place: Slice, name: Slice)? {
    let units = inspection.units
    guard let stray = strays.only, rows.count >= 3, rows.count <= 40 else { return nil }
    let others = rows.filter { $0 != stray }
    for paragraph in inspection.draft.paragraphs where paragraph.slice.count >= 3 * lengths.lowerBound {
      let opening = units.name(Slice(stray.lower, stray.lower + head))
      guard units.contains(opening, in: paragraph.slice),
        others.count(where: { units.contains(units.name($0), in: paragraph.slice) }) >= 2,
        !units.contains(anyOf: renamed, in: paragraph.slice)
      else { continue }
      for start in paragraph.slice.indices where units.has(opening, at: start, before: paragraph.slice.upper)
      {
        guard let place = variant(of: stray, at: start, before: paragraph.slice.upper, units),
          !rows.contains(where: { units.areSame($0, place) }), !inspection.standsOnce(place)
        else { continue }
        return (stray, place)
      }
    }
    return nil
  }

  /// How many signs at the start of a name have to be the same, and how many at its end.
  private static let (head, tail) = (5, 3)
  /// Words that come into names or are lost from them, and make no other unit.
  private static let general = WordList([
    "管理", "服务", "工作", "事务", "科学", "综合", "运行", "发展", "指导", "保障", "养护", "监督", "监测", "推广", "建设", "业务", "教育",
    "培训",
  ])

  /// A name with another last sign, or with a general word more, less or exchanged within it.
  private static func variant(of name: Slice, at start: Int, before end: Int, _ units: Units) -> Slice? {
    var same = 0
    while same < name.count, start + same < end, units[start + same] == units[name.lower + same] { same += 1 }
    guard same >= head, same < name.count else { return nil }
    if same == name.count - 1 {
      let place = Slice(start, start + name.count)
      let isOther = endings.contains(units[name.upper - 1])
      return isOther && place.upper <= end && endings.contains(units[place.upper - 1]) ? place : nil
    }
    // 养护 | 管理 | 服务中心, and the same the other way round.
    let rest = Slice(name.lower + same, name.upper)
    let text = Slice(start + same, end)
    if rest.count >= tail, let more = units.lengthOfWord(starting: text, anyOf: general) {
      let behind = Slice(text.lower + more, text.lower + more + rest.count)
      if behind.upper <= end, units.areSame(behind, rest) { return Slice(start, behind.upper) }
    }
    if let less = units.lengthOfWord(starting: rest, anyOf: general) {
      let left = Slice(rest.lower + less, rest.upper)
      let short = Slice(text.lower, text.lower + left.count)
      if left.count >= tail, short.upper <= end, units.areSame(short, left) {
        return Slice(start, short.upper)
      }
    }
    return exchanged(rest, text, start, units) ?? turned(rest, text, start, units)
  }

  /// 农业 | 推广 | 技术 | 中心 for 农业 | 技术 | 推广 | 中心: two words that changed places.
  private static func turned(_ rest: Slice, _ text: Slice, _ start: Int, _ units: Units) -> Slice? {
    guard rest.count >= 4 + 2, text.count >= rest.count else { return nil }
    func isSame(_ own: Int, _ other: Int, _ count: Int) -> Bool {
      units.areSame(
        Slice(rest.lower + own, rest.lower + own + count),
        Slice(text.lower + other, text.lower + other + count))
    }
    guard isSame(0, 2, 2), isSame(2, 0, 2), isSame(4, 4, rest.count - 4) else { return nil }
    return Slice(start, text.lower + rest.count)
  }

  /// A name with another sign behind its head that sounds or looks like the right one: 社会福利苑 for 社会福利院.
  private static func slip(for name: Slice, at start: Int, before end: Int, _ units: Units) -> Slice? {
    let place = Slice(start, start + name.count)
    guard place.upper <= end else { return nil }
    let others = (0..<name.count).filter { units[name.lower + $0] != units[start + $0] }
    guard let other = others.only, other >= head,
      Slips.isTaken(units[start + other], for: units[name.lower + other])
    else { return nil }
    return place
  }

  /// 殡葬 | 管理 | 中心 for 殡葬 | 服务 | 中心.
  private static func exchanged(_ rest: Slice, _ text: Slice, _ start: Int, _ units: Units) -> Slice? {
    guard let own = units.lengthOfWord(starting: rest, anyOf: general),
      let other = units.lengthOfWord(starting: text, anyOf: general)
    else { return nil }
    let left = Slice(rest.lower + own, rest.upper)
    let behind = Slice(text.lower + other, text.lower + other + left.count)
    guard left.count >= 2, behind.upper <= text.upper, units.areSame(behind, left) else { return nil }
    return Slice(start, behind.upper)
  }

  /// The units that tables, forms and items of lists name, each once; and those that only one row names.
  private static func listed(_ inspection: inout Inspection) -> (names: [Slice], strays: [Slice]) {
    let (draft, units) = (inspection.draft, inspection.units)
    var names: [Slice] = []
    var strays: [Slice] = []
    var seen: Set<UInt64> = []
    func add(_ name: Slice, isRow: Bool = false) {
      guard lengths.contains(name.count), isName(name, units), seen.insert(units.key(name)).inserted
      else { return }
      if !inspection.standsOnce(name) {
        names.append(name)
      } else if isRow {
        strays.append(name)
      }
    }
    for table in draft.tables where table.layout == .grid && names.count < mostUnits {
      for column in table.columns.indices
      where table.columns[column].kind == .label || table.columns[column].kind == .text {
        guard table.hasHead(column, anyOf: heads, units) else { continue }
        for row in table.firstBodyRow..<Swift.max(table.firstBodyRow, table.rowCount) {
          guard let cell = table.cell(row, column), cell.kind == .text else { continue }
          let name = units.withoutTrailingBrackets(cell.slice)
          add(name, isRow: true)
        }
      }
    }
    for name in numbered(draft, upTo: lengths.upperBound) { add(name) }
    return (names, strays)
  }

  private static let differs = Phrase(
    "“{0}”只出现这一次，单位名单中为“{1}”，疑有一处写错", "“{0}” stands here alone, the list of units has “{1}”")
  private static let inList = Phrase("名单中的单位", "The unit in the list")
}

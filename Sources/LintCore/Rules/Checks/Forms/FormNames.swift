/// 项目名称 and 实施单位 of a form that stand nowhere else, while a list of projects or units of the draft has the same name
/// but for one character, in another order (中等职业专业学校 for 职业中等专业学校), or with a word more (预防中心 for 预防控制中心).
///
/// Rule: `name-mismatch`.
enum FormNames {
  private static let executors = WordList([
    "实施单位", "项目实施单位", "项目单位", "实施单位:", "项目实施单位:", "项目单位:",
  ])
  private static let departments = WordList(["主管部门", "主管部门:", "主管单位"])
  private static let projectHeads = WordList(["项目名称", "项目"])
  private static let unitHeads = WordList(["单位名称", "单位", "预算单位", "项目单位"])
  private static let lengths = 6...40
  /// A list has more than a name or two.
  private static let leastNames = 3
  /// Characters that tell one project or unit from another: numbers, directions, sizes, places.
  private static let telling = Set("一二三四五六七八九十甲乙丙丁东西南北中上下左右前后内外大小新老男女县市区镇乡村街道局厅部处所站院校级期次".utf16)

  static func check(_ forms: [Table], _ inspection: inout Inspection) {
    for (labels, heads, isUnit) in [
      (FormLabels.projects, projectHeads, false), (executors, unitHeads, true),
    ] {
      let names = onlyOnce(forms.compactMap { $0.words(behind: labels, inspection.units) }, inspection.units)
      guard !names.isEmpty else { continue }
      var listed = listed(heads, inspection.draft, inspection.units)
      if isUnit {
        listed += forms.compactMap { $0.words(behind: departments, inspection.units) }
        listed += items(inspection.draft, inspection.units)
        inspection.alsoRead.formUnion([.prose, .titles])
      }
      var seen: Set<UInt64> = []
      listed = listed.filter { seen.insert(inspection.units.key($0)).inserted }
      guard !listed.isEmpty else { continue }
      for name in names { check(name, listed, isUnit: isUnit, &inspection) }
    }
  }

  /// The names that no two forms have: what several state is no slip of one.
  private static func onlyOnce(_ names: [Slice], _ units: Units) -> [Slice] {
    var counts: [UInt64: Int] = [:]
    for name in names { counts[units.key(name), default: 0] += 1 }
    return names.filter { counts[units.key($0)] == 1 }
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

  /// The units that numbered lines and sentences name: 5.某市文物史料馆.
  private static func items(_ draft: Draft, _ units: Units) -> [Slice] {
    let listed = draft.paragraphs.flatMap { named($0.slice, units) }
    return (UnitNames.numbered(draft) + listed).filter {
      lengths.contains($0.count) && UnitNames.isName($0, units)
    }
  }

  /// The units that a sentence lists: 具体包括：某市民政局（本级）、某市社会福利中心、某市救助站.
  private static func named(_ paragraph: Slice, _ units: Units) -> [Slice] {
    guard
      let colon = paragraph.indices.first(where: {
        units[$0] == 0x3A && units.ends(Slice(paragraph.lower, $0), withAnyOf: listing)
      })
    else { return [] }
    var names: [Slice] = []
    var start = colon + 1
    var at = start
    while at < paragraph.upper, units[at] != 0x3002 {
      if units[at] == 0x3001 {
        names.append(units.withoutTrailingBrackets(Slice(start, at)))
        start = at + 1
      }
      at += 1
    }
    names.append(units.withoutTrailingBrackets(Slice(start, at)))
    // 某县第一实验中学 beside others: not every name ends as most do.
    return names.count >= leastListed && names.count(where: { UnitNames.isName($0, units) }) * 2 > names.count
      ? names : []
  }

  private static let leastListed = 2
  private static let listing = WordList(["包括", "分别为", "分别是", "具体为", "具体是", "单位为", "单位是"])

  private static func check(
    _ name: Slice, _ listed: [Slice], isUnit: Bool, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard lengths.contains(name.count) else { return }
    var near: Slice?
    for other in listed {
      // 旗动物疫病预防控制中心 of 某旗动物疫病预防控制中心: the name of a place may be left out.
      if units.ends(other, with: units.name(name)) { return }
      guard isVariant(name, of: other, isUnit: isUnit, units) else { continue }
      if let near, units.key(near) != units.key(other) { return }
      near = other
    }
    guard let near, inspection.standsOnce(name) else { return }
    inspection.report(name, otherThan: near, differs, at: otherName)
  }

  // MARK: Variants

  /// Tells whether a name is what a slip makes of another.
  private static func isVariant(_ name: Slice, of other: Slice, isUnit: Bool, _ units: Units) -> Bool {
    if name.count == other.count {
      let places = (0..<name.count).filter { units[name.lower + $0] != units[other.lower + $0] }
      if let place = places.only {
        return isSlip(units[name.lower + place], units[other.lower + place])
      }
      return !places.isEmpty && isReordered(name, other, places, units)
    }
    // 党建工作经费 is 党建工作专项经费 for short.
    return isUnit && (lacksWord(name, of: other, units) || lacksSign(name, of: other, units))
  }

  private static func isSlip(_ a: UInt16, _ b: UInt16) -> Bool {
    Unit.isIdeograph(a) && Unit.isIdeograph(b) && !telling.contains(a) && !telling.contains(b)
  }

  /// Tells whether the signs of two long names that differ are the same in another order, side by side.
  private static func isReordered(_ name: Slice, _ other: Slice, _ places: [Int], _ units: Units) -> Bool {
    guard name.count >= 8, places.count <= 6, let first = places.first, let last = places.last,
      last - first < 8
    else { return false }
    let (own, right) = (places.map { units[name.lower + $0] }, places.map { units[other.lower + $0] })
    return own.sorted() == right.sorted() && own.allSatisfy(Unit.isIdeograph)
  }

  /// Tells whether a name lacks one word of two signs of another, the name of a place at its start apart.
  private static func lacksWord(_ name: Slice, of other: Slice, _ units: Units) -> Bool {
    guard name.count >= 7, other.count >= name.count + 2 else { return false }
    let whole = Slice(other.upper - name.count - 2, other.upper)
    var same = 0
    while same < name.count, units[name.lower + same] == units[whole.lower + same] { same += 1 }
    let word = Slice(whole.lower + same, whole.lower + same + 2)
    return same >= 4 && name.count - same >= 2
      && units.areSame(Slice(name.lower + same, name.upper), Slice(word.upper, whole.upper))
      && word.indices.allSatisfy { isSlip(units[$0], units[$0]) }
  }

  /// 某市应急管局 of 某市应急管理局: one sign within a name is missing.
  private static func lacksSign(_ name: Slice, of other: Slice, _ units: Units) -> Bool {
    guard name.count >= 6, other.count == name.count + 1 else { return false }
    let (prefix, suffix) = units.shared(name, other)
    guard prefix >= 4, suffix >= 1, prefix + suffix >= name.count else { return false }
    let sign = units[other.lower + prefix]
    return isSlip(sign, sign)
  }

  private static func isHead(_ column: Int, _ heads: WordList, _ table: Table, _ units: Units) -> Bool {
    guard table.columns[column].kind != .amount, let head = table.head(ofColumn: column) else { return false }
    return units.equals(anyOf: heads, units.withoutTrailingBrackets(head))
  }

  private static let differs = Phrase(
    "此处名称为“{0}”，只出现这一次，另一处为“{1}”，疑有一处写错",
    "“{0}” stands here alone, another place has “{1}”")
  private static let otherName = Phrase("另一处的名称", "The name in the other place")
}

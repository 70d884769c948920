/// Finds what stands around a table: its title, its unit, whose it is.
struct TableInfo {
  let units: Units
  let text: FoldedText

  /// How many lines above a table its title may stand.
  static let reach = 12

  /// Fills caption, unit and entity of a table from its preamble rows and the lines above it.
  func describe(_ table: inout Table) {
    for row in 0..<table.preambleRows {
      for column in 0..<table.width(ofRow: row) {
        guard let cell = table.cell(row, column), cell.kind == .text else { continue }
        note(cell.slice, line: Int(table.rowLines[row]), in: &table)
      }
    }
    var line = table.lines.lowerBound - 1
    let limit = Swift.max(0, line - Self.reach)
    while line >= limit, line >= 0 {
      let slice = units.trimmed(text.slice(ofLine: line))
      if slice.isEmpty {
        line -= 1
        continue
      }
      if text.lines[line].traits.contains(.tab) || text.lines[line].traits.contains(.tableTag) {
        // The row above may still hold 部门：… and 单位：… of this table.
        guard Self.unit(units, slice) != nil || Self.entity(units, slice) != nil else { break }
      }
      if slice.count > 100 || units.contains("。", in: slice) { break }
      if note(slice, line: line, in: &table) {
        unitAbove(line, &table)
        break
      }
      line -= 1
    }
    unitFromHeader(&table)
  }

  /// Reads the unit from the line just above the title, where some drafts print it.
  private func unitAbove(_ title: Int, _ table: inout Table) {
    guard table.unit == nil, title > 0, !text.lines[title - 1].traits.contains(.tab) else { return }
    let slice = units.trimmed(text.slice(ofLine: title - 1))
    if slice.count <= 40, let found = Self.unit(units, slice) {
      table.unit = found.unit
      table.unitSlice = found.slice
    }
  }

  /// Takes a line for what it says; returns whether it was the title.
  @discardableResult
  private func note(_ slice: Slice, line: Int, in table: inout Table) -> Bool {
    var isInfo = false
    if let found = Self.unit(units, slice) {
      if table.unit == nil {
        table.unit = found.unit
        table.unitSlice = found.slice
      }
      isInfo = true
    }
    if let entity = Self.entity(units, slice) {
      if table.entity == nil { table.entity = entity }
      isInfo = true
    }
    if isInfo, table.caption == nil, let title = titleBeforeUnit(slice) {
      table.caption = title
      table.captionLine = line
      return true
    }
    if isInfo || Self.isLabel(units, slice) { return false }
    guard table.caption == nil, isTitle(slice) else { return false }
    table.caption = slice
    table.captionLine = line
    return true
  }

  /// The title in a line that ends with the unit: 表2 单位预算收入总表  单位：万元.
  func titleBeforeUnit(_ slice: Slice) -> Slice? {
    guard var end = units.find("单位:", in: slice) else { return nil }
    if units.ends(Slice(slice.lower, end), with: "金额") { end -= 2 }
    if end > slice.lower, units[end - 1] == 0x28 { end -= 1 }
    let title = units.trimmed(Slice(slice.lower, end))
    return title.count >= Self.shortestTitle && units.ends(title, with: "表") && isTitle(title) ? title : nil
  }

  /// How long 收入总表 is.
  private static let shortestTitle = 4

  private func isTitle(_ slice: Slice) -> Bool {
    guard slice.count >= 3, slice.count <= 80 else { return false }
    // 2024年度 between 部门 and 单位 says for which year, and is no title.
    if slice.count <= 8, units.ends(slice, withAnyOf: ["年度", "年"]), Unit.isDigit(units[slice.lower]) {
      return false
    }
    // (2024年度) below the title of a form belongs to it.
    if units[slice.lower] == 0x28, slice.count <= 12, units.contains("年", in: slice) { return false }
    if units.starts(slice, withAnyOf: Self.signatures) { return false }
    let last = units[slice.upper - 1]
    guard last != 0x3A, last != 0x3B, last != 0xFF0C, !units.contains("，", in: slice) else { return false }
    return !PageNumber.isOne(units, slice)
  }

  /// 填报日期：2024年1月15日  单位负责人：…: who filled the table in, and when.
  private static let signatures = WordList([
    "填报日期:", "填表日期:", "编制日期:", "报送日期:", "单位负责人:", "制表人:", "填报人:", "填表人:",
  ])

  /// Reads (万元) from the title or the header when no line states the unit.
  private func unitFromHeader(_ table: inout Table) {
    guard table.unit == nil else { return }
    if let caption = table.caption, let found = Self.bracketedUnit(units, caption) {
      table.unit = found.unit
      table.unitSlice = found.slice
      return
    }
    let rows = table.layout == .form ? table.rowCount : Swift.min(table.firstBodyRow, table.rowCount)
    for index in 0..<Int(table.rowStarts[rows]) where table.cells[index].kind == .text {
      let slice = table.cells[index].slice
      guard slice.count <= 40, let found = Self.bracketedUnit(units, slice) else { continue }
      table.unit = found.unit
      table.unitSlice = found.slice
      return
    }
  }

  private static let unitNames: [(Word, MoneyUnit)] = [
    ("人民币万元", .tenThousandYuan), ("人民币元", .yuan), ("万元", .tenThousandYuan), ("亿元", .hundredMillionYuan),
    ("千元", .thousandYuan), ("百万元", .millionYuan), ("元", .yuan),
  ]

  /// The unit that a line such as 单位：万元 states.
  static func unit(_ units: Units, _ slice: Slice) -> (unit: MoneyUnit, slice: Slice)? {
    var search = slice
    while let at = units.find("单位:", in: search) {
      let start = at + 3
      for (name, unit) in unitNames where units.has(name, at: start, before: slice.upper) {
        return (unit, Slice(start, start + name.count))
      }
      search = Slice(start, slice.upper)
    }
    return nil
  }

  private static func bracketedUnit(_ units: Units, _ slice: Slice) -> (unit: MoneyUnit, slice: Slice)? {
    for (name, unit) in unitNames {
      guard let at = units.find(name, in: slice), at > slice.lower, at + name.count < slice.upper else {
        continue
      }
      let before = units[at - 1]
      guard before == 0x28 || before == 0x3A, units[at + name.count] == 0x29 else { continue }
      return (unit, Slice(at, at + name.count))
    }
    return nil
  }

  /// The name after 单位名称： or 部门：.
  static func entity(_ units: Units, _ slice: Slice) -> Slice? {
    guard units.starts(slice, withAnyOf: entityWords) else { return nil }
    for word in entityWords where units.starts(slice, with: word) {
      var end = slice.lower + word.count
      let start = end
      while end < slice.upper, units[end] != 0x09, !units.has("单位:", at: end, before: slice.upper),
        !units.has("金额单位", at: end, before: slice.upper)
      { end += 1 }
      let name = units.trimmed(withoutCode(Slice(start, end), units))
      return name.count >= 2 && name.count <= 40
        && unit(units, slice).map { $0.slice.lower != name.lower } ?? true ? name : nil
    }
    return nil
  }

  /// [361]某县交通运输局: the name without the code before it.
  private static func withoutCode(_ slice: Slice, _ units: Units) -> Slice {
    guard slice.count > 2, units[slice.lower] == 0x5B || units[slice.lower] == 0x3010,
      let close = slice.indices.first(where: { units[$0] == 0x5D || units[$0] == 0x3011 })
    else { return slice }
    return Slice(close + 1, slice.upper)
  }

  private static let entityWords = WordList([
    "单位名称:", "部门名称:", "编制单位:", "填报单位:", "预算单位:", "预算部门:", "部门(单位):", "公开部门:", "公开单位:", "部门:", "编制部门:", "单位:",
    "填报部门:", "部门编码及名称:", "单位编码及名称:", "部门代码及名称:", "单位代码及名称:", "部门(单位)名称:", "部门(单位)编码及名称:",
    "预算单位名称:", "预算部门名称:", "编报单位:", "编报部门:", "填表单位:",
  ])
  private static let labelWords = WordList(["预算公开表", "部门公开表", "公开", "附表", "附件", "表", "决算公开表", "续表"])

  /// Labels that end in their number: 财决公开05表, 公开01-1表, Z01表.
  private static func isNumbered(_ units: Units, _ slice: Slice) -> Bool {
    guard slice.count >= 3, slice.count <= longestNumbered, units[slice.upper - 1] == 0x8868 else {
      return false
    }
    var i = slice.upper - 1
    while i > slice.lower, Unit.isDigit(units[i - 1]) || units[i - 1] == 0x2D { i -= 1 }
    let prefix = Slice(slice.lower, i)
    return i < slice.upper - 1 && prefix.count <= longestPrefix
      && prefix.indices.allSatisfy {
        Unit.isIdeograph(units[$0]) || units[$0] < 0x80 && !Unit.isDigit(units[$0])
      }
  }

  private static let longestNumbered = 14
  private static let longestPrefix = 8

  /// Labels that only number a table: 预算公开表1, 公开01表, 附表3, 表一.
  static func isLabel(_ units: Units, _ slice: Slice) -> Bool {
    if isNumbered(units, slice) { return true }
    guard slice.count <= 12 else { return false }
    if units.equals(anyOf: ["续表", "续表:"], slice) { return true }
    guard units.starts(slice, withAnyOf: labelWords) else { return false }
    for word in labelWords where units.starts(slice, with: word) {
      var i = slice.lower + word.count
      var digits = 0
      while i < slice.upper, Unit.isDigit(units[i]) || Unit.numeral(units[i]) != nil || units[i] == 0x2D {
        digits += 1
        i += 1
      }
      if i < slice.upper, units[i] == 0x8868 { i += 1 }
      if i < slice.upper, units[i] == 0x3A { i += 1 }
      if digits > 0, i == slice.upper { return true }
    }
    return false
  }
}

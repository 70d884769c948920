/// Reads a row as one side of a table sees it: label, code, ordinal, role.
struct RowReader {
  let units: Units
  let grid: Grid
  let width: Int
  /// A column holds points: 采购执行率 names what they are given for, and no row of rates.
  var isScored = false

  private static let totals = WordList(["合计", "总计", "小计", "共计", "总额"])

  private static let leftOut = WordList(["不含", "不包", "除"])

  /// 合计（含局机关）: a total all the same, unless the brackets take something out of it.
  private func isQualifiedTotal(_ label: Slice) -> Bool {
    let name = units.withoutTrailingBrackets(label)
    return name.upper < label.upper && units.equals(anyOf: Self.sums, name)
      && !units.contains(anyOf: Self.leftOut, in: Slice(name.upper, label.upper))
  }

  private static let sums = WordList(["合计", "总计"])
  private static let rates = WordList([
    "%", "%)", "增减率", "增长率", "增幅", "占比", "比重", "完成率", "执行率", "变动率", "差异率", "百分比",
  ])

  func read(_ row: Int, _ side: Side, _ known: RowRole?) -> SideRow {
    let cells = Int(grid.rowStarts[row])..<Int(grid.rowStarts[row + 1])
    var isBlank = true
    for column in side.columns where cell(column, cells).map({ $0.kind != .blank }) ?? false {
      isBlank = false
      break
    }
    var label = cell(side.labelColumn, cells).map(\.slice) ?? Slice(0, 0)
    if label.isEmpty {
      // 合计 stands in the code column of many tables.
      for column in side.columns {
        guard column < side.amountColumns.first ?? 0 else { break }
        if let other = cell(column, cells), other.kind == .text, !other.slice.isEmpty {
          label = other.slice
          break
        }
      }
    }
    if let total = totalBefore(side, cells) { label = total }
    let (code, length) = code(side, cells)
    var result = SideRow(
      row: row, role: .detail, label: label, key: 0, ordinal: nil, code: code, codeLength: length,
      isOfWhich: false, isBlank: isBlank)
    readLabel(&result)
    result.role = known ?? role(of: result, side, cells)
    return result
  }

  /// 小计 in the column of ordinals, whatever stands in that of the names: 小计|事业单位3个|55.
  private func totalBefore(_ side: Side, _ cells: Range<Int>) -> Slice? {
    for column in side.columns where column < side.labelColumn {
      guard let cell = cell(column, cells), cell.kind == .text else { continue }
      return units.equals(anyOf: Self.totals, units.trimmed(cell.slice)) ? cell.slice : nil
    }
    return nil
  }

  /// A cell of the row that has these cells, or `nil` outside.
  @inline(__always)
  private func cell(_ column: Int, _ cells: Range<Int>) -> Cell? {
    column >= 0 && column < cells.count ? grid.cells[cells.lowerBound + column] : nil
  }

  /// Joins 类, 款 and 项 to one code: `201`, `03`, `01` and `201`, `20103`, `2010301` both give 2010301.
  private func code(_ side: Side, _ cells: Range<Int>) -> (Int64?, Int) {
    var code: Int64?
    var length = 0
    for column in side.codeColumns {
      // The code of a unit beside that of a subject is no part of it, however long it is.
      guard let part = cell(column, cells), code == nil || column != side.unitColumn else { continue }
      if code == nil, part.kind == .text, let whole = SubjectCode.broken(part.slice, units) {
        (code, length) = (whole.value, whole.length)
        continue
      }
      guard part.kind == .number, part.amount.decimals == 0, !part.isGrouped else { continue }
      let digits = part.slice.count
      guard digits <= 12 else { return (nil, 0) }
      if let known = code {
        if digits > length {
          code = part.amount.digits
          length = digits
        } else if digits == 2 {
          code = known * 100 + part.amount.digits
          length += 2
        }
      } else {
        code = part.amount.digits
        length = digits
      }
    }
    return SubjectCode.withoutZeros(code, length)
  }

  /// Takes ordinal and 其中 off the label.
  private func readLabel(_ row: inout SideRow) {
    var label = row.label
    for _ in 0..<3 {
      if let ordinal = OrdinalScanner.scan(units, label) {
        // A second number only tells where it stands under the first.
        if row.ordinal == nil { row.ordinal = ordinal }
        label = units.trimmed(Slice(label.lower + ordinal.length, label.upper))
      } else if units.starts(label, with: "其中") {
        row.isOfWhich = true
        var lower = label.lower + 2
        while lower < label.upper, units[lower] == 0x3A || units[lower] == 0x3001 || units[lower] == 0x20 {
          lower += 1
        }
        label = Slice(lower, label.upper)
      } else {
        break
      }
    }
    while !label.isEmpty, units[label.upper - 1] == 0x3A { label = Slice(label.lower, label.upper - 1) }
    if row.code == nil, row.ordinal == nil, let code = SubjectCode.opening(label, units) {
      (row.code, row.codeLength) = (code.value, code.length)
      label = units.trimmed(Slice(label.lower + code.width, label.upper))
    }
    row.label = label
    row.key = units.key(units.withoutTrailingBrackets(label))
  }

  private func role(of row: SideRow, _ side: Side, _ cells: Range<Int>) -> RowRole {
    if cells.count != width { return .uncertain }
    if row.isBlank { return .heading }
    // Words where every other row has figures: the cells of this row have moved.
    var words = 0
    for column in side.amountColumns where cell(column, cells).map({ $0.kind == .text }) ?? false {
      words += 1
    }
    if let label = cell(side.labelColumn, cells), label.kind == .number, label.amount.decimals > 0 {
      return .uncertain
    }
    let isFigureLabel =
      cell(side.labelColumn, cells).map { $0.kind == .number && $0.slice.count >= 3 } ?? false
    if words > 0, row.label.isEmpty || isFigureLabel || words * 2 > side.amountColumns.count {
      return .uncertain
    }
    if !isScored, units.ends(row.label, withAnyOf: Self.rates) { return .rate }
    if units.ends(row.label, withAnyOf: Self.totals) || isQualifiedTotal(row.label) { return .total }
    if row.isOfWhich { return .ofWhich }
    return .detail
  }
}

/// Subject codes (科目编码) as tables write them.
enum SubjectCode {
  /// The code that a name opens with: 212城乡社区支出, 21208-国有土地…, [30201]办公费.
  static func opening(_ label: Slice, _ units: Units) -> (value: Int64, length: Int, width: Int)? {
    let closing = label.isEmpty ? nil : closing(units[label.lower])
    let start = closing == nil ? label.lower : label.lower + 1
    var end = start
    var value: Int64 = 0
    while end < label.upper, end - start < 8, Unit.isDigit(units[end]) {
      value = value * 10 + Int64(units[end] - 0x30)
      end += 1
    }
    let length = end - start
    guard length == 3 || length == 5 || length == 7, isSubject(units[start]) else { return nil }
    var name = end
    if let closing {
      guard end < label.upper, units[end] == closing else { return nil }
      name += 1
    }
    while name < label.upper, units[name] == 0x2D || units[name] == 0x20 || units[name] == 0x5F { name += 1 }
    guard name + 1 < label.upper, Unit.isIdeograph(units[name]), name > end || !measures.contains(units[name])
    else { return nil }
    let (code, digits) = withoutZeros(value, length)
    return code.map { ($0, digits, name - label.lower) }
  }

  /// The mark that closes brackets around a code.
  private static func closing(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x5B: 0x5D
    case 0x3010: 0x3011
    case 0x3014: 0x3015
    default: nil
    }
  }

  /// A code of five or seven digits that a line break has parted: 20805 05, 208 05 05.
  static func broken(_ cell: Slice, _ units: Units) -> (value: Int64, length: Int)? {
    guard cell.count >= 6, cell.count <= 9, isSubject(units[cell.lower]) else { return nil }
    var (value, length, group) = (Int64(0), 0, 0)
    for i in cell.indices {
      if units[i] == 0x20 {
        guard length == 3 || length == 5 else { return nil }
        group = 0
        continue
      }
      guard Unit.isDigit(units[i]) else { return nil }
      value = value * 10 + Int64(units[i] - 0x30)
      (length, group) = (length + 1, group + 1)
    }
    return group == 2 && (length == 5 || length == 7) ? (value, length) : nil
  }

  /// 2 and 1 open codes of functions and funds, 3 and 5 those of the economic classes.
  private static func isSubject(_ unit: UInt16) -> Bool { [0x31, 0x32, 0x33, 0x35].contains(unit) }

  /// 万, 元, 年 and other words that make a number of the digits: 100万元以上.
  private static let measures: Set<UInt16> = Set("万亿元年月日个人名台辆套项户次家平吨米兆条件".utf16)

  /// A code that was filled up to seven digits: 2010000 is 201, 2010300 is 20103.
  static func withoutZeros(_ code: Int64?, _ length: Int) -> (Int64?, Int) {
    guard let code, length == 7, code % 100 == 0 else { return (code, length) }
    return code % 10_000 == 0 ? (code / 10_000, 3) : (code / 100, 5)
  }
}

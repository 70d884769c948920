/// The table of the state assets that the draft holds (国有资产占用情况表): houses, cars, dear equipment, with their numbers
/// and values.
struct AssetTable {
  /// What a row is of.
  enum Kind: Equatable {
    /// 房屋, 其中：办公用房, 应急保障用车: by its own name.
    case named
    /// 单价50万元以上的通用设备: by what is left of its name without helping words.
    case equipment([UInt16])
    /// 资产总额, 固定资产合计
    case whole
  }

  struct Row {
    var kind: Kind
    var label: Slice
    /// 平方米, 辆, 台: what the bracket behind the name says; empty if it says nothing.
    var measure: Slice
    var count: Cell?
    var value: Cell?
  }

  var rows: [Row] = []
  /// The money unit of the values.
  var unit: MoneyUnit
  /// The table counts fixed assets alone, so its whole is theirs.
  var isOfFixedAssets: Bool
  /// 车辆合计 with all kinds of cars right below it, where nothing else in the table is divided.
  private(set) var cars: (whole: Cell, kinds: [Cell], label: Slice)?
  /// The day that stands above the table or below it, with its year; 0 if none does.
  var year = 0

  private static let counts = WordList(["数量", "实有数量", "期末数量", "年末数量"])
  private static let values = WordList(["价值", "金额", "期末价值", "账面价值", "年末价值"])
  private static let wholes = WordList(["资产总额", "资产总计", "固定资产总额", "固定资产合计", "固定资产总计", "固定资产总值"])
  private static let others = WordList(["其他", "其它", "合计", "小计"])
  private static let houses: Word = "房屋"
  private static let cars: Word = "车辆"
  private static let allCars = WordList(["车辆合计", "车辆总数", "车辆小计"])
  private static let fixed: Word = "固定资产"
  static let prices = WordList(["单价", "单位价值"])
  private static let months = WordList(["年12月31日", "年底", "年末"])
  private static let tenThousand: Word = "万元"
  private static let yuan: Word = "元"

  /// The one table of assets of a draft; `nil` where there is none, or one for each of several units.
  static func only(_ draft: Draft, _ units: Units) -> AssetTable? {
    var found: AssetTable?
    for table in draft.tables where table.layout == .grid && table.rowCount >= 3 {
      guard let read = AssetTable(table, draft, units) else { continue }
      if found != nil { return nil }
      found = read
    }
    return found
  }

  private init?(_ table: Table, _ draft: Draft, _ units: Units) {
    guard let side = table.sides.only else { return nil }
    let values = table.columns(headed: Self.values, units)
    guard let count = table.columns(headed: Self.counts, units).only, values.count <= 1 else { return nil }
    let head = values.first.flatMap { table.head(ofColumn: $0) }
    unit =
      if let head, units.contains(Self.tenThousand, in: head) {
        .tenThousandYuan
      } else if let head, units.contains(Self.yuan, in: head) {
        .yuan
      } else {
        table.unit ?? .tenThousandYuan
      }
    isOfFixedAssets = table.caption.map { units.contains(Self.fixed, in: $0) } ?? false
    var (hasHouses, hasCars, hasEquipment) = (false, false, false)
    for row in side.rows where rows.count < 60 {
      var label = units.withoutTrailingBrackets(row.label)
      let bracket = Slice(label.upper, row.label.upper)
      // 车辆合计 is what the text calls 车辆.
      if units.equals(anyOf: Self.allCars, label) { label.upper = label.lower + Self.cars.count }
      guard label.count >= 2 else { continue }
      let kind = Self.kind(label, units)
      hasHouses = hasHouses || units.starts(label, with: Self.houses)
      hasCars = hasCars || units.equals(label, Self.cars)
      if case .equipment = kind { hasEquipment = true }
      guard !units.equals(anyOf: Self.others, label) else { continue }
      rows.append(
        Row(
          kind: kind, label: label,
          measure: bracket.count >= 3 ? Slice(bracket.lower + 1, bracket.upper - 1) : Slice(0, 0),
          count: table.cell(row.row, count), value: values.first.flatMap { table.cell(row.row, $0) }))
    }
    guard [hasHouses, hasCars, hasEquipment].count(where: { $0 }) >= 2 else { return nil }
    year = Self.year(of: table, draft, units)
    if values.isEmpty { cars = Self.kindsOfCars(table, side, count, units) }
  }

  /// 车辆合计, 其中：机要通信用车, 应急保障用车, …, 其他用车: kinds up to the rest, none of which has a number of its own.
  private static func kindsOfCars(
    _ table: Table, _ side: Side, _ column: Int, _ units: Units
  ) -> (whole: Cell, kinds: [Cell], label: Slice)? {
    let rows = side.rows
    guard let first = rows.indices.filter({ rows[$0].isOfWhich }).only, first > 0,
      case let head = rows[first - 1], head.ordinal != nil, units.starts(head.label, with: cars),
      let whole = table.cell(head.row, column), whole.kind == .number
    else { return nil }
    var kinds: [Cell] = []
    for row in rows[first...].prefix(20) {
      guard row.ordinal == nil, units.ends(units.withoutTrailingBrackets(row.label), with: carKind),
        let cell = table.cell(row.row, column), cell.isAmountOrEmpty
      else { return nil }
      kinds.append(cell)
      if units.starts(row.label, with: other) { return kinds.count >= 2 ? (whole, kinds, head.label) : nil }
    }
    return nil
  }

  private static let carKind: Word = "用车"
  private static let other: Word = "其他"

  private static func kind(_ label: Slice, _ units: Units) -> Kind {
    if units.equals(anyOf: wholes, label) { return .whole }
    return units.starts(label, withAnyOf: prices) ? .equipment(bare(label, units)) : .named
  }

  /// What names equipment without helping words: 50万元以上通用设备 for 单价50万元（含）以上的通用设备（不含车辆）.
  static func bare(_ name: Slice, _ units: Units) -> [UInt16] {
    var found: [UInt16] = []
    var depth = 0
    var isBehindDigit = false
    for at in name.indices {
      let unit = units[at]
      if unit == 0x28 { depth += 1 }
      if depth == 0, unit != 0x7684, unit != 0x5728, isBehindDigit || Unit.isDigit(unit) {
        isBehindDigit = true
        found.append(unit)
      }
      if unit == 0x29 { depth = Swift.max(0, depth - 1) }
    }
    return found
  }

  /// The year of the day in the line above a table or in its first note: 截止时间：2024年12月31日.
  private static func year(of table: Table, _ draft: Draft, _ units: Units) -> Int {
    let lines = Swift.max(0, table.lines.lowerBound - 3)..<table.lines.lowerBound
    let notes = table.notes.prefix(2).compactMap {
      draft.paragraphs.indices.contains($0) ? draft.paragraphs[$0].slice : nil
    }
    for slice in lines.map({ draft.text.slice(ofLine: $0) }) + notes {
      if let year = days(in: slice, units).first { return year }
    }
    return 0
  }

  /// The years of the days on which books are closed: 截至2024年12月31日, 2024年末.
  static func days(in slice: Slice, _ units: Units) -> [Int] {
    slice.indices.compactMap { at in
      guard units.starts(Slice(at, slice.upper), withAnyOf: months), at - 4 >= slice.lower else { return nil }
      var year = 0
      for k in at - 4..<at {
        guard Unit.isDigit(units[k]) else { return nil }
        year = year * 10 + Int(units[k] - 0x30)
      }
      return year
    }
  }
}

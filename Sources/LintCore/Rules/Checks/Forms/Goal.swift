/// A target or a result of an indicator, such as `≥12000.00 (次)`.
struct Goal {
  /// How a result has to stand to the figure.
  enum Relation {
    case atLeast, atMost, exactly
    /// No sign: more than the figure reaches it too.
    case plain
  }

  /// What is measured, as far as the unit tells.
  enum Dimension {
    case percent, money, count
    /// No unit, or one of no list.
    case unknown
  }

  var relation: Relation
  var amount: Amount
  /// What stands after the figure.
  var unit: Slice
  /// The key of ``unit``.
  var unitKey: UInt64
  var slice: Slice

  private static let relations: [(Word, Relation)] = [
    ("大于等于", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("≥", .atLeast), (">=", .atLeast),
    (">", .atLeast),
    ("小于等于", .atMost), ("不超过", .atMost), ("不高于", .atMost), ("≤", .atMost), ("<=", .atMost), ("<", .atMost),
    ("等于", .exactly), ("=", .exactly),
  ]

  /// Reads a cell; `nil` if words or a second figure stand there, which are more than one can compare.
  init?(_ units: Units, _ cell: Cell) {
    var slice = cell.slice
    relation = .plain
    // Most goals begin with their figure.
    if let first = slice.indices.first, !Unit.isDigit(units[first]) {
      for (word, meaning) in Self.relations where units.starts(slice, with: word) {
        relation = meaning
        slice = units.trimmed(Slice(slice.lower + word.count, slice.upper))
        break
      }
    }
    guard let figure = NumberScanner.scan(units, slice.lower, slice.upper) else { return nil }
    unit = Slice(figure.end, slice.upper)
    guard unit.count <= 8, !unit.indices.contains(where: { Unit.isDigit(units[$0]) }) else { return nil }
    amount = figure.amount
    unitKey = units.key(unit)
    self.slice = cell.slice
  }

  /// Puts a target together whose sign, figure and unit stand in cells of their own.
  init?(_ units: Units, _ sign: Cell?, _ value: Cell, _ unit: Cell) {
    guard value.kind == .number, !unit.slice.isEmpty else { return nil }
    relation = sign.flatMap { sign in Self.relations.first { units.equals(sign.slice, $0.0) }?.1 } ?? .plain
    amount = value.amount
    self.unit = unit.slice
    unitKey = units.key(unit.slice)
    slice = value.slice
  }

  /// Tells whether a result in the same unit is what the target asks for.
  func isReached(by result: Goal) -> Bool {
    switch relation {
    case .atLeast, .plain: result.amount.scaled >= amount.scaled
    case .atMost: result.amount.scaled <= amount.scaled
    case .exactly: result.amount.scaled == amount.scaled
    }
  }

  private static let counts = WordList([
    "人", "人次", "次", "个", "场", "场次", "项", "户", "家", "台", "套", "辆", "条", "篇", "册", "件", "期", "名", "处", "所",
    "批", "座", "亩", "公里", "天", "小时", "份", "万人", "万人次", "批次", "平方米", "支", "本", "种", "间", "棵", "株",
    "万亩", "公顷", "平方公里", "万平方米", "米", "吨", "万吨", "公斤", "万株", "头", "万头", "只", "万只", "羽", "块", "顶", "床", "张",
    "幅",
    "起", "分钟", "工作日", "个工作日", "班", "宗", "门", "万份", "万册", "万户", "位", "盏", "眼",
  ])

  private static let shares = WordList(["%", "‰"])

  /// What the unit measures.
  func dimension(_ units: Units) -> Dimension {
    let name = bareUnit(units)
    if units.equals(anyOf: Self.shares, name) { return .percent }
    if money(units) != nil { return .money }
    return units.equals(anyOf: Self.counts, name) ? .count : .unknown
  }

  /// The unit of money, if it is one.
  func money(_ units: Units) -> MoneyUnit? {
    let name = bareUnit(units)
    if units.equals(name, "万元") { return .tenThousandYuan }
    if units.equals(name, "元") { return .yuan }
    return units.equals(name, "亿元") ? .hundredMillionYuan : nil
  }

  /// The unit without brackets.
  func bareUnit(_ units: Units) -> Slice {
    var name = units.trimmed(unit)
    if name.count > 2, units[name.lower] == 0x28, units[name.upper - 1] == 0x29 {
      name = units.trimmed(Slice(name.lower + 1, name.upper - 1))
    }
    return name
  }
}

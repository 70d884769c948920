/// The names that labels give to what they speak of.
extension ClaimBinder {
  /// What a label names.
  struct Name {
    var slice: Slice
    /// It is the last of a path: 教育支出(类)普通教育(款)小学教育(项).
    var isPath = false
    /// It is a 款, which has a row of its own.
    var isGroup = false
    var code: Int64?
  }

  /// 抚恤(款)支出决算数: a 款 that no 项 follows.
  private static func group(_ label: Slice, _ units: Units) -> Name? {
    guard let end = units.find(Names.group, in: label)?.lower, end - label.lower >= 2 else { return nil }
    var start = label.lower
    if let mark = units.find(Names.major, in: Slice(start, end)) { start = mark.upper }
    if let year = DocumentYear.ends(Slice(start, end), units) { start = year }
    return Name(slice: Slice(start, end), isPath: true, isGroup: true)
  }

  /// The name that a label gives: the 项 of a path, what stands behind a code, or the label itself.
  static func name(_ it: Claim, _ units: Units) -> Name? {
    var label = Wording.core(it.label, units)
    // (1)教育支出: the ordinal of an item within the sentence.
    if label.count > 4, units[label.lower] == 0x28,
      let close = Slice(label.lower + 1, label.lower + 4).indices.first(where: { units[$0] == 0x29 }),
      (label.lower + 1..<close).allSatisfy({ Unit.isDigit(units[$0]) })
    {
      label.lower = close + 1
    }
    // 其次为城乡社区支出: the place in a row of names.
    label.lower += units.lengthOfWord(starting: label, anyOf: Names.places) ?? 0
    if let end = units.find(Names.item, in: label) {
      let item = end.lower
      var start = label.lower
      for mark in Names.pathMarks {
        if let mark = units.find(mark, in: Slice(start, item)) { start = mark.upper }
      }
      // 2024年小学教育（项）…
      if let year = DocumentYear.ends(Slice(start, item), units) { start = year }
      let code = LevelMark.code(ofPath: Slice(label.lower, end.upper), units)
      return Name(slice: Slice(start, item), isPath: true, code: code)
    }
    if let group = group(label, units) { return group }
    var digits = label.lower
    while digits < label.upper, Unit.isDigit(units[digits]) { digits += 1 }
    if digits - label.lower == 7 || digits - label.lower == 5,
      let code = NumberScanner.scan(units, label.lower, digits)?.amount.digits, units[label.lower] == 0x32
    {
      var name = Slice(digits, label.upper)
      while name.lower < name.upper, units[name.lower] == 0x2D || units[name.lower] == 0x28 {
        name.lower += 1
      }
      return Name(slice: Self.withoutYear(name, units), code: code)
    }
    label = withoutYear(label, units)
    if let (name, code) = coded(label, units) { return Name(slice: name, code: code) }
    for mark in Names.labelTails where units.ends(label, with: mark) {
      label.upper -= mark.count
    }
    guard label.count >= 2, label.count <= 40 else { return nil }
    return Name(slice: label)
  }

  /// 行政运行(2130101): a name with its code in a bracket behind it.
  private static func coded(_ label: Slice, _ units: Units) -> (name: Slice, code: Int64)? {
    guard label.count > 9, units[label.upper - 1] == 0x29 else { return nil }
    // 农林水支出(213)农业农村(01)行政运行(01)
    if let code = LevelMark.code(ofPath: label, units),
      let open = label.indices.last(where: { units[$0] == 0x28 }),
      let above = Slice(label.lower, open).indices.last(where: { units[$0] == 0x29 })
    {
      return (Slice(above + 1, open), code)
    }
    let open = label.upper - 9
    let digits = Slice(open + 1, label.upper - 1)
    guard units[open] == 0x28, units[digits.lower] == 0x32,
      digits.indices.allSatisfy({ Unit.isDigit(units[$0]) }),
      let code = NumberScanner.scan(units, digits.lower, digits.upper)?.amount.digits
    else { return nil }
    // 农林水支出(213)农业农村(21301)行政运行(2130101)
    let above = Slice(label.lower, open).indices.last { units[$0] == 0x29 }
    return (Slice(above.map { $0 + 1 } ?? label.lower, open), code)
  }

  /// A label up to 2026年预算 or 预算数为.
  private static func withoutYear(_ label: Slice, _ units: Units) -> Slice {
    var label = label
    // Each of the tails has one of these units.
    guard label.indices.contains(where: { units[$0] == 0x9884 || units[$0] == 0x51B3 }) else {
      return upToColon(label, units)
    }
    for tail in Names.tails {
      if let at = units.find(tail, in: label), at > label.lower { label.upper = at }
    }
    return upToColon(label, units)
  }

  private static func upToColon(_ label: Slice, _ units: Units) -> Slice {
    guard let colon = label.indices.first(where: { units[$0] == 0x3A }), colon > label.lower else {
      return label
    }
    return Slice(label.lower, colon)
  }

  /// 机关综合事务46.50万元 beside the project 机关综合事务保障 of a form: the name is that of something else with the figure.
  ///
  /// The first of some tables with a cell that has the name of a claim.
  func table(naming it: Claim, of tables: some Collection<Int>) -> Int? {
    guard let name = Self.name(it, units)?.slice, name.count >= 4 else { return nil }
    return tables.first { index in
      draft.tables[index].cells.contains {
        $0.kind == .text && $0.slice.count >= name.count
          && Wording.contains(Slice($0.slice.lower, $0.slice.lower + name.count), name, units)
      }
    }
  }

  enum Names {
    static let expense: Word = "支出"
    static let other: Word = "其他"
    static let major = LevelMark.major
    static let subject: Word = "科目"
    static let majorExpense: Word = "(类)支出"
    static let group = LevelMark.group
    static let item = LevelMark.item
    static let insurance: Word = "保险"
    static let pathMarks = [group, major]
    static let places = WordList(["其次为", "其次是", "再次为", "再次是", "最后为", "最后是", "其余为", "其次"])
    static let labelTails: [Word] = [majorExpense, "(类)", subject]
    static let tails = WordList(["支出预算", "支出决算", "年初预算", "预算数", "决算数", "年预算", "年决算"])
  }

  /// Tells whether the words of a label are a part of a name.
  func isShort(_ label: Slice, for name: Slice) -> Bool {
    var own = Wording.core(label, units)
    // 即养老保险2万元
    if own.lower < own.upper, units[own.lower] == 0x5373 { own.lower += 1 }
    if units.ends(own, with: Names.expense) { own.upper -= Names.expense.count }
    if own.count >= 4, Wording.contains(name, own, units) { return true }
    // 医疗保险 is paid under 事业单位医疗.
    guard own.count >= 4, units.ends(own, with: Names.insurance) else { return false }
    own.upper -= Names.insurance.count
    return Wording.contains(name, own, units)
  }

  /// Tells whether half of a label is as a name begins and ends: 病虫害防治 for 病虫害控制.
  func isAlike(_ label: Slice, _ name: Slice) -> Bool {
    let own = Wording.core(label, units)
    let shared = units.shared(own, name)
    return 2 * (shared.prefix + shared.suffix) >= Swift.max(own.count, name.count)
  }

  /// The rows under a name, with or without 支出 at its end.
  func rows(_ name: Slice) -> [Int32] {
    var name = name
    // 农村水利(项) is the item; 事业收入(教育收费) is a part of the row.
    if name.upper > name.lower, units[name.upper - 1] == 0x29,
      let open = name.indices.last(where: { units[$0] == 0x28 }),
      open > name.lower, name.upper - open <= 3
    {
      name.upper = open
    }
    let keys = FigureIndex.keys(ofRowsCalled: name, units)
    current.asked.note(row: keys.own)
    current.asked.note(row: keys.other)
    return index.rows(called: name, units)
  }

  /// The rows with a code.
  func rows(coded code: Int64) -> [Int32] {
    current.asked.note(row: AskedFigures.key(ofCode: code))
    return index.rows(coded: code)
  }
}

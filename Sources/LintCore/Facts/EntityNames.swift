/// The names that a draft has for the unit it is about, for telling them from the words of labels.
///
/// A name such as 科技成果转化服务中心 holds words of the trade (服务); a label must be read without it.
struct EntityNames {
  let names: [Slice]
  private let units: Units

  init(_ draft: Draft, _ units: Units) {
    self.units = units
    var names: [Slice] = []
    var seen: Set<UInt64> = []
    func add(_ slice: Slice) {
      let slice = Self.stripped(slice, units)
      guard slice.count >= 3, slice.count <= 40, seen.insert(units.key(slice)).inserted else { return }
      names.append(slice)
    }
    for table in draft.tables { if let entity = table.entity { add(entity) } }
    for (index, heading) in draft.headings.enumerated()
    where heading.strength != .numbered && (index < 5 || heading.rank == 0) { add(heading.slice) }
    self.names = Array(names.prefix(12))
  }

  private static let assurance: Word = "用于保障"
  private static let prefixes = WordList(["附件:", "附件", "关于", "附:"])
  private static let ends = WordList([
    "部门预算", "单位预算", "部门决算", "单位决算", "部门整体", "预算公开", "决算公开", "专项预算", "预算", "决算",
  ])

  /// A title up to its year and its kind of document.
  private static func stripped(_ slice: Slice, _ units: Units) -> Slice {
    var slice = slice
    for word in prefixes where units.starts(slice, with: word) { slice.lower += word.count }
    var i = slice.lower
    while i < slice.upper, Unit.isDigit(units[i]) { i += 1 }
    if i > slice.lower, i < slice.upper, units[i] == 0x5E74 {
      slice.lower = i + 1
      if slice.lower < slice.upper, units[slice.lower] == 0x5EA6 { slice.lower += 1 }
    }
    if let digit = slice.indices.first(where: { Unit.isDigit(units[$0]) }) { slice.upper = digit }
    for word in ends {
      if let at = units.find(word, in: slice) { slice.upper = at }
    }
    return units.trimmed(slice)
  }

  /// A label without the year and the unit's name at its start.
  func body(of label: Slice) -> Slice {
    var body = label
    while body.lower < body.upper {
      switch units[body.lower] {
      case 0x30...0x39, 0x5E74, 0x5EA6, 0xFF0C, 0x2C, 0x28, 0x29: body.lower += 1
      default:
        if units.starts(body, with: Self.assurance) {
          let rest = Slice(body.lower + Self.assurance.count, body.upper)
          return Slice(rest.lower + run(rest), rest.upper)
        }
        return Slice(body.lower + run(body), body.upper)
      }
    }
    return body
  }

  /// How many units at the start of a slice are the unit's name, its tail, or its head up to a word that ends names.
  private func run(_ slice: Slice) -> Int {
    var longest = 0
    for name in names {
      for start in name.indices {
        var k = 0
        while start + k < name.upper, slice.lower + k < slice.upper,
          units[start + k] == units[slice.lower + k]
        { k += 1 }
        guard k > longest, k >= 3 else { continue }
        let reachesEnd = start + k == name.upper
        if reachesEnd || (start == name.lower && k >= 4 && Self.endsName(units[slice.lower + k - 1])) {
          longest = k
        }
      }
    }
    return longest
  }

  /// The shortest name that opens a text: up to the first ideograph that may end it.
  static func opening(
    _ text: Slice, atMost longest: Int, _ units: Units, where isEnd: (Int) -> Bool
  ) -> Slice? {
    for i in text.indices.prefix(longest) {
      guard Unit.isIdeograph(units[i]) else { return nil }
      if isEnd(i) { return Slice(text.lower, i + 1) }
    }
    return nil
  }

  /// Tells whether all signs of one name stand in another in their order, as those of short forms do.
  static func isShort(_ short: Slice, of long: Slice, _ units: Units) -> Bool {
    var rest = long.indices[...]
    return short.indices.allSatisfy { i in
      guard let at = rest.firstIndex(where: { units[$0] == units[i] }) else { return false }
      rest = rest[(at + 1)...]
      return true
    }
  }

  /// 局, 委, 会, 心, 院, 校, 馆, 部, 所, 站, 厅, 办, 室, 队, 处, 社, 团, 司, 府, 镇, 乡, 道, 关, 园, 门, 位.
  static func endsName(_ u: UInt16) -> Bool {
    switch u {
    case 0x5C40, 0x59D4, 0x4F1A, 0x5FC3, 0x9662, 0x6821, 0x9986, 0x90E8, 0x6240, 0x7AD9, 0x5385, 0x529E,
      0x5BA4,
      0x961F, 0x5904, 0x793E, 0x56E2, 0x53F8, 0x5E9C, 0x9547, 0x4E61, 0x9053, 0x5173, 0x56ED, 0x95E8, 0x4F4D:
      true
    default: false
    }
  }
}

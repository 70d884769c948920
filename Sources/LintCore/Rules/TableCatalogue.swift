/// Finds the table that a title means.
package struct TableCatalogue: Sendable {
  private var names = NameIndex()
  private static let qualifiers = UnitPairs(
    [
      "拨款", "公共", "基金", "资本", "项目", "专户", "专项", "三公", "基本", "采购", "非税", "收费", "分类",
      "明细", "支出", "收入", "目标", "绩效", "购买", "资产", "转移", "上级", "债务",
    ])

  /// Adds a name of a table; gives the table that has the name already, if there is another.
  mutating func insert(_ name: Name, _ table: TableID, _ family: TableFamily) -> TableID? {
    names.insert(TitleNormalizer.units(name), table.index, salt: family.salt)
      .map(TableID.init(index:))
  }

  /// The table that a title in folded units means, among those of a family, or of all if `nil`.
  ///
  /// The whole title is looked up first, then ever shorter ends of it, so that the name of a unit before the
  /// name of the table does no harm; but an end counts only if no word before it could change its meaning:
  /// `国有资本经营收支总表` is not a `收支总表`.
  ///
  /// - Complexity: O(n) in the number of units.
  package func table(
    titled units: Units, in family: TableFamily? = nil
  ) -> TableID? {
    // An ideograph at the end stays there, but for that of a year.
    if let last = units.last, Unit.isIdeograph(last), last != 0x5E74, last != 0x5EA6, !names.canEnd(in: last)
    {
      return nil
    }
    return TitleNormalizer.with(units) { table(normalized: $0, in: family) }
  }

  /// The table that a normalized title means.
  func table(normalized title: Units, in family: TableFamily? = nil) -> TableID? {
    guard title.count >= 3 else { return nil }
    for candidate in TableFamily.allCases where family == nil || family == candidate {
      if let (index, length) = names.longestEnd(of: title, salt: candidate.salt),
        length == title.count || Self.isHarmless(title[..<(title.count - length)])
      {
        return TableID(index: index)
      }
    }
    return nil
  }

  /// The table that a slice of folded units means.
  package func table(
    titled slice: Slice, of units: Units, in family: TableFamily? = nil
  ) -> TableID? {
    guard slice.lower >= 0, slice.upper <= units.count, !slice.isEmpty else { return nil }
    return table(titled: Units(rebasing: units[slice.indices]), in: family)
  }

  private static func isHarmless(_ units: Swift.Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    var previous: UInt16 = 0
    for unit in units {
      if qualifiers.contains(previous, unit) { return false }
      previous = unit
    }
    return true
  }
}

/// A set of words of two units.
private struct UnitPairs: Sendable {
  /// A bit for each hash of a word, so that nearly all other pairs are passed with one look.
  private var bits: [UInt64] = Array(repeating: 0, count: 16)
  private var pairs: [UInt32] = []

  init(_ words: [String]) {
    for word in words {
      let units = Array(word.utf16)
      let pair = UInt32(units[0]) << 16 | UInt32(units[1])
      pairs.append(pair)
      bits[Self.hash(pair) >> 6] |= 1 << UInt64(Self.hash(pair) & 63)
    }
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) >> 22) }

  @inline(__always)
  func contains(_ a: UInt16, _ b: UInt16) -> Bool {
    let pair = UInt32(a) << 16 | UInt32(b)
    let hash = Self.hash(pair)
    return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0 && pairs.contains(pair)
  }
}

/// A dictionary from the ends of folded texts to numbers that never makes a string.
///
/// It keeps a 64-bit FNV-1a hash of each name, taken from its last unit to its first: so all ends of a text are
/// looked up in one pass.
struct NameIndex: Sendable {
  private var numbers = KeyTable()
  private var longest = 1
  /// A bit for the last unit of each name: most titles of other things end otherwise.
  private var lasts: UInt64 = 0

  /// Adds a name; gives the other number that it stands for already.
  mutating func insert(_ units: [UInt16], _ number: UInt16, salt: UInt64) -> UInt16? {
    guard !units.isEmpty else { return nil }
    var hash = Self.start ^ salt
    for unit in units.reversed() { hash = Self.mix(hash, unit) }
    if let other = numbers[hash] { return other == Int32(number) ? nil : UInt16(truncatingIfNeeded: other) }
    numbers[hash] = Int32(number)
    longest = max(longest, units.count)
    lasts |= 1 << UInt64((units.last ?? 0) & 63)
    return nil
  }

  /// Tells whether a name may end in a unit.
  func canEnd(in unit: UInt16) -> Bool { lasts & 1 << UInt64(unit & 63) != 0 }

  /// The longest name that the units end with.
  func longestEnd(of units: Units, salt: UInt64) -> (number: UInt16, length: Int)? {
    guard let last = units.last, canEnd(in: last) else { return nil }
    var hash = Self.start ^ salt
    var found: (UInt16, Int)?
    for length in 1...Swift.max(1, Swift.min(longest, units.count)) where length <= units.count {
      hash = Self.mix(hash, units[units.count - length])
      if length >= 3, let number = numbers[hash] { found = (UInt16(truncatingIfNeeded: number), length) }
    }
    return found
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mix(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    ((hash ^ UInt64(unit & 0xFF)) &* 0x100_0000_01B3 ^ UInt64(unit >> 8)) &* 0x100_0000_01B3
  }
}

extension TableFamily {
  /// What keeps equal names of different families apart.
  fileprivate var salt: UInt64 {
    switch self {
    case .budget: 0
    case .final: 0x9E37_79B9_7F4A_7C15
    case .performance: 0xC2B2_AE3D_27D4_EB4F
    }
  }
}

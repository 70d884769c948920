/// The mark behind a name in the path of an item: （类）, （款）, （项）, in some provinces with the code of the level before
/// it, as in 社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）.
struct LevelMark: Sendable {
  /// 类, 款 or 项.
  let sign: UInt16

  static let major = LevelMark(sign: 0x7C7B)
  static let group = LevelMark(sign: 0x6B3E)
  static let item = LevelMark(sign: 0x9879)

  /// The longest code of a level.
  private static let mostDigits = 7

  /// The first such mark in a slice, with its brackets.
  func find(in slice: Slice, _ units: Units) -> Slice? {
    var rest = slice
    while let at = units.first(sign, followedBy: 0x29, in: rest) {
      if let open = Self.opening(before: at, from: slice.lower, units) { return Slice(open, at + 2) }
      rest.lower = at + 1
    }
    return nil
  }

  /// Tells whether a slice ends with such a mark.
  func ends(_ slice: Slice, _ units: Units) -> Bool {
    slice.count >= 3 && units[slice.upper - 1] == 0x29 && units[slice.upper - 2] == sign
      && Self.opening(before: slice.upper - 2, from: slice.lower, units) != nil
  }

  /// The bracket before the digits of a code, if there are any, and a sign.
  private static func opening(before sign: Int, from lower: Int, _ units: Units) -> Int? {
    var i = sign
    while i > lower, sign - i < mostDigits, Unit.isDigit(units[i - 1]) { i -= 1 }
    return i > lower && units[i - 1] == 0x28 ? i - 1 : nil
  }

  /// Tells whether a figure is the code of a level: （208类）.
  static func isCode(_ digits: Slice, in text: Slice, _ units: Units) -> Bool {
    guard digits.lower > text.lower, digits.upper + 1 < text.upper, units[digits.lower - 1] == 0x28,
      units[digits.upper + 1] == 0x29, digits.count <= mostDigits
    else { return false }
    let sign = units[digits.upper]
    return sign == major.sign || sign == group.sign || sign == item.sign
  }

  // MARK: Codes

  /// The whole code of the item at the end of a path: 2080501 of （208类）…（05款）…（01项）, or of （208）…（05）…（01）.
  static func code(ofPath path: Slice, _ units: Units) -> Int64? {
    var levels: [Slice] = []
    var rest = path
    while levels.count < 3, let level = lastBracket(of: rest, units) {
      levels.insert(level.digits, at: 0)
      rest.upper = level.open
      while rest.upper > rest.lower, Unit.isIdeograph(units[rest.upper - 1]) { rest.upper -= 1 }
    }
    guard levels.map(\.count) == [3, 2, 2], let first = levels.first, units[first.lower] == 0x32 else {
      return nil
    }
    var code: Int64 = 0
    for level in levels {
      for i in level.indices { code = code * 10 + Int64(units[i] - 0x30) }
    }
    return code
  }

  /// The digits in the bracket at the end of a slice.
  private static func lastBracket(of slice: Slice, _ units: Units) -> (digits: Slice, open: Int)? {
    guard slice.count > 4, units[slice.upper - 1] == 0x29 else { return nil }
    var end = slice.upper - 1
    let sign = units[end - 1]
    if sign == major.sign || sign == group.sign || sign == item.sign { end -= 1 }
    var start = end
    while start > slice.lower, end - start < mostDigits, Unit.isDigit(units[start - 1]) { start -= 1 }
    guard start < end, start > slice.lower, units[start - 1] == 0x28 else { return nil }
    return (Slice(start, end), start - 1)
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// The first mark of a level in a slice, with its brackets.
  func find(_ mark: LevelMark, in slice: Slice) -> Slice? { mark.find(in: slice, self) }

  /// Tells whether the mark of a level stands in a slice.
  func contains(_ mark: LevelMark, in slice: Slice) -> Bool { mark.find(in: slice, self) != nil }
}

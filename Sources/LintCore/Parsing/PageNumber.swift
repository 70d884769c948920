/// Lines that hold only a printed page number.
enum PageNumber {
  /// Tells whether a trimmed line is `12`, `- 12 -` or 第12页.
  static func isOne(_ units: Units, _ slice: Slice) -> Bool {
    guard !slice.isEmpty, slice.count <= 16 else { return false }
    var digits = 0
    for i in slice.indices {
      let unit = units[i]
      if Unit.isDigit(unit) {
        digits += 1
      } else if unit != 0x2D, unit != 0xB7, unit != 0x20, unit != 0x7B2C, unit != 0x9875, unit != 0x5171,
        unit != 0x2F, unit != 0xFF0C, unit != 0x2C
      {
        return false
      }
    }
    return digits >= 1 && digits <= 6
  }
}

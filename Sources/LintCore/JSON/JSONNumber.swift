/// A number of a JSON text, kept exactly as it is written.
package struct JSONNumber: Sendable, Hashable {
  /// The number as written, such as `-1.50e3`, or `0xFF` in JSON5.
  package let text: String
  /// The whole number, or `nil` if it is none or does not fit; `3.0` and `3e0` count as 3.
  package let int: Int?

  /// Creates a number from a whole number.
  package init(_ value: Int) {
    text = String(value)
    int = value
  }

  /// Keeps the text of a number that a parser has checked; its whole number is found here.
  init(text: String) {
    self.text = text
    int = Self.wholeNumber(text)
  }

  /// Keeps the text of a number whose value is already known.
  init(text: String, int: Int?) {
    self.text = text
    self.int = int
  }

  /// The value as `digits` times ten to the power of `exponent`, or `nil` if the digits do not fit.
  package var decimal: (digits: Int, exponent: Int)? { Self.decimal(text) }

  /// Tells whether the text is a number of strict JSON too: JSON5 allows `+1`, `.5`, `5.` and `0xFF`.
  var isStrict: Bool {
    var previous: UInt8 = 0
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    for (index, byte) in text.utf8.enumerated() {
      if index == 0, byte == UInt8(ascii: "+") { return false }
      if byte == UInt8(ascii: "."), !isDigit(previous) { return false }
      if previous == UInt8(ascii: "."), !isDigit(byte) { return false }
      if byte | 0x20 == UInt8(ascii: "x") { return false }
      previous = byte
    }
    return isDigit(previous)
  }

  private static func wholeNumber(_ text: String) -> Int? {
    guard var (digits, exponent) = decimal(text) else { return nil }
    while exponent < 0, digits != 0 {
      guard digits % 10 == 0 else { return nil }
      digits /= 10
      exponent += 1
    }
    // Nineteen factors of ten overflow any digits but zero.
    while exponent > 0, digits != 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = product
      exponent -= 1
    }
    return digits
  }

  private static func decimal(_ text: String) -> (digits: Int, exponent: Int)? {
    var bytes = Array(text.utf8)[...]
    var negative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    if bytes.starts(with: [0x30, 0x78]) || bytes.starts(with: [0x30, 0x58]) {
      guard let value = Int(String(decoding: bytes.dropFirst(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      return (negative ? -value : value, 0)
    }
    var digits = 0
    var exponent = 0
    var seenPoint = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int(byte - 0x30))
        guard !overflow, !overflow2 else { return nil }
        digits = sum
        if seenPoint { exponent -= 1 }
      } else {
        break
      }
      bytes.removeFirst()
    }
    if !bytes.isEmpty {
      // What is left is an `e` and the power; one too large for an integer is too large for any use.
      guard let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), power.magnitude < 1 << 32
      else { return digits == 0 ? (0, 0) : nil }
      exponent += power
    }
    return (negative ? -digits : digits, exponent)
  }
}

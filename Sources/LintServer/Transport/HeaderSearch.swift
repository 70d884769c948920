/// Finding and reading header fields in bytes that may hold anything.
enum HeaderSearch {
  /// The length of the longest header name that is searched.
  static let longestName = 14

  private static let names: [[UInt8]] = [Array("content-length".utf8), Array("content-type".utf8)]

  /// Where the name of a header starts, in any case, or `nil`.
  static func name(in bytes: [UInt8], from: Int) -> Int? {
    var i = max(0, from)
    while i < bytes.count {
      if bytes[i] | 0x20 == UInt8(ascii: "c"), names.contains(where: { matches(bytes, i, $0) }) { return i }
      i += 1
    }
    return nil
  }

  /// Where a complete header of a frame starts inside `bytes`, if its end lies at `from` or after it.
  ///
  /// A line end twice in a row after `Content-Length: 12` cannot stand in JSON outside a string, and control
  /// characters cannot stand inside one, so a hit is always a real header.
  static func frame(in bytes: [UInt8], from: Int) -> Int? {
    var i = max(0, from)
    while i + 3 < bytes.count {
      guard let carriage = bytes[i...].firstIndex(of: 0x0D), carriage + 3 < bytes.count else { return nil }
      let isEnd = bytes[carriage + 1] == 0x0A && bytes[carriage + 2] == 0x0D && bytes[carriage + 3] == 0x0A
      if isEnd, let start = header(in: bytes, endingAt: carriage) { return start }
      i = carriage + 1
    }
    return nil
  }

  /// Where a header begins that the end of `bytes` cuts off, behind an object and blanks, or `nil`.
  static func beginning(atEndOf bytes: [UInt8]) -> Int? {
    (max(1, bytes.count - 40)..<max(1, bytes.count)).first { i in
      guard bytes[..<i].last(where: { !isSpace($0) }) == UInt8(ascii: "}") else { return false }
      let name = names[0].prefix(bytes.count - i)
      return matches(bytes, i, Array(name))
        && bytes[(i + name.count)...].allSatisfy {
          isSpace($0) || isDigit($0) || $0 == UInt8(ascii: ":")
        }
    }
  }

  /// The start of `Content-Length: 12` in the few bytes before `end`.
  private static func header(in bytes: [UInt8], endingAt end: Int) -> Int? {
    var i = end - longestName
    let lowest = max(0, end - 256)
    while i >= lowest {
      if matches(bytes, i, names[0]) {
        var j = i + names[0].count
        while j < end, isBlank(bytes[j]) { j += 1 }
        guard j < end, bytes[j] == UInt8(ascii: ":") else { return nil }
        j += 1
        while j < end, isBlank(bytes[j]) { j += 1 }
        let digits = j
        while j < end, isDigit(bytes[j]) { j += 1 }
        return j > digits && (j == end || bytes[j] == 0x0D) ? i : nil
      }
      i -= 1
    }
    return nil
  }

  /// Tells whether `lowered` stands at `position`, in any case.
  private static func matches(_ bytes: [UInt8], _ position: Int, _ lowered: [UInt8]) -> Bool {
    guard position >= 0, position + lowered.count <= bytes.count else { return false }
    for (offset, byte) in lowered.enumerated() {
      // Setting the bit turns `\r` into `-`, so the dash is compared as it is.
      let found = bytes[position + offset]
      if byte == UInt8(ascii: "-") ? found != byte : found | 0x20 != byte { return false }
    }
    return true
  }

  /// Tells whether a range spells a name in lower case, in any case.
  static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ name: String) -> Bool {
    range.count == name.utf8.count && matches(bytes, range.lowerBound, Array(name.utf8))
  }

  /// Tells whether a name only ends in `content-length`: something was printed before the header.
  static func hidesLength(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count > longestName && matches(bytes, range.upperBound - longestName, names[0])
  }

  /// The range without blanks at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The decimal number that fills a range, or `nil` if it is none or does not fit.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Tells whether a `Content-Type` names a character encoding other than UTF-8 (`utf8` is accepted).
  static func namesForeignCharset(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    for parameter in text.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }) == "charset" else { continue }
      let name = parts[1].filter { $0 != " " && $0 != "\"" }
      return name != "utf-8" && name != "utf8"
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0D || byte == 0x0A }
  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension JSONReader {
  // MARK: Numbers

  /// Reads a number at a digit, a sign or, in JSON5, a point.
  mutating func number() throws(JSONSyntaxError) -> JSONNumber {
    let start = position
    let negative = here == UInt8(ascii: "-")
    if negative || here == UInt8(ascii: "+") { position += 1 }
    if lenient, here == UInt8(ascii: "I") || here == UInt8(ascii: "N") { throw error(.notFinite) }
    if lenient, here == 0x30, position + 1 < end, p[position + 1] | 0x20 == UInt8(ascii: "x") {
      return try hexadecimal(from: start)
    }
    let wholeStart = position
    let whole = digits()
    let wholeCount = position - wholeStart
    guard wholeCount > 0 || (lenient && here == UInt8(ascii: ".")) else { throw error(.badNumber) }
    if wholeCount > 1, p[wholeStart] == 0x30 {
      throw JSONSyntaxError(offset: wholeStart, reason: .badNumber)
    }
    var isWhole = true
    if here == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      let fractionStart = position
      _ = digits()
      if position == fractionStart, !lenient || wholeCount == 0 { throw error(.badNumber) }
    }
    if here | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if here == UInt8(ascii: "-") || here == UInt8(ascii: "+") { position += 1 }
      let powerStart = position
      _ = digits()
      if position == powerStart { throw error(.badNumber) }
    }
    let text = String(decoding: p[start..<position], as: UTF8.self)
    guard isWhole, let whole else { return JSONNumber(text: text) }
    return JSONNumber(text: text, int: negative ? -whole : whole)
  }

  /// Passes decimal digits and gives their value, or `nil` if it does not fit.
  private mutating func digits() -> Int? {
    var value: Int? = 0
    while position < end, case let byte = p[position], byte >= 0x30, byte <= 0x39 {
      if let so = value {
        let (product, overflow) = so.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int(byte - 0x30))
        value = overflow || overflow2 ? nil : sum
      }
      position += 1
    }
    return value
  }

  private mutating func hexadecimal(from start: Int) throws(JSONSyntaxError) -> JSONNumber {
    position += 2
    let digitStart = position
    while position < end, hexDigit(p[position]) != nil { position += 1 }
    if position == digitStart { throw error(.badNumber) }
    return JSONNumber(text: String(decoding: p[start..<position], as: UTF8.self))
  }

  // MARK: Strings

  /// Reads a string at its opening quotation mark.
  mutating func string() throws(JSONSyntaxError) -> String {
    let quote = p[position]
    let opening = position
    position += 1
    let start = position
    try passPlain(quote, opening)
    if p[position] == quote {
      position += 1
      return try text(start..<position - 1)
    }
    scratch.removeAll(keepingCapacity: true)
    var runStart = start
    while p[position] != quote {
      scratch.append(contentsOf: p[runStart..<position])
      try escape()
      runStart = position
      try passPlain(quote, opening)
    }
    scratch.append(contentsOf: p[runStart..<position])
    position += 1
    let text = scratch.withUnsafeBufferPointer { Self.text($0) }
    guard let text else {
      throw JSONSyntaxError(offset: invalidByte(in: start..<position), reason: .invalidUTF8)
    }
    return text
  }

  private func text(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
    guard let text = Self.text(UnsafeBufferPointer(rebasing: p[range])) else {
      throw JSONSyntaxError(offset: invalidByte(in: range), reason: .invalidUTF8)
    }
    return text
  }

  /// The string of some bytes, or `nil` if they are no UTF-8.
  ///
  /// Decoding mends what is invalid, so that only valid bytes come back as they were; for the many short strings
  /// of a message this takes half the time of `String(validating:as:)`.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count < 64 else { return String(validating: bytes, as: UTF8.self) }
    var text = String(decoding: bytes, as: UTF8.self)
    let isValid = text.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
    return isValid ? text : nil
  }

  /// Passes bytes that stand for themselves; stops at the closing quotation mark or a backslash.
  @inline(__always)
  private mutating func passPlain(_ quote: UInt8, _ opening: Int) throws(JSONSyntaxError) {
    var i = position
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quotes = ones &* UInt64(quote)
    let backslashes = ones &* 0x5C
    if let base = p.baseAddress {
      // Eight bytes at a time: a byte below 0x20, a quotation mark or a backslash raises a top bit. Borrows can
      // raise a bit too many above a true one; the loop below looks again.
      while i + 8 <= end {
        let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        let q = word ^ quotes
        let b = word ^ backslashes
        let low = (word &- (ones &* 0x20)) & ~word
        if ((q &- ones) & ~q | (b &- ones) & ~b | low) & tops != 0 { break }
        i += 8
      }
    }
    while i < end {
      let byte = p[i]
      if byte == quote || byte == 0x5C {
        position = i
        return
      }
      if byte < 0x20, !lenient || byte == 0x0A || byte == 0x0D {
        throw JSONSyntaxError(offset: i, reason: .controlCharacter)
      }
      i += 1
    }
    throw JSONSyntaxError(offset: opening, reason: .unterminatedString)
  }

  /// Resolves the escape at a backslash into ``scratch``.
  private mutating func escape() throws(JSONSyntaxError) {
    let start = position
    position += 1
    let letter = here
    guard position < end else { throw error(.badEscape) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(letter)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "u"): try unicodeEscape(from: start)
    default:
      guard lenient else { throw JSONSyntaxError(offset: start, reason: .badEscape) }
      try lenientEscape(letter, from: start)
    }
  }

  private mutating func lenientEscape(_ letter: UInt8, from start: Int) throws(JSONSyntaxError) {
    switch letter {
    case UInt8(ascii: "v"): scratch.append(0x0B)
    case 0x30 where !(here >= 0x30 && here <= 0x39): scratch.append(0)
    case 0x30...0x39: throw JSONSyntaxError(offset: start, reason: .badEscape)
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(2) else { throw JSONSyntaxError(offset: start, reason: .badEscape) }
      append(value)
    case 0x0D:
      if here == 0x0A { position += 1 }
    case 0x0A:
      break
    case 0xE2 where position + 1 < end && p[position] == 0x80 && p[position + 1] & 0xFE == 0xA8:
      // A line separator ends a line of source as a line break does: both continue the string.
      position += 2
    default:
      scratch.append(letter)
    }
  }

  /// Resolves `\uXXXX`, with its partner if it is the first half of a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) {
    guard let first = hexadecimal(4) else { throw JSONSyntaxError(offset: start, reason: .badEscape) }
    guard first >= 0xD800, first < 0xDC00, position + 1 < end, p[position] == 0x5C,
      p[position + 1] == UInt8(ascii: "u")
    else { return append(first) }
    let partner = position
    position += 2
    if let second = hexadecimal(4), second >= 0xDC00, second < 0xE000 {
      return append(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    position = partner
    append(first)
  }

  /// Passes a fixed number of hexadecimal digits and gives their value, or passes nothing.
  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard position + count <= end else { return nil }
    var value: UInt32 = 0
    for k in 0..<count {
      guard let digit = hexDigit(p[position + k]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += count
    return value
  }

  private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Appends a scalar; a lone surrogate becomes U+FFFD.
  private mutating func append(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The offset of the first byte in a range that is no UTF-8.
  private func invalidByte(in range: Range<Int>) -> Int {
    var probe = self
    probe.position = range.lowerBound
    while probe.position < range.upperBound {
      let (_, length) = probe.scalarHere()
      if length == 0 { return probe.position }
      probe.position += length
    }
    return range.lowerBound
  }
}

/// Writes JSON as bytes, straight into the buffer that will be sent.
///
/// The caller says what stands where; the writer sets commas, line breaks and escapes. Text is written raw
/// but for quotation marks, backslashes and control characters, as RFC 8259 asks.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Everything on one line, for protocols.
    case compact
    /// One member or element a line, indented by two blanks, for people.
    case pretty
  }

  /// What has been written.
  package private(set) var bytes: [UInt8]
  private let pretty: Bool
  private var depth = 0
  /// A value stands before this point at the same level.
  private var follows = false
  /// A key stands before this point, and its value is next.
  private var afterKey = false

  /// Creates a writer that appends to `bytes`.
  package init(_ layout: Layout = .compact, appendingTo bytes: [UInt8] = []) {
    self.bytes = bytes
    pretty = layout == .pretty
  }

  // MARK: Containers

  /// Writes an object whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes an array whose elements `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Opens an object.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes the object that was opened last.
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes the array that was opened last.
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the value that comes next.
  package mutating func key(_ name: String) {
    separate()
    quote(name, before: UInt8(ascii: ":"))
    if pretty { bytes.append(0x20) }
    afterKey = true
  }

  // MARK: Values

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    quote(text)
    follows = true
  }

  /// Writes a string that is given as UTF-8.
  package mutating func string(utf8: [UInt8]) {
    separate()
    utf8.withUnsafeBufferPointer { quote($0, nil) }
    follows = true
  }

  /// Writes a whole number.
  package mutating func int(_ value: Int) {
    separate()
    append(value)
    follows = true
  }

  /// Writes a number as it was read; a hexadecimal or otherwise lenient one in the strict notation.
  package mutating func number(_ number: JSONNumber) {
    separate()
    if number.isStrict {
      bytes.append(contentsOf: number.text.utf8)
    } else if let (digits, exponent) = number.decimal {
      bytes.append(contentsOf: (exponent == 0 ? "\(digits)" : "\(digits)e\(exponent)").utf8)
    } else {
      bytes.append(UInt8(ascii: "0"))
    }
    follows = true
  }

  /// Writes a Boolean.
  package mutating func bool(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    follows = true
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    follows = true
  }

  /// Writes a value that was read or put together.
  ///
  /// Its nesting is bounded by the parser that read it.
  package mutating func value(_ value: JSONValue) {
    switch value.kind {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a value that `body` appends as JSON, constants and whole numbers by turns: for what is written often.
  package mutating func raw(_ body: (inout JSONWriter) -> Void) {
    separate()
    body(&self)
    follows = true
    afterKey = false
  }

  /// Appends a constant to a value that is written raw.
  package mutating func append(_ constant: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }

  /// Appends a whole number to a value that is written raw.
  package mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    decimal(number.magnitude)
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    follows = true
  }

  /// Writes a member with a string.
  package mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member with a whole number.
  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  /// Writes a member with a Boolean.
  package mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    bool(flag)
  }

  /// Writes a member with a value that was read or put together.
  package mutating func field(_ name: String, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  // MARK: Layout

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    follows = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    if follows, pretty { breakLine() }
    bytes.append(bracket)
    follows = true
    afterKey = false
  }

  @inline(__always)
  private mutating func separate() {
    if afterKey {
      afterKey = false
      follows = false
      return
    }
    if follows { bytes.append(UInt8(ascii: ",")) }
    if pretty, depth > 0 { breakLine() }
    follows = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func decimal(_ value: UInt) {
    if value >= 10 { decimal(value / 10) }
    bytes.append(UInt8(truncatingIfNeeded: value % 10) + 0x30)
  }

  /// Writes a string in quotation marks, and a byte behind it.
  private mutating func quote(_ text: String, before next: UInt8? = nil) {
    if text.utf8.withContiguousStorageIfAvailable({ quote($0, next) }) == nil {
      var text = text
      text.withUTF8 { quote($0, next) }
    }
  }

  /// The longest string, in bytes, that is put together before it is written.
  private static let longestWhole = 60

  private mutating func quote(_ p: UnsafeBufferPointer<UInt8>, _ next: UInt8?) {
    if p.count <= Self.longestWhole, quoteWhole(p, next) { return }
    bytes.append(UInt8(ascii: "\""))
    escape(p)
    bytes.append(UInt8(ascii: "\""))
    if let next { bytes.append(next) }
  }

  /// Writes a short string in one step, as most are short keys; `false` if it has to be escaped.
  private mutating func quoteWhole(_ p: UnsafeBufferPointer<UInt8>, _ next: UInt8?) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestWhole + 3) { buffer in
      buffer[0] = UInt8(ascii: "\"")
      for k in 0..<p.count {
        let byte = p[k]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
        buffer[k &+ 1] = byte
      }
      buffer[p.count &+ 1] = UInt8(ascii: "\"")
      buffer[p.count &+ 2] = next ?? 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<(p.count + (next == nil ? 2 : 3))]))
      return true
    }
  }

  /// Writes the inside of a string.
  private mutating func escape(_ p: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var i = 0
    while i < p.count {
      let byte = p[i]
      if byte >= 0x20, byte != 0x22, byte != 0x5C {
        i += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: p[start..<i]))
      escape(byte)
      i += 1
      start = i
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: p[start..<i]))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits.utf8Start[Int(byte >> 4)])
      bytes.append(digits.utf8Start[Int(byte & 0x0F)])
    }
  }
}

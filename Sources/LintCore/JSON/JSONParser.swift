/// Reads JSON and JSON5 from bytes.
///
/// Invalid UTF-8 is refused. An escaped surrogate without its partner becomes U+FFFD, because a Swift string
/// cannot hold it and editors do send such text. No input makes the parser trap or overflow the stack.
package enum JSONParser {
  /// The deepest nesting that callers can ask for: each level costs stack, also on the small stacks of threads.
  package static let deepestNesting = 512

  /// Reads the one value that `bytes` hold.
  ///
  /// - Complexity: O(n) in the number of bytes.
  /// - Throws: ``JSONSyntaxError`` at the first byte that is wrong; offsets count from the start of `bytes`.
  package static func parse(
    _ bytes: [UInt8], dialect: JSONDialect = .json, maximumDepth: Int = 256
  ) throws(JSONSyntaxError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (p) throws(JSONSyntaxError) in
      try parse(p, dialect: dialect, maximumDepth: maximumDepth)
    }
  }

  /// Reads the one value that a slice of bytes holds; offsets count from the start of the slice.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, dialect: JSONDialect = .json, maximumDepth: Int = 256
  ) throws(JSONSyntaxError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (p) throws(JSONSyntaxError) in
      try parse(p, dialect: dialect, maximumDepth: maximumDepth)
    }
  }

  /// Reads the one value that a buffer holds.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: JSONDialect = .json, maximumDepth: Int = 256
  ) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes, dialect: dialect, depthLimit: min(maximumDepth, deepestNesting))
    return try reader.document()
  }
}

/// A place in a text that is being read.
///
/// `position` never passes `end`, and every look at a byte is guarded by it.
struct JSONReader {
  let p: UnsafeBufferPointer<UInt8>
  let end: Int
  let lenient: Bool
  var position = 0
  private var depthLeft: Int
  /// The resolved bytes of the string being read, kept to reuse its storage.
  var scratch: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: JSONDialect, depthLimit: Int) {
    p = bytes
    end = bytes.count
    lenient = dialect == .json5
    depthLeft = depthLimit
  }

  /// The byte at the position, or 0 at the end: no rule of the grammar accepts a NUL.
  @inline(__always)
  var here: UInt8 { position < end ? p[position] : 0 }

  func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
    JSONSyntaxError(offset: position, reason: position >= end ? .unexpectedEnd : reason)
  }

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    if lenient, end >= 3, p[0] == 0xEF, p[1] == 0xBB, p[2] == 0xBF { position = 3 }
    try skipBlanks()
    let value = try value()
    try skipBlanks()
    guard position == end else { throw error(.trailingContent) }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    switch here {
    case UInt8(ascii: "{"):
      return JSONValue(.object(try object()), range: start..<position)
    case UInt8(ascii: "["):
      return JSONValue(.array(try array()), range: start..<position)
    case UInt8(ascii: "\""):
      return JSONValue(.string(try string()), range: start..<position)
    case UInt8(ascii: "'") where lenient:
      return JSONValue(.string(try string()), range: start..<position)
    case UInt8(ascii: "-"), 0x30...0x39:
      return JSONValue(.number(try number()), range: start..<position)
    case UInt8(ascii: "+") where lenient, UInt8(ascii: ".") where lenient:
      return JSONValue(.number(try number()), range: start..<position)
    default:
      return JSONValue(try literal(), range: start..<position)
    }
  }

  private mutating func literal() throws(JSONSyntaxError) -> JSONValue.Kind {
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    if take("null") { return .null }
    if lenient, here == UInt8(ascii: "I") || here == UInt8(ascii: "N") { throw error(.notFinite) }
    throw error(.expectedValue)
  }

  /// Passes a word if it stands here.
  private mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end - position >= length else { return false }
    for k in 0..<length where p[position + k] != word.utf8Start[k] { return false }
    position += length
    return true
  }

  private mutating func enter() throws(JSONSyntaxError) {
    guard depthLeft > 0 else { throw error(.tooDeep) }
    depthLeft -= 1
    position += 1
    try skipBlanks()
  }

  private mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    while here != UInt8(ascii: "]") {
      elements.append(try value())
      guard try separator(closing: UInt8(ascii: "]")) else { break }
    }
    return try leave(elements)
  }

  private mutating func object() throws(JSONSyntaxError) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    while here != UInt8(ascii: "}") {
      let start = position
      let key = try key()
      let keyRange = start..<position
      try skipBlanks()
      guard here == UInt8(ascii: ":") else { throw error(.expectedColon) }
      position += 1
      try skipBlanks()
      members.append(JSONMember(key, try value(), keyRange: keyRange))
      guard try separator(closing: UInt8(ascii: "}")) else { break }
    }
    return try leave(members)
  }

  /// Passes the closing bracket that the caller has seen.
  private mutating func leave<Contents>(_ contents: Contents) throws(JSONSyntaxError) -> Contents {
    position += 1
    depthLeft += 1
    return contents
  }

  /// Passes a comma and tells whether another element follows; stops before the closing bracket.
  private mutating func separator(closing: UInt8) throws(JSONSyntaxError) -> Bool {
    try skipBlanks()
    if here == closing { return false }
    guard here == UInt8(ascii: ",") else { throw error(.expectedCommaOrEnd) }
    position += 1
    try skipBlanks()
    guard here == closing else { return true }
    guard lenient else { throw error(closing == UInt8(ascii: "}") ? .expectedKey : .expectedValue) }
    return false
  }

  private mutating func key() throws(JSONSyntaxError) -> String {
    if here == UInt8(ascii: "\"") || (lenient && here == UInt8(ascii: "'")) { return try string() }
    guard lenient else { throw error(.expectedKey) }
    return try bareKey()
  }

  /// Reads a key without quotation marks: an identifier of any script.
  private mutating func bareKey() throws(JSONSyntaxError) -> String {
    let start = position
    while position < end {
      // Nearly all keys are of letters; the properties of Unicode cost a hundred times as much.
      if case let letter = p[position] | 0x20, letter >= 0x61, letter <= 0x7A {
        position += 1
        continue
      }
      if p[position] == UInt8(ascii: ":") || p[position] == 0x20 { break }
      let (scalar, length) = scalarHere()
      guard length > 0 else { throw error(.invalidUTF8) }
      let properties = scalar.properties
      let fits =
        scalar == "$" || scalar == "_"
        || (position == start ? properties.isIDStart : properties.isIDContinue)
      guard fits else { break }
      position += length
    }
    guard position > start else { throw error(.expectedKey) }
    return String(decoding: p[start..<position], as: UTF8.self)
  }

  // MARK: Blanks

  @inline(__always)
  mutating func skipBlanks() throws(JSONSyntaxError) {
    while position < end {
      let byte = p[position]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        position += 1
      } else if lenient, byte == 0x2F || byte == 0x0B || byte == 0x0C || byte >= 0x80 {
        guard try skipLenientBlank() else { return }
      } else {
        return
      }
    }
  }

  /// Passes a comment or one of the further blanks of JSON5.
  private mutating func skipLenientBlank() throws(JSONSyntaxError) -> Bool {
    switch here {
    case 0x0B, 0x0C:
      position += 1
      return true
    case 0x2F:
      try skipComment()
      return true
    default:
      let (scalar, length) = scalarHere()
      guard length > 0 else { throw error(.invalidUTF8) }
      switch scalar.value {
      case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
        position += length
        return true
      default:
        return false
      }
    }
  }

  private mutating func skipComment() throws(JSONSyntaxError) {
    let start = position
    let second = position + 1 < end ? p[position + 1] : 0
    if second == UInt8(ascii: "/") {
      while position < end, p[position] != 0x0A, p[position] != 0x0D { position += 1 }
      return
    }
    guard second == UInt8(ascii: "*") else { throw error(.unexpectedCharacter) }
    position += 2
    while position + 1 < end {
      if p[position] == UInt8(ascii: "*"), p[position + 1] == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    throw JSONSyntaxError(offset: start, reason: .unterminatedComment)
  }

  /// The scalar at the position with its length in bytes; a length of 0 if the bytes are no UTF-8.
  func scalarHere() -> (scalar: Unicode.Scalar, length: Int) {
    let lead = here
    if lead < 0x80 { return (Unicode.Scalar(lead), position < end ? 1 : 0) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard position + length <= end,
      let text = String(validating: p[position..<position + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return ("\u{FFFD}", 0) }
    return (scalar, length)
  }
}

import LintCore

/// Reading the parameters of requests: what is missing or of the wrong type is told by its name.
extension JSONValue {
  /// The member of an object that must be there.
  func required(_ key: String) throws(ResponseError) -> JSONValue {
    guard let value = self[key] else { throw ResponseError(.invalidParams, "\(key) is missing") }
    return value
  }

  /// The text of a member that must be there.
  func requiredString(_ key: String) throws(ResponseError) -> String {
    guard let text = try required(key).string else {
      throw ResponseError(.invalidParams, "\(key) must be a string")
    }
    return text
  }

  /// The URI of the `textDocument` that must be there.
  func documentURI() throws(ResponseError) -> DocumentURI {
    DocumentURI(try required("textDocument").requiredString("uri"))
  }

  /// The value as a position; numbers too large or small for any text are clamped later.
  func position() throws(ResponseError) -> Position {
    Position(
      line: try required("line").coordinate("line"),
      character: try required("character").coordinate("character"))
  }

  /// The value as a range.
  func positionRange() throws(ResponseError) -> PositionRange {
    PositionRange(start: try required("start").position(), end: try required("end").position())
  }

  private func coordinate(_ name: String) throws(ResponseError) -> Int {
    guard let number else { throw ResponseError(.invalidParams, "\(name) must be a number") }
    if let value = number.int { return max(-1, min(value, Int(Int32.max))) }
    // Fractions and numbers beyond 64 bits: no place, but no reason to stop either.
    return number.text.hasPrefix("-") ? -1 : number.text.contains(".") ? 0 : Int(Int32.max)
  }

  /// Looks up a path of keys, such as `textDocument`, `publishDiagnostics`.
  func at(_ path: String...) -> JSONValue? {
    var value: JSONValue? = self
    for key in path { value = value?[key] }
    return value
  }

  /// Tells whether two values mean the same, wherever they were read; the members of objects in the same order.
  func isSame(as other: JSONValue) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a.text == b.text
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.isSame(as: $1.value) }
    default: false
    }
  }

  /// The texts of an array; other elements are skipped.
  var strings: [String] { array?.compactMap(\.string) ?? [] }
}

import LintCore

/// The id of a request: answers carry it back with the type and digits it came with.
enum RequestID: Hashable, Sendable {
  /// A number; the protocol means whole ones, and others are echoed as they are.
  case number(JSONNumber)
  /// A string, kept as bytes: strings that differ in Unicode normalization are different ids.
  case string([UInt8])

  /// Reads an id, or returns `nil` if the value cannot be one.
  init?(_ value: JSONValue) {
    switch value.kind {
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(Array(text.utf8))
    default: return nil
    }
  }

  /// Writes the id.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.number(number)
    case .string(let bytes): writer.string(String(decoding: bytes, as: UTF8.self))
    }
  }

  static func == (a: RequestID, b: RequestID) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a.int.map { $0 == b.int } ?? (a.text == b.text)
    case (.string(let a), .string(let b)): a == b
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number.int)
    case .string(let bytes): hasher.combine(bytes)
    }
  }
}

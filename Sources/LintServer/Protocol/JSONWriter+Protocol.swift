import LintCore

/// Writes a part of a message.
typealias Fragment = (inout JSONWriter) -> Void

/// Writing the structures of the protocol.
extension JSONWriter {
  /// Writes a member whose value `body` writes.
  mutating func field(_ name: String, _ body: Fragment) {
    key(name)
    body(&self)
  }

  /// Writes a member that is an object.
  mutating func objectField(_ name: String, _ body: Fragment) {
    key(name)
    object(body)
  }

  /// Writes a member that is an array.
  mutating func arrayField(_ name: String, _ body: Fragment) {
    key(name)
    array(body)
  }

  /// Writes a position.
  mutating func position(_ position: Position) {
    beginObject()
    field("line", position.line)
    field("character", position.character)
    endObject()
  }

  /// Writes a range.
  mutating func range(_ range: PositionRange) {
    raw { writer in
      writer.append(#"{"start":{"line":"#)
      writer.append(range.start.line)
      writer.append(#","character":"#)
      writer.append(range.start.character)
      writer.append(#"},"end":{"line":"#)
      writer.append(range.end.line)
      writer.append(#","character":"#)
      writer.append(range.end.character)
      writer.append("}}")
    }
  }
}

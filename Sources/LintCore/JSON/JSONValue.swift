/// A JSON value with the place it was read from.
///
/// Objects keep the order of their members, and a repeated key keeps every member: looking a key up gives the
/// last one, as protocols expect, while a reader of rule packs can see and refuse the repetition.
package struct JSONValue: Sendable {
  /// What a value holds.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  /// What the value holds.
  package var kind: Kind
  /// The byte offsets of the value in the text it was read from.
  package var range: Range<Int>

  /// Creates a value; one that was not read from a text stands nowhere.
  package init(_ kind: Kind, range: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
  }

  /// The last member of an object with this key; `nil` if there is none, or if this is no object.
  ///
  /// - Complexity: O(n) in the number of members, which is small in every message and pack.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    for member in members.reversed() where member.key == key { return member.value }
    return nil
  }

  /// Tells whether the value is `null`.
  package var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The text of a string, or `nil`.
  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// The truth value of a Boolean, or `nil`.
  package var bool: Bool? {
    if case .bool(let flag) = kind { flag } else { nil }
  }

  /// The number, or `nil`.
  package var number: JSONNumber? {
    if case .number(let number) = kind { number } else { nil }
  }

  /// The whole number, or `nil`: `3.0` and `3e0` count as 3, and `3.5` does not.
  package var int: Int? { number?.int }

  /// The elements of an array, or `nil`.
  package var array: [JSONValue]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The members of an object in their order, or `nil`.
  package var members: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The name of the kind for messages.
  package var kindName: Phrase {
    switch kind {
    case .null: Phrase("空值", "null")
    case .bool: Phrase("布尔值", "a Boolean")
    case .number: Phrase("数字", "a number")
    case .string: Phrase("字符串", "a string")
    case .array: Phrase("数组", "an array")
    case .object: Phrase("对象", "an object")
    }
  }
}

/// A key of a JSON object with its value.
package struct JSONMember: Sendable {
  /// The key, with its escapes resolved.
  package var key: String
  /// The byte offsets of the key, with its quotation marks.
  package var keyRange: Range<Int>
  /// The value.
  package var value: JSONValue

  /// Creates a member; one that was not read from a text stands nowhere.
  package init(_ key: String, _ value: JSONValue, keyRange: Range<Int> = 0..<0) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// The two notations that are read.
package enum JSONDialect: Sendable {
  /// RFC 8259, for protocols.
  case json
  /// JSON5, for files that people write: comments, trailing commas, bare keys, single quotation marks.
  ///
  /// `Infinity` and `NaN` are refused: no figure of ours can be either.
  case json5
}

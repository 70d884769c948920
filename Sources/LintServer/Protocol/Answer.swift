import LintCore

/// The result of a request, written as JSON.
struct Answer {
  /// The JSON.
  let bytes: [UInt8]

  /// Writes a result.
  init(_ body: Fragment) {
    var writer = JSONWriter()
    body(&writer)
    bytes = writer.bytes
  }

  /// The result of a request that has nothing to say.
  static var null: Answer { Answer { $0.null() } }
  /// The result of a request for a list that is empty.
  static var empty: Answer { Answer { $0.array { _ in } } }
}

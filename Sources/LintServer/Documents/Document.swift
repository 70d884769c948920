import LintCore

/// A document that the client has open: the client's text is the truth, whatever lies on disk.
struct Document: Sendable {
  /// Its name, in the client's spelling.
  let uri: DocumentURI
  /// The version that the client gave, if it gave one.
  var version: Int?
  /// The text.
  var buffer: TextBuffer
  /// Counts every change of the text or the rules; work for an older number is stale.
  var revision: Int
  /// The newest findings and the revision they belong to.
  var checked: CheckedDocument?
  /// What the sentences claim and the tables state, for the revision it was read from.
  var facts: (revision: Int, facts: DraftFacts)?
  /// What is shown of the findings while the user types.
  var typing = Typing()
  /// The check that runs on another thread.
  var running: Task<Void, Never>?
  /// The user was told that the text is too long to be checked.
  var isKnownAsTooLong = false

  /// Creates a document that was opened.
  init(uri: DocumentURI, version: Int?, text: [UInt8], revision: Int) {
    self.uri = uri
    self.version = version
    self.buffer = TextBuffer(text)
    self.revision = revision
  }

  /// Applies the changes of one notification, each to the result of the one before.
  ///
  /// - Returns: What was wrong with changes that had to be skipped.
  mutating func apply(_ changes: [JSONValue], _ encoding: PositionEncoding) -> [String] {
    var problems: [String] = []
    typing.note(changes)
    for change in changes {
      guard let text = change["text"]?.string else {
        problems.append("a change without text was skipped")
        continue
      }
      guard let range = change["range"], !range.isNull else {
        buffer = TextBuffer(Array(text.utf8))
        continue
      }
      do throws(ResponseError) {
        // `rangeLength` is deprecated and clients disagree about its unit, so the range alone counts.
        let offsets = buffer.offsets(of: try range.positionRange(), encoding)
        if !buffer.replace(offsets, with: Array(text.utf8)) {
          problems.append("the text is too long to be kept")
        }
      } catch {
        problems.append("a change was skipped: \(error.message)")
      }
    }
    return problems
  }
}

/// What a check of one revision of a document gave.
struct CheckedDocument: Sendable {
  /// The revision that was checked.
  let revision: Int
  /// The draft and the findings.
  let result: LintResult
}

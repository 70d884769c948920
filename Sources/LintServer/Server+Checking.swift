import LintCore

/// Checking documents: at once and in place if they are small, on another thread if not.
extension Server {
  /// The largest text in bytes that is checked on the thread that reads the input: changing threads would take longer.
  static let inlineLimit = 128 << 10
  /// How long in milliseconds a client can keep checks waiting by sending without a pause.
  static let longestWait: Int64 = 50

  /// Asks for a document to be checked once the input that has arrived is handled.
  func schedule(_ uri: DocumentURI) {
    if unchecked.isEmpty { uncheckedSince = Clock.milliseconds }
    if !unchecked.contains(uri) { unchecked.append(uri) }
  }

  /// Tells whether checks have waited so long that they come before further input.
  var isCheckOverdue: Bool {
    !unchecked.isEmpty && Clock.milliseconds &- uncheckedSince > Self.longestWait
  }

  /// Starts the checks that are due.
  func checkDocuments() {
    guard !unchecked.isEmpty else { return }
    let due = unchecked
    unchecked.removeAll(keepingCapacity: true)
    for uri in due {
      guard let document = documents[uri], !document.isChecking else { continue }
      let source = document.buffer.source
      if source.bytes.count <= Self.inlineLimit {
        finish(uri, CheckedDocument(revision: document.revision, result: check(source, lintOptions)))
      } else {
        checkElsewhere(uri, source, revision: document.revision)
      }
    }
  }

  private func checkElsewhere(_ uri: DocumentURI, _ source: SourceText, revision: Int) {
    documents[uri]?.isChecking = true
    let check = check
    let lintOptions = lintOptions
    Task.detached(priority: .high) {
      let result = check(source, lintOptions)
      await self.finish(uri, CheckedDocument(revision: revision, result: result))
    }
  }

  /// Takes the result of a check and publishes it, unless the document has changed meanwhile.
  private func finish(_ uri: DocumentURI, _ checked: CheckedDocument) {
    guard phase == .running, var document = documents[uri] else { return }
    document.isChecking = false
    let isCurrent = document.revision == checked.revision
    if isCurrent { document.checked = checked }
    documents[uri] = document
    if isCurrent { publish(document, checked) } else { schedule(uri) }
  }
}

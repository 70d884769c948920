import LintCore

/// Checking documents: at once and in place if they are small, on other threads if not.
extension Server {
  /// The largest text in bytes that is checked on the thread that reads the input, with a ``Companion``.
  ///
  /// Larger ones are checked on two other threads, so that the input is read meanwhile, unless an answer waits for
  /// what is found.
  static let inlineLimit = 128 << 10
  /// How long in milliseconds a client can keep checks waiting by sending without a pause.
  static let longestWait: Int64 = 50

  /// Asks for a document to be checked and published once the input that has arrived is handled.
  ///
  /// A client that pulls diagnostics asks for them itself.
  func schedule(_ uri: DocumentURI) {
    documents[uri]?.running?.cancel()
    guard !client.pullsDiagnostics else { return }
    if unchecked.isEmpty { uncheckedSince = now }
    if !unchecked.contains(uri) { unchecked.append(uri) }
  }

  /// Tells whether checks have waited so long that they come before further input.
  var isCheckOverdue: Bool {
    !unchecked.isEmpty && now &- uncheckedSince > Self.longestWait
  }

  /// Starts the checks that are due.
  func checkDocuments() {
    reloadIfNeeded()
    guard !unchecked.isEmpty else { return }
    let due = unchecked
    unchecked.removeAll(keepingCapacity: true)
    for uri in due {
      guard let document = documents[uri], document.running == nil else { continue }
      if document.checked?.revision == document.revision || document.buffer.bytes.count <= Self.inlineLimit
        || Self.holdsRules(uri)
      {
        if let checked = checked(uri) { publish(document, checked) }
      } else {
        checkElsewhere(document)
      }
    }
  }

  /// What a check of the newest text of a document gives: from memory, or by checking here and now.
  func checked(_ uri: DocumentURI) -> CheckedDocument? {
    guard let document = documents[uri] else { return nil }
    if let checked = document.checked, checked.revision == document.revision { return checked }
    let result = result(of: document)
    let checked = CheckedDocument(revision: document.revision, result: result)
    documents[uri]?.checked = checked
    return checked
  }

  private func result(of document: Document) -> LintResult {
    let source = document.buffer.source
    guard !Self.holdsRules(document.uri) else {
      return LintResult(draft: Draft(source), profile: nil, findings: ruleProblems(document))
    }
    let project = project(of: document.uri)
    return check(source, project.lintOptions(for: document.uri), project.linter, document.checked?.result)
  }

  private func checkElsewhere(_ document: Document) {
    let project = project(of: document.uri)
    let (check, lint, linter) = (largeCheck, project.lintOptions(for: document.uri), project.linter)
    let (uri, revision, source) = (document.uri, document.revision, document.buffer.source)
    let last = document.checked?.result
    documents[document.uri]?.running = Task.detached(priority: .high) {
      let result = await check(source, lint, linter, last)
      await self.finish(
        uri, CheckedDocument(revision: revision, result: result), isWhole: !Task.isCancelled)
    }
  }

  /// Takes the result of a check and publishes it, unless the document has changed meanwhile and the check stopped.
  private func finish(_ uri: DocumentURI, _ checked: CheckedDocument, isWhole: Bool) {
    guard phase == .running, var document = documents[uri] else { return }
    document.running = nil
    let isCurrent = isWhole && document.revision == checked.revision
    // What is no longer needed is put away after the new findings are on their way.
    let former = document.checked
    if isCurrent { document.checked = checked }
    documents[uri] = document
    if isCurrent { publish(document, checked) } else { schedule(uri) }
    withExtendedLifetime(former) {}
  }

  /// Makes everything that was found void, because rules or settings have changed, and checks again.
  func checkEverythingAgain() {
    epoch += 1
    closedDrafts.removeAll()
    for uri in documents.keys.sorted(by: { $0.key < $1.key }) {
      documents[uri]?.revision = nextRevision()
      schedule(uri)
    }
    refreshDiagnostics()
    if client.refreshesHints { ask("workspace/inlayHint/refresh", .refresh) }
  }

  /// Has a client that pulls diagnostics pull them again.
  func refreshDiagnostics() {
    guard client.pullsDiagnostics, client.refreshesDiagnostics else { return }
    ask("workspace/diagnostic/refresh", .refresh)
  }

  /// A number for a new state of a document.
  func nextRevision() -> Int {
    lastRevision += 1
    return lastRevision
  }
}

import LintCore

/// Publishing findings as diagnostics.
extension Server {
  /// The most related places that a diagnostic names.
  static let relatedLimit = 20

  /// Sends the findings of a document, but for those that wait until the user has typed the line.
  func publish(_ document: Document, _ checked: CheckedDocument) {
    var diagnostics = diagnosticWriter(document)
    let findings = settle(document.uri, checked)
    notify("textDocument/publishDiagnostics", subject: document.uri.key) { writer in
      writer.field("uri", document.uri.spelling)
      if let version = document.version { writer.field("version", version) }
      writer.arrayField("diagnostics") { writer in
        for finding in findings { diagnostics.write(finding, to: &writer) }
      }
    }
  }

  /// Takes back everything that was published about a document.
  func retract(_ document: Document) {
    guard !client.pullsDiagnostics else { return }
    notify("textDocument/publishDiagnostics", subject: document.uri.key) { writer in
      writer.field("uri", document.uri.spelling)
      writer.arrayField("diagnostics") { _ in }
    }
  }
}

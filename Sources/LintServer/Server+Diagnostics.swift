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
        for index in findings.indices { diagnostics.write(findings[index], to: &writer) }
      }
    }
  }

  /// A writer of diagnostics for an open document.
  func diagnosticWriter(_ document: Document) -> DiagnosticWriter {
    diagnosticWriter(document.uri, document.uri.spelling, document.buffer.source)
  }

  /// A writer of diagnostics for a document, in the words of its project.
  func diagnosticWriter(_ uri: DocumentURI, _ spelling: String, _ source: SourceText) -> DiagnosticWriter {
    let settings = project(of: uri).settings
    return DiagnosticWriter(
      uri: spelling, source: source, encoding: encoding, language: settings.language ?? defaultLanguage,
      client: client, documentation: settings.documentation)
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

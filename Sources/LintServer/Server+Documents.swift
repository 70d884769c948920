import LintCore

/// Keeping the texts of the client.
extension Server {
  /// Opens a document; one that is open already is replaced.
  func open(_ params: JSONValue) throws(ResponseError) {
    let item = try params.required("textDocument")
    let uri = DocumentURI(try item.requiredString("uri"))
    let text = try item.requiredString("text")
    if let former = documents[uri], former.uri.spelling != uri.spelling { retract(former) }
    documents[uri] = nil
    documents[uri] = Document(
      uri: uri, version: item["version"]?.int, text: Array(text.utf8), revision: nextRevision())
    if Self.holdsRules(uri) { mustReload = true }
    tellLength(of: uri)
    schedule(uri)
  }

  /// Changes a document.
  func change(_ params: JSONValue) throws(ResponseError) {
    let uri = try params.documentURI()
    guard let changes = try params.required("contentChanges").array else {
      throw ResponseError(.invalidParams, "contentChanges must be an array")
    }
    guard documents[uri] != nil else {
      logTrace("a change of a document that is not open was dropped", verbose: uri.spelling)
      return
    }
    let problems = documents[uri]?.apply(changes, encoding) ?? []
    if let version = params.at("textDocument", "version")?.int { documents[uri]?.version = version }
    documents[uri]?.revision = nextRevision()
    if Self.holdsRules(uri) { mustReload = true }
    for problem in problems { log(.warning, "textDocument/didChange: \(problem)") }
    tellLength(of: uri)
    schedule(uri)
  }

  /// Says once of a document that it is too long to be checked.
  private func tellLength(of uri: DocumentURI) {
    guard let document = documents[uri], document.buffer.isTooLong != document.isKnownAsTooLong else {
      return
    }
    documents[uri]?.isKnownAsTooLong = document.buffer.isTooLong
    guard document.buffer.isTooLong else { return }
    let name = uri.key.split(separator: "/").last.map(String.init) ?? uri.key
    let size = SourceText.maximumSize >> 20
    let phrase = Phrase("“\(name)”超过 \(size) MB，不作检查", "“\(name)” exceeds \(size) MB and is not checked")
    show(.warning, phrase.text(language(of: uri)))
  }

  /// A person who saves wants to see everything.
  func save(_ params: JSONValue) throws(ResponseError) { release(try params.documentURI()) }

  /// Closes a document and takes back what was said about it.
  func close(_ params: JSONValue) throws(ResponseError) {
    let uri = try params.documentURI()
    guard let document = documents.removeValue(forKey: uri) else { return }
    unchecked.removeAll { $0 == uri }
    if Self.holdsRules(uri) { mustReload = true }
    retract(document)
  }
}

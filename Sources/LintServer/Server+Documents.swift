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
    schedule(uri)
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

import LintCore

/// Links from words that name a place of the draft to that place.
extension Server {
  /// The links of a document; where each leads is found when it is followed, so that edits in between do no harm.
  func documentLinks(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    guard let document = documents[uri], let checked = checked(uri) else { return .empty }
    var mapper = PositionMapper(document.buffer.source, encoding)
    let links = Navigator(draft: checked.result.draft, facts: facts(uri, checked)).links()
    return Answer { writer in
      writer.array { writer in
        for link in links {
          writer.object { writer in
            writer.field("range") { $0.range(mapper.range(of: link.range)) }
            if client.linkTooltips { writer.field("tooltip", link.title) }
            writer.objectField("data") { writer in
              writer.field("uri", document.uri.spelling)
              writer.field(link.isEntry ? "entry" : "words", link.words)
            }
          }
        }
      }
    }
  }

  /// Says where a link leads now; one whose target is gone comes back as it was.
  func resolveDocumentLink(_ link: JSONValue) throws(ResponseError) -> Answer {
    _ = try link.required("range").positionRange()
    guard let address = link.at("data", "uri")?.string, case let uri = DocumentURI(address),
      let document = documents[uri], let checked = checked(uri)
    else { return Answer { $0.value(link) } }
    let navigator = Navigator(draft: checked.result.draft, facts: facts(uri, checked))
    let place =
      link.at("data", "entry")?.string.map { navigator.place(ofEntry: $0) }
      ?? link.at("data", "words")?.string.map { navigator.place(named: $0) } ?? nil
    guard let place else { return Answer { $0.value(link) } }
    var mapper = PositionMapper(document.buffer.source, encoding)
    let start = mapper.position(of: place.lower)
    return Answer { writer in
      writer.object { writer in
        for member in link.members ?? [] where member.key != "target" {
          writer.field(member.key) { $0.value(member.value) }
        }
        // Lines and columns from 1, in the form that VS Code and lsp-mode both read.
        writer.field("target", document.uri.spelling + "#\(start.line + 1),\(start.character + 1)")
      }
    }
  }
}

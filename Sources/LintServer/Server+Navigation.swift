import LintCore

/// Ways between the places that state the same.
extension Server {
  /// Where the thing at a position is defined: the cell behind a figure of the text, the heading behind an entry of
  /// the table of contents, the table behind its number.
  func definition(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let offset = document.buffer.offset(of: position, encoding)
    let navigator = Navigator(draft: checked.result.draft, facts: facts(uri, checked))
    guard let target = navigator.definition(at: offset), !target.places.isEmpty else { return .null }
    // What follows an entry of the table of contents, up to its page, leads to the same place.
    let origin = ByteRange(min(target.origin.lower, offset), max(target.origin.upper, offset))
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for place in target.places {
          writer.object { writer in
            let range = mapper.range(of: place)
            if client.definitionLinks {
              writer.field("originSelectionRange") { $0.range(mapper.range(of: origin)) }
              writer.field("targetUri", document.uri.spelling)
              writer.field("targetRange") { $0.range(range) }
              writer.field("targetSelectionRange") { $0.range(range) }
            } else {
              writer.field("uri", document.uri.spelling)
              writer.field("range") { $0.range(range) }
            }
          }
        }
      }
    }
  }

  /// The places that state the same figure as the cell or sentence at a position.
  func references(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let offset = document.buffer.offset(of: position, encoding)
    let includesOwn = params.at("context", "includeDeclaration")?.bool ?? true
    let navigator = Navigator(draft: checked.result.draft, facts: facts(uri, checked))
    let places = navigator.references(at: offset, includingOwn: includesOwn)
    guard !places.isEmpty else { return .null }
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for place in places {
          writer.object { writer in
            writer.field("uri", document.uri.spelling)
            writer.field("range") { $0.range(mapper.range(of: place)) }
          }
        }
      }
    }
  }
}

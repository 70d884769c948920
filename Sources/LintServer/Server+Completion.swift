import LintCore

/// What can be written at the cursor.
extension Server {
  /// The suggestions at a position.
  func completion(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri), !Self.holdsRules(uri) else {
      return .empty
    }
    let project = project(of: uri)
    let profile = (checked.result.profile ?? project.settings.lint.profile).flatMap {
      project.book.profile($0)
    }
    let completer = Completer(
      draft: checked.result.draft, book: project.book, profile: profile, language: language)
    let suggestions = completer.suggestions(at: document.buffer.offset(of: position, encoding))
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for (index, suggestion) in suggestions.enumerated() {
          writer.object { writer in
            writer.field("label", suggestion.label)
            writer.field("kind", suggestion.kind.rawValue)
            if !suggestion.detail.isEmpty { writer.field("detail", suggestion.detail) }
            writer.field("sortText", String(1000 + index))
            writer.objectField("textEdit") { writer in
              writer.field("range") { $0.range(mapper.range(of: suggestion.range)) }
              writer.field("newText", suggestion.text)
            }
          }
        }
      }
    }
  }
}

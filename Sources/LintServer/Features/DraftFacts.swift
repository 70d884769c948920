import LintCore

/// What the sentences of a draft claim, and where its tables state the same.
struct DraftFacts: Sendable {
  let claims: Claims
  let figures: FigureIndex

  /// Reads the facts of a draft.
  init(_ draft: Draft) {
    claims = Claims(draft)
    figures = FigureIndex(draft, claims)
  }
}

extension Server {
  /// The facts of an open document, read once for each text.
  func facts(_ uri: DocumentURI, _ checked: CheckedDocument) -> DraftFacts {
    if let known = documents[uri]?.facts, known.revision == checked.revision { return known.facts }
    let facts = DraftFacts(checked.result.draft)
    documents[uri]?.facts = (checked.revision, facts)
    return facts
  }
}

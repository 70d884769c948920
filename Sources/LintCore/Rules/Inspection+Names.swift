/// How names are reported that two places write differently.
extension Inspection {
  /// Reports a name that another place writes otherwise, and offers to write it as there.
  mutating func report(_ name: Slice, otherThan right: Slice, _ phrase: Phrase, at place: Phrase) {
    report(
      "name-mismatch", .warning, at: name,
      Message(phrase, .text(draft.string(name)), .text(draft.string(right))),
      related: [related(right, Message(place))], fixes: renaming([name], to: draft.string(right)))
  }

  /// A fix that writes another name at some places, for a person to decide.
  func renaming(_ places: [Slice], to name: String) -> [Fix] {
    [
      Fix(
        title: Message(FixPhrases.rename, .text(name)), edits: places.map { Edit(draft.range($0), name) },
        safety: .review)
    ]
  }
}

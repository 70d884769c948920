extension ByteRange {
  func moved(_ distance: Int) -> ByteRange { ByteRange(lower + distance, upper + distance) }
}

extension Finding {
  /// The finding so many bytes further down.
  func moved(_ distance: Int) -> Finding { moved { $0.moved(distance) } ?? self }

  /// The finding at its place after an edit; `nil` if the edit touched one of its places.
  func moved(by edit: DraftEdit) -> Finding? { moved { edit.moved($0) } }

  private func moved(_ move: (ByteRange) -> ByteRange?) -> Finding? {
    guard let range = move(range) else { return nil }
    var finding = self
    finding.range = range
    for index in related.indices {
      guard let range = move(related[index].range) else { return nil }
      finding.related[index] = Related(range, related[index].message)
    }
    for index in fixes.indices {
      for place in fixes[index].edits.indices {
        let edit = fixes[index].edits[place]
        guard let range = move(edit.range) else { return nil }
        finding.fixes[index].edits[place] = Edit(range, edit.text)
      }
    }
    return finding
  }
}

/// Fills the lists whose parts are items in paragraphs of their own.
enum ItemLists {
  static func link(_ out: inout Claims, _ units: Units) {
    guard !out.lists.isEmpty else { return }
    var leadIns: [Int: Int] = [:]
    var passageOfMarker = 0
    for (index, list) in out.lists.enumerated() where list.isAcrossParagraphs {
      while passageOfMarker < out.passages.count,
        !(out.passages[passageOfMarker].slice.lower <= list.marker.lower
          && list.marker.lower < out.passages[passageOfMarker].slice.upper)
      { passageOfMarker += 1 }
      if passageOfMarker < out.passages.count { leadIns[index] = passageOfMarker }
    }
    for (list, leadIn) in leadIns.sorted(by: { $0.key < $1.key }) { fill(list, leadIn, &out, units) }
  }

  private static func fill(_ list: Int, _ leadIn: Int, _ out: inout Claims, _ units: Units) {
    let section = out.passages[leadIn].section
    var ordinal: Ordinal?
    var index = leadIn + 1
    var isFirst = true
    while index < out.passages.count {
      let passage = out.passages[index]
      guard passage.section == section, !passage.isHeading else { break }
      if isFirst {
        ordinal = passage.ordinal
      } else if let last = ordinal {
        guard let now = passage.ordinal, now.style == last.style, now.value > last.value else { break }
        ordinal = now
      } else if passage.ordinal != nil {
        break
      }
      isFirst = false
      guard let part = part(of: passage, out) else {
        // An item without a figure leaves the list incomplete; without numbers it ends it.
        if ordinal == nil { break }
        out.lists[list].isOpen = true
        index += 1
        continue
      }
      out.lists[list].parts.append(part)
      out.claims[part].list = list
      index += 1
    }
    out.lists[list].level = 4
  }

  /// The figure an item states: the first amount near its start, in final accounts the one of the 决算.
  private static func part(of passage: Passage, _ out: Claims) -> Int? {
    var first: Int?
    for index in passage.claims where out.claims[index].role == .amount && out.claims[index].list < 0 {
      let claim = out.claims[index]
      guard claim.sentence == 0, claim.label.lower - passage.slice.lower <= 60 else { break }
      if first == nil { first = index }
      if !out.isFinal || claim.concept.contains(.actual) || !claim.concept.contains(.plan) { return index }
    }
    return first
  }
}

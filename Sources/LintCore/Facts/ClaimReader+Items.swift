/// Fills the lists whose parts are items in paragraphs of their own.
enum ItemLists {
  static func link(_ out: inout Claims, _ units: Units) {
    unannounced(&out)
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

  /// Numbered items that each state a figure and its share are a list, though no lead-in announces them.
  private static func unannounced(_ out: inout Claims) {
    var index = 0
    while index < out.passages.count {
      let start = index
      var parts: [Int] = []
      while index < out.passages.count, let ordinal = out.passages[index].ordinal,
        !out.passages[index].isHeading,
        out.passages[index].section == out.passages[start].section,
        ordinal.style == out.passages[start].ordinal?.style, ordinal.value == parts.count + 1,
        let part = shared(out.passages[index], out)
      {
        parts.append(part)
        index += 1
      }
      if parts.count >= 2, start == 0 || !out.passages[start - 1].announces {
        out.addShares(of: parts, level: 4)
      }
      index = Swift.max(index, start + 1)
    }
  }

  /// The first figure of an item, if its share follows it at once.
  private static func shared(_ passage: Passage, _ out: Claims) -> Int? {
    guard let first = passage.claims.first, passage.claims.count >= 2, out.claims[first].role == .amount,
      out.claims[first].list < 0, out.claims[first].unit.money != nil, out.claims[first + 1].role == .share,
      out.claims[first + 1].base.isEmpty
    else { return nil }
    return first
  }

  private static func fill(_ list: Int, _ leadIn: Int, _ out: inout Claims, _ units: Units) {
    let section = out.passages[leadIn].section
    var ordinal: Ordinal?
    var index = leadIn + 1
    var isFirst = true
    var hasStop = false
    var item = leadIn
    while index < out.passages.count {
      let passage = out.passages[index]
      guard passage.section == section || isBelowItem(passage, out), !passage.isHeading else { break }
      if isFirst {
        ordinal = passage.ordinal
      } else if let last = ordinal, let now = passage.ordinal, now.style != last.style,
        out.passages[item].announces
      {
        // （二）公用经费30万元。其中： and 1.办公费10万元; 2.差旅费20万元 below it, which are parts of that item.
        index += 1
        continue
      } else if let last = ordinal {
        guard let now = passage.ordinal, now.style == last.style, now.value > last.value else { break }
        ordinal = now
      } else if passage.ordinal != nil {
        break
      }
      item = index
      // Items end alike: what follows a line without 。 goes on with that line, where the ones before have it.
      if ordinal == nil, !isFirst, let end = out.passages[index - 1].slice.indices.last {
        if units[end] == 0x3002 {
          hasStop = true
        } else if hasStop {
          out.lists[list].isOpen = true
          break
        }
      }
      // 包括甲9万元、乙8万元。 below an item divides that item.
      if ordinal == nil, !isFirst, units.starts(passage.slice, withAnyOf: GrammarWords.dividing) {
        index += 1
        continue
      }
      if isFirst, ordinal == nil, let parts = halves(of: passage, out) {
        // 其中： at the end of a line, and the parts in one sentence below it.
        for part in parts { out.claims[part].list = list }
        out.lists[list].parts = parts
        break
      }
      isFirst = false
      if passage.claims.isEmpty, let next = out.continuation(of: index),
        let part = part(of: out.passages[next], out, units)
      {
        out.lists[list].parts.append(part)
        out.claims[part].list = list
        index = next + 1
        continue
      }
      if ordinal == nil, let parts = sharing(passage, &out) {
        for part in parts { join(part, list, &out) }
        index += 1
        continue
      }
      guard let part = part(of: passage, out, units) else {
        // An item without a figure leaves the list incomplete; without numbers it ends it.
        if ordinal == nil {
          if passage.claims.contains(where: { out.claims[$0].role == .amount }) {
            out.lists[list].isOpen = true
          }
          break
        }
        out.lists[list].isOpen = true
        index += 1
        continue
      }
      // 事业收入8万元；经营收入2万元 in one paragraph without a number: not every item has one of its own.
      let others = passage.claims.filter {
        $0 != part && out.claims[$0].role == .amount && out.claims[$0].list < 0
          && out.claims[$0].sentence == 0
          && out.claims[$0].unit == out.claims[part].unit && !out.claims[$0].amount.isZero
      }
      if ordinal == nil, !out.isFinal, !others.isEmpty { out.lists[list].isOpen = true }
      out.lists[list].parts.append(part)
      out.claims[part].list = list
      index += 1
    }
    out.lists[list].level = 4
    alignWhole(of: list, &out, units)
  }

  /// 事业收入8万元，占80%；经营收入2万元，占20%: several parts in one paragraph, which were a list of their own.
  private static func sharing(_ passage: Passage, _ out: inout Claims) -> [Int]? {
    guard let first = passage.claims.first, out.claims[first].role == .amount,
      out.lists.indices.contains(out.claims[first].list)
    else { return nil }
    let own = out.claims[first].list
    let parts = out.lists[own].parts
    guard out.lists[own].whole < 0, !out.lists[own].isAcrossParagraphs, parts.count >= 2,
      parts.allSatisfy(passage.claims.contains)
    else { return nil }
    out.lists[own].parts = []
    return parts
  }

  /// Makes an amount that carries its share a part of a list.
  private static func join(_ part: Int, _ list: Int, _ out: inout Claims) {
    out.lists[list].parts.append(part)
    out.claims[part].list = list
    let share = part + 1
    if out.claims.indices.contains(share), out.claims[share].subject == part { out.claims[share].list = list }
  }

  private static let statuses: [Word] = ["年初", "全年预算", "调整", "执行数", "决算"]

  /// 年初预算A，全年预算数B，执行数C，具体如下：1.…：年初预算a…: the whole is the figure that the items begin with.
  private static func alignWhole(of list: Int, _ out: inout Claims, _ units: Units) {
    let whole = out.lists[list].whole
    func status(_ claim: Int) -> Int? {
      statuses.firstIndex { units.contains($0, in: out.claims[claim].label) }
    }
    let parts = Set(out.lists[list].parts.map(status))
    guard whole >= 0, let own = parts.only, let own, status(whole) != own,
      status(whole) != nil,
      let other = out.lists[list].otherWholes.first(where: { status($0) == own })
    else { return }
    out.lists[list].otherWholes = out.lists[list].otherWholes.filter { $0 != other } + [whole]
    out.lists[list].whole = other
  }

  /// Tells whether the heading above a passage is the item that its figures are about.
  private static func isBelowItem(_ passage: Passage, _ out: Claims) -> Bool {
    guard passage.ordinal == nil, let first = passage.claims.first else { return false }
    let topic = out.claims[first].topic
    return !topic.isEmpty && topic.upper <= passage.slice.lower
  }

  /// 基本支出110万元，项目支出0万元: both parts of a whole in the first sentence of a passage.
  private static func halves(of passage: Passage, _ out: Claims) -> [Int]? {
    let parts = passage.claims.filter {
      out.claims[$0].role == .amount && out.claims[$0].list < 0 && out.claims[$0].sentence == 0
    }
    guard parts.count == 2 else { return nil }
    let family = parts.map { out.claims[$0].concept.narrowMeasure }
    return [[FigureConcept.basic, .project], [.personnel, .running]].contains(family) ? parts : nil
  }

  static let added = WordList(["追加", "调增", "调减", "核减"])

  /// The figure an item states: the first amount near its start, in final accounts the one of the 决算.
  private static func part(of passage: Passage, _ out: Claims, _ units: Units) -> Int? {
    var isFirst = true
    for index in passage.claims where out.claims[index].role == .amount && out.claims[index].list < 0 {
      let claim = out.claims[index]
      // 2022年决算数为9万元；支出决算8万元: the first is of another year.
      if claim.year > 0, claim.year < out.year { continue }
      guard claim.sentence == 0, !isFirst || claim.label.lower - passage.slice.lower <= 60 else { break }
      isFirst = false
      // 年初预算80万元，追加16万元，支出决算…: what came on top of a budget is no figure of the item.
      if out.isFinal, units.contains(anyOf: added, in: claim.label) { continue }
      if !out.isFinal || claim.concept.contains(.actual) || !claim.concept.contains(.plan) { return index }
    }
    return nil
  }
}

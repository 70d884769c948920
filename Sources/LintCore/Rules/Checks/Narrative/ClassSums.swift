/// Items given by their path: …（类）…（款）…（项）.
struct ItemPath {
  /// The 类, without 支出 at its end.
  var major: UInt64
  /// The whole path.
  var key: UInt64
  var slice: Slice

  private static let expense: Word = "支出"

  /// Reads the path in the label of a claim.
  init?(_ label: Slice, _ units: Units) {
    guard let end = units.find(LevelMark.major, in: label), let last = units.find(LevelMark.item, in: label),
      last.lower > end.lower
    else { return nil }
    slice = Slice(label.lower, last.upper)
    major = Self.majorKey(Slice(label.lower, end.lower), units)
    key = units.key(slice)
  }

  /// The key of a 类, whether or not 支出 stands at its end.
  static func majorKey(_ name: Slice, _ units: Units) -> UInt64 {
    var name = name
    if units.ends(name, with: expense), name.count > 4 { name.upper -= 2 }
    return units.key(name)
  }

  /// The 类 that a label such as 一般公共服务（类）支出 or 卫生健康支出 names.
  static func majorKey(ofClass label: Slice, _ units: Units) -> UInt64 {
    if let mark = units.find(LevelMark.major, in: label) {
      return majorKey(Slice(label.lower, mark.lower), units)
    }
    return majorKey(label, units)
  }
}

extension NarrativeContext {
  /// The words that name the item of a claim: its own, or those of the item that a bare 决算数为 speaks of.
  func itemLabel(_ claim: Claim) -> Slice {
    let isNamed = units.contains(ClaimBinder.Names.item, in: claim.label)
    return !isNamed && units.contains(ClaimBinder.Names.item, in: claim.topic) ? claim.topic : claim.label
  }
}

/// 类 = its 项: the figure of a 类 in the structure of spending against its items listed one by one.
enum ClassSums {
  static func check(_ context: NarrativeContext, _ inspection: inout Inspection) {
    var stated: [UInt64: [Int]]?
    // An item whose figure was not found leaves its 类 incomplete.
    for list in context.claims.lists where list.isAcrossParagraphs && list.parts.count >= 2 && !list.isOpen {
      let parts = DuplicateItems.without(list.parts, context)
      var order: [UInt64] = []
      var groups: [UInt64: [Int]] = [:]
      for part in parts {
        guard let path = ItemPath(context.itemLabel(context[part]), context.units) else { continue }
        if groups[path.major] == nil { order.append(path.major) }
        groups[path.major, default: []].append(part)
      }
      guard groups.values.reduce(0, { $0 + $1.count }) == parts.count, !parts.isEmpty else { continue }
      let classes = stated ?? classes(context)
      stated = classes
      for major in order {
        guard let items = groups[major] else { continue }
        check(classes[major] ?? [], items, context, &inspection)
      }
    }
  }

  /// The figures that may be those of a 类, by the key of its name.
  private static func classes(_ context: NarrativeContext) -> [UInt64: [Int]] {
    var found: [UInt64: [Int]] = [:]
    for (index, claim) in context.claims.claims.enumerated() {
      guard claim.role == .amount, claim.list >= 0, claim.unit.money != nil, claim.label.count <= 30,
        !context.claims.lists[claim.list].isAcrossParagraphs
      else { continue }
      let key = ItemPath.majorKey(ofClass: Wording.core(claim.label, context.units), context.units)
      found[key, default: []].append(index)
    }
    return found
  }

  private static func check(
    _ classes: [Int], _ items: [Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard let first = items.first else { return }
    let attachment = context.claims.passages[context[first].passage].isAttachment
    let source = Self.source(context[first], context)
    let stated = classes.suffix(50).filter { index in
      index < first && context.claims.passages[context[index].passage].isAttachment == attachment
        && Self.source(context[index], context) == source
    }
    let terms = items.compactMap { context.value(context[$0]) }
    guard let nearest = stated.last, terms.count == items.count else { return }
    let sum = terms.reduce(Int128(0)) { $0 + $1.exact }
    for candidate in stated {
      guard var value = context.value(context[candidate]) else { return }
      value.half = terms.reduce(value.half) { Swift.max($0, $1.half) }
      if value.hasTail(sum - value.exact, terms: terms.count) { return }
    }
    let claim = context[nearest]
    guard sum >= 0, let shown = context.shown(sum.magnitude, like: claim) else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(
        NarrativePhrases.listed, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
        .sum(items.map { context[$0].amount }), .amount(shown, nil)),
      related: context.related(items),
      fixes: context.fix(claim.digits, shown, grouped: context.isGrouped(claim)))
  }

  /// The source of funds that the heading above a claim speaks of.
  private static func source(_ claim: Claim, _ context: NarrativeContext) -> FigureConcept {
    var section: Int? = context.claims.passages[claim.passage].section
    while let at = section, context.draft.sections.indices.contains(at) {
      if let h = context.draft.sections[at].heading, context.draft.headings.indices.contains(h) {
        let found = context.lexicon.concept(of: context.draft.headings[h].title, context.units).concept.source
        if !found.isEmpty { return found }
      }
      section = context.draft.sections[at].parent
    }
    return []
  }

}

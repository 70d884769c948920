/// Parts of a list that divide other parts of it.
enum InnerParts {
  /// The parts that stand side by side.
  static func without(_ parts: [Int], _ context: NarrativeContext) -> [Int] {
    let filled = parts.filter { !context.units.contains(anyOf: vacancies, in: context[$0].label) }
    return withoutUses(withoutKinds(filled, context), context)
  }

  /// 在职人员131人，其中行政31人、事业100人，空编10名: posts that nobody holds are no people.
  private static let vacancies = WordList(["空编", "缺编", "空岗", "空缺"])

  /// 基本支出13万元、人员经费12万元、公用经费1万元；项目支出…: without the two that make the first.
  private static func withoutKinds(_ parts: [Int], _ context: NarrativeContext) -> [Int] {
    let inner = parts.filter {
      [FigureConcept.personnel, .running].contains(context[$0].concept.narrowMeasure)
    }
    guard inner.count == 2, let basic = parts.first(where: { context[$0].concept.narrowMeasure == .basic }),
      let whole = context.value(context[basic])
    else { return parts }
    let sum = inner.compactMap { context.value(context[$0])?.exact }.reduce(0, +)
    return whole.hasTail(sum - whole.exact, terms: 2) ? parts.filter { !inner.contains($0) } : parts
  }

  /// 其中人员经费120万元，用于工资福利支出115万元、补助5万元；…: without what one of the parts is used for.
  private static func withoutUses(_ parts: [Int], _ context: NarrativeContext) -> [Int] {
    func isUse(_ part: Int) -> Bool { context.units.starts(context[part].label, withAnyOf: uses) }
    guard let first = parts.first, !isUse(first), parts.contains(where: isUse) else { return parts }
    var found = [first]
    var isWithin = false
    for (before, part) in zip(parts, parts.dropFirst()) {
      let gap = Slice(
        context[before].figure.upper, Swift.max(context[before].figure.upper, context[part].figure.lower))
      if isUse(part) { isWithin = true } else if context.units.hasStop(in: gap) { isWithin = false }
      if !isWithin { found.append(part) }
    }
    return found
  }

  private static let uses = WordList(["用于", "含", "包含"])
}

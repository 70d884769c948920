/// Adds up projects by grade: 对12个项目开展自评，等级为“优”的10个、“良”的2个.
enum GradeCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for index in context.claims.passages.indices where context.isJudged(index) {
      check(context.claims.passages[index], context, &inspection)
    }
  }

  private static func check(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection) {
    var grades: [Int] = []
    var wholes: [Int] = []
    // 2023年度11个项目 in a budget of 2024 may be what the grades divide, too.
    for index in passage.claims
    where (context[index].role == .amount || context[index].role == .prior) && context[index].unit == .items {
      let claim = context[index]
      if claim.isRough || claim.amount.decimals > 0 { return }
      if grade(index, context) >= 0 {
        grades.append(index)
      } else if grades.isEmpty {
        wholes.append(index)
      }
    }
    guard grades.count >= 2, let first = grades.first,
      let whole = wholes.last(where: { context[$0].sentence == context[first].sentence }) ?? wholes.first,
      context.units.contains(project, in: passage.slice),
      // One grade twice: nobody knows which belong together.
      Set(grades.map { grade($0, context) }).count == grades.count,
      !hasOthers(behind: grades.last ?? first, passage, context)
    else { return }
    let sum = grades.reduce(Int128(0)) { $0 + context[$1].amount.scaled }
    let isAlone = Set(wholes.map { context[$0].amount }).count == 1 || isDivided(whole, by: first, context)
    guard sum != context[whole].amount.scaled, isAlone || !makesAny(of: wholes, sum, context),
      let shown = Amount(scaled: sum, decimals: 0),
      !inspection.hasReported("narrative-sum", at: context[whole].figure)
    else { return }
    inspection.report(
      "narrative-sum", isAlone && sum > context[whole].amount.scaled ? .error : .warning,
      at: context[whole].figure,
      Message(
        phrase, .text(context.draft.string(context[whole].figure)), .sum(grades.map { context[$0].amount }),
        .amount(shown, nil)), related: context.related(grades))
  }

  /// 对10个项目、2个基金项目开展自评，12个项目中“优”10个、“良”2个: of several counts the grades may divide any, or some together.
  private static func makesAny(of wholes: [Int], _ sum: Int128, _ context: NarrativeContext) -> Bool {
    guard wholes.count <= 4 else { return true }
    return (1..<(1 << wholes.count)).contains { choice in
      wholes.indices.reduce(Int128(0)) {
        $0 + (choice >> $1 & 1 == 1 ? context[wholes[$1]].amount.scaled : 0)
      } == sum
    }
  }

  /// 33个项目中评为优的29个: the words say which count the grades divide.
  private static func isDivided(_ whole: Int, by first: Int, _ context: NarrativeContext) -> Bool {
    whole == first - 1
      && context.units.starts(
        Slice(context[whole].figure.upper, context[first].figure.lower), withAnyOf: among)
  }

  private static let among = WordList(["个项目中", "项目中", "中", "项目，其中", "项目其中"])

  /// Which grade the words around a count name, or -1.
  private static func grade(_ claim: Int, _ context: NarrativeContext) -> Int {
    let before = gradeBefore(claim, context)
    return before >= 0 ? before : gradeBehind(claim, context)
  }

  /// 4个项目等级为“优”: the grade behind the count in its clause.
  private static func gradeBehind(_ claim: Int, _ context: NarrativeContext) -> Int {
    let units = context.units
    let end = context.claims.passages[context[claim].passage].slice.upper
    let start = context[claim].figure.upper
    let clause = Slice(start, units.clauseEnd(from: start, before: Swift.min(end, start + mostBehind)))
    guard units.starts(clause, with: project), units.contains(anyOf: rated, in: clause) else { return -1 }
    return grades.firstIndex { units.ends(clause, with: $0) } ?? -1
  }

  /// How far behind a count its grade can stand, in units.
  private static let mostBehind = 16

  /// Which grade the words before a count name, or -1: 优秀, 等级为“优”的, 评为优的, 优.
  private static func gradeBefore(_ claim: Int, _ context: NarrativeContext) -> Int {
    let label = context[claim].label
    if let found = grades.firstIndex(where: { context.units.contains($0, in: label) }) { return found }
    var name = Wording.core(label, context.units)
    if context.units.ends(name, with: of) { name.upper -= of.count }
    name.lower += context.units.lengthOfWord(starting: name, anyOf: among) ?? 0
    guard
      let length = context.units.lengthOfWord(starting: name, anyOf: rated) ?? (name.count == 1 ? 0 : nil),
      name.count == length + 1, let sign = name.indices.last
    else { return -1 }
    return signs.firstIndex(of: context.units[sign]) ?? -1
  }

  private static let of: Word = "的"
  private static let rated = WordList(["评为", "被评为", "评级为", "等级为", "结果为", "自评为", "获评", "获得"])
  /// 优, 良, 中, 差, as their words in quotation marks above.
  private static let signs: [UInt16] = Array("优良中差".utf16)

  /// 优秀5个、良好3个、合格1个: what goes on behind the last grade may be one too.
  private static func hasOthers(
    behind last: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    (last + 1..<Swift.max(last + 1, passage.claims.upperBound)).contains {
      context[$0].unit == .items && context[$0].sentence == context[last].sentence
    }
  }

  private static let project: Word = "项目"
  private static let grades = WordList([
    "“优”", "“良”", "“中”", "“差”", "优秀", "良好", "中等", "不合格", "合格", "较差",
  ])
  private static let phrase = Phrase(
    "文中写 {0}，各等级之和 {1} = {2}", "The text says {0}, but the grades {1} make {2}")
}

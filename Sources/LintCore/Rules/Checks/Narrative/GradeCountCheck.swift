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
      if context.units.contains(anyOf: Self.grades, in: claim.label) {
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
    let isAlone = Set(wholes.map { context[$0].amount }).count == 1
    guard sum != context[whole].amount.scaled, isAlone || !makesAny(of: wholes, sum, context),
      let shown = Amount(scaled: sum, decimals: 0)
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

  private static func grade(_ claim: Int, _ context: NarrativeContext) -> Int {
    grades.firstIndex { context.units.contains($0, in: context[claim].label) } ?? -1
  }

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

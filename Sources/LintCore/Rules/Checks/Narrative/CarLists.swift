/// Adds up cars by kind in lists that other words than 其中 announce: 公务用车9辆，分别为机要通信用车1辆、应急保障用车2辆….
///
/// Such a list names every kind, so its sum is the whole. Anything that looks otherwise leaves it alone: a count in
/// words, a second count of cars behind the list, a name that is no kind of car.
enum CarLists {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for index in claims.indices where claims[index].unit == .vehicles {
      let claim = claims[index]
      if isWhole(claim), context.isJudged(claim.passage) { check(index, context, &inspection) }
    }
  }

  /// No office has more.
  private static let mostCars = 1_000_000

  private static func isWhole(_ claim: Claim) -> Bool {
    !claim.isRough && claim.amount.decimals == 0 && claim.amount.digits >= 2
  }

  private static func check(_ whole: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let passage = context.claims.passages[context[whole].passage]
    var parts: [Int] = []
    var sum: Int64 = 0
    var start = context[whole].figure.upper
    var at = whole + 1
    while at < passage.claims.upperBound, context[at].unit == .vehicles {
      guard
        let count = count(Slice(start, context[at].digits.lower), isFirst: parts.isEmpty, context.units),
        !context[at].isRough, context[at].amount.decimals == 0,
        context[at].amount.digits.magnitude <= mostCars
      else { break }
      sum += context[at].amount.digits * count
      parts.append(at)
      start = context[at].figure.upper
      at += 1
    }
    // 车辆5辆（上年6辆，报废1辆），其中：…: another count of the sentence is the sum.
    let isOfEarlier = (passage.claims.lowerBound..<whole).contains {
      context[$0].unit == .vehicles && context[$0].sentence == context[whole].sentence
        && context[$0].amount.digits == sum && context[$0].amount.decimals == 0
    }
    guard !isOfEarlier, let last = parts.last, parts.count >= 2 || sum != context[last].amount.digits,
      sum != context[whole].amount.digits, isOver(behind: last, passage, context),
      !inspection.hasReported(rules, in: Slice(context[whole].figure.lower, context[last].figure.upper))
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[whole].figure,
      Message(
        phrase, .text(context.draft.string(context[whole].figure)), .count(Int(sum))),
      related: context.related(parts))
  }

  /// How many kinds of car the words before a count name: 1, or more before 各; `nil` if they name none.
  private static func count(_ gap: Slice, isFirst: Bool, _ units: Units) -> Int64? {
    var name = gap
    if isFirst {
      guard let words = behindOpening(gap, units) else { return nil }
      name = words
    } else {
      guard let sign = gap.indices.first, isMark(units[sign]) else { return nil }
      name.lower += 1
    }
    guard name.count <= longestName, units.contains(anyOf: kinds, in: name),
      !name.indices.contains(where: { Unit.endsClause(units[$0]) || units[$0] == 0x3A })
    else { return nil }
    let joints = Int64(name.indices.count { units[$0] == 0x3001 || units[$0] == 0x548C })
    guard units.ends(name, with: each) else { return name.indices.contains { units[$0] == 0x3001 } ? nil : 1 }
    return joints + 1
  }

  /// The words behind ，分别为 or a colon or bracket, if nothing else stands before them.
  private static func behindOpening(_ gap: Slice, _ units: Units) -> Slice? {
    var rest = gap
    var isOpened = false
    if let noun = units.lengthOfWord(starting: rest, anyOf: nouns) { rest.lower += noun }
    while let first = rest.indices.first {
      if units[first] == 0x3A || units[first] == 0x28 {
        isOpened = true
        rest.lower += 1
      } else if Unit.isComma(units[first]), !isOpened {
        rest.lower += 1
      } else if let word = units.lengthOfWord(starting: rest, anyOf: openings) {
        isOpened = true
        rest.lower += word
      } else {
        break
      }
    }
    return isOpened ? rest : nil
  }

  /// Tells whether the sentence counts no more cars behind a list, in figures or in words.
  private static func isOver(
    behind last: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    let start = context[last].figure.upper
    let rest = Slice(start, context.units.sentenceEnd(from: start, before: passage.slice.upper))
    return !rest.indices.contains { context.units[$0] == 0x8F86 } && !context.units.starts(rest, with: others)
  }

  /// 、 ， ； and 和.
  private static func isMark(_ unit: UInt16) -> Bool {
    unit == 0x3001 || Unit.isComma(unit) || unit == 0x3B || unit == 0x548C
  }

  private static let longestName = 40
  private static let nouns = WordList(["车辆", "公务用车", "公务车", "车"])
  private static let openings = WordList(["分别为", "分别是", "具体为", "具体是", "具体包括", "按用途分", "即"])
  private static let kinds = WordList([
    "用车", "应急保障", "执法执勤", "特种专业", "机要通信", "离退休", "其他", "轿车", "越野车", "客车", "货车", "汽车",
  ])
  private static let each: Word = "各"
  private static let others: Word = "等"
  private static let rules: Set<String> = ["narrative-sum"]
  private static let phrase = Phrase("车辆共 {0}，所列各类之和为 {1} 辆", "{0} in all, but the kinds make {1}")
}

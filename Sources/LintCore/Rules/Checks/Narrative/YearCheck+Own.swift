/// Last year's number in what the accounts say of their own year: 本部门2023年度政府采购支出总额90万元，其中：… in accounts of 2024.
extension YearCheck {
  /// Tells whether a sentence that opens its paragraph states the money of this year, because its section speaks of no
  /// other year, or because the tables of this year state its figure.
  ///
  /// What is held against last year's figure names this year beside it.
  static func isOwnStatement(
    _ end: Int, _ year: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    guard context.claims.isFinal, opens(end, passage, context) else { return false }
    let own = context.claims.claims[passage.claims].filter {
      $0.role == .amount && $0.unit.money != nil && $0.sentence == 0 && $0.year == year && !$0.amount.isZero
        && $0.figure.lower >= end
    }
    guard let first = own.first else { return false }
    // 2022年度支出年初预算为90万元，支出决算为92万元，完成年初预算的102.22%: the tables of this year state what was spent.
    if completes(first, passage, context),
      own.contains(where: {
        !ClaimBinder.isPlan($0.concept) && (isStated($0, context) || isStatedAsSuch($0, context))
      })
    {
      return true
    }
    guard !speaksOfThisYear(around: first.passage, context) else { return false }
    if own.contains(where: { isStated($0, context) }) { return true }
    let lead = Slice(passage.slice.lower, Swift.min(passage.slice.upper, end + 8))
    guard context.units.contains(anyOf: selves, in: lead) else { return false }
    let concept = context.lexicon.concept(of: Slice(end, first.figure.lower), context.units).concept
    return !concept.measure.isEmpty && !isStatedElsewhere(concept.narrowMeasure, passage, context)
  }

  /// 2023年度一般公共预算财政拨款支出主要用于以下方面：社会保障和就业支出（类）1089.08万元；…: the rows of this year's tables state every
  /// figure of the list, and the sentence names no second year.
  static func isOwnDivision(_ end: Int, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let parts = passage.claims.filter {
      context[$0].role == .amount && context[$0].unit.money != nil && context[$0].sentence == 0
    }
    guard parts.count >= 2, opens(end, passage, context),
      parts.allSatisfy({ context[$0].list >= 0 && context[$0].figure.lower >= end }),
      parts.count(where: { context[$0].amount.digits >= 1_000 }) >= 2,
      context.units.contains(usedFor, in: Slice(end, context[parts[0]].figure.lower)),
      context.claims.tokens[passage.tokens].prefix(while: { $0.mark != .stop }).count(where: {
        $0.mark == .year
      }) == 1
    else { return false }
    return parts.allSatisfy { part in
      guard let value = context.value(context[part]) else { return false }
      return RespectiveFigures.cells(Wording.core(context[part].label, context.units), context).contains {
        context.value($0)?.interval.meets(value.interval) ?? false
      }
    }
  }

  private static let usedFor: Word = "用于"

  /// Tells whether the first sentence of a paragraph says how much of a budget was spent, and names no second year.
  private static func completes(_ first: Claim, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    context.claims.claims[passage.claims].contains {
      $0.role == .completion && !$0.digits.isEmpty && $0.sentence == first.sentence
    }
      && context.claims.tokens[passage.tokens].prefix { $0.mark != .stop }.count { $0.mark == .year } == 1
  }

  /// Tells whether nothing but the unit's name stands before a year at the start of its paragraph.
  private static func opens(_ end: Int, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let start = passage.slice.lower + (passage.ordinal?.length ?? 0)
    guard end - start >= 5, end - start <= longestLead else { return false }
    return !Slice(start, end - 5).indices.contains { Unit.endsClause(context.units[$0]) }
  }

  private static let longestLead = 20
  private static let selves = WordList([
    "本部门", "本单位", "我部门", "我单位", "我局", "本局", "我校", "本校", "我院", "本院", "我委", "本委", "我办", "我中心",
  ])

  /// Tells whether the section of a paragraph names this year near it.
  private static func speaksOfThisYear(around index: Int, _ context: NarrativeContext) -> Bool {
    let passages = context.claims.passages
    let near = Swift.max(0, index - reach)..<Swift.min(passages.count, index + reach)
    return passages[near].contains { other in
      other.section == passages[index].section
        && context.claims.tokens[other.tokens].contains {
          ($0.mark == .year || $0.mark == .date && $0.lower < other.slice.lower + 12)
            && Int($0.amount.digits) == context.claims.year
        }
    }
  }

  /// How many paragraphs a section is looked at on either side: none has as many about one year.
  private static let reach = 20

  /// Tells whether a cell states a figure of four digits or more.
  private static func isStated(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard claim.amount.digits >= 1_000, let value = context.value(claim) else { return false }
    return context.figures.measures.contains {
      context.value($0.place)?.interval.meets(value.interval) ?? false
    }
  }

  /// Tells whether a cell of the same measure states a figure of three digits or more.
  private static func isStatedAsSuch(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard claim.amount.digits >= 100, !claim.concept.narrowMeasure.isEmpty, let value = context.value(claim)
    else { return false }
    return context.figures.measures.contains {
      $0.measure == claim.concept.narrowMeasure
        && context.value($0.place)?.interval.meets(value.interval) ?? false
    }
  }

  /// Tells whether another section states a measure.
  private static func isStatedElsewhere(
    _ measure: FigureConcept, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    context.claims.claims.contains {
      $0.role == .amount && $0.unit.money != nil && $0.concept.narrowMeasure == measure
        && context.claims.passages[$0.passage].section != passage.section
        && !context.claims.passages[$0.passage].isAttachment
    }
  }
}

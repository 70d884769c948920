/// Changes of all kinds of spending that a sentence of their own names.
extension ChangeSumCheck {
  /// 支出预算4664.94万元，比2024年增加277.45万元。其中，基本支出3460.84万元；项目支出1204.10万元。与上年相比，基本支出增加138.70万元，
  /// 项目支出增加138.75万元: the amounts say that the two are all there is.
  static func kinds(_ passage: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let claims = context.claims.passages[passage].claims
    guard claims.count >= 5 else { return }
    let parts = claims.filter { at in
      context[at].unit.money != nil && !context[at].isRough
        && kinds.contains { isChange(at, of: $0, context) }
    }
    guard parts.count == kinds.count, let first = parts.first, let last = parts.last,
      kinds.allSatisfy({ kind in parts.contains { isChange($0, of: kind, context) } }),
      context[first].sentence == context[last].sentence, areOfLastYear(context[first], context),
      let whole = claims.first(where: {
        $0 < first && context[$0].role == .change && isUsable($0, context) && context[$0].subject >= 0
      }), isOfLastYear(context[whole].compared, context), case let amount = context[whole].subject,
      claims.contains(amount), context[amount].role == .amount,
      let all = context.value(context[amount])
    else { return }
    let amounts = claims.filter {
      $0 < first && $0 != amount && context[$0].role == .amount
        && !context[$0].concept.isDisjoint(with: [.basic, .project])
    }
    guard amounts.count == kinds.count, context.sum(amounts)?.exact == all.exact,
      !inspection.hasReported(
        ["narrative-sum", "direction"],
        in: Slice(context[whole].word.lower, context[last].figure.upper)),
      !units.contains(anyOf: outlines, in: Slice(context[first].label.lower, context[last].figure.upper))
    else { return }
    compare(whole, parts, context, &inspection)
  }

  /// 收支总预算增加284.55万元。…。增加的主要原因：一是…，基本支出增加253.60万元；二是…，项目支出增加30.95万元: the reasons divide the change
  /// where the two kinds, wherever they are stated, are all there is.
  static func reasons(_ passage: Int, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let claims = context.claims.passages[passage].claims
    guard claims.count >= 4, !context.claims.isFinal else { return }
    let parts = claims.filter { at in
      let claim = context[at]
      return claim.role == .mention && claim.unit.money != nil && !claim.isRough
        && kinds.contains { isNetChange(at, of: $0, context) }
    }
    guard parts.count == kinds.count, let first = parts.first, let last = parts.last,
      kinds.allSatisfy({ kind in parts.contains { isNetChange($0, of: kind, context) } }),
      context[first].sentence == context[last].sentence, last == first + 1,
      let whole = claims.last(where: {
        $0 < first && context[$0].role == .change && isUsable($0, context) && context[$0].subject >= 0
      }), isOfLastYear(context[whole].compared, context),
      context[first].sentence - context[whole].sentence <= 2, case let amount = context[whole].subject,
      context[amount].concept.contains(.total), context[amount].concept.source.isEmpty,
      let all = context.value(context[amount]), isAll(all, context),
      !units.contains(initially, in: Slice(context[whole].figure.upper, context[first].figure.lower)),
      !inspection.hasReported(
        ["narrative-sum", "direction"], in: Slice(context[whole].word.lower, context[last].figure.upper))
    else { return }
    compare(whole, parts, context, &inspection)
  }

  /// 基本支出增加253.60万元, 增减相抵后项目支出净增加30.95万元: nothing before the name says whose it is.
  private static func isNetChange(_ index: Int, of kind: Word, _ context: NarrativeContext) -> Bool {
    let (claim, units) = (context[index], context.units)
    guard let cue = FigureCue.direction(claim, context), cue.word.upper == claim.figure.lower else {
      return false
    }
    var before = Slice(claim.label.lower, cue.word.lower)
    before.upper -= units.lengthOfWord(ending: before, anyOf: links) ?? 0
    guard units.ends(before, with: kind) else { return false }
    before.upper -= kind.count
    return before.isEmpty || units.ends(before, withAnyOf: offsetting) || units.equals(anyOf: leads, before)
  }

  /// Tells whether the two kinds of spending that the draft states elsewhere make an amount.
  private static func isAll(_ all: NarrativeContext.Value, _ context: NarrativeContext) -> Bool {
    func values(_ measure: FigureConcept) -> [Int128] {
      context.figures.readings.compactMap {
        $0.measure == measure ? context.value(context[$0.claim])?.exact : nil
      }
    }
    let projects = Set(values(.project))
    return values(.basic).contains { projects.contains(all.exact - $0) }
  }

  private static let links = WordList(["净", "相应", "共", "合计"])
  private static let leads = WordList(["使", "其中", "一是", "二是", "相应", "因此"])
  private static let offsetting = WordList(["相抵后", "相抵", "抵减后"])
  private static let kinds: [Word] = ["基本支出", "项目支出"]
  /// 基本支出中人员经费增加…: of a part.
  private static let outlines = WordList(["中", "经费"])

  private static func areOfLastYear(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let start = context.units.sentenceStart(
      before: claim.figure.lower, from: context.claims.passages[claim.passage].slice.lower)
    return isOfLastYear(Slice(start, claim.figure.lower), context)
  }

  /// 与上年相比, 比2024年预算: no budget of the same year.
  private static func isOfLastYear(_ words: Slice, _ context: NarrativeContext) -> Bool {
    !context.units.contains(initially, in: words)
      && (context.units.contains(anyOf: GrammarWords.lastYear, in: words)
        || DocumentYear.years(words, context.units).isJust(context.claims.year - 1))
  }

  private static let initially: Word = "年初"
}

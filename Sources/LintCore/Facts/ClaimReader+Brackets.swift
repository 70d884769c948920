/// What a bracket with figures says of the figure before it: its parts, its share, its rate.
extension PassageReader {
  /// 90万元（占75%）: a bracket that says nothing but the share of the figure before it.
  func isShare(_ inside: ArraySlice<FigureToken>) -> Bool {
    guard let first = inside.first, first.mark == .share else { return false }
    let figures = inside.filter { $0.mark == .figure }
    return figures.count == 1 && figures[0].unit == .percent && figures[0].upper == inside.last?.upper
  }

  /// 5742万元（即收支预算总数5768万元扣除其他收入26万元）: how the figure before it is worked out.
  func isCalculation(_ i: Int, _ k: Int) -> Bool {
    guard k < tokens.endIndex else { return false }
    return units.contains(
      anyOf: GrammarWords.subtractions, in: Slice(Int(tokens[i].upper), Int(tokens[k].lower)))
  }

  /// 上年为2.50万元（购置费0万元、运行费2.50万元）: the parts of another year.
  func isBesidePrior(_ i: Int, _ out: Claims) -> Bool {
    guard let last = out.claims.last else { return false }
    return last.figure.upper == Int(tokens[i].lower) && last.role == .prior && last.passage == passage
  }

  /// 较上年减少1.5万元（42.86%）: a bracket with nothing but the rate of the change before it.
  func isRate(_ inside: ArraySlice<FigureToken>) -> Bool {
    guard lastChange >= 0, let rate = inside.only, rate.mark == .figure,
      rate.unit == .percent, rate.amount.digits >= 0
    else { return false }
    return Int(rate.lower) == lastFigureEnd + 1
  }

  /// 公务用车费4.5万元（购置费0万元、运行费4.5万元）: a bracket that names all parts of the figure before it.
  func dividing(_ i: Int, _ k: Int) -> Slice? {
    guard i > tokens.startIndex, tokens[i - 1].mark == .figure, tokens[i - 1].upper == tokens[i].lower,
      k < tokens.endIndex
    else { return nil }
    // 收入41万元，比上年增长3.49%（一般公共预算38万元，政府性基金3万元）
    if tokens[i - 1].unit == .percent, lastAmount >= 0, lastSentence == sentence, let unit = lastUnit {
      return isEnumeration(i, k, unit) ? tokens[i].slice : nil
    }
    // 编制86人（行政24人，事业62人）
    if tokens[i - 1].unit == .people { return isEnumeration(i, k, .people) ? tokens[i].slice : nil }
    guard tokens[i - 1].unit.money != nil else { return nil }
    let inside = Slice(Int(tokens[i].upper), Int(tokens[k].lower))
    let concept = lexicon.concept(of: inside, units).concept
    let isFamily = GrammarWords.families.contains { concept.isSuperset(of: $0) }
    return isFamily || isEnumeration(i, k, tokens[i - 1].unit) ? tokens[i].slice : nil
  }

  /// 工资161万元（基本工资78万元、津贴19万元、奖金64万元）: a bracket of names with amounts in one unit and nothing else.
  private func isEnumeration(_ i: Int, _ k: Int, _ unit: FigureUnit) -> Bool {
    var start = Int(tokens[i].upper)
    var figures = 0
    for token in tokens[(i + 1)..<k] {
      switch token.mark {
      case .figure:
        let label = Slice(start, Int(token.lower))
        guard token.unit == unit, !token.isRough, label.count >= 2,
          Unit.isIdeograph(units[label.lower]),
          !units.starts(label, withAnyOf: GrammarWords.portions)
        else { return false }
        figures += 1
        start = Int(token.upper)
      case .enumeration, .comma, .semicolon: start = Int(token.upper)
      case .filler, .concept, .decoy: continue
      default: return false
      }
    }
    return figures >= 2
  }
}

/// A sum over single cells of a table, for forms and for totals that stand in another side.
struct CellEquation {
  var rule: String
  var total: Cell
  var terms: [Cell]
  /// What the total is called.
  var name: Message

  /// Judges the sum and puts it into words; `nil` if it holds.
  ///
  /// - Parameters:
  ///   - unit: the unit of the table; 元 with two decimals is exact.
  ///   - tail: receives a difference that rounding explains.
  func finding(
    unit: MoneyUnit?, draft: Draft, tail: (CellEquation, Int128) -> Void = { _, _ in }
  ) -> Finding? {
    guard total.kind == .number, terms.allSatisfy(\.isAmountOrEmpty),
      terms.contains(where: { $0.kind == .number })
    else { return nil }
    let decimals = ([total] + terms).map(\.amount.decimals).max() ?? 0
    let computed = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let difference = total.amount.scaled - computed
    let nonzero = terms.filter { !$0.amount.isZero }
    let residual = Rounding.judge(
      difference: difference, terms: nonzero.count, lastPlace: Scale.power(Amount.maximumDecimals - decimals),
      exact: unit == .yuan && decimals == 2)
    switch residual {
    case .exact: return nil
    case .tail:
      tail(self, computed)
      return nil
    case .unlikelyTail, .wrong: break
    }
    guard let sum = Amount(scaled: computed, decimals: decimals),
      let gap = Amount(scaled: abs(difference), decimals: decimals)
    else { return nil }
    let remark = residual == .wrong ? TablePhrases.eitherSide : TablePhrases.unlikely
    let range = draft.range(total.slice)
    return Finding(
      rule: rule, severity: residual == .wrong ? .error : .warning, range: range,
      message: Message(
        nonzero.count == 1 ? TablePhrases.onlyTerm : TablePhrases.sum,
        arguments: [.message(name)]
          + (nonzero.count == 1 ? [] : [.sum((nonzero.isEmpty ? terms : nonzero).map(\.amount))])
          + [.amount(sum, unit), .amount(total.amount, unit), .amount(gap, unit), .message(Message(remark))]),
      related: nonzero.prefix(20).map {
        Related(draft.range($0.slice), Message(TablePhrases.row, .amount($0.amount, unit)))
      },
      fixes: [
        Fix(
          title: Message(TablePhrases.setTotal, .text(total.isGrouped ? sum.grouped : sum.plain)),
          edits: [Edit(range, total.isGrouped ? sum.grouped : sum.plain)], safety: .review)
      ])
  }
}

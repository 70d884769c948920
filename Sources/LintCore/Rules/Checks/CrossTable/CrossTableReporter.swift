/// Puts broken formulas into words and names the figure that stands alone.
struct CrossTableReporter {
  let draft: Draft
  let comparisons: Comparisons
  let exchanged: [ExchangedRows.Pair]

  private static let mismatch = Phrase(
    "{0}：此处 {1}，{2}为 {3}，相差 {4}{5}", "{0}: {1} here, {3} in {2}, off by {4}{5}")
  private static let tooLarge = Phrase(
    "{0}：此处 {1} 大于{2}的 {3}", "{0}: {1} here exceeds {3} in {2}")
  private static let outvoted = Phrase(
    "；另有 {0} 处与后者一致，此处可能有误", "; {0} more places agree with the latter, so this one may be wrong")
  private static let undecided = Phrase("；两处中有一处有误", "; one of the two is wrong")
  private static let exchangedPhrase = Phrase(
    "此处 {0}，{1}为 {2}，正是{3}的数：两行的数疑似互换",
    "{0} here, {2} in {1}, which is what {3} has: the figures of two rows seem to be exchanged")
  private static let other = Phrase("{0}：{1}", "{0}: {1}")
  private static let name = Phrase("《{0}》“{1}”", "“{1}” of “{0}”")
  private static let sumName = Phrase(
    "《{0}》“{1}”等 {2} 项之和", "the sum of “{1}” and others ({2} items) of “{0}”")
  private static let setFigure = Phrase("改为 {0}（与其他表一致）", "Set to {0}, as the other tables have it")
  private static let setHere = Phrase("将此处改为 {0}（假定{1}无误）", "Set to {0} here (assuming {1} is right)")
  private static let setThere = Phrase("将{1}改为 {0}（假定此处无误）", "Set {1} to {0} (assuming this place is right)")

  private struct Key: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  private func key(_ figure: StatedFigure) -> Key {
    Key(table: figure.table, row: figure.row, column: figure.column)
  }

  func report(_ inspection: inout Inspection) {
    for pair in exchanged { inspection.findings += findings(pair) }
    guard !comparisons.apart.isEmpty else { return }
    var agreements: [Key: Int] = [:]
    for figure in comparisons.agreed { agreements[key(figure), default: 0] += 1 }
    let explained = Set(exchanged.flatMap { [key($0.first), key($0.second)] })
    var reported: Set<Key> = []
    for comparison in comparisons.apart {
      guard let left = comparison.left.first?.figure, let right = comparison.right.first?.figure,
        !explained.contains(key(left)), !explained.contains(key(right))
      else { continue }
      let leftVotes = agreements[key(left)] ?? 0
      let rightVotes = agreements[key(right)] ?? 0
      // The figure that other tables bear out is right; the message stands at the other one.
      let isRightAlone = rightVotes == 0 && leftVotes > 0
      let (at, against) = isRightAlone ? (right, left) : (left, right)
      guard reported.insert(key(at)).inserted || comparison.verdict == .wrong else { continue }
      inspection.findings.append(
        finding(comparison, at, against, votes: isRightAlone ? leftVotes : leftVotes == 0 ? rightVotes : 0))
    }
  }

  /// One finding for each of two figures that stand in each other's row.
  private func findings(_ pair: ExchangedRows.Pair) -> [Finding] {
    let (first, second) = (pair.first, pair.second)
    let places = [
      (at: first, twin: second, right: pair.right.first), (at: second, twin: first, right: pair.right.second),
    ]
    return places.map { at, twin, right in
      Finding(
        rule: "cross-table", severity: .error, range: draft.range(at.cell.slice),
        message: Message(
          Self.exchangedPhrase, .amount(at.cell.amount, at.unit), .message(name(right)),
          .amount(right.cell.amount, right.unit), .message(name(twin))),
        related: [twin, right].map {
          Related(
            draft.range($0.cell.slice),
            Message(Self.other, .message(name($0)), .amount($0.cell.amount, $0.unit)))
        }, fixes: at.unit == right.unit ? [fix(at, right, Self.setHere)] : [])
    }
  }

  private func finding(_ comparison: Comparison, _ at: StatedFigure, _ against: StatedFigure, votes: Int)
    -> Finding
  {
    let unit = at.unit ?? .tenThousandYuan
    let gap =
      Amount(scaled: comparison.difference / unit.yuan, decimals: at.cell.amount.decimals) ?? at.cell.amount
    let isTail = comparison.verdict == .tail
    let severity: Severity =
      isTail ? .info : comparison.verdict == .unlikelyTail ? .warning : comparison.formula.severity
    let range = draft.range(at.cell.slice)
    let shown: (StatedFigure) -> Message.Argument = { figure in
      let value = Amount(scaled: figure.value, decimals: figure.cell.amount.decimals) ?? figure.cell.amount
      return .amount(value, figure.unit)
    }
    let message: Message
    if comparison.relation == .equal {
      let remark = votes > 0 ? Message(Self.outvoted, .count(votes)) : Message(Self.undecided)
      message = Message(
        Self.mismatch, .message(Message(comparison.formula.title)), shown(at), .message(name(against)),
        shown(against),
        .amount(Amount(digits: abs(gap.digits), decimals: gap.decimals), unit),
        .message(isTail ? Message(TablePhrases.nothing) : remark))
    } else {
      message = Message(
        Self.tooLarge, .message(Message(comparison.formula.title)), shown(at), .message(name(against)),
        shown(against))
    }
    let related = (comparison.left + comparison.right).map(\.figure).filter { key($0) != key(at) }.map {
      Related(draft.range($0.cell.slice), Message(Self.other, .message(name($0)), shown($0)))
    }
    return Finding(
      rule: "cross-table", severity: severity, range: range, message: message, related: related,
      fixes: isTail ? [] : fixes(comparison, at, against, votes: votes))
  }

  /// Makes the two places equal: here if other tables bear out the other place, else either of them.
  private func fixes(_ comparison: Comparison, _ at: StatedFigure, _ against: StatedFigure, votes: Int)
    -> [Fix]
  {
    guard comparison.relation == .equal, comparison.left.count == 1, comparison.right.count == 1,
      at.unit == against.unit, against.terms == 1
    else { return [] }
    if votes > 0 { return [fix(at, against, Self.setFigure)] }
    let here = fix(at, against, Self.setHere)
    return at.terms == 1 ? [here, fix(against, at, Self.setThere)] : [here]
  }

  /// Writes the figure of one place into another, as that is written.
  private func fix(_ place: StatedFigure, _ source: StatedFigure, _ title: Phrase) -> Fix {
    let text = place.cell.isGrouped ? source.cell.amount.grouped : source.cell.amount.plain
    let other = name(title == Self.setThere ? place : source)
    return Fix(
      title: Message(title, .text(text), .message(other)), edits: [Edit(draft.range(place.cell.slice), text)],
      safety: .review)
  }

  private func name(_ figure: StatedFigure) -> Message {
    let table = draft.tables[figure.table]
    let title = table.caption.map { draft.string($0) } ?? ""
    let side = table.sides.first { $0.columns.contains(figure.column) }
    let label = side?.rows.first { $0.row == figure.row && !$0.label.isEmpty }
    let row = Message.Argument.text(label.map { draft.string($0.label) } ?? String(figure.row + 1))
    return figure.terms > 1
      ? Message(Self.sumName, .text(title), row, .count(figure.terms)) : Message(Self.name, .text(title), row)
  }
}

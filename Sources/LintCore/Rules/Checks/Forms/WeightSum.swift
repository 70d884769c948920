/// The weights of forms that have no scores yet: they make the total below them, or what those of the other forms make.
///
/// Rule: `score-total`.
enum WeightSum {
  /// The weights of one form, or of one project of a list.
  struct Group: Sendable {
    var weights: [(cell: Cell, level: Slice)] = []
    var total: Cell?
    /// A row without a weight: the sum is not judged.
    var isUncertain = false

    var sum: Int128 { weights.reduce(0) { $0 + $1.cell.amount.scaled } }
  }

  private static let hundred = 100 * Scale.one
  /// What the weights make where those for execution are not listed.
  private static let ninety = 90 * Scale.one
  private static let leastRows = 4

  static func check(_ groups: [Group], _ inspection: inout Inspection) {
    let groups = groups.filter { !$0.isUncertain && $0.weights.count >= leastRows }
    let right = groups.filter { $0.sum == hundred || $0.sum == ninety }
    for group in groups {
      guard let expected = expected(group, right) else { continue }
      report(group, expected, right, &inspection)
    }
  }

  /// What the weights of a group should make; `nil` if they do or nobody can say.
  private static func expected(_ group: Group, _ right: [Group]) -> Int128? {
    if let total = group.total {
      let sum = group.sum
      return total.amount.scaled == sum || total.amount.scaled == hundred && sum == ninety
        ? nil : total.amount.scaled
    }
    guard group.sum != hundred, group.sum != ninety, right.count >= 2, let first = right.first,
      right.allSatisfy({ $0.sum == first.sum })
    else { return nil }
    return first.sum
  }

  private static func report(
    _ group: Group, _ expected: Int128, _ right: [Group], _ inspection: inout Inspection
  ) {
    let decimals = group.weights.map(\.cell.amount.decimals).max() ?? 0
    guard let sum = Amount(scaled: group.sum, decimals: decimals),
      let wanted = Amount(scaled: expected, decimals: decimals), let last = group.weights.last
    else { return }
    let related = group.weights.map { weight in
      inspection.related(weight.cell.slice, Message(FormPhrases.item, .amount(weight.cell.amount, nil)))
    }
    if let (odd, usual) = odd(group, expected - group.sum, right, inspection.units) {
      inspection.report(
        "score-total", .error, at: odd.cell.slice,
        Message(
          FormPhrases.weightsOff, .amount(sum, nil), .amount(wanted, nil),
          .text(inspection.draft.string(odd.level)), .amount(usual, nil), .amount(odd.cell.amount, nil)),
        related: related)
    } else {
      inspection.report(
        "score-total", .error, at: (group.total ?? last.cell).slice,
        Message(FormPhrases.weightsOffTotal, .amount(sum, nil), .amount(wanted, nil)), related: related)
    }
  }

  /// The only row whose weight differs from that of the same level in a form that is right, by just what is missing.
  private static func odd(
    _ group: Group, _ gap: Int128, _ right: [Group], _ units: Units
  ) -> (weight: (cell: Cell, level: Slice), usual: Amount)? {
    for other in right where other.weights.count == group.weights.count {
      let pairs = zip(group.weights, other.weights)
      guard pairs.allSatisfy({ units.key($0.level) == units.key($1.level) }) else { continue }
      let different = pairs.filter { $0.cell.amount.scaled != $1.cell.amount.scaled }
      if let (own, usual) = different.only,
        usual.cell.amount.scaled - own.cell.amount.scaled == gap
      {
        return (own, usual.cell.amount)
      }
    }
    return nil
  }

  // MARK: Reading

  static func groups(_ table: Table, _ units: Units) -> [Group] {
    let reader = TargetReader(units: units, table: table)
    var groups: [Group] = []
    var header: TargetHeader?
    var level = Slice(0, 0)
    for row in 0..<table.rowCount {
      if let found = reader.header(row) {
        header = found.weight == nil || found.hasScore ? nil : found
        if header != nil { groups.append(Group()) }
        continue
      }
      guard let head = header, let column = head.weight else { continue }
      let cells = reader.filled(row)
      guard let first = cells.first, let last = cells.last else { continue }
      if reader.isEnd(first) {
        if last.kind == .number { groups[groups.count - 1].total = last }
        header = nil
        continue
      }
      if TargetReader.isSubtotal(cells, units) { continue }
      if reader.startsProject(cells), !(groups.last?.weights.isEmpty ?? true) { groups.append(Group()) }
      for cell in cells where reader.isLevel(cell) { level = units.withoutTrailingBrackets(cell.slice) }
      let weight = table.width(ofRow: row) == head.width ? table.cell(row, column) : last
      if let weight, weight.kind == .number || weight.kind == .percent, cells.count >= 2 {
        groups[groups.count - 1].weights.append((weight, level))
      } else if cells.count >= 2 {
        groups[groups.count - 1].isUncertain = true
      }
    }
    return groups
  }
}

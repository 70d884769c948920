/// The names that the words before 分别 list themselves: 货物61万元、工程0万元、服务28万元，货物、服务分别占69%、31%.
enum RespectiveSubjects {
  /// The amounts that a row of figures belongs to: those that its own words name, and without names the last ones.
  ///
  /// - Parameters:
  ///   - last: As many amounts as the row has figures, the nearest before it.
  ///   - all: The amounts before the row.
  /// - Returns: `nil` if the names are of other amounts, and it is uncertain of which.
  static func agree(_ last: [Int], _ all: [Int], _ row: Int, _ context: NarrativeContext) -> [Int]? {
    let pieces = pieces(before: row, context)
    // 社会保障和就业、住房保障: 和 joins only what it must to make as many names.
    guard let names = [pieces, joined(pieces, context.units)].first(where: { $0.count == last.count })
    else { return last }
    let own = names.compactMap { name in
      all.filter {
        context[$0].role == .amount && context[$0].sentence == context[row].sentence
          && Wording.contains(context[$0].label, name, context.units)
      }.only
    }
    if own.count == last.count, Set(own).count == own.count { return own }
    let list = context[last[0]].list
    guard context.claims.lists.indices.contains(list) else { return last }
    return context.claims.lists[list].parts.count == last.count ? last : nil
  }

  /// The names in the clause that 分别 ends, parted by 、.
  private static func pieces(before row: Int, _ context: NarrativeContext) -> [Slice] {
    let units = context.units
    let label = context[row].label
    guard let end = units.find(GrammarWords.respectively, in: label) else { return [] }
    let first = context.claims.passages[context[row].passage].claims.lowerBound
    let figure = row > first ? context[row - 1].figure.upper : label.lower
    let clause = Slice(units.clauseStart(before: end, from: Swift.min(figure, end)), end)
    return parts(of: clause, units) { $0 == 0x3001 }
  }

  /// The same names where 和, 与 or 及 parts the last two.
  private static func joined(_ pieces: [Slice], _ units: Units) -> [Slice] {
    guard let last = pieces.last else { return [] }
    return pieces.dropLast() + parts(of: last, units) { $0 == 0x548C || $0 == 0x4E0E || $0 == 0x53CA }
  }

  /// What stands between signs, without what counts or classes it: 货物类、服务类支出.
  private static func parts(of text: Slice, _ units: Units, _ isSign: (UInt16) -> Bool) -> [Slice] {
    units.pieces(of: text, partedBy: isSign).map { name in
      var core = Wording.core(name, units)
      for tail in tails where core.count > tail.count + 1 && units.ends(core, with: tail) {
        core.upper -= tail.count
      }
      return core
    }.filter { $0.count >= 2 }
  }

  private static let tails: [Word] = ["占比", "各", "两类", "三类", "两项", "三项", "支出", "类"]
}

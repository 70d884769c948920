/// The names that figures side by side belong to by their order: 基本支出和项目支出分别为90万元、30万元.
enum RespectiveNames {
  /// The amounts of money side by side among which a figure stands.
  static func row(around index: Int, _ context: NarrativeContext) -> Range<Int> {
    func areNeighbors(_ first: Int, _ second: Int) -> Bool {
      context[first].passage == context[second].passage && context[first].unit.money != nil
        && context[second].unit.money != nil
        && context[second].figure.lower - context[first].figure.upper <= 1
    }
    var first = index
    while first > 0, areNeighbors(first - 1, first) { first -= 1 }
    var last = index
    while last + 1 < context.claims.claims.count, areNeighbors(last, last + 1) { last += 1 }
    return first..<last + 1
  }

  /// As many names as there are figures in a row, in their order.
  static func names(of row: Range<Int>, _ context: NarrativeContext) -> [Slice]? {
    let units = context.units
    guard row.count >= 2, row.count <= mostNames,
      let at = respectively.lazy.compactMap({ units.find($0, in: context[row.lowerBound].label) }).first
    else { return nil }
    var names: [Slice] = []
    var end = withoutCount(Slice(context[row.lowerBound].label.lower, at), units)
    var start = end
    let from = context.claims.passages[context[row.lowerBound].passage].slice.lower
    while names.count < row.count, start > from {
      let before = units[start - 1]
      // 社会保障和就业、卫生健康: only before the last name 和 parts two.
      let isSign = before == 0x3001 || names.isEmpty && (before == 0x548C || before == 0x4E0E)
      if isSign || Unit.endsClause(before) || before == 0x3A || before == 0x4E2D {
        guard end - start >= 2 else { return nil }
        names.append(Slice(start, end))
        if !isSign { break }
        end = start - 1
      }
      start -= 1
    }
    if names.count == row.count - 1, start == from, end - start >= 2 { names.append(Slice(start, end)) }
    return names.count == row.count ? names.reversed() : nil
  }

  /// 住房保障、卫生健康四类支出依次为: the names end before their number.
  private static func withoutCount(_ lead: Slice, _ units: Units) -> Int {
    guard let noun = units.lengthOfWord(ending: lead, anyOf: counted) else { return lead.upper }
    let at = lead.upper - noun - 1
    guard at > lead.lower, Unit.numeral(units[at]) != nil || units[at] == 0x4E24 || Unit.isDigit(units[at])
    else { return lead.upper }
    return at
  }

  /// Tells whether a unit joins two names: 、, 和 or 与.
  static func joins(_ unit: UInt16) -> Bool { unit == 0x3001 || unit == 0x548C || unit == 0x4E0E }

  private static let counted = WordList(["类支出", "项支出", "类", "项", "类科目", "个科目", "个项目", "者"])
  private static let mostNames = 6
  static let respectively = WordList(["分别为", "依次为", "分别是"])
}

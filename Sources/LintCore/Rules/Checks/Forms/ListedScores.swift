/// The mean, the best and the worst of the scores that a list of projects right below or above has: 12个项目…平均得分95.52分，最高分
/// 98.00分，最低分91.11分。各项目得分情况见下表.
///
/// Rule: `score`. Every row of the list has a score, and the paragraph counts as many projects as the list has, or no
/// other number of them. A mean may also be weighed with a column of money.
enum ListedScores {
  /// Words right before such a figure, with what it has to be.
  static let words = WordList(["平均得分", "平均分", "最高得分", "最高分", "最低得分", "最低分"])
  private static let means = WordList(["平均得分", "平均分"])
  private static let highest = WordList(["最高得分", "最高分"])
  private static let lowest = WordList(["最低得分", "最低分"])
  private static let links = WordList(["为", "是", ":"])
  private static let totals = WordList(["自评得分", "自评总分", "总得分", "综合得分", "总分", "评价得分", "自评总得分", "自评分", "得分"])
  private static let sums = WordList(["合计", "总计", "平均", "平均得分", "平均分", "小计"])
  /// Figures of a part of the projects, of other years and of parts of a score.
  private static let others = WordList(["上年", "去年", "其中", "指标", "满意度", "比", "较", "部分", "重点", "加权"])
  private static let fewest = 3
  private static let mostRows = 300
  private static let nearest = 3

  static func check(_ paragraph: Int, _ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    let text = draft.paragraphs[paragraph].slice
    guard let block = draft.blocks.firstIndex(of: .paragraph(paragraph)),
      let list = list(near: block, draft, units), counts(list.scores.count, text, units)
    else { return }
    let values = list.scores.map(\.amount.scaled)
    for (words, wanted) in [(means, nil), (highest, values.max()), (lowest, values.min())] {
      guard let figure = figure(behind: words, in: text, units) else { continue }
      if let wanted {
        guard figure.amount.scaled != wanted, figure.amount.decimals > 0 || wanted % Scale.one == 0,
          let shown = Amount(scaled: wanted, decimals: Swift.max(figure.amount.decimals, 2))
        else { continue }
        report(
          figure.slice, Message(listed, .text(draft.string(figure.slice)), .amount(shown, nil)), list,
          &inspection)
      } else {
        mean(figure, list, &inspection)
      }
    }
  }

  private typealias Figure = (slice: Slice, amount: Amount)

  /// The only figure behind one of the words, if nothing before it says that it is of something else.
  private static func figure(behind words: WordList, in text: Slice, _ units: Units) -> Figure? {
    var found: [Figure] = []
    for i in text.indices {
      guard let length = units.lengthOfWord(starting: Slice(i, text.upper), anyOf: words) else { continue }
      let behind = Slice(i + length, text.upper)
      let start = behind.lower + (units.lengthOfWord(starting: behind, anyOf: links) ?? 0)
      guard let figure = ScoreMention.points(at: start, before: text.upper, units) else { return nil }
      let clause = Slice(units.clauseStart(before: i, from: text.lower), i)
      guard !units.contains(anyOf: others, in: clause) else { return nil }
      found.append((Slice(start, figure.end), figure.amount))
    }
    return found.only
  }

  private static func mean(_ figure: Figure, _ list: List, _ inspection: inout Inspection) {
    let sum = list.scores.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let exact = sum / Int128(list.scores.count)
    guard figure.amount.decimals > 0, isApart(exact, figure.amount),
      !list.weights.contains(where: { weights in
        let whole = weights.reduce(Int128(0)) { $0 + Int128($1.amount.digits) }
        let weighed = zip(weights, list.scores).reduce(Int128(0)) {
          $0 + Int128($1.0.amount.digits) * $1.1.amount.scaled
        }
        return whole <= 0 || !isApart(weighed / whole, figure.amount)
      }), let shown = Amount(scaled: exact, decimals: figure.amount.decimals)
    else { return }
    report(
      figure.slice,
      Message(
        ScoresAround.meanOf, .count(list.scores.count), .amount(shown, nil), .amount(figure.amount, nil)),
      list, &inspection)
  }

  private static func isApart(_ exact: Int128, _ stated: Amount) -> Bool {
    (exact - stated.scaled).magnitude > stated.lastPlace.magnitude
  }

  private static func report(_ place: Slice, _ message: Message, _ list: List, _ inspection: inout Inspection)
  {
    guard !inspection.hasReported("score", at: place) else { return }
    inspection.report(
      "score", .warning, at: place, message,
      related: list.scores.prefix(20).map {
        inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil)))
      })
  }

  // MARK: The list

  private struct List {
    var scores: [Cell]
    /// Columns of money, without a gap.
    var weights: [[Cell]]
  }

  /// The list that stands right behind a paragraph, or before it; only lines of a title may stand between.
  private static func list(near block: Int, _ draft: Draft, _ units: Units) -> List? {
    for next in draft.blocks[(block + 1)...].prefix(nearest) {
      guard case .table(let table) = next else { continue }
      return read(draft.tables[table], units)
    }
    guard block > 0, case .table(let table) = draft.blocks[block - 1] else { return nil }
    return read(draft.tables[table], units)
  }

  private static func read(_ table: Table, _ units: Units) -> List? {
    guard table.layout == .grid, let score = table.columns(headed: totals, units).only else { return nil }
    var (scores, rows): ([Cell], [Int]) = ([], [])
    for row in Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      let cells = table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])]
      guard cells.contains(where: { $0.kind != .blank }), rows.count < mostRows else { continue }
      if cells.contains(where: { $0.kind == .text && units.equals(anyOf: sums, $0.slice) }) { continue }
      guard let cell = table.cell(row, score), cell.kind == .number, cell.amount.isCalculable,
        cell.amount.scaled > 0, cell.amount.scaled <= 100 * Scale.one
      else { return nil }
      scores.append(cell)
      rows.append(row)
    }
    guard scores.count >= fewest else { return nil }
    let weights = table.columns.indices.compactMap { column -> [Cell]? in
      let cells = rows.compactMap { row in
        table.cell(row, column).flatMap { $0.kind == .number && $0.amount.isCalculable ? $0 : nil }
      }
      let isMoney = cells.contains { $0.amount.decimals > 0 }
      return cells.count == rows.count && column != score && isMoney ? cells : nil
    }
    return List(scores: scores, weights: weights)
  }

  /// Tells whether a paragraph that speaks of 12个项目 means all of a list.
  private static func counts(_ number: Int, _ text: Slice, _ units: Units) -> Bool {
    var search = text
    var isNamed = false
    while let at = units.first(0x4E2A, in: search) {
      search.lower = at + 1
      var start = at
      while start > text.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
      guard start < at, units.contains(project, in: Slice(at + 1, Swift.min(text.upper, at + 9))) else {
        continue
      }
      guard NumberScanner.scan(units, start, at)?.amount.digits == Int64(number) else { return false }
      isNamed = true
    }
    return isNamed || units.contains(anyOf: everywhere, in: text)
  }

  private static let project: Word = "项目"
  private static let everywhere = WordList(["各项目得分", "各项目资金及得分", "各项目自评得分"])
  private static let listed = Phrase("文中写 {0}，下列得分表中为 {1}", "The text says {0}, the list of scores has {1}")
}

/// Holds the posts and people of all units (核定编制383名，在职353人) against the total row of the table that lists them.
///
/// Rule: `narrative-table`. The text may speak of one unit or another day, so only two exchanged digits are certain, or
/// one wrong digit beside another number of the table; or any other number where both speak of the end of the year.
enum StaffTable {
  /// The total of a column that counts a kind of people.
  private struct Total {
    var kind: StaffKind
    var cell: Cell
    /// All figures of the column.
    var all: [Amount]
    /// The head says so: 年末在职人数.
    var isOfYearEnd: Bool
  }

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    lazy var totals = totals(context)
    let claims = context.claims.claims
    for index in claims.indices where claims[index].unit == .people && claims[index].amount.digits >= 10 {
      let claim = claims[index]
      guard claim.role == .amount, !claim.isRough else { continue }
      let label = Wording.core(claim.label, context.units)
      guard let kind = StaffKind.named(in: label, context.units),
        claim.amount.decimals == 0, !context.units.contains(anyOf: parts, in: label)
      else { continue }
      let own = totals.filter { $0.kind == kind }
      guard let total = own.only, !total.all.contains(claim.amount),
        PlainSlip.isSwap(claim.amount.scaled, total.cell.amount.scaled)
          || claim.amount.digits >= 100 && Slip.isSlip(claim.amount.scaled, total.cell.amount.scaled)
            // 352人 for 353人 may be those of another day.
            && (claim.amount.scaled - total.cell.amount.scaled).magnitude >= 10 * Scale.one.magnitude
            && isBesideTotal(index, kind, totals, context)
          || total.isOfYearEnd && isOfYearEnd(claim, context) && isBesideTotal(index, kind, totals, context)
      else { continue }
      inspection.report(
        "narrative-table", .warning, at: claim.figure,
        Message(
          phrase, .text(context.name(claim)), .text(context.draft.string(claim.figure)),
          .text(context.draft.string(total.cell.slice))),
        related: [Related(context.draft.range(total.cell.slice), Message(place))],
        fixes: context.fix(claim.digits, total.cell.amount))
    }
  }

  /// 截至2024年12月31日，…；年末实有在职人员31人.
  private static func isOfYearEnd(_ claim: Claim, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[claim.passage].slice
    let start = context.units.sentenceStart(before: claim.digits.lower, from: passage.lower)
    let words = Slice(start, claim.digits.lower)
    return context.units.contains(anyOf: yearEnds, in: words)
      && !context.units.contains(anyOf: others, in: words)
  }

  private static let yearEnds = WordList(["12月31日", "年末"])
  private static let yearEnd: Word = "年末"
  /// People beside those of the table.
  private static let others = WordList(["编外", "聘用", "劳务", "临时", "上年末", "本级", "机关"])

  /// Tells whether the same sentence states the total of another column right: it speaks of all units, on the same day.
  private static func isBesideTotal(
    _ index: Int, _ kind: StaffKind, _ totals: [Total],
    _ context: NarrativeContext
  ) -> Bool {
    context.claims.passages[context[index].passage].claims.prefix(mostClaims).contains { other in
      let claim = context[other]
      guard other != index, claim.sentence == context[index].sentence, claim.unit == .people,
        claim.role == .amount, claim.amount.digits >= 10
      else { return false }
      let label = Wording.core(claim.label, context.units)
      return totals.contains {
        $0.kind != kind && context.units.contains($0.kind.word, in: label)
          && $0.cell.amount.scaled == claim.amount.scaled
      }
    }
  }

  private static let mostClaims = 60

  /// What names some of the posts: 行政编制32名.
  private static let parts = WordList(["行政编", "事业编", "参公编", "工勤", "机关编"])

  /// How many columns of people are looked at: of several of one kind nobody can say which is meant.
  private static let mostColumns = 12

  /// The total cell of each column that counts a kind of people, with all figures of the column.
  private static func totals(_ context: NarrativeContext) -> [Total] {
    var found: [Total] = []
    for table in context.draft.tables where table.layout == .grid && found.count < mostColumns {
      for column in table.columns.indices {
        guard let kind = StaffKind.ofColumn(column, table, context.units) else { continue }
        let cells = (Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount).compactMap { row in
          table.cell(row, column).flatMap { $0.kind == .number ? $0 : nil }
        }
        let rest = cells.reduce(Int128(0)) { $0 + $1.amount.scaled }
        // The total is the figure that all others make.
        guard cells.count >= 3, let total = cells.first(where: { $0.amount.scaled * 2 == rest }) else {
          continue
        }
        found.append(
          Total(
            kind: kind, cell: total, all: cells.map(\.amount),
            isOfYearEnd: table.head(ofColumn: column).map { context.units.contains(yearEnd, in: $0) } ?? false
          ))
      }
    }
    return found
  }

  private static let phrase = Phrase(
    "{0}：文中写 {1}，单位情况表合计为 {2}", "{0}: the text says {1}, the table of the units has {2} in all")
  private static let place = Phrase("单位情况表合计", "The total in the table of the units")
}

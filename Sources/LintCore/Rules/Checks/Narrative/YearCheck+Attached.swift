/// Years in the titles of reports and forms that are attached.
///
/// An evaluation may be of another year than the draft; it is not where the text speaks of the evaluation of the draft's
/// year alone, and the report or form names the other year nowhere else.
extension YearCheck {
  static func attached(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let draft = context.draft
    let kinds = context.claims.kinds
    var seen: Set<Int> = []
    for heading in draft.headings where kinds.isAttachment(heading.section) {
      guard context.units.ends(heading.slice, with: report), let found = otherYear(heading.slice, context),
        seen.insert(heading.slice.lower).inserted,
        isOfTheYear(found.year, below: heading.slice.upper, context)
      else { continue }
      tell(found, context, &inspection)
    }
    let tables = draft.tables.filter { kinds.isAttachment($0.section) }
    captions(tables, context, &inspection)
    var evaluated: [Int: Bool] = [:]
    for table in tables where isEvaluation(table, context) {
      for line in lines(above: table, context.draft) {
        let slice = context.units.trimmed(draft.text.slice(ofLine: line))
        guard let found = otherYear(slice, context), seen.insert(slice.lower).inserted else { continue }
        inspection.alsoRead = .tables
        let isEvaluated = evaluated[found.year] ?? isEvaluated(found.year, context)
        evaluated[found.year] = isEvaluated
        guard isEvaluated, !names(found.year, table, context) else { continue }
        tell(found, context, &inspection)
      }
    }
  }

  /// The only budget or account table in an attachment whose title names another year than those beside it.
  private static func captions(
    _ tables: [Table], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let captions = tables.filter { !isEvaluation($0, context) || setsTargets($0, context) }.compactMap(
      \.caption)
    let others = captions.compactMap { otherYear($0, context) }
    guard let found = others.only,
      captions.count(where: { DocumentYear.years($0, context.units).isJust(context.claims.year) })
        >= leastTitles
    else { return }
    inspection.report(
      "year", .error, at: found.place,
      Message(inTable, .count(found.year), .count(context.claims.year)), fixes: context.yearFix(found.place))
  }

  /// How many titles beside it have to name the year of the draft.
  private static let leastTitles = 3

  private static func isEvaluation(_ table: Table, _ context: NarrativeContext) -> Bool {
    table.layout == .form
      || table.caption.map { context.units.contains(anyOf: performance, in: $0) } ?? false
  }

  /// Tells whether a form of a budget sets targets, which are those of its year.
  private static func setsTargets(_ table: Table, _ context: NarrativeContext) -> Bool {
    guard !context.claims.isFinal, let caption = table.caption else { return false }
    return context.units.contains(targets, in: caption)
      && !context.units.contains(anyOf: results, in: caption)
  }

  private static let targets: Word = "绩效目标"
  private static let results = WordList(["自评", "评价", "完成"])
  private static let performance = WordList(["自评", "绩效", "评价"])
  private static let inTable = Phrase(
    "标题中的年份 {0} 与其他各表和本文档的 {1} 不符", "The title says {0}, those of the other tables and the draft {1}")
  private static let report: Word = "报告"
  private static let evaluations = WordList(["自评", "绩效"])
  private static let longestTitle = 40
  /// How many lines above a table its title and its year stand.
  private static let head = 5
  /// How many years a slip may be off.
  private static let reach = 3

  /// The lines of the title of a table and of what stands between it and the rows.
  private static func lines(above table: Table, _ draft: Draft) -> Range<Int> {
    guard let first = table.captionLine, first < table.lines.lowerBound,
      table.lines.lowerBound - first <= head
    else { return 0..<0 }
    return first..<table.lines.lowerBound
  }

  /// The only year of a title, if it is another one than that of the draft.
  private static func otherYear(_ title: Slice, _ context: NarrativeContext) -> (year: Int, place: Slice)? {
    guard title.count >= 5, title.count <= longestTitle,
      title.indices.contains(where: { Unit.isDigit(context.units[$0]) })
    else { return nil }
    guard let year = DocumentYear.years(title, context.units).only, year != context.claims.year,
      abs(year - context.claims.year) <= reach, let place = place(of: year, title, context.units)
    else { return nil }
    return (year, place)
  }

  /// Tells whether a report speaks of the year of the draft and hardly of another one.
  private static func isOfTheYear(_ other: Int, below start: Int, _ context: NarrativeContext) -> Bool {
    var (own, others) = (0, 0)
    for paragraph in context.draft.paragraphs where paragraph.slice.lower >= start {
      for year in DocumentYear.years(paragraph.slice, context.units) {
        if year == context.claims.year { own += 1 } else if year == other { others += 1 }
      }
    }
    return own >= 2 && others == 0 && !speaks(of: other, context)
  }

  /// Tells whether the text speaks of the evaluation of the year of the draft, and of no other.
  private static func isEvaluated(_ other: Int, _ context: NarrativeContext) -> Bool {
    speaks(of: context.claims.year, context) && !speaks(of: other, context)
  }

  private static func speaks(of year: Int, _ context: NarrativeContext) -> Bool {
    context.draft.paragraphs.contains {
      context.units.contains(anyOf: evaluations, in: $0.slice)
        && DocumentYear.years($0.slice, context.units).contains(year)
    }
  }

  /// Tells whether a cell names a year, and not as that of a column beside others: 2022年决算数.
  private static func names(_ year: Int, _ table: Table, _ context: NarrativeContext) -> Bool {
    let units = context.units
    return table.cells.contains { cell in
      guard cell.kind == .text || cell.kind == .number, cell.slice.count >= 4,
        !units.ends(cell.slice, withAnyOf: heads)
      else { return false }
      return Unit.isDigit(units[cell.slice.lower]) && place(of: year, cell.slice, units) != nil
        || cell.slice.count >= 6 && DocumentYear.years(cell.slice, units).contains(year)
    }
  }

  private static let heads = WordList(["决算数", "预算数", "决算", "预算", "执行数"])

  private static func tell(
    _ found: (year: Int, place: Slice), _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    guard !inspection.hasReported("year", at: found.place) else { return }
    inspection.report(
      "year", .error, at: found.place,
      Message(inAttachedTitle, .count(found.year), .count(context.claims.year)),
      fixes: context.yearFix(found.place))
  }

  private static let inAttachedTitle = Phrase(
    "附件标题写 {0} 年，正文说的是 {1} 年的绩效评价", "The attached title says {0}, the text speaks of the evaluation of {1}")
}

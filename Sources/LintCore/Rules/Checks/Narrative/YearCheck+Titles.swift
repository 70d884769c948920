/// Years in headings, titles of tables and the contents.
extension YearCheck {
  static func titles(_ context: NarrativeContext, _ inspection: inout Inspection) {
    let kinds = context.claims.kinds
    var seen: Set<Int> = []
    let isEvaluation = evaluations(context)
    let others = othersInTitle(context)
    for (index, heading) in context.draft.headings.enumerated() where !kinds.isAttachment(heading.section) {
      seen.insert(heading.slice.lower)
      guard !hasTwin(index, context), !isOfTitleAbove(heading.slice, heading.section, context) else {
        continue
      }
      title(heading.slice, isCover: index < coverHeadings, isEvaluation, others, context, &inspection)
    }
    for table in context.draft.tables where !kinds.isAttachment(table.section) {
      guard let caption = table.caption, !seen.contains(caption.lower),
        !isOfTitleAbove(caption, table.section, context)
      else { continue }
      title(caption, isCover: false, isEvaluation, others, context, &inspection)
    }
    for entry in context.draft.contents?.entries ?? [] {
      title(entry.slice, isCover: false, isEvaluation, others, context, &inspection)
    }
  }

  /// How many headings may be those of the cover.
  private static let coverHeadings = 3

  /// 关于2023年预算执行情况和2024年预算草案的报告: the years that the title of the draft names beside its own.
  private static func othersInTitle(_ context: NarrativeContext) -> Set<Int> {
    let covers = context.draft.headings.prefix(coverHeadings).map {
      DocumentYear.years($0.slice, context.units)
    }
    return Set(covers.filter { $0.contains(context.claims.year) }.joined())
  }

  /// Tells whether a heading near by has the same words for the year of the draft: 一、2019年转移支付情况, 二、2020年转移支付情况.
  private static func hasTwin(_ index: Int, _ context: NarrativeContext) -> Bool {
    let headings = context.draft.headings
    guard headings[index].title.count > 8 else { return false }
    func read(_ index: Int) -> (year: Int, words: UInt64)? {
      let title = headings[index].title
      guard let year = DocumentYear.years(title, context.units).first, title.count > 8,
        context.units[title.lower + 4] == 0x5E74
      else { return nil }
      return (year, context.units.key(Slice(title.lower + 5, title.upper)))
    }
    guard let own = read(index), own.year != context.claims.year else { return false }
    return [index - 2, index - 1, index + 1, index + 2].contains { other in
      guard headings.indices.contains(other), headings[other].rank == headings[index].rank else {
        return false
      }
      return read(other).map { $0.year == context.claims.year && $0.words == own.words } ?? false
    }
  }

  /// Tells whether a year alone on a line, (2023年度), is that of a chapter above, or of the evaluations there.
  ///
  /// The chapter has been judged itself, and evaluations in a budget look back.
  private static func isOfTitleAbove(_ slice: Slice, _ section: Int, _ context: NarrativeContext) -> Bool {
    guard slice.count <= longestYear, let year = DocumentYear.years(slice, context.units).only,
      year != context.claims.year
    else { return false }
    let sections = context.draft.sections
    var at: Int? = section
    var steps = 0
    while let index = at, sections.indices.contains(index), steps < mostLevels {
      if let heading = sections[index].heading, context.draft.headings.indices.contains(heading) {
        let title = context.draft.headings[heading].slice
        if title.lower != slice.lower {
          if DocumentYear.years(title, context.units).contains(year) { return true }
          if !context.claims.isFinal, year == context.claims.year - 1,
            context.units.contains(evaluation, in: title)
          {
            return true
          }
        }
      }
      at = sections[index].parent
      steps += 1
    }
    return false
  }

  /// How long a year alone on a line is at most.
  private static let longestYear = 10
  private static let mostLevels = 8

  /// Tells whether the draft is a set of self-evaluations, whose titles all carry the year.
  private static func evaluations(_ context: NarrativeContext) -> Bool {
    var own = 0
    var other = 0
    for heading in context.draft.headings {
      if context.units.contains(evaluation, in: heading.slice) {
        own += 1
      } else if heading.ordinal != nil {
        other += 1
      }
    }
    return own >= 2 && own > other
  }

  static let evaluation: Word = "自评"

  private static func title(
    _ whole: Slice, isCover: Bool, _ isEvaluation: Bool, _ others: Set<Int>, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    guard DocumentYear.years(whole, units).contains(where: { $0 != context.claims.year }) else { return }
    var slice = whole
    // （不含上年结转） says what a table leaves out.
    if slice.count > 12, units[slice.upper - 1] == 0x29,
      let open = slice.indices.last(where: { units[$0] == 0x28 })
    {
      slice.upper = open
    }
    let isYearAlone = slice.count <= longestYear
    guard let year = DocumentYear.years(slice, units).only, year != context.claims.year,
      !others.contains(year),
      abs(year - context.claims.year) <= 20, !slice.indices.contains(where: { units[$0] == 0x300A })
    else { return }
    let isCertain =
      (isCover || isYearAlone || isEvaluation || units.contains(anyOf: subjects, in: slice))
      && (isEvaluation || !units.contains(anyOf: exceptions, in: slice))
    // 2020年重点工作完成情况 in accounts of 2023: nobody looks back three years.
    let isFar =
      context.claims.isFinal && abs(year - context.claims.year) > 1 && units.contains(work, in: slice)
    guard isCertain || isFar else { return }
    if !context.claims.isFinal, units.contains(accounts, in: slice) { return }
    // (一)公务接待费较2014年预算基本持平: a sentence on a line of its own, and the year that it compares with.
    guard let at = place(of: year, slice, units),
      at.lower == slice.lower || !units.ends(Slice(slice.lower, at.lower), withAnyOf: comparing)
    else { return }
    inspection.report(
      "year", isCertain ? .error : .warning, at: at,
      Message(inTitle, .count(year), .count(context.claims.year)),
      fixes: context.yearFix(at))
  }

  private static let comparing = WordList(["较", "比", "与", "同", "和"])
  private static let accounts: Word = "决算"
  private static let work: Word = "工作完成情况"
  private static let subjects = WordList(["预算", "决算", "收支", "支出", "收入", "经费", "名词解释", "收、支"])
  private static let exceptions = WordList([
    "绩效", "自评", "执行情况", "结转", "工作", "上年", "比较", "对比", "相比", "截至", "增减", "规划", "债", "至", "目标", "审计", "整改",
  ])

  /// Where the digits of a year stand in a slice.
  static func place(of year: Int, _ slice: Slice, _ units: Units) -> Slice? {
    var i = slice.lower
    while i + 4 <= slice.upper {
      if Unit.isDigit(units[i]), let result = NumberScanner.scan(units, i, slice.upper) {
        if result.end - i == 4, result.amount.digits == Int64(year) { return Slice(i, result.end) }
        i = result.end
      } else {
        i += 1
      }
    }
    return nil
  }
  private static let inTitle = Phrase("标题中的年份 {0} 与本文档年度 {1} 不符", "The title says {0} in a document of {1}")
}

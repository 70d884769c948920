/// Comparisons with other years, and years that stand side by side.
extension YearCheck {
  /// How often each year is compared with (与2020年相比).
  static func comparedYears(_ context: NarrativeContext) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for passage in context.claims.passages where !passage.isAside && !passage.isAttachment {
      for token in context.claims.tokens[passage.tokens]
      where token.mark == .year && isCompared(token, passage, context) {
        counts[Int(token.amount.digits), default: 0] += 1
      }
    }
    return counts
  }

  /// Tells whether a year is what something is compared with: 比2020年, 与2020年相比.
  static func isCompared(_ token: FigureToken, _ passage: Passage, _ context: NarrativeContext)
    -> Bool
  {
    let lower = Int(token.lower)
    guard lower > passage.slice.lower else { return false }
    switch context.units[lower - 1] {
    // 经比较2020年度…: the year begins another clause.
    case 0x8F83: return lower - 2 < passage.slice.lower || context.units[lower - 2] != 0x6BD4
    case 0x6BD4: return true
    case 0x4E0E, 0x548C, 0x540C: return isWeighed(token, passage, context)
    // 较“十三五”末的2020年预算
    case 0x7684: return isBehindPlan(lower - 1, passage, context.units)
    default: return false
    }
  }

  /// Tells whether 较“十三五”末 or the like stands before a position.
  private static func isBehindPlan(_ end: Int, _ passage: Passage, _ units: Units) -> Bool {
    let near = Slice(Swift.max(passage.slice.lower, end - longestPlan), end)
    return units.ends(near, withAnyOf: planEnds)
      && near.indices.contains { units[$0] == 0x8F83 || units[$0] == 0x6BD4 || units[$0] == 0x4E0E }
  }

  private static let longestPlan = 10
  private static let planEnds = WordList(["五”末", "五”初", "五”期末", "五”时期末"])

  /// Tells whether 与, 和 or 同 before a year begins a comparison: 与2020年相比, and not 2021年和2022年, 与2022年任务相适应.
  private static func isWeighed(_ token: FigureToken, _ passage: Passage, _ context: NarrativeContext) -> Bool
  {
    let units = context.units
    let (mark, behind) = (Int(token.lower) - 1, Int(token.upper))
    let start = units.clauseStart(before: mark, from: Swift.max(passage.slice.lower, mark - reach))
    let end = units.clauseEnd(from: behind, before: Swift.min(passage.slice.upper, behind + reach))
    return DocumentYear.years(Slice(start, Int(token.lower)), units).isEmpty
      && units.contains(anyOf: weighings, in: Slice(Int(token.upper), end))
  }

  /// How far a clause is looked at on either side of a year, in units.
  private static let reach = 60

  private static let weighings = WordList([
    "比", "持平", "相同", "一致", "相等", "增", "减", "降", "升", "无变化", "不变", "多", "少",
  ])

  /// Tells whether the text itself says what it compares with, so that it need not be the year before the document's.
  ///
  /// 截至2024年末…，与2023年末相比 looks back from the state; 2020年…、2021年…、2022年…，2022年比2020年 states the base.
  static func isNamed(
    _ base: FigureToken, _ claimed: FigureToken?, _ stated: Int?, _ passage: Passage,
    _ context: NarrativeContext
  ) -> Bool {
    let year = Int(base.amount.digits)
    if stated == year + 1 { return true }
    // 2021年比2020年: a year right before the comparison is what looks back.
    // 2022年66万元，比2021年增加1万元: so is the year that the clauses before are about.
    if let claimed, Int(claimed.amount.digits) == year + 1 { return true }
    // 2023年为6万元，比2023年增加 says the same year twice, which is a slip.
    if let claimed, Int(claimed.amount.digits) == year { return false }
    // No sentence that people write has as many figures.
    guard passage.claims.count <= 400 else { return false }
    let start = sentenceStart(Int(base.lower), passage, context.units)
    return context.claims.claims[passage.claims].contains {
      $0.year == year && $0.figure.lower >= start && $0.figure.upper <= Int(base.lower)
    }
  }

  /// 2023年预算数为6万元，比2023年预算数增加1万元: what is compared with the year before is not of that year.
  static func sameYear(
    _ claimed: FigureToken, _ compared: FigureToken, _ passage: Passage, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    guard claimed.amount.digits == compared.amount.digits,
      Int(claimed.amount.digits) == context.claims.year - 1
    else { return }
    let at = Slice(Int(claimed.lower), Int(claimed.lower) + 4)
    // 2025年安排5.40万元，2024年预算5.70万元，执行数…，比2024年预算减少: this year's figure stands before both.
    let sentence = Slice(sentenceStart(at.lower, passage, context.units), at.lower)
    guard !DocumentYear.years(sentence, context.units).contains(where: { $0 == context.claims.year }) else {
      return
    }
    let amounts = context.claims.claims[passage.claims].filter {
      $0.role == .amount && $0.unit.money != nil && $0.figure.lower > at.upper
        && $0.figure.upper < Int(compared.lower)
    }
    guard amounts.count == 1,
      !inspection.hasReported("year", at: at)
    else { return }
    inspection.report(
      "year", .error, at: at,
      Message(inClaim, .count(context.claims.year - 1), .count(context.claims.year)),
      fixes: context.yearFix(at))
  }

  /// 与2020年相比: the year before, unless the document always compares with another.
  static func compared(
    _ token: FigureToken, _ year: Int, _ passage: Passage, _ others: [Int: Int],
    _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let current = context.claims.year
    let usual = others[current - 1] ?? 0
    if year < current - 1, isFurtherBack(token, passage, context) { return }
    if context.claims.isFinal, year < current - 1,
      context.units.contains(
        initial, in: Slice(Int(token.upper), clauseEnd(Int(token.upper), passage, context)))
    {
      // 与2021年度年初预算相比 in accounts of 2024: it is the budget of the year that is accounted for.
      let at = Slice(Int(token.lower), Int(token.lower) + 4)
      return inspection.report(
        "year", .warning, at: at, Message(inClaim, .count(year), .count(current)),
        fixes: context.yearFix(at))
    }
    guard year != current - 1, year >= current || usual > (others[year] ?? 0) else { return }
    // 与2023年度预算相比 in accounts of 2023: what was spent against what was planned.
    let behind = Slice(Int(token.upper), clauseEnd(Int(token.upper), passage, context))
    let isPlanned = context.units.contains(anyOf: context.claims.isFinal ? planned : outturn, in: behind)
    if year == current, isPlanned || isReversed(token, current, passage, context) { return }
    let at = Slice(Int(token.lower), Int(token.lower) + 4)
    inspection.report(
      "year", year >= current ? .error : .warning, at: at,
      Message(comparedYear, .count(year), .count(current), .count(current - 1)),
      fixes: context.yearFix(at, current - 1))
  }

  /// 2023年度为121万元，比2024年度多1万元: the year before is held against this one.
  private static func isReversed(
    _ token: FigureToken, _ current: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    let start = context.units.sentenceStart(before: Int(token.lower), from: passage.slice.lower)
    return DocumentYear.years(Slice(start, Int(token.lower)), context.units).contains(current - 1)
  }

  /// 比2022年度减少0.35万元，比2021年度的3.05万元减少0.91万元: a second look back, or one over several years.
  private static func isFurtherBack(
    _ token: FigureToken, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    let units = context.units
    var lower = Int(token.lower)
    var upper = Int(token.upper)
    let (first, last) = (
      Swift.max(passage.slice.lower, lower - span), Swift.min(passage.slice.upper, upper + span)
    )
    while lower > first, units[lower - 1] != 0x3002 { lower -= 1 }
    while upper < last, units[upper] != 0x3002 { upper += 1 }
    let sentence = Slice(lower, upper)
    if units.contains(anyOf: spansOfYears, in: sentence) { return true }
    // 较上年减少1.20万元，较2023年预算30.00万元累计下降13.33%
    if units.contains(anyOf: GrammarWords.lastYear, in: Slice(lower, Int(token.lower))) { return true }
    // 比2023年预算数增加12.60万元，比上年减少42.40万元
    if units.contains(anyOf: againstLastYear, in: Slice(Int(token.upper), upper)) { return true }
    let own = context.claims.token(at: lower, in: passage)
    let isSecond = context.claims.tokens[own..<passage.tokens.upperBound].prefix { Int($0.upper) <= upper }
      .contains {
        $0.mark == .year && Int($0.amount.digits) == context.claims.year - 1
          && isCompared($0, passage, context)
      }
    if isSecond { return true }
    // 比2021年度的3.05万元: the text itself says how much that was.
    let behind = Slice(Int(token.upper), Swift.min(upper, Int(token.upper) + 3))
    return behind.count > 1 && units[behind.lower] == 0x7684 && Unit.isDigit(units[behind.lower + 1])
  }

  private static let againstLastYear = WordList(["比上年", "较上年", "与上年", "比去年", "较去年"])

  /// How far a sentence is looked at on either side of a year, in units.
  private static let span = 400

  private static let spansOfYears = WordList(["三年", "两年", "连续", "逐年", "疫情", "年均"])

  /// 2023年和2024年均未安排: two years with one statement.
  static func isOneOfTwo(_ end: Int, _ passage: Passage, _ units: Units) -> Bool {
    var i = end
    if i < passage.slice.upper, units[i] == 0x5EA6 { i += 1 }
    guard i + 5 < passage.slice.upper, units[i] == 0x548C || units[i] == 0x4E0E || units[i] == 0x53CA else {
      return false
    }
    return !DocumentYear.years(Slice(i + 1, i + 6), units).isEmpty
  }

  /// 2021年度同样无此项收支; 2021年度未召开会议…；2022年度召开: nothing was there the year before either, or only then.
  static func isBeside(
    _ end: Int, _ year: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    let clause = Slice(end, Swift.min(clauseEnd(end, passage, context), end + 10))
    if context.units.contains(anyOf: likewise, in: clause) { return true }
    return context.claims.tokens[context.claims.token(at: end, in: passage)..<passage.tokens.upperBound]
      .contains {
        $0.mark == .year && Int($0.amount.digits) == year + 1 && !isCompared($0, passage, context)
      }
  }

  /// ①2024年预算为0，不计算增减比例; 2024年预算未安排上年结转: what the year before is said for.
  static func isBase(_ end: Int, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let sentence = Slice(end, units.sentenceEnd(from: end, before: passage.slice.upper))
    return units.contains(anyOf: incomparable, in: sentence)
      || units.contains(carried, in: Slice(end, clauseEnd(end, passage, context)))
  }

  /// 预算数398万元。2023年预算数为402万元: behind the figure of the year, a bare 预算数 is that of the year before.
  static func isBareBase(_ stated: Claim, _ end: Int, _ context: NarrativeContext) -> Bool {
    let label = Wording.core(Slice(end, Swift.max(end, stated.figure.lower)), context.units)
    guard context.units.equals(anyOf: bareBases, label) else { return false }
    return context.claims.claims(of: stated.passage).contains {
      $0.role == .amount && $0.unit == stated.unit && $0.figure.upper <= end
    }
  }

  private static let bareBases = WordList([
    "预算", "年初预算", "执行", "决算", "预算数", "执行数", "决算数", "度预算", "度执行", "度决算", "度预算数", "度执行数", "度决算数",
  ])

  /// 力争2024年执行率达到95%以上, 确保2024年底全部支付: what is to come.
  static func isAhead(_ token: FigureToken, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let lower = units.sentenceStart(before: Int(token.lower), from: Swift.max(0, Int(token.lower) - 60))
    var upper = Int(token.upper)
    while upper < units.count, upper - Int(token.upper) < 60, units[upper] != 0x3002 { upper += 1 }
    return units.contains(anyOf: intentions, in: Slice(lower, upper))
  }

  /// 该项目2021年安排60万元，2024年安排20万元: what was done in several years, up to that of the draft.
  static func isHistory(_ token: FigureToken, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    for next in context.claims.tokens[
      context.claims.token(at: Int(token.upper), in: passage)..<passage.tokens.upperBound]
    {
      if next.mark == .stop { return false }
      if next.mark == .year, Int(next.amount.digits) == context.claims.year,
        !isCompared(next, passage, context)
      {
        return true
      }
    }
    return false
  }

  /// 实施周期：2021年1月至12月 in a budget of 2024: the months of one year, which is over.
  static func period(
    _ token: FigureToken, _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let year = Int(token.amount.digits)
    let lower = Int(token.lower)
    var before = Slice(Swift.max(passage.slice.lower, lower - 8), lower)
    while before.count > 0, units[before.upper - 1] == 0x3A || units[before.upper - 1] == 0x4E3A {
      before.upper -= 1
    }
    let behind = Slice(Int(token.upper), Swift.min(passage.slice.upper, Int(token.upper) + 8))
    guard !context.claims.isFinal, year < context.claims.year - 1, context.claims.year - year <= 20,
      units.ends(before, withAnyOf: periods), units.starts(behind, with: firstMonths),
      DocumentYear.years(behind, units).isEmpty
    else { return }
    let at = Slice(lower, lower + 4)
    inspection.report(
      "year", .warning, at: at, Message(inClaim, .count(year), .count(context.claims.year)),
      fixes: context.yearFix(at))
  }

  private static let periods = WordList(["实施周期", "实施期限", "实施期", "项目周期", "执行期限", "项目期限"])
  private static let firstMonths: Word = "至12月"
  private static let initial: Word = "年初预算"
  private static let incomparable = WordList([
    "不计算", "不作", "不可比", "无可比", "无法计算", "无法比较", "可比性", "增减比例", "增幅", "增减率", "增长率", "基数为", "无基数", "不做",
  ])
  private static let carried: Word = "上年结转"
  private static let intentions = WordList([
    "力争", "争取", "确保", "下一步", "计划", "预计", "拟", "加以改进", "将进一步", "继续", "前完成", "今后",
  ])
  private static let likewise = WordList(["同样", "亦无", "亦未", "也无", "也未", "也没有"])

  /// 2025年预算为6.50万元，比2024年预算减少 in accounts of 2024: the year to come, held against this one.
  static func isOutlook(_ token: FigureToken, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let year = Int(token.amount.digits)
    guard context.claims.isFinal, year == context.claims.year + 1,
      context.units.contains(
        anyOf: planned, in: Slice(Int(token.upper), clauseEnd(Int(token.upper), passage, context)))
    else { return false }
    let next = context.claims.tokens[
      context.claims.token(at: Int(token.upper), in: passage)..<passage.tokens.upperBound
    ].first { $0.mark == .year || $0.mark == .stop }
    return next.map {
      $0.mark == .year && Int($0.amount.digits) == year - 1 && isCompared($0, passage, context)
    } ?? false
  }

  /// 自评结果作为编制2024年度预算的重要参考 in accounts of 2023: what the results are used for.
  static func isUsedForNext(_ token: FigureToken, _ context: NarrativeContext) -> Bool {
    guard context.claims.isFinal, Int(token.amount.digits) == context.claims.year + 1 else { return false }
    var upper = Int(token.upper)
    while upper < context.units.count, upper - Int(token.upper) < 30, !Unit.isComma(context.units[upper]),
      context.units[upper] != 0x3002, context.units[upper] != 0x3B
    { upper += 1 }
    let clause = Slice(Int(token.upper), upper)
    return context.units.contains(planning, in: clause) && context.units.contains(anyOf: uses, in: clause)
  }

  private static let planning: Word = "预算"
  private static let uses = WordList(["参考", "依据", "编制", "基础", "挂钩", "参照"])
  private static let outturn = WordList(["执行数"])
  private static let planned = WordList(["预算", "执行数"])
  private static let comparedYear = Phrase(
    "与 {0} 年比较，本文档年度为 {1}，上年应为 {2}", "Compared with {0}, but the year before {1} is {2}")
}

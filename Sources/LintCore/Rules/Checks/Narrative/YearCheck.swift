/// Holds years against the year of the document: in headings and titles, in claims of the current year, in
/// comparisons and in dates of state (截至).
enum YearCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    guard context.claims.year > 0 else { return }
    titles(context, &inspection)
    attached(context, &inspection)
    let others = comparedYears(context)
    for index in context.claims.passages.indices {
      let passage = context.claims.passages[index]
      guard !passage.isAside, !passage.isAttachment, !passage.isHeading else { continue }
      sentences(index, others, context, &inspection)
    }
    strays(context, &inspection)
  }

  // MARK: Sentences

  /// 2019年度“三公”经费支出决算数 in accounts of 2022: what was spent, and not in the year before.
  private static func isOutcome(
    _ token: FigureToken, _ year: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Bool {
    guard context.claims.isFinal, context.claims.year - year > 1 else { return false }
    let clause = Slice(Int(token.upper), clauseEnd(Int(token.upper), passage, context))
    let concept = context.lexicon.concept(of: clause, context.units).concept
    return concept.contains(.actual) && !concept.measure.isEmpty
  }

  private static func sentences(
    _ index: Int, _ others: [Int: Int], _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[index]
    let tokens = context.claims.tokens[passage.tokens]
    let current = context.claims.year
    guard tokens.contains(where: { $0.mark == .year || $0.mark == .date }) else { return }
    // 2024年一季度预算执行情况 in accounts of 2023: the heading has been judged already.
    if let heading = context.heading(of: index),
      DocumentYear.years(heading, context.units).isJust(current + 1)
    {
      return
    }
    var isReason = false
    var isUntil = false
    var saysCurrent = false
    var claimed: FigureToken?
    var stated: Int?
    for token in tokens {
      switch token.mark {
      case .stop:
        isReason = false
        isUntil = false
        saysCurrent = false
        claimed = nil
      case .semicolon:
        isReason = false
        claimed = nil
      case .reason: isReason = true
      case .until: isUntil = true
      case .date where !isUntil: period(token, passage, context, &inspection)
      case .date where isUntil:
        isUntil = false
        stated = Int(token.amount.digits)
        state(token, context, &inspection)
      case .year:
        let year = Int(token.amount.digits)
        let isBase = isCompared(token, passage, context)
        let closes = context.units.starts(
          Slice(Int(token.upper), passage.slice.upper), withAnyOf: closings)
        defer {
          if !isBase {
            claimed = token
            if closes { stated = year }
          }
        }
        if isBase, year < current, isNamed(token, claimed, stated, passage, context) { continue }
        if isUntil || closes && context.claims.isFinal && !isReason {
          isUntil = false
          if closes { state(token, context, &inspection) }
        } else if year == current {
          if !isBase {
            saysCurrent = true
          } else if !isReason, Int(claimed?.amount.digits ?? 0) <= current {
            compared(token, year, passage, others, context, &inspection)
          }
        } else if isReason || abs(year - current) > 20 {
          continue
        } else if isBase {
          compared(token, year, passage, others, context, &inspection)
          if let claimed { sameYear(claimed, token, passage, context, &inspection) }
        } else if !(saysCurrent && year < current) || isOutcome(token, year, passage, context) {
          claim(token, year, index, context, &inspection)
        }
      default: continue
      }
    }
  }

  /// 截至2023年12月31日: the end of the year, or of the year before.
  private static func state(_ token: FigureToken, _ context: NarrativeContext, _ inspection: inout Inspection)
  {
    let year = Int(token.amount.digits)
    let current = context.claims.year
    guard year > current || year < current - 1 || year < current && isOwnState(token, context),
      abs(year - current) <= 20,
      year < current || !isAhead(token, context)
    else { return }
    let at = Slice(Int(token.lower), Int(token.lower) + 4)
    inspection.report(
      "year", year > current ? .error : .warning, at: at, Message(stateYear, .count(year), .count(current)))
  }

  /// 截至…12月31日，共有车辆5辆 in final accounts: what the office has at the end of their year.
  private static func isOwnState(_ token: FigureToken, _ context: NarrativeContext) -> Bool {
    guard context.claims.isFinal else { return false }
    let rest = Slice(Int(token.lower), Swift.min(context.units.count, Int(token.lower) + longestState))
    return context.units.contains(anyOf: yearEnds, in: rest)
      && context.units.contains(anyOf: assets, in: rest)
      && !context.units.contains(anyOf: compared, in: rest)
      && !DocumentYear.years(rest, context.units).contains(context.claims.year)
  }

  private static let longestState = 40
  private static let yearEnds = WordList(["12月31日", "年末", "年底", "期末"])
  private static let assets = WordList([
    "共有车辆", "共有公务用车", "资产总额", "固定资产", "房屋", "使用车辆", "占用车辆", "车辆保有量", "公务用车保有量",
  ])
  private static let compared = WordList(["相比", "比较", "较"])

  /// 2023年自评项目20个。2022年自评项目8个。: the sentence before says the same of this year.
  private static func isTwin(_ token: FigureToken, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let start = Int(token.upper)
    guard Int(token.amount.digits) == context.claims.year - 1,
      let end = (start..<Swift.max(start, Swift.min(passage.slice.upper, start + 16))).first(where: {
        Unit.isDigit(units[$0])
      }
      ),
      end - start >= 3
    else { return false }
    let words = units.name(Slice(start, end))
    return context.claims.tokens[passage.tokens].contains {
      $0.lower < token.lower && $0.mark == .year && Int($0.amount.digits) == context.claims.year
        && units.starts(Slice(Int($0.upper), passage.slice.upper), with: words)
    }
  }

  /// 2022年度一般公共预算拨款支出2161.77万元 in a document of 2023.
  private static func claim(
    _ token: FigureToken, _ year: Int, _ index: Int, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let passage = context.claims.passages[index]
    let units = context.units
    let start = Int(token.lower)
    let end = Int(token.upper)
    if start > passage.slice.lower {
      switch units[start - 1] {
      // 从, 自, 由, 至, 在, 于, 于(, -, 、: spans and asides
      case 0x4ECE, 0x81EA, 0x7531, 0x81F3, 0x28, 0x2D, 0x3001, 0x7B2C: return
      // 其中420万元为2023年校舍大修项目的结转
      case 0x4E3A where start - 2 > passage.slice.lower && units[start - 2] == 0x5143: return
      default: break
      }
    }
    let clauseEnd = self.clauseEnd(end, passage, context)
    let clause = Slice(end, clauseEnd)
    guard !isOneOfTwo(end, passage, units), !isTwin(token, passage, context) else { return }
    // 2023年末 and 2023年12月31日 in a budget of 2024: the state at the end of the year before.
    if year == context.claims.year - 1, units.starts(clause, withAnyOf: closings) { return }
    guard !units.starts(clause, withAnyOf: spans), !units.contains(anyOf: events, in: clause) else { return }
    // The heading above says that the section is about another year; it has been judged already.
    if let heading = context.heading(of: index), DocumentYear.years(heading, units).contains(year) { return }
    if isScope(clause, context) {
      return inspection.report(
        "year", .error, at: Slice(start, start + 4),
        Message(inClaim, .count(year), .count(context.claims.year)),
        fixes: context.yearFix(Slice(start, start + 4)))
    }
    let (concept, _) = context.lexicon.concept(of: clause, units)
    guard
      !concept.isDisjoint(
        with: FigureConcept.sources.union(.measures).union([.income, .expense, .plan, .actual, .both]))
        || units.contains(anyOf: trade, in: clause) || isGoal(clause, passage, context)
    else { return }
    if !context.claims.isFinal, year < context.claims.year,
      concept.contains(.actual) || units.contains(evaluation, in: Slice(end, Swift.min(end + 20, clauseEnd)))
    {
      return
    }
    // Only what states a figure, or that there is none, is a claim.
    let isOutcome = isOutcome(token, year, passage, context)
    let states =
      isOutcome
      || context.claims.claims[passage.claims].contains {
        $0.role != .mention && $0.role != .prior && $0.figure.lower >= end
          && $0.figure.lower <= clauseEnd + 80
          && ($0.year == year || $0.role != .amount)
      }
    let sentence = sentenceStart(start, passage, units)
    let isAtStart =
      start <= sentence + 24
      && !context.claims.claims[passage.claims].contains {
        $0.figure.lower >= sentence && $0.figure.lower < start
      }
    if year < context.claims.year, isHistory(token, passage, context) { return }
    if isUsedForNext(token, context) { return }
    if isOutlook(token, passage, context) || year > context.claims.year && isAhead(token, context) { return }
    if year == context.claims.year - 1, isBase(end, passage, context) { return }
    // 2023年无此项预算 in the middle of a sentence is about the year before, whatever follows.
    let isNothing = units.contains(anyOf: nothing, in: clause)
    guard isNothing ? isAtStart : states else { return }
    if year == context.claims.year - 1 {
      // The cells of this year may say whose figures these are.
      inspection.alsoRead.formUnion(.statements)
      guard isOurs(end, year, passage, isAtStart: isAtStart, context) else { return }
    }
    inspection.report(
      "year", isAtStart ? .error : .warning, at: Slice(start, start + 4),
      Message(inClaim, .count(year), .count(context.claims.year)),
      fixes: context.yearFix(Slice(start, start + 4)))
  }

  /// 纳入2024年部门预算编制范围, 对2023年度12个项目开展绩效自评: the year of the document and no other.
  private static func isScope(_ clause: Slice, _ context: NarrativeContext) -> Bool {
    let units = context.units
    if units.starts(clause, withAnyOf: scopes) {
      return units.contains(anyOf: context.claims.isFinal ? finalScope : budgetScope, in: clause)
    }
    return false
  }

  /// 共设置2个项目绩效目标: the words behind the figure say what it counts.
  private static func isGoal(_ clause: Slice, _ passage: Passage, _ context: NarrativeContext) -> Bool {
    let end = Swift.min(clause.upper + 14, passage.slice.upper)
    return context.units.contains(
      anyOf: context.claims.isFinal ? evaluations : goals, in: Slice(clause.upper, end))
  }

  private static let scopes = WordList(["部门", "度部门", "单位", "度单位", "预算", "决算", "度预算", "度决算"])
  private static let finalScope = WordList(["决算编制范围", "决算汇编范围"])
  private static let budgetScope = WordList(["预算编制范围"])
  private static let goals = WordList(["个项目绩效目标", "个项目支出绩效目标"])
  private static let evaluations = WordList(["个项目开展绩效自评", "个项目支出开展绩效自评", "个项目进行绩效自评"])
  /// Tells whether the figure behind last year's number is one of this year, which makes the number the mistake.
  ///
  /// 2022年度决算数为15.61万元 may state what is compared with; a figure that stands in the tables is this year's.
  private static func isOurs(
    _ end: Int, _ year: Int, _ passage: Passage, isAtStart: Bool, _ context: NarrativeContext
  ) -> Bool {
    let clauseEnd = clauseEnd(end, passage, context)
    guard
      let stated = context.claims.claims[passage.claims].first(where: {
        $0.role != .mention && $0.figure.lower >= end && $0.figure.lower <= clauseEnd + 80
      })
    else { return true }
    // 合计为807.95万 without 元 is money that nobody can look up.
    guard stated.unit.money != nil, let value = context.value(stated) else { return stated.unit.isCount }
    guard value.exact != 0 else { return isAtStart && !isBeside(end, year, passage, context) }
    if isBareBase(stated, end, context) { return false }
    // 2024年…为915万元。2023年…为639万元: the same measure of both years side by side.
    let measure = stated.concept.narrowMeasure
    let isParallel = context.claims.claims.contains {
      $0.role == .amount && $0.year == context.claims.year && abs($0.passage - stated.passage) <= 2
        && $0.concept.narrowMeasure == measure && !measure.isEmpty
    }
    if isParallel { return false }
    // 2021年度机关运行经费支出106万元，比2021年度增加…: what is compared is of this year.
    if isAtStart,
      context.claims.claims[passage.claims].contains(where: {
        $0.role == .change && $0.sentence == stated.sentence && $0.figure.lower > stated.figure.lower
      })
    {
      return true
    }
    if isAtStart, isOwnStatement(end, year, passage, context) || isOwnDivision(end, passage, context) {
      return true
    }
    return context.figures.measures.contains {
      context.value($0.place)?.interval.meets(value.interval) ?? false
    }
      || context.claims.claims.contains {
        $0.role == .amount && $0.figure != stated.figure && $0.year == context.claims.year
          && $0.amount == stated.amount && $0.unit == stated.unit
      }
  }

  private static let closings = WordList(["期末", "年末", "末", "年底", "底", "年终", "终", "12月"])

  static func clauseEnd(_ start: Int, _ passage: Passage, _ context: NarrativeContext) -> Int {
    var isFirst = true
    for token in context.claims.tokens[
      context.claims.token(at: start, in: passage)..<passage.tokens.upperBound]
    {
      switch token.mark {
      case .comma:
        // 2023年，某部门收入预算为…: the comma right behind the year does not end its clause.
        if isFirst { continue }
        return Int(token.lower)
      case .semicolon, .stop, .figure, .reason: return Int(token.lower)
      default: isFirst = false
      }
    }
    return passage.slice.upper
  }

  static func sentenceStart(_ at: Int, _ passage: Passage, _ units: Units) -> Int {
    units.sentenceStart(before: at, from: passage.slice.lower)
  }

  private static let spans = WordList([
    "末", "底", "初", "以前", "前", "起", "以来", "至", "-", "到", "期间", "之前", "及以前", "结转", "、",
  ])
  private static let trade = WordList(["预算", "决算", "资金", "经费", "绩效目标", "项目", "采购", "公务用车", "车辆"])
  private static let events = WordList([
    "项目结转", "结转资金", "结转项目", "下达", "印发", "成立", "依据", "启动", "批准", "文件", "规划", "制定", "续建", "竣工", "开工", "退休",
    "调入", "调出", "一次性", "执行中", "新增", "审计", "检查", "巡察", "巡视", "督查", "批复", "考核", "来源", "列支的",
  ])
  private static let nothing = WordList(["没有", "无", "未安排"])
  static let inClaim = Phrase("此处写 {0} 年，本文档年度为 {1}", "The text says {0} in a document of {1}")
  private static let stateYear = Phrase(
    "截至日期为 {0} 年，与本文档年度 {1} 不符", "The date of state is in {0}, in a document of {1}")
}

extension NarrativeContext {
  /// A fix that writes another year.
  func yearFix(_ slice: Slice, _ year: Int? = nil) -> [Fix] {
    let text = String(year ?? claims.year)
    return [
      Fix(
        title: Message(Phrase("改为 {0}", "Change to {0}"), .text(text)),
        edits: [Edit(draft.range(slice), text)],
        safety: .review)
    ]
  }
}

/// Years two and more off that stand once where another year stands all around: 2020年度本部门开支会议费4.82万元 in
/// accounts of 2023, and the same in a report that is attached, which may be of a year of its own.
extension YearCheck {
  /// Where a year is written, and what it heads.
  private struct Place {
    var year: Int
    /// The digits.
    var at: Slice
    /// The sentence or the title it stands in.
    var text: Slice
    var passage: Int
    var isTitle = false
  }

  static func strays(_ context: NarrativeContext, _ inspection: inout Inspection) {
    for isAttached in [false, true] {
      let places = places(isAttached, context)
      var counts: [Int: Int] = [:]
      for place in places { counts[place.year, default: 0] += 1 }
      guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.value >= 4,
        isAttached || usual.key == context.claims.year
      else { continue }
      for place in places where isStray(place, usual.key, counts, isAttached) {
        let isClaim =
          place.isTitle ? isOwnTitle(place.text, context.units) : isClaim(place, usual.key, context)
        guard isClaim,
          !inspection.hasReported("year", at: place.at)
        else { continue }
        inspection.report(
          "year", .warning, at: place.at, Message(inClaim, .count(place.year), .count(usual.key)),
          fixes: context.yearFix(place.at, usual.key))
      }
    }
  }

  /// Tells whether a year is far from the usual one and stands nowhere else; twice where the text is long enough.
  private static func isStray(
    _ place: Place, _ usual: Int, _ counts: [Int: Int], _ isAttached: Bool
  ) -> Bool {
    let distance = abs(place.year - usual)
    let often = counts[place.year] ?? 0
    return distance >= 2 && distance <= 20 && often <= (isAttached || distance == 2 ? 1 : 2)
  }

  // MARK: Places

  private static func places(_ isAttached: Bool, _ context: NarrativeContext) -> [Place] {
    let kinds = context.claims.kinds
    let units = context.units
    var found: [Place] = []
    for heading in context.draft.headings where kinds.isAttachment(heading.section) == isAttached {
      addTitle(heading.slice, units, &found)
    }
    let titles = Set(found.map(\.text.lower))
    for table in context.draft.tables where kinds.isAttachment(table.section) == isAttached {
      if let caption = table.caption, !titles.contains(caption.lower) { addTitle(caption, units, &found) }
    }
    for (index, passage) in context.claims.passages.enumerated()
    where passage.isAttachment == isAttached && !passage.isHeading {
      for token in context.claims.tokens[passage.tokens] where token.mark == .year {
        let lower = Int(token.lower)
        found.append(
          Place(
            year: Int(token.amount.digits), at: Slice(lower, lower + 4),
            text: Slice(sentenceStart(lower, passage, units), passage.slice.upper), passage: index))
      }
    }
    return found
  }

  private static func addTitle(_ slice: Slice, _ units: Units, _ found: inout [Place]) {
    guard let year = DocumentYear.years(slice, units).only,
      !slice.indices.contains(where: { units[$0] == 0x300A }),
      let at = place(of: year, slice, units)
    else { return }
    found.append(Place(year: year, at: at, text: slice, passage: -1, isTitle: true))
  }

  // MARK: Claims

  /// A title that says what is accounted for or planned.
  private static func isOwnTitle(_ title: Slice, _ units: Units) -> Bool {
    title.count <= 60 && units.contains(anyOf: ownTitles, in: title)
      && !units.contains(anyOf: otherTitles, in: title)
  }

  /// A sentence that begins with the year, or with a name before it, and says what the unit did or plans in it.
  private static func isClaim(_ place: Place, _ usual: Int, _ context: NarrativeContext) -> Bool {
    let units = context.units
    let passage = context.claims.passages[place.passage]
    let body = passage.ordinal.map { passage.slice.lower + $0.length } ?? passage.slice.lower
    let lead = Slice(Swift.max(place.text.lower, Swift.min(body, place.at.lower)), place.at.lower)
    guard !passage.isAside || isOfWork(place, context), isLead(lead, units) else { return false }
    var end = place.at.upper + 1
    if end < passage.slice.upper, units[end] == 0x5EA6 { end += 1 }
    var clauseEnd = clauseEnd(end, passage, context)
    if clauseEnd - end <= 1 { clauseEnd = Swift.min(passage.slice.upper, end + 40) }
    let clause = Slice(end, clauseEnd)
    let sentence = Slice(
      lead.lower, Swift.min(units.sentenceEnd(from: end, before: passage.slice.upper), end + 60))
    guard !isOneOfTwo(end, passage, units), !units.starts(clause, withAnyOf: others),
      !units.contains(anyOf: history, in: sentence)
    else { return false }
    if passage.isAside || units.contains(anyOf: works, in: clause) { return true }
    let concept = context.lexicon.concept(of: clause, units).concept
    let known = FigureConcept.sources.union(.measures).union([.income, .expense, .plan, .actual, .both])
    guard
      !concept.isDisjoint(with: known) || units.contains(anyOf: own, in: Slice(lead.lower, clause.upper))
    else { return false }
    return units.contains(anyOf: nothing, in: clause)
      || context.claims.claims[passage.claims].contains {
        $0.role != .mention && $0.role != .prior && $0.figure.lower >= end
          && $0.figure.upper <= sentence.upper + 20
      }
      || units.contains(anyOf: planning, in: clause)
  }

  /// 2023年，本部门主要任务是…: the one year a list of tasks can speak of.
  private static func isOfWork(_ place: Place, _ context: NarrativeContext) -> Bool {
    let passage = context.claims.passages[place.passage]
    let end = Swift.min(passage.slice.upper, place.at.upper + 24)
    return context.units.contains(anyOf: works, in: Slice(place.at.upper, end))
  }

  /// Nothing, an ordinal, 注： or the name of the unit.
  private static func isLead(_ lead: Slice, _ units: Units) -> Bool {
    guard lead.count <= 20 else { return false }
    let hasMark = lead.indices.contains {
      switch units[$0] {
      case 0x2C, 0xFF0C, 0x3B, 0x3A, 0x3002: true
      default: false
      }
    }
    if lead.count <= 4, !units.contains(anyOf: projects, in: lead) { return true }
    // 综合来看，2023年部门预算…
    if lead.count <= 10, Unit.isComma(units[lead.upper - 1]),
      lead.indices.dropLast().allSatisfy({ Unit.isIdeograph(units[$0]) })
    {
      return true
    }
    return !hasMark && !units.contains(anyOf: projects, in: lead)
      && !units.ends(lead, withAnyOf: spansBefore)
  }

  private static let ownTitles = WordList(["预算", "决算", "收支", "支出", "收入", "经费", "绩效", "自评", "评价"])
  private static let otherTitles = WordList([
    "结转", "规划", "债", "截至", "以前", "上年", "比较", "对比", "计划", "通知", "批复", "标准",
  ])
  private static let others = WordList([
    "末", "底", "初", "以前", "前", "起", "以来", "至", "-", "到", "期间", "之前", "及以前", "、", "和", "与", "或", "年", "版", "第",
    "届", "级", "价", "修", "的", ")", "”", "结转",
  ])
  private static let history = WordList([
    "成立", "设立", "组建", "印发", "下达", "批准", "批复", "文件", "规划", "制定", "修订", "施行", "实施方案", "荣获", "获得", "被评", "命名",
    "授予", "开工",
    "竣工", "投入使用", "建成", "启用", "购置于", "购买", "退休", "调入", "调出", "任职", "改革", "搬迁", "合并", "划转", "转隶", "挂牌", "普查",
    "通过", "列为", "纳入全国", "入选", "立项", "签订", "租赁", "移交", "续建", "以来", "历年", "基数", "基期", "连续", "政策", "规定", "至20",
    "结转", "项目自",
    "首次", "曾", "已于", "当时",
  ])
  private static let own = WordList([
    "本部门", "本单位", "我单位", "我部门", "我局", "本局", "全年", "单位", "部门", "项目", "会议", "培训", "接待", "采购", "绩效", "公务用车",
    "出国",
  ])
  private static let planning = WordList(["计划用于", "主要用于", "预计", "执行情况", "开展绩效"])
  private static let works = WordList(["主要任务", "重点工作", "工作任务", "主要工作", "工作要点", "工作重点"])
  private static let nothing = WordList(["没有", "无", "未安排", "未发生", "未开展", "未召开", "未编制"])
  private static let projects = WordList([
    "项目", "工程", "课题", "自", "从", "于", "按", "根据", "截", "由", "至", "与", "比", "较",
  ])
  private static let spansBefore = WordList(["-", "、", "(", "第", "和", "及", "在", "到"])
}

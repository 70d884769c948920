/// 自评得分95.4分: a score that the text states, against the table of scores and against its own parts.
enum ScoreMention {
  static func check(_ tables: ScoredTables, _ inspection: inout Inspection) {
    let hasScores = tables.tables.contains { $0.score != nil }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      let units = inspection.units
      guard
        inspection.has(
          .score, in: paragraph.slice, ofParagraph: index,
          {
            units.contains(anyOf: cores, in: $0)
              && (units.contains(anyOf: words, in: $0) || units.contains(anyOf: short, in: $0))
          })
      else { continue }
      if units.contains(anyOf: ListedScores.words, in: paragraph.slice) {
        ListedScores.check(index, &inspection)
      }
      let mentions = mentions(paragraph.slice, units)
      listed(paragraph.slice, tables, &inspection)
      if mentions.count > 1 { several(mentions, tables, &inspection) }
      guard let mention = mentions.only else { continue }
      guard hasScores else {
        ScoreGrade.check(mention, paragraph.slice, &inspection)
        continue
      }
      ScoreParts.check(mention, &inspection)
      guard let table = table(for: mention, tables), let score = table.score else {
        ScoreGrade.check(mention, paragraph.slice, &inspection)
        continue
      }
      hold(mention.amount, at: mention.figure, score, &inspection)
      ScoresAround.parts(before: mention, &inspection)
      if table.grade == nil {
        ScoreGrade.check(mention, paragraph.slice, &inspection)
      } else {
        grade(mention, table, &inspection)
      }
    }
  }

  private static func hold(
    _ stated: Amount, at figure: Slice, _ score: Cell, _ inspection: inout Inspection
  ) {
    guard !agrees(stated, score.amount) else { return }
    inspection.report(
      "score", .error, at: figure,
      Message(FormPhrases.otherScore, .amount(stated, nil), .amount(score.amount, nil)),
      related: [inspection.related(score.slice, Message(FormPhrases.scoreTable))])
  }

  /// Several scores in one paragraph: each is that of the one project, or of the whole, named between it and the last.
  private static func several(
    _ mentions: [Mention], _ tables: ScoredTables, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let mentions = mentions.sorted { $0.figure.lower < $1.figure.lower }
    guard mentions.count <= mostMentions else { return }
    var start = mentions.first?.before.lower ?? 0
    for mention in mentions {
      let between = Slice(start, mention.before.upper)
      start = mention.figure.upper
      guard mention.isOwn, !units.contains(anyOf: others, in: clause(mention.lead, units)) else { continue }
      var named = tables.named(by: between)
      // 甲、乙2个项目的自评表详见附件。甲项目自评得分98分: the sentence of the score says whose it is.
      if named.count > 1, mention.lead.lower > between.lower {
        named = tables.named(by: Slice(mention.lead.lower, Swift.max(mention.lead.lower, between.upper)))
      }
      // 自评总分100分，自评得分96.42分: what can be had, and what was.
      guard !named.isEmpty || mention.amount.scaled != 100 * Scale.one else { continue }
      let isOverall = units.contains(anyOf: wholes, in: between)
      let table: ScoredTable?
      if let first = named.first {
        table = named.count == 1 && !isOverall ? tables.tables[first] : nil
      } else {
        table = isOverall ? tables.overall : nil
      }
      if let score = table?.score { hold(mention.amount, at: mention.figure, score, &inspection) }
    }
  }

  /// 4个项目自评得分依次为：甲97.48分、乙99.73分: each score behind the name of its project.
  private static func listed(_ text: Slice, _ tables: ScoredTables, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let word = inTurn.lazy.compactMap({ units.find($0, in: text) }).first else { return }
    let end = units.sentenceEnd(from: word, before: text.upper)
    var start = word
    var i = word
    while i < end {
      guard Unit.isDigit(units[i]), let figure = points(at: i, before: end, units) else {
        // A name may hold digits and 、; 97.48% and 9个 are no scores.
        i += 1
        continue
      }
      let named = tables.named(by: Slice(start, i))
      if let table = named.first, named.count == 1, let score = tables.tables[table].score {
        let own = Slice(i, figure.end)
        if !inspection.hasReported(["score"], in: own) { hold(figure.amount, at: own, score, &inspection) }
      }
      start = figure.end
      i = figure.end
    }
  }

  private static let inTurn: [Word] = ["得分依次为", "得分分别为", "自评分依次为", "自评分分别为", "评分依次为", "评分分别为"]

  /// More scores in one paragraph are a list of another kind.
  private static let mostMentions = 6

  /// A score in a sentence.
  struct Mention {
    /// The paragraph up to the words that announce the score.
    var before: Slice
    /// The sentence up to these words.
    var lead: Slice
    var figure: Slice
    var amount: Amount
    /// The sentence behind the figure.
    var rest: Slice
    /// It says that the score is that of a self-evaluation.
    var isOwn: Bool
  }

  private static let words = WordList([
    "自评得分", "综合得分", "自评总分", "自评总得分", "评价得分", "综合评分", "最终得分", "总得分", "自评综合得分", "自评分数",
    "绩效得分", "整体支出自评",
  ])
  private static let own: Word = "自评"
  /// Words that announce the score of a project or of the whole, and of their parts as well.
  private static let short = WordList(["自评得", "自评", "项目得分"])
  /// One of these stands in each of the words, long or short.
  private static let cores = WordList(["自评", "得分", "评分"])
  private static let parts = WordList([
    "执行", "预算", "产出", "效益", "满意度", "成本", "投入", "管理", "目标", "满分",
  ])
  private static let links = WordList(["情况为", "结果为", "共计", "为", "是", ":", "共", "达"])
  private static let others = WordList([
    "平均", "指标", "部分", "加权", "折", "以上", "扣", "上年", "其中", "区间", "省", "决策", "过程",
  ])
  private static let points: Word = "分"
  private static let noPoints = WordList(["分以", "分值", "分及", "分之", "分至", "分-", "分左", "分上"])

  private static func mentions(_ slice: Slice, _ units: Units) -> [Mention] {
    var result: [Mention] = []
    for (word, isShort) in words.map({ ($0, false) }) + short.map({ ($0, true) }) {
      var search = slice
      while result.count <= mostMentions, let at = units.find(word, in: search) {
        search = Slice(at + word.count, slice.upper)
        let start = search.lower + (units.lengthOfWord(starting: search, anyOf: links) ?? 0)
        guard let figure = points(at: start, before: slice.upper, units),
          !result.contains(where: { $0.figure.lower == start })
        else { continue }
        let lead = Slice(units.sentenceStart(before: at, from: slice.lower), at)
        if isShort, units.contains(anyOf: parts, in: clause(lead, units)) { continue }
        let end = (figure.end..<slice.upper).first { units[$0] == 0x3002 } ?? slice.upper
        result.append(
          Mention(
            // 校舍维修改造项目得分为…: the word belongs to the name too.
            before: Slice(slice.lower, at + (isShort ? word.count - 2 : 0)),
            lead: lead, figure: Slice(start, figure.end), amount: figure.amount,
            rest: Slice(figure.end + 1, end),
            isOwn: isShort || units.contains(own, in: Slice(at, search.lower))))
      }
    }
    return result
  }

  /// The figure of 95.4分 at a position.
  static func points(at start: Int, before end: Int, _ units: Units) -> NumberScanner.Result? {
    guard let figure = NumberScanner.scan(units, start, end), units.has(points, at: figure.end, before: end),
      !units.starts(Slice(figure.end, end), withAnyOf: noPoints)
    else { return nil }
    return figure
  }

  /// The table whose total a sentence states, if there is no doubt which.
  private static func table(for mention: Mention, _ tables: ScoredTables) -> ScoredTable? {
    let units = tables.units
    // 财政局开展重点评价，评价得分91.50分: not what the unit gave itself.
    guard !units.contains(anyOf: evaluators, in: mention.before) else { return nil }
    // 1.部门整体支出。全年预算数…，自评总分98.33分: the title of the item says of what it is.
    let title = Slice(
      mention.before.lower, Swift.min(mention.before.upper, mention.before.lower + longestTitle))
    let isOverall =
      units.contains(anyOf: wholes, in: mention.lead)
      || units.contains(anyOf: wholes, in: title) && tables.named(by: mention.before).isEmpty
    guard !units.contains(anyOf: others, in: isOverall ? clause(mention.lead, units) : lead(mention, units))
    else { return nil }
    let named = tables.named(by: mention.before)
    if let first = named.first { return named.count == 1 ? tables.tables[first] : nil }
    if isOverall { return tables.overall }
    guard !units.contains(anyOf: ["项目", "专项", "政策"], in: mention.lead),
      let near = tables.nearby(mention.figure.lower), near.isOverall
    else { return nil }
    return near
  }

  private static let evaluators = WordList(["重点评价", "重点绩效评价", "财政评价", "财政局组织", "第三方"])
  /// Where the title of an item ends.
  private static let longestTitle = 20
  static let wholes = WordList(["整体支出", "部门整体", "单位整体"])

  /// 其中，环境卫生项目自评得分98.97分: the word at the start of a sentence divides projects, not a score.
  private static func lead(_ mention: Mention, _ units: Units) -> Slice {
    let start = units.lengthOfWord(starting: mention.lead, anyOf: ofWhich) ?? 0
    return Slice(mention.lead.lower + start, mention.lead.upper)
  }

  private static let ofWhich = WordList(["其中，", "其中:"])

  /// The last clause: 对照指标体系逐项自评，整体支出绩效自评得分95.40分.
  private static func clause(_ lead: Slice, _ units: Units) -> Slice {
    let comma = lead.indices.last { Unit.isComma(units[$0]) }
    return Slice(comma.map { $0 + 1 } ?? lead.lower, lead.upper)
  }

  /// Tells whether a figure of the text is that of a table, or rounds it.
  static func agrees(_ stated: Amount, _ total: Amount) -> Bool {
    stated.scaled == total.scaled
      || stated.decimals < total.decimals
        && Interval(rounding: stated).meets(Interval(total.scaled, total.scaled))
  }

  // MARK: Grades

  private static let gradeWord: Word = "等级为"
  private static let quotes = WordList(["“", "\"", "'", "‘", "「"])
  private static let grades: [(word: Word, text: String)] = [
    ("优", "优"), ("良", "良"), ("中", "中"), ("差", "差"),
  ]

  /// 评价等级为“良” of a form that says 优.
  private static func grade(_ mention: Mention, _ table: ScoredTable, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let own = table.grade, let at = units.find(gradeWord, in: mention.rest) else { return }
    var start = at + gradeWord.count
    if units.starts(Slice(start, mention.rest.upper), withAnyOf: quotes) { start += 1 }
    let stated = Slice(start, mention.rest.upper)
    guard let said = grades.first(where: { units.starts(stated, with: $0.word) }),
      let right = grades.first(where: { units.starts(own.slice, with: $0.word) }), said.text != right.text,
      // A form whose grade does not fit its own score is named there.
      said.text != IndicatorCheck.grade(of: mention.amount)
    else { return }
    inspection.report(
      "score", .error, at: Slice(start, start + 1),
      Message(FormPhrases.otherGrade, .text(said.text), .text(right.text)),
      related: [inspection.related(own.slice, Message(FormPhrases.gradeOfTable))])
  }
}

/// 自评得分97.39分，其中：预算执行9.64分、产出指标50.00分、…: the parts make the score.
enum ScoreParts {
  private static let marker: Word = "其中"
  private static let lost: Word = "扣"
  private static let reached = WordList(["得", "自评得", "自评", "实得", "实际得", "评得"])
  /// The longest name of a part, with its brackets.
  private static let longest = 24

  static func check(_ mention: ScoreMention.Mention, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let at = units.find(marker, in: mention.rest), at <= mention.rest.lower + 3 else { return }
    let terms = terms(Slice(at + marker.count, mention.rest.upper), units)
    let sum = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let decimals = terms.map(\.amount.decimals).max() ?? 0
    guard terms.count >= 3, sum != mention.amount.scaled,
      let shown = Amount(scaled: sum, decimals: Swift.max(decimals, mention.amount.decimals)),
      mention.amount.decimals >= decimals || !Interval(rounding: mention.amount).meets(Interval(sum, sum))
    else { return }
    inspection.report(
      "score-total", .error, at: mention.figure,
      Message(
        FormPhrases.scoreParts, .sum(terms.map(\.amount)), .amount(shown, nil), .amount(mention.amount, nil)),
      related: terms.map { inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil))) })
  }

  /// The parts, one name and one score each, as long as they follow each other; none if something else intervenes.
  private static func terms(_ slice: Slice, _ units: Units) -> [(slice: Slice, amount: Amount)] {
    var terms: [(slice: Slice, amount: Amount)] = []
    var i = slice.lower
    while i < slice.upper {
      let start = i
      while i < slice.upper, i - start <= longest, !Unit.isDigit(units[i]) { i += 1 }
      let name = Slice(start, i)
      let isLong = i - start > longest
      guard !isLong, i < slice.upper, !name.indices.dropFirst().contains(where: { isStop(units[$0]) }) else {
        // What follows the parts, such as ，等级为优.
        return units.contains("等", in: name) && !units.contains("等级", in: name) ? [] : terms
      }
      guard !units.contains(anyOf: [lost, "满分"], in: name),
        let figure = ScoreMention.points(at: i, before: slice.upper, units)
      else { return [] }
      // 投入部分10分，得9.80分: the points that could be had, then those that were.
      let own = name.isEmpty || !isStop(units[name.lower]) ? name : Slice(name.lower + 1, name.upper)
      if own.count <= 4, units.starts(own, withAnyOf: reached) { _ = terms.popLast() }
      terms.append((Slice(i, figure.end), figure.amount))
      i = figure.end + 1
    }
    return terms
  }

  /// Tells whether a unit is one of ， 、 ; and the half-width comma.
  private static func isStop(_ unit: UInt16) -> Bool {
    Unit.isComma(unit) || unit == 0x3001 || unit == 0x3B
  }
}

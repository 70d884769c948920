/// Scores that stand around those of projects: the parts before a total (预算执行得9.79分；产出指标50分，得49.79分；…，自评总得分98.58分), the
/// mean of several forms (平均得分97.24分), and the best or worst of them (得分最高的是“甲”项目，99.86分).
///
/// Rules: `score-total`, `score`. Only a figure that a slip makes of the right one, or that another form has, is told.
enum ScoresAround {
  private static let reached: Word = "得"
  private static let kinds: [WordList] = [
    WordList(["执行", "投入", "过程", "决策", "管理"]), WordList(["产出"]), WordList(["效益", "效果"]),
    WordList(["满意度"]),
  ]
  private static let fewest = 3

  // MARK: Parts

  /// 得9.97分；…得49.79分；…得29分；…得10分。自评总得分98.58分: the only part that a slip keeps from making the total.
  static func parts(before mention: ScoreMention.Mention, _ inspection: inout Inspection) {
    let units = inspection.units
    let terms = terms(mention.before, units)
    let sum = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    guard terms.count >= fewest, Set(terms.map(\.kind)).count == terms.count,
      terms.contains(where: { $0.kind == 0 }), sum != mention.amount.scaled
    else { return }
    let rest = mention.amount.scaled - sum
    let wrong = terms.filter { Slip.isSlip($0.amount.scaled, $0.amount.scaled + rest) }
    let isSlip = !wrong.isEmpty || Slip.isSlip(mention.amount.scaled, sum)
    let place = wrong.count == 1 ? wrong[0].slice : mention.figure
    guard isSlip, !inspection.hasReported(["score", "score-total"], in: place),
      let shown = Amount(scaled: sum, decimals: Swift.max(2, mention.amount.decimals))
    else { return }
    inspection.report(
      "score-total", .error, at: place,
      Message(
        FormPhrases.scoreParts, .sum(terms.map(\.amount)), .amount(shown, nil), .amount(mention.amount, nil)),
      related: terms.map { inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil))) })
  }

  private typealias Term = (slice: Slice, amount: Amount, kind: Int)

  /// The scores with 得 before them, each with what it is for; none if it is not said of one.
  private static func terms(_ text: Slice, _ units: Units) -> [Term] {
    var terms: [Term] = []
    var start = text.lower
    for i in text.indices {
      if Unit.isStop(units[i]) { start = i + 1 }
      guard i > text.lower, Unit.isDigit(units[i]), units.ends(Slice(text.lower, i), with: reached),
        let figure = ScoreMention.points(at: i, before: text.upper, units)
      else { continue }
      guard let kind = kinds.firstIndex(where: { units.contains(anyOf: $0, in: Slice(start, i)) }) else {
        return []
      }
      terms.append((Slice(i, figure.end), figure.amount, kind))
    }
    return terms
  }

  // MARK: Several forms

  static func check(_ tables: ScoredTables, _ inspection: inout Inspection) {
    let units = inspection.units
    let forms = tables.tables.filter { $0.project != nil && $0.score?.kind == .number }
    guard forms.count >= fewest else { return }
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where paragraph.slice.count >= ScoredTables.shortest {
      let text = paragraph.slice
      guard units.contains(score, in: text) else { continue }
      mean(text, forms, &inspection)
      if !tables.named(inParagraph: index).isEmpty { extreme(text, forms, &inspection) }
    }
  }

  /// 5个重点项目…平均得分97.42分: of as many projects as there are forms.
  private static func mean(_ text: Slice, _ forms: [ScoredTable], _ inspection: inout Inspection) {
    let units = inspection.units
    guard let at = units.find(average, in: text),
      let figure = ScoreMention.points(at: at + average.count, before: text.upper, units),
      names(forms.count, Slice(text.lower, at), units)
    else { return }
    let scores = forms.compactMap(\.score)
    let sum = scores.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let exact = sum / Int128(forms.count)
    guard let shown = Amount(scaled: exact, decimals: figure.amount.decimals), figure.amount.decimals > 0,
      (exact - figure.amount.scaled).magnitude > figure.amount.lastPlace.magnitude,
      Slip.isSlip(figure.amount.scaled, shown.scaled),
      case let place = Slice(at + average.count, figure.end), !inspection.hasReported("score", at: place)
    else { return }
    inspection.report(
      "score", .warning, at: place,
      Message(meanOf, .count(forms.count), .amount(shown, nil), .amount(figure.amount, nil)),
      related: scores.map { inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil))) }
    )
  }

  /// Tells whether the last number of projects before a place is a certain one.
  private static func names(_ number: Int, _ text: Slice, _ units: Units) -> Bool {
    var search = text
    var last: Int64?
    while let at = units.first(0x4E2A, in: search) {
      search.lower = at + 1
      let rest = Slice(at + 1, text.upper)
      var start = at
      while start > text.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
      guard start < at, units.contains("项目", in: Slice(rest.lower, Swift.min(rest.upper, rest.lower + 6)))
      else { continue }
      last = NumberScanner.scan(units, start, at)?.amount.digits
    }
    return last == Int64(number)
  }

  /// 得分最高的是“甲”项目，99.86分: the form of 甲 has another score.
  private static func extreme(_ text: Slice, _ forms: [ScoredTable], _ inspection: inout Inspection) {
    let units = inspection.units
    for word in extremes {
      guard let at = units.find(word, in: text), case let behind = Slice(at + word.count, text.upper),
        let form = forms.first(where: { form in
          form.project.map { units.find(units.name($0), in: behind).map { $0 - behind.lower <= 3 } ?? false }
            ?? false
        }), let name = form.project, let own = form.score,
        let named = units.find(units.name(name), in: behind),
        let digit = (named + name.count..<Swift.min(text.upper, named + name.count + 8)).first(where: {
          Unit.isDigit(units[$0])
        }), !units.hasStop(in: Slice(named, digit)),
        let figure = ScoreMention.points(at: digit, before: text.upper, units),
        !ScoreMention.agrees(figure.amount, own.amount),
        case let place = Slice(digit, figure.end), !inspection.hasReported("score", at: place)
      else { continue }
      inspection.report(
        "score", .warning, at: place,
        Message(FormPhrases.otherScore, .amount(figure.amount, nil), .amount(own.amount, nil)),
        related: [inspection.related(own.slice, Message(FormPhrases.scoreTable))])
    }
  }

  private static let score: Word = "得分"
  private static let average: Word = "平均得分"
  private static let extremes: [Word] = ["得分最高的是", "得分最低的是", "得分最高的为", "得分最低的为", "最低的是", "最高的是"]
  static let meanOf = Phrase(
    "{0} 张自评表的平均得分为 {1}，文中写 {2}", "The mean of the {0} forms is {1}, the text says {2}")
}

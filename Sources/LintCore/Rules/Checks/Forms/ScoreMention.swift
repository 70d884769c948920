/// 自评得分95.4分: a score that the text states, against the table of scores and against its own parts.
enum ScoreMention {
  static func check(
    _ forms: some Sequence<(Table, PerformanceForm)>, _ inspection: inout Inspection
  ) {
    let reader = ScoreTotals(draft: inspection.draft, units: inspection.units)
    let totals = reader.collect(forms.map { (table: $0, form: $1) })
    guard !totals.isEmpty else { return }
    for paragraph in inspection.draft.paragraphs {
      let mentions = mentions(paragraph.slice, inspection.units)
      // With several scores in one paragraph nobody can say which is whose.
      guard mentions.count == 1, let mention = mentions.first else { continue }
      parts(of: mention, paragraph.slice, &inspection)
      guard let total = total(for: mention, totals, reader), !agrees(mention.amount, total.score.amount)
      else { continue }
      inspection.report(
        "score", .error, at: mention.figure,
        Message(FormPhrases.otherScore, .amount(mention.amount, nil), .amount(total.score.amount, nil)),
        related: [inspection.related(total.score.slice, Message(FormPhrases.scoreTable))])
    }
  }

  /// A score in a sentence.
  private struct Mention {
    /// The sentence up to the words that announce the score.
    var lead: Slice
    var figure: Slice
    var amount: Amount
  }

  private static let words: [Word] = [
    "自评得分", "综合得分", "自评总分", "自评总得分", "评价得分", "综合评分", "最终得分", "总得分", "自评综合得分", "自评分数",
  ]
  private static let links: [Word] = ["情况为", "结果为", "共计", "为", "是", ":", "共", "达"]
  private static let others: [Word] = [
    "平均", "指标", "部分", "加权", "折", "以上", "扣", "上年", "其中", "区间", "省", "决策", "过程",
  ]
  private static let points: Word = "分"
  private static let noPoints: [Word] = ["分以", "分值", "分及", "分之", "分至", "分-"]

  private static func mentions(_ slice: Slice, _ units: Units) -> [Mention] {
    var result: [Mention] = []
    for word in words {
      var search = slice
      while let at = units.find(word, in: search) {
        search = Slice(at + word.count, slice.upper)
        var start = search.lower
        for link in links where units.has(link, at: start, before: slice.upper) {
          start += link.count
          break
        }
        guard let figure = NumberScanner.scan(units, start, slice.upper),
          units.has(points, at: figure.end, before: slice.upper),
          !units.starts(Slice(figure.end, slice.upper), withAnyOf: noPoints),
          !result.contains(where: { $0.figure.lower == start })
        else { continue }
        let first = slice.indices[..<at].last { units[$0] == 0x3002 || units[$0] == 0x3B }
        result.append(
          Mention(
            lead: Slice(first.map { $0 + 1 } ?? slice.lower, at), figure: Slice(start, figure.end),
            amount: figure.amount))
      }
    }
    return result
  }

  /// The table whose total a sentence states, if there is no doubt which.
  private static func total(
    for mention: Mention, _ totals: [ScoreTotal], _ reader: ScoreTotals
  ) -> ScoreTotal? {
    let units = reader.units
    guard !units.contains(anyOf: others, in: mention.lead) else { return nil }
    let named = totals.filter { total in
      total.project.map { $0.count >= 4 && contains($0, in: mention.lead, units) } ?? false
    }
    if !named.isEmpty { return named.count == 1 ? named.first : nil }
    let overall = totals.filter(\.isOverall)
    if units.contains(anyOf: ["整体支出", "部门整体", "单位整体"], in: mention.lead) {
      return overall.count == 1 ? overall.first : nil
    }
    guard !units.contains(anyOf: ["项目", "专项", "政策"], in: mention.lead) else { return nil }
    let region = reader.region(of: mention.figure.lower)
    let near = totals.filter { $0.region == region }
    return near.count == 1 && near.first?.isOverall ?? false ? near.first : nil
  }

  private static func contains(_ name: Slice, in slice: Slice, _ units: Units) -> Bool {
    units.find(Name(units: name.indices.map { units[$0] }), in: slice) != nil
  }

  private static func agrees(_ stated: Amount, _ total: Amount) -> Bool {
    stated.scaled == total.scaled
      || stated.decimals < total.decimals
        && Interval(rounding: stated).meets(Interval(total.scaled, total.scaled))
  }

  // MARK: Parts

  private static let marker: Word = "其中"
  private static let got: Word = "得"

  /// 其中：预算执行得9.81分，产出指标得49.16分，…: the parts make the score, if they are complete.
  private static func parts(of mention: Mention, _ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    let end = (mention.figure.upper..<slice.upper).first { units[$0] == 0x3002 } ?? slice.upper
    let rest = Slice(mention.figure.upper, end)
    guard let at = units.find(marker, in: rest), at <= rest.lower + 3 else { return }
    var terms: [(slice: Slice, amount: Amount)] = []
    var i = at
    while i < end {
      guard Unit.isDigit(units[i]), let figure = NumberScanner.scan(units, i, end) else {
        i += 1
        continue
      }
      let isScore =
        units.has(points, at: figure.end, before: end) && units.ends(Slice(at, i), with: got)
      guard isScore, !units.starts(Slice(figure.end, end), withAnyOf: noPoints) else { return }
      terms.append((Slice(i, figure.end), figure.amount))
      i = figure.end
    }
    let sum = terms.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let decimals = terms.map(\.amount.decimals).max() ?? 0
    guard terms.count >= 3, sum != mention.amount.scaled, !units.contains("等", in: Slice(at, end)),
      let shown = Amount(scaled: sum, decimals: Swift.max(decimals, mention.amount.decimals)),
      mention.amount.decimals >= decimals || !Interval(rounding: mention.amount).meets(Interval(sum, sum))
    else { return }
    inspection.report(
      "score-total", .error, at: mention.figure,
      Message(
        FormPhrases.scoreParts, .sum(terms.map(\.amount)), .amount(shown, nil),
        .amount(mention.amount, nil)),
      related: terms.map { inspection.related($0.slice, Message(FormPhrases.item, .amount($0.amount, nil))) })
  }
}

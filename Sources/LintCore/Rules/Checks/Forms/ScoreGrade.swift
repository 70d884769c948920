/// Holds the grade of a score against the scale of the Ministry of Finance: 自评得分95.40分，评价等次为“良”.
///
/// 优 begins at 90 points, 良 at 80 and 中 at 60 (财预〔2020〕10号); where some give 良 and 中 from fewer points on, both
/// readings count as right. What else a paragraph tells (平均住院日由8.9天缩短至8.4天) is no scale.
enum ScoreGrade {
  static func check(_ mention: ScoreMention.Mention, _ paragraph: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    guard !units.contains(anyOf: scales, in: paragraph), !hasRange(paragraph, units),
      !units.contains(anyOf: others, in: Slice(mention.lead.lower, mention.rest.upper)),
      mention.amount.scaled <= 100 * Scale.one,
      units.ends(Slice(mention.before.lower, mention.figure.lower), withAnyOf: ownScores),
      let found = words.compactMap({ word in units.find(word, in: mention.rest).map { $0 + word.count } })
        .min()
    else { return }
    var start = found
    if units.starts(Slice(start, mention.rest.upper), withAnyOf: quotes) { start += 1 }
    let stated = Slice(start, mention.rest.upper)
    guard let grade = grades.first(where: { units.starts(stated, withAnyOf: $0.words) }),
      mention.amount.scaled < grade.least * Scale.one || mention.amount.scaled >= grade.below * Scale.one
    else { return }
    inspection.report(
      "score", .warning, at: Slice(start, start + 1),
      Message(
        phrase, .amount(mention.amount, nil), .text(IndicatorCheck.grade(of: mention.amount)),
        .text(grade.text)),
      related: [inspection.related(mention.figure, Message(FormPhrases.item, .amount(mention.amount, nil)))])
  }

  private static let phrase = Phrase(
    "自评得分 {0} 对应等级“{1}”，文中写“{2}”", "A score of {0} is graded “{1}”, the text says “{2}”")
  private static let ownScores = WordList([
    "自评得分", "自评得分为", "自评总分", "自评总分为", "自评总得分", "自评总得分为", "自评综合得分", "自评综合得分为", "自评得分是", "自评得分:",
    "评价得分", "评价得分为", "综合得分", "综合得分为", "总得分", "总得分为", "最终得分", "最终得分为", "综合评分", "综合评分为", "评价得分:",
  ])
  private static let words = WordList([
    "等级为", "等次为", "等级是", "等次是", "评级为", "等级评定为", "等级:", "等次:", "等级“", "等次“", "评为“", "评定为“", "结果为“",
  ])
  private static let quotes = WordList(["“", "\"", "'", "‘", "「"])
  /// Words of a scale of one's own, or of several scores.
  private static let scales = WordList([
    "满分", "以上", "以下", "(含", "区间", "≥", "扣分", "分值", "分制",
  ])
  /// Words of a score that is not that of one evaluation.
  private static let others = WordList(["平均", "加权", "折算", "上年"])

  /// 80至90分, 80分至90分: points from one figure to another.
  private static func hasRange(_ paragraph: Slice, _ units: Units) -> Bool {
    paragraph.indices.dropFirst().dropLast().contains {
      units[$0] == 0x81F3 && Unit.isDigit(units[$0 + 1])
        && (Unit.isDigit(units[$0 - 1]) || units[$0 - 1] == 0x5206 || units[$0 - 1] == 0x29)
    }
  }

  /// The least score of a grade, and the least that is too high for it.
  private static let grades: [(words: WordList, text: String, least: Int128, below: Int128)] = [
    (WordList(["优”", "优。", "优，", "优秀", "优\"", "优；"]), "优", 90, 101),
    (WordList(["良”", "良。", "良，", "良好", "良\"", "良；"]), "良", 70, 90),
    (WordList(["中”", "中。", "中，", "中等", "中\""]), "中", 60, 80),
    (WordList(["差”", "差。", "差，", "较差", "差\""]), "差", 0, 60),
  ]
}

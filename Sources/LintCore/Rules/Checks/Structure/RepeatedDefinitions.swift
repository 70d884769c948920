/// Two terms of the glossary (名词解释) with one explanation, or one standard term with two.
///
/// One of the two was copied, or stands there twice.
///
/// Rule: `duplicate-item`.
enum RepeatedDefinitions {
  private static let glossary: Word = "名词解释"
  private static let longestTerm = 40
  /// Shorter explanations may be the same by chance.
  private static let leastBody = 16

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let draft = inspection.draft
    guard let heading = draft.headings.last(where: { units.contains(glossary, in: $0.slice) }) else { return }
    let end = draft.headings.first { $0.slice.lower > heading.slice.lower && $0.rank <= heading.rank }
    var seen: [UInt64: (term: Slice, body: Slice)] = [:]
    var terms: [UInt64: Slice] = [:]
    for paragraph in draft.paragraphs
    where paragraph.slice.lower > heading.slice.lower && paragraph.slice.lower < end?.slice.lower ?? .max {
      guard let (term, body) = definition(paragraph, units) else { continue }
      let known = units.equals(anyOf: standard, term) ? terms.updateValue(term, forKey: units.key(term)) : nil
      guard let first = seen.updateValue((term, body), forKey: units.key(body)),
        units.areSame(first.body, body)
      else {
        if let known {
          inspection.report(
            "duplicate-item", .warning, at: term, Message(twice, .text(draft.string(term))),
            related: [inspection.related(known, Message(original))])
        }
        continue
      }
      let message =
        units.areSame(first.term, term)
        ? Message(again, .text(draft.string(term)))
        : Message(copied, .text(draft.string(term)), .text(draft.string(first.term)))
      inspection.report(
        "duplicate-item", .warning, at: body, message,
        related: [inspection.related(first.body, Message(original))])
    }
  }

  /// The term and what stands behind its colon.
  private static func definition(_ paragraph: Paragraph, _ units: Units) -> (term: Slice, body: Slice)? {
    let start = paragraph.slice.lower + (paragraph.ordinal?.length ?? 0)
    guard
      let colon = units.first(0x3A, in: Slice(start, Swift.min(paragraph.slice.upper, start + longestTerm)))
    else { return nil }
    let body = units.trimmed(Slice(colon + 1, paragraph.slice.upper))
    let term = units.trimmed(Slice(start, colon))
    return body.count >= leastBody && term.count >= 2 ? (term, body) : nil
  }

  /// Terms that every glossary has, once; names of subjects may stand under two of them.
  private static let standard = WordList([
    "财政拨款收入", "一般公共预算拨款收入", "政府性基金预算拨款收入", "事业收入", "经营收入", "其他收入", "上级补助收入", "附属单位上缴收入",
    "使用非财政拨款结余", "年初结转和结余", "上年结转", "上年结转和结余", "结余分配", "年末结转和结余", "结转下年", "基本支出", "项目支出", "经营支出",
    "上缴上级支出", "对附属单位补助支出", "“三公”经费", "机关运行经费", "人员经费", "公用经费", "日常公用经费", "政府采购",
  ])
  private static let twice = Phrase("“{0}”在名词解释中列了两次", "“{0}” stands in the glossary twice")
  private static let copied = Phrase(
    "“{0}”的解释与“{1}”完全相同，疑为照抄", "“{0}” is explained word for word as “{1}”")
  private static let again = Phrase("“{0}”连同解释列了两次", "“{0}” stands here twice with its explanation")
  private static let original = Phrase("相同的解释", "The same explanation")
}

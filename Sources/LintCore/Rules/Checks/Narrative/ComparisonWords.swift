/// Finds 与2015年预算减少10万元 for 比…减少 or 与…相比减少, and years that lost their 年: 2024基本支出.
///
/// Rule: `typo`.
enum ComparisonWords {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let tokens = context.claims.tokens
    for (index, passage) in context.claims.passages.enumerated() {
      inspection.look(for: .comparisons, inPassage: index, context) { inspection in
        for (token, next) in zip(tokens[passage.tokens], tokens[passage.tokens].dropFirst())
        where (token.mark == .increase || token.mark == .decrease) && next.mark == .figure
          && next.lower == token.upper
        {
          compared(token.slice, passage.slice, context, &inspection)
        }
        for token in tokens[passage.tokens] where token.mark == .figure && token.unit == .none {
          year(token, passage.slice, context, &inspection)
        }
      }
    }
  }

  // MARK: 与 for 比

  private static func compared(
    _ word: Slice, _ passage: Slice, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    var start = word.lower
    while start > passage.lower, word.lower - start <= longestBase, bases.contains(units[start - 1]) {
      start -= 1
    }
    let base = Slice(start, word.lower)
    let with = start - 1
    guard with >= passage.lower, units[with] == 0x4E0E, base.count >= 2, units.starts(base, withAnyOf: years),
      with == passage.lower || !joined.contains(units[with - 1])
    else { return }
    let whole = Slice(with, word.upper)
    // 与上年下降 and the like are phrases of the rule.
    guard !units.equals(anyOf: known, whole) else { return }
    let draft = context.draft
    inspection.report(
      "typo", .warning, at: whole, Message(without, .text(draft.string(whole)), .text(draft.string(base))),
      fixes: [
        Fix(
          title: Message(replace), edits: [Edit(draft.range(Slice(with, with + 1)), "比")], safety: .review)
      ])
  }

  private static let longestBase = 18
  /// The units of 上年度同期年初预算数, 2015年决算数.
  private static let bases = Set("上年去度同期初预算决执行支出数总额0123456789".utf16)
  private static let years = WordList(["上年", "去年", "年初", "20"])
  /// 参与, 赠与, 给与.
  private static let joined = Set("参赠给".utf16)
  private static let known = WordList(["与上年下降", "与上年决算数下降", "与上年决算数减少"])
  private static let without = Phrase(
    "“{0}”不通，应为“比{1}…”或“与{1}相比…”", "“{0}” is no comparison; write 比{1}… or 与{1}相比…")
  private static let replace = Phrase("把“与”改为“比”", "Replace 与 by 比")

  // MARK: Years

  private static func year(
    _ token: FigureToken, _ passage: Slice, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let at = token.slice
    guard token.amount.decimals == 0, token.amount.digits >= 2010, token.amount.digits <= 2040,
      Int(token.digitsUpper) - at.lower == 4,
      at.lower == passage.lower || isStart(context.units[at.lower - 1]),
      context.units.starts(Slice(Int(token.digitsUpper), passage.upper), withAnyOf: subjects)
    else { return }
    let digits = Slice(at.lower, Int(token.digitsUpper))
    inspection.report(
      "typo", .warning, at: digits, Message(bare, .text(context.draft.string(digits))),
      fixes: [
        Fix(
          title: Message(add),
          edits: [Edit(context.draft.range(digits), context.draft.string(digits) + "年")], safety: .review)
      ])
  }

  /// Tells whether a year may begin behind a unit: an ideograph or a mark, and no sign that goes on with a number.
  private static func isStart(_ unit: UInt16) -> Bool {
    Unit.isIdeograph(unit) || Unit.endsClause(unit) || unit == 0x3A || unit == 0x28
  }

  private static let subjects = WordList([
    "度", "基本支出", "项目支出", "一般公共预算", "部门预算", "部门决算", "单位预算", "单位决算", "“三公”", "三公经费", "财政拨款", "政府性基金", "全市",
    "全县",
    "全区", "全镇", "全乡", "收入预算", "支出预算", "收入决算", "支出决算",
  ])
  private static let bare = Phrase("“{0}”后缺“年”字", "年 is missing behind “{0}”")
  private static let add = Phrase("加上“年”", "Add 年")
}

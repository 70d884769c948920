/// Adds up the divisions of one figure: 收支总预算4233.94万元。收入按资金来源分为：一般公共预算拨款4233.94万元，无政府性基金预算拨款；按资金年度分为：
/// 本年财政拨款收入4149.34万元，上年结转84.60万元.
///
/// Rule: `narrative-sum`. Two divisions that make the same say what their whole is; so does one that names the rest (其他) or
/// says of all other kinds that there are none.
enum Divisions {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, passage) in context.claims.passages.enumerated()
    where passage.claims.count >= 2 && passage.claims.count <= mostFigures && context.isJudged(index) {
      inspection.look(for: .divisions, inPassage: index, context) {
        check(passage, context, &$0)
      }
    }
  }

  private static let mostFigures = 60

  /// A figure with one of its divisions.
  private struct Division {
    var whole: Int
    var parts: [Int]
    var sum: NarrativeContext.Value
    /// Nothing else can belong to it.
    var isComplete: Bool
  }

  private static func check(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection) {
    var all: [Division] = []
    for index in passage.claims.dropFirst() where begins(index, context) {
      if let division = division(from: index, passage, context) { all.append(division) }
    }
    for division in all {
      guard let total = context.value(context[division.whole]),
        !total.hasTail(division.sum.exact - total.exact, terms: division.parts.count)
      else { continue }
      let others = all.filter { $0.whole == division.whole && $0.parts != division.parts }
      let isRight = others.contains {
        total.hasTail($0.sum.exact - total.exact, terms: $0.parts.count)
      }
      let areSame = !others.isEmpty && others.allSatisfy { $0.sum.exact == division.sum.exact }
      if !isRight, areSame {
        return report(division, total, at: division.whole, context, &inspection)
      }
      guard isRight || division.isComplete else { continue }
      report(division, total, at: nil, context, &inspection)
    }
  }

  private static func report(
    _ division: Division, _ total: NarrativeContext.Value, at place: Int?, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let terms = division.parts.compactMap { context.value(context[$0]) }
    let difference = division.sum.exact - total.exact
    let culprits = Slip.culprits(difference, terms)
    let isSlip = Slip.explains(difference, terms, total)
    // Parts that are not all may be left out; what is more than the whole is wrong.
    let isMore = difference > 0
    let at = place ?? culprits.only.map { division.parts[$0] } ?? division.whole
    guard isSlip || isMore || place != nil || division.isComplete, let last = division.parts.last,
      !inspection.hasReported(
        ["narrative-sum"],
        in: Slice(context[division.whole].figure.lower, context[last].figure.upper)),
      let shown = context.shown(division.sum.exact.magnitude, like: context[division.whole])
    else { return }
    inspection.report(
      "narrative-sum", isSlip ? .error : .warning, at: context[at].figure,
      Message(
        NarrativePhrases.listed, .text(context.name(context[division.whole])),
        .text(context.draft.string(context[division.whole].figure)),
        .sum(division.parts.map { context[$0].amount }), .amount(shown, nil)),
      related: context.related((division.parts + [division.whole]).filter { $0 != at }))
  }

  // MARK: Reading

  /// Tells whether the words before an amount begin a division: 按资金来源分为, 从支出性质看.
  private static func begins(_ index: Int, _ context: NarrativeContext) -> Bool {
    context[index].role == .amount && context[index].unit.money != nil
      && start(of: index, context).map { _ in true } ?? false
  }

  /// Where 按 or 从 stands before an amount, with the words up to it.
  private static func start(of index: Int, _ context: NarrativeContext) -> Int? {
    let gap = Slice(context[index - 1].figure.upper, context[index].figure.lower)
    guard context.units.contains(anyOf: dividing, in: gap) else { return nil }
    return gap.indices.last {
      (context.units[$0] == 0x6309 || context.units[$0] == 0x4ECE)
        && context.units.contains(anyOf: dividing, in: Slice($0, Swift.min(gap.upper, $0 + longestAspect)))
    }
  }

  private static let longestAspect = 12
  private static let dividing = WordList([
    "来源分", "性质分", "类型分", "分类分", "用途分", "年度分", "级次分", "渠道分", "来源看", "性质看", "年度看", "用途看", "来源划分", "性质划分",
    "类型划分", "用途划分", "功能分", "功能看", "科目分", "科目看", "功能划分",
  ])

  /// The division that begins at an amount, if it can be read to its end.
  private static func division(
    from first: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Division? {
    let units = context.units
    guard let start = start(of: first, context), let whole = whole(of: first, start, passage, context)
    else { return nil }
    var parts: [Int] = []
    for index in first..<passage.claims.upperBound {
      let claim = context[index]
      let gap = Slice(context[index - 1].figure.upper, claim.figure.lower)
      if index > first,
        gap.indices.contains(where: { units[$0] == 0x3002 }) || self.start(of: index, context) != nil
      {
        break
      }
      if claim.role == .share || claim.unit == .percent && claim.role != .rate { continue }
      guard claim.role == .amount, claim.unit == context[first].unit, !claim.isRough,
        !units.contains(anyOf: inner, in: gap)
      else { return nil }
      parts.append(index)
    }
    guard let sum = context.sum(parts), let last = parts.last else { return nil }
    // 年初预算为90万元，支出决算为95万元。按支出性质分，…: it is the second that is divided.
    let divided = (passage.claims.lowerBound..<first).last {
      guard context[$0].role == .amount, context[$0].unit == context[first].unit,
        let value = context.value(context[$0])
      else { return false }
      return value.hasTail(sum.exact - value.exact, terms: parts.count)
    }
    let name = Wording.core(context[last].label, units)
    let isRest = parts.count >= 2 && units.starts(name, withAnyOf: rests)
    let behind = Slice(context[last].figure.upper, passage.slice.upper)
    let isOnly = units.starts(behind, withAnyOf: noOthers)
    return Division(whole: divided ?? whole, parts: parts, sum: sum, isComplete: isRest || isOnly)
  }

  private static let inner = WordList(["其中", "(", "含", "主要是", "合计", "共计", "小计"])
  private static let rests = WordList(["其他资金", "其它资金", "其余"])
  private static let noOthers = WordList(["，无", "，没有"])

  /// The figure that is divided: that of the words before 按, or the first of the paragraph where they name a side.
  private static func whole(
    of first: Int, _ start: Int, _ passage: Passage, _ context: NarrativeContext
  ) -> Int? {
    let words = Slice(
      context.units.clauseStart(
        before: start, from: Swift.max(passage.slice.lower, context[first - 1].figure.upper)),
      start)
    let before = (passage.claims.lowerBound..<first).filter {
      context[$0].role == .amount && context[$0].unit == context[first].unit && !context[$0].isRough
    }
    guard let head = before.first else { return nil }
    if words.isEmpty || context.units.equals(anyOf: sides, words) {
      let flow = context[head].concept.flow
      return words.isEmpty || flow.isEmpty || context[head].concept.contains(.both)
        || flow == context.lexicon.concept(of: words, context.units).concept.flow ? head : nil
    }
    return before.last { Wording.contains(context[$0].label, words, context.units) }
  }

  private static let sides = WordList(["收入", "支出"])
}

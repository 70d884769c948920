/// Holds what an item spent against what its reason says came in and was left: 支出决算为46.18万元，主要是使用上年结转资金21.40万元和年中追加的27.15万元，
/// 结转下年2.37万元; 支出决算为68.30万元，…，本年收入75.00万元，质保金6.70万元结转下年支付.
///
/// Rule: `narrative-sum`. Every amount of the paragraph has to be one of these, and what does not fit has to be one slip of the
/// pen.
enum ReasonBalance {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for (index, passage) in context.claims.passages.enumerated()
    where passage.claims.count >= 3 && passage.claims.count <= mostFigures && context.isJudged(index) {
      inspection.look(for: .reasonBalance, inPassage: index, context) { inspection in
        guard let terms = Terms(passage, context) else { return }
        check(terms, context, &inspection)
      }
    }
  }

  private static let mostFigures = 12

  /// The amounts of a paragraph by what they do to what there is.
  private struct Terms {
    var received: [Int] = []
    var spent: [Int] = []
    var left = -1

    init?(_ passage: Passage, _ context: NarrativeContext) {
      for index in passage.claims {
        let claim = context[index]
        guard claim.unit.money != nil else { continue }
        if claim.role == .change || claim.role == .prior { continue }
        guard claim.role == .amount || claim.role == .mention, !claim.isRough,
          FigureCue.direction(claim, context) == nil
        else { return nil }
        if ReasonBalance.isLeft(claim, passage.slice, context) {
          guard left < 0 else { return nil }
          left = index
        } else if context.units.contains(anyOf: ReasonBalance.incoming, in: claim.label) {
          received.append(index)
        } else if context.units.contains(anyOf: ReasonBalance.outgoing, in: claim.label) {
          spent.append(index)
        } else if claim.concept.contains(.plan) {
          if !claim.amount.isZero { received.append(index) }
        } else {
          return nil
        }
      }
      guard left >= 0, !spent.isEmpty, !received.isEmpty,
        received.contains(where: { context[$0].sentence == context[left].sentence }),
        (received + spent + [left]).allSatisfy({ context[$0].unit == context[left].unit })
      else { return nil }
    }
  }

  /// 结转下年2.37万元, 质保金6.70万元结转下年支付: what goes on to the next year.
  private static func isLeft(_ claim: Claim, _ passage: Slice, _ context: NarrativeContext) -> Bool {
    context.units.contains(anyOf: onward, in: claim.label)
      || context.units.starts(Slice(claim.figure.upper, passage.upper), withAnyOf: onward)
  }

  private static let onward = WordList(["结转下年", "结转至下年", "结转到下年", "结转下一年", "按规定结转下年", "结转以后年度"])
  private static let incoming = WordList([
    "上年结转", "年初结转", "追加", "下达", "本年收入", "当年收入", "拨入", "收到", "到位",
  ])
  private static let outgoing = WordList(["支出决算", "当年支出", "本年支出", "实际支出", "年末支出", "决算为", "决算数为"])

  private static func check(_ terms: Terms, _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard let all = context.sum(terms.received), let left = context.value(context[terms.left]),
      case let right = all - left, right.exact > 0
    else { return }
    let spent = terms.spent.compactMap { at in context.value(context[at]).map { (at, $0) } }
    let odd = spent.filter { !$0.1.interval.meets(right.interval) }
    guard spent.count == terms.spent.count, let (at, stated) = odd.first, let first = odd.first?.0,
      let last = (terms.received + terms.spent + [terms.left]).max(),
      !inspection.hasReported(
        ["narrative-sum"], in: Slice(context[first].figure.lower, context[last].figure.upper))
    else { return }
    // 支出决算为96.00万元，…，当年支出96.20万元: one of the two is the sum.
    let isAlone = odd.count < spent.count
    guard isAlone || odd.allSatisfy({ $0.1.exact == stated.exact }),
      isSlip(stated.exact, right.exact, isAlone ? [] : terms.received, left.exact, context),
      let shown = context.shown(right.exact.magnitude, like: context[at])
    else { return }
    inspection.report(
      "narrative-sum", .error, at: context[at].figure,
      Message(
        phrase, .sum(terms.received.map { context[$0].amount }), .amount(context[terms.left].amount, nil),
        .amount(shown, nil), .text(context.draft.string(context[at].figure))),
      related: context.related(terms.received + [terms.left]))
  }

  /// Tells whether one slip in what was spent, in what came in or in what is left makes them fit.
  private static func isSlip(
    _ stated: Int128, _ right: Int128, _ received: [Int], _ left: Int128, _ context: NarrativeContext
  ) -> Bool {
    let gap = stated - right
    return Slip.isSlip(stated, right) || !received.isEmpty && Slip.isSlip(left, left - gap)
      || received.contains { at in
        context.value(context[at]).map { Slip.isSlip($0.exact, $0.exact + gap) } ?? false
      }
  }

  private static let phrase = Phrase(
    "{0} − {1} = {2}，文中写支出 {3}", "{0} − {1} = {2}, the text says {3} was spent")
}

/// Holds the numbers of posts and people that two places state against each other: 编制62名，在职57人，退休31人 in the
/// chapter on the unit and in a report that is attached.
///
/// Two places speak of the same people only where all other numbers agree; so one of them is wrong.
enum StaffRepeat {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var known: [[Int: Int]] = []
    for passage in context.claims.passages where passage.claims.count >= 2 && passage.claims.count <= 60 {
      let own = numbers(passage, context)
      guard own.count >= 2 else { continue }
      for before in known {
        guard let odd = difference(before, own, context) else { continue }
        inspection.report(
          "narrative-repeat", .warning, at: context[odd.now].figure,
          Message(
            phrase, .text(context.name(context[odd.now])),
            .text(context.draft.string(context[odd.now].figure)),
            .text(context.draft.string(context[odd.before].figure))),
          related: [context.related(context[odd.before])])
        break
      }
      known.append(own)
      if known.count > 12 { return }
    }
  }

  /// The one number in which two places differ where at least two, or one that is large, agree.
  private static func difference(
    _ a: [Int: Int], _ b: [Int: Int], _ context: NarrativeContext
  ) -> (before: Int, now: Int)? {
    let shared = Set(a.keys).intersection(b.keys)
    var agreeing = 0
    var largest: Int64 = 0
    var odd: (before: Int, now: Int)?
    for kind in shared.sorted() {
      guard let before = a[kind], let now = b[kind] else { continue }
      if context[before].amount == context[now].amount {
        agreeing += context[now].amount.isZero ? 0 : 1
        largest = Swift.max(largest, context[now].amount.digits)
      } else {
        guard odd == nil else { return nil }
        odd = (before, now)
      }
    }
    return agreeing >= 2 || agreeing == 1 && largest >= 20 ? odd : nil
  }

  /// The claim of each kind of number that a passage states once.
  private static func numbers(_ passage: Passage, _ context: NarrativeContext) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var twice: Set<Int> = []
    for index in passage.claims where context[index].role == .amount && context[index].unit == .people {
      let claim = context[index]
      let label = Wording.core(claim.label, context.units)
      guard !claim.isRough, claim.amount.decimals == 0,
        let kind = kinds.firstIndex(where: { context.units.ends(label, withAnyOf: $0) })
      else { continue }
      if found[kind] != nil { twice.insert(kind) }
      found[kind] = index
    }
    for kind in twice { found[kind] = nil }
    return found
  }

  private static let kinds: [WordList] = [
    WordList(["核定编制", "核定事业编制", "编制总数", "人员编制"]),
    WordList(["实有在职人员", "在职人员", "在职人数", "在职职工", "在编教职工"]),
    WordList(["退休人员", "退休人数", "离退休人员"]),
    WordList(["在校学生", "在校生"]),
  ]
  private static let phrase = Phrase(
    "{0}：此处写 {1}，前文写 {2}，同处其余人数一致", "{0}: {1} here and {2} before, though all other numbers beside it agree")
}

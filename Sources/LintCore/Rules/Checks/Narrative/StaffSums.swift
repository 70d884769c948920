/// Calculates with the posts and people of one paragraph: 编制236名，在职228人，空编8名; 净减少2人，系退休5人、新招录3人; 按岗位分：….
enum StaffSums {
  static func check(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for index in all.indices where isOfPeople(all[index], units) && !all[index].isRough {
      let lead = all[index].lead
      if units.ends(lead, withAnyOf: vacant), !isOfPart(index, all, units) {
        vacancy(index, all, &inspection)
      } else if units.ends(lead, withAnyOf: netWords) || isExplained(index, all, text, units) {
        net(index, all, text, &inspection)
      }
      posts(index, all, text, &inspection)
    }
  }

  private static func isOfPeople(_ quantity: Quantity, _ units: Units) -> Bool {
    units.equals(anyOf: people, quantity.measure) && quantity.amount.decimals == 0
  }

  /// 核定编制236名，在职实有228人，空编8名: the one number of posts before and the nearest of those who serve.
  private static func vacancy(_ index: Int, _ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    let before = all[..<index].filter { isOfPeople($0, units) && !$0.isRough }
    guard let posts = before.first(where: { isWholePosts($0, before, units) }),
      let staff = before.last(where: { units.contains(anyOf: serving, in: $0.lead) }),
      before.count(where: { units.contains(anyOf: serving, in: $0.lead) }) == 1,
      staff.digits.lower > posts.digits.lower, staff.sentence == all[index].sentence,
      case let gap = posts.amount.digits &- staff.amount.digits, gap != all[index].amount.digits
    else { return }
    let shown = Amount(digits: gap, decimals: 0)
    report(
      all[index],
      Message(
        NarrativePhrases.difference,
        .amount(posts.amount, nil), .amount(staff.amount, nil), .amount(shown, nil),
        .text(inspection.draft.string(all[index].slice))), [posts, staff], &inspection)
  }

  /// 在职109人，其中行政24人（空编2名）、事业85人（空编7名）; 空编9名，其中行政空编2名、事业空编7名: those that a part of the staff lacks.
  private static func isOfPart(_ index: Int, _ all: [Quantity], _ units: Units) -> Bool {
    guard index > 0 else { return false }
    let own = all[index]
    let near = all.filter { $0.sentence == own.sentence && units.ends($0.lead, withAnyOf: vacant) }
    guard near.count > 1, near.first?.digits.lower == own.digits.lower else { return near.count > 1 }
    let before = all[index - 1]
    let between = Slice(before.measure.upper, Swift.max(before.measure.upper, own.digits.lower))
    return !units.contains(anyOf: serving, in: before.lead)
      && !between.indices.contains { units[$0] == 0x29 }
  }

  /// Tells whether a number is that of all posts: the only one of posts, or the first, which the others divide.
  private static func isWholePosts(_ quantity: Quantity, _ all: [Quantity], _ units: Units) -> Bool {
    let posts = all.filter { units.contains(anyOf: Self.posts, in: $0.lead) }
    guard posts.first?.digits.lower == quantity.digits.lower else { return false }
    let parts = posts.dropFirst().reduce(Int64(0)) { $0 &+ $1.amount.digits }
    return posts.count == 1 || parts == quantity.amount.digits
  }

  /// 在职人员减少2人，系年内退休3人、新招录1人: how many more or less there are, and behind it all who came and left.
  private static func isExplained(_ index: Int, _ all: [Quantity], _ text: Slice, _ units: Units) -> Bool {
    let whole = all[index]
    guard units.ends(whole.lead, withAnyOf: changeWords), units.contains(anyOf: staff, in: whole.lead),
      !units.contains(anyOf: retired, in: whole.lead), all.indices.contains(index + 1)
    else { return false }
    let stop = units.sentenceEnd(from: whole.measure.upper, before: text.upper)
    let gap = Slice(whole.measure.upper, Swift.max(whole.measure.upper, all[index + 1].digits.lower))
    guard let word = gap.indices.first(where: { !Unit.isComma(units[$0]) && units[$0] != 0x28 }) else {
      return false
    }
    return units.starts(Slice(word, gap.upper), withAnyOf: explained)
      && !units.contains(anyOf: partly, in: Slice(gap.lower, stop))
  }

  /// 较上年末净减少2人，系退休5人、新招录3人: all who left less all who came.
  private static func net(
    _ index: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let whole = all[index]
    let stop = units.sentenceEnd(from: whole.measure.upper, before: text.upper)
    let parts = all[(index + 1)...].prefix { $0.digits.lower < stop }
    let kinds = parts.map { part in
      (units.contains(anyOf: leaving, in: part.lead) ? -1 : 0)
        + (units.contains(anyOf: coming, in: part.lead) ? 1 : 0)
    }
    guard parts.count >= 2, !kinds.contains(0), Set(kinds).count == 2,
      parts.allSatisfy({ isOfPeople($0, units) && !$0.isRough && $0.lead.count <= 10 })
    else { return }
    let sum = zip(kinds, parts).reduce(Int64(0)) { $0 &+ Int64($1.0) &* $1.1.amount.digits }
    let stated = units.ends(whole.lead, withAnyOf: less) ? -whole.amount.digits : whole.amount.digits
    guard sum != stated else { return }
    report(
      whole,
      Message(
        sum < 0 ? fewer : more,
        .text(inspection.draft.string(Slice(whole.digits.lower - 2, whole.slice.upper))),
        .amount(Amount(digits: Int64(clamping: sum.magnitude), decimals: 0), nil)), Array(parts), &inspection)
  }

  /// 在职实有228人，空编8名。按岗位分：正高级教师6人、高级教师88人、…: posts up to the end of their sentence.
  private static func posts(
    _ first: Int, _ all: [Quantity], _ text: Slice, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let start = all[first].lead.lower
    guard start > text.lower, first > 0,
      let by = units.find(divided, in: Slice(Swift.max(text.lower, start - 10), all[first].digits.lower)),
      units.contains(anyOf: kinds, in: Slice(by, all[first].digits.lower))
    else { return }
    let stop = units.sentenceEnd(from: start, before: text.upper)
    // 高级71人（其中正高级9人），中级76人: what is in one of them is none beside it.
    let listed = all[first...].prefix { $0.digits.lower < stop }
    let parts = listed.filter { !units.starts($0.lead, with: nested) }
    guard parts.count >= 3, parts.allSatisfy({ isOfPeople($0, units) && !$0.isRough }),
      !parts.contains(where: { units.contains(anyOf: open, in: $0.lead) || isOpen(behind: $0, text, units) })
    else { return }
    let sum = parts.reduce(Int64(0)) { $0 &+ $1.amount.digits }
    let wholes = all[..<first].filter { isOfPeople($0, units) }
    // 专业技术人员按职称划分: those at the technical posts alone.
    let isTechnical = units.contains(
      technical, in: Slice(units.clauseStart(before: by, from: text.lower), by))
    let names = isTechnical ? technicals : serving
    guard !wholes.contains(where: { $0.amount.digits == sum }),
      let whole = wholes.last(where: { units.contains(anyOf: names, in: $0.lead) }), !whole.isRough,
      case let gap = sum &- whole.amount.digits,
      Slip.isSlip(Int128(whole.amount.digits), Int128(sum))
        || parts.contains(where: { Slip.isSlip(Int128($0.amount.digits), Int128($0.amount.digits &- gap)) })
    else { return }
    report(
      whole,
      Message(
        NarrativePhrases.partsMake,
        .text(inspection.draft.string(whole.slice)), .sum(parts.map(\.amount)),
        .amount(Amount(digits: sum, decimals: 0), nil)), parts, &inspection)
  }

  /// 中级76人等; 初级42人以上.
  private static func isOpen(behind quantity: Quantity, _ text: Slice, _ units: Units) -> Bool {
    let end = Swift.min(text.upper, quantity.measure.upper + 2)
    return units.starts(Slice(quantity.measure.upper, end), withAnyOf: open)
  }

  private static let nested: Word = "(其中"
  private static let technical: Word = "专业技术"
  private static let technicals = WordList(["专业技术", "专技"])

  private static func report(
    _ quantity: Quantity, _ message: Message, _ others: [Quantity],
    _ inspection: inout Inspection
  ) {
    guard !inspection.hasReported(["narrative-sum"], in: quantity.slice) else { return }
    inspection.report(
      "narrative-sum", .warning, at: quantity.slice, message,
      related: others.map { Related(inspection.draft.range($0.slice), Message(NarrativePhrases.figure)) })
  }

  private static let people = WordList(["人", "名"])
  private static let vacant = WordList(["空编", "空缺编制", "较编制数少", "比编制数少", "较编制少", "比编制少"])
  private static let posts = WordList(["编制"])
  private static let serving = WordList(["在职", "实有", "在编"])
  private static let less = WordList(["减少", "净减"])
  private static let changeWords = WordList(["减少", "增加"])
  private static let staff = WordList(["在职", "在编", "实有人", "职工人数", "人员编制内"])
  private static let retired = WordList(["退休", "离休", "编外", "聘用"])
  private static let explained = WordList(["系", "其中", "即", "为", "包括", "年内", "本年", "当年"])
  private static let partly = WordList(["主要", "等", "部分"])
  private static let netWords = WordList(["净减少", "净减", "净增加", "净增"])
  private static let leaving = WordList(["退休", "调出", "辞职", "离职", "去世", "调离", "辞退", "转出", "病故", "死亡", "辞去"])
  private static let coming = WordList([
    "招录", "招聘", "调入", "新进", "录用", "接收", "安置", "选调", "引进", "转入", "新录",
    "考录", "招考", "选聘", "遴选",
  ])
  private static let divided: Word = "按"
  private static let kinds = WordList(["岗位", "职称", "学历", "年龄", "身份"])
  private static let open = WordList(["等", "其中", "含", "另", "以上"])
  private static let fewer = Phrase(
    "文中写 {0}，按所列增减为净减少 {1} 人", "The text says {0}, but those listed make {1} less")
  private static let more = Phrase(
    "文中写 {0}，按所列增减为净增加 {1} 人", "The text says {0}, but those listed make {1} more")
}

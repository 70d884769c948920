/// Adds up the parts of a quantity of any measure: 建设高标准农田1.8万亩，其中新建1.2万亩、改造提升0.6万亩.
///
/// Rule: `narrative-sum`. People and things are also counted across each other or only in part, so the names have to say
/// that the parts are all there are, or two swapped digits have to explain the difference.
enum QuantityParts {
  static func check(
    _ quantities: [Quantity], _ paragraph: Slice, _ inspection: inout Inspection
  ) {
    var at = 0
    while at < quantities.count {
      let end = partsEnd(behind: at, quantities, paragraph, inspection.units)
      if end - at >= 3, !isOfEarlier(at, quantities, at + 1..<end, inspection.units) {
        judge(quantities[at], Array(quantities[(at + 1)..<end]), &inspection)
      }
      at = Swift.max(end, at + 1)
    }
  }

  // MARK: A part alone

  /// 高级71人（其中正高级9人）: what is in a whole is no more than it.
  static func inner(_ all: [Quantity], _ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for (whole, part) in zip(all, all.dropFirst()) {
      let gap = Slice(whole.measure.upper, Swift.max(whole.measure.upper, part.digits.lower))
      guard gap.count <= longestName, let open = units.find(bracketed, in: gap), open - gap.lower <= 6,
        part.amount.scaled > whole.amount.scaled, whole.sentence == part.sentence,
        !whole.measure.isEmpty, units.areSame(whole.measure, part.measure), whole.yuan(units) == nil,
        !whole.isPercent(units), !whole.isRough, !part.isRough, whole.amount.scaled > 0,
        !units.contains(anyOf: foreign, in: part.lead), !units.contains(anyOf: others, in: part.lead),
        !Slice(gap.lower, open).indices.contains(where: { isMark(units[$0]) || Unit.isStop(units[$0]) }),
        !Slice(open + bracketed.count, gap.upper).indices.contains(where: {
          isMark(units[$0]) || Unit.isStop(units[$0])
        }),
        part.measure.upper < text.upper, closes(units[part.measure.upper]),
        !inspection.hasReported(rules, in: Slice(whole.digits.lower, part.measure.upper))
      else { continue }
      inspection.report(
        "narrative-sum", .error, at: part.slice,
        Message(
          larger, .text(inspection.draft.string(part.slice)), .text(inspection.draft.string(whole.slice))),
        related: [Related(inspection.draft.range(whole.slice), Message(NarrativePhrases.figure))])
    }
  }

  /// Tells whether a unit ends a part: a bracket, a comma, 、 or a semicolon.
  private static func closes(_ unit: UInt16) -> Bool {
    unit == 0x29 || Unit.isComma(unit) || unit == 0x3001 || unit == 0x3B
  }

  private static let bracketed: Word = "(其中"
  private static let others = WordList(["累计", "历年", "以前", "往年", "服务", "惠及", "带动", "参加", "参与", "覆盖"])
  private static let larger = Phrase("其中 {0} 大于所属的 {1}", "The part {0} is more than its whole {1}")

  // MARK: Totals behind

  /// 县道21.60公里、乡道38.50公里、村道36.30公里，合计96.40公里: what stands in a row makes the total right behind it.
  static func totals(_ all: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    for index in all.indices.dropFirst(2) {
      let total = all[index]
      guard !total.isRough, !total.measure.isEmpty, total.yuan(units) == nil, !total.isPercent(units),
        total.amount.digits >= leastTotal, units.equals(anyOf: sums, units.trimmed(total.lead)),
        let parts = row(before: index, all, units)
      else { continue }
      let terms = parts.map(\.amount.scaled)
      let sum = terms.reduce(0, +)
      let difference = sum - total.amount.scaled
      // The total may be of the last of them.
      guard difference != 0,
        !terms.indices.contains(where: { terms[$0...].reduce(0, +) == total.amount.scaled }),
        PlainSlip.isSwap(total.amount.scaled, sum)
          || Slip.isSlip(total.amount.scaled, sum)
          || terms.contains(where: { Slip.isSlip($0, $0 - difference) }),
        let shown = Amount(scaled: sum, decimals: parts.map(\.amount.decimals).max() ?? 0),
        !inspection.hasReported(rules, in: Slice(parts[0].lead.lower, total.measure.upper))
      else { continue }
      inspection.report(
        "narrative-sum", .error, at: total.slice,
        Message(
          NarrativePhrases.partsMake, .text(inspection.draft.string(total.slice)), .sum(parts.map(\.amount)),
          .amount(shown, nil)),
        related: parts.map { Related(inspection.draft.range($0.slice), Message(NarrativePhrases.part)) })
    }
  }

  /// The quantities that stand side by side right before a total; `nil` where more of their measure stand before them.
  private static func row(before index: Int, _ all: [Quantity], _ units: Units) -> [Quantity]? {
    let total = all[index]
    var first = index
    while first > 0, index - first < 12, case let part = all[first - 1],
      part.sentence == total.sentence, units.areSame(part.measure, total.measure), !part.isRough,
      !part.lead.isEmpty, part.lead.count <= longestName, part.amount.scaled > 0,
      !units.contains(anyOf: foreign, in: part.lead), !units.contains(anyOf: sums, in: part.lead),
      isBeside(part, all[first], units, isLast: first == index)
    {
      first -= 1
    }
    guard index - first >= 2,
      !all[..<first].contains(where: {
        $0.sentence == total.sentence && units.areSame($0.measure, total.measure)
      })
    else { return nil }
    return Array(all[first..<index])
  }

  /// Tells whether nothing but one mark, and a name, stands between two quantities.
  private static func isBeside(_ a: Quantity, _ b: Quantity, _ units: Units, isLast: Bool) -> Bool {
    let gap = Slice(a.measure.upper, b.digits.lower)
    guard let mark = gap.indices.first, gap.count <= longestName else { return false }
    let isMark = isLast ? Unit.isComma(units[mark]) : units[mark] == 0x3001 || Unit.isComma(units[mark])
    return isMark
      && !Slice(mark + 1, gap.upper).indices.contains { Self.isMark(units[$0]) || Unit.isStop(units[$0]) }
  }

  private static let sums = WordList(["合计", "共计", "总计", "共", "总里程", "总面积"])
  private static let leastTotal: Int64 = 100

  // MARK: Earlier wholes

  /// 车辆5辆（上年6辆，报废1辆），其中：…: a quantity before the last one is what the parts make.
  private static func isOfEarlier(
    _ whole: Int, _ all: [Quantity], _ parts: Range<Int>, _ units: Units
  ) -> Bool {
    let sum = all[parts].reduce(Int128(0)) { $0 + $1.amount.scaled }
    return all[Swift.max(0, whole - mostNear)..<whole].contains {
      $0.sentence == all[whole].sentence && units.areSame($0.measure, all[whole].measure)
        && $0.amount.scaled == sum
    }
  }

  /// How many quantities before are looked at.
  private static let mostNear = 6

  // MARK: Reading

  /// The position behind the parts that stand right behind a quantity; the position after it where none do.
  private static func partsEnd(
    behind whole: Int, _ all: [Quantity], _ paragraph: Slice, _ units: Units
  ) -> Int {
    let none = whole + 1
    let total = all[whole]
    guard none < all.count, !total.measure.isEmpty, total.yuan(units) == nil, !total.isPercent(units),
      !total.isRough, total.amount.digits > 0
    else { return none }
    let first = Slice(total.measure.upper, all[none].digits.lower)
    let isDivided = units.find(ofWhich, in: first).map { $0 - first.lower <= 2 } ?? false
    // 教学班64个，高中44个班，初中20个班; 96家定点医药机构（定点医疗机构41家、定点零售药店55家）: nothing but the names says that
    // they divide.
    let isBracketed = !isDivided && first.count <= longestName && opensBracket(first, units)
    guard isDivided || isBracketed || first.count <= 8 && !first.isEmpty && Unit.isComma(units[first.lower])
    else { return none }
    var end = none
    while end < all.count, isPart(all[end], of: total, behind: all[end - 1], end == none, units) { end += 1 }
    guard end - none >= 2, end - none <= 12 else { return none }
    // More of the same measure in the sentence, or 等: nobody knows where the list ends.
    let last = all[end - 1]
    if isBracketed {
      let isClosed = last.measure.upper < paragraph.upper && units[last.measure.upper] == 0x29
      return isClosed && areFamily(all[none..<end], units) ? end : none
    }
    let stop = units.sentenceEnd(from: last.measure.upper, before: paragraph.upper)
    let rest = Slice(last.measure.upper, stop)
    let goesOn = all[end...].contains {
      $0.digits.lower < stop && units.areSame($0.measure, total.measure)
    }
    guard !goesOn,
      !units.contains(anyOf: openEnds, in: Slice(rest.lower, Swift.min(rest.upper, rest.lower + 8)))
    else { return none }
    return isDivided || areFamily(all[none..<end], units) ? end : none
  }

  /// 定点医药机构（定点医疗机构: one bracket opens behind the noun, and nothing else parts the words.
  private static func opensBracket(_ gap: Slice, _ units: Units) -> Bool {
    guard let mark = gap.indices.first(where: { isMark(units[$0]) || Unit.isStop(units[$0]) }) else {
      return false
    }
    return units[mark] == 0x28 && mark - gap.lower <= 10
      && !Slice(mark + 1, gap.upper).indices.contains { isMark(units[$0]) || Unit.isStop(units[$0]) }
  }

  private static func isPart(
    _ part: Quantity, of whole: Quantity, behind last: Quantity, _ isFirst: Bool, _ units: Units
  ) -> Bool {
    let gap = Slice(last.measure.upper, part.digits.lower)
    guard part.sentence == whole.sentence, units.areSame(part.measure, whole.measure), !part.isRough,
      part.lead.count >= 1, gap.count <= longestName, !units.contains(anyOf: foreign, in: part.lead)
    else { return false }
    if isFirst { return true }
    // One mark, or a noun of the measure and a mark: 高中44个班，初中20个班.
    let marks = gap.indices.filter { isMark(units[$0]) }
    return marks.count == 1 && marks[0] - gap.lower <= 2 && !units.contains(ofWhich, in: gap)
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    unit == 0x3001 || Unit.isComma(unit) || unit == 0x3B || unit == 0x548C || unit == 0x28 || unit == 0x29
  }

  // MARK: Judging

  private static func judge(_ whole: Quantity, _ parts: [Quantity], _ inspection: inout Inspection) {
    let units = inspection.units
    let sum = parts.reduce(Int128(0)) { $0 + $1.amount.scaled }
    let difference = sum - whole.amount.scaled
    let place = parts.reduce(whole.amount.decimals > 0 ? whole.amount.lastPlace : 0) {
      Swift.max($0, $1.amount.decimals > 0 ? $1.amount.lastPlace : 0)
    }
    guard difference.magnitude > (place * Int128(parts.count) / 2).magnitude else { return }
    let isComplete = areFamily(parts[...], units) || endsInOthers(parts, units)
    let isSlip =
      PlainSlip.isSwap(whole.amount.scaled, sum)
      || parts.contains { PlainSlip.isSwap($0.amount.scaled, $0.amount.scaled - difference) }
      || isComplete && parts.contains { Slip.isSlip($0.amount.scaled, $0.amount.scaled - difference) }
    let isLarge = whole.amount.digits >= 100
    guard isComplete && (difference > 0 || endsInOthers(parts, units) || isSlip) || isSlip && isLarge,
      let shown = Amount(scaled: sum, decimals: parts.map(\.amount.decimals).max() ?? 0),
      let last = parts.last, !inspection.hasReported(rules, in: Slice(whole.lead.lower, last.measure.upper))
    else { return }
    inspection.report(
      "narrative-sum", isComplete && difference > 0 ? .error : .warning, at: whole.slice,
      Message(
        NarrativePhrases.partsMake, .text(inspection.draft.string(whole.slice)), .sum(parts.map(\.amount)),
        .amount(shown, nil)),
      related: parts.map {
        Related(inspection.draft.range($0.slice), Message(NarrativePhrases.part))
      })
  }

  /// 其中：未成年人73人次、老年人418人次、其他成年人1373人次: the last part is all the rest.
  private static func endsInOthers(_ parts: [Quantity], _ units: Units) -> Bool {
    parts.last.map { units.starts(units.trimmed($0.lead), withAnyOf: rests) } ?? false
  }

  /// Tells whether the parts are the members of a family that has no others: 新建 and 改造, 高中 and 初中.
  private static func areFamily(_ parts: ArraySlice<Quantity>, _ units: Units) -> Bool {
    families.contains { kinds in
      guard parts.count == kinds.count else { return false }
      let found = parts.map { part in kinds.firstIndex { units.contains(anyOf: $0, in: part.lead) } }
      return Set(found.compactMap { $0 }).count == kinds.count
    }
  }

  private static let families: [[WordList]] = [
    [WordList(["新建"]), WordList(["改造", "改建", "扩建", "续建", "提升"])],
    [
      WordList(["职工医保", "职工基本医", "职工医疗"]), WordList(["居民医保", "居民基本医", "居民医疗"]),
    ],
    [WordList(["医疗机构", "医院"]), WordList(["药店"])], [WordList(["门诊"]), WordList(["住院"])],
    [WordList(["高中"]), WordList(["初中"])], [WordList(["初中"]), WordList(["小学"])],
    [WordList(["男"]), WordList(["女"])], [WordList(["线上"]), WordList(["线下"])],
    [WordList(["一级项目"]), WordList(["二级项目"])],
    [WordList(["一级项目"]), WordList(["二级项目"]), WordList(["三级项目"])],
    [WordList(["整体支出绩效自评表"]), WordList(["项目支出绩效自评表"])],
    [WordList(["城镇", "城市"]), WordList(["农村"])],
    [WordList(["一般公共预算"]), WordList(["政府性基金"])],
  ]
  private static let rests = WordList(["其他", "其余"])
  private static let ofWhich: Word = "其中"
  private static let openEnds = WordList(["等", "以及", "另", "此外", "还有"])
  /// What is said of a part that does not divide: of another year, or more than there was.
  private static let foreign = WordList([
    "比", "较", "增", "减", "上年", "去年", "占", "另", "每", "均", "达标", "含", "合格", "优秀", "第",
  ])
  private static let longestName = 16
  private static let rules: Set<String> = ["narrative-sum"]
}

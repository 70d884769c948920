/// Counts the numbered paragraphs below a sentence that says how many there are: 共设置8项分项绩效目标，具体如下：⏎1.…⏎2.….
///
/// Rule: `narrative-sum`. The sentence ends its paragraph, states one number of things and goes over into the list; the
/// list counts on from 1 without a gap, and nothing behind it goes on with its numbers.
enum NumberedCounts {
  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    for (index, block) in draft.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, draft.paragraphs.indices.contains(paragraph),
        case let text = draft.paragraphs[paragraph].slice, text.count >= 8, units[text.upper - 1] == 0x3A,
        let stated = number(in: text, units), case let items = listed(behind: index, draft),
        items.count >= 2, items.count != stated.value,
        !stated.isOfUnits || items.allSatisfy({ isUnit($0, units) })
      else { continue }
      inspection.report(
        "narrative-sum", .warning, at: stated.slice,
        Message(phrase, .text(draft.string(stated.slice)), .count(items.count)))
    }
  }

  /// The one number of things that the last sentence of a paragraph states before its list: 共设置8项…，具体如下：.
  private static func number(
    in text: Slice, _ units: Units
  ) -> (slice: Slice, value: Int, isOfUnits: Bool)? {
    let start = units.sentenceStart(before: text.upper - 1, from: text.lower)
    let sentence = Slice(start, text.upper - 1)
    guard sentence.count <= longest else { return nil }
    var found: (slice: Slice, value: Int)?
    var at = sentence.lower
    while at < sentence.upper {
      guard let (value, end) = numeral(at, sentence.upper, units), end < sentence.upper,
        counters.contains(units[end])
      else {
        // The digits of 2025 and 10.5 are passed as a whole.
        while at < sentence.upper, Unit.isDigit(units[at]) || units[at] == 0x2E { at += 1 }
        at += 1
        continue
      }
      guard found == nil, at == sentence.lower || !isFigure(units[at - 1]) else { return nil }
      found = (Slice(at, end + 1), value)
      at = end + 1
    }
    guard let found, found.value >= 2, found.value <= 30 else { return nil }
    let before = Slice(sentence.lower, found.slice.lower)
    let behind = Slice(found.slice.upper, sentence.upper)
    let noun = behind.indices.first { Unit.endsClause(units[$0]) } ?? behind.upper
    let rest = Slice(Swift.min(noun + 1, behind.upper), behind.upper)
    if noun == behind.lower, units.equals(anyOf: leads, rest), isOfUnits(before, units) {
      return (found.slice, found.value, true)
    }
    guard units.ends(before, withAnyOf: whole), units.contains(anyOf: things, in: Slice(behind.lower, noun)),
      rest.isEmpty || units.equals(anyOf: leads, rest)
        || units.ends(before, with: following) && units.starts(rest, withAnyOf: sums)
    else { return nil }
    return (found.slice, found.value, false)
  }

  /// 所属单位2个，分别是：: what stands before the number says that units are counted.
  private static func isOfUnits(_ before: Slice, _ units: Units) -> Bool {
    var label = before
    if let total = units.lengthOfWord(ending: label, anyOf: totals) { label.upper -= total }
    return units.ends(label, withAnyOf: subordinates)
  }

  /// 1.苍洱白族自治州水利工程质量与安全中心，为公益一类事业单位；: the item begins with the name of one unit.
  private static func isUnit(_ item: Slice, _ units: Units) -> Bool {
    let end = item.indices.first { Unit.endsClause(units[$0]) || units[$0] == 0x28 || units[$0] == 0x3A }
    let name = Slice(item.lower, end ?? item.upper)
    return name.count >= 4 && name.count <= 30 && units.ends(name, withAnyOf: unitEnds)
      && !name.indices.contains { units[$0] == 0x3001 || Unit.isDigit(units[$0]) }
  }

  /// 8, 八 or 两, with the position behind it.
  private static func numeral(_ at: Int, _ end: Int, _ units: Units) -> (value: Int, end: Int)? {
    units[at] == 0x4E24 ? (2, at + 1) : OrdinalScanner.numeral(units, at, end)
  }

  private static func isFigure(_ unit: UInt16) -> Bool {
    Unit.isDigit(unit) || unit == 0x2E || unit == 0x7B2C || Unit.numeral(unit) != nil
  }

  /// The paragraphs behind a block that count on from 1; none where something else stands between or goes on with them.
  private static func listed(behind index: Int, _ draft: Draft) -> [Slice] {
    var (found, style): ([Slice], Ordinal.Style?) = ([], nil)
    for block in draft.blocks[(index + 1)...].prefix(mostBlocks) {
      guard case .paragraph(let next) = block, draft.paragraphs.indices.contains(next) else {
        // 9.新增的一项 as a heading goes on with the list.
        guard case .heading(let heading) = block, draft.headings.indices.contains(heading),
          let ordinal = draft.headings[heading].ordinal
        else { return found }
        return ordinal.style == style ? [] : found
      }
      guard let ordinal = draft.paragraphs[next].ordinal else {
        // What goes on below an item may hold others.
        if found.isEmpty { return [] }
        continue
      }
      if style == nil { style = ordinal.style }
      guard ordinal.style == style else { continue }
      guard ordinal.value == found.count + 1 else { return [] }
      let item = draft.paragraphs[next].slice
      found.append(Slice(Swift.min(item.upper, item.lower + ordinal.length), item.upper))
    }
    return found
  }

  private static let longest = 80
  private static let mostBlocks = 80
  /// 项, 个, 条 and 点.
  private static let counters: Set<UInt16> = [0x9879, 0x4E2A, 0x6761, 0x70B9]
  private static let whole = WordList([
    "共设置", "共设定", "共制定", "共设", "共有", "共", "以下", "共安排", "共确定", "共实施", "共分为", "如下",
  ])
  private static let following: Word = "以下"
  private static let sums = WordList(["合计", "共计", "涉及资金", "共涉及资金", "金额合计"])
  private static let totals = WordList(["共有", "共计", "共", "有", "为", "合计"])
  private static let subordinates = WordList([
    "所属单位", "下属单位", "直属单位", "二级单位", "所属事业单位", "下属事业单位", "直属事业单位", "二级预算单位", "下属预算单位", "所属预算单位",
  ])
  private static let unitEnds = WordList([
    "中心", "局", "站", "所", "院", "校", "馆", "队", "学", "园", "厅", "委员会", "办公室", "服务部", "场", "总站", "支队",
  ])
  private static let things = WordList([
    "目标", "任务", "重点工作", "工作", "措施", "职责", "职能", "方面", "内容", "问题", "原因", "特点", "重点项目",
  ])
  private static let leads = WordList([
    "具体如下", "如下", "分别如下", "分别为", "分别是", "具体为", "具体是", "具体包括", "主要包括", "包括", "即", "内容如下", "具体内容如下", "主要如下",
  ])
  private static let phrase = Phrase(
    "文中写“{0}”，其下列有 {1} 项", "The text says “{0}”, but {1} items are listed below")
}

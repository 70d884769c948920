/// Adds up what numbered items cost, where a sentence behind them says how many they are and what they make: 1．农村公路建设，安排资金
/// 2235.30万元 … 4．执法监管，安排资金131.50万元。以上四项共安排资金4730.20万元.
///
/// Rule: `narrative-sum`. Each item has one amount of money, at the end of its first sentence, and the numbers run from
/// one without a gap.
enum NumberedAims {
  /// An item with the place of its number and its money, if its first sentence ends in an amount.
  private struct Item {
    var ordinal: Ordinal
    var slice: Slice
    var amount: Quantity?
  }

  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    for (index, block) in draft.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block,
        let (count, total) = stated(draft.paragraphs[paragraph].slice, units)
      else { continue }
      let items = items(before: index, draft, units)
      guard items.count >= 2, items.allSatisfy({ $0.amount != nil }) else { continue }
      if items.count != count.value {
        inspection.report(
          "narrative-sum", .warning, at: count.slice,
          Message(counted, .text(draft.string(count.slice)), .count(items.count)),
          related: items.map { inspection.related($0.slice, Message(item)) })
      }
      if let total { sum(items.compactMap(\.amount), total, &inspection) }
    }
  }

  // MARK: The sentence behind

  private typealias Count = (slice: Slice, value: Int)

  /// 以上四项共安排资金4730.20万元: the number at the start of a paragraph, and the amount behind it.
  private static func stated(_ text: Slice, _ units: Units) -> (count: Count, total: Quantity?)? {
    guard let above = units.lengthOfWord(starting: text, anyOf: above), text.count >= above + 4 else {
      return nil
    }
    let at = text.lower + above
    guard let (value, end) = OrdinalScanner.numeral(units, at, text.upper), (2...30).contains(value),
      let noun = units.lengthOfWord(starting: Slice(end, text.upper), anyOf: nouns)
    else { return nil }
    let stop = units.sentenceEnd(from: text.lower, before: text.upper)
    let rest = Slice(end + noun, Swift.min(stop, text.upper))
    guard rest.lower < rest.upper else { return nil }
    let total = Quantity.read(rest, units).first
    let isTotal =
      total.map {
        $0.yuan(units) != nil && !$0.isRough && units.contains(anyOf: sums, in: $0.lead)
          && !units.contains(anyOf: others, in: $0.lead)
      } ?? false
    return ((Slice(at, end + noun), value), isTotal ? total : nil)
  }

  private static let above = WordList(["以上", "上述"])
  private static let nouns = WordList(["项", "个项目", "类"])
  private static let sums = WordList(["共", "合计", "总计"])
  private static let others = WordList(["上年", "增", "减", "比", "其中", "结转", "支付", "完成"])

  // MARK: Items

  /// The items that end before a block, in their order; empty where they do not begin with the first.
  private static func items(before block: Int, _ draft: Draft, _ units: Units) -> [Item] {
    var found: [Item] = []
    var at = block - 1
    while at >= 0, block - at <= farthest {
      defer { at -= 1 }
      guard let next = item(draft.blocks[at], draft, units) else { continue }
      guard let last = found.last else {
        found.append(next)
        continue
      }
      if next.ordinal.style == last.ordinal.style {
        guard next.ordinal.value == last.ordinal.value - 1 else { return [] }
        found.append(next)
      } else if next.ordinal.style < last.ordinal.style {
        return []
      }
      if next.ordinal.value == 1, next.ordinal.style == found[0].ordinal.style { return found.reversed() }
    }
    return []
  }

  private static let farthest = 200

  private static func item(_ block: Block, _ draft: Draft, _ units: Units) -> Item? {
    let text: Slice
    let number: Ordinal?
    switch block {
    case .heading(let index):
      (text, number) = (draft.headings[index].slice, draft.headings[index].ordinal)
    case .paragraph(let index):
      (text, number) = (draft.paragraphs[index].slice, draft.paragraphs[index].ordinal)
    case .table: return nil
    }
    guard let ordinal = number, ordinal.length > 0, ordinal.length < text.count else { return nil }
    let start = text.lower + ordinal.length
    let stop = units.sentenceEnd(from: start, before: text.upper)
    let own = Quantity.read(Slice(start, stop), units)
    let monies = own.filter { $0.yuan(units) != nil }
    let isAim =
      monies.count == 1
      && monies.allSatisfy {
        !$0.isRough && $0.measure.upper == stop && units.contains(anyOf: given, in: $0.lead)
          && !units.contains(anyOf: others, in: $0.lead)
      }
    return Item(ordinal: ordinal, slice: Slice(text.lower, stop), amount: isAim ? monies.first : nil)
  }

  private static let given = WordList(["资金", "安排", "预算", "投入", "经费", "投资"])

  // MARK: Sums

  private static func sum(_ parts: [Quantity], _ total: Quantity, _ inspection: inout Inspection) {
    let units = inspection.units
    let terms = parts.compactMap { $0.yuan(units) }
    guard let whole = total.yuan(units), total.amount.scaled > 0, terms.count == parts.count else { return }
    let sum = terms.reduce(0, +)
    let tail = zip(parts, terms).reduce(total.half(of: whole)) { $0 + $1.0.half(of: $1.1) }
    let yuan = whole / total.amount.scaled
    guard (sum - whole).magnitude > tail.magnitude, yuan > 0, total.amount.digits >= leastDigits,
      Slip.isSlip(whole, sum) || terms.contains(where: { Slip.isSlip($0, $0 - (sum - whole)) }),
      let shown = Amount(scaled: sum / yuan, decimals: parts.map(\.amount.decimals).max() ?? 0)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: total.slice,
      Message(
        added, .sum(parts.map(\.amount)), .amount(shown, nil), .text(inspection.draft.string(total.slice))),
      related: parts.map { inspection.related($0.slice, Message(item)) })
  }

  private static let leastDigits: Int64 = 100
  private static let added = Phrase("以上各项之和 {0} = {1}，文中写 {2}", "The items {0} make {1}, the text says {2}")
  private static let counted = Phrase("文中写“{0}”，上面列有 {1} 项", "The text says “{0}”, but {1} are listed above")
  private static let item = Phrase("其中一项", "One of the items")
}

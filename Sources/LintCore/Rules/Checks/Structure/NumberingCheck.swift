/// Checks that the numbers of headings and list items run without gaps and repeats, and that no heading stands twice.
enum NumberingCheck {
  static func run(_ inspection: inout Inspection) {
    var reader = SequenceReader(inspection.draft, inspection.units, inspection.outline)
    reader.read()
    for sequence in reader.sequences { SequenceJudge(sequence, inspection).report(to: &inspection) }
    RepeatedHeadings.check(&inspection)
    lastTerm(&inspection)
  }

  /// Reports the last of the terms (名词解释) if it alone has no number: 一、…：… 二、…：… 三公经费：….
  private static func lastTerm(_ inspection: inout Inspection) {
    let units = inspection.units
    // Behind a table or a heading the terms are over.
    var terms: [Paragraph] = []
    for block in inspection.draft.blocks {
      if case .paragraph(let index) = block,
        inspection.outline.role(inspection.draft.paragraphs[index].section) == .terms
      {
        terms.append(inspection.draft.paragraphs[index])
      } else if !terms.isEmpty {
        break
      }
    }
    guard terms.count >= 3, let last = terms.last, last.ordinal == nil, isTerm(last.slice, units),
      !units.contains(anyOf: contacts, in: last.slice), let before = terms[terms.count - 2].ordinal,
      terms.dropLast().enumerated().allSatisfy({ index, term in
        term.ordinal?.style == before.style && term.ordinal?.value == index + 1 && isTerm(term.slice, units)
      })
    else { return }
    let colon = last.slice.indices.first { units[$0] == 0x3A } ?? last.slice.upper
    inspection.report(
      "numbering", .warning, at: Slice(last.slice.lower, colon), Message(unnumbered, .count(terms.count)))
  }

  /// Tells whether a paragraph is a term with what it means: words, a colon, and a sentence.
  private static func isTerm(_ paragraph: Slice, _ units: Units) -> Bool {
    guard let colon = paragraph.indices.prefix(longestTerm).first(where: { units[$0] == 0x3A }) else {
      return false
    }
    return colon > paragraph.lower && colon + 1 < paragraph.upper
      && !units.hasStop(in: Slice(paragraph.lower, colon))
  }

  private static let longestTerm = 24
  /// What closes the text behind the terms: 部门预算公开联系人：某某　联系方式：….
  private static let contacts = WordList(["联系人", "联系方式", "联系电话", "咨询电话", "监督电话"])
  private static let unnumbered = Phrase(
    "前面各项都有序号，这一项没有，应为第 {0} 项",
    "All items before have numbers, and this one has none; it should be number {0}")
}

/// A numbered item: a heading or the start of a paragraph.
struct NumberedItem {
  var ordinal: Ordinal
  /// The whole line or the start of the paragraph.
  var slice: Slice
  /// Its words: the title of a heading, or the start of the paragraph.
  var words: Slice

  /// Tells whether two items have the same words.
  func hasWords(of other: NumberedItem, _ units: Units) -> Bool {
    units.key(words) == units.key(other.words)
  }
}

/// Puts the numbered headings and paragraphs of a draft together into sequences.
struct SequenceReader {
  private let draft: Draft
  private let units: Units
  private let outline: DraftOutline
  /// The open sequences from the outermost in.
  private var open: [OpenSequence] = []
  /// For each style, the last number of a sequence that another of its style interrupts, such as 一、 under 四、; or 0.
  private var interrupted = [Int](repeating: 0, count: Int(Ordinal.Style.circled.rawValue) + 1)
  /// The sequences that have ended, of two items or more.
  private(set) var sequences: [[NumberedItem]] = []

  private struct OpenSequence {
    var style: Ordinal.Style
    var items: [NumberedItem]
    /// The sequence that ended because its first item does not go on with it, an index into `sequences`.
    var broken: Int?
  }

  init(_ draft: Draft, _ units: Units, _ outline: DraftOutline) {
    self.draft = draft
    self.units = units
    self.outline = outline
  }

  mutating func read() {
    for block in draft.blocks {
      switch block {
      case .heading(let index):
        let heading = draft.headings[index]
        if let ordinal = heading.ordinal, ordinal.length > 0 {
          add(NumberedItem(ordinal: ordinal, slice: heading.slice, words: heading.title))
        } else if heading.rank == 0 {
          closeInside(.part)
          forgetInterrupted(below: .part)
        } else if heading.ordinal == nil, heading.strength == .marked {
          closeInside(.chinese)
        }
      case .paragraph(let index):
        let paragraph = draft.paragraphs[index]
        guard let ordinal = paragraph.ordinal, paragraph.slice.count > ordinal.length + 1 else { continue }
        let start = Slice(paragraph.slice.lower, min(paragraph.slice.upper, paragraph.slice.lower + 24))
        add(NumberedItem(ordinal: ordinal, slice: start, words: start))
      case .table:
        continue
      }
    }
    closeAll()
  }

  private mutating func add(_ item: NumberedItem) {
    let style = item.ordinal.style
    var broken: Int?
    if let level = open.lastIndex(where: { $0.style == style }) {
      while open.count > level + 1 { closeLast() }
      if goesOnBehindStray(item, level) { return }
      if !resumes(item, after: open[level].items) {
        if continues(item, open[level].items) {
          open[level].items.append(item)
          return
        }
        if item.ordinal.value == 1 {
          interrupted[Int(style.rawValue)] = open[level].items.last?.ordinal.value ?? 0
        }
      }
      let count = open[level].items.count
      closeLast()
      if count >= Self.leastBroken, item.ordinal.value != 1 { broken = sequences.count - 1 }
    } else {
      while let last = open.last, last.style > style { closeLast() }
    }
    forgetInterrupted(below: style)
    open.append(OpenSequence(style: style, items: [item], broken: broken))
  }

  /// How many items a sequence has that one wrong number breaks off.
  private static let leastBroken = 3

  /// 12. 31. 14.: an item that goes on with the sequence before a single wrong number.
  private mutating func goesOnBehindStray(_ item: NumberedItem, _ level: Int) -> Bool {
    guard let broken = open[level].broken, broken == sequences.count - 1, open[level].items.count == 1,
      let last = sequences[broken].last, item.ordinal.value == last.ordinal.value + 2
    else { return false }
    open[level].items = sequences.removeLast() + open[level].items + [item]
    open[level].broken = nil
    return true
  }

  /// Tells whether an item is the next of an interrupted sequence, and does not go on with the inner one.
  private func resumes(_ item: NumberedItem, after items: [NumberedItem]) -> Bool {
    let outer = interrupted[Int(item.ordinal.style.rawValue)]
    guard outer > 0, let inner = items.last?.ordinal.value else { return false }
    // 第一部分, in it 第一部分 and 第二部分, 第二部分: a number that the inner one has already.
    return item.ordinal.value == outer + 1
      && (item.ordinal.value > inner + 1 || item.ordinal.value == inner)
  }

  /// A heading above them ends all sequences below it.
  private mutating func forgetInterrupted(below style: Ordinal.Style) {
    for inner in Int(style.rawValue) + 1..<max(interrupted.count, Int(style.rawValue) + 1) {
      interrupted[inner] = 0
    }
  }

  /// Tells whether an item belongs to the sequence: one that starts again, or far off, opens another.
  private func continues(_ item: NumberedItem, _ items: [NumberedItem]) -> Bool {
    guard let last = items.last else { return true }
    let step = item.ordinal.value - last.ordinal.value
    return item.ordinal.value != 1 && step >= 0 && step <= 3
      || (item.ordinal.value == 1 && last.ordinal.value == 1 && item.hasWords(of: last, units))
  }

  private mutating func closeInside(_ style: Ordinal.Style) {
    while let last = open.last, last.style > style || (style == .chinese && last.style >= style) {
      closeLast()
    }
  }

  private mutating func closeAll() { while !open.isEmpty { closeLast() } }

  private mutating func closeLast() {
    guard let last = open.popLast() else { return }
    // 16. and 71. at the end of a list: the digits of 17 the wrong way round.
    if let broken = last.broken, broken == sequences.count - 1, last.items.count == 1,
      let before = sequences[broken].last, isTurned(last.items[0].ordinal.value, before.ordinal.value + 1)
    {
      sequences[broken] += last.items
    }
    if last.items.count >= 2 { sequences.append(last.items) }
  }
}

/// Tells whether two numbers have the same two digits the other way round.
private func isTurned(_ a: Int, _ b: Int) -> Bool {
  (10..<100).contains(a) && (10..<100).contains(b) && a != b && a % 10 * 10 + a / 10 == b
}

/// Judges one sequence.
struct SequenceJudge {
  private let items: [NumberedItem]
  private let draft: Draft
  private let units: Units

  init(_ items: [NumberedItem], _ inspection: Inspection) {
    self.items = items
    draft = inspection.draft
    units = inspection.units
  }

  /// A place where the numbers do not go on as they should.
  private struct Slip {
    var index: Int
    var expected: Int
    var isRepeat: Bool
  }

  func report(to inspection: inout Inspection) {
    let slips = slips()
    // A list with gaps everywhere is numbered by something else, such as the codes of subjects.
    let gaps = slips.filter { !$0.isRepeat }.count
    guard !slips.isEmpty, gaps <= 1 || slips.count * 5 < items.count,
      slips.count * 3 <= items.count || items.count == 2 && lostNumber(inspection)
    else { return }
    // A missing number may stand in the row of a table.
    if gaps > 0 { inspection.alsoRead.formUnion(.tables) }
    for slip in slips where slip.isRepeat || !standsInline(slip) {
      let item = items[slip.index]
      let before = items[slip.index - 1]
      if let title = titleWithoutNumber(before: slip, inspection) {
        inspection.report(
          "numbering", .warning, at: title,
          Message(
            Self.lost, .text(draft.string(title)), .text(text(before)), .text(text(item)),
            .count(slip.expected)),
          related: [inspection.related(label(item), Message(Self.next, .text(text(item))))])
        continue
      }
      inspection.report(
        "numbering", .warning, at: label(item),
        Message(
          slip.isRepeat ? Self.repeated : Self.skipped, .text(text(item)), .text(text(before)),
          .count(slip.expected)),
        related: [inspection.related(label(before), Message(Self.previous, .text(text(before))))])
    }
  }

  /// Between （一） and （三） stands a title on a line of its own without its number.
  private func lostNumber(_ inspection: Inspection) -> Bool {
    let (first, last) = (items[0], items[1])
    return first.ordinal.value == 1 && last.ordinal.value == 3 && last.ordinal.style != .part
      && !UnnumberedTitles.all(between: first, and: last, inspection).isEmpty
  }

  /// The one title before a number that jumps by one, which has lost its own.
  private func titleWithoutNumber(before slip: Slip, _ inspection: Inspection) -> Slice? {
    guard !slip.isRepeat, items[slip.index].ordinal.value == slip.expected + 1 else { return nil }
    let titles = UnnumberedTitles.all(
      between: items[slip.index - 1], and: items[slip.index], inspection)
    return titles.count == 1 ? titles[0] : nil
  }

  private func slips() -> [Slip] {
    var slips: [Slip] = []
    var current = items[0].ordinal.value
    for index in 1..<items.count {
      let value = items[index].ordinal.value
      let next = index + 1 < items.count ? items[index + 1].ordinal.value : nil
      if value < current || value > current + 1, next == current + 2 || isTurned(value, current + 1) {
        // After 12 31 comes 14: only this number is wrong.
        slips.append(Slip(index: index, expected: current + 1, isRepeat: false))
        current += 1
        continue
      }
      if value < current { continue }
      if value == current {
        // The divider page of a part, or a heading that a page break repeats.
        if items[index].hasWords(of: items[index - 1], units) || isDivider(index) { continue }
        slips.append(Slip(index: index, expected: current + 1, isRepeat: true))
        // After 二 二 comes 四 if only this number is wrong, and 三 if the rest goes on from it.
        if next != value + 1 { current += 1 }
        continue
      }
      if value > current + 1 {
        slips.append(Slip(index: index, expected: current + 1, isRepeat: false))
        // After 一 二 四 comes another 四 if only this number is wrong.
        if next == value {
          current += 1
          continue
        }
      }
      current = value
    }
    return slips
  }

  /// Tells whether the number that is missing stands inside the item before: 1.… 2.… in one paragraph.
  private func standsInline(_ slip: Slip) -> Bool {
    let style = items[slip.index].ordinal.style
    var i = items[slip.index - 1].slice.lower + 1
    let end = items[slip.index].slice.lower
    guard end - i < 20_000 else { return false }
    while i < end {
      if Self.begins(style, with: units[i]), !Unit.isDigit(units[i - 1]),
        units[i] == 0x28 || Unit.numeral(units[i - 1]) == nil,
        let found = OrdinalScanner.scan(units, Slice(i, end)), found.style == style,
        found.value == slip.expected
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// Tells whether an ordinal of a style may begin with a unit; ① inside a paragraph numbers something else.
  private static func begins(_ style: Ordinal.Style, with unit: UInt16) -> Bool {
    switch style {
    case .part: unit == 0x7B2C
    case .chinese: Unit.numeral(unit) != nil
    case .chineseInBrackets: unit == 0x28
    case .arabic: Unit.isDigit(unit)
    case .arabicInBrackets: unit == 0x28 || Unit.isDigit(unit)
    case .circled: false
    }
  }

  private func isDivider(_ index: Int) -> Bool {
    items[index].ordinal.style == .part && items[index - 1].slice.count <= items[index - 1].ordinal.length + 1
  }

  private func label(_ item: NumberedItem) -> Slice { item.slice }

  private func text(_ item: NumberedItem) -> String {
    let end = min(item.slice.upper, item.slice.lower + max(item.ordinal.length, 1))
    return draft.string(Slice(item.slice.lower, end))
  }

  private static let repeated = Phrase(
    "序号“{0}”重复：前一项是“{1}”，此处应为第 {2} 项", "The number “{0}” is repeated after “{1}”; this should be number {2}")
  private static let skipped = Phrase(
    "序号“{0}”不连续：前一项是“{1}”，此处应为第 {2} 项", "The number “{0}” follows “{1}”; this should be number {2}")
  private static let lost = Phrase(
    "“{0}”没有序号：前一项是“{1}”，后一项是“{2}”，这一项应为第 {3} 项",
    "“{0}” has no number between “{1}” and “{2}”; it should be number {3}")
  private static let next = Phrase("后一项：{0}", "The item behind: {0}")
  private static let previous = Phrase("前一项：{0}", "The item before: {0}")
}

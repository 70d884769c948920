/// Finds doubled marks and paragraphs, and brackets and quotation marks without partner.
enum PunctuationCheck {
  static func run(_ inspection: inout Inspection) {
    var marks: [Lone] = []
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      guard paragraph.slice.count >= 4, paragraph.slice.count <= 4_000 else { continue }
      inspection.look(for: .doubledMark, inParagraph: index) { doubled(paragraph.slice, &$0) }
      if index > 0 { repeated(paragraph, after: inspection.draft.paragraphs[index - 1], &inspection) }
      let units = inspection.units
      _ = inspection.has(.loneMark, in: paragraph.slice, ofParagraph: index) { slice in
        guard let position = lone(slice, units) else { return false }
        marks.append(Lone(position: position, paragraph: index))
        return true
      }
    }
    for mark in unpaired(marks, inspection.units) {
      let slice = Slice(mark.position, mark.position + 1)
      let unit = inspection.units[mark.position]
      // A lone quotation mark is always a slip, and so is a bracket that is none of a number (1）, （一); of two
      // quotation marks that face the same way one is only mistyped.
      let isQuotation = unit == 0x201C || unit == 0x201D
      let isOdd = quotationMarks(inspection.draft.paragraphs[mark.paragraph].slice, inspection.units) % 2 == 1
      let isSlip = isQuotation ? isOdd : !isOfNumber(mark.position, inspection.units)
      let severity: Severity = isSlip ? .warning : .info
      inspection.report(
        "punctuation", severity, at: slice,
        Message(isClosing(unit) ? unopened : unclosed, .text(inspection.draft.written(slice))))
    }
  }

  // MARK: Doubled paragraphs

  /// The shortest sentence that counts as a paragraph typed twice: shorter lines are titles and heads of pages.
  private static let shortestParagraph = 12

  /// Reports a paragraph with figures that says word for word what the one before it says.
  private static func repeated(
    _ paragraph: Paragraph, after before: Paragraph, _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let (own, other) = (paragraph.slice, before.slice)
    guard own.count >= shortestParagraph, paragraph.section == before.section,
      units[own.upper - 1] == 0x3002, units.areSame(own, other),
      own.indices.contains(where: { Unit.isDigit(units[$0]) })
    else { return }
    inspection.report(
      "punctuation", .warning, at: own, Message(twice),
      related: [inspection.related(other, Message(first))])
  }

  private static let twice = Phrase("这一段与前一段完全相同", "This paragraph repeats the one before it word for word")
  private static let first = Phrase("前一段", "The paragraph before")

  // MARK: Doubled marks

  private static func isStop(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF0C, 0x3001, 0x3B, 0x3A: true
    default: false
    }
  }

  private static func doubled(_ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var i = slice.lower
    while i < slice.upper {
      let start = i
      i += 1
      // Nearly all units are ideographs or digits.
      if units[start] &- 0x3010 < 0xCE00, units[start] != 0x5143 { continue }
      if isStop(units[start]) {
        while i < slice.upper, isStop(units[i]) { i += 1 }
        guard i - start >= 2 else {
          severed(start, slice, &inspection)
          continue
        }
        reportStops(Slice(start, i), &inspection)
      } else if units[start] == 0x5143, i < slice.upper, units[i] == 0x5143, start > slice.lower,
        isAmountBefore(start, slice.lower, units)
      {
        i += 1
        let both = Slice(start, i)
        reportDouble(both, of: inspection.draft.written(both), keeping: "元", .safe, &inspection)
      }
    }
  }

  /// 占，88.19%: a comma between a word and the figure that it needs.
  private static func severed(_ position: Int, _ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    guard units[position] == 0xFF0C, position > slice.lower, units[position - 1] == 0x5360,
      let figure = NumberScanner.scan(units, position + 1, slice.upper),
      units.has("%", at: figure.end, before: slice.upper)
    else { return }
    let comma = Slice(position, position + 1)
    inspection.report(
      "punctuation", .warning, at: comma, Message(between),
      fixes: [
        Fix(
          title: Message(drop), edits: [Edit(inspection.draft.range(comma), "")], safety: .review)
      ])
  }

  private static let between = Phrase("“占”与百分数之间多了逗号", "A comma parts 占 from its share")
  private static let drop = Phrase("删去逗号", "Drop the comma")

  /// 1）, （一, a): the bracket stands at the number of an item.
  private static func isOfNumber(_ position: Int, _ units: Units) -> Bool {
    let beside = isClosing(units[position]) ? position - 1 : position + 1
    guard beside >= 0, beside < units.count else { return false }
    return Unit.isDigit(units[beside]) || numerals.contains(units[beside])
  }

  private static let numerals = Set("一二三四五六七八九十①②③④⑤⑥⑦⑧⑨abcdefABCDEF".utf16)

  /// Tells whether 元 at a position follows a figure, perhaps with 万 or 亿 between.
  private static func isAmountBefore(_ position: Int, _ lower: Int, _ units: Units) -> Bool {
    var i = position - 1
    if i > lower, units[i] == 0x4E07 || units[i] == 0x4EBF { i -= 1 }
    return i >= lower && Unit.isDigit(units[i])
  }

  private static func reportStops(_ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    let first = units[slice.lower]
    let isRepeat = slice.indices.allSatisfy { units[$0] == first }
    let written = inspection.draft.written(slice)
    guard isRepeat else {
      inspection.report("punctuation", .info, at: slice, Message(clash, .text(written)))
      return
    }
    guard let kept = written.unicodeScalars.first else { return }
    // Three stops may be an ellipsis, and between two 、 an item may be missing.
    let isSure = written.unicodeScalars.count == 2 && first != 0x3001
    reportDouble(slice, of: written, keeping: String(kept), isSure ? .safe : .review, &inspection)
  }

  /// Reports what stands twice, with a fix that leaves one.
  static func reportDouble(
    _ slice: Slice, of written: String, keeping: String, _ safety: Fix.Safety,
    _ inspection: inout Inspection
  ) {
    inspection.report(
      "punctuation", .warning, at: slice, Message(repeated, .text(written)),
      fixes: [
        Fix(
          title: Message(keep, .text(keeping)), edits: [Edit(inspection.draft.range(slice), keeping)],
          safety: safety)
      ])
  }

  // MARK: Pairs

  /// A bracket or quotation mark without partner in its paragraph.
  private struct Lone {
    var position: Int
    var paragraph: Int
  }

  /// The closing mark of an opening one.
  private static func closing(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x28: 0x29
    case 0x300A: 0x300B
    case 0x201C: 0x201D
    case 0x3010: 0x3011
    case 0x3014: 0x3015
    default: nil
    }
  }

  private static func isClosing(_ unit: UInt16) -> Bool {
    unit == 0x29 || unit == 0x300B || unit == 0x201D || unit == 0x3011 || unit == 0x3015
  }

  /// The first mark of a paragraph without partner: one slip often leaves several.
  private static func lone(_ slice: Slice, _ units: Units) -> Int? {
    var open: [(unit: UInt16, position: Int)] = []
    for i in slice.indices {
      let unit = units[i]
      // All these marks are ASCII or in the blocks of punctuation; ideographs are passed at once.
      guard unit < 0x3020, unit < 0x30 || unit > 0x39 else { continue }
      if closing(unit) != nil {
        // A quotation that opens twice was not closed before.
        if unit == 0x201C, let last = open.last, last.unit == unit { return last.position }
        open.append((unit, i))
      } else if isClosing(unit) {
        if let last = open.last, closing(last.unit) == unit {
          open.removeLast()
        } else if !isListMark(i, slice, units) {
          return i
        }
      }
    }
    return open.first?.position
  }

  /// How many paragraphs a bracket may stay open for: some enclose a list.
  private static let reach = 6

  private static func quotationMarks(_ slice: Slice, _ units: Units) -> Int {
    var count = 0
    for i in slice.indices where units[i] == 0x201C || units[i] == 0x201D { count += 1 }
    return count
  }

  /// Leaves out marks that find their partner in a paragraph nearby.
  private static func unpaired(_ lone: [Lone], _ units: Units) -> [Lone] {
    var result: [Lone] = []
    for mark in lone {
      if let last = result.last, closing(units[last.position]) == units[mark.position],
        mark.paragraph - last.paragraph <= reach
      {
        result.removeLast()
      } else {
        result.append(mark)
      }
    }
    return result
  }

  /// Tells whether a bracket closes the number of a list item: 1) or a).
  private static func isListMark(_ position: Int, _ slice: Slice, _ units: Units) -> Bool {
    guard units[position] == 0x29, position > slice.lower else { return false }
    let before = units[position - 1] | 0x20
    if before >= 0x61, before <= 0x7A {
      return position - 1 == slice.lower || !Unit.isIdeograph(units[position - 2])
    }
    var i = position - 1
    while i > slice.lower, Unit.isDigit(units[i]) || Unit.numeral(units[i]) != nil { i -= 1 }
    let start = Unit.isDigit(units[i]) || Unit.numeral(units[i]) != nil ? i : i + 1
    guard start < position, position - start <= 3 else { return false }
    return start == slice.lower || !Unit.isIdeograph(units[start - 1])
  }

  private static let repeated = Phrase("“{0}”重复", "“{0}” is doubled")
  private static let clash = Phrase("标点“{0}”不能连用", "The marks “{0}” cannot follow each other")
  static let keep = Phrase("只留一个“{0}”", "Keep one “{0}”")
  private static let unclosed = Phrase(
    "{0} 后面缺少与它配对的后半个标点", "The mark {0} has no partner behind it")
  private static let unopened = Phrase(
    "{0} 前面缺少与它配对的前半个标点", "The mark {0} has no partner before it")
}

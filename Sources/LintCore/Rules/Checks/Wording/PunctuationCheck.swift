/// Finds doubled marks, marks that cannot stand beside each other, and brackets and quotation marks without partner.
enum PunctuationCheck {
  static func run(_ inspection: inout Inspection) {
    for paragraph in inspection.draft.paragraphs {
      guard paragraph.slice.count >= 4, paragraph.slice.count <= 4_000 else { continue }
      doubled(paragraph.slice, &inspection)
      pairs(paragraph.slice, &inspection)
    }
  }

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
      if isStop(units[start]) {
        while i < slice.upper, isStop(units[i]) { i += 1 }
        guard i - start >= 2 else { continue }
        reportStops(Slice(start, i), &inspection)
      } else if units[start] == 0x5143, i < slice.upper, units[i] == 0x5143, start > slice.lower,
        isAmountBefore(start, slice.lower, units)
      {
        i += 1
        reportDouble(Slice(start, i), keeping: "元", &inspection)
      }
    }
  }

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
    reportDouble(slice, keeping: String(kept), &inspection)
  }

  private static func reportDouble(_ slice: Slice, keeping: String, _ inspection: inout Inspection) {
    let written = inspection.draft.written(slice)
    inspection.report(
      "punctuation", .info, at: slice, Message(repeated, .text(written)),
      fixes: [
        Fix(
          title: Message(keep, .text(keeping)), edits: [Edit(inspection.draft.range(slice), keeping)],
          safety: .safe)
      ])
  }

  // MARK: Pairs

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

  /// Reports the marks of a paragraph without partner; one slip often leaves several, so only the first is told.
  private static func pairs(_ slice: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var open: [(unit: UInt16, position: Int)] = []
    for i in slice.indices {
      let unit = units[i]
      if closing(unit) != nil {
        // A quotation that opens twice was not closed before.
        if unit == 0x201C, let last = open.last, last.unit == unit { return lone(last.position, &inspection) }
        open.append((unit, i))
      } else if isClosing(unit) {
        if let last = open.last, closing(last.unit) == unit {
          open.removeLast()
        } else if !isListMark(i, slice, units) {
          return lone(open.last.map { closing($0.unit) == nil ? i : i } ?? i, &inspection)
        }
      }
    }
    if let first = open.first { lone(first.position, &inspection) }
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

  private static func lone(_ position: Int, _ inspection: inout Inspection) {
    let slice = Slice(position, position + 1)
    inspection.report(
      "punctuation", .info, at: slice, Message(unpaired, .text(inspection.draft.written(slice))))
  }

  private static let repeated = Phrase("“{0}”重复", "“{0}” is doubled")
  private static let clash = Phrase("标点“{0}”不能连用", "The marks “{0}” cannot follow each other")
  private static let keep = Phrase("只留一个“{0}”", "Keep one “{0}”")
  private static let unpaired = Phrase("“{0}”不成对", "“{0}” has no partner")
}

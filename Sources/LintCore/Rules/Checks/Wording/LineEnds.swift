/// Finds what ends in the middle of a sentence right before the next number: 2.公务用车购置费支出0万元， before 3.公务接待费.
///
/// Rule: `punctuation`. Lists may part their items by commas or semicolons; so the items beside it have to end otherwise.
enum LineEnds {
  /// A heading or a paragraph.
  private struct Piece {
    var slice: Slice
    var ordinal: Ordinal?
    var isHeading: Bool
  }

  /// Shorter lines are heads of lists and titles.
  private static let shortest = 12

  /// - Complexity: O(n) in the number of headings and paragraphs.
  static func run(_ inspection: inout Inspection) {
    let (draft, units) = (inspection.draft, inspection.units)
    for (index, block) in draft.blocks.enumerated() {
      guard index + 1 < draft.blocks.count, let piece = piece(block, draft), piece.slice.count >= shortest,
        piece.slice.upper <= units.count
      else { continue }
      let last = units[piece.slice.upper - 1]
      let isComma = Unit.isComma(last) || last == 0x3001
      let isBare = piece.ordinal != nil && (Unit.isIdeograph(last) || last == 0x25)
      guard isComma || last == 0x3B || isBare, let next = LineEnds.piece(draft.blocks[index + 1], draft),
        let ordinal = next.ordinal, goesOn(ordinal, piece, next)
      else { continue }
      let before = index > 0 ? LineEnds.piece(draft.blocks[index - 1], draft) : nil
      if isBare {
        bare(piece, before, next, &inspection)
        continue
      }
      guard !isOpen(next.slice, units), before.map({ !isOpen($0.slice, units) }) ?? true else { continue }
      // Of the items 1.…；2.…。 only the last ends in a full stop: the one before has to have ended in one too.
      if let own = piece.ordinal {
        guard let before, before.ordinal.map({ $0.style == own.style && $0.value + 1 == own.value }) ?? false,
          !before.slice.isEmpty, units[before.slice.upper - 1] == 0x3002
        else { continue }
      }
      let mark = Slice(piece.slice.upper - 1, piece.slice.upper)
      inspection.report(
        "punctuation", isComma ? .warning : .info, at: mark,
        Message(unfinished, .text(draft.written(mark))))
    }
  }

  /// 2.…完成预算100% between 1.…。 and 3.…。: the only one of three items without a stop.
  private static func bare(_ piece: Piece, _ before: Piece?, _ next: Piece, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let own = piece.ordinal, let before, let first = before.ordinal, let last = next.ordinal,
      first.style == own.style, last.style == own.style, first.value + 1 == own.value,
      own.value + 1 == last.value, piece.slice.count >= shortestSentence,
      isSentence(before.slice, units), isSentence(next.slice, units),
      piece.slice.indices.contains(where: { units[$0] == 0xFF0C })
    else { return }
    let end = Slice(piece.slice.upper - 1, piece.slice.upper)
    let at = inspection.draft.range(end).upper
    inspection.report(
      "punctuation", .info, at: end, Message(noStop),
      fixes: [Fix(title: Message(stop), edits: [Edit(ByteRange(at, at), "。")], safety: .review)])
  }

  private static let shortestSentence = 24

  private static func isSentence(_ slice: Slice, _ units: Units) -> Bool {
    slice.count >= shortestSentence && slice.upper <= units.count && units[slice.upper - 1] == 0x3002
  }

  private static func piece(_ block: Block, _ draft: Draft) -> Piece? {
    switch block {
    case .heading(let index):
      let heading = draft.headings[index]
      return Piece(slice: heading.slice, ordinal: heading.ordinal, isHeading: true)
    case .paragraph(let index):
      let paragraph = draft.paragraphs[index]
      return Piece(slice: paragraph.slice, ordinal: paragraph.ordinal, isHeading: false)
    case .table: return nil
    }
  }

  /// Tells whether the next number begins something new, and not the list that a line leads to.
  private static func goesOn(_ next: Ordinal, _ piece: Piece, _ other: Piece) -> Bool {
    // 注：1.…； before 2.…。 has a number, though not at its start.
    guard let own = piece.ordinal else { return other.isHeading && next.style <= .chinese }
    return next.style < own.style || next.style == own.style && next.value == own.value + 1
  }

  /// Tells whether a line ends in a comma or a semicolon.
  private static func isOpen(_ slice: Slice, _ units: Units) -> Bool {
    guard !slice.isEmpty, slice.upper <= units.count else { return false }
    let last = units[slice.upper - 1]
    return Unit.isComma(last) || last == 0x3001 || last == 0x3B || last == 0x3A
  }

  private static let noStop = Phrase(
    "前后各项都以句号结束，这一项末尾没有句号", "The items around this one end in a full stop, this one does not")
  private static let stop = Phrase("补上句号", "Add the full stop")
  private static let unfinished = Phrase(
    "“{0}”后面另起了一项，这一句没有写完，或应以句号结束",
    "A new item follows “{0}”: the sentence is not finished, or ends in a full stop")
}

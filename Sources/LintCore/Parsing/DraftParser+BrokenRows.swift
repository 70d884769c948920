/// Mending rows that a conversion has broken over two lines or robbed of their TABs.
extension DraftParser {
  /// The longest piece of a name on a line of its own, and the longest end of one in the next row.
  private static let longestPiece = (line: 24, end: 8)

  /// Reads a line without a TAB inside a table as what it is of a row; returns the line to go on with.
  mutating func mend(at line: Int) -> Int {
    let piece = trimmed(line)
    guard grid.rowCount >= 3, line + 1 < lineCount, isTabRow(line + 1), isPiece(line, piece) else {
      return line
    }
    let opens = opensRow(piece, line + 1)
    // What every page repeats is looked up last: that takes the whole text.
    guard opens || followsByNumber(piece) || closesName(piece, line + 1), !isRunningHeader(line) else {
      return line
    }
    if opens {
      GridBuilder.appendTabRow(
        units, Slice(piece.lower, text.slice(ofLine: line + 1).upper), line: line + 1, to: &grid)
      return line + 2
    }
    if followsByNumber(piece) {
      GridBuilder.appendTabRow(units, piece, line: line, to: &grid)
      grid.padLastRow()
      return line + 1
    }
    grid.blankNameOfLastRow()
    return line + 1
  }

  /// Tells whether a line may be a part of a row: a few words and neither a title nor a note.
  private func isPiece(_ line: Int, _ piece: Slice) -> Bool {
    (2...Self.longestPiece.line) ~= piece.count && !text.lines[line].traits.contains(.tab)
      && isWord(units[piece.upper - 1]) && !units.starts(piece, withAnyOf: Self.notes)
      && !units.ends(piece, withAnyOf: Self.titles) && !isTableInfo(line, piece)
      && !isContinuationLabel(piece) && !PageNumber.isOne(units, piece)
  }

  private static let notes = WordList(["注", "备注", "说明", "附"])
  private static let titles = WordList(["表", "情况", "说明"])

  /// Tells whether the next row, of figures and as wide as the others, opens with the rest of a name.
  private func opensRow(_ piece: Slice, _ next: Int) -> Bool {
    let row = text.slice(ofLine: next)
    guard goesOn(next, grid), let first = row.indices.first(where: { units[$0] == 0x09 }) else {
      return false
    }
    let end = units.trimmed(Slice(row.lower, first))
    return (1...Self.longestPiece.end) ~= end.count && isWord(units[end.lower])
      && OrdinalScanner.scan(units, end) == nil
      // Without figures it is the header of another table, unless it opens with the rest of a name: （万元）.
      && (hasFigure(next) || units[end.lower] == 0x28)
  }

  /// Tells whether a piece is the next numbered row, whose cells were all blank: 五、附属单位上缴收入.
  private func followsByNumber(_ piece: Slice) -> Bool {
    guard let own = OrdinalScanner.scan(units, piece),
      let last = grid.lastRow.first(where: { $0.kind != .blank }),
      let before = OrdinalScanner.scan(units, last.slice)
    else { return false }
    return own.style == before.style && own.value == before.value + 1
  }

  /// Tells whether a piece ends the name of the row before: a row of figures stands before it and behind it.
  private func closesName(_ piece: Slice, _ next: Int) -> Bool {
    OrdinalScanner.scan(units, piece) == nil && goesOn(next, grid) && hasFigure(next)
      && grid.lastRow.contains { $0.kind == .number && $0.amount.decimals > 0 }
  }

  /// Tells whether a unit stands inside a name: an ideograph or a bracket.
  private func isWord(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) || unit == 0x28 || unit == 0x29
  }
}

extension Grid {
  /// The cells of the last row.
  fileprivate var lastRow: ArraySlice<Cell> {
    guard let end = rowStarts.last, rowStarts.count >= 2 else { return [] }
    return cells[Int(rowStarts[rowStarts.count - 2])..<Int(end)]
  }

  /// Gives the last row as many cells as the one before it, all of them blank.
  fileprivate mutating func padLastRow() {
    guard rowStarts.count >= 3, var blank = cells.last else { return }
    let wanted = rowStarts[rowStarts.count - 2] - rowStarts[rowStarts.count - 3]
    blank.lower = blank.upper
    blank.kind = .blank
    while Int32(truncatingIfNeeded: cells.count) - rowStarts[rowStarts.count - 2] < wanted {
      cells.append(blank)
    }
    rowStarts[rowStarts.count - 1] = Int32(truncatingIfNeeded: cells.count)
  }

  /// Forgets the name of the last row, of which only a part stands in its cell.
  fileprivate mutating func blankNameOfLastRow() {
    // Words behind the last figure are a remark.
    guard let last = lastRow.indices.last(where: { cells[$0].kind == .number }),
      let name = lastRow.indices.filter({ $0 < last && cells[$0].kind == .text }).max(by: {
        cells[$0].slice.count < cells[$1].slice.count
      })
    else { return }
    cells[name].upper = cells[name].lower
    cells[name].kind = .blank
  }
}

import LintCore

/// Finds what stands at a place of a draft.
struct DraftLocator {
  let draft: Draft

  /// A cell of a table.
  struct Place {
    let table: Int
    let row: Int
    let column: Int
  }

  /// The table whose rows stand in a line, as an index.
  func table(atLine line: Int) -> Int? {
    draft.tables.firstIndex { $0.lines.contains(line) }
  }

  /// The table that has its title in a line.
  func table(titledAtLine line: Int) -> Int? {
    draft.tables.firstIndex { $0.captionLine == line }
  }

  /// The cell at an offset.
  func cell(at offset: Int) -> Place? {
    let line = draft.source.line(at: offset)
    guard let index = table(atLine: line) else { return nil }
    let table = draft.tables[index]
    // HTML tables may hold a row over many lines, or many rows in one line.
    for row in 0..<table.rowCount where mayHold(line, row, table) {
      for column in 0..<table.width(ofRow: row) {
        guard let cell = table.cell(row, column) else { continue }
        let range = draft.range(cell.slice)
        if range.lower <= offset, offset <= range.upper, !range.isEmpty {
          return Place(table: index, row: row, column: column)
        }
      }
    }
    return nil
  }

  private func mayHold(_ line: Int, _ row: Int, _ table: Table) -> Bool {
    guard row < table.rowLines.count else { return false }
    let next = row + 1 < table.rowLines.count ? Int(table.rowLines[row + 1]) : table.lines.upperBound
    return Int(table.rowLines[row]) <= line && line <= max(next, Int(table.rowLines[row]))
  }

  /// The sections around a line, the innermost first, as indices.
  func sections(atLine line: Int) -> [Int] {
    var found: [Int] = []
    var next = draft.sections.lastIndex { $0.lines.contains(line) && $0.heading != nil }
    // Parents always stand before their sections, so this ends.
    while let index = next, found.count < 16 {
      found.append(index)
      next = draft.sections[index].parent.flatMap {
        $0 < index && draft.sections[$0].heading != nil ? $0 : nil
      }
    }
    return found
  }

  /// The paragraph at an offset, as an index.
  func paragraph(at offset: Int) -> Int? {
    draft.paragraphs.firstIndex { paragraph in
      let range = draft.range(paragraph.slice)
      return range.lower <= offset && offset <= range.upper
    }
  }

  /// The sentence at an offset inside a range of bytes, without the blanks before it.
  func sentence(at offset: Int, in range: ByteRange) -> ByteRange {
    let bytes = draft.source.bytes
    let ends: [[UInt8]] = ["。", "；", "！", "？"].map { Array($0.utf8) }
    func endsAt(_ position: Int) -> Bool {
      position - 3 >= range.lower && ends.contains { bytes[(position - 3)..<position].elementsEqual($0) }
    }
    var lower = min(max(offset, range.lower), range.upper)
    while lower > range.lower, !endsAt(lower) { lower -= 1 }
    var upper = max(lower, min(offset + 1, range.upper))
    while upper < range.upper, !endsAt(upper) { upper += 1 }
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x0A || bytes[lower] == 0x0D { lower += 1 }
    return ByteRange(lower, upper)
  }

  /// The bytes of whole lines, without the terminator of the last one.
  func bytes(ofLines lines: Range<Int>) -> ByteRange {
    guard !lines.isEmpty else { return draft.source.range(ofLine: lines.lowerBound) }
    return draft.source.range(ofLine: lines.lowerBound).union(
      draft.source.range(ofLine: lines.upperBound - 1))
  }

  /// The last line of a range that holds more than blanks.
  func lastFilledLine(_ lines: Range<Int>) -> Int {
    var line = min(lines.upperBound, draft.source.lineCount) - 1
    while line > lines.lowerBound {
      let range = draft.source.range(ofLine: line)
      if draft.source.bytes[range.lower..<range.upper].contains(where: { $0 > 0x20 }) { break }
      line -= 1
    }
    return max(line, lines.lowerBound)
  }

  // MARK: - Words

  /// The way to a cell: table, row, columns from the top down.
  func path(_ place: Place) -> [String] {
    let label = sideRow(place).map { draft.string($0.label) } ?? ""
    return [title(ofTable: place.table), label.isEmpty ? nil : label].compactMap { $0 } + columnPath(place)
  }

  /// The way from the class (类) of a row's subject code down to the subject itself, each with its code.
  func subject(_ place: Place) -> [String] {
    guard let table = draft.tables[safe: place.table] else { return [] }
    let side = table.sides.first { $0.columns.contains(place.column) } ?? table.sides.first
    guard let side, let own = sideRow(place), let code = own.code else { return [] }
    var path: [String] = []
    for length in [3, 5] where length < own.codeLength {
      // 2080505 belongs to 20805, and that to 208.
      var prefix = code
      for _ in length..<min(own.codeLength, 18) { prefix /= 10 }
      let parent = side.rows.first { $0.code == prefix && $0.codeLength == length }
      path.append(String(prefix) + (parent.map { " " + draft.string($0.label) } ?? ""))
    }
    return path + [String(code) + " " + draft.string(own.label)]
  }

  /// A cell as an item of a list: the way to it, and its figure.
  func item(_ place: CellPlace) -> String? {
    guard let table = draft.tables[safe: place.table], let cell = table.cell(place.row, place.column) else {
      return nil
    }
    let path = path(Place(table: place.table, row: place.row, column: place.column))
    return path.joined(separator: " › ") + "：" + draft.string(cell.slice) + (table.unit?.name ?? "")
  }

  /// A cell as an item of a list: its name, as far as it differs from that of another cell, and its figure.
  func entry(_ place: CellPlace, differingFrom other: CellPlace) -> String {
    let own = Place(table: place.table, row: place.row, column: place.column)
    let label = sideRow(own).map { draft.string($0.label) } ?? ""
    let column = columnPath(own).joined(separator: " › ")
    let figure =
      draft.tables[safe: place.table]?.cell(place.row, place.column).map { draft.string($0.slice) } ?? ""
    if place.row == other.row { return column + " " + figure }
    return (place.column == other.column ? label : label + " › " + column) + " " + figure
  }

  /// The header texts above a column, from the top down.
  func columnPath(_ place: Place) -> [String] {
    let table = draft.tables[place.table]
    guard place.column < table.columns.count else { return [] }
    return table.columns[place.column].path.compactMap { index in
      let cell = table.cells.indices.contains(Int(index)) ? table.cells[Int(index)] : nil
      let text = cell.map { draft.string($0.slice) } ?? ""
      return text.isEmpty ? nil : text
    }
  }

  /// The row as the side of the table that a column belongs to sees it.
  func sideRow(_ place: Place) -> SideRow? {
    let table = draft.tables[place.table]
    let side = table.sides.first { $0.columns.contains(place.column) } ?? table.sides.first
    return side?.rows.first { $0.row == place.row }
  }

  /// The title of a table.
  func title(ofTable index: Int) -> String? {
    draft.tables[index].caption.map { draft.string($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Writes a table of a draft as a table of HTML.
struct HTMLTable {
  let draft: Draft
  let table: Table
  let marks: HTMLMarks
  let text: HTMLText
  /// The sums that each cell is the total or a term of, by the position of the cell's text.
  private let sums: [Int32: TableSums.Part]

  init(_ draft: Draft, _ table: Table, _ marks: HTMLMarks, _ text: HTMLText, firstSum: Int) {
    self.draft = draft
    self.table = table
    self.marks = marks
    self.text = text
    sums = TableSums.parts(of: table, in: draft, firstSum: firstSum)
  }

  /// Texts of forms longer than this, in characters, get room so that they do not stand on end.
  private static let longText = 24

  /// How many sums were numbered.
  var sumCount: Int { sums.values.count { $0.total != nil } }

  /// Writes the table.
  ///
  /// - Complexity: O(cells).
  func write(to out: inout [UInt8]) {
    let rowCount = Swift.max(0, table.rowCount)
    let width = Swift.max(1, (0..<rowCount).map(table.width).max() ?? 1)
    out += "<div class=\"scroll\"><table\(table.layout == .form ? " class=\"form\"" : "")>\n".utf8
    let body = Swift.min(Swift.max(table.firstBodyRow, 0), rowCount)
    let header = writeHeader(to: &out)
    out += "<tbody>\n".utf8
    let roles = roles()
    for row in 0..<rowCount where !header.contains(row) {
      let isHead = row < body && row >= table.preambleRows
      let name = row < table.preambleRows ? "preamble" : isHead ? "head" : roles[row] ?? ""
      out += (name.isEmpty ? "<tr>" : "<tr class=\"\(name)\">").utf8
      writeCells(ofRow: row, width, isHead ? "th" : "td", to: &out)
      out += "</tr>\n".utf8
    }
    out += "</tbody></table></div>\n".utf8
  }

  private func writeCells(ofRow row: Int, _ width: Int, _ tag: String, to out: inout [UInt8]) {
    let count = table.width(ofRow: row)
    for column in 0..<count {
      guard let cell = table.cell(row, column) else { continue }
      // Words of a row that is cut short may take the room that is left.
      let span = column == count - 1 && table.layout == .form ? width - count + 1 : 1
      let kind = table.columns.indices.contains(column) ? table.columns[column].kind : nil
      write(cell, tag, span: span, kind: kind, to: &out)
    }
    if count < width, table.layout == .grid {
      out += "<td colspan=\"\(width - count)\" class=\"none\"></td>".utf8
    }
  }

  private func write(
    _ cell: Cell, _ tag: String, span: Int = 1, rows: Int = 1, kind: ColumnKind? = nil, to out: inout [UInt8]
  ) {
    let range = draft.range(cell.slice)
    let touching = marks.touching(range, line: draft.source.line(at: range.lower))
    let isFigure = (cell.kind == .number || cell.kind == .percent || cell.kind == .dash)
    out += "<\(tag)".utf8
    if span > 1 { out += " colspan=\"\(span)\"".utf8 }
    if rows > 1 { out += " rowspan=\"\(rows)\"".utf8 }
    // A form has no columns whose kinds would tell how wide they should be.
    let isLong = table.layout == .form && cell.slice.count > Self.longText
    let name = kind == .code ? "c" : isFigure ? "n" : isLong ? "w" : kind == .label ? "l" : ""
    out += touching.attributes(adding: tag == "th" ? "" : name).utf8
    if let part = sums[cell.lower], cell.kind == .number { out += part.attributes.utf8 }
    out.append(UInt8(ascii: ">"))
    // The cell itself is marked: marks inside it would only repeat that.
    HTMLText(source: draft.source, marks: HTMLMarks.none).write(range, to: &out)
    out += "</\(tag)>".utf8
  }

  /// The class of each row by its role.
  private func roles() -> [Int: String] {
    var roles: [Int: String] = [:]
    for side in table.sides {
      for row in side.rows {
        switch row.role {
        case .total: roles[row.row] = "total"
        case .columnNumbers: roles[row.row] = "numbers"
        case .uncertain: roles[row.row] = "uncertain"
        default: break
        }
      }
    }
    return roles
  }
}

extension HTMLTable {
  /// Writes the header with its spanned cells put together again; returns the rows that it stands for.
  fileprivate func writeHeader(to out: inout [UInt8]) -> Range<Int> {
    let depth = table.columns.map(\.path.count).max() ?? 0
    let first = table.preambleRows
    guard table.layout == .grid, depth > 0, first + depth <= table.firstBodyRow else { return 0..<0 }
    let end = first + depth
    out += "<thead>\n".utf8
    for row in 0..<first {
      out += "<tr class=\"preamble\">".utf8
      writeCells(ofRow: row, table.columns.count, "td", to: &out)
      out += "</tr>\n".utf8
    }
    for level in 0..<depth {
      out += "<tr>".utf8
      var column = 0
      while column < table.columns.count {
        let path = table.columns[column].path
        var next = column + 1
        while next < table.columns.count,
          table.columns[next].path.prefix(level + 1) == path.prefix(level + 1),
          level < path.count, level < table.columns[next].path.count
        {
          next += 1
        }
        writeHeaderCell(path, level, depth, span: next - column, to: &out)
        column = next
      }
      out += "</tr>\n".utf8
    }
    out += "</thead>\n".utf8
    return 0..<end
  }

  private func writeHeaderCell(_ path: [Int32], _ level: Int, _ depth: Int, span: Int, to out: inout [UInt8])
  {
    guard level < path.count else {
      // A column without any header cell still takes its place.
      if path.isEmpty, level == 0 { out += "<th rowspan=\"\(depth)\"></th>".utf8 }
      return
    }
    let index = Int(path[level])
    guard table.cells.indices.contains(index) else {
      out += "<th colspan=\"\(span)\"></th>".utf8
      return
    }
    let isLast = level == path.count - 1
    write(table.cells[index], "th", span: span, rows: isLast ? depth - level : 1, to: &out)
  }
}

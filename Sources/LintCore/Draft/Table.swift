/// A cell of a table: where its text stands and what it holds.
package struct Cell: Sendable {
  /// What a cell holds.
  package enum Kind: UInt8, Sendable {
    /// Nothing at all.
    case blank
    /// A dash or slash: no amount.
    case dash
    /// A figure.
    case number
    /// A figure with a percent sign.
    case percent
    /// Words.
    case text
  }

  package var lower: Int32
  package var upper: Int32
  package var kind: Kind
  /// Thousands are separated by commas.
  package var isGrouped: Bool
  /// The figure, where there is one; zero elsewhere.
  package var amount: Amount

  package var slice: Slice { Slice(Int(lower), Int(upper)) }
  /// Tells whether the cell counts as a figure in a sum: a number, or nothing at all.
  package var isAmountOrEmpty: Bool { kind == .number || kind == .blank || kind == .dash }
  /// Tells whether nothing but a blank, a dash or a zero stands in the cell.
  package var isEmptyOrZero: Bool { kind == .blank || kind == .dash || (kind == .number && amount.isZero) }
}

/// What a row is in the arithmetic of its table.
package enum RowRole: UInt8, Sendable {
  /// A line of its own.
  case detail
  /// 合计, 总计, 小计.
  case total
  /// 其中：a part of the row above.
  case ofWhich
  /// A row without any figure that only names what follows.
  case heading
  /// 1 2 3 …, 栏次.
  case columnNumbers
  /// The header printed again after a page break.
  case repeatedHeader
  /// A row of rates between the rows above: 增减%, 占比.
  case rate
  /// Cells are missing or shifted: kept as text, never calculated with.
  case uncertain
}

/// What a column holds.
package enum ColumnKind: UInt8, Sendable {
  /// Names of rows.
  case label
  /// Subject codes (科目编码), whole or split into 类, 款, 项.
  case code
  /// Line numbers (行次).
  case lineNumber
  /// Amounts of money.
  case amount
  /// Percentages and points of a scale.
  case percent
  /// Counts of things or people.
  case count
  /// Anything else in words.
  case text
}

/// A column of a table.
package struct Column: Sendable, Equatable {
  package var kind: ColumnKind
  /// The header cells above it from the top down, each the index of a cell of the table.
  package var path: [Int32]
  /// The key of the lowest header cell.
  package var key: UInt64
}

/// One label column with the amounts that belong to it: the whole table, or a half of a two-sided one (收入 | 支出).
package struct Side: Sendable {
  /// The columns of the side.
  package var columns: Range<Int>
  /// The column with the names of the rows.
  package var labelColumn: Int
  /// The columns with subject codes: none, one, or 类, 款 and 项.
  package var codeColumns: [Int]
  /// The column with the codes of units (单位代码) beside those of the subjects.
  package var unitColumn: Int?
  /// The columns with amounts or counts.
  package var amountColumns: [Int]
  /// The rows from the first below the header to the last.
  package var rows: [SideRow]
}

/// A row as one side of a table sees it.
package struct SideRow: Sendable {
  /// The index of the row in the table.
  package var row: Int
  package var role: RowRole
  /// The label without its ordinal and 其中.
  package var label: Slice
  /// The key of the label without trailing brackets.
  package var key: UInt64
  package var ordinal: Ordinal?
  /// The subject code as digits, or `nil`.
  package var code: Int64?
  /// How many digits the code has: 3 类, 5 款, 7 项.
  package var codeLength: Int
  /// The label starts with 其中.
  package var isOfWhich: Bool
  /// Blank in all cells of the side.
  package var isBlank: Bool
}

/// A table (表) of a draft, whatever markup it came in.
package struct Table: Sendable {
  /// How a table is laid out.
  package enum Layout: UInt8, Sendable {
    /// A header, then rows.
    case grid
    /// A form with labels and values in any cell (绩效目标表, 绩效自评表).
    case form
  }

  package var layout: Layout
  /// The lines from the first row to the last.
  package var lines: Range<Int>
  /// What stands in the table.
  private var content: Content
  /// The title (表名), if one was found.
  package var caption: Slice?
  /// The line of the title.
  package var captionLine: Int?
  /// What stands after 单位名称： or 部门：.
  package var entity: Slice?
  /// The money unit, if stated.
  package var unit: MoneyUnit?
  /// Where the unit is stated.
  package var unitSlice: Slice?
  /// The rows above the header: 部门：…, 单位：万元.
  package var preambleRows: Int
  /// The rows of the header, the row of column numbers included.
  package var headerRows: Int
  /// The paragraphs directly below that belong to it (注：…), as indices into ``Draft/paragraphs``.
  package var notes: [Int]
  /// The index of the section it stands in.
  package var section: Int
  /// The index of the same table in a former state of the document, if an edit has not touched it.
  package var former: Int?
  /// How large its figures are, as ``TableUnits`` asks; 0 for a form.
  private(set) var size: Int128 = 0
  /// What is printed on every page of the draft was asked for to find its rows.
  var isCutByPages = false

  /// The cells, and what was read from them: one thing to keep alive, since many loops copy tables, and two threads at once.
  private final class Content: Sendable {
    let rowLines: [Int32]
    let rowStarts: [Int32]
    let cells: [Cell]
    let columns: [Column]
    let sides: [Side]

    init(
      _ rowLines: [Int32], _ rowStarts: [Int32], _ cells: [Cell], _ columns: [Column], _ sides: [Side]
    ) {
      (self.rowLines, self.rowStarts, self.cells) = (rowLines, rowStarts, cells)
      (self.columns, self.sides) = (columns, sides)
    }
  }

  /// Begins a table with the cells of a grid, of which neither columns nor sides are read.
  init(_ grid: Grid, _ layout: Layout, preambleRows: Int, headerRows: Int) {
    content = Content(grid.rowLines, grid.rowStarts, grid.cells, [], [])
    (self.layout, lines) = (layout, grid.lines)
    (self.preambleRows, self.headerRows) = (preambleRows, headerRows)
    (notes, section) = ([], 0)
  }

  /// The line of each row.
  package var rowLines: [Int32] { content.rowLines }
  /// Where each row's cells start in ``cells``, and one entry more.
  package var rowStarts: [Int32] { content.rowStarts }
  package var cells: [Cell] { content.cells }
  package var columns: [Column] { content.columns }
  package var sides: [Side] { content.sides }

  /// Takes what was read from the cells.
  mutating func read(_ columns: [Column], _ sides: [Side]) {
    content = Content(rowLines, rowStarts, cells, columns, sides)
    size = TableUnits.size(self)
  }

  package var rowCount: Int { rowStarts.count - 1 }
  /// The first row below the header.
  package var firstBodyRow: Int { preambleRows + headerRows }

  /// The lowest header cell above a column; `nil` where there is none.
  package func head(ofColumn column: Int) -> Slice? {
    guard columns.indices.contains(column), let last = columns[column].path.last,
      cells.indices.contains(Int(last))
    else { return nil }
    return cells[Int(last)].slice
  }

  /// How many cells a row has.
  package func width(ofRow row: Int) -> Int {
    row >= 0 && row < rowCount ? Int(rowStarts[row + 1] - rowStarts[row]) : 0
  }

  /// A cell, or `nil` outside the row.
  @inline(__always)
  package func cell(_ row: Int, _ column: Int) -> Cell? {
    guard row >= 0, row < rowCount, column >= 0 else { return nil }
    let index = Int(rowStarts[row]) + column
    return index < Int(rowStarts[row + 1]) ? cells[index] : nil
  }
}

extension Table {
  /// Moves all places, those above the cells included, by so many units and lines.
  mutating func move(units distance: Int, lines lineShift: Int) {
    guard distance != 0 || lineShift != 0 else { return }
    captionLine = captionLine.map { $0 + lineShift }
    caption = caption?.moved(distance)
    entity = entity?.moved(distance)
    unitSlice = unitSlice?.moved(distance)
    let lines = Int32(truncatingIfNeeded: lineShift)
    content = Content(
      lines == 0 ? rowLines : rowLines.map { $0 &+ lines }, rowStarts,
      distance == 0 ? cells : cells.map { $0.moved(distance) }, columns,
      distance == 0 ? sides : sides.map { $0.moved(distance) })
  }
}

extension Side {
  /// The side further down.
  fileprivate func moved(_ distance: Int) -> Side {
    var side = self
    side.rows = rows.map { row in
      var row = row
      row.label = row.label.moved(distance)
      return row
    }
    return side
  }
}

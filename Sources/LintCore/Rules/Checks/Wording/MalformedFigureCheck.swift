/// Finds cells of amounts that no figure can be: 1,3751.3, 12.345.6, 1O8.20.
///
/// Such a cell is no number to anything that adds up, so that a mistake in it would hide others.
enum MalformedFigureCheck {
  static let check = Check(rules: ["malformed-figure"], reads: [.titles, .captions, .tables], run: run)

  private static func run(_ inspection: inout Inspection) {
    for table in inspection.draft.tables where table.layout == .grid {
      for side in table.sides {
        for row in side.rows where row.role == .detail || row.role == .total || row.role == .ofWhich {
          for column in side.amountColumns where table.columns.indices.contains(column) {
            guard table.columns[column].kind == .amount, let cell = table.cell(row.row, column),
              cell.kind == .text, isMalformed(cell.slice, inspection.units)
            else { continue }
            inspection.report(
              "malformed-figure", .error, at: cell.slice,
              Message(phrase, .text(inspection.draft.string(cell.slice))))
          }
        }
      }
    }
  }

  /// Digits with separators out of place, or with letters that look like digits.
  private static func isMalformed(_ slice: Slice, _ units: Units) -> Bool {
    guard slice.count >= 3, slice.count <= 24 else { return false }
    var digits = 0
    var points = 0
    var letters = 0
    for i in slice.indices {
      switch units[i] {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2C, 0xFF0C: break
      // O, o, l, I
      case 0x4F, 0x6F, 0x6C, 0x49: letters += 1
      case 0x2D where i == slice.lower: break
      default: return false
      }
    }
    // 2024.12.31 is a date.
    let isDate = points == 2 && units[slice.lower] == 0x32 && units[slice.lower + 1] == 0x30 && letters == 0
    return digits >= 2 && digits > letters * 2 && !isDate
  }

  private static let phrase = Phrase("“{0}”不是规范的数字，无法核对合计", "“{0}” is no figure and cannot be added up")
}

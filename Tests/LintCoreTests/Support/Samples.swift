import Testing

@testable import LintCore

/// Reads a draft in which `→` stands for a TAB, so that the cells of its tables can be seen.
func draft(_ text: String) -> Draft { Draft(SourceText(Array(tabbed(text).utf8))) }

/// Puts the TABs in.
func tabbed(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "→" ? "\t" : $0 }))
}

/// A draft with the findings that are expected of it, each written around the text it concerns:
/// `⟦100.00¦error column-total⟧`, or several at one place: `⟦100.00¦error column-total, info rounding-tail⟧`.
struct MarkedDraft {
  /// The draft without the marks.
  var bytes: [UInt8] = []
  /// The expected findings in the order of the text.
  var expected: [String] = []

  init(_ marked: String) {
    var start: Int?
    var label: String?
    for scalar in tabbed(marked).unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "¦": label = ""
      case "⟧":
        let range = ByteRange(start ?? 0, bytes.count)
        for name in (label ?? "no label").split(separator: ", ") {
          expected.append(Self.describe(String(name), range, bytes))
        }
        (start, label) = (nil, nil)
      default:
        if label == nil { bytes += Array(String(scalar).utf8) } else { label?.unicodeScalars.append(scalar) }
      }
    }
  }

  /// A finding as a line that can be compared and read.
  static func describe(_ name: String, _ range: ByteRange, _ bytes: [UInt8]) -> String {
    let source = SourceText(bytes)
    return "line \(source.line(at: range.lower) + 1), bytes \(range.lower)-\(range.upper), "
      + "“\(source.string(range))”: \(name)"
  }
}

/// The rules that judge the figures of tables and forms by themselves.
let arithmeticRules: Set<String> = [
  "column-total", "row-total", "hierarchy-total", "balance", "rounding-tail", "cross-table",
  "completion-rate",
  "score-total", "score", "share", "growth-rate",
]

/// The findings of a draft by the arithmetic rules, or by those that are named.
func findings(_ bytes: [UInt8], by rules: Set<String> = arithmeticRules) -> [Finding] {
  var options = LintOptions()
  options.select = rules
  return Linter(book: .standard).lint(SourceText(bytes), options: options).findings
}

/// Expects exactly the marked findings, and gives what was found.
@discardableResult
func expectFindings(
  _ marked: String, by rules: Set<String> = arithmeticRules, sourceLocation: SourceLocation = #_sourceLocation
) -> [Finding] {
  let sample = MarkedDraft(marked)
  let found = findings(sample.bytes, by: rules)
  let described = found.map { MarkedDraft.describe("\($0.severity.name) \($0.rule)", $0.range, sample.bytes) }
  #expect(described == sample.expected, sourceLocation: sourceLocation)
  return found
}

extension Draft {
  /// The text of a slice as it is written.
  func text(_ slice: Slice?) -> String { slice.map(written) ?? "nothing" }

  /// The folded text of all lines.
  var foldedLines: [String] { (0..<source.lineCount).map { string(text.slice(ofLine: $0)) } }

  /// The cells of a row of a table as they are written.
  func cells(_ table: Table, _ row: Int) -> [String] {
    (0..<table.width(ofRow: row)).map { column in table.cell(row, column).map { written($0.slice) } ?? "?" }
  }

  /// The heads of each column from the top down, joined by `/`.
  func heads(_ table: Table) -> [String] {
    table.columns.map { $0.path.map { string(table.cells[Int($0)].slice) }.joined(separator: "/") }
  }
}

import Testing

@testable import LintCore

/// A page break between two rows of a table says nothing: a clean draft is clean with it.
@Suite struct PageBrokenDraftTests {
  /// What a page ends with, and what the next one begins with.
  enum Style: CaseIterable {
    case number, numberAlone, head, caption, title, continued

    func lines(_ table: Table, _ draft: Draft, _ page: Int) -> [String] {
      let mark = ["", "- \(page) -", ""]
      let lines = draft.source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      func text(_ line: Int) -> String {
        String(decoding: lines[line], as: UTF8.self).trimming {
          $0 == "#" || $0 == "*" || $0 == "\r" || $0 == " "
        }
      }
      let rows = table.rowLines.prefix(table.firstBodyRow).map { text(Int($0)) }
      guard table.layout == .grid else {
        let title = draft.text(table.caption)
        return self == .continued ? mark + [title + "（续）"] : self == .numberAlone ? ["第 \(page) 页"] : mark
      }
      let first = Int(table.rowLines.first ?? 0)
      let title = table.captionLine.map { $0 < first ? $0 : first } ?? first
      let info = (title..<first).dropFirst().map(text).filter { !$0.isEmpty }
      switch self {
      case .number: return mark
      case .numberAlone: return ["第 \(page) 页"]
      case .head: return mark + rows
      case .caption: return mark + info + rows
      case .title: return mark + (title..<first).map(text).filter { !$0.isEmpty } + rows
      case .continued: return mark + [draft.text(table.caption) + "（续）"] + info + rows
      }
    }
  }

  /// Puts a page break into every table and form whose rows are lines of their own, behind the row at a place.
  private func broken(_ bytes: [UInt8], _ style: Style, at place: Int) -> [UInt8] {
    let draft = Draft(SourceText(bytes))
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var gaps: [Int: [String]] = [:]
    for (index, table) in draft.tables.enumerated() {
      let rows = table.rowLines.dropFirst(table.firstBodyRow + 1).map(Int.init)
      guard rows.count > 1, rows.allSatisfy({ lines[$0].contains(0x09) }) else { continue }
      gaps[rows[place % rows.count]] = style.lines(table, draft, index + 1)
    }
    var result: [UInt8] = []
    for (index, line) in lines.enumerated() {
      for gap in gaps[index] ?? [] { result += Array(gap.utf8) + [0x0A] }
      result += line + [0x0A]
    }
    return result
  }

  private func warnings(_ bytes: [UInt8]) -> [String] {
    Linter(book: .standard).lint(SourceText(bytes)).findings.filter { $0.severity >= .warning }.map {
      "\($0.rule): \($0.message.text(.chinese))"
    }
  }

  @Test(arguments: Fixtures.clean, Style.allCases)
  func aPageBreakChangesNoFinding(file: Fixtures.File, style: Style) {
    let places = style == .caption ? [1, 4, 9] : [3]
    for place in places { #expect(warnings(broken(file.bytes, style, at: place)) == [], "\(place)") }
  }
}

extension String {
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    let start = firstIndex { !isLeftOut($0) } ?? endIndex
    let end = lastIndex { !isLeftOut($0) }.map(index(after:)) ?? start
    return String(self[start..<Swift.max(start, end)])
  }
}

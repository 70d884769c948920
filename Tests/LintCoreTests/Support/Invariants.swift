import Testing

@testable import LintCore

/// What must be true of any bytes at all: reading and checking them ends, and every range can be shown.
enum Invariants {
  private static let linter = Linter(book: .standard)

  /// Reads and checks the bytes; says what is wrong with the result, or `nil`.
  static func violation(in bytes: [UInt8]) -> String? {
    let result = linter.lint(SourceText(bytes))
    let draft = result.draft
    guard draft.text.lines.count == draft.source.lineCount + 1 else { return "lines are lost" }
    for line in 0..<draft.source.lineCount
    where Int(draft.text.lines[line].byteStart) != draft.source.lineStarts[line] {
      return "line \(line + 1) starts elsewhere"
    }
    let ranges = Ranges(bytes)
    if let place = structure(draft, ranges) { return place }
    for finding in result.findings {
      let edits = finding.fixes.flatMap { $0.edits.map(\.range) }
      for range in [finding.range] + finding.related.map(\.range) + edits where !ranges.isShowable(range) {
        return "\(finding.rule) points at \(range)"
      }
      for language in Language.allCases where finding.message.text(language).isEmpty {
        return "\(finding.rule) says nothing"
      }
    }
    let places = result.findings.map { ($0.range, $0.rule) }
    for (a, b) in zip(places, places.dropFirst()) where a > b { return "findings are not in order" }
    for table in draft.coverage() where table.covered + table.uncovered.count != table.figures {
      return "coverage does not add up"
    }
    let digest = linter.digest(draft.source)
    for claim in digest?.claimed ?? [] where !ranges.isShowable(claim.range) {
      return "a statement about another draft points at \(claim.range)"
    }
    // The draft beside itself: whatever it says of others, it is not one of them.
    if !CrossDraft.findings([digest, digest], paths: ["a", "b"]).isEmpty {
      return "a draft contradicts itself"
    }
    return nil
  }

  private static func structure(_ draft: Draft, _ ranges: Ranges) -> String? {
    let lines = draft.source.lineCount
    for heading in draft.headings
    where !ranges.isShowable(draft.range(heading.slice)) || heading.line >= lines {
      return "a heading points at \(draft.range(heading.slice))"
    }
    for paragraph in draft.paragraphs
    where !ranges.isShowable(draft.range(paragraph.slice)) || paragraph.lines.upperBound > lines {
      return "a paragraph points at \(draft.range(paragraph.slice))"
    }
    for section in draft.sections where section.lines.upperBound > lines { return "a section ends outside" }
    for table in draft.tables {
      guard table.lines.upperBound <= lines, table.rowLines.count == table.rowCount,
        table.firstBodyRow <= table.rowCount
      else { return "a table ends outside" }
      for cell in table.cells where !ranges.isShowable(draft.range(cell.slice)) {
        return "a cell points at \(draft.range(cell.slice))"
      }
    }
    return nil
  }

  /// The bytes with the offsets at which a range may start or end.
  private struct Ranges {
    let bytes: [UInt8]
    let isText: Bool

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      isText = String(validating: bytes, as: UTF8.self) != nil
    }

    /// Inside the bytes, and between scalars if they are valid UTF-8.
    func isShowable(_ range: ByteRange) -> Bool {
      guard range.lower >= 0, range.upper <= bytes.count else { return false }
      return !isText || (isBoundary(range.lower) && isBoundary(range.upper))
    }

    private func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
  }
}

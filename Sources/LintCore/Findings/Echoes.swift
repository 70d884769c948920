/// Findings that say again what another says: a sentence that differs from a cell which arithmetic shows to be wrong.
enum Echoes {
  /// Leaves out the findings whose sentence states the very figure that the cell should have.
  ///
  /// - Complexity: O(n) in the number of findings.
  static func removed(from findings: [Finding], _ source: SourceText) -> [Finding] {
    var mended: [ByteRange: Set<[UInt8]>] = [:]
    for finding in findings where arithmetic.contains(finding.rule) {
      for edit in finding.fixes.flatMap(\.edits) where edit.range == finding.range {
        mended[finding.range, default: []].insert(digits(Array(edit.text.utf8)))
      }
    }
    guard !mended.isEmpty else { return findings }
    return findings.filter { finding in
      guard finding.rule == "narrative-table", let cell = finding.related.only?.range,
        let right = mended[cell]
      else { return true }
      return !right.contains(digits(Array(source.bytes[finding.range.lower..<finding.range.upper])))
    }
  }

  private static let arithmetic: Set<String> = ["row-total", "column-total", "hierarchy-total", "balance"]

  /// The figure that a text begins with, without separators.
  private static func digits(_ text: [UInt8]) -> [UInt8] {
    text.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2C }.filter { $0 != 0x2C }
  }
}

/// Which findings speak of a stretch of a draft, and which stretches are terms of them.
struct HTMLMarks {
  /// A stretch that a finding reports, or one that takes part in it.
  struct Mark {
    let range: ByteRange
    /// The number of the finding in the draft, from 1.
    let finding: Int
    let severity: Severity
    let isTerm: Bool
  }

  /// Lines further down than this from the start of a mark are not marked: it is enough to see where it begins.
  private static let longestMark = 60

  private var byLine: [Int: [Mark]] = [:]

  /// Collects the marks of all findings.
  init(_ result: LintResult) {
    let source = result.draft.source
    for (index, finding) in result.findings.enumerated() {
      add(Mark(range: finding.range, finding: index + 1, severity: finding.severity, isTerm: false), source)
      for item in finding.related {
        add(Mark(range: item.range, finding: index + 1, severity: finding.severity, isTerm: true), source)
      }
    }
  }

  private mutating func add(_ mark: Mark, _ source: SourceText) {
    let first = source.line(at: mark.range.lower)
    let last = Swift.max(first, source.line(at: Swift.max(mark.range.lower, mark.range.upper - 1)))
    for line in first...Swift.min(last, first + Self.longestMark) { byLine[line, default: []].append(mark) }
  }

  /// The marks that touch a stretch of one line; an empty mark touches the stretch it stands in.
  func touching(_ range: ByteRange, line: Int) -> [Mark] {
    (byLine[line] ?? []).filter { mark in
      mark.range.overlaps(range)
        || (mark.range.isEmpty && range.lower <= mark.range.lower && mark.range.lower <= range.upper)
        || (range.isEmpty && mark.range.lower <= range.lower && range.upper <= mark.range.upper)
    }
  }
}

extension [HTMLMarks.Mark] {
  /// The attributes of an element that these marks make clickable; empty without marks.
  func attributes(adding class: String = "") -> String {
    let own = filter { !$0.isTerm }
    let terms = filter(\.isTerm)
    var names = `class`.isEmpty ? [] : [`class`]
    if let worst = own.map(\.severity).max() { names += ["m", worst.name] }
    if !terms.isEmpty { names.append("t") }
    var out = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    if !own.isEmpty { out += " data-f=\"\(Self.numbers(own))\" tabindex=\"0\"" }
    if !terms.isEmpty { out += " data-t=\"\(Self.numbers(terms))\"" }
    return out
  }

  private static func numbers(_ marks: [HTMLMarks.Mark]) -> String {
    Set(marks.map(\.finding)).sorted().map(String.init).joined(separator: " ")
  }
}

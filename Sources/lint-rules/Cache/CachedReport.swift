internal import LintCore

/// What a run wrote of a draft: all that it needs in place of checking it again.
struct CachedReport: Equatable, Sendable {
  /// The piece of every report.
  var pieces: [[UInt8]]
  var counts: DraftCounts
  var verdict: BaselineVerdict

  /// The report as it is kept.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(pieces.reduce(256) { $0 + $1.count })
    for number in counts.bySeverity + [verdict.known, verdict.fixed, counts.byRule.count] {
      out.append(word: number)
    }
    for (rule, count) in counts.byRule.sorted(by: { $0.key < $1.key }) {
      out.append(field: Array(rule.utf8))
      out.append(word: count)
    }
    for piece in pieces { out.append(field: piece) }
    return out
  }

  init(pieces: [[UInt8]], counts: DraftCounts, verdict: BaselineVerdict) {
    (self.pieces, self.counts, self.verdict) = (pieces, counts, verdict)
  }

  /// Reads a report as it is kept; `nil` if it is anything else.
  init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let infos = reader.count(), let warnings = reader.count(), let errors = reader.count(),
      let known = reader.count(), let fixed = reader.count(), let rules = reader.count()
    else { return nil }
    var byRule: [String: Int] = [:]
    for _ in 0..<rules {
      guard let rule = reader.field(), let count = reader.count() else { return nil }
      byRule[String(decoding: rule, as: UTF8.self)] = count
    }
    pieces = []
    while !reader.isAtEnd {
      guard let piece = reader.field() else { return nil }
      pieces.append(piece)
    }
    counts = DraftCounts(bySeverity: [infos, warnings, errors], byRule: byRule)
    verdict = BaselineVerdict(known: known, fixed: fixed)
  }
}

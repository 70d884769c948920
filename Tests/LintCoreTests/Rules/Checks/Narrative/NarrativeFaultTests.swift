import Testing

@testable import LintCore

/// Changes single figures, years and directions of drafts without mistakes and counts how many changes are noticed.
@Suite struct NarrativeFaultTests {
  /// One change to a draft.
  private struct Fault {
    var kind: String
    var range: ByteRange
    var text: String
  }

  private static let linter = Linter(book: .standard)

  /// The changes to try: some of each kind, the same in every run.
  private func faults(_ source: SourceText, seed: UInt64) -> [Fault] {
    let draft = Draft(source)
    let claims = Claims(draft)
    let bound = Set(FigureIndex(draft, claims).bindings.map(\.claim))
    var random = Generator(seed: seed)
    var found: [Fault] = []
    for passage in claims.passages where !passage.isAside && !passage.isAttachment {
      for index in passage.claims {
        let claim = claims.claims[index]
        guard !claim.digits.isEmpty else { continue }
        let range = draft.range(claim.digits)
        switch claim.role {
        case .amount
        where (bound.contains(index) || claim.list >= 0) && !claim.amount.isZero && claim.unit.money != nil:
          found.append(
            Fault(kind: "amount", range: range, text: changed(source.string(range), &random, last: false)))
        case .share, .rate:
          found.append(
            Fault(kind: "percentage", range: range, text: changed(source.string(range), &random, last: false))
          )
        default: break
        }
        if claim.role == .rate, claim.subject >= 0 {
          found.append(
            Fault(kind: "direction", range: draft.range(claim.word), text: claim.direction > 0 ? "下降" : "增长"))
        }
      }
      for token in claims.tokens[passage.tokens]
      where token.mark == .year && Int(token.amount.digits) == claims.year {
        let digits = draft.range(Slice(Int(token.lower), Int(token.lower) + 4))
        found.append(Fault(kind: "year", range: digits, text: String(claims.year - 3)))
      }
    }
    // A sixth of them is enough to notice a loss, and quick.
    return found.enumerated().filter { $0.offset % 6 == Int(seed % 6) }.map(\.element)
  }

  /// A figure with another digit, not the one in the last place: that may be a tail.
  private func changed(_ text: String, _ random: inout Generator, last: Bool) -> String {
    var bytes = Array(text.utf8)
    let digits = bytes.indices.filter { bytes[$0] >= 0x30 && bytes[$0] <= 0x39 }
    let at = random.pick(digits.count > 1 && !last ? digits.dropLast().map { $0 } : digits)
    let old = bytes[at]
    repeat { bytes[at] = UInt8(0x31 + random.below(9)) } while bytes[at] == old
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isNoticed(_ fault: Fault, in source: SourceText, known: Set<String>) -> Bool {
    var bytes = source.bytes
    bytes.replaceSubrange(fault.range.lower..<fault.range.upper, with: Array(fault.text.utf8))
    let changed = SourceText(bytes)
    let line = source.line(at: fault.range.lower)
    return Self.linter.lint(changed).findings.contains { finding in
      finding.severity > .info && !known.contains(finding.rule + finding.message.text(.chinese))
        && ([finding.range] + finding.related.map(\.range)).contains { changed.line(at: $0.lower) == line }
    }
  }

  @Test func mostFaultsAreNoticed() {
    var tried: [String: Int] = [:]
    var noticed: [String: Int] = [:]
    for (seed, file) in Fixtures.clean.enumerated() {
      let source = SourceText(file.bytes)
      let known = Set(Self.linter.lint(source).findings.map { $0.rule + $0.message.text(.chinese) })
      for fault in faults(source, seed: UInt64(seed)) {
        tried[fault.kind, default: 0] += 1
        if isNoticed(fault, in: source, known: known) { noticed[fault.kind, default: 0] += 1 }
      }
    }
    // Rates of very small figures say little about them, so a change of theirs can be within rounding.
    for (kind, least) in [("amount", 0.93), ("percentage", 0.88), ("direction", 0.95), ("year", 0.88)] {
      guard let all = tried[kind], all > 20 else { continue }
      let part = Double(noticed[kind] ?? 0) / Double(all)
      #expect(part >= least, "\(kind): \(noticed[kind] ?? 0) of \(all)")
    }
  }

  @Test(arguments: Fixtures.clean)
  func draftsWithoutMistakesRaiseNothing(file: Fixtures.File) {
    let rules = Set(NarrativeChecks.all.flatMap(\.rules))
    let findings = Self.linter.lint(SourceText(file.bytes)).findings
    let loud = findings.filter { $0.severity > .info && rules.contains($0.rule) }
    #expect(loud.map { $0.message.text(.chinese) } == [])
  }
}

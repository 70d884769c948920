import Testing

@testable import LintCore

/// Plants one fault at a time into figures of clean drafts that take part in an identity, and looks whether it is
/// found.
///
/// The faults are the same in every run.
@Suite struct FaultInjectionTests {
  enum Fault: String, CaseIterable {
    case digit = "a digit changed"
    case swap = "two digits swapped"
    case shift = "the decimal point moved"
    case empty = "a cell emptied"
    case row = "a row deleted"
    case exchange = "two cells exchanged"

    /// The faults of single figures, which sums have to find.
    var isArithmetic: Bool { self == .digit || self == .swap || self == .shift }
    /// How many of a kind are planted in each draft.
    var samples: Int { isArithmetic ? 9 : 4 }
  }

  struct Tally {
    var planted = 0
    var caught = 0
    /// Of the caught ones, those that are more than a rounding tail.
    var serious = 0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(planted: a.planted + b.planted, caught: a.caught + b.caught, serious: a.serious + b.serious)
    }

    var share: Double { planted == 0 ? 1 : Double(caught) / Double(planted) }
  }

  struct Key: Hashable {
    var fault: Fault
    var isTotal: Bool
  }

  @Test(.timeLimit(.minutes(12))) func plantedFaultsAreFound() async {
    let (tallies, missed) = await withTaskGroup(of: ([Key: Tally], [String]).self) { group in
      for file in Fixtures.clean { group.addTask { Self.plant(in: file) } }
      return await group.reduce(into: ([Key: Tally](), [String]())) { sum, part in
        sum.0.merge(part.0, uniquingKeysWith: +)
        sum.1 += part.1
      }
    }
    for fault in Fault.allCases {
      for isTotal in [true, false] {
        guard let tally = tallies[Key(fault: fault, isTotal: isTotal)] else { continue }
        print(
          "\(fault.rawValue) in a \(isTotal ? "total" : "detail"): caught \(tally.caught) of \(tally.planted), "
            + "\(tally.serious) of them as errors or warnings")
      }
    }
    for line in missed.sorted().prefix(20) { print("missed:", line) }
    let arithmetic = tallies.filter { $0.key.fault.isArithmetic }.values.reduce(Tally(), +)
    #expect(Fixtures.clean.isEmpty || arithmetic.planted > 300)
    #expect(arithmetic.share >= 0.97)
    // A 类 without its row, or two parts of one sum exchanged, leave every sum right.
    for (fault, least) in [(Fault.empty, 0.9), (.exchange, 0.8), (.row, 0.65)] {
      let tally = tallies.filter { $0.key.fault == fault }.values.reduce(Tally(), +)
      #expect(tally.share >= least, "\(fault.rawValue): \(tally.caught) of \(tally.planted)")
    }
  }

  // MARK: Planting

  /// A figure that takes part in an identity.
  private struct Figure {
    var range: ByteRange
    var line: Int
    var table: Int
    var isTotal: Bool
  }

  private static func plant(in file: Fixtures.File) -> ([Key: Tally], [String]) {
    var generator = Generator(seed: UInt64(file.bytes.count))
    let linter = Linter(book: .standard)
    let before = linter.lint(SourceText(file.bytes))
    let known = Set(before.findings.map(identity))
    let figures = figures(in: before.draft)
    guard !figures.isEmpty else { return ([:], []) }
    var tallies: [Key: Tally] = [:]
    var missed: [String] = []
    for fault in Fault.allCases {
      for sample in 0..<fault.samples {
        let figure = figures[(sample * figures.count / fault.samples + generator.below(7)) % figures.count]
        // Without its total a table says nothing that could be wrong.
        if figure.isTotal, !fault.isArithmetic, fault != .exchange { continue }
        guard let changed = apply(fault, figure, figures, file.bytes, before.draft, &generator) else {
          continue
        }
        let severity = reaction(linter, changed, figure, fault, known, before.draft)
        var tally = tallies[Key(fault: fault, isTotal: figure.isTotal)] ?? Tally()
        tally.planted += 1
        if let severity {
          tally.caught += 1
          if severity > .info { tally.serious += 1 }
        } else {
          let was = before.draft.source.string(before.draft.source.range(ofLine: figure.line))
          missed.append("\(file.name):\(figure.line + 1): \(fault.rawValue): \(was.prefix(120))")
        }
        tallies[Key(fault: fault, isTotal: figure.isTotal)] = tally
      }
    }
    return (tallies, missed)
  }

  private static func figures(in draft: Draft) -> [Figure] {
    let uncovered = Set(draft.coverage().flatMap { $0.uncovered.map(\.range) })
    var result: [Figure] = []
    for (index, table) in draft.tables.enumerated() where table.layout == .grid {
      for side in table.sides {
        for row in side.rows where row.role != .uncertain && row.role != .repeatedHeader {
          for column in side.amountColumns {
            guard let cell = table.cell(row.row, column), cell.kind == .number, !cell.amount.isZero,
              table.columns[column].kind == .amount
            else { continue }
            let range = draft.range(cell.slice)
            guard !uncovered.contains(range) else { continue }
            result.append(
              Figure(
                range: range, line: draft.source.line(at: range.lower), table: index,
                isTotal: row.role == .total))
          }
        }
      }
    }
    return result
  }

  /// The draft with one fault, or `nil` if the figure does not lend itself to it.
  private static func apply(
    _ fault: Fault, _ figure: Figure, _ all: [Figure], _ bytes: [UInt8], _ draft: Draft,
    _ generator: inout Generator
  ) -> [UInt8]? {
    var text = Array(bytes[figure.range.lower..<figure.range.upper])
    let digits = text.indices.filter { text[$0] >= 0x30 && text[$0] <= 0x39 }
    switch fault {
    case .digit:
      let at = generator.pick(digits)
      text[at] = 0x30 + (text[at] - 0x30 + UInt8(1 + generator.below(9))) % 10
    case .swap:
      let pairs = digits.filter { digits.contains($0 + 1) && text[$0] != text[$0 + 1] }
      guard !pairs.isEmpty else { return nil }
      let at = generator.pick(pairs)
      text.swapAt(at, at + 1)
    case .shift:
      guard let moved = shifted(text, isUp: generator.below(2) == 0) else { return nil }
      text = moved
    case .empty:
      text = []
    case .row:
      let line = draft.source.range(ofLine: figure.line)
      let end = min(
        bytes.count, Int(draft.source.lineStarts.dropFirst(figure.line + 1).first ?? Int32(bytes.count)))
      return Array(bytes[..<line.lower] + bytes[end...])
    case .exchange:
      let others = all.filter {
        $0.table == figure.table && $0.line != figure.line && $0.range.lower > figure.range.upper
          && bytes[$0.range.lower..<$0.range.upper] != bytes[figure.range.lower..<figure.range.upper]
      }
      guard let other = others.first else { return nil }
      var changed = bytes
      changed.replaceSubrange(other.range.lower..<other.range.upper, with: text)
      changed.replaceSubrange(
        figure.range.lower..<figure.range.upper, with: bytes[other.range.lower..<other.range.upper])
      return changed
    }
    var changed = bytes
    changed.replaceSubrange(figure.range.lower..<figure.range.upper, with: text)
    return changed
  }

  /// A figure ten times as large or as small, with its separators in their places.
  private static func shifted(_ text: [UInt8], isUp: Bool) -> [UInt8]? {
    let units = text.map(UInt16.init)
    guard let figure = units.withUnsafeBufferPointer({ NumberScanner.scan($0, 0, $0.count) }),
      figure.end == text.count,
      figure.amount.decimals > 0
    else { return nil }
    let moved = Amount(digits: figure.amount.digits, decimals: figure.amount.decimals + (isUp ? -1 : 1))
    return Array((figure.isGrouped ? moved.grouped : moved.plain).utf8)
  }

  // MARK: Finding

  /// What a finding says, wherever it stands: lines and offsets move when a draft is changed.
  private static func identity(_ finding: Finding) -> String {
    let parts = [finding.message] + finding.related.map(\.message)
    return finding.rule + finding.severity.name + parts.map { $0.text(.chinese) }.joined(separator: "|")
  }

  /// The weight of the heaviest new finding that names the changed line, or `nil`.
  private static func reaction(
    _ linter: Linter, _ bytes: [UInt8], _ figure: Figure, _ fault: Fault, _ known: Set<String>, _ draft: Draft
  ) -> Severity? {
    let source = SourceText(bytes)
    // What is not there any more has no place: its table has to be named.
    let lines =
      fault == .row || fault == .empty
      ? draft.tables[figure.table].lines.lowerBound..<draft.tables[figure.table].lines.upperBound
      : figure.line..<figure.line + 1
    /// The rules of tables find nearly everything; only what they miss needs all rules.
    for rules in [arithmeticRules, []] {
      var options = LintOptions()
      options.select = rules
      let named = linter.lint(source, options: options).findings.filter { finding in
        !known.contains(identity(finding))
          && ([finding.range] + finding.related.map(\.range)).contains {
            lines.contains(source.line(at: $0.lower))
          }
      }
      if let severity = named.map(\.severity).max() { return severity }
    }
    return nil
  }
}

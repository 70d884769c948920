import Testing

@testable import LintCore

/// After edits of figures, names and codes in tables and sentences a check that takes over what it knows finds what a
/// fresh one finds.
@Suite struct EditedFiguresTests {
  private static let linter = Linter(book: .standard)

  /// A companion who never comes.
  private struct Absent: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) {}
    func finish(within patience: Duration) -> Bool { true }
  }

  private static func describe(_ result: LintResult) -> [String] {
    result.findings.map { "\($0.rule) \($0.severity) \($0.range) \($0.message.text(.english))" }
  }

  private static let words = [
    "教育支出", "行政运行", "基本支出", "项目支出", "公务接待费", "合计", "上年结转", "其他支出", "2010301", "205", "小学教育", "预算数",
  ].map { Array($0.utf8) }

  /// One figure, name or code of a line made another, mostly in a table; what stood there before.
  private static func edit(_ bytes: inout [UInt8], _ dice: inout Generator) {
    let starts = SourceText(bytes).lineStarts.map(Int.init)
    for _ in 0..<50 {
      let line = dice.below(starts.count)
      let range = starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)
      let isRow = bytes[range].contains(9)
      guard isRow || dice.below(4) == 0 else { continue }
      let digits = range.filter { bytes[$0] >= 0x30 && bytes[$0] <= 0x39 }
      guard let at = digits.isEmpty ? nil : dice.pick(digits) else { continue }
      switch dice.below(8) {
      case 0: bytes.remove(at: at)
      case 1: bytes.insert(0x30 + UInt8(dice.below(10)), at: at)
      case 2 where isRow:
        // Another name, or the name gone.
        let tabs = range.filter { bytes[$0] == 9 }
        let (first, next) = (tabs[0] + 1, tabs.count > 1 ? tabs[1] : range.upperBound)
        bytes.replaceSubrange(first..<next, with: dice.pick(words))
      case 3 where isRow: bytes.replaceSubrange(range.lowerBound..<at, with: dice.pick(words))
      default: bytes[at] = 0x30 + UInt8(dice.below(10))
      }
      return
    }
  }

  @Test(arguments: Fixtures.planted + Fixtures.clean)
  func figuresAndNames(file: Fixtures.File) {
    var dice = Generator(seed: 12)
    var bytes = file.bytes
    var last = Self.linter.lint(SourceText(bytes), with: Absent())
    for step in 0..<12 {
      let before = bytes
      Self.edit(&bytes, &dice)
      last = Self.linter.lint(SourceText(bytes), with: Absent(), after: last)
      let fresh = Self.linter.lint(SourceText(bytes))
      #expect(Self.describe(last) == Self.describe(fresh), "\(file.name), step \(step)")
      guard step % 3 != 0 else { continue }
      // Taken back, as it mostly is.
      bytes = before
      last = Self.linter.lint(SourceText(bytes), with: Absent(), after: last)
    }
  }

  /// Drafts put together have more figures under names that no table has than are looked for.
  @Test func searchesThatAreCutOffAreCutOffAtTheSamePlace() {
    var dice = Generator(seed: 13)
    var bytes = Fixtures.planted.flatMap(\.bytes)
    for row in 0..<230 {
      bytes += Array("\n\(row + 1).第\(row)小组工作（项）。支出\(dice.pick(["12.50", "48.60", "7.77"]))万元。\n".utf8)
    }
    var last = Self.linter.lint(SourceText(bytes), with: Absent())
    for step in 0..<8 {
      Self.edit(&bytes, &dice)
      last = Self.linter.lint(SourceText(bytes), with: Absent(), after: last)
      #expect(Self.describe(last) == Self.describe(Self.linter.lint(SourceText(bytes))), "step \(step)")
    }
  }
}

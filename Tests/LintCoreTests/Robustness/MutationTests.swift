import Testing

@testable import LintCore

/// Drafts with pieces cut out, doubled and moved, the same in every run.
@Suite struct MutationTests {
  @Test(arguments: Fixtures.clean + Fixtures.planted)
  func mutilatedDraftsAreRead(file: Fixtures.File) {
    var generator = Generator(seed: 7)
    for index in 0..<8 {
      var lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      for _ in 0..<(1 + generator.below(40)) { Self.mutate(&lines, &generator) }
      #expect(Invariants.violation(in: Array(lines.joined(separator: [0x0A]))) == nil, "case \(index)")
    }
  }

  private static func mutate(_ lines: inout [[UInt8]], _ generator: inout Generator) {
    let a = generator.below(lines.count)
    let b = generator.below(lines.count)
    switch generator.below(9) {
    case 0 where lines.count > 1: lines.remove(at: a)
    case 1: lines.insert(lines[a], at: b)
    case 2: lines.swapAt(a, b)
    // Half of one line before half of another.
    case 3: lines[a] = Array(lines[a].prefix(lines[a].count / 2) + lines[b].suffix(lines[b].count / 2))
    case 4: lines[a].removeAll { $0 == 0x09 }
    case 5: lines[a].insert(0x09, at: generator.below(lines[a].count + 1))
    case 6:
      lines[a].insert(UInt8(truncatingIfNeeded: generator.next()), at: generator.below(lines[a].count + 1))
    case 7: lines[a] += lines[a]
    default: lines[a] = []
    }
  }

  @Test(arguments: Fixtures.clean)
  func draftsCutAnywhereAreRead(file: Fixtures.File) {
    for part in 1..<8 {
      let cut = file.bytes.count * part / 8 + part
      #expect(Invariants.violation(in: Array(file.bytes[..<cut])) == nil)
      #expect(Invariants.violation(in: Array(file.bytes[cut...])) == nil)
    }
  }

  @Test(arguments: Fixtures.clean + Fixtures.planted + Fixtures.shared)
  func wholeDraftsAreRead(file: Fixtures.File) {
    #expect(Invariants.violation(in: file.bytes) == nil)
  }
}

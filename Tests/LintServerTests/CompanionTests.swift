import LintCore
import Synchronization
import Testing

@testable import LintServer

@Suite struct CompanionTests {
  /// Counts how often work is done, and by how many at once.
  private final class Count: Sendable {
    let value = Atomic(0)
  }

  @Test func workIsDoneOnceByWhoeverComesFirst() {
    for _ in 0..<200 {
      let count = Count()
      let companion = Companion()
      companion.offer { count.value.wrappingAdd(1, ordering: .relaxed) }
      let isDone = companion.finish(within: .seconds(5))
      // The companion either did it before `finish` returned, or never will.
      let done = count.value.load(ordering: .relaxed)
      #expect(isDone && done <= 1)
    }
  }

  @Test func aCompanionWhoFallsAsleepIsNotWaitedFor() async throws {
    let (began, ends) = (Count(), Count())
    let companion = Companion()
    companion.offer {
      began.value.store(1, ordering: .releasing)
      while ends.value.load(ordering: .acquiring) == 0 {}
    }
    for _ in 0..<1_000 where began.value.load(ordering: .acquiring) == 0 {
      try await Task.sleep(for: .milliseconds(1))
    }
    // On a busy machine he may have come too late to begin at all.
    let hasBegun = began.value.load(ordering: .acquiring) == 1
    let isDone = companion.finish(within: .milliseconds(1))
    #expect(isDone != hasBegun)
    ends.value.store(1, ordering: .releasing)
  }

  @Test func aCompanionWithoutWorkGoesHome() {
    for _ in 0..<50 { _ = Companion() }
  }

  @Test func aDraftIsCheckedAsByOneThread() {
    let rows = (1...400).map { "项目\($0)\t\($0).00\t\($0 * 2).00" }.joined(separator: "\n")
    let text = """
      2024年度某某局部门预算

      收支总表
      单位：万元
      项目\t上年\t本年
      \(rows)
      合计\t1.00\t2.00

      2024年支出总计1亿元元，比上年增加2万元，增长300%。
      """
    let source = SourceText(Array(text.utf8))
    let linter = Linter(book: .standard)
    let expected = linter.lint(source).findings.map { "\($0.rule) \($0.range)" }
    #expect(!expected.isEmpty)
    for _ in 0..<20 {
      #expect(linter.lint(source, with: Companion()).findings.map { "\($0.rule) \($0.range)" } == expected)
    }
  }
}

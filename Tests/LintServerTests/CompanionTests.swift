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
      companion.finish()
      // The companion either did it before `finish` returned, or never will.
      let done = count.value.load(ordering: .relaxed)
      #expect(done <= 1)
    }
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

import Testing

@testable import LintCore

/// A check after an edit finds the figures and numbers that a table has only now, and reads the lines that an edit makes
/// another thing.
@Suite struct EditedFiguresTests {
  private static let linter = Linter(book: .standard)

  /// A companion who never comes.
  private struct Absent: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) {}
    func finish(within patience: Duration) -> Bool { true }
  }

  private static let text = """
    某局2024年部门预算

    一、预算情况说明

    本年安排用于会议和差旅的商品和服务支出86.45万元，另有办公用品费51.32万元。

    一般公共预算基本支出表

    单位：万元

    科目编码\t科目名称\t合计\t人员经费\t公用经费
    \t合计\t1,302.46\t1,120.35\t182.11
    301\t工资福利支出\t1,120.35\t1,120.35\t
    30101\t基本工资\t312.48\t312.48\t
    302\t商品和服务支出\t182.11\t\t182.11
    30201\t办公费\t51.37\t\t51.37
    30216\t培训费\t14.27\t\t14.27

    """

  private static func check(_ text: String, after last: LintResult?) -> LintResult {
    linter.lint(SourceText(Array(text.utf8)), with: Absent(), after: last)
  }

  private static func describe(_ result: LintResult) -> [String] {
    result.findings.map { "\($0.rule) \($0.range) \($0.message.text(.english))" }
      + result.draft.headings.map { "\($0)" } + result.draft.paragraphs.map { "\($0)" }
      + result.draft.blocks.map { "\($0)" }
  }

  /// The findings about a figure of the sentence that stands in a table otherwise.
  private static func slips(_ result: LintResult) -> Int {
    let sentence = result.draft.paragraphs[0].slice
    return result.findings.count {
      $0.rule == "narrative-table" && result.draft.range(sentence).upper >= $0.range.upper
    }
  }

  @Test(arguments: [
    // The figure under the name becomes one that a slip makes the stated one.
    ("服务支出\t182.11\t\t182.11", "服务支出\t86.75\t\t86.75"),
    // A row gets the name of the sentence.
    ("办公费", "办公用品费"),
    // A row is there only now.
    ("30216\t培训费", "30202\t办公用品费\t51.82\t\t51.82\n30216\t培训费"),
  ])
  func slipsOfNewRowsAreFound(old: String, new: String) {
    let edited = Self.text.replacing(old, with: new)
    #expect(edited != Self.text)
    let first = Self.check(Self.text, after: nil)
    #expect(Self.slips(first) == 0)
    // Another edit lets what is known come from a check that knew it already.
    let second = Self.check(Self.text.replacing("14.27", with: "14.28"), after: first)
    #expect(Self.slips(second) == 0)
    let third = Self.check(edited, after: second)
    #expect(Self.slips(third) == 1)
    #expect(Self.describe(third) == Self.describe(Self.check(edited, after: nil)))
    let last = Self.check(Self.text, after: third)
    #expect(Self.describe(last) == Self.describe(first))
  }

  /// A number that no heading has is missing only while no row of a table has it either.
  @Test func numbersInRowsAreLookedAtAgain() {
    let text = """
      某局2024年部门预算

      一、收入情况说明
      收入100万元。
      二、支出情况说明
      项目\t预算数\t决算数
      三、合计\t1.00\t2.00
      四、结转情况说明
      结转10万元。
      五、其他情况说明
      没有其他情况。

      """
    let edited = text.replacing("三、合计", with: "合计")
    let first = Self.check(text, after: nil)
    let second = Self.check(edited, after: first)
    #expect(first.findings.count { $0.rule == "numbering" } == 0)
    #expect(second.findings.count { $0.rule == "numbering" } == 1)
    #expect(Self.describe(Self.check(text, after: second)) == Self.describe(first))
  }

  @Test func linesAreReadAsTheyAreNow() {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    var last = Self.check(Self.text, after: nil)
    for line in lines.indices {
      for new in ["一、" + lines[line], lines[line] + "。", "12", "单位：万元", ""] {
        var edited = lines.map(String.init)
        edited[line] = new
        let text = edited.joined(separator: "\n")
        last = Self.check(text, after: last)
        #expect(Self.describe(last) == Self.describe(Self.check(text, after: nil)), "\(line) \(new)")
      }
    }
  }
}

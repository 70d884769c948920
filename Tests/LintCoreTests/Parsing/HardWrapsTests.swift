import Testing

@testable import LintCore

/// Text of which every line ends where the page did.
@Suite struct HardWrapsTests {
  private static let text = """
    某街道办事处2025年度部门决算
    一、支出决算具体情况
    一般公共预算财政拨款支出 218.21 万元，主要用于以下方
    面：一般公共服务支出（类）27.40 万元，占 12.56%；公共安
    全支出（类）56.78 万元，占 26.02%；教育支出（类）26.02
    万元，占 11.92%；城乡社区支出（类）108.01 万元，占 49.50%。
    1、城乡社区支出（类）城乡社区管理事务（款）行政运行
    （项）19.73 万元，主要用于机关一般行政运行所需工作经费
    与业务支出。年初预算为 21.76 万元，支出决算为 19.73 万
    元。决算数小于预算数的主要原因：根据实际情况支出调整。
    2、城乡社区支出（类）城乡社区管理事务（款）一般行政
    管理事务（项）88.28 万元，主要用于协作工作、公共服务设
    施运行经费、各类突发应急事项等。年初预算为 84.48 万元，
    支出决算为 88.28 万元。决算数大于预算数的主要原因：追加。
    （一）“三公”经费支出情况
    “三公”经费年初预算为 3.47 万元，支出决算为 2.86 万元，
    完成预算的 82.42%，其中：公务用车购置及运行维护费支出
    决算为 2.56 万元；公务接待费支出决算为 0.3 万元，因公出
    国（境）费支出决算为 0.00 万元，均与预算数一致，没有增
    加，也没有减少。
    """

  @Test func aNameBrokenAtTheEndOfALineIsOne() {
    let read = draft(Self.text)
    let paragraphs = read.paragraphs.map { read.string($0.slice) }
    #expect(
      paragraphs.contains {
        $0.contains("（款）行政运行（项）19.73万元".replacing("（", with: "(").replacing("）", with: ")"))
      })
    #expect(paragraphs.count == 4)
    #expect(read.headings.count == 3)
  }

  @Test func linesThatEndAnywhereAreLeftAlone() {
    // The lines of a list differ in length.
    let items = (1...20).map { "住房公积金（项）支出预算" + String(repeating: "数", count: $0) + "（含结转）" }
    #expect(
      draft(items.joined(separator: "\n")).paragraphs.count
        + draft(items.joined(separator: "\n")).headings.count == 20)
  }
}

import Testing

@testable import LintCore

/// Items whose path has the codes of its levels in the brackets: （208类）…（05款）…（01项）.
@Suite struct CodedPathTests {
  private static let table = """

    表3
    一般公共预算支出预算表
    单位：万元
    科目编码→科目名称→合计→基本支出→项目支出
    合计→→68.05→25.55→42.50
    208→社会保障和就业支出→25.55→25.55→
    20805→行政事业单位养老支出→25.55→25.55→
    2080501→行政单位离退休→12.36→12.36→
    2080502→事业单位离退休→13.19→13.19→
    213→农林水支出→42.50→→42.50
    21301→农业农村→42.50→→42.50
    2130110→执法监管→42.50→→42.50
    """

  private static func expect(_ item: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expectFindings(
      """
      # 某县农业农村局2025年部门预算

      ## 一般公共预算当年拨款具体使用情况

      1.\(item)，主要用于保障工作。
      \(table)
      """, by: ["narrative-table", "code-name", "name-mismatch"], sourceLocation: sourceLocation)
  }

  @Test func pathsWithCodesAreHeldAgainstTheTables() {
    Self.expect("社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）：2025年预算数为12.36万元")
    Self.expect(
      "社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）：2025年预算数为⟦13.26万元¦error narrative-table⟧")
    Self.expect("农林水支出（213）农业农村（01）执法监管（10）：2025年预算数为42.50万元")
    Self.expect("农林水支出（213）农业农村（01）执法监管（10）：2025年预算数为⟦45.20万元¦error narrative-table⟧")
  }

  @Test(arguments: [
    "农林水支出（213类）农业农村（01款）执法监管（11项）：2025年预算数为42.50万元",
    "农林水支出（212类）农业农村（01款）执法监管（10项）：2025年预算数为42.50万元",
    "农林水支出（213类）农业农村（03款）执法监管（10项）：2025年预算数为42.50万元",
    "农林水支出（213类）农业农村（01款）执法监管（12项）：2025年预算数为42.50万元",
  ])
  func codesMakeTheCodeOfTheItem(item: String) {
    Self.expect("⟦\(item)¦warning code-name⟧")
  }

  @Test(arguments: [
    "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。预算数为12.36万元。",
    "⟦农林水支出¦warning name-mismatch⟧（类）行政事业单位养老支出（款）行政单位离退休（项）。预算数为12.36万元，上年预算数为12.00万元。",
    "社会保障和就业支出（类）⟦农业农村¦warning name-mismatch⟧（款）行政单位离退休（项）。预算数为12.36万元。",
    "社会保障和就业支出（类）⟦行政事业单位离退休¦warning name-mismatch⟧（款）行政单位离退休（项）。预算数为12.36万元。",
    "社会保障和就业支出（类）行政和事业单位养老（款）行政单位离退休（项）。预算数为12.36万元。",
    "社会保障和就业支出（类）养老支出（款）行政单位离退休（项）。预算数为12.36万元。",
    "社会保障和就业支出（类）⟦农业农村¦warning name-mismatch⟧（款）行政单位离退休（项）预算数为12.36万元，其中基本支出12.36万元。",
  ])
  func pathsBeforeAFullStopAreHeldAgainstTheTables(item: String) {
    expectFindings(
      """
      # 某县农业农村局2025年部门预算

      ## 一般公共预算当年拨款具体使用情况

      1.\(item)
      \(Self.table)
      """, by: ["narrative-table", "name-mismatch"])
  }

  @Test func codesAreNoFigures() {
    let text = "农林水支出（213类）农业农村（01款）执法监管（10项）：2025年预算数为42.50万元"
    #expect(Claims(draft(text)).claims.map(\.unit) == [.tenThousandYuan])
  }
}

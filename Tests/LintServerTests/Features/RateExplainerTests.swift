import Testing

@testable import LintCore
@testable import LintServer

/// The arithmetic behind percentages of the text.
@Suite("Rates")
struct RateExplainerTests {
  private func quotients(_ text: String) -> [String] {
    let claims = Claims(Draft(SourceText(Array(("# 某局2024年部门预算\n\n## 情况说明\n\n" + text + "\n").utf8))))
    return claims.claims.indices.compactMap { index in
      RateExplainer(claims: claims).quotient(of: index).map {
        "\($0.dividend.grouped) ÷ \($0.divisor) = \($0.result.plain)%"
      }
    }
  }

  @Test("shares, rates of change and completion rates that hold are explained")
  func whatHoldsIsExplained() {
    #expect(
      quotients("2024年支出总计150.00万元，其中：基本支出110.00万元，占73.33%；项目支出40.00万元，占26.67%。")
        == ["110.00 ÷ 150.00 = 73.33%", "40.00 ÷ 150.00 = 26.67%"])
    #expect(quotients("2024年收入预算110.00万元，比上年增加10.00万元，增长10.00%。") == ["10.00 ÷ (110.00 − 10.00) = 10.00%"])
    #expect(quotients("2024年收入预算90.00万元，比上年减少10.00万元，下降10.00%。") == ["10.00 ÷ (90.00 + 10.00) = 10.00%"])
    #expect(quotients("公务接待费年初预算为2.00万元，支出决算为1.50万元，完成年初预算的75%。") == ["1.50 ÷ 2.00 = 75%"])
  }

  @Test("what does not hold is left to the rules")
  func whatFailsIsNotExplained() {
    #expect(quotients("2024年支出总计150.00万元，其中：基本支出110.00万元，占37.33%。").isEmpty)
    #expect(quotients("2024年收入预算10.00万元，比上年增加10.00万元，增长100%。").isEmpty)
    #expect(quotients("增长10.00%。").isEmpty)
  }
}

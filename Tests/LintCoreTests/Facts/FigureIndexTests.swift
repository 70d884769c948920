import Testing

@testable import LintCore

@Suite struct FigureIndexTests {
  private let text = """
    某区教育局2024年部门预算

    ## 一、部门支出总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t90.00\t60.00\t30.00
    2050202\t小学教育\t70.00\t40.00\t30.00
    2050203\t初中教育\t20.00\t20.00\t

    ## 二、情况说明

    2024年某区教育局支出预算90.00万元，其中：基本支出60.00万元，项目支出31.00万元。主要用于以下方面：小学教育70.00万元；高中教育20.00万元。

    """

  @Test func claimsAreBoundToTheCellsThatStateThem() throws {
    let draft = Draft(SourceText(Array(text.utf8)))
    let claims = Claims(draft)
    let index = FigureIndex(draft, claims)
    let outcomes = index.bindings.map { binding in
      "\(draft.string(claims.claims[binding.claim].digits)) \(binding.outcome)"
    }
    #expect(outcomes == ["90.00 agrees", "60.00 agrees", "31.00 differs", "70.00 agrees", "20.00 otherName"])
    let basic = try #require(index.bindings.dropFirst().first)
    let place = try #require(basic.cells.first)
    #expect(index.claims(boundTo: place) == [basic.claim])
    #expect(index.cells(of: basic.claim) == basic.cells)
  }

  @Test func whatIsSaidAgainIsBoundAsItWasTheFirstTime() throws {
    let said = """
      教育支出（类）普通教育（款）小学教育（项）70.00万元。2050202小学教育70.01万元。初中教育（项）20.00元。
      主要用于以下方面：小学教育70.00万元；初中教育19.99万元。基本支出60.00万元，支出预算90万元，项目支出0.003亿元。

      """
    let draft = Draft(SourceText(Array((text + said + said + said).utf8)))
    let claims = Claims(draft)
    let last = try #require(claims.passages.last)
    func bindings(behind passages: Int) -> [String] {
      FigureIndex(draft, claims).bindings.compactMap { binding in
        let claim = claims.claims[binding.claim]
        guard claim.passage > claims.passages.count - 1 - passages,
          claim.passage <= claims.passages.count + 1 - passages
        else { return nil }
        return "\(draft.string(claim.figure)) \(binding.outcome) \(binding.cells) \(binding.other as Any)"
      }
    }
    #expect(!last.claims.isEmpty)
    let first = bindings(behind: 6)
    #expect(first.count >= 5)
    #expect(bindings(behind: 4) == first)
    #expect(bindings(behind: 2) == first)
  }

  @Test func aDraftWithoutTablesBindsNothing() {
    let draft = Draft(SourceText(Array("2024年部门预算\n\n一、支出\n\n基本支出60万元。\n".utf8)))
    #expect(FigureIndex(draft, Claims(draft)).bindings.isEmpty)
  }
}

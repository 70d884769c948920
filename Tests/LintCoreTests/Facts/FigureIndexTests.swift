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

  @Test func aDraftWithoutTablesBindsNothing() {
    let draft = Draft(SourceText(Array("2024年部门预算\n\n一、支出\n\n基本支出60万元。\n".utf8)))
    #expect(FigureIndex(draft, Claims(draft)).bindings.isEmpty)
  }
}

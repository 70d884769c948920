import Testing

@testable import LintCore

@Suite struct DocumentNumbersTests {
  private static func budget(_ text: String) -> String {
    """
    # 某县水利局2025年部门预算

    # 第一部分 部门概况

    ## 一、主要职责

    \(text)

    # 第二部分 2025年部门预算表

    ## 一、收支总表

    单位：万元

    项目→预算数
    拨款→3.00
    收入总计→3.00

    # 第三部分 2025年部门预算情况说明

    ## 一、收支预算总体情况

    2025年收入预算3.00万元。

    # 第四部分 名词解释

    一、财政拨款收入：指本级财政当年拨付的资金。
    """
  }

  @Test(arguments: [
    "根据财预〔2024〕18号文件编制。", "根据财预〔2025〕1号文件编制。", "根据财预[2020]3号文件编制。", "共【2026】个号码。",
    "根据财预〔⟦2026¦warning year⟧〕18号文件编制。",
  ])
  func documentsOfLaterYearsAreTold(text: String) {
    expectFindings(Self.budget(text), by: ["year"])
  }

  @Test(arguments: [
    "根据财预〔2024〕18号文件编制。", "【2024】年度资料。", "根据财预⟦【2020】¦warning punctuation⟧3号文件编制。",

    "根据川财建⟦【2021】167#¦warning punctuation⟧文发放。", "根据川财建⟦〔2021〕167#¦warning punctuation⟧文发放。",
    "《通知》（榕委组通⟦【2017】）110号¦warning punctuation⟧要求。", "《通知》（榕委组通⟦〔2017〕）110号¦warning punctuation⟧要求。",
    "按照（见川财建〔2021〕）。", "按照川财建〔2021〕167号文（二期）。", "坐落于（幸福里〔2021〕167号）。",
    "基本支出2.00万元，占⟦，¦warning punctuation⟧88.19%。", "项目支出占，其中…。", "两项各占，2024年。",
  ])
  func marksOfDocumentsAndShares(text: String) {
    expectFindings(text, by: ["punctuation"])
  }
}

/// Small drafts for the cases.
enum Samples {
  /// A table whose total is wrong at 10:4-10:10, and one sentence.
  static let wrongTotal = """
    # 第二部分 2024年部门预算表

    ## 一、支出总表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    201\t一般公共服务支出\t100.00\t60.00\t40.00
    208\t社会保障和就业支出\t50.00\t50.00\t
    210\t卫生健康支出\t20.00\t20.00\t
    \t合计\t175.00\t130.00\t40.00

    ## 二、说明

    本部门没有其他需要说明的事项。另有附件。

    """

  /// The same with the right total.
  static let rightTotal = wrongTotal.replacing("175.00", with: "170.00")

  /// What a client of today can do.
  static let modernClient = """
    {"general":{"positionEncodings":["utf-16"]},"workspace":{"workspaceEdit":{"documentChanges":true}},\
    "textDocument":{"publishDiagnostics":{"relatedInformation":true},"hover":{"contentFormat":["markdown"]},\
    "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"codeAction":{"isPreferredSupport":true,\
    "codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix","source.fixAll"]}}}}}
    """

  /// The same client if it asks for diagnostics itself.
  static let pullingClient = modernClient.replacing(
    #""textDocument":{"#, with: #""textDocument":{"diagnostic":{"dynamicRegistration":true},"#)
}

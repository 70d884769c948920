import Testing

@testable import LintCore

@Suite struct ClaimsTests {
  /// The claims of a text as role and figure, one a line.
  private func roles(_ text: String) -> [String] {
    let draft = Draft(SourceText(Array(("2024年部门预算\n\n一、收支情况\n\n" + text + "\n").utf8)))
    return Claims(draft).claims.map { "\($0.role) \(draft.string($0.figure))" }
  }

  /// The lists of a text as the figure of the whole and those of the parts.
  private func lists(_ text: String) -> [String] {
    let draft = Draft(SourceText(Array(("2024年部门预算\n\n一、收支情况\n\n" + text + "\n").utf8)))
    let claims = Claims(draft)
    return claims.lists.map { list in
      let whole = list.whole >= 0 ? draft.string(claims.claims[list.whole].digits) : "-"
      return whole + " = "
        + list.parts.map { draft.string(claims.claims[$0].digits) }.joined(separator: " + ")
    }
  }

  @Test(arguments: [
    ("收入预算120.5万元，比上年增加20.5万元，增长20.5%。", ["amount 120.5万元", "change 20.5万元", "rate 20.5%"]),
    ("与2023年相比，收、支总计各减少5万元，下降4%。", ["change 5万元", "rate 4%"]),
    ("基本支出60万元，占75%；项目支出20万元，25%。", ["amount 60万元", "share 75%", "amount 20万元", "mention 25%"]),
    ("年初预算为10万元，支出决算为9万元，完成年初预算的90%。", ["amount 10万元", "amount 9万元", "completion 90%"]),
    ("比上年的100万元增加20万元。", ["prior 100万元", "change 20万元"]),
    ("单位价值50万元以上通用设备2台（套）。", ["mention 50万元", "amount 2台(套)"]),
    ("主要原因是项目增加30万元。", ["mention 30万元"]),
    ("慰问职工60余人，约3万元。", ["mention 60余人", "mention 3万元"]),
    ("公务用车由5辆下降到3辆。", ["prior 5辆", "mention 3辆"]),
    ("根据《2021年办法》（〔2021〕5号）安排资金7万元。", ["amount 7万元"]),
    ("2023年12月31日共有车辆1辆。", ["amount 1辆"]),
  ])
  func figuresHaveTheRoleTheirClauseGives(text: String, expected: [String]) {
    #expect(roles(text) == expected)
  }

  @Test(arguments: [
    ("总计100万元，其中：甲60万元、乙40万元。", ["100 = 60 + 40"]),
    ("收入90万元，其中：本年90万元，结转0万元；支出80万元，其中：基本50万元，项目30万元。", ["90 = 90 + 0", "80 = 50 + 30"]),
    ("收入9万元，其中：本年9万元，包括甲4万元，乙5万元；结转0万元。", ["9 = 9 + 0", "9 = 4 + 5"]),
    ("编制5人（其中：公务员3人，工勤2人）；在职4人。", ["5 = 3 + 2"]),
    ("事业收入9万元（其中：教育收费7万元），占10%。", ["9 = 7"]),
    ("基本支出30万元，其中：\n\n人员经费20万元，主要包括：基本工资、奖金。\n\n公用经费10万元，主要包括：办公费。", ["30 = 20 + 10"]),
    ("支出30万元，主要用于以下方面：\n\n（一）教育支出20万元。主要用于学校。\n\n（二）卫生支出10万元。\n\n以上共计。", ["30 = 20 + 10"]),
    ("项目3个，金额9万元。其中：本年2个，涉及金额5万元；结转1个，涉及金额4万元。", ["3 = 2 + 1", "9 = 5 + 4"]),
    ("收入预算中，财政拨款60万元，占60%；其他40万元，占40%。", ["- = 60 + 40"]),
    ("支出合计9万元，比上年减少2万元，主要是项目减少2万元其中：甲6万元，占66%；乙3万元，占34%。", ["9 = 6 + 3"]),
    ("财政总收入100万元，其中：税收收入60万元；非税收入40万元。按级次分：上划收入30万元，地方收入70万元。", ["100 = 60 + 40", "100 = 30 + 70"]),
    ("收入包括：甲60万元、乙40万元；支出包括：丙70万元、丁30万元。", ["- = 60 + 40", "- = 70 + 30"]),
    ("收支总预算100万元。收入包括：甲60万元、乙40万元；支出包括：丙70万元、丁30万元。", ["100 = 60 + 40", "100 = 70 + 30"]),
    (
      "三公经费32万元，其中：公务用车购置及运行费27万元；其中：公务用车购置费0万元；公务用车运行费27万元；公务接待费5万元。",
      ["32 = 27 + 5", "27 = 0 + 27"]
    ),
    (
      "支出中，接待费6万元，占25%；用车费18万元，占75%。其中：\n\n1、出国费0万元。\n\n2、接待费6万元。\n\n3、用车费18万元。",
      ["- = 6 + 18", "- = 0 + 6 + 18"]
    ),
  ])
  func partsFindTheirWhole(text: String, expected: [String]) {
    #expect(lists(text) == expected)
  }

  @Test func aBudgetWithinACompletionIsNoWhole() {
    let text = "用车费决算2万元，完成预算5.3万元的37.7%，其中：购置费决算0万元，完成预算0万元的0%，运行费决算2万元，完成预算5.3万元的37.7%。"
    let draft = Draft(SourceText(Array(("2023年部门决算\n\n一、支出决算情况\n\n" + text + "\n").utf8)))
    let claims = Claims(draft)
    #expect(claims.lists.map(\.whole) == [0])
    #expect(claims.lists.map { $0.parts.map { draft.string(claims.claims[$0].digits) } } == [["0", "2"]])
  }

  @Test func anItemMayStateItsFiguresInTheNextParagraph() {
    let text =
      "支出决算为6万元，其中：\n\n1、教育支出（类）普通教育（款）小学教育（项）。\n\n年初预算为5万元，支出决算为4万元。\n\n2、教育支出（类）普通教育（款）初中教育（项）。\n\n支出决算为2万元。"
    let draft = Draft(SourceText(Array(("2023年部门决算\n\n一、支出决算情况\n\n" + text + "\n").utf8)))
    let claims = Claims(draft)
    #expect(claims.lists.map { $0.parts.map { draft.string(claims.claims[$0].digits) } } == [["4", "2"]])
    #expect(
      claims.claims.dropFirst().map { draft.string($0.topic).suffix(7) } == ["小学教育(项)", "小学教育(项)", "初中教育(项)"])
  }

  @Test func whatDidNotChangeIsWhatTheNextFigureSpeaksOf() {
    let text = "因公出国（境）费支出与上年持平，均为2万元。"
    let draft = Draft(SourceText(Array(("2023年部门决算\n\n一、支出决算情况\n\n" + text + "\n").utf8)))
    #expect(draft.string(Claims(draft).claims.last?.topic ?? Slice(0, 0)) == "因公出国(境)费支出")
  }

  @Test func whatIsCarriedOverSpendsNothing() {
    let text = "政府性基金收入45万元；年初结转和结余0万元；支出45万元。整体支出1项、项目支出4项，涉及资金9万元。"
    let draft = Draft(SourceText(Array(("2023年部门决算\n\n一、支出决算情况\n\n" + text + "\n").utf8)))
    #expect(Claims(draft).claims.map { draft.string($0.topic) } == ["", "", "政府性基金收入", "", "", ""])
  }

  @Test func aBareLabelSpeaksOfTheItemBefore() {
    let text = "教育支出（类）普通教育（款）小学教育（项）。年初预算为5万元，支出决算为4万元。"
    let draft = Draft(SourceText(Array(("2023年部门决算\n\n一、支出决算情况\n\n" + text + "\n").utf8)))
    let claims = Claims(draft).claims
    #expect(claims.map { draft.string($0.topic) } == Array(repeating: "教育支出(类)普通教育(款)小学教育(项)", count: 2))
  }

  @Test func theYearOfTheDocumentIsTheOneItsTitlesName() {
    let text = "某局2023年度部门决算\n\n第一部分 2023年度收支情况\n\n截至2022年12月31日，与2022年相比持平。\n"
    let claims = Claims(Draft(SourceText(Array(text.utf8))))
    #expect(claims.year == 2023)
    #expect(claims.isFinal)
  }

  @Test func termsAndWorkReportsClaimNothing() {
    let text = "2024年部门预算\n\n一、主要职责\n\n救助74人次、发放资金7.4万元。\n\n第二部分 名词解释\n\n一、基本支出：指10万元以内的支出。\n"
    let claims = Claims(Draft(SourceText(Array(text.utf8))))
    #expect(claims.passages.allSatisfy { $0.isAside })
  }
}

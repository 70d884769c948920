import Testing

@testable import LintCore

/// Figures whose words look like those of another one.
@Suite struct OtherSubjectTests {
  private static let table = """

    一般公共预算财政拨款支出决算表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    \t合计\t3,466.58\t2,422.65\t1,043.93
    210\t卫生健康支出\t3,466.58\t2,422.65\t1,043.93
    21003\t基层医疗卫生机构\t2,784.28\t2,422.65\t361.63
    2100302\t乡镇卫生院\t2,784.28\t2,422.65\t361.63
    21004\t公共卫生\t682.30\t\t682.30
    2100408\t基本公共卫生服务\t682.30\t\t682.30

    收入支出决算总表

    单位：万元

    收入\t\t支出\t
    项目\t决算数\t项目\t决算数
    一、一般公共预算财政拨款收入\t3,480.00\t一、卫生健康支出\t3,466.58
    本年收入合计\t3,480.00\t本年支出合计\t3,466.58
    \t\t年末结转和结余\t13.42
    总计\t3,480.00\t总计\t3,480.00

    """

  @Test(arguments: [
    // What the words behind a figure name.
    "1.卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）：年初预算为600.00万元，支出决算为682.30万元，多支82.30万元。多支部分中，12.30万元来自上年结转，70.00万元为上级专项补助。",
    // One figure of several subjects.
    "支出包括：住房保障、卫生健康支出共3,829.16万元。",
    // What pays for a matter without a figure.
    "“三公”经费中基本支出安排29.60万元，项目支出安排18.00万元。", "“三公”经费由两类支出列支，其中基本支出29.60万元、项目支出18.00万元。",
    // Units, each with figures of its own.
    "1.青河县卫生健康局（本级）（行政单位，编制12名），本年收入480.00万元，本年支出466.58万元；\n\n2.青河县疾病预防控制中心（公益一类），本年收入3,000.00万元，本年支出3,000.00万元。",
    // Parts that bear the name of a row by chance.
    "1.卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）：支出决算为682.30万元，其中县疾控中心101.30万元、乡镇卫生院581.00万元，完成预算97.30%。",
    "本年收入合计3,480.00万元，其中：县级单位1,480.00万元；乡镇卫生院2,000.00万元。",
    // Some of the subjects, in a section about all of them.
    "1.按预算足额执行（完成率100%）的科目13个，决算合计720.56万元：行政单位离退休38.62万元等。",
    // Other money of the unit behind an item.
    "1.卫生健康支出（类）基层医疗卫生机构（款）乡镇卫生院（项）：支出决算为2,784.28万元。除财政拨款外，另有其他资金支出56.20万元，合计支出2,840.48万元。",
    // The reason of the other difference.
    "1.卫生健康支出（类）基层医疗卫生机构（款）乡镇卫生院（项）：支出决算为2,784.28万元，较上年决算2,651.04万元增加133.24万元，增长5.03%，完成预算99.03%，决算数小于预算数的主要原因是部分工程尚未结算。",
    // Two budgets, each with a rate.
    "1.一般行政管理事务（项）：年初预算为80.00万元，追加16.30万元，支出决算为88.75万元，完成年初预算110.94%，完成全年预算92.16%。决算数大于年初预算数、小于全年预算数的主要原因是年中追加经费，年末尚有尾款未付。",
    "公务用车购置及运行维护费预算80.80万元，支出77.85万元，完成预算96.35%。其中购置费完成预算100%，运行维护费完成预算94.54%。",
    "8.2100302 乡镇卫生院：决算2784.28万元，其中基本支出2422.65万元、项目支出361.63万元，为预算数2811.62万元的99.0%。\n\n12.2100408 基本公共卫生服务：决算682.30万元，其中基本支出0万元、项目支出682.30万元，为预算数698.94万元的97.6%。",
    "车辆共计22辆，其中特种专业技术用车15辆、执法执勤用车3辆、应急保障用车和其他用车各2辆。",
  ])
  func figuresOfOthersAreSilent(text: String) {
    let draft = RuleSample("某县卫生健康局2023年度部门决算\n\n一、一般公共预算财政拨款支出决算情况说明\n\n\(text)\n\(Self.table)")
    for rule in [
      "narrative-table", "narrative-repeat", "narrative-sum", "growth-rate", "completion-rate", "direction",
    ] {
      #expect(draft.findings(rule).filter { $0.severity > .info }.map(\.range) == [], "\(rule)")
    }
  }

  @Test(arguments: [
    "全年政府采购预算194.90万元，预计授予中小企业的份额占61.6%，计120.00万元。",
    "收入总计1317.70万元（财政拨款1299.70万元，其他收入18.00万元；其中财政拨款含上年结转28.40万元）。",
    "支出总计1317.70万元中，基本支出和项目支出分别为968.70万元、349.00万元。与上年相比，前者由935.59万元增至968.70万元，增长3.54%；后者由360.12万元降至349.00万元，下降3.09%。",
    "收入预算520.25万元，其中：一般公共预算拨款520.25万元，国有资本经营预算收入0万元。收入较2023年增加145.70万元。",
    "支出总预算1000.00万元，其中：基本支出预算900.00万元，占支出总预算的90%；\n\n项目支出预算100.00万元，占支出总预算的10%，同比无增减变化。\n\n其中：\n\n（一）教育支出800.00万元，占支出总预算80%。\n\n（二）卫生健康支出200.00万元，占支出总预算20%。",
  ])
  func rightSentencesOfBudgetsAreSilent(text: String) {
    let sample = NarrativeSample(text)
    for rule in ["narrative-sum", "narrative-table", "growth-rate", "share"] {
      #expect(sample.reported(rule) == [], "\(rule)")
    }
  }

  @Test func aMatterIsNamedBeforeTheWordForIt() {
    let table =
      "\n\n一般公共预算基本支出表\n\n单位：万元\n\n科目名称\t合计\t人员经费\t公用经费\n合计\t968.70\t882.21\t86.49\n工资福利支出\t882.21\t882.21\t\n商品和服务支出\t86.49\t\t86.49\n"
    let right = RuleSample("某局2024年部门预算\n\n一、一般公共预算基本支出\n\n人员经费方面，共安排882.21万元。\n\n日常公用方面，共安排86.49万元。\(table)")
    #expect(right.findings("narrative-table").map(\.range) == [])
    let wrong = RuleSample("某局2024年部门预算\n\n一、一般公共预算基本支出\n\n人员经费方面，共安排⟦892.21万元⟧。\(table)")
    #expect(wrong.findings("narrative-table").map(\.range) == wrong.marks)
  }
}

@testable import LintCore

/// A draft in which `⟦` and `⟧` enclose what rules are to report.
struct RuleSample {
  let text: String
  let marks: [ByteRange]

  init(_ marked: String) {
    let example = RuleExample(marked: marked, good: nil, profile: nil)
    text = example?.bad ?? marked
    marks = example?.marks ?? []
  }

  /// What the given rules report, as the text at each place.
  func findings(_ rules: String..., book: RuleBook = .standard) -> [Finding] {
    var options = LintOptions()
    options.select = Set(rules)
    return Linter(book: book).lint(SourceText(Array(text.utf8)), options: options).findings
  }
}

/// A whole department budget that holds everything it must hold; its parts can be left out or changed.
struct BudgetSample {
  var contents: [String] = []
  var tables: [(title: String, rows: String)] = [
    ("2024年部门收支总表", "项目\t预算数\t项目\t预算数\n一般公共预算拨款收入\t30.00\t教育支出\t30.00\n收入总计\t30.00\t支出总计\t30.00"),
    ("2024年部门收入总表", "科目编码\t科目名称\t合计\n205\t教育支出\t30.00"),
    ("2024年部门支出总表", "科目编码\t科目名称\t合计\t基本支出\t项目支出\n205\t教育支出\t30.00\t20.00\t10.00"),
    ("2024年财政拨款收支总表", "项目\t预算数\t项目\t预算数\n一般公共预算拨款收入\t30.00\t教育支出\t30.00\n收入总计\t30.00\t支出总计\t30.00"),
    ("2024年一般公共预算支出表", "科目编码\t科目名称\t合计\t基本支出\t项目支出\n205\t教育支出\t30.00\t20.00\t10.00"),
    ("2024年一般公共预算基本支出表", "科目编码\t科目名称\t合计\n301\t工资福利支出\t20.00"),
    ("2024年“三公”经费支出预算表", "项目\t预算数\n合计\t1.00\n公务接待费\t1.00"),
    ("2024年政府性基金预算支出表", "科目编码\t科目名称\t合计\n\t合计\t"),
    ("2024年国有资本经营预算支出表", "科目编码\t科目名称\t合计\n\t合计\t"),
  ]
  var notes: [Int: String] = [7: "注：本部门没有政府性基金预算支出，本表无数据。", 8: "注：本表无数据。"]
  var statements: [(title: String, text: String)] = [
    ("收支预算总体情况", "2024年收入总预算30.00万元，支出总预算30.00万元。"),
    ("财政拨款收支情况", "2024年财政拨款收支预算30.00万元。"),
    ("一般公共预算支出情况", "2024年一般公共预算支出30.00万元。"),
    ("基本支出情况", "2024年基本支出20.00万元。"),
    ("“三公”经费情况", "2024年“三公”经费预算1.00万元，其中：因公出国（境）费0万元，公务用车购置及运行费0万元，公务接待费1.00万元。"),
    ("政府性基金情况", "2024年没有使用政府性基金预算安排的支出。"),
    ("国有资本经营预算情况", "2024年没有使用国有资本经营预算安排的支出。"),
    ("机关运行经费", "2024年机关运行经费安排5.00万元。"),
    ("政府采购情况", "2024年政府采购预算总额3.00万元。"),
    ("国有资产占用情况", "截至2023年底，共有车辆0辆。"),
    ("预算绩效情况", "2024年对3个项目设置了绩效目标。"),
  ]
  var hasTerms = true

  var text: String {
    var out = "某区教育局2024年部门预算\n\n"
    if !contents.isEmpty { out += "目录\n\n" + contents.map { $0 + "\n" }.joined() + "\n" }
    out += "# 第一部分 部门概况\n\n## 一、主要职责\n\n负责全区教育工作，拟订规划并组织实施。\n\n## 二、机构设置\n\n本部门内设机构3个，没有下属单位。\n\n"
    out += "# 第二部分 预算表\n\n"
    for (index, table) in tables.enumerated() {
      out += "## \(Self.numerals[index])、\(table.title)\n\n单位：万元\n\n\(table.rows)\n\n"
      if let note = notes[index] { out += note + "\n\n" }
    }
    out += "# 第三部分 情况说明\n\n"
    for (index, statement) in statements.enumerated() {
      out += "## \(Self.numerals[index])、\(statement.title)\n\n"
      if !statement.text.isEmpty { out += statement.text + "\n\n" }
    }
    if hasTerms {
      out += "# 第四部分 名词解释\n\n一、财政拨款收入：指同级财政当年拨付的资金。\n\n二、基本支出：指为保障机构正常运转而发生的支出。\n"
    }
    return out
  }

  /// Contents that list the parts and the given tables.
  static func listing(_ tables: [String]) -> [String] {
    ["第一部分 部门概况", "第二部分 预算表"] + tables.enumerated().map { "\(numerals[$0.offset])、\($0.element)" }
      + ["第三部分 情况说明", "第四部分 名词解释"]
  }

  static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]

  /// What the given rules report, as rule and severity with the text at the place.
  func findings(_ rules: String...) -> [String] {
    var options = LintOptions()
    options.select = Set(rules)
    let source = SourceText(Array(text.utf8))
    return Linter(book: .standard).lint(source, options: options).findings
      .map { "\($0.severity.name) \(source.string($0.range))" }
  }
}

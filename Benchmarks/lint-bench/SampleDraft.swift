/// A department budget of about 26 KB whose figures add up, made from a seed.
///
/// It has what real drafts have: a table of contents, sentences with amounts and shares, wide tables with codes
/// at three levels. Drafts of different seeds differ in every figure, so that nothing is measured from a cache.
struct SampleDraft {
  private var state: UInt64
  private var text = ""

  private init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D
  }

  /// The bytes of the draft of a seed.
  static func bytes(seed: Int) -> [UInt8] {
    var draft = SampleDraft(seed: seed)
    draft.write()
    return Array(draft.text.utf8)
  }

  /// One of many drafts that differ, then the same ones again: enough for any run without filling memory.
  static func pool(_ count: Int) -> [[UInt8]] { (0..<count).map { bytes(seed: $0) } }

  private mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private static let classes = [
    (201, "一般公共服务支出"), (205, "教育支出"), (206, "科学技术支出"), (208, "社会保障和就业支出"), (210, "卫生健康支出"),
    (211, "节能环保支出"), (212, "城乡社区支出"), (213, "农林水支出"), (221, "住房保障支出"),
  ]
  private static let items = ["行政运行", "一般行政管理事务", "机关服务"]

  private static let tables = [
    "2025年支出预算总表", "2025年一类专项资金明细表", "2025年二类专项资金明细表", "2025年三类专项资金明细表", "2025年四类专项资金明细表", "2025年五类专项资金明细表",
    "2025年六类专项资金明细表",
  ]
  private static let emptyTables = [
    "收支总表", "收入总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表", "“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出表",
  ]
  private static let statements = [
    "收支总体情况", "财政拨款收支情况", "一般公共预算支出情况", "“三公”经费情况", "因公出国（境）费", "公务用车购置及运行费", "公务接待费", "政府性基金情况",
    "国有资本经营预算情况",
    "机关运行经费", "政府采购情况", "国有资产占用情况", "预算绩效情况",
  ]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]

  private mutating func write() {
    text += "# 2025年度某某局部门预算\n\n目录\n\n第一部分 部门概况\n第二部分 2025年部门预算表\n第三部分 2025年部门预算情况说明\n第四部分 名词解释\n\n"
    text += "第一部分 部门概况\n\n一、主要职能\n\n"
    for index in 1...12 { text += "（\(index)）贯彻执行国家有关法律、法规和方针政策，负责本行政区域内相关事务的组织、协调、指导和监督管理工作。\n" }
    text += "\n二、机构设置\n\n本部门内设科室四个。\n\n第二部分 2025年部门预算表\n\n"
    for (index, title) in Self.tables.enumerated() { writeTable(index + 1, title) }
    for (index, title) in Self.emptyTables.enumerated() {
      text += "表\(Self.tables.count + index + 1) \(title)\n单位：万元\n项目\t金额\n\t\n注：本表无数据。\n\n"
    }
    text += "第三部分 2025年部门预算情况说明\n\n"
    for (index, title) in Self.statements.enumerated() { writeParagraph(index, title) }
    text += "\n第四部分 名词解释\n\n"
    for name in ["财政拨款收入", "基本支出", "项目支出", "“三公”经费", "机关运行经费"] {
      text += "\(name)：指按照有关规定，由本级财政安排或者使用的、纳入部门预算管理的各类资金及其用途的总称。\n"
    }
  }

  private mutating func writeTable(_ number: Int, _ title: String) {
    text += "表\(number) \(title)\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    var rows = ""
    var (allBasic, allProject) = (0, 0)
    for (code, name) in Self.classes {
      var lines = ""
      var (basic, project) = (0, 0)
      for (index, item) in Self.items.enumerated() {
        let (b, p) = (next(900_000), next(900_000))
        (basic, project) = (basic + b, project + p)
        lines += row("\(code)010\(index + 1)", item, b, p)
      }
      rows += row("\(code)", name, basic, project) + row("\(code)01", name + "事务", basic, project) + lines
      (allBasic, allProject) = (allBasic + basic, allProject + project)
    }
    text += row("", "合计", allBasic, allProject) + rows + "\n"
  }

  private func row(_ code: String, _ name: String, _ basic: Int, _ project: Int) -> String {
    "\(code)\t\(name)\t\(money(basic + project))\t\(money(basic))\t\(money(project))\n"
  }

  private mutating func writeParagraph(_ index: Int, _ title: String) {
    let last = next(90_000) * 100 + 1_000_000
    let change = last / 10
    let year = 2014 + index % 8
    text += "\(Self.numerals[index % Self.numerals.count])、\(title)\n\n"
    text += "截至\(year)年末累计安排\(money(last + change))万元，比前期增加\(money(change))万元，增长10%，主要原因是业务量增加。"
    text += "上述资金均按规定的用途和进度使用，并接受财政和审计部门的监督检查，执行情况良好。\n\n"
  }

  private func money(_ cents: Int) -> String {
    let tail = cents % 100
    return "\(cents / 100).\(tail < 10 ? "0" : "")\(tail)"
  }
}

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

  private mutating func write() {
    text += "# 2025年度某某局部门预算\n\n目录\n\n第一部分 部门概况\n第二部分 2025年部门预算表\n第三部分 2025年部门预算情况说明\n第四部分 名词解释\n\n"
    text += "第一部分 部门概况\n\n一、主要职能\n\n"
    for index in 1...12 { text += "（\(index)）贯彻执行国家有关法律、法规和方针政策，负责本行政区域内相关事务的组织、协调、指导和监督管理工作。\n" }
    text += "\n第二部分 2025年部门预算表\n\n"
    for number in 1...8 { writeTable(number) }
    text += "第三部分 2025年部门预算情况说明\n\n"
    for number in 1...10 { writeParagraph(number) }
    text += "\n第四部分 名词解释\n\n"
    for name in ["财政拨款收入", "基本支出", "项目支出", "“三公”经费", "机关运行经费"] {
      text += "\(name)：指按照有关规定，由本级财政安排或者使用的、纳入部门预算管理的各类资金及其用途的总称。\n"
    }
  }

  private mutating func writeTable(_ number: Int) {
    text += "表\(number) 支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
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

  private mutating func writeParagraph(_ number: Int) {
    let last = next(90_000) * 100 + 1_000_000
    let change = last / 10
    text += "（\(number)）支出预算说明\n\n"
    text += "2025年支出预算\(money(last + change))万元，比上年增加\(money(change))万元，增长10%，主要原因是人员经费和项目经费增加。"
    text += "其中：基本支出\(money(last))万元，项目支出\(money(change))万元。\n\n"
  }

  private func money(_ cents: Int) -> String {
    let tail = cents % 100
    return "\(cents / 100).\(tail < 10 ? "0" : "")\(tail)"
  }
}

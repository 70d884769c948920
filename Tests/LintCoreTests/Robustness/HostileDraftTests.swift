import Foundation
import Testing

@testable import LintCore

/// Drafts made to make a parser trap, hang or exhaust memory.
@Suite struct HostileDraftTests {
  /// A shape that can be made as large as one likes.
  struct Shape: CustomStringConvertible, Sendable {
    var description: String
    /// The draft of a size; about as many bytes.
    var make: @Sendable (Int) -> String

    init(_ description: String, _ make: @escaping @Sendable (Int) -> String) {
      self.description = description
      self.make = make
    }

    /// A piece said again and again, after a head.
    init(_ description: String, head: String = "", repeating piece: String, tail: String = "") {
      self.init(description) { size in
        tabbed(head + String(repeating: piece, count: max(1, size / tabbed(piece).utf8.count)) + tail)
      }
    }
  }

  private static let figure = "999999999999999"

  static let shapes: [Shape] = [
    Shape("one long line", repeating: "预算支出安排"),
    Shape("one long line with commas", repeating: "abcdefghij, klmnop "),
    Shape("a paragraph without a stop", repeating: "abcdefghij, klmnop qrstuvw xyz, abcdefg\n"),
    Shape("a paragraph of Chinese commas", repeating: "本单位按照要求安排各项支出并做好保障，\n"),
    Shape("sentences of figures", repeating: "一般公共预算支出100.00万元，占50%，比上年增加10.00万元，增长11.11%；"),
    Shape("paragraphs of figures", repeating: "2024年支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。\n"),
    Shape("open comments", repeating: "<!-- 合计 "),
    Shape("closed comments", repeating: "<!---->"),
    Shape("open tags", repeating: "<td colspan="),
    Shape("headings", repeating: "一、概况\n"),
    Shape("bare titles", head: "目录\n第一部分 概况\n第二部分 报表\n第三部分 说明\n", repeating: "某局二〇二四年\n"),
    Shape("contents", head: "目录\n", repeating: "一、概况……12\n"),
    Shape("dots", repeating: "……………………"),
    Shape("nested ordinals", repeating: "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n"),
    Shape("rows of one total", head: "单位：万元\n项目→金额\n", repeating: "合计→1.00\n"),
    Shape("totals between details", head: "项目→金额\n", repeating: "甲→1.00\n合计→1.00\n"),
    Shape("totals that are wrong", head: "项目→合计→基本支出→项目支出\n", repeating: "甲→9.00→1.00→2.00\n"),
    Shape("其中 everywhere", head: "项目→金额\n", repeating: "一、甲→5.00\n其中：乙→3.00\n"),
    Shape("ordinals everywhere", head: "项目→金额\n", repeating: "一、甲→5.00\n（一）乙→3.00\n（二）丙→1.00\n"),
    Shape("one class again and again", head: "科目编码→科目名称→合计\n", repeating: "201→甲→5.00\n20101→乙→5.00\n"),
    Shape(
      "units between subjects", head: "科目编码→科目名称→合计\n合计→→5.00\n",
      repeating: "304001→某局→5.00\n2010101→甲→5.00\n"),
    Shape("units above units", head: "科目编码→科目名称→合计\n合计→→5.00\n", repeating: "304→某局→5.00\n304001→某局→5.00\n"),
    Shape("total rows of codes", head: "科目编码→科目名称→合计\n", repeating: "合计→→5.00\n2010101→甲→5.00\n"),
    Shape("sums beyond 64 bits", head: "项目→金额\n", repeating: "甲→\(figure)\n", tail: "合计→1\n"),
    Shape(
      "sums beyond 64 bits in both directions", head: "项目→合计→甲→乙\n", repeating: "一、丙→1→\(figure)→\(figure)\n",
      tail: "合计→1→1→1\n"),
    Shape(
      "negative sums beyond 64 bits", head: "项目→金额\n", repeating: "甲→-\(figure)\n", tail: "合计→\(figure)\n"),
    Shape(
      "classes beyond 128 bits",
      { size in
        let rows = (0..<max(1, size / 34)).map { "\(2_010_000 + $0 % 10_000)→甲→999999999999999999\n" }
          .joined()
        return tabbed(
          "收支总表\n单位：亿元\n收入→金额→支出→金额\n收入总计→1→支出总计→1\n→→一般公共服务支出→1\n\n\n支出总表\n单位：亿元\n科目编码→科目名称→合计\n\(rows)合计→→1\n"
        )
      }),
    Shape("rows of TABs", repeating: "→→→→→→→→→→→→→→→\n"),
    Shape("one row of TABs", repeating: "→"),
    Shape(
      "two rows of many columns",
      { size in
        tabbed(
          "项目" + String(repeating: "→合计", count: size / 14) + "\n甲"
            + String(repeating: "→1.00", count: size / 14) + "\n")
      }),
    Shape(
      "many columns of words",
      { size in
        tabbed(
          "项目→金额" + String(repeating: "→甲", count: size / 8) + "\n乙→1"
            + String(repeating: "→丙", count: size / 8) + "\n")
      }),
    Shape(
      "one wide row above narrow ones",
      { size in
        var text = "项目" + String(repeating: "→", count: size / 2) + "\n"
        var width = 1
        while text.utf8.count < size * 2 {
          text += "甲" + String(repeating: "→", count: width) + "\n"
          width += 1
        }
        return tabbed(text)
      }),
    Shape(
      "narrow rows below a wide one", head: "项目" + String(repeating: "→甲", count: 250) + "\n",
      repeating: "乙→1\n"),
    Shape("columns of shares", head: "项目→金额→占比→占比→占比\n", repeating: "合计→5.00→1%→2%→3%\n"),
    Shape("tables", repeating: "表\n单位：万元\n项目→金额\n合计→1.00\n\n\n\n\n文字。\n"),
    Shape(
      "tables of many units",
      { size in
        tabbed(
          (0..<max(1, size / 90)).map { "收支总表\n部门：某局\($0)\n收入→金额→支出→金额\n合计→1.00→合计→1.00\n\n\n\n\n文字。\n" }
            .joined())
      }),
    Shape("pipes", repeating: "|甲|1.00|2.00|\n"),
    Shape("a line of pipes", repeating: "|"),
    Shape(
      "HTML rows under a spanning cell", head: "<table><tr><td rowspan=99999 colspan=99999>甲</td></tr>",
      repeating: "<tr>\n"),
    Shape("HTML cells that span all", head: "<table>", repeating: "<tr><td rowspan=512 colspan=256>"),
    Shape("HTML tables that do not end", repeating: "<table><tr><td>1</td>\n"),
    Shape("HTML tables in tables", repeating: "<table><tr><td>\n", tail: "</table>"),
    Shape("a form of totals", head: "年度资金总额→1→1\n年度总体目标→甲→乙\n", repeating: "合计→1→1\n"),
    Shape(
      "a form of indicators", head: "年度资金总额→1\n一级指标→二级指标→三级指标→指标值→实际完成值→分值→得分\n",
      repeating: "甲→乙→丙→≥0.001→5→1→2\n", tail: "总分→→→→→100→90\n"),
    Shape(
      "blocks of subjects", head: "科目编码→科目名称→金额→科目编码→科目名称→金额\n301→甲→1→302→乙→1\n303→甲→1→310→乙→1\n",
      repeating: "人员经费合计→→1→公用经费合计→→1\n"),
    Shape(
      "items of the three public expenses", head: "项目→金额\n",
      repeating: "“三公”经费合计→1\n因公出国（境）费→1\n公务接待费→1\n公务用车购置及运行费→1\n"),
    Shape(
      "amounts that no cell can state",
      head: "2024年度部门决算\n\n支出决算表\n单位：万元\n科目编码→科目名称→合计\n合计→→70.00\n2050202→小学教育→70.00\n\n\n",
      repeating: "小学教育（项）支出决算为99999999999999亿元。\n"),
    Shape(
      "cars beyond 64 bits", head: "2024年度部门决算\n\n公务用车9辆，分别为", repeating: "轿车999999999999999999辆、"),
    Shape(
      "parts beyond 128 bits", head: "2024年度部门决算\n\n支出5亿元，其中：", repeating: "项目支出\(figure)亿元，"),
    Shape(
      "budgets beyond 128 bits",
      head: "2024年度部门决算\n\n支出年初预算100万元，支出决算100万元，完成预算的100%，其中：",
      repeating: "甲支出150000000000000万元，完成预算的0.000000001%；"),
    Shape("years compared without a stop", head: "2024年度部门决算\n\n支出100万元", repeating: "，比2020年减少"),
    Shape("figures before brackets that never close", head: "2024年度部门决算\n\n", repeating: "支出1万元("),
  ]

  /// How long this thread has worked; what other threads do meanwhile does not count.
  private static var workDone: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Whatever a draft holds, four times as much of it takes about four times as long, and its ranges can be shown.
  @Test(arguments: shapes) func timeGrowsWithSize(shape: Shape) {
    let linter = Linter(book: .standard)
    func time(_ size: Int) -> Duration {
      let source = SourceText(Array(shape.make(size).utf8))
      let start = Self.workDone
      _ = linter.lint(source)
      return Self.workDone - start
    }
    #expect(Invariants.violation(in: Array(shape.make(3_000).utf8)) == nil)
    let small = time(20_000)
    let large = time(80_000)
    // A square would be sixteen times; the constant is for what is done once.
    #expect(large < small * 10 + .milliseconds(400), "\(small) became \(large)")
  }
}

import Testing

@testable import LintCore

@Suite struct TableCatalogueTests {
  private func table(_ title: String) -> String? {
    let book = RuleBook.standard
    return Name(folding: title).units.withUnsafeBufferPointer { book.catalogue.table(titled: $0) }
      .flatMap(book.concept)?.id
  }

  @Test(arguments: [
    ("2024年预算收支总表", "收支总表"), ("2023年度部门预算收支预算总表", "收支总表"), ("一、部门收支预算总表", "收支总表"),
    ("表一 2024年部门收支总表（不含上年结转）", "收支总表"), ("《部门收支总体情况表》", "收支总表"),
    ("某市科学技术局2025年部门收支总表", "收支总表"), ("预算公开表1：收支总表", "收支总表"), ("（一）收支总表", "收支总表"),
    ("2024年一般公共预算支出预算表（不含上年结转）", "一般公共预算支出表"),
    ("2024年一般公共预算安排基本支出分经济科目表（不含上年结转）", "一般公共预算基本支出表"),
    ("2024年财政拨款安排“三公”经费支出预算表", "三公经费支出表"), ("“三公”经费预算表", "三公经费支出表"),
    ("2024年国有资本经营预算收支预算表（不含上年结转）", "国有资本经营预算支出表"),
    ("政府性基金预算财政拨款支出总表", "政府性基金预算支出表"), ("财政拨款收支预算表", "财政拨款收支总表"),
    ("2024年项目支出预算表（本年预算）", "项目支出表"), ("财政项目支出绩效自评表", "绩效自评表"),
    ("人才工作经费绩效目标表", "绩效目标表"), ("部门项目支出预算绩效目标表", "绩效目标表"),
    ("市级预算部门（单位）整体支出绩效目标申报表", "整体支出绩效目标表"),
    ("收入支出决算总表", "收入支出决算总表"), ("收入决算表（分单位）", "收入决算表"), ("财决公开01表 收入支出决算总表", "收入支出决算总表"),
    ("一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表", "三公经费支出决算表"),
    ("二〇二四年度部门收支总表", "收支总表"), ("附表3 支出决算表", "支出决算表"), ("公开05表 一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算表"),
    ("非财政拨款支出汇总表", "非财政拨款支出总表"), ("教育收费安排支出预算表", "教育收费支出预算表"),
  ])
  func aTitleIsFoundUnderTheNamesOfAnyProvince(title: String, id: String) { #expect(table(title) == id) }

  @Test(arguments: [
    "国有资本经营收支总表", "财政专户收支总表", "总表", "表", "", "目录", "2024年度", "关于收支总表的说明", "上级补助收入总表",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一收支总表",
  ])
  func otherTitlesAreNotTakenForATable(title: String) { #expect(table(title) == nil) }

  @Test func labelsOfRowsAndColumnsAreFoundByTheirKey() {
    let book = RuleBook.standard
    func row(_ label: String) -> String? {
      book.rows.concept(TextKey.of(label)).map { book.rows.name($0) }
    }
    #expect(row("收入总计") == "收入总计")
    #expect(row("本年支出小计") == "本年支出合计")
    #expect(row("“三公”经费合计") == "三公经费合计")
    #expect(row("某科目") == nil)
    #expect(book.columns.concept(TextKey.of("一般公共预算财政拨款")).map { book.columns.name($0) } == "一般公共预算")
  }
}

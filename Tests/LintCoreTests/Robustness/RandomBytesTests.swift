import Testing

@testable import LintCore

/// Bytes of many kinds, the same in every run: none may trap, and every range must be one that can be shown.
@Suite struct RandomBytesTests {
  /// Pieces that mean something to some part of the parser.
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r\n", "\r", "\t", "\t\t", " ", "\u{3000}", "，", "。", "；", "：", "、", "|", "|---|", "**", "#",
      "## ", "- ",
      "<b>", "</b>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=3 colspan=2>",
      "<p>", "<!--", "-->",
      "&nbsp;", "&amp;", "&", "<", "目录", "第一部分", "第二部分 ", "一、", "（一）", "1.", "（1）", "①", "……", "....", "12",
      "单位：万元", "单位：元", "部门：某局", "合计", "总计", "小计", "其中：", "本年收入合计", "收入总计", "支出总计", "上年结转", "基本支出",
      "项目支出", "人员经费", "科目编码", "科目名称", "项目", "行次", "栏次", "决算数", "预算数", "增减%", "占比", "201", "20101", "2010101",
      "301", "30101", "100.00", "1,234.56", "-5.00", "0.00", "—", "99.99%", "1234567890123456789",
      "999999999999999999", "0.000000001", "万元", "亿元",
      "比上年增加", "减少",
      "增长", "下降", "完成预算的", "占", "年度资金总额", "年度总体目标", "一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分",
      "≥0.001", "≥5次", "10.00", "总分", "优", "全年预算数", "全年执行数", "执行率", "其中：当年财政拨款", "注：", "本表无数据", "三公",
      "因公出国（境）费",
      "公务用车购置及运行费", "公务接待费", "2024年", "2025年度", "部门预算", "𠮷", "e\u{301}", "\u{200B}", "\u{FEFF}", "⽀",
      "\u{E000}",
      "货物", "服务", "工程", "共有车辆", "辆",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xE4, 0xB8], [0xC0, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0x00], [0x80],
    ]

  @Test func arbitraryBytesAreRead() {
    var generator = Generator(seed: 1)
    for index in 0..<2_000 {
      let bytes = (0..<generator.below(200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      #expect(Invariants.violation(in: bytes) == nil, "case \(index)")
    }
  }

  @Test func arbitraryWordsOfDraftsAreRead() {
    var generator = Generator(seed: 2)
    for index in 0..<2_500 {
      let bytes = (0..<generator.below(160)).flatMap { _ in generator.pick(Self.pieces) }
      #expect(Invariants.violation(in: bytes) == nil, "case \(index)")
    }
  }

  @Test func arbitraryTablesAreRead() {
    var generator = Generator(seed: 3)
    for index in 0..<1_500 {
      let width = 1 + generator.below(8)
      var bytes = Array("单位：万元\n".utf8)
      for _ in 0..<(1 + generator.below(20)) {
        for column in 0..<width {
          if column > 0 { bytes.append(0x09) }
          // Mostly one piece a cell, now and then none or two.
          for _ in 0..<[1, 1, 1, 1, 0, 2][generator.below(6)] { bytes += generator.pick(Self.pieces) }
        }
        bytes.append(0x0A)
      }
      #expect(Invariants.violation(in: bytes) == nil, "case \(index)")
    }
  }

  @Test func arbitraryScalarsAreRead() {
    var generator = Generator(seed: 4)
    for index in 0..<1_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<generator.below(120) {
        let value = UInt32(generator.below([0x80, 0x800, 0x1_0000, 0x11_0000][generator.below(4)]))
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      #expect(Invariants.violation(in: Array(String(text).utf8)) == nil, "case \(index)")
    }
  }
}

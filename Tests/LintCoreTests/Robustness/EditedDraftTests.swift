import Testing

@testable import LintCore

/// A check that takes over what an edit did not touch finds what a fresh one finds.
@Suite struct EditedDraftTests {
  private static let linter = Linter(book: .standard)

  /// A companion who never comes.
  private struct Absent: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) {}
    func finish(within patience: Duration) -> Bool { true }
  }

  static func check(_ bytes: [UInt8], after last: LintResult?) -> LintResult {
    linter.lint(SourceText(bytes), with: Absent(), after: last)
  }

  /// Compares a check after another with a fresh one: the folded text, the tables, the findings.
  private static func compare(_ edited: LintResult, _ bytes: [UInt8], _ remark: String) {
    let fresh = linter.lint(SourceText(bytes))
    let (text, other) = (edited.draft.text, fresh.draft.text)
    let isSameText = text.units == other.units && text.origins == other.origins
    let areSameLines = text.lines.map { "\($0)" } == other.lines.map { "\($0)" }
    #expect(isSameText, "\(remark)")
    #expect(areSameLines, "\(remark)")
    for (table, other) in zip(edited.draft.tables, fresh.draft.tables) {
      for (line, other) in zip(describe(table), describe(other)) { #expect(line == other, "\(remark)") }
    }
    #expect(edited.draft.tables.count == fresh.draft.tables.count, "\(remark)")
    #expect(edited.findings.map(describe) == fresh.findings.map(describe), "\(remark)")
  }

  private static func describe(_ table: Table) -> [String] {
    let cells = table.cells.map { Int($0.lower) << 32 | Int($0.upper) << 3 | Int($0.kind.rawValue) }
    let head =
      "\(table.lines) \(table.rowLines) \(table.rowStarts) \(cells) \(table.cells.map(\.amount)) \(table.columns)"
    return [head, "\(table.caption as Any) \(table.captionLine as Any) \(table.entity as Any)"]
      + ["\(table.unit as Any) \(table.unitSlice as Any) \(table.notes) \(table.section) \(table.layout)"]
      + table.sides.flatMap { side in
        ["\(side.columns) \(side.labelColumn) \(side.codeColumns) \(side.amountColumns)"]
          + side.rows.map { "\($0)" }
      }
  }

  private static func describe(_ finding: Finding) -> String {
    let related = finding.related.map { "\($0.range) \($0.message.text(.english))" }
    let fixes = finding.fixes.map { "\($0.title.text(.english)) \($0.edits)" }
    return
      "\(finding.rule) \(finding.severity) \(finding.range) \(finding.message.text(.english)) \(related) \(fixes)"
  }

  // MARK: Drafts

  private static let titles = [
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "2023年项目支出绩效自评表",
  ]
  private static let units = ["单位：元", "单位：万元", "金额单位：万元", ""]

  /// A draft with many tables, in part equal ones, some with wrong sums.
  private static func draft(_ dice: inout Generator) -> String {
    var text = "某某局2024年度部门决算\n\n第一部分 概况\n\n一、部门职责\n负责全局工作。\n\n第二部分 决算表\n\n"
    for number in 0..<(4 + dice.below(8)) {
      text += dice.pick(titles) + "\n" + dice.pick(["", "部门：某某局\n"]) + dice.pick(units) + "\n"
      switch dice.below(6) {
      case 0: text += form(number, &dice)
      case 1: text += pipes(&dice)
      case 2: text += tags(&dice)
      case 3: text += pages(&dice)
      default: text += rows(&dice)
      }
      text += dice.pick(["\n", "\n\n", "\n注：本表反映收支。\n\n", "\n2024年支出合计\(dice.below(900))万元，比上年增加3.5%。\n"])
    }
    return text + "第三部分 名词解释\n一、财政拨款：指资金。\n"
  }

  private static func figure(_ dice: inout Generator) -> String {
    dice.pick([
      "", "-", "\(dice.below(900)).\(10 + dice.below(80))", "1,\(100 + dice.below(800)).00", "12.50",
    ])
  }

  private static func rows(_ dice: inout Generator) -> String {
    var text = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t100.00\t60.00\t\(figure(&dice))\n"
    for (code, name) in [("208", "社会保障和就业支出"), ("20805", "养老支出"), ("2080505", "养老保险缴费支出"), ("210", "卫生健康支出")]
    {
      text += "\(code)\t\(name)\t\(figure(&dice))\t\(figure(&dice))\t\(figure(&dice))\n"
    }
    return text
  }

  /// A table that page breaks have parted, with what a page repeats between its rows; the rest of a name on a line.
  private static func pages(_ dice: inout Generator) -> String {
    var text = "项目\t合计\t基本支出\n合计\t100.00\t60.00\n"
    for code in 0..<(2 + dice.below(8)) {
      text += "20805\(code)0\t\(figure(&dice))\t\(figure(&dice))\n"
      text += dice.pick([
        "", "", "\n", "\n— \(code) —\n\n", "某某局2024年度部门决算\n", "\n\(code)\n某某局2024年度部门决算\n\n",
        "续表\n项目\t合计\t基本支出\n",
        "机关事业单位\n", "（万元）\n", "\n\n\n", "一、其他支出\n",
      ])
    }
    return text
  }

  private static func pipes(_ dice: inout Generator) -> String {
    "| 项目 | 2024年 | 2023年 |\n| --- | --- | --- |\n| 本年收入 | \(figure(&dice)) | 30.00 |\n"
      + "| 上年结转 | \(figure(&dice)) | 12.00 |\n| 合计 | \(figure(&dice)) | 43.00 |\n"
  }

  private static func tags(_ dice: inout Generator) -> String {
    "<table><tr><td>项目</td><td>金额</td></tr>\n<tr><td>基本支出</td><td>\(figure(&dice))</td></tr>\n"
      + "<tr><td>项目支出</td><td>20.00</td></tr><tr><td>合计</td><td>\(figure(&dice))</td></tr></table>\n"
  }

  private static func form(_ number: Int, _ dice: inout Generator) -> String {
    "项目名称\t项目\(number)\n项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
      + "年度资金总额\t10.00\t10.00\t\(figure(&dice))\t10\t99.00%\t9.9\n其中：财政拨款\t10.00\t10.00\t9.90\t\t\t\n"
      + "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训场次\t≥\(dice.below(9))次\t5次\t40\t40\n"
      + "产出指标\t质量指标\t合格率\t100%\t\(dice.below(99))%\t50\t\(40 + dice.below(12))\n总分\t\t\t\t\t100\t\(dice.below(100))\n"
  }

  // MARK: Edits

  private static let pieces = [
    "", "1", "0", ".", "\t", "\n", "\r\n", "\r", "合计", "单位：元\n", "单位：万元\n", "，", "表", "注：", "# ", "一、",
    "\n\n",
    "第二部分 决算表\n", "2022年", "100.00\t", "|", "<", "<!--", "-->", "<tr>", "</table>", "**", " ", "项目支出\t1\t2\n",
    "\t\n", "0\t", "收入决算表\n", "某某局2024年度部门决算\n", "\n— 3 —\n",
  ]

  /// One to three changes of a text: something typed, something deleted, lines moved or written twice.
  private static func edit(_ bytes: inout [UInt8], _ dice: inout Generator) {
    for _ in 0...dice.below(3) {
      let starts = SourceText(bytes).lineStarts.map(Int.init)
      func line() -> Range<Int> {
        let at = dice.below(starts.count)
        return starts[at]..<(at + 1 < starts.count ? starts[at + 1] : bytes.count)
      }
      switch dice.below(6) {
      case 0:
        let (from, to) = (line(), line())
        let moved = Array(bytes[from])
        bytes.insert(contentsOf: moved, at: to.lowerBound)
      case 1: bytes.removeSubrange(line())
      case 2:
        let at = dice.below(bytes.count + 1)
        let end = Swift.min(bytes.count, at + dice.below(4))
        bytes.replaceSubrange(at..<end, with: Array(dice.pick(pieces).utf8))
      default:
        let line = line()
        let at = line.lowerBound + dice.below(line.count)
        bytes.insert(contentsOf: Array(dice.pick(pieces).utf8), at: at)
      }
    }
  }

  @Test(arguments: 1...6) func anyEditsFindWhatAFreshCheckFinds(seed: Int) {
    var dice = Generator(seed: UInt64(seed))
    for draft in 0..<3 {
      var bytes = Array(Self.draft(&dice).utf8)
      var last = Self.check(bytes, after: nil)
      for step in 0..<25 {
        Self.edit(&bytes, &dice)
        last = Self.check(bytes, after: last)
        Self.compare(last, bytes, "seed \(seed), draft \(draft), step \(step)")
      }
    }
  }

  // MARK: Typing

  private static let keys = Array("中0123456789.，。：；、（）“”年万元%减增比占 \t").map { Array(String($0).utf8) }

  /// One sign typed, or one deleted, within a line.
  private static func type(_ bytes: inout [UInt8], _ dice: inout Generator) {
    let starts = SourceText(bytes).lineStarts.map(Int.init)
    let line = dice.below(starts.count)
    let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    var at = starts[line] + dice.below(Swift.max(1, end - starts[line] + 1))
    while at > starts[line], at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    guard dice.below(3) == 0, at < end else { return bytes.insert(contentsOf: dice.pick(keys), at: at) }
    var next = at + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    bytes.removeSubrange(at..<next)
  }

  @Test(arguments: Fixtures.planted + Fixtures.clean)
  func typingFindsWhatAFreshCheckFinds(file: Fixtures.File) {
    var dice = Generator(seed: 11)
    var bytes = file.bytes
    var last = Self.check(bytes, after: nil)
    for step in 0..<10 {
      Self.type(&bytes, &dice)
      last = Self.check(bytes, after: last)
      Self.compare(last, bytes, "\(file.name), step \(step)")
    }
  }

  @Test func aWordTypedTwiceOrForbiddenIsFoundAtOnceAndGoneAtOnce() {
    let bytes = Fixtures.clean.first?.bytes ?? []
    var last = Self.check(bytes, after: nil)
    for piece in ["及时性及时性", "经费费", "，，", "负责同志负责同志"] {
      for line in [3, 40, 90] where SourceText(bytes).lineStarts.indices.contains(line) {
        var changed = bytes
        changed.insert(contentsOf: Array(piece.utf8), at: Int(SourceText(bytes).lineStarts[line]))
        last = Self.check(changed, after: last)
        Self.compare(last, changed, "\(piece) in line \(line)")
        last = Self.check(bytes, after: last)
        Self.compare(last, bytes, "\(piece) gone from line \(line)")
      }
    }
  }

  @Test(arguments: ConvertedDraftTests.Style.allCases)
  func editsOfPagesFindWhatAFreshCheckFinds(style: ConvertedDraftTests.Style) {
    var dice = Generator(seed: 12)
    for file in Fixtures.planted.prefix(2) {
      var bytes = ConvertedDraftTests.paged(file.bytes, style, every: 17)
      var last = Self.check(bytes, after: nil)
      for step in 0..<12 {
        if step % 2 == 0 { Self.edit(&bytes, &dice) } else { Self.type(&bytes, &dice) }
        last = Self.check(bytes, after: last)
        Self.compare(last, bytes, "\(file.name), \(style), step \(step)")
      }
    }
  }

  @Test func editsOfAllFixturesFindWhatAFreshCheckFinds() {
    var dice = Generator(seed: 7)
    var bytes = Fixtures.planted.flatMap(\.bytes)
    var last = Self.check(bytes, after: nil)
    for step in 0..<12 {
      Self.edit(&bytes, &dice)
      last = Self.check(bytes, after: last)
      Self.compare(last, bytes, "step \(step)")
    }
  }

  @Test func twoThreadsTakeOverToo() async {
    var dice = Generator(seed: 8)
    var bytes = Fixtures.planted.flatMap(\.bytes)
    var last = await Self.linter.lintConcurrently(SourceText(bytes))
    for step in 0..<6 {
      Self.edit(&bytes, &dice)
      last = await Self.linter.lintConcurrently(SourceText(bytes), after: last)
      Self.compare(last, bytes, "step \(step)")
    }
  }

  /// What stands far above or below a table and says for which year, in which unit and for whom it is.
  @Test(arguments: [
    ("第二部分 决算表", "第二部分 预算表"), ("第二部分 决算表\n", ""), ("2024年度部门决算", "2023年度部门决算"),
    ("单位：万元", "单位：元"), ("单位：元\n", ""), ("第三部分 名词解释", "第三部分 情况说明"), ("合计\t100.00", "合计\t100.00\t"),
    ("负责全局工作。", "负责全局工作。2024年支出合计100万元，其中：基本支出60万元，项目支出30万元。"),
  ])
  func whatTablesDependOnIsLookedAtAgain(old: String, new: String) {
    var dice = Generator(seed: 10)
    for draft in 0..<6 {
      let bytes = Array(Self.draft(&dice).utf8)
      let (old, new) = (Array(old.utf8), Array(new.utf8))
      guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { continue }
      var changed = bytes
      changed.replaceSubrange(at..<at + old.count, with: new)
      let last = Self.check(bytes, after: nil)
      let next = Self.check(changed, after: last)
      Self.compare(next, changed, "draft \(draft)")
      Self.compare(Self.check(bytes, after: next), bytes, "draft \(draft) and back")
    }
  }

  /// What tells the kind of a draft, names a chapter, makes a statement or says that a table is empty, taken away and
  /// written again; before a slip of the pen in a heading, the mark that opens a quotation.
  @Test(arguments: [
    "部门预算", "部门决算", "说明", "情况", "名词解释", "机关运行经费", "政府采购", "三公", "没有", "空表", "无", "附件", "表", "第二部分", "一、", "《",
  ])
  func whatTheStructureFollowsFromIsLookedAtAgain(word: String) {
    let word = Array(word.utf8)
    for file in Fixtures.clean.prefix(3) + Fixtures.planted.prefix(3) {
      let bytes = Array("一、财务监督管里办法\n".utf8) + file.bytes
      var last = Self.check(bytes, after: nil)
      let places = bytes.indices.filter { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
      for at in [places.first, places.dropFirst(places.count / 2).first, places.last].compactMap(\.self) {
        var changed = bytes
        changed.removeSubrange(at..<at + word.count)
        last = Self.check(changed, after: last)
        Self.compare(last, changed, "\(file.name), without \(at)")
        last = Self.check(bytes, after: last)
        Self.compare(last, bytes, "\(file.name), with \(at) again")
      }
      let changed = word + bytes
      last = Self.check(changed, after: last)
      Self.compare(last, changed, "\(file.name), with one more")
      Self.compare(Self.check(bytes, after: last), bytes, "\(file.name), without it again")
    }
  }

  @Test func checksByOtherOptionsTakeNothingWrongOver() {
    let bytes = Fixtures.planted.flatMap(\.bytes)
    var options = LintOptions()
    options.select = ["toc-mismatch"]
    let narrow = Self.linter.lint(SourceText(bytes), options: options, with: Absent())
    Self.compare(Self.check(bytes, after: narrow), bytes, "after a narrow check")
    let plain = Self.linter.lint(SourceText(bytes))
    Self.compare(Self.check(bytes, after: plain), bytes, "after a check that noted nothing down")
  }

  @Test func tablesThatAnEditDidNotTouchAreTakenOver() {
    var dice = Generator(seed: 9)
    var bytes = Array(Self.draft(&dice).utf8)
    let last = Self.check(bytes, after: nil)
    bytes.insert(contentsOf: Array("字".utf8), at: 3)
    let next = Self.check(bytes, after: last)
    // The lines above the first one are the edited ones.
    #expect(next.draft.tables.dropFirst().allSatisfy { $0.former != nil })
  }
}

import Testing

@testable import LintCore

/// Which rows of tables count as others after an edit.
@Suite struct ChangedRowsTests {
  /// Two tables that are far apart: an edit near one leaves the other as it was read.
  private static let draft = head + String(repeating: "负责全局工作。\n\n", count: 20) + tail

  private static let head = """
    某某局2023年度部门决算公开

    一、收入支出决算总体情况说明

    教育支出60.00万元，基本支出90.00万元。

    支出决算表
    单位：万元
    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t120.00\t90.00\t30.00
    205\t教育支出\t60.00\t45.00\t15.00
    2050202\t小学教育\t60.00\t45.00\t15.00
    210\t卫生健康支出\t60.00\t45.00\t15.00
    211\t节能支出\t0.00\t0.00\t0.00


    """
  private static let tail = """
    三公经费支出表
    单位：万元
    项目\t预算数\t决算数
    公务接待费\t3.00\t2.00
    合计\t3.00\t2.00

    """

  /// A companion who never comes.
  private struct Absent: LintCompanion {
    func offer(_ work: @escaping @Sendable () -> Void) {}
    func finish(within patience: Duration) -> Bool { true }
  }

  /// What changes where one text is put in the place of another.
  private func changed(_ old: String, to new: String) throws -> ChangedRows? {
    let (before, now) = (Self.draft, Self.draft.replacing(old, with: new, maxReplacements: 1))
    let former = Linter(book: .standard).lint(SourceText(Array(before.utf8)), with: Absent())
    let source = SourceText(Array(now.utf8))
    let draft = Draft(source, after: FormerDraft(former, before: source))
    #expect(draft.tables.count == 2)
    #expect(draft.tables.contains { $0.former != nil })
    return draft.text.units.withUnsafeBufferPointer { units in
      ChangedRows(
        FigureIndex(former.draft, Claims(former.draft)), of: former.draft,
        FigureIndex(draft, Claims(draft)), of: draft, units)
    }
  }

  private func key(_ name: String) -> UInt64 {
    let units = Array(name.utf16)
    return units.withUnsafeBufferPointer { $0.key(Slice(0, units.count)) }
  }

  private func yuan(_ tenThousands: Int128) -> Int128 { tenThousands * 10_000 * 1_000_000_000 }

  @Test func figureChangesItsRowAlone() throws {
    let rows = try #require(try changed("小学教育\t60.00", to: "小学教育\t61.00"))
    #expect(rows.has(key("小学教育")))
    #expect(rows.has(AskedFigures.key(ofCode: 2_050_202)))
    #expect(!rows.has(key("教育支出")))
    #expect(!rows.has(key("公务接待费")))
    #expect(rows.tables == [0])
    // What stood there and what stands there now, and nothing else.
    #expect(rows.hasFigure(in: yuan(60)...yuan(60)))
    #expect(rows.hasFigure(in: yuan(61)...yuan(61)))
    #expect(!rows.hasFigure(in: yuan(62)...yuan(99)))
    #expect(rows.measures.isEmpty)
  }

  @Test func nameChangesWhatItWasAndWhatItIs() throws {
    let rows = try #require(try changed("卫生健康支出", to: "节能环保支出"))
    #expect(rows.has(key("卫生健康支出")))
    #expect(rows.has(key("节能环保支出")))
    #expect(!rows.has(key("教育支出")))
  }

  @Test func totalChangesItsMeasures() throws {
    let rows = try #require(try changed("合计\t\t120.00\t90.00", to: "合计\t\t120.00\t91.00"))
    #expect(rows.measures.contains { $0.contains(.basic) })
    var asked = AskedFigures()
    asked.note(FigureConcept.basic)
    #expect(asked.concerns(rows))
    var other = AskedFigures()
    other.note(FigureConcept.reception)
    #expect(!other.concerns(rows))
  }

  @Test func headAndDecimalsChangeAllRows() throws {
    for (old, new) in [("合计\t基本支出", "合计\t上年基本支出"), ("小学教育\t60.00", "小学教育\t60.000")] {
      let rows = try #require(try changed(old, to: new))
      #expect(rows.has(key("教育支出")) == (old.hasPrefix("合计")), "\(old)")
      #expect(rows.has(key("小学教育")), "\(old)")
    }
    let rows = try #require(try changed("205\t教育支出\t60.00\t45.00\t15.00\n", to: ""))
    #expect(rows.has(key("教育支出")))
    #expect(rows.has(key("卫生健康支出")))
    #expect(!rows.has(key("公务接待费")))
  }

  @Test func textChangesNone() throws {
    let rows = try #require(try changed("教育支出60.00万元", to: "教育支出61.00万元"))
    #expect(rows.isEmpty)
  }

  @Test func moreKeysThanAreHeldMayBeAnything() {
    var asked = AskedFigures()
    for key in 1...5 { asked.note(row: UInt64(key)) }
    #expect(asked.concerns(ChangedRows()))
  }
}

import Testing

@testable import LintCore

@Suite struct CrossDraftTests {
  private static let linter = Linter(book: .standard)

  /// The findings as `draft: text under the mark > draft:text of the other place`.
  private func findings(_ drafts: [String]) -> [String] {
    let sources = drafts.map { SourceText(Array($0.utf8)) }
    let digests = sources.map { Self.linter.digest($0) }
    let found = CrossDraft.findings(digests, paths: drafts.indices.map(String.init))
    return found.keys.sorted().flatMap { number in
      (found[number] ?? []).map { finding in
        let places = finding.elsewhere.map { place -> String in
          let line = sources[Int(place.path) ?? 0].range(ofLine: place.start.line - 1)
          let text = sources[Int(place.path) ?? 0].string(line).unicodeScalars
            .dropFirst(place.start.column - 1).prefix(place.end.column - place.start.column)
          return "\(place.path):\(String(String.UnicodeScalarView(text)))"
        }
        return "\(number): \(sources[number].string(finding.range)) > \(places.joined(separator: " "))"
      }
    }
  }

  /// A budget of one department; `rows` are the items with their figures of last year and of this.
  private func budget(
    _ year: Int, _ rows: [(code: Int, prior: String, now: String)], total: (prior: String, now: String),
    title: String = "清河县档案馆", prose: String = ""
  ) -> String {
    var text = "\(title)\(year)年部门预算\n\n# 第一部分 概况\n\n负责档案工作。\n\n# 第二部分 \(year)年部门预算表\n\n"
    text += "## 一般公共预算支出表\n\n单位：万元\n\n"
    text += "科目编码\t科目名称\t\(year - 1)年预算数\t\(year)年预算数\n合计\t\t\(total.prior)\t\(total.now)\n"
    for row in rows { text += "\(row.code)\t科目\(row.code)\t\(row.prior)\t\(row.now)\n" }
    return text + "\n# 第三部分 \(year)年部门预算情况说明\n\n\(prose)本年安排如下。\n"
  }

  private var lastYear: String {
    budget(
      2024, [(2_012_601, "90.00", "100.00"), (2_012_604, "40.00", "50.00"), (2_080_505, "20.00", "30.00")],
      total: ("150.00", "180.00"))
  }

  private func thisYear(_ a: String, _ b: String, _ c: String = "30.00", title: String = "清河县档案馆") -> String {
    budget(
      2025, [(2_012_601, a, "110.00"), (2_012_604, b, "60.00"), (2_080_505, c, "40.00")],
      total: ("180.00", "210.00"), title: title)
  }

  @Test func figureOfLastYearThatLastYearsDraftDoesNotHaveIsReported() {
    #expect(findings([lastYear, thisYear("100.00", "50.00")]) == [])
    #expect(findings([lastYear, thisYear("100.00", "55.00")]) == ["1: 55.00 > 0:50.00"])
    #expect(findings([thisYear("100.00", "55.00"), lastYear]) == ["0: 55.00 > 1:50.00"])
  }

  @Test func lastPlaceIsATail() { #expect(findings([lastYear, thisYear("100.01", "49.99")]) == []) }

  @Test func anotherScopeAccusesNobody() {
    #expect(findings([lastYear, thisYear("101.00", "52.00", "27.00")]) == [])
  }

  @Test func anotherUnitYearOrKindIsNotCompared() {
    #expect(findings([lastYear, thisYear("100.00", "55.00", title: "清河县图书馆")]) == [])
    let older = lastYear.replacing("2024", with: "2022").replacing("2023", with: "2021")
    #expect(findings([older, thisYear("100.00", "55.00")]) == [])
    #expect(findings([lastYear.replacing("预算", with: "决算"), thisYear("100.00", "55.00")]) == [])
    #expect(findings([lastYear.replacing("部门预算", with: "单位预算"), thisYear("100.00", "55.00")]) == [])
  }

  @Test func twoDraftsThatMayBeMeantAreNotChosenFrom() {
    #expect(findings([lastYear, lastYear, thisYear("100.00", "55.00")]) == [])
  }

  @Test func sentenceAboutLastYearIsCompared() {
    func draft(_ change: String) -> String {
      budget(
        2025,
        [(2_012_601, "100.00", "110.00"), (2_012_604, "50.00", "60.00"), (2_080_505, "30.00", "40.00")],
        total: ("180.00", "210.00"), prose: "2025年一般公共预算支出210.00万元，比2024年预算增加\(change)万元。")
    }
    #expect(findings([lastYear, draft("30.00")]) == [])
    #expect(findings([lastYear, draft("33.00")]) == ["1: 33.00万元 > 0:180.00"])
  }

  // MARK: A department and its units

  private func unit(_ name: String, _ kind: String, _ basic: String, _ project: String, _ total: String)
    -> String
  {
    """
    \(name)2025年\(kind)预算

    # 第一部分 概况

    ## 一、机构设置

    内设综合股。

    # 第二部分 2025年\(kind)预算表

    ## 一般公共预算支出表

    单位：万元

    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t\(total)\t\(basic)\t\(project)
    2011301\t行政运行\t\(total)\t\(basic)\t\(project)

    ## 三公经费支出表

    单位：万元

    项目\t2025年预算
    合计\t1.00
    公务接待费\t1.00

    # 第三部分 2025年\(kind)预算情况说明

    2025年预算安排如下。

    """
  }

  private let list = "内设综合股。纳入部门预算编制范围的单位包括：清河县商务局本级、县物流服务中心。"
  private var own: String { unit("清河县商务局（本级）", "单位", "60.00", "20.00", "80.00") }
  private var below: String { unit("清河县物流服务中心", "单位", "30.00", "10.00", "40.00") }

  private func department(_ total: String, list: String) -> String {
    unit("清河县商务局", "部门", "90.00", "30.00", total).replacing("内设综合股。", with: list)
      .replacing("公务接待费\t1.00", with: "公务接待费\t2.00").replacing("合计\t1.00", with: "合计\t2.00")
  }

  @Test func totalOfADepartmentIsTheSumOfTheUnitsItLists() {
    #expect(findings([department("120.00", list: list), own, below]) == [])
    #expect(findings([department("125.00", list: list), own, below]) == ["0: 125.00 > 1:80.00 2:40.00"])
  }

  @Test func withoutAllUnitsOrTheirListNothingIsAddedUp() {
    #expect(findings([department("125.00", list: list), own]) == [])
    #expect(findings([department("125.00", list: "内设综合股。"), own, below]) == [])
  }

  @Test func rowOfAUnitIsWhatItsOwnDraftSays() {
    func department(_ figure: String) -> String {
      unit("清河县商务局", "部门", "90.00", "30.00", "120.00").replacing(
        "2011301\t行政运行\t120.00\t90.00\t30.00",
        with: "\t清河县商务局本级\t80.00\t60.00\t20.00\n\t清河县物流服务中心\t40.00\t\(figure)\t10.00")
    }
    #expect(findings([department("30.00"), own, below]) == [])
    #expect(findings([department("33.00"), own, below]) == ["0: 33.00 > 2:30.00"])
  }

  // MARK: Real layouts

  /// The same figures a year earlier: every change then speaks of other figures, so no scope is confirmed.
  @Test(arguments: Fixtures.clean) func yearThatDoesNotFitAccusesNobody(file: Fixtures.File) {
    let text = String(decoding: file.bytes, as: UTF8.self)
    var earlier = text
    for year in 2020...2026 { earlier = earlier.replacing("\(year)", with: "\(year - 1)") }
    #expect(findings([text, earlier]) == [])
  }

  @Test func draftsOfDifferentUnitsSayNothingOfEachOther() {
    #expect(
      findings((Fixtures.clean + Fixtures.shared).map { String(decoding: $0.bytes, as: UTF8.self) }) == [])
  }

  @Test func digestIsSmall() {
    #expect(MemoryLayout<StatedFact>.stride == 24)
    for file in Fixtures.clean {
      guard let digest = Self.linter.digest(SourceText(file.bytes)) else { continue }
      #expect(digest.stated.count < 400 && digest.claimed.count < 120, "\(file.name)")
    }
  }
}

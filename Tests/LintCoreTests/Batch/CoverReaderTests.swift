import Testing

@testable import LintCore

@Suite struct CoverReaderTests {
  private func identity(_ text: String) -> DraftIdentity? {
    let draft = Draft(SourceText(Array(text.utf8)))
    return draft.text.units.withUnsafeBufferPointer { CoverReader(draft: draft, units: $0).identity() }
  }

  @Test(arguments: [
    ("清河县档案馆2024年度部门预算公开\n", "清河县档案馆2024年部门预算"),
    ("2025年清河县档案馆部门预算\n", "清河县档案馆2025年部门预算"),
    ("清河县档案馆\n\n2024年度部门决算\n\n目 录\n", "清河县档案馆2024年部门决算"),
    ("**2023 年度清河县  \n档案馆部门  \n预算**\n\n# 目录\n", "清河县档案馆2023年部门预算"),
    ("附件\n\n## 清河县档案馆 2026 年部门预算\n", "清河县档案馆2026年部门预算"),
    ("监督索引号53261700100000111\n\n# 清河县档案馆2023年度部门决算\n", "清河县档案馆2023年部门决算"),
    ("清河县预算审核中心2023年度单位决算公开\n", "清河县预算审核中心2023年单位决算"),
    ("清河县档案馆关于2024年预算公开的说明\n", "清河县档案馆2024年预算"),
  ])
  func titleIsReadHoweverItIsBroken(_ cover: String, _ title: String) {
    #expect(identity(cover)?.title == title)
  }

  @Test(arguments: [
    "第一部分 部门概况\n", "财政项目支出绩效自评表\n\n(2024年度)\n", "2024年部门预算\n", "清河县档案馆部门预算\n", "",
  ])
  func withoutNameYearAndKindThereIsNone(_ cover: String) { #expect(identity(cover) == nil) }

  @Test func ownLevelIsTheSameUnit() {
    let names = ["清河县商务局2024年单位预算\n", "清河县商务局（本级）2024年单位预算\n", "清河县商务局本级2024年单位预算\n"]
    #expect(Set(names.map { identity($0)?.key }).count == 1)
    #expect(identity("清河县商务局服务中心2024年单位预算\n")?.key != identity(names[0])?.key)
  }

  @Test(arguments: Fixtures.clean.filter { !$0.name.hasPrefix("self-evaluation") })
  func coversOfWholeDraftsAreRead(file: Fixtures.File) throws {
    let digest = try #require(Linter(book: .standard).digest(SourceText(file.bytes)))
    let scope: DraftIdentity.Scope = file.name.hasPrefix("unit") ? .unit : .department
    #expect(digest.identity.scope == scope)
    #expect(digest.identity.isFinal == file.name.contains("final"))
    #expect(digest.stated.count > 20)
  }
}

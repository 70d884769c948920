import Foundation
import Testing

/// The page's script in a real browser, where one is installed.
struct BrowserTests {
  private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let draft = """
    表1 支出总表
    单位：万元
    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t10.00
    205\t教育支出\t20.00
    \t合计\t30.00

    表2 收入总表
    单位：万元
    科目编码\t科目名称\t合计
    201\t一般公共服务支出\t10.00
    205\t教育支出\t20.00
    \t合计\t99.00

    """

  /// The page after a script has run in it.
  private func page(after script: String) throws -> String? {
    guard Self.browser != nil else { return nil }
    let sandbox = try Sandbox(["a.md": Self.draft])
    _ = try Program.run(["check", "--select", "totals", "-o", "r.html", "a.md"], folder: sandbox.url)
    return try dom(of: sandbox.url.appendingPathComponent("r.html"), after: script, in: sandbox)
  }

  private func dom(of file: URL, after script: String, in sandbox: Sandbox) throws -> String? {
    guard let browser = Self.browser else { return nil }
    let page = try String(contentsOf: file, encoding: .utf8)
    try Data(page.replacing("</body>", with: "<script>\(script)</script></body>").utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(sandbox.url.path)/profile",
      "--dump-dom", file.absoluteString,
    ]
    let out = sandbox.url.appendingPathComponent("dom")
    try Data().write(to: out)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: out, encoding: .utf8)
  }

  @Test func clickOnATotalThatHoldsLightsUpItsTermsAndShowsTheSum() throws {
    guard let page = try page(after: "document.querySelector('[data-s]').click()") else { return }
    #expect(page.contains(">10.00 + 20.00 = 30.00</div>"))
    #expect(page.ranges(of: "class=\"n lit\"").count == 2)
  }

  @Test func figureThatIsTakenOffIsShownSo() throws {
    let script = """
      var cells=document.querySelectorAll('[data-p="0"]');cells[1].dataset.p="-0";\
      document.querySelector('[data-s]').click()
      """
    guard let page = try page(after: script) else { return }
    #expect(page.contains(">10.00 − 20.00 = 30.00</div>"))
  }

  @Test func clickOnAMarkedCellChoosesItsFindingAndLightsUpTheTerms() throws {
    guard let page = try page(after: "document.querySelector('td[data-f]').click()") else { return }
    #expect(page.contains("finding error chosen"))
    #expect(page.ranges(of: " lit\"").count >= 2)
  }

  @Test func filterTakesFindingsOffThePaper() throws {
    let script = "var e=document.querySelector('.filters input[value=error]');e.click()"
    guard let page = try page(after: script) else { return }
    #expect(page.ranges(of: "data-v=\"error\" tabindex=\"0\" hidden=\"\"").count >= 1)
    #expect(page.contains("m error off"))
  }

  @Test func filterOfAnIndexLeavesTheDraftsThatHaveSuchFindings() throws {
    guard Self.browser != nil else { return }
    let sandbox = try Sandbox(["a.md": Self.draft, "b.md": "说明\n"])
    _ = try Program.run(["check", "--select", "totals", "-o", "out/", "a.md", "b.md"], folder: sandbox.url)
    let index = sandbox.url.appendingPathComponent("out/index.html")
    let script = "document.querySelector('.chart li').click()"
    guard let page = try dom(of: index, after: script, in: sandbox) else { return }
    #expect(page.ranges(of: "<tr data-r=\"\" hidden=\"\">").count == 1)
    #expect(page.ranges(of: "<tr data-r=\"column-total\">").count == 1)
    let name = try #require(page.firstMatch(of: /href="(d-[0-9a-f]{16}\.html)">a\.md/)?.1)
    let draft = try String(contentsOf: sandbox.url.appendingPathComponent("out/\(name)"), encoding: .utf8)
    #expect(draft.contains("<title>a.md - ") && draft.contains("href=\"index.html\""))
  }
}

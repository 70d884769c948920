import Foundation
import Testing

/// The program as a whole: its streams and exit codes.
struct CheckCommandTests {
  @Test func cleanDraftEndsWithZero() throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let run = try Program.run(["check", "a.md"], folder: sandbox.url)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == "未发现问题：共检查 1 份。\n")
  }

  @Test(
    arguments: [
      (["check", "missing.md"], "lint-rules: 无法读取 missing.md：没有这个文件或文件夹\n"),
      (["check", "empty"], "lint-rules: 文件夹 empty 中没有草稿（.md、.markdown、.txt）\n"),
      (
        ["check", "--lang", "en", "missing.md"],
        "lint-rules: cannot read missing.md: no such file or folder\n"
      ),
      (["check", "a.md/x"], "lint-rules: 无法读取 a.md/x：路径中有一段不是文件夹\n"),
      (["chek"], "lint-rules: 没有 chek 这个命令；是否想用 check？\n"),
      (["check", "--select", "colum-total", "a.md"], nil),
    ] as [([String], String?)])
  func failureIsOneLineOnStandardErrorAndStatusTwo(_ arguments: [String], _ expected: String?) throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "empty/x.docx": ""])
    let run = try Program.run(arguments, folder: sandbox.url)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("lint-rules: ") && run.errors.filter { $0 == "\n" }.count == 1)
    if let expected { #expect(run.errors == expected) }
  }

  @Test func otherFilesAreCheckedWhenOneCannotBeRead() throws {
    let sandbox = try Sandbox(["a.md": "说明\n", "b.md": "说明\n"])
    let run = try Program.run(
      ["check", "--format", "json", "a.md", "missing.md", "b.md"], folder: sandbox.url)
    #expect(run.status == 2)
    #expect(run.output.contains("\"path\":\"a.md\"") && run.output.contains("\"path\":\"b.md\""))
    #expect(run.output.contains("\"summary\":{\"files\":2,"))
  }

  @Test func outputIsInTheOrderOfTheInputsWhateverTheNumberOfJobs() throws {
    let names = (0..<60).map { String(format: "%02d.md", $0) }
    let sandbox = try Sandbox()
    for (index, name) in names.enumerated() {
      // Sizes jump up and down so that drafts are ready out of order.
      let text = String(repeating: "第\(name)份说明\n", count: index * 7919 % 997)
      try sandbox.write(name, Data(text.utf8))
    }
    let given = Array(names.reversed())
    let one = try Program.run(["check", "--jobs", "1", "--format", "json"] + given, folder: sandbox.url)
    let many = try Program.run(["check", "--jobs", "8", "--format", "json"] + given, folder: sandbox.url)
    #expect(one.output == many.output)
    let order = one.output.split(separator: "\n").compactMap { line in
      line.hasPrefix("{\"path\":\"") ? String(line.dropFirst(9).prefix(5)) : nil
    }
    #expect(order == given)
  }

  @Test func standardInputIsReadAndNamed() throws {
    let run = try Program.run(
      ["check", "--format", "json", "--stdin-filename", "决算.md", "-"], input: Data("说明\n".utf8))
    #expect(run.status == 0)
    #expect(run.output.contains("\"path\":\"决算.md\""))
  }

  @Test func everyByteStringIsReadWithoutATrap() throws {
    let sandbox = try Sandbox()
    var generator = SystemRandomNumberGenerator()
    for index in 0..<40 {
      let bytes = (0..<(index * 37)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try sandbox.write("\(index).txt", Data(bytes))
    }
    let run = try Program.run(["check", "."], folder: sandbox.url)
    #expect(run.status != 139 && run.status != 132 && run.status != 133)
  }

  @Test func noColorIsHonoredAndAlwaysOverridesIt() throws {
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let plain = try Program.run(["check", "a.md"], folder: sandbox.url)
    #expect(!plain.output.contains("\u{1B}"))
    let colored = try Program.run(
      ["check", "--color", "always", "a.md"], folder: sandbox.url, environment: ["NO_COLOR": "1"])
    #expect(colored.output.contains("\u{1B}["))
  }

  @Test func fullDiskIsOneLineAndStatusTwo() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let sandbox = try Sandbox(["a.md": "说明\n"])
    let process = Process()
    process.executableURL = Program.url
    process.arguments = ["check", "a.md"]
    process.currentDirectoryURL = sandbox.url
    let errors = Pipe()
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).contains("磁盘空间不足"))
  }

  @Test(arguments: ["--version", "-V"])
  func versionIsOneLine(_ option: String) throws {
    let run = try Program.run([option])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: #/lint-rules \d+\.\d+\.\d+\n/#) != nil)
  }
}

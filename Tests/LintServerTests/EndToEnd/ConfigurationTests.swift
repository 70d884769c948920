import Foundation
import LintCore
import Testing

@testable import LintServer

/// Block 6e of the checklist, as far as settings, rule files and folders go, against the real binary.
@Suite("Configuration", .timeLimit(.minutes(12)))
struct ConfigurationTests {
  /// A folder on disk that is removed with the test.
  final class Folder: Sendable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("server-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func uri(_ name: String) -> String { DocumentURI(path: path + "/" + name).spelling }
    var workspace: String { #","workspaceFolders":[{"uri":"file://\#(path)","name":"w"}]"# }
  }

  private func codes(_ published: JSONValue) -> [String] {
    published["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
  }

  private let totalOff = #"{"severities":{"column-total":"off"}}"#

  @Test(
    "settings are taken with initialize, wrapped or not",
    arguments: ["{s}", #"{"lint-rules":{s}}"#, #"{"lintRules":{s},"other":1}"#])
  func settingsComeWithInitialize(_ shape: String) async throws {
    let client = try Client.binary()
    try await client.start(
      capabilities: "{}", #","initializationOptions":\#(shape.replacing("{s}", with: totalOff))"#)
    client.open(Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    try await client.expectAlive()
  }

  @Test("L12: settings that are not understood are warned of after the start")
  func unknownSettingsAreWarnedOf() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: "{}", #","initializationOptions":{"colour":1,"hints":"yes"}"#)
    #expect(try await client.notification("window/logMessage")["message"]?.string?.contains("colour") == true)
    #expect(try await client.notification("window/logMessage")["message"]?.string?.contains("hints") == true)
    try await client.expectAlive()
  }

  @Test(
    "names that mean nothing are told of, and a choice of nothing else hides nothing",
    arguments: [#"{"select":["nonsense"]}"#, #"{"profile":"nope"}"#, #"{"rules":["/nowhere"]}"#])
  func unknownNamesAreToldOf(_ settings: String) async throws {
    let client = try Client.binary()
    try await client.start(capabilities: "{}", #","initializationOptions":\#(settings)"#)
    let shown = try await client.notification("window/showMessage")["message"]?.string ?? ""
    #expect(["nonsense", "nope", "/nowhere"].contains { shown.contains($0) })
    client.open(Samples.wrongTotal)
    #expect(codes(try await client.diagnostics()).contains("column-total"))
    try await client.expectAlive()
  }

  @Test("D13: new settings check the text of the editor again; null ones change nothing")
  func newSettingsCheckAgain() async throws {
    let client = try Client.binary()
    try await client.start()
    client.open(Samples.rightTotal)
    _ = try await client.diagnostics()
    client.change(Client.whole(Samples.wrongTotal))
    #expect(codes(try await client.diagnostics()).contains("column-total"))
    for shape in [totalOff, #"{"lint-rules":\#(totalOff)}"#] {
      client.notify("workspace/didChangeConfiguration", #"{"settings":\#(shape)}"#)
      #expect(!codes(try await client.diagnostics()).contains("column-total"))
      client.notify("workspace/didChangeConfiguration", #"{"settings":{}}"#)
      #expect(codes(try await client.diagnostics()).contains("column-total"))
    }
    client.notify("workspace/didChangeConfiguration", #"{"settings":null}"#)
    client.notify("workspace/didChangeConfiguration", "{}")
    client.request("1", "x")
    #expect(try await client.next()["id"]?.int == 1)
    try await client.expectAlive()
  }

  @Test(
    "D12: the client is asked once, and any answer will do",
    arguments: [
      #""result":[\#(#"{"severities":{"column-total":"off"}}"#)]"#, #""result":null"#, #""result":[]"#,
      #""result":[null]"#,
      #""result":[5]"#, #""result":"x""#, #""error":{"code":-32601,"message":"no"}"#,
    ])
  func anyAnswerWillDo(_ answer: String) async throws {
    let client = try Client.binary()
    try await client.start(capabilities: #"{"workspace":{"configuration":true}}"#)
    let question = try await client.next()
    #expect(question["method"]?.string == "workspace/configuration")
    let id = question["id"].map { Client.text(of: $0) } ?? ""
    client.open(Samples.wrongTotal)
    _ = try await client.diagnostics()
    client.send(#"{"jsonrpc":"2.0","id":\#(id),\#(answer)}"#)
    // The second answer to the same question means nothing.
    client.send(#"{"jsonrpc":"2.0","id":\#(id),"result":[{}]}"#)
    for version in 2...10 { client.change(version: "\(version)", Client.edit(0, 0, 0, 0, "字")) }
    client.request("1", "x")
    var asked = 0
    var last: [String] = []
    while true {
      let message = try await client.next()
      if message["id"]?.int == 1, message["method"] == nil { break }
      if message["method"]?.string == "workspace/configuration" { asked += 1 }
      if let params = message["params"], params["diagnostics"] != nil { last = codes(params) }
    }
    #expect(asked == 0, "settings are not asked for at every keystroke")
    client.change(version: "11", Client.edit(0, 0, 0, 0, "字"))
    last = codes(try await client.diagnostics())
    #expect(last.contains("column-total") != answer.contains("off"))
    try await client.expectAlive()
  }

  @Test("D11: registrations are made only for clients that take them, each once")
  func registrationsAreMadeOnce() async throws {
    let plain = try Client.binary()
    try await plain.start()
    plain.request("1", "x")
    #expect(try await plain.next()["id"]?.int == 1)

    let client = try Client.binary()
    let dynamic = #"{"dynamicRegistration":true}"#
    let result = try await client.start(
      capabilities:
        #"{"workspace":{"didChangeWatchedFiles":\#(dynamic),"didChangeConfiguration":\#(dynamic)},"textDocument":{"hover":\#(dynamic)}}"#
    )
    var methods: [String] = []
    for _ in 0..<2 {
      let message = try await client.next()
      #expect(message["method"]?.string == "client/registerCapability")
      methods += message.at("params", "registrations")?.array?.compactMap { $0["method"]?.string } ?? []
      // One is refused; nothing follows from that.
      client.send(
        #"{"jsonrpc":"2.0","id":\#(message["id"].map { Client.text(of: $0) } ?? ""),"error":{"code":1,"message":"no"}}"#
      )
    }
    #expect(methods.sorted() == ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"])
    #expect(result.at("capabilities", "hoverProvider")?.bool == true)
    try await client.expectAlive()
  }

  @Test("D14: a rule file that breaks keeps the last good rules, and says so at the file until it is mended")
  func brokenRuleFileKeepsTheLastGoodRules() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{ // 设置\n severities: { 'column-total': 'off' } }")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("a.md"), Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    try folder.write("lint-rules.json5", "{ // 设置\n severities: { 'column-total': 'off' ")
    client.notify(
      "workspace/didChangeWatchedFiles",
      #"{"changes":[{"uri":"\#(folder.uri("lint-rules.json5"))","type":2}]}"#)
    var seen: [String: [String]] = [:]
    for _ in 0..<2 {
      let published = try await client.diagnostics()
      seen[published["uri"]?.string ?? ""] = codes(published)
    }
    #expect(seen[folder.uri("lint-rules.json5")]?.count == 1)
    #expect(seen[folder.uri("a.md")]?.contains("column-total") == false)
    try folder.write("lint-rules.json5", "{}")
    client.notify(
      "workspace/didChangeWatchedFiles",
      #"{"changes":[{"uri":"\#(folder.uri("lint-rules.json5"))","type":2}]}"#)
    for _ in 0..<2 {
      let published = try await client.diagnostics()
      seen[published["uri"]?.string ?? ""] = codes(published)
    }
    #expect(seen[folder.uri("lint-rules.json5")] == [])
    #expect(seen[folder.uri("a.md")]?.contains("column-total") == true)
    try await client.expectAlive()
  }

  @Test("unsaved changes of the project file weigh more than the disk")
  func unsavedProjectFileCounts() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{}")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("a.md"), Samples.wrongTotal)
    #expect(codes(try await client.diagnostics()).contains("column-total"))
    client.open(folder.uri("lint-rules.json5"), totalOff)
    var last: [String: [String]] = [:]
    for _ in 0..<2 {
      let published = try await client.diagnostics()
      last[published["uri"]?.string ?? ""] = codes(published)
    }
    #expect(last[folder.uri("a.md")]?.contains("column-total") == false)
    #expect(last[folder.uri("lint-rules.json5")] == [])
    client.change(folder.uri("lint-rules.json5"), Client.whole("{colour: 1"))
    for _ in 0..<2 {
      let published = try await client.diagnostics()
      last[published["uri"]?.string ?? ""] = codes(published)
    }
    #expect(last[folder.uri("lint-rules.json5")]?.count == 1)
    #expect(last[folder.uri("a.md")]?.contains("column-total") == false)
    try await client.expectAlive()
  }

  @Test("the workspace is reported from the disk, but for what the project leaves out and what git ignores")
  func workspaceComesFromTheDisk() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{exclude: ['旧/', 'x*.md'], failOn: 'warning'}")
    for name in ["a.md", "深/b.txt", "旧/c.md", "x1.md", "d.pdf"] { try folder.write(name, Samples.wrongTotal) }
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient, folder.workspace)
    client.request("1", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    let items = try await client.response(to: "1").at("result", "items")?.array ?? []
    #expect(Set(items.compactMap { $0["uri"]?.string }) == [folder.uri("a.md"), folder.uri("深/b.txt")])
    #expect(items.allSatisfy { $0["items"]?.array?.isEmpty == false })
    try await client.expectAlive()
  }

  @Test("D15: what was said about a rule file goes with the file")
  func deletedRuleFileIsCleared() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    let event = #"{"changes":[{"uri":"\#(folder.uri("lint-rules.json5"))","type":1}]}"#
    client.notify("workspace/didChangeWatchedFiles", event)
    #expect(codes(try await client.diagnostics()) == ["settings"])
    try FileManager.default.removeItem(atPath: folder.path + "/lint-rules.json5")
    client.notify("workspace/didChangeWatchedFiles", event)
    #expect(codes(try await client.diagnostics()) == [])
    try await client.expectAlive()
  }

  @Test("settings that nobody has set in the editor leave those of the project's file")
  func unsetSettingsLeaveTheFile() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{ignore: ['column-total'], lang: 'en'}")
    let client = try Client.binary()
    let unset =
      #"{"profile":null,"ignore":[],"select":[],"severities":{},"lang":null,"hints":null,"rules":[]}"#
    try await client.start(capabilities: "{}", folder.workspace + #","initializationOptions":\#(unset)"#)
    client.open(folder.uri("a.md"), Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    client.notify("workspace/didChangeConfiguration", #"{"settings":\#(unset)}"#)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    try await client.expectAlive()
  }

  @Test("a broken pack is reported in the pack, with its range")
  func brokenPackIsReported() async throws {
    let folder = try Folder()
    try folder.write("lint-rules.json5", "{rules: ['rules.d']}")
    try folder.write("rules.d/office.json5", "{\n  nonsense: 1,\n}")
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("rules.d/office.json5"), "{\n  nonsense: 1,\n}")
    let published = try await client.diagnostics()
    #expect(codes(published) == ["pack-syntax"])
    #expect(published["diagnostics"]?.array?.first?.at("range", "start", "line")?.int == 1)
    try await client.expectAlive()
  }

  @Test("D15: bursts of file events are worked off as one")
  func burstsAreWorkedOffAsOne() async throws {
    let folder = try Folder()
    let client = try Client.binary()
    try await client.start(capabilities: "{}", folder.workspace)
    client.open(folder.uri("a.md"), Samples.wrongTotal)
    _ = try await client.diagnostics()
    var burst: [UInt8] = []
    let params =
      #"{"changes":[{"uri":"\#(folder.uri("lint-rules.json5"))","type":3},{"uri":"file:///x/b.md","type":3}]}"#
    for _ in 0..<1000 {
      burst += Client.frame(
        #"{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":\#(params)}"#)
    }
    client.send(raw: burst)
    client.request("1", "x")
    var published = 0
    while true {
      let message = try await client.next()
      if message["id"]?.int == 1 { break }
      published += 1
    }
    #expect(published <= 40)
    try await client.expectAlive()
  }

  @Test("D16: folders bring their settings along and take them away")
  func foldersBringTheirSettings() async throws {
    let one = try Folder()
    let two = try Folder()
    try two.write("lint-rules.json5", totalOff)
    let client = try Client.binary()
    try await client.start(capabilities: "{}", one.workspace)
    client.open(one.uri("a.md"), Samples.wrongTotal)
    #expect(codes(try await client.diagnostics()).contains("column-total"))
    client.open(two.uri("深/处/b.md"), Samples.wrongTotal)
    #expect(!codes(try await client.diagnostics()).contains("column-total"))
    client.open("untitled:c", Samples.wrongTotal)
    #expect(codes(try await client.diagnostics()).contains("column-total"))
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[{"uri":"file://\#(two.path)","name":"2"}],"removed":[{"uri":"file://\#(one.path)","name":"w"}]}}"#
    )
    var last: [String: [String]] = [:]
    for _ in 0..<3 {
      let published = try await client.diagnostics()
      last[published["uri"]?.string ?? ""] = codes(published)
    }
    #expect(last[one.uri("a.md")]?.contains("column-total") == true)
    #expect(last["untitled:c"]?.contains("column-total") == false)
    try await client.expectAlive()
  }

  @Test("D18: traces are sent as asked for", arguments: ["off", "messages", "verbose"])
  func tracesAreSentAsAskedFor(_ level: String) async throws {
    let client = try Client.binary()
    try await client.start(capabilities: "{}", #","trace":"off""#)
    client.notify("$/setTrace", #"{"value":"\#(level)"}"#)
    client.change("file:///never-opened.md", Client.whole("x"))
    client.request("1", "x")
    let message = try await client.next()
    if level == "off" {
      #expect(message["id"]?.int == 1)
    } else {
      #expect(message["method"]?.string == "$/logTrace")
      #expect((message.at("params", "verbose") != nil) == (level == "verbose"))
    }
    try await client.expectAlive()
  }

  @Test("the language setting weighs more than the locale, and links lead where the user says")
  func languageAndLinksAreSettings() async throws {
    let client = try Client.binary()
    try await client.start(
      capabilities: PushTests.all,
      #","locale":"en","initializationOptions":{"lang":"zh","documentation":"https://example.org/规则/{rule}.html"}"#
    )
    client.open(Samples.wrongTotal)
    let diagnostic = try await client.diagnostics()["diagnostics"]?.array?.first {
      $0["code"]?.string == "column-total"
    }
    #expect(diagnostic?["message"]?.string?.contains("合计") == true)
    #expect(
      diagnostic?.at("codeDescription", "href")?.string
        == "https://example.org/%E8%A7%84%E5%88%99/column-total.html")
    try await client.expectAlive()
  }

  @Test("Q12: a client that never answers costs nothing")
  func questionsMayStayOpen() async throws {
    let client = try Client.binary()
    try await client.start(
      capabilities:
        #"{"workspace":{"configuration":true,"didChangeConfiguration":{"dynamicRegistration":true}}}"#)
    for _ in 0..<500 { client.notify("workspace/didChangeConfiguration", #"{"settings":null}"#) }
    client.request("1", "x")
    var questions = 0
    while true {
      let message = try await client.next()
      if message["method"] == nil { break }
      questions += 1
    }
    #expect(questions <= 3)
    client.closeInput()
    #expect(try await client.exitStatus() == 1)
  }
}

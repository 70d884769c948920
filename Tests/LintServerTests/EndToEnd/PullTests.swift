import Foundation
import LintCore
import Testing

@testable import LintServer

/// Block 6e of the checklist, as far as diagnostics are pulled.
@Suite("Pulled diagnostics", .timeLimit(.minutes(12)))
struct PullTests {
  static let document = #"{"textDocument":{"uri":"file:///draft.md"}}"#

  private func pull(_ client: Client, previous: String? = nil) async throws -> JSONValue {
    let id = previous.map { #","previousResultId":\#(Client.quote($0))"# } ?? ""
    client.request("7", "textDocument/diagnostic", #"{"textDocument":{"uri":"file:///draft.md"}\#(id)}"#)
    return try #require(try await client.response(to: "7")["result"])
  }

  @Test("D2: a client that pulls gets no push; one that does not is offered no pull")
  func diagnosticsComeOneWay() async throws {
    let pulling = try Client.binary()
    let offered = try await pulling.start(capabilities: Samples.pullingClient)
    #expect(offered.at("capabilities", "diagnosticProvider", "interFileDependencies")?.bool == false)
    #expect(offered.at("capabilities", "diagnosticProvider", "workspaceDiagnostics")?.bool != nil)
    pulling.open(Samples.wrongTotal)
    pulling.change(Client.edit(0, 0, 0, 0, "x"))
    pulling.closeDocument()
    pulling.request("1", "x")
    #expect(try await pulling.next()["id"]?.int == 1)
    try await pulling.expectAlive()

    let pushed = try Client.binary()
    #expect(try await pushed.start().at("capabilities", "diagnosticProvider") == nil)
    pushed.open(Samples.wrongTotal)
    #expect(try await pushed.diagnostics().diagnosticRanges.contains("10:4-10:10"))
    try await pushed.expectAlive()
  }

  @Test("D3: the same text is unchanged, another is full, and an unknown id is full")
  func sameTextIsUnchanged() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient)
    client.open(Samples.wrongTotal)
    let first = try await pull(client)
    #expect(first["kind"]?.string == "full")
    #expect(first["items"]?.array?.isEmpty == false)
    let id = try #require(first["resultId"]?.string)
    let second = try await pull(client, previous: id)
    #expect(second["kind"]?.string == "unchanged")
    #expect(second["resultId"]?.string == id)
    #expect(second["items"] == nil)
    #expect(try await pull(client, previous: "nonsense")["kind"]?.string == "full")
    client.change(Client.whole(Samples.rightTotal))
    let third = try await pull(client, previous: id)
    #expect(third["kind"]?.string == "full")
    #expect(third["items"]?.array?.contains { $0["code"]?.string == "column-total" } == false)
    client.change(version: "3", Client.whole(Samples.wrongTotal))
    #expect(try await pull(client, previous: id)["kind"]?.string == "unchanged")
    try await client.expectAlive()
  }

  @Test("Q9: a pull for a document that is not open is empty")
  func unknownDocumentIsEmpty() async throws {
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient)
    let report = try await pull(client)
    #expect(report["kind"]?.string == "full")
    #expect(report["items"]?.array?.isEmpty == true)
    try await client.expectAlive()
  }

  /// A folder on disk that lives as long as a test, with drafts in it.
  static func files(_ drafts: [String: String], delay: Double = 0) -> FileAccess {
    FileAccess(
      drafts: { folder, _ in drafts.keys.filter { $0.hasPrefix(folder + "/") }.sorted() },
      packs: { path in drafts[path] == nil ? [] : [path] },
      read: { path in
        if delay > 0 { Thread.sleep(forTimeInterval: delay) }
        return drafts[path].map { Array($0.utf8) }
      },
      stamp: { drafts[$0] == nil ? nil : UInt64($0.utf8.count) },
      identity: { drafts[$0] == nil ? nil : $0 })
  }

  private func options(_ count: Int, delay: Double = 0) -> ServerOptions {
    var options = ServerOptions()
    let drafts = (0..<count).map { ("/drafts/草案\($0).md", "错 \($0)") }
    options.files = Self.files(Dictionary(uniqueKeysWithValues: drafts), delay: delay)
    return options
  }

  private static let folder = #","workspaceFolders":[{"uri":"file:///drafts","name":"w"}]"#

  @Test("D4: the workspace is reported in parts, with null versions for what is not open")
  func workspaceIsReportedInParts() async throws {
    let client = try Client.scripted(options: options(40))
    try await client.start(capabilities: Samples.pullingClient, Self.folder)
    client.open("file:///drafts/草案3.md", "错错", version: "9")
    client.request("5", "workspace/diagnostic", #"{"previousResultIds":[],"partialResultToken":"p"}"#)
    var reports: [JSONValue] = []
    while true {
      let message = try await client.next()
      if message["id"]?.int == 5 {
        #expect(message.at("result", "items")?.array?.isEmpty == true)
        break
      }
      #expect(message["method"]?.string == "$/progress")
      #expect(message.at("params", "token")?.string == "p")
      reports += message.at("params", "value", "items")?.array ?? []
    }
    #expect(reports.count == 40)
    #expect(Set(reports.compactMap { $0["uri"]?.string }).count == 40)
    for report in reports {
      let isOpen = report["uri"]?.string == "file:///drafts/草案3.md"
      #expect(report["items"]?.array?.count == (isOpen ? 2 : 1))
      #expect(isOpen ? report["version"]?.int == 9 : report["version"]?.isNull == true)
    }
    let known = reports.map {
      #"{"uri":\#(Client.quote($0["uri"]?.string ?? "")),"value":"\#($0["resultId"]?.string ?? "")"}"#
    }
    client.request("6", "workspace/diagnostic", #"{"previousResultIds":[\#(known.joined(separator: ","))]}"#)
    let again = try await client.response(to: "6").at("result", "items")?.array ?? []
    #expect(again.count == 40)
    #expect(again.allSatisfy { $0["kind"]?.string == "unchanged" })
    try await client.expectAlive()
  }

  @Test("T16: a draft that is opened while the workspace is read is reported as the editor has it")
  func openedDraftsAreReportedAsTheyAreOpen() async throws {
    let client = try Client.scripted(options: options(60, delay: 0.01))
    try await client.start(capabilities: Samples.pullingClient, Self.folder)
    client.request("5", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    client.open("file:///drafts/草案9.md", "全对", version: "4")
    let reports = try await client.response(to: "5").at("result", "items")?.array ?? []
    #expect(reports.count == 60)
    let opened = reports.filter { $0["uri"]?.string?.removingPercentEncoding == "file:///drafts/草案9.md" }
    #expect(opened.map { $0["version"]?.int } == [4])
    #expect(opened.first?["items"]?.array?.isEmpty == true)
    try await client.expectAlive()
  }

  @Test("D15, D16: what is no longer in the workspace is reported as empty")
  func goneDraftsAreReportedEmpty() async throws {
    let client = try Client.scripted(options: options(2))
    try await client.start(capabilities: Samples.pullingClient, Self.folder)
    client.request(
      "5", "workspace/diagnostic", #"{"previousResultIds":[{"uri":"file:///drafts/gone.md","value":"x"}]}"#)
    let reports = try await client.response(to: "5").at("result", "items")?.array ?? []
    #expect(reports.count == 3)
    let gone = reports.first { $0["uri"]?.string == "file:///drafts/gone.md" }
    #expect(gone?["kind"]?.string == "full")
    #expect(gone?["items"]?.array?.isEmpty == true)
    try await client.expectAlive()
  }

  @Test("the workspace names a file once, whatever links lead to it, and as it is open if it is")
  func linksAreFollowedOnce() async throws {
    let folder = try ConfigurationTests.Folder()
    try folder.write("a.md", Samples.wrongTotal)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b.md", withDestinationPath: folder.path + "/a.md")
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient, folder.workspace)
    func reported() async throws -> [String] {
      client.request("1", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
      let items = try await client.response(to: "1").at("result", "items")?.array ?? []
      return items.compactMap { $0["uri"]?.string }
    }
    #expect(try await reported() == [folder.uri("a.md")])
    client.open(folder.uri("b.md"), Samples.rightTotal)
    #expect(try await reported() == [folder.uri("b.md")])
    try await client.expectAlive()
  }

  @Test("a draft that can no longer be read is reported as empty")
  func unreadableDraftsAreTakenBack() async throws {
    let folder = try ConfigurationTests.Folder()
    try folder.write("a.md", Samples.wrongTotal)
    let client = try Client.binary()
    try await client.start(capabilities: Samples.pullingClient, folder.workspace)
    client.request("1", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    let first = try #require(try await client.response(to: "1").at("result", "items")?.array?.first)
    #expect(first["items"]?.array?.isEmpty == false)
    try Data([0xFF, 0xFF, 0xFF, 0x00, 0x81]).write(to: URL(fileURLWithPath: folder.path + "/a.md"))
    let known = #"{"uri":"\#(folder.uri("a.md"))","value":"\#(first["resultId"]?.string ?? "")"}"#
    client.request("2", "workspace/diagnostic", #"{"previousResultIds":[\#(known)]}"#)
    let second = try #require(try await client.response(to: "2").at("result", "items")?.array?.first)
    #expect(second["kind"]?.string == "full")
    #expect(second["items"]?.array?.isEmpty == true)
    try await client.expectAlive()
  }

  @Test("a change of settings while the workspace is read leaves no draft out")
  func settingsMayChangeWhileTheWorkspaceIsRead() async throws {
    let client = try Client.scripted(options: options(30, delay: 0.01))
    try await client.start(capabilities: Samples.pullingClient, Self.folder)
    client.request("5", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    client.notify("workspace/didChangeConfiguration", #"{"settings":{"hints":false}}"#)
    let reports = try await client.response(to: "5").at("result", "items")?.array ?? []
    #expect(Set(reports.compactMap { $0["uri"]?.string }).count == 30)
    try await client.expectAlive()
  }

  @Test("Q5: a workspace request that is cancelled is answered once, with the error for that")
  func cancelledWorkspaceRequestIsAnsweredOnce() async throws {
    let client = try Client.scripted(options: options(2000, delay: 0.005))
    try await client.start(capabilities: Samples.pullingClient, Self.folder)
    client.request("5", "workspace/diagnostic", #"{"previousResultIds":[]}"#)
    client.notify("$/cancelRequest", #"{"id":5}"#)
    let answer = try await client.response(to: "5")
    #expect(answer.at("error", "code")?.int == -32800)
    client.notify("$/cancelRequest", #"{"id":5}"#)
    client.request("5", "x")
    #expect(try await client.response(to: "5").at("error", "code")?.int == -32601)
    try await client.expectAlive()
  }

  @Test("D17: progress is shown only for what takes long, and it ends")
  func progressEnds() async throws {
    for (count, isLong) in [(3, false), (150, true)] {
      let client = try Client.scripted(options: options(count, delay: 0.01))
      try await client.start(capabilities: Samples.pullingClient, Self.folder)
      let start = ContinuousClock.now
      client.request("5", "workspace/diagnostic", #"{"previousResultIds":[],"workDoneToken":1}"#)
      var kinds: [String] = []
      while true {
        let message = try await client.next()
        if message["id"]?.int == 5 { break }
        kinds.append(message.at("params", "value", "kind")?.string ?? "")
      }
      if isLong {
        #expect(kinds.first == "begin")
        #expect(kinds.last == "end")
      } else if start.duration(to: .now) < .seconds(1) {
        #expect(kinds == [])
      }
      #expect(kinds.count { $0 == "begin" } == kinds.count { $0 == "end" })
      try await client.expectAlive()
    }
  }
}

import Foundation
import LintCore
import Testing

@testable import LintServer

/// Block 6b of the checklist: the life cycle, against the real binary.
@Suite("Life cycle", .timeLimit(.minutes(12)))
struct LifeCycleTests {
  @Test("L1: a request before initialize is refused, and initialize works after it")
  func requestBeforeInitializeIsRefused() async throws {
    let client = try Client.binary()
    client.request("1", "textDocument/hover")
    #expect(try await client.response(to: "1").at("error", "code")?.int == -32002)
    client.request("2", "shutdown")
    #expect(try await client.response(to: "2").at("error", "code")?.int == -32002)
    try await client.start()
    try await client.expectAlive()
  }

  @Test("L2: notifications before initialize are dropped")
  func notificationsBeforeInitializeAreDropped() async throws {
    let client = try Client.binary()
    client.open("file:///a.md", "预算")
    client.notify("initialized")
    client.request("0", "initialize", #"{"capabilities":{}}"#)
    #expect(try await client.next()["id"]?.int == 0)
    client.change("file:///a.md", Client.whole("x"))
    try await client.expectAlive()
  }

  @Test("L3: exit before initialize ends the process with 1")
  func exitBeforeInitializeEndsWithOne() async throws {
    let client = try Client.binary()
    client.notify("exit")
    #expect(try await client.exitStatus() == 1)
  }

  @Test("L4: a second initialize is refused")
  func secondInitializeIsRefused() async throws {
    let client = try Client.binary()
    try await client.start()
    client.request("1", "initialize", #"{"capabilities":{}}"#)
    #expect(try await client.response(to: "1").at("error", "code")?.int == -32600)
    try await client.expectAlive()
  }

  @Test("L5: nothing is sent before the answer to initialize")
  func nothingIsSentBeforeTheAnswer() async throws {
    let client = try Client.binary()
    client.request("0", "initialize", #"{"capabilities":{},"initializationOptions":{"unknown":1}}"#)
    #expect(try await client.next()["id"]?.int == 0)
  }

  @Test("L6: shutdown answers null, later requests are refused, exit ends with 0")
  func shutdownThenExitEndsWithZero() async throws {
    let client = try Client.binary()
    try await client.start()
    client.request("1", "shutdown")
    #expect(try await client.response(to: "1")["result"]?.isNull == true)
    client.request("2", "textDocument/hover")
    #expect(try await client.response(to: "2").at("error", "code")?.int == -32600)
    client.request("3", "initialize", "{}")
    #expect(try await client.response(to: "3").at("error", "code")?.int == -32600)
    client.open("file:///a.md", "预算")
    client.notify("exit")
    #expect(try await client.exitStatus() == 0)
  }

  @Test("L7: exit without shutdown ends with 1")
  func exitWithoutShutdownEndsWithOne() async throws {
    let client = try Client.binary()
    try await client.start()
    client.notify("exit")
    #expect(try await client.exitStatus() == 1)
  }

  @Test("L8: the end of the input ends the process", arguments: [false, true])
  func endOfInputEndsTheProcess(afterOpening: Bool) async throws {
    let client = try Client.binary()
    try await client.start()
    if afterOpening { client.open("file:///a.md", String(repeating: "预算\t1\n", count: 100_000)) }
    client.closeInput()
    #expect(try await client.exitStatus(seconds: 10) == 1)
  }

  @Test("L8: the end of the input inside a frame ends the process")
  func endOfInputInsideAFrameEndsTheProcess() async throws {
    let client = try Client.binary()
    client.send(raw: "Content-Length: 100\r\n\r\n{")
    client.closeInput()
    #expect(try await client.exitStatus(seconds: 10) == 1)
  }

  @Test("L9: the server follows its parent into the end", arguments: ["processId", "--clientProcessId"])
  func deadParentEndsTheServer(_ way: String) async throws {
    let parent = try Child("/bin/sleep", arguments: ["600"])
    let pid = parent.pid
    let client = try Client.binary(way == "processId" ? [] : ["--clientProcessId", "\(pid)"])
    client.request(
      "0", "initialize", #"{"processId":\#(way == "processId" ? "\(pid)" : "null"),"capabilities":{}}"#)
    _ = try await client.response(to: "0")
    try await client.expectAlive()
    parent.kill()
    #expect(try await client.exitStatus(seconds: 15) == 1)
  }

  @Test(
    "L10, L11, L13: what the client leaves out is not missed",
    arguments: [
      #"{"capabilities":{}}"#,
      #"{"processId":null,"rootUri":null,"workspaceFolders":null,"capabilities":{}}"#,
      #"{"processId":0,"capabilities":null}"#, #"{"processId":-1,"capabilities":{}}"#,
      #"{"processId":99999999999999,"capabilities":{}}"#, #"{"processId":"x","capabilities":[]}"#, "{}",
      #"{"rootPath":null,"rootUri":5,"workspaceFolders":[{"uri":3}],"capabilities":{"general":5}}"#,
    ])
  func absentParametersAreNotMissed(_ params: String) async throws {
    let client = try Client.binary()
    client.request("0", "initialize", params)
    #expect(try await client.response(to: "0")["result"] != nil)
    client.open("file:///a.md", "预算")
    #expect(try await client.diagnostics()["version"]?.int == 1)
    try await client.expectAlive()
  }

  @Test("L10: a process that took over the id is not the parent")
  func reusedProcessIDIsNotTrusted() throws {
    let own = try #require(ParentWatch(process: Int(getpid())))
    #expect(own.isAlive)
    #expect(ParentWatch(process: 0) == nil)
    #expect(ParentWatch(process: -1) == nil)
    #expect(ParentWatch(process: .max) == nil)
    #expect(ParentWatch(process: Int(getpid()), birth: 1).isAlive == false)
  }

  @Test("L12: --stdio is accepted, and unknown options are no reason to fail")
  func unknownOptionsAreNotFatal() async throws {
    let client = try Client.binary(["--stdio"])
    try await client.start(capabilities: "{}", #","initializationOptions":{"unknown":1,"lang":5}"#)
    try await client.expectAlive()
  }

  @Test("L13: requests are answered without the initialized notification")
  func initializedIsNotNeeded() async throws {
    let client = try Client.binary()
    client.request("0", "initialize", #"{"capabilities":{}}"#)
    _ = try await client.response(to: "0")
    try await client.expectAlive()
  }

  @Test("wrong parameters of initialize are refused, and a right one works after it")
  func wrongInitializeIsRefused() async throws {
    let client = try Client.binary()
    client.request("0", "initialize", #""x""#)
    #expect(try await client.response(to: "0").at("error", "code")?.int == -32602)
    try await client.start()
    try await client.expectAlive()
  }
}

import Foundation
import LintCore
import Testing

@testable import LintServer

/// What is shown while a line is being typed; 错 is a finding.
@Suite("Typing", .timeLimit(.minutes(12)))
struct TypingTests {
  /// A client of a server that shows what is new on a line after some milliseconds; no pause ends where time stands.
  private func started(pause: Int, timeStands: Bool = false) async throws -> Client {
    var options = ServerOptions()
    if timeStands { options.clock = { 0 } }
    let client = try Client.scripted(options: options)
    try await client.start(capabilities: "{}", #","initializationOptions":{"pause":\#(pause)}"#)
    client.open("甲\n错\n")
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    return client
  }

  @Test("without a pause everything is shown at once")
  func nothingWaits() async throws {
    let client = try await started(pause: 0)
    client.change(version: "2", Client.edit(0, 1, 0, 1, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:1-0:2", "1:0-1:1"])
    try await client.expectAlive()
  }

  @Test("what is new on the line comes after a pause, with the version of the text")
  func newFindingsCome() async throws {
    let client = try await started(pause: 200)
    client.change(version: "2", Client.edit(0, 1, 0, 1, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    let later = try await client.diagnostics()
    #expect(later.diagnosticRanges == ["0:1-0:2", "1:0-1:1"])
    #expect(later["version"]?.int == 2)
    // What was shown once stays while the line is typed further, and vanishes at once when it is mended.
    client.change(version: "3", Client.edit(0, 0, 0, 0, "丙"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:2-0:3", "1:0-1:1"])
    client.change(version: "4", Client.edit(0, 2, 0, 3, ""))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    try await client.expectAlive()
  }

  @Test("what is new on the line waits as long as typing goes on")
  func newFindingsWait() async throws {
    let client = try await started(pause: 10_000, timeStands: true)
    client.change(version: "2", Client.edit(0, 1, 0, 1, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    client.change(version: "3", Client.edit(0, 2, 0, 2, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    client.change(version: "4", Client.edit(0, 1, 0, 3, ""))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    try await client.expectAlive()
  }

  @Test("saving, typing in another line and a new line show what waits")
  func waitingEnds() async throws {
    let client = try await started(pause: 10_000, timeStands: true)
    client.change(version: "2", Client.edit(0, 1, 0, 1, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["1:0-1:1"])
    client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///draft.md"}}"#)
    #expect(try await client.diagnostics().diagnosticRanges == ["0:1-0:2", "1:0-1:1"])
    client.change(version: "3", Client.edit(1, 1, 1, 1, "错"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:1-0:2", "1:0-1:1"])
    client.change(version: "4", Client.edit(0, 2, 0, 2, "丁"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:1-0:2", "1:0-1:1", "1:1-1:2"])
    client.change(version: "5", Client.edit(0, 3, 0, 3, "错"))
    #expect(try await client.diagnostics().diagnosticRanges.count == 3)
    client.change(version: "6", Client.edit(0, 4, 0, 4, "\n"))
    #expect(try await client.diagnostics().diagnosticRanges == ["0:1-0:2", "0:3-0:4", "2:0-2:1", "2:1-2:2"])
    client.notify("textDocument/didSave", "null")
    client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///other.md"}}"#)
    try await client.expectAlive()
  }

  @Test("changes of several lines, and of the whole text, are no typing")
  func largeChangesAreShown() async throws {
    let client = try await started(pause: 10_000, timeStands: true)
    client.change(version: "2", Client.whole("错错"))
    #expect(try await client.diagnostics().diagnosticRanges.count == 2)
    client.change(
      "file:///draft.md", version: "3", Client.edit(0, 2, 0, 2, "错"), Client.edit(1, 0, 1, 0, "错"))
    #expect(try await client.diagnostics().diagnosticRanges.count == 4)
    try await client.expectAlive()
  }

  @Test("a client that asks for diagnostics itself gets everything")
  func pulledIsWhole() async throws {
    let client = try Client.scripted()
    try await client.start(
      capabilities: Samples.pullingClient, #","initializationOptions":{"pause":10000}"#)
    client.open("甲\n")
    client.change(version: "2", Client.edit(0, 1, 0, 1, "错"))
    client.request("7", "textDocument/diagnostic", #"{"textDocument":{"uri":"file:///draft.md"}}"#)
    #expect(try await client.response(to: "7").at("result", "items")?.array?.count == 1)
  }
}

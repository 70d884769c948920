import Foundation
import LintCore
import Testing

@testable import LintServer

/// The steps that most cases share.
extension Client {
  /// Initializes the server and returns what it answered.
  @discardableResult
  func start(
    capabilities: String = "{}", _ more: String = "", _ location: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    request("0", "initialize", #"{"processId":null,"rootUri":null,"capabilities":\#(capabilities)\#(more)}"#)
    let answer = try await response(to: "0")
    let result = try #require(answer["result"], sourceLocation: location)
    notify("initialized")
    return result
  }

  /// Initializes the server with position encodings to choose from.
  @discardableResult
  func start(encodings: [String], _ location: SourceLocation = #_sourceLocation) async throws -> JSONValue {
    let list = encodings.map(Self.quote).joined(separator: ",")
    return try await start(capabilities: #"{"general":{"positionEncodings":[\#(list)]}}"#, "", location)
  }

  /// Opens a document.
  func open(_ uri: String, _ text: String, version: String = "1") {
    notify(
      "textDocument/didOpen",
      #"{"textDocument":{"uri":\#(Self.quote(uri)),"languageId":"markdown","version":\#(version),"text":\#(Self.quote(text))}}"#
    )
  }

  /// Changes a document by changes written in JSON.
  func change(_ uri: String, version: String = "2", _ changes: String...) {
    notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":\#(Self.quote(uri)),"version":\#(version)},"contentChanges":[\#(changes.joined(separator: ","))]}"#
    )
  }

  /// Opens the one document of a case.
  func open(_ text: String, version: String = "1") { open("file:///draft.md", text, version: version) }

  /// Changes the one document of a case by a change written in JSON.
  func change(version: String = "2", _ change: String) {
    self.change("file:///draft.md", version: version, change)
  }

  /// Closes a document.
  func closeDocument(_ uri: String = "file:///draft.md") {
    notify("textDocument/didClose", #"{"textDocument":{"uri":\#(Self.quote(uri))}}"#)
  }

  /// A change of a range, in JSON.
  static func edit(_ startLine: Int, _ startColumn: Int, _ endLine: Int, _ endColumn: Int, _ text: String)
    -> String
  {
    #"{"range":\#(range(startLine, startColumn, endLine, endColumn)),"text":\#(quote(text))}"#
  }

  /// A change of the whole text, in JSON.
  static func whole(_ text: String) -> String { #"{"text":\#(quote(text))}"# }

  /// A range, in JSON.
  static func range(_ startLine: Int, _ startColumn: Int, _ endLine: Int, _ endColumn: Int) -> String {
    #"{"start":{"line":\#(startLine),"character":\#(startColumn)},"end":{"line":\#(endLine),"character":\#(endColumn)}}"#
  }

  /// A string, in JSON.
  static func quote(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONValue {
  /// A range of the protocol as `line:column-line:column`.
  var rangeText: String {
    func place(_ key: String) -> String {
      "\(self[key]?["line"]?.int ?? -1):\(self[key]?["character"]?.int ?? -1)"
    }
    return place("start") + "-" + place("end")
  }

  /// The ranges of published diagnostics.
  var diagnosticRanges: [String] { self["diagnostics"]?.array?.compactMap { $0["range"]?.rangeText } ?? [] }
}

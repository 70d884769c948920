import Foundation

/// A conversation with the real server in a process of its own.
final class ServerSession {
  enum Failure: Error { case noAnswer }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received: [UInt8] = []

  /// Starts the server.
  init(program: URL) throws {
    process.executableURL = program
    process.arguments = ["serve"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Ends the session.
  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The id of the server's process.
  var processIdentifier: Int32 { process.processIdentifier }

  // MARK: - Messages

  /// Does what every session starts with.
  func initialize() throws {
    let diagnostics = ["versionSupport": true, "relatedInformation": true]
    let capabilities = ["textDocument": ["publishDiagnostics": diagnostics]]
    try send([
      "jsonrpc": "2.0", "id": 1, "method": "initialize",
      "params": ["processId": NSNull(), "rootUri": NSNull(), "capabilities": capabilities],
    ])
    guard try text(of: nextContent()).contains("capabilities") else { throw Failure.noAnswer }
    try send(["jsonrpc": "2.0", "method": "initialized", "params": [String: Any]()])
  }

  /// Opens a document and waits for its diagnostics.
  func open(_ uri: String, _ text: String) throws {
    let document: [String: Any] = ["uri": uri, "languageId": "markdown", "version": 1, "text": text]
    try send(["jsonrpc": "2.0", "method": "textDocument/didOpen", "params": ["textDocument": document]])
    guard try self.text(of: nextContent()).contains("publishDiagnostics") else { throw Failure.noAnswer }
  }

  /// A digit typed at the start of a line, or taken away again.
  static func keystroke(_ uri: String, version: Int, line: Int, isTyping: Bool) -> [String: Any] {
    let start = ["line": line, "character": 0]
    let range = ["start": start, "end": ["line": line, "character": isTyping ? 0 : 1]]
    let change: [String: Any] = ["range": range, "text": isTyping ? "1" : ""]
    return [
      "jsonrpc": "2.0", "method": "textDocument/didChange",
      "params": ["textDocument": ["uri": uri, "version": version], "contentChanges": [change]],
    ]
  }

  // MARK: - Frames

  /// A message with its header.
  static func frame(_ message: [String: Any]) throws -> Data {
    let body = try JSONSerialization.data(withJSONObject: message)
    return Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// Sends a message.
  func send(_ message: [String: Any]) throws { try write(Self.frame(message)) }

  /// Sends bytes.
  func write(_ data: Data) throws { try input.fileHandleForWriting.write(contentsOf: data) }

  /// The content of the next frame, as bytes: reading them takes no part in what is measured.
  func nextContent() throws -> [UInt8] {
    while true {
      if let end = headerEnd(), let length = contentLength(end), received.count >= end + length {
        let content = Array(received[end..<(end + length)])
        received.removeFirst(end + length)
        return content
      }
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Failure.noAnswer }
      received += part
    }
  }

  private func text(of content: [UInt8]) -> String { String(decoding: content, as: UTF8.self) }

  private func headerEnd() -> Int? {
    let mark = Array("\r\n\r\n".utf8)
    return received.indices.first { received[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  private func contentLength(_ end: Int) -> Int? {
    String(decoding: received[..<end], as: UTF8.self).split(separator: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
  }
}

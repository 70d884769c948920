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

  /// Sends a message.
  func send(_ message: [String: Any]) throws {
    let body = try JSONSerialization.data(withJSONObject: message)
    try input.fileHandleForWriting.write(
      contentsOf: Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  /// Waits for the first message whose text holds all of `parts`.
  func wait(for parts: String...) throws {
    while true {
      let content = try nextContent()
      if parts.allSatisfy({ content.contains($0) }) { return }
    }
  }

  private func nextContent() throws -> String {
    while true {
      if let end = headerEnd(), let length = contentLength(end), received.count >= end + length {
        let content = String(decoding: received[end..<(end + length)], as: UTF8.self)
        received.removeFirst(end + length)
        return content
      }
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Failure.noAnswer }
      received += part
    }
  }

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

internal import LintCore

/// A stream that results are written to, in large blocks.
struct Output: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let blockSize = 1 << 16

  init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.blockSize)
  }

  /// Appends bytes; writes when a block is full.
  mutating func put(_ bytes: [UInt8]) throws(SystemError) {
    buffer += bytes
    if buffer.count >= Self.blockSize { try flush() }
  }

  /// Writes what is still held back.
  mutating func flush() throws(SystemError) {
    guard !buffer.isEmpty else { return }
    try Platform.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Says on standard error what went wrong, one line each.
struct Complaints: Sendable {
  let language: Language

  /// Writes a line; there is nobody to tell if that fails.
  func say(_ message: String) {
    let line = "lint-rules: " + oneLine(message) + "\n"
    try? Platform.write(Array(line.utf8), to: 2)
  }

  /// The message without anything that a terminal would act on: it may quote names from outside.
  private func oneLine(_ message: String) -> String {
    String(
      String.UnicodeScalarView(
        message.unicodeScalars.map {
          $0.value < 0x20 || ($0.value >= 0x7F && $0.value < 0xA0) ? "\u{FFFD}" : $0
        }))
  }
}

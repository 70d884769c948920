internal import LintCore

/// A stream that results are written to, in large blocks.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let blockSize = 1 << 16

  /// Creates the stream of an open descriptor.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.blockSize)
  }

  /// Appends bytes; writes when a block is full.
  func put(_ bytes: [UInt8]) throws(SystemError) {
    buffer += bytes
    if buffer.count >= Self.blockSize { try flush() }
  }

  /// Writes what is still held back.
  func flush() throws(SystemError) {
    guard !buffer.isEmpty else { return }
    try Platform.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// A file that appears under its name only when it is complete.
final class FileOutput {
  private let path: Path
  private let temporary: Path
  private let descriptor: Int32
  let output: Output
  private var isDone = false

  /// Starts a file in the place of `path`.
  ///
  /// - Throws: when the folder cannot be written to.
  init(_ path: Path, permissions: UInt32 = 0o666) throws(SystemError) {
    self.path = path
    // A device or a pipe cannot be replaced and is written to as it is.
    let isSpecial = (try? FileStatus(path)).map { $0.kind != .file } ?? false
    temporary = isSpecial ? path : Path(bytes: path.bytes + Array(".\(Platform.processID).part".utf8))
    do throws(SystemError) {
      descriptor = try Platform.create(temporary, permissions: permissions)
    } catch {
      throw SystemError(code: error.code, path: path)
    }
    output = Output(descriptor: descriptor)
  }

  /// Writes the rest and puts the file in its place.
  func finish() throws(SystemError) {
    try output.flush()
    if temporary != path { try Platform.rename(temporary, to: path) }
    isDone = true
  }

  deinit {
    Platform.close(descriptor)
    if !isDone, temporary != path { Platform.remove(temporary) }
  }

  /// Writes a whole file at once.
  ///
  /// New files get the permissions that the user's mask leaves; `keepingPermissions` gives exactly those named.
  static func write(
    _ bytes: [UInt8], to path: Path, permissions: UInt32 = 0o666, keepingPermissions: Bool = false
  ) throws(SystemError) {
    let file = try FileOutput(path, permissions: permissions)
    if keepingPermissions { try Platform.setPermissions(permissions, of: file.descriptor) }
    try file.output.put(bytes)
    try file.finish()
  }
}

/// Says on standard error what went wrong, one line each.
struct Complaints: Sendable {
  var language: Language

  /// Writes a line; there is nobody to tell if that fails.
  func say(_ message: String) {
    let line = "lint-rules: " + message.withoutControls + "\n"
    try? Platform.write(Array(line.utf8), to: 2)
  }

  /// Writes a line that tells of a success, for somebody at a terminal only.
  func note(_ message: String) {
    if Platform.isTerminal(2) { say(message) }
  }
}

extension String {
  /// The text without anything that a terminal would act on: it may quote names from outside.
  var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.value < 0x20 || ($0.value >= 0x7F && $0.value < 0xA0) ? "\u{FFFD}" : $0 }))
  }
}

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

  /// Starts a file in the place of `path`; where that is a link, in the place of what it leads to.
  ///
  /// - Throws: when the folder cannot be written to.
  init(_ path: Path, permissions: UInt32 = 0o666) throws(SystemError) {
    let status = try? FileStatus(path)
    do throws(SystemError) {
      // A device or a pipe cannot be replaced and is written to as it is.
      if let status, status.kind != .file {
        (self.path, temporary) = (path, path)
        descriptor = try Platform.open(path)
      } else {
        let target = status == nil ? path : Platform.resolved(path) ?? path
        self.path = target
        (temporary, descriptor) = try Self.create(besides: target, permissions)
      }
    } catch {
      throw SystemError(code: error.code, path: path)
    }
    output = Output(descriptor: descriptor)
  }

  /// Creates a file that is nobody else's: not another run's, and not one for the same target in this run.
  private static func create(besides target: Path, _ permissions: UInt32) throws(SystemError) -> (Path, Int32)
  {
    var number = 0
    while true {
      let path = Path(bytes: target.bytes + Array(".\(Platform.processID)-\(number).part".utf8))
      do throws(SystemError) {
        return (path, try Platform.create(path, permissions: permissions))
      } catch  where error == .exists && number < 1000 {
        number += 1
      } catch {
        throw error
      }
    }
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

  /// Writes a whole file at once; a new file gets the permissions that the user's mask leaves.
  static func write(_ bytes: [UInt8], to path: Path) throws(SystemError) {
    let file = try FileOutput(path)
    try file.output.put(bytes)
    try file.finish()
  }

  /// Replaces a file by one with the same permissions and, as far as the system allows, the same owner, if
  /// `isRight` says so when everything is written.
  static func replace(
    _ path: Path, with bytes: [UInt8], like status: FileStatus, if isRight: () throws(SystemError) -> Bool
  ) throws(SystemError) {
    let file = try FileOutput(path, permissions: 0o600)
    try Platform.setOwner(of: file.descriptor, like: status)
    try Platform.setPermissions(UInt32(status.permissions), of: file.descriptor)
    try file.output.put(bytes)
    try file.output.flush()
    // What the user wrote must be on the disk before the only other copy of it goes.
    try Platform.synchronize(file.descriptor)
    if try isRight() { try file.finish() }
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

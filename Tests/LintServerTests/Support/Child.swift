import Foundation
import Testing

/// A process that a test started, and ends at the latest when the test does.
final class Child: @unchecked Sendable {
  let pid: pid_t
  private let lock = NSLock()
  private var ended: Int32?

  /// Starts a process; `variables` (`NAME=value`) take the place of those of the tests.
  init(
    _ path: String, arguments: [String], variables: [String] = [],
    actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
  ) throws {
    // Of two with one name the first counts.
    let inherited = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    var environment = (variables + inherited).map { strdup($0) }
    environment.append(nil)
    defer { environment.forEach { free($0) } }
    var argv = ([path] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { argv.forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, actions, nil, argv, environment)
    try #require(code == 0, "\(path) cannot be started; it must be built before the tests")
    self.pid = pid
  }

  deinit { kill() }

  /// The status it ended with, negative for a signal, or `nil` while it runs.
  func status() -> Int32? { lock.withLock { collect(WNOHANG) } }

  /// Ends the process and forgets it.
  func kill() {
    lock.withLock {
      guard ended == nil else { return }
      Foundation.kill(pid, SIGKILL)
      _ = collect(0)
    }
  }

  private func collect(_ options: CInt) -> Int32? {
    if let ended { return ended }
    var status: CInt = 0
    guard waitpid(pid, &status, options) == pid else { return nil }
    ended = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    return ended
  }
}

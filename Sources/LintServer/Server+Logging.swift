import LintCore

/// How much the client wants to hear of the server's inner life.
enum TraceLevel: String, Sendable {
  case off
  case messages
  case verbose
}

/// Telling the client what its user may want to read in a log.
extension Server {
  /// The weight of a log message, as the protocol numbers it.
  enum LogLevel: Int {
    case error = 1
    case warning = 2
    case info = 3
    case log = 4
  }

  /// Writes to the log of the client; dropped when the client does not keep up.
  func log(_ level: LogLevel, _ message: String) {
    guard output.pendingBytes < 1 << 20 else { return }
    notify("window/logMessage") { writer in
      writer.field("type", level.rawValue)
      writer.field("message", message)
    }
  }

  /// Shows a message to the user.
  func show(_ level: LogLevel, _ message: String) {
    notify("window/showMessage") { writer in
      writer.field("type", level.rawValue)
      writer.field("message", message)
    }
  }

  /// Writes to the trace, if the client asked for one.
  func logTrace(_ message: String, verbose: String? = nil) {
    guard trace != .off, output.pendingBytes < 1 << 20 else { return }
    notify("$/logTrace") { writer in
      writer.field("message", message)
      if let verbose, trace == .verbose { writer.field("verbose", verbose) }
    }
  }
}

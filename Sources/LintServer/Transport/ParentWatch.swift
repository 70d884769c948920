#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Watches the process that started the server, so that none is left behind when an editor dies.
struct ParentWatch: Sendable, Equatable {
  /// The process id of the client.
  let process: Int32
  /// When the process started, as the system counts; a later process that was given the same id differs.
  private let birth: UInt64?

  /// Starts to watch a process; ids that cannot name one process are not watched.
  init?(process: Int) {
    guard let id = Int32(exactly: process), id > 0 else { return nil }
    self.process = id
    self.birth = Self.birth(of: id)
  }

  /// Watches the process that had this id when it started at `birth`.
  init(process: Int, birth: UInt64?) {
    self.process = Int32(truncatingIfNeeded: process)
    self.birth = birth
  }

  /// Tells whether the process still lives: a zombie does not, and neither does another one with its id.
  var isAlive: Bool {
    guard kill(process, 0) == 0 || errno != ESRCH else { return false }
    #if os(Linux)
      guard let state = Self.status(of: process) else { return birth == nil && kill(process, 0) == 0 }
      return state.state != UInt8(ascii: "Z") && state.state != UInt8(ascii: "X") && state.birth == birth
    #else
      return true
    #endif
  }

  private static func birth(of process: Int32) -> UInt64? {
    #if os(Linux)
      return status(of: process)?.birth
    #else
      return nil
    #endif
  }

  #if os(Linux)
    /// The state letter and start time that `/proc` tells.
    private static func status(of process: Int32) -> (state: UInt8, birth: UInt64)? {
      let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      let descriptor = Descriptor(number: file)
      defer { descriptor.close() }
      var bytes = [UInt8](repeating: 0, count: 1024)
      guard case .bytes(let count) = bytes.withUnsafeMutableBytes({ descriptor.read(into: $0) }) else {
        return nil
      }
      // The name of the program stands in parentheses and may itself hold some.
      guard let close = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
      let fields = bytes[(close + 1)..<count].split(separator: 0x20)
      guard fields.count > 19, let state = fields[0].first,
        let birth = UInt64(String(decoding: fields[19], as: UTF8.self))
      else { return nil }
      return (state, birth)
    }
  #endif
}

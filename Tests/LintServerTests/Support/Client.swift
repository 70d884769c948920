import Foundation
import Testing

@testable import LintCore
@testable import LintServer

/// A client that speaks raw frames to a server, either the real binary or one inside the test process.
final class Client: Sendable {
  /// What the server runs in.
  enum Host {
    case process(Child)
    case thread(Ended)
  }

  /// The status a server inside the test process ended with.
  final class Ended: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Int32?
    var status: Int32? {
      get { lock.withLock { value } }
      set { lock.withLock { value = newValue } }
    }
  }

  /// What went wrong while waiting for the server.
  enum Failure: Error, CustomStringConvertible {
    case timeout(String)
    case closed
    case malformed(String)

    var description: String {
      switch self {
      case .timeout(let what): "nothing came while waiting for \(what)"
      case .closed: "the server closed its output"
      case .malformed(let what): "the server sent something that is no frame: \(what)"
      }
    }
  }

  let host: Host
  let input: CInt
  let output: CInt
  private let pending = Pending()

  /// Bytes that were read but not used yet; a test awaits one answer at a time.
  private final class Pending: @unchecked Sendable {
    var bytes: [UInt8] = []
    var isInputClosed = false
    var isOutputClosed = false
  }

  private init(host: Host, input: CInt, output: CInt) {
    self.host = host
    self.input = input
    self.output = output
  }

  deinit {
    closeInput()
    closeOutput()
    if case .process(let child) = host { child.kill() }
  }

  /// Starts `lint-rules serve` in the environment of the tests, but for `variables`.
  static func binary(_ arguments: [String] = [], variables: [String] = []) throws -> Client {
    _ = ignoreBrokenPipes
    // Between making a pipe and marking it no other process may start.
    spawning.lock()
    defer { spawning.unlock() }
    let (theirInput, input) = try pipePair()
    let (output, theirOutput) = try pipePair()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, theirInput, 0)
    posix_spawn_file_actions_adddup2(&actions, theirOutput, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let child = try Child(
      binaryPath, arguments: ["serve"] + arguments, variables: variables, actions: &actions)
    close(theirInput)
    close(theirOutput)
    return Client(host: .process(child), input: input, output: output)
  }

  /// Starts a server inside the test process that checks drafts with `check`.
  static func scripted(
    book: RuleBook = RuleBook(), options: ServerOptions = ServerOptions(),
    _ check: @escaping @Sendable (SourceText) -> [Finding] = ScriptedRules.check
  ) throws -> Client {
    _ = ignoreBrokenPipes
    let (theirInput, input, output, theirOutput) = try spawning.withLock {
      let toServer = try pipePair()
      let toClient = try pipePair()
      return (toServer.read, toServer.write, toClient.read, toClient.write)
    }
    let ended = Ended()
    Thread.detachNewThread {
      ended.status = Server.run(book: book, input: theirInput, output: theirOutput, options: options) {
        source, _, _, _ in
        LintResult(draft: Draft(source), profile: nil, findings: check(source))
      }
      close(theirInput)
      close(theirOutput)
    }
    return Client(host: .thread(ended), input: input, output: output)
  }

  static let binaryPath: String = {
    let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = test.deletingLastPathComponent().appendingPathComponent("lint-rules").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Bundle.allBundles.lazy.map {
      $0.bundleURL.deletingLastPathComponent().appendingPathComponent("lint-rules").path
    }
    .first { FileManager.default.isExecutableFile(atPath: $0) } ?? beside
  }()

  private static let spawning = NSLock()

  private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// A pipe that processes started meanwhile do not inherit.
  private static func pipePair() throws -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    #if os(Linux)
      // Marked as it is made: a process that another suite starts meanwhile would keep the ends open.
      try #require(pipe2(&ends, O_CLOEXEC) == 0)
    #else
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #endif
    return (ends[0], ends[1])
  }

  // MARK: - Sending

  /// Sends bytes as they are; a server that is gone is not an error here.
  func send(raw bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress?.advanced(by: sent), $0.count - sent) }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Sends bytes as they are.
  func send(raw text: String) { send(raw: Array(text.utf8)) }

  /// Sends a content with its header.
  func send(_ content: String) { send(raw: Self.frame(content)) }

  /// Sends a request.
  func request(_ id: String, _ method: String, _ params: String = "null") {
    send(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#)
  }

  /// Sends a notification.
  func notify(_ method: String, _ params: String = "{}") {
    send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
  }

  /// A content with its header.
  static func frame(_ content: String) -> [UInt8] {
    Array("Content-Length: \(content.utf8.count)\r\n\r\n".utf8) + Array(content.utf8)
  }

  func closeInput() {
    if !pending.isInputClosed { close(input) }
    pending.isInputClosed = true
  }

  func closeOutput() {
    if !pending.isOutputClosed { close(output) }
    pending.isOutputClosed = true
  }

  // MARK: - Receiving

  /// The next message of the server.
  func next(_ what: String = "a message", seconds: Double = 90) async throws -> JSONValue {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try self.read(what, deadline: Date(timeIntervalSinceNow: seconds)) })
      }
    }
  }

  /// The answer to a request, skipping notifications.
  func response(to id: String, seconds: Double = 90) async throws -> JSONValue {
    while true {
      let message = try await next("the answer to \(id)", seconds: seconds)
      if message["method"] == nil, let found = message["id"], Self.text(of: found) == id { return message }
    }
  }

  /// The next notification of a method, skipping everything else.
  func notification(_ method: String, seconds: Double = 90) async throws -> JSONValue {
    while true {
      let message = try await next(method, seconds: seconds)
      if message["method"]?.string == method, let params = message["params"] { return params }
    }
  }

  /// The next diagnostics that are published.
  func diagnostics() async throws -> JSONValue { try await notification("textDocument/publishDiagnostics") }

  private func read(_ what: String, deadline: Date) throws -> JSONValue {
    while true {
      if let content = try takeFrame() {
        // Foundation's reader is the judge of what is JSON; ours is only handier.
        do { _ = try JSONSerialization.jsonObject(with: Data(content), options: .fragmentsAllowed) } catch {
          throw Failure.malformed(String(decoding: content, as: UTF8.self))
        }
        let message = try JSONParser.parse(content)
        guard message["jsonrpc"]?.string == "2.0" else { throw Failure.malformed("jsonrpc is missing") }
        return message
      }
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { throw Failure.timeout(what) }
      var entry = pollfd(fd: output, events: CShort(POLLIN), revents: 0)
      guard poll(&entry, 1, CInt(left * 1000) + 1) > 0 else { throw Failure.timeout(what) }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = Foundation.read(output, &chunk, chunk.count)
      guard count > 0 else { throw Failure.closed }
      pending.bytes.append(contentsOf: chunk[..<count])
    }
  }

  private func takeFrame() throws -> [UInt8]? {
    let bytes = pending.bytes
    guard !bytes.isEmpty else { return nil }
    let prefix = Array("Content-Length: ".utf8)
    guard bytes.prefix(prefix.count).elementsEqual(prefix.prefix(bytes.count)) else {
      throw Failure.malformed(String(decoding: bytes.prefix(80), as: UTF8.self))
    }
    guard bytes.count > prefix.count, let end = bytes.firstIndex(of: 0x0D), end + 4 <= bytes.count else {
      return nil
    }
    guard Array(bytes[end..<end + 4]) == [0x0D, 0x0A, 0x0D, 0x0A],
      let length = Int(String(decoding: bytes[prefix.count..<end], as: UTF8.self))
    else { throw Failure.malformed(String(decoding: bytes.prefix(80), as: UTF8.self)) }
    guard bytes.count >= end + 4 + length else { return nil }
    pending.bytes.removeSubrange(..<(end + 4 + length))
    return Array(bytes[(end + 4)..<(end + 4 + length)])
  }

  /// An id as it is written in JSON.
  static func text(of id: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(id)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: - Life

  /// The status the server ends with, waiting for it.
  func exitStatus(seconds: Double = 90) async throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      // A sleep may last much longer than asked where all threads are busy: what comes after it counts.
      let isOver = Date() >= deadline
      switch host {
      case .thread(let ended):
        if let status = ended.status { return status }
      case .process(let child):
        if let status = child.status() { return status }
      }
      guard !isOver else { throw Failure.timeout("the end of the server") }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Asks something harmless: a server that lives answers that it does not know.
  func expectAlive(_ location: SourceLocation = #_sourceLocation) async throws {
    request(#""alive?""#, "test/alive")
    let answer = try await response(to: #""alive?""#)
    #expect(answer["error"] != nil, sourceLocation: location)
  }
}

#if os(Linux)
  /// pipe(2) with flags, which the C library shows to GNU sources only.
  @_silgen_name("pipe2")
  private func pipe2(_ ends: UnsafeMutablePointer<CInt>, _ flags: CInt) -> CInt
#endif

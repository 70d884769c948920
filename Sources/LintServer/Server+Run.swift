#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import LintCore

extension Server {
  /// Serves one client until it leaves, and returns the status to end the process with.
  ///
  /// The calling thread becomes the event loop: it reads, answers and writes, so no message changes threads.
  /// Whatever else is printed to standard output meanwhile goes to standard error, since a client could not read it.
  ///
  /// - Returns: 0 after `shutdown` and `exit`, else 1.
  public static func run(
    book: @escaping @Sendable @autoclosure () -> RuleBook, input: CInt = 0, output: CInt = 1,
    options: ServerOptions = ServerOptions()
  ) -> Int32 {
    run(
      book: book(), input: input, output: output, options: options,
      check: { source, options, linter, last in
        let companion = Companion.isWorthwhile(source) ? Companion() : nil
        return linter.lint(source, options: options, with: companion, after: last)
      },
      largeCheck: { await $2.lintConcurrently($0, options: $1, after: $3) })
  }

  static func run(
    book: @escaping @Sendable @autoclosure () -> RuleBook, input: CInt, output: CInt, options: ServerOptions,
    check: @escaping Check, largeCheck: LargeCheck? = nil
  ) -> Int32 {
    // Without an input the loop's own pipe would become it.
    guard fcntl(input, F_GETFD) >= 0, let loop = EventLoop() else { return 1 }
    // A client that is gone is noticed when writing fails, not by a signal.
    _ = signal(SIGPIPE, SIG_IGN)
    var target = Descriptor(number: output)
    if output == 1 {
      let kept = dup(1)
      guard kept >= 0 else { return 1 }
      _ = dup2(2, 1)
      target = Descriptor(number: kept)
    }
    let flags = target.stopBlocking()
    defer { target.restore(flags: flags) }
    let server = Server(
      loop: loop, output: target, book: book, options: options, check: check, largeCheck: largeCheck)
    var connection = Connection(
      server: server, loop: loop, input: Descriptor(number: input), output: target)
    return connection.serve()
  }
}

/// Turns what happens on the descriptors into calls of the server.
private struct Connection {
  /// The most bytes that may wait for a client that does not read, before its requests are left unread.
  static let pendingLimit = 32 << 20
  /// How often in milliseconds the client's process is looked at.
  static let watchInterval: Int64 = 2000

  let server: Server
  let loop: EventLoop
  let input: Descriptor
  let output: Descriptor
  private var reader = FrameReader()
  private var lastWatch = Clock.milliseconds
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  init(server: Server, loop: EventLoop, input: Descriptor, output: Descriptor) {
    self.server = server
    self.loop = loop
    self.input = input
    self.output = output
  }

  /// What the server wants to be woken for.
  private struct Needs {
    var exitCode: Int32?
    var hasPending: Bool
    var isFlooded: Bool
    var watches: Bool
    /// The milliseconds until something is to be done, or -1.
    var timeout: CInt
  }

  mutating func serve() -> Int32 {
    while true {
      loop.runJobs()
      handleFrames()
      let needs = server.assumeIsolated { server in
        server.checkDocuments()
        server.releaseHeld()
        let watches = !server.parents.isEmpty
        return Needs(
          exitCode: server.output.isBroken ? server.exitCode ?? 1 : server.exitCode,
          hasPending: server.output.hasPending, isFlooded: server.output.pendingBytes > Self.pendingLimit,
          watches: watches, timeout: server.timeout(atMost: watches ? Self.watchInterval : nil))
      }
      if let code = needs.exitCode {
        sayGoodbye()
        return code
      }
      if let code = wait(needs) { return code }
    }
  }

  /// Handles every frame that has arrived, and checks in between if the client does not pause.
  private mutating func handleFrames() {
    while let event = reader.next() {
      let isWellFormed = server.assumeIsolated { server in
        switch event {
        case .content(let content): return server.receive(content)
        case .problem(let problem):
          server.report(problem)
          return true
        }
      }
      if !isWellFormed, case .content(let content) = event { reader.reject(content) }
      let mustStop = server.assumeIsolated { server in
        if server.isCheckOverdue { server.checkDocuments() }
        // Nobody is left to work for when the output is broken.
        return server.exitCode != nil || server.output.isBroken
          || server.output.pendingBytes > Self.pendingLimit
      }
      if mustStop { return }
    }
  }

  /// Sleeps until something happens; returns a status if the connection has ended.
  private mutating func wait(_ needs: Needs) -> Int32? {
    var readiness = Readiness()
    readiness.add(input, read: !needs.isFlooded)
    readiness.add(loop.bell, read: true)
    if needs.hasPending { readiness.add(output, write: true) }
    readiness.wait(milliseconds: needs.timeout)
    if needs.hasPending, readiness.canWrite(2) { server.assumeIsolated { $0.output.flush() } }
    if readiness.canRead(1) { loop.silence() }
    if needs.watches, isOrphaned() { return endStatus }
    if needs.isFlooded { return readiness.isGone(0) ? endStatus : nil }
    return readiness.canRead(0) ? read() : nil
  }

  /// Tells whether a process to follow is gone; looks only now and then, since looking costs more than an edit.
  private mutating func isOrphaned() -> Bool {
    let now = Clock.milliseconds
    guard now &- lastWatch >= Self.watchInterval else { return false }
    lastWatch = now
    return server.assumeIsolated { $0.isOrphaned }
  }

  private mutating func read() -> Int32? {
    let outcome = chunk.withUnsafeMutableBytes { buffer -> Descriptor.Outcome in
      let outcome = input.read(into: buffer)
      if case .bytes(let count) = outcome {
        reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return outcome
    }
    switch outcome {
    case .bytes(let count) where count > 0: return nil
    case .wouldBlock: return nil
    default:
      sayGoodbye()
      return endStatus
    }
  }

  /// The status if the client leaves without a word.
  private var endStatus: Int32 { server.assumeIsolated { $0.phase == .shutDown ? 0 : 1 } }

  /// Gives the client a moment to take what it was already told.
  private func sayGoodbye() {
    let deadline = Clock.milliseconds &+ 200
    while Clock.milliseconds < deadline {
      let isDone = server.assumeIsolated { server in
        server.output.flush()
        return !server.output.hasPending
      }
      if isDone { return }
      var readiness = Readiness()
      readiness.add(output, write: true)
      readiness.wait(milliseconds: 20)
    }
  }
}

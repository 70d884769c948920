#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor of the process; the system calls the server needs, without Foundation, so that it starts fast.
struct Descriptor: Sendable {
  /// The number of the descriptor.
  let number: CInt

  /// What one read or write came to.
  enum Outcome: Equatable {
    /// So many bytes went through; zero is the end of the input.
    case bytes(Int)
    /// Nothing went through now, but may later.
    case wouldBlock
    /// The other side is gone, or the descriptor is unusable.
    case broken
  }

  /// Reads once into `buffer`.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(number, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return .bytes(count) }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .wouldBlock : .broken
    }
  }

  /// Writes the front of `buffer` once.
  func write(_ buffer: UnsafeRawBufferPointer) -> Outcome {
    while true {
      #if canImport(Glibc)
        let count = Glibc.write(number, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.write(number, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.write(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return .bytes(count) }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .wouldBlock : .broken
    }
  }

  /// Makes writes return at once if this is a pipe or a socket, and returns the former flags.
  ///
  /// Terminals and files keep blocking: their flags are shared with other programs.
  func stopBlocking() -> CInt? {
    var status = stat()
    guard fstat(number, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFIFO || kind == S_IFSOCK else { return nil }
    let flags = fcntl(number, F_GETFL)
    guard flags >= 0, fcntl(number, F_SETFL, flags | O_NONBLOCK) == 0 else { return nil }
    return flags
  }

  /// Puts back flags that ``stopBlocking()`` returned.
  func restore(flags: CInt?) {
    guard let flags else { return }
    _ = fcntl(number, F_SETFL, flags)
  }

  /// Closes the descriptor.
  func close() {
    #if canImport(Glibc)
      _ = Glibc.close(number)
    #elseif canImport(Musl)
      _ = Musl.close(number)
    #else
      _ = Darwin.close(number)
    #endif
  }
}

/// What to wait for on descriptors, and what came.
struct Readiness {
  /// The events of each descriptor, as `poll(2)` wants them.
  private var entries: [pollfd] = []

  /// Adds a descriptor; with neither flag only its hang-up is noticed.
  mutating func add(_ descriptor: Descriptor, read: Bool = false, write: Bool = false) {
    let events = (read ? CShort(POLLIN) : 0) | (write ? CShort(POLLOUT) : 0)
    entries.append(pollfd(fd: descriptor.number, events: events, revents: 0))
  }

  /// Waits until something happens or so many milliseconds have passed; negative waits for ever.
  mutating func wait(milliseconds: CInt) {
    _ = entries.withUnsafeMutableBufferPointer { poll($0.baseAddress, nfds_t($0.count), milliseconds) }
  }

  /// Tells whether a descriptor can be read, has ended, or failed.
  func canRead(_ index: Int) -> Bool { has(index, POLLIN | POLLHUP | POLLERR | POLLNVAL) }

  /// Tells whether a descriptor can be written or failed.
  func canWrite(_ index: Int) -> Bool { has(index, POLLOUT | POLLERR | POLLNVAL) }

  /// Tells whether the other side of a descriptor is gone.
  func isGone(_ index: Int) -> Bool { has(index, POLLHUP | POLLERR | POLLNVAL) }

  private func has<Events: BinaryInteger>(_ index: Int, _ events: Events) -> Bool {
    entries.indices.contains(index) && entries[index].revents & CShort(truncatingIfNeeded: events) != 0
  }
}

/// The clock of the event loop, in milliseconds that never run backwards.
enum Clock {
  /// Now.
  static var milliseconds: Int64 {
    var time = timespec()
    _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }
}

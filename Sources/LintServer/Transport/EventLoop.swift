#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// The executor of the server's actor: one thread that reads, answers and writes.
///
/// A message is handled on the thread that read it, so a keystroke costs no change of threads. Work that other
/// threads finish comes back as a job, which wakes the loop.
final class EventLoop: SerialExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let thread: UInt
  /// Readable when jobs wait.
  let bell: Descriptor
  private let button: Descriptor

  /// Creates the loop of the current thread, or `nil` if the system has no descriptors left.
  init?() {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    self.bell = Descriptor(number: ends[0])
    self.button = Descriptor(number: ends[1])
    self.thread = Self.currentThread
    _ = bell.stopBlocking()
    _ = button.stopBlocking()
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    bell.close()
    button.close()
  }

  /// Adds a job and wakes the loop if it may sleep.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isFirst = jobs.withLock { list in
      list.append(job)
      return list.count == 1
    }
    if isFirst { withUnsafeBytes(of: UInt8(1)) { _ = button.write($0) } }
  }

  /// Runs the jobs that wait; only for the loop's own thread.
  func runJobs() {
    let waiting = jobs.withLock { list in
      let taken = list
      list.removeAll(keepingCapacity: true)
      return taken
    }
    for job in waiting { job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  /// Takes back the signal that jobs wait.
  func silence() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { _ = bell.read(into: $0) }
  }

  /// Stops the program if the caller is not on the loop's thread: the state would be shared.
  func checkIsolated() {
    precondition(Self.currentThread == thread, "the server's state belongs to the thread of its event loop")
  }

  private static var currentThread: UInt {
    #if canImport(Darwin)
      UInt(bitPattern: pthread_self())
    #elseif canImport(Musl)
      UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }
}

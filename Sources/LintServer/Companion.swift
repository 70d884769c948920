import Dispatch
import LintCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A second thread for one check of a small draft.
///
/// A thread that sleeps takes some hundredths of a millisecond to wake, so it is called before there is anything to do
/// and waits for its work awake. If it has not come by the time the first thread is done, it is not waited for; if it was
/// put to sleep over its work, not for long.
final class Companion: LintCompanion {
  /// How far the work has come.
  private enum State {
    static let none = 0
    static let offered = 1
    static let taken = 2
    static let withdrawn = 3
    static let finished = 4
  }

  private let state = Atomic(State.none)
  private let work = Mutex<(@Sendable () -> Void)?>(nil)

  /// How long the second thread waits for its work before it goes back to sleep, in nanoseconds.
  private static let patience: UInt64 = 2_000_000

  /// The smallest text in bytes that is worth a second thread.
  private static let smallest = 8 << 10
  /// There is a second core.
  private static let hasSecondCore = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

  /// Tells whether a second thread makes the check of a text quicker.
  static func isWorthwhile(_ source: SourceText) -> Bool {
    source.bytes.count >= smallest && hasSecondCore
  }

  /// Calls a second thread.
  init() {
    DispatchQueue.global(qos: .userInteractive).async { self.serve() }
  }

  private func serve() {
    let deadline = DispatchTime.now().uptimeNanoseconds &+ Self.patience
    while true {
      switch state.load(ordering: .acquiring) {
      case State.offered:
        let taking = state.compareExchange(
          expected: State.offered, desired: State.taken, ordering: .acquiringAndReleasing)
        guard taking.exchanged else { return }
        work.withLock(\.self)?()
        state.store(State.finished, ordering: .releasing)
        return
      case State.withdrawn: return
      default: break
      }
      if DispatchTime.now().uptimeNanoseconds > deadline { return }
    }
  }

  func offer(_ work: @escaping @Sendable () -> Void) {
    self.work.withLock { $0 = work }
    state.store(State.offered, ordering: .releasing)
  }

  func finish(within patience: Duration) -> Bool {
    let before = state.exchange(State.withdrawn, ordering: .acquiringAndReleasing)
    defer { work.withLock { $0 = nil } }
    guard before == State.taken else { return true }
    // Falling asleep and waking would mostly take longer than what is left to do.
    let deadline = ContinuousClock.now + patience
    while state.load(ordering: .acquiring) != State.finished {
      if ContinuousClock.now > deadline { return false }
    }
    return true
  }
}

/// Does independent pieces of work on all processors and hands the results over in order.
///
/// At most a fixed number of pieces is under way or waiting to be handed over, so memory does not grow with the
/// number of pieces, and one slow piece holds the others back rather than letting them pile up.
enum Pipeline {
  /// How many chunks may be under way or waiting for each job.
  private static let chunksPerJob = 4

  /// Calls `work` for every index below `count`, up to `jobs` at a time, and `deliver` with each result in the
  /// order of the indices.
  static func run<Result: Sendable>(
    count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result,
    deliver: (Result) throws(SystemError) -> Void
  ) async throws(SystemError) {
    guard jobs > 1, count > 1 else {
      for index in 0..<Swift.max(0, count) { try deliver(work(index)) }
      return
    }
    let window = jobs * chunksPerJob
    // Small runs are spread over all jobs; in large ones a chunk is worth more than the cost of handing it over.
    let size = Swift.max(1, Swift.min(8, count / window))
    let chunks = (count + size - 1) / size
    let failure = await withTaskGroup(of: (Int, [Result]).self) { group -> SystemError? in
      var next = 0
      func start() {
        guard next < chunks else { return }
        let chunk = next
        next += 1
        group.addTask {
          let first = chunk * size
          return (chunk, (first..<Swift.min(first + size, count)).map(work))
        }
      }
      for _ in 0..<window { start() }

      var waiting: [Int: [Result]] = [:]
      var due = 0
      while let (chunk, results) = await group.next() {
        waiting[chunk] = results
        while let results = waiting.removeValue(forKey: due) {
          due += 1
          do throws(SystemError) {
            for result in results { try deliver(result) }
          } catch {
            group.cancelAll()
            return error
          }
          start()
        }
      }
      return nil
    }
    if let failure { throw failure }
  }
}

/// Runs work many times and keeps the median, which a busy machine disturbs least.
enum Measurement {
  /// The median time of `times` runs of `work`, in seconds.
  static func median(_ times: Int, _ work: () throws -> Void) rethrows -> Double {
    var seconds: [Double] = []
    for _ in 0..<Swift.max(1, times) {
      let start = ContinuousClock.now
      try work()
      seconds.append(Self.seconds(ContinuousClock.now - start))
    }
    return median(seconds)
  }

  /// The middle value.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// Counts lines and TABs: the least that any reader of the same bytes must do, and the yardstick for the rest.
  @inline(never)
  static func countLinesAndTabs(_ bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes where byte == 0x0A || byte == 0x09 { count &+= 1 }
    return count
  }
}

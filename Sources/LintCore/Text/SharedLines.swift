/// The lines that two states of a document have in common, at their start and at their end.
///
/// An edit touched no more than what lies between. All bytes are compared, so what depends on such lines alone is what
/// it was.
struct SharedLines: Sendable {
  /// How many lines at the start are the same; the last line of a text is never one of them.
  let head: Int
  /// How many lines at the end are the same.
  let tail: Int
  /// How many lines and bytes further down the lines at the end stand in the new state.
  let lineShift: Int
  let byteShift: Int

  /// Compares two states.
  ///
  /// - Complexity: O(n) in the number of bytes, at the speed of reading memory.
  init(_ old: SourceText, _ new: SourceText) {
    let (before, after) = (old.lineStarts, new.lineStarts)
    lineShift = after.count - before.count
    byteShift = new.bytes.count - old.bytes.count
    var head = new.line(at: Self.commonPrefix(old.bytes, new.bytes))
    while head > 0, head >= before.count || before[head] != after[head] { head -= 1 }
    self.head = head
    let limit = Swift.min(old.bytes.count, new.bytes.count) - Int(after[head])
    let common = Self.commonSuffix(old.bytes, new.bytes, atMost: limit)
    var first = new.line(at: new.bytes.count - common)
    while first < after.count {
      let former = first - lineShift
      if first >= head, former >= head, Int(after[first]) >= new.bytes.count - common,
        Int(before[former]) + byteShift == Int(after[first])
      {
        break
      }
      first += 1
    }
    tail = after.count - first
  }

  /// The bytes that are compared at a time.
  private typealias Block = SIMD4<UInt64>
  private static let blockSize = MemoryLayout<Block>.size

  /// How many bytes two texts have in common at their start.
  private static func commonPrefix(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        let limit = Swift.min(a.count, b.count)
        var i = 0
        while i &+ blockSize <= limit,
          a.loadUnaligned(fromByteOffset: i, as: Block.self)
            == b.loadUnaligned(fromByteOffset: i, as: Block.self)
        { i &+= blockSize }
        while i < limit, a[i] == b[i] { i &+= 1 }
        return i
      }
    }
  }

  /// How many bytes two texts have in common at their end, `limit` at most.
  private static func commonSuffix(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
    a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        var i = 0
        while i &+ blockSize <= limit,
          a.loadUnaligned(fromByteOffset: a.count &- i &- blockSize, as: Block.self)
            == b.loadUnaligned(fromByteOffset: b.count &- i &- blockSize, as: Block.self)
        { i &+= blockSize }
        while i < limit, a[a.count &- i &- 1] == b[b.count &- i &- 1] { i &+= 1 }
        return i
      }
    }
  }
}

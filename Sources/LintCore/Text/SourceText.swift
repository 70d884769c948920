/// The bytes of a draft and where its lines start.
///
/// The text is immutable UTF-8 as it lies on disk or in the editor; it may hold any bytes at all.
/// `\n`, `\r\n` and a lone `\r` end a line, and nothing else does (LSP 3.17, section "Text Documents").
public struct SourceText: Sendable {
  /// The bytes, with a byte order mark if the file has one.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; the first entry is 0, so there is always a line.
  public let lineStarts: [Int32]

  /// The scalars before each block of ``block`` bytes, in a text with a very long line; else empty.
  private let counts: [Int32]
  private static let block = 4_096

  /// The largest text that is read, in bytes: offsets are held in 32 bits.
  public static let maximumSize = 64 << 20

  /// Reads the line starts of `bytes`; bytes past ``maximumSize`` are dropped.
  ///
  /// - Complexity: O(n) in the number of bytes.
  public init(_ bytes: [UInt8]) {
    let kept = bytes.count <= Self.maximumSize ? bytes : Array(bytes[..<Self.maximumSize])
    self.bytes = kept
    var starts: [Int32] = [0]
    starts.reserveCapacity(kept.count / 40 + 8)
    kept.withUnsafeBytes { p in
      var i = 0
      let n = p.count
      while i < n {
        // Most groups of eight bytes hold no end of a line.
        while i &+ 8 <= n {
          let ends = Self.lineEnds(p.loadUnaligned(fromByteOffset: i, as: UInt64.self))
          i &+= ends == 0 ? 8 : ends.trailingZeroBitCount >> 3
          if ends != 0 { break }
        }
        guard i < n else { break }
        let b = p[i]
        i += 1
        // Only two bytes can end a line, both below 0x0E.
        if b > 0x0D { continue }
        if b == 0x0A {
          starts.append(Int32(truncatingIfNeeded: i))
        } else if b == 0x0D {
          if i < n, p[i] == 0x0A { i += 1 }
          starts.append(Int32(truncatingIfNeeded: i))
        }
      }
    }
    self.lineStarts = starts
    counts = Self.counts(kept, starts)
  }

  /// The highest bit of each byte that is `\n` or `\r`, exact up to the first one: a byte is zero where taking one
  /// off borrows.
  @inline(__always)
  private static func lineEnds(_ text: UInt64) -> UInt64 {
    let bytes = text.littleEndian
    let ones: UInt64 = 0x0101_0101_0101_0101
    let feeds = bytes ^ (ones &* 0x0A)
    let returns = bytes ^ (ones &* 0x0D)
    return ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & (ones &* 0x80)
  }

  /// Takes bytes whose line starts are known already.
  ///
  /// `lineStarts` must be what reading `bytes` would give; a text that is edited keeps them right at a fraction of
  /// the cost of reading them anew.
  package init(bytes: [UInt8], lineStarts: [Int32]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    counts = Self.counts(bytes, lineStarts)
  }

  /// The number of lines; a text that ends with a terminator has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The zero-based line that holds the byte at `offset`; offsets outside are clamped.
  ///
  /// - Complexity: O(log n) in the number of lines.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its terminator; a line outside the text gives an empty range at the end.
  public func range(ofLine line: Int) -> ByteRange {
    guard line >= 0, line < lineStarts.count else { return ByteRange(bytes.count, bytes.count) }
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    if line + 1 < lineStarts.count {
      if end > start, bytes[end - 1] == 0x0A { end -= 1 }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return ByteRange(start, end)
  }

  /// The text of a range as a string; invalid bytes become U+FFFD, and a range outside is clamped.
  public func string(_ range: ByteRange) -> String {
    let lower = Swift.max(0, Swift.min(range.lower, bytes.count))
    let upper = Swift.max(lower, Swift.min(range.upper, bytes.count))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The number of Unicode scalars between the start of a line and `offset` in it.
  ///
  /// - Complexity: O(length of the line), but at most that of two blocks.
  public func scalarColumn(of offset: Int, inLine line: Int) -> Int {
    let range = range(ofLine: line)
    let end = Swift.min(offset, range.upper)
    guard range.lower < end else { return 0 }
    if counts.isEmpty || end - range.lower <= 2 * Self.block { return scalars(range.lower, end) }
    return scalars(before: end) - scalars(before: range.lower)
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.block
    return Int(counts[block]) + scalars(block * Self.block, offset)
  }

  private func scalars(_ lower: Int, _ upper: Int) -> Int {
    bytes.withUnsafeBufferPointer { Self.scalars($0, lower, upper) }
  }

  @inline(__always)
  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int {
    var count = 0
    var i = lower
    while i < upper {
      count &+= bytes[i] & 0xC0 == 0x80 ? 0 : 1
      i &+= 1
    }
    return count
  }

  private static func counts(_ bytes: [UInt8], _ lineStarts: [Int32]) -> [Int32] {
    var isLong = bytes.count - Int(lineStarts.last ?? 0) > 2 * block
    for line in 1..<Swift.max(lineStarts.count, 1) where lineStarts[line] &- lineStarts[line &- 1] > 2 * block
    {
      isLong = true
      break
    }
    guard isLong else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      var counts: [Int32] = []
      counts.reserveCapacity(bytes.count / block + 1)
      var (start, sum) = (0, 0)
      while true {
        counts.append(Int32(truncatingIfNeeded: sum))
        guard start + block <= bytes.count else { return counts }
        sum += scalars(bytes, start, start + block)
        start += block
      }
    }
  }
}

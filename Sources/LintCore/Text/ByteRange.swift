/// A half-open range of UTF-8 byte offsets in a draft.
///
/// Everything inside the core speaks byte offsets; lines and columns appear only where a protocol asks for them.
public struct ByteRange: Hashable, Sendable, Comparable {
  /// The offset of the first byte.
  public var lower: Int
  /// The offset after the last byte; never less than ``lower``.
  public var upper: Int

  /// Creates the range from `lower` up to `upper`; an inverted pair gives the empty range at `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = Swift.max(lower, upper)
  }

  /// Tells whether no byte lies inside.
  public var isEmpty: Bool { lower == upper }

  /// Tells whether `other` lies wholly inside this range.
  public func contains(_ other: ByteRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Tells whether the two ranges share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { lower < other.upper && other.lower < upper }

  /// The smallest range that covers both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }

  /// Orders ranges by their start, then by their end.
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }
}

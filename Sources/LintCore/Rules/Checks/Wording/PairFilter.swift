/// A filter of words of two ideographs: two bits for each, four of them in a byte.
///
/// What was put in is found always; of a hundred that were not, a few are found too.
/// With p = (first << 16 | second) * 0x9E3779B1, the bits are p >> shift and (p * 0x85EBCA6B) >> shift, both in 32 bits.
enum PairFilter {
  /// Tells whether two units may be in a filter.
  ///
  /// - Parameters:
  ///   - bits: 2^(30 − `shift`) bytes.
  ///   - shift: How much of a hash is left out.
  @inline(__always)
  static func has(
    _ first: UInt16, _ second: UInt16, _ bits: UnsafeBufferPointer<UInt8>, shift: UInt32
  ) -> Bool {
    guard Unit.isIdeograph(first), Unit.isIdeograph(second) else { return false }
    let pair = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
    return has(pair, bits, shift) && has(pair &* 0x85EB_CA6B, bits, shift)
  }

  @inline(__always)
  private static func has(_ hash: UInt32, _ bits: UnsafeBufferPointer<UInt8>, _ shift: UInt32) -> Bool {
    bits[Int(hash >> (shift &+ 2))] & (1 << UInt8(truncatingIfNeeded: hash >> shift & 3)) != 0
  }
}

/// Four units of folded text in one integer.
struct UnitQuad {
  /// The units, the first one in the lowest bits.
  var bits: UInt64

  /// How many units are looked at together.
  @inline(__always)
  static var count: Int { 4 }

  /// The units at a position; four must follow.
  @inline(__always)
  init(_ units: Units, at position: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawPointer(units.baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: position &* 2, as: UInt64.self))
  }
}

/// Eight units of folded text, to be looked at together.
struct UnitOctet {
  typealias Places = SIMDMask<SIMD8<Int16>>

  let lanes: SIMD8<UInt16>

  /// How many units are looked at together.
  @inline(__always)
  static var count: Int { 8 }

  /// Eight times the same unit.
  @inline(__always)
  init(repeating unit: UInt16) { lanes = SIMD8(repeating: unit) }

  /// The units at a position; eight must follow.
  @inline(__always)
  init(_ units: Units, at position: Int) {
    lanes = UnsafeRawPointer(units.baseAddress.unsafelyUnwrapped)
      .loadUnaligned(fromByteOffset: position &* 2, as: SIMD8<UInt16>.self)
  }

  /// No place.
  @inline(__always)
  static var none: Places { Places(repeating: false) }

  /// Where both have the same unit.
  @inline(__always)
  func same(as other: UnitOctet) -> Places { lanes .== other.lanes }

  /// Where units from U+3400 on stand, where the ideographs begin.
  var highUnits: Places {
    @inline(__always)
    get { lanes .>= SIMD8(repeating: 0x3400) }
  }

  /// The first of some places.
  @inline(__always)
  static func first(of places: Places) -> Int? {
    let bits = unsafeBitCast(places, to: SIMD2<UInt64>.self)
    if bits[0] != 0 { return bits[0].trailingZeroBitCount / 16 }
    return bits[1] != 0 ? 4 &+ bits[1].trailingZeroBitCount / 16 : nil
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// The first position of a unit that another one follows, both in a slice.
  ///
  /// - Complexity: O(n) in the length of the slice, eight units at a time.
  @inline(__always)
  func first(_ unit: UInt16, followedBy next: UInt16, in slice: Slice) -> Int? {
    guard slice.lower >= 0, slice.upper <= count else { return nil }
    var i = slice.lower
    let last = slice.upper &- 1
    let (wanted, follower) = (UnitOctet(repeating: unit), UnitOctet(repeating: next))
    while i &+ UnitOctet.count <= last {
      let places =
        UnitOctet(self, at: i).same(as: wanted) .& UnitOctet(self, at: i &+ 1).same(as: follower)
      if let place = UnitOctet.first(of: places) { return i &+ place }
      i &+= UnitOctet.count
    }
    while i < last {
      if self[i] == unit, self[i &+ 1] == next { return i }
      i &+= 1
    }
    return nil
  }

  /// The first position of a unit in a slice.
  ///
  /// - Complexity: O(n) in the length of the slice, eight units at a time.
  @inline(__always)
  package func first(_ unit: UInt16, in slice: Slice) -> Int? {
    guard slice.lower >= 0, slice.upper <= count else { return nil }
    var i = slice.lower
    if slice.count >= UnitOctet.count {
      let wanted = UnitOctet(repeating: unit)
      let last = slice.upper &- UnitOctet.count
      while true {
        if let place = UnitOctet.first(of: UnitOctet(self, at: i).same(as: wanted)) { return i &+ place }
        guard i < last else { return nil }
        // The last eight overlap those before them.
        i = Swift.min(i &+ UnitOctet.count, last)
      }
    }
    while i < slice.upper {
      if self[i] == unit { return i }
      i &+= 1
    }
    return nil
  }
}

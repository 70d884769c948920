/// Four units of folded text in one integer: what is searched for is rare, and most are passed with one look.
struct UnitQuad {
  /// The units, the first one in the lowest bits.
  var bits: UInt64

  /// How many units are looked at together.
  @inline(__always)
  static var count: Int { 4 }

  @inline(__always)
  init(_ bits: UInt64) { self.bits = bits }

  /// Four times the same unit.
  @inline(__always)
  init(repeating unit: UInt16) { bits = UInt64(unit) &* 0x0001_0001_0001_0001 }

  /// The units at a position; four must follow.
  @inline(__always)
  init(_ units: Units, at position: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawPointer(units.baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: position &* 2, as: UInt64.self))
  }

  /// A bit at the top of each unit that is the same in both, but perhaps also of one behind such a unit.
  @inline(__always)
  func same(as other: UnitQuad) -> UInt64 {
    let difference = bits ^ other.bits
    return (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
  }

  /// A bit at the top of each unit from U+3400 on, where the ideographs begin.
  var highUnits: UInt64 {
    @inline(__always)
    get {
      ((bits & 0x7FFF_7FFF_7FFF_7FFF) &+ 0x4C00_4C00_4C00_4C00 | bits) & 0x8000_8000_8000_8000
    }
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// The first position of a unit in a slice.
  ///
  /// - Complexity: O(n) in the length of the slice, four units at a time.
  @inline(__always)
  package func first(_ unit: UInt16, in slice: Slice) -> Int? {
    guard slice.lower >= 0, slice.upper <= count else { return nil }
    let wanted = UnitQuad(repeating: unit)
    var i = slice.lower
    let last = slice.upper &- UnitQuad.count
    while i <= last {
      let same = UnitQuad(self, at: i).same(as: wanted)
      if same != 0 { return i &+ same.trailingZeroBitCount / 16 }
      i &+= UnitQuad.count
    }
    while i < slice.upper {
      if self[i] == unit { return i }
      i &+= 1
    }
    return nil
  }
}

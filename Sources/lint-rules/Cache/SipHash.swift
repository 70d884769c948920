/// SipHash-2-4 with 128 bits: a hash that nobody can aim at without its key.
///
/// The library's `Hasher` gives other values in every run; the toolchain has no hash that lasts. Source: Aumasson and
/// Bernstein, “SipHash: a fast short-input PRF”, and the reference implementation for 128 bits.
struct SipHash: Sendable {
  /// The secret that makes hashes unpredictable.
  struct Key: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

    /// A key that nobody knows.
    static func random() -> Key {
      var source = SystemRandomNumberGenerator()
      return Key(low: source.next(), high: source.next())
    }
  }

  /// A hash of 128 bits.
  struct Digest: Hashable, Sendable {
    let low: UInt64
    let high: UInt64
  }

  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// The bytes that do not fill a word yet, lowest first, and how many bytes there were in all.
  private var tail: UInt64 = 0
  private var count = 0

  init(_ key: Key) {
    v0 = key.low ^ 0x736F_6D65_7073_6575
    v1 = key.high ^ 0x646F_7261_6E64_6F6D ^ 0xEE
    v2 = key.low ^ 0x6C79_6765_6E65_7261
    v3 = key.high ^ 0x7465_6462_7974_6573
  }

  /// Takes in bytes; how they are cut into calls makes no difference.
  ///
  /// - Complexity: O(n), somewhat over a byte a cycle.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { region in
      var at = 0
      // Up to the next whole word.
      while at < region.count, count & 7 != 0 {
        add(region[at])
        at += 1
      }
      while at + 8 <= region.count {
        take(UInt64(littleEndian: region.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at += 8
        count &+= 8
      }
      while at < region.count {
        add(region[at])
        at += 1
      }
    }
  }

  /// Takes in a text with its length, so that texts in a row cannot run into each other.
  mutating func add(field bytes: [UInt8]) {
    add(withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) })
    add(bytes)
  }

  /// The hash of all that was taken in.
  func finished() -> Digest {
    var copy = self
    copy.take(tail | UInt64(truncatingIfNeeded: count) << 56)
    copy.v2 ^= 0xEE
    for _ in 0..<4 { copy.mix() }
    let low = copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3
    copy.v1 ^= 0xDD
    for _ in 0..<4 { copy.mix() }
    return Digest(low: low, high: copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3)
  }

  /// The hash of some bytes alone.
  static func hash(_ bytes: [UInt8], _ key: Key) -> Digest {
    var hash = SipHash(key)
    hash.add(bytes)
    return hash.finished()
  }

  private mutating func add(_ byte: UInt8) {
    tail |= UInt64(byte) << UInt64((count & 7) * 8)
    count &+= 1
    guard count & 7 == 0 else { return }
    take(tail)
    tail = 0
  }

  private mutating func take(_ word: UInt64) {
    v3 ^= word
    mix()
    mix()
    v0 ^= word
  }

  private mutating func mix() {
    v0 &+= v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 &+= v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 &+= v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}

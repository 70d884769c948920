/// A dictionary from 64-bit keys of texts to numbers that are not negative.
///
/// The keys are hashes already and nobody chooses them to collide with effect: a slot is found by their own bits,
/// where the library's dictionary would hash them again with a secret.
struct KeyTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// The number, or -1 where nothing is kept.
    var number: Int32 = -1
  }

  private var slots: [Slot] = []
  private(set) var count = 0

  /// Creates a table with room for some keys.
  init(minimumCapacity: Int = 0) {
    if minimumCapacity > 0 { slots = Array(repeating: Slot(), count: Self.size(for: minimumCapacity)) }
  }

  /// At most half of the slots are taken, so that there is always a free one and the way to it is short.
  private static func size(for count: Int) -> Int {
    var size = 8
    while size < 2 &* count { size &*= 2 }
    return size
  }

  /// The number of a key, if it has one.
  subscript(key: UInt64) -> Int32? {
    get {
      guard !slots.isEmpty else { return nil }
      let number = slots[slot(key)].number
      return number >= 0 ? number : nil
    }
    set { if let newValue { _ = update(key, to: newValue) } }
  }

  /// The keys, in no order.
  var keys: [UInt64] { slots.filter { $0.number >= 0 }.map(\.key) }

  /// Gives a key a number; returns the one that it had, or -1.
  mutating func update(_ key: UInt64, to number: Int32) -> Int32 {
    if slots.count < 2 &* (count &+ 1) { grow() }
    let at = slot(key)
    let old = slots[at].number
    slots[at] = Slot(key: key, number: number)
    if old < 0 { count &+= 1 }
    return old
  }

  /// The slot of a key, or the free one where it would stand.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var at = Int(truncatingIfNeeded: ((key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[at].number >= 0, slots[at].key != key { at = (at &+ 1) & mask }
    return at
  }

  /// Forgets all keys and keeps the room for as many.
  mutating func removeAll() {
    guard count > 0 else { return }
    for at in slots.indices { slots[at].number = -1 }
    count = 0
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: Self.size(for: Swift.max(4, 2 &* count)))
    for entry in old where entry.number >= 0 { slots[slot(entry.key)] = entry }
  }
}

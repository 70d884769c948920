/// Reads words and texts from bytes that may be anything.
struct ByteReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Tells whether all was read.
  var isAtEnd: Bool { at == bytes.count }

  /// The next eight bytes, lowest first.
  mutating func word() -> UInt64? {
    guard bytes.count - at >= 8 else { return nil }
    defer { at += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
  }

  /// The next word as a number of things, of which nobody has more than fit in 32 bits: their sums stay in range.
  mutating func count() -> Int? { word().flatMap { $0 <= UInt64(UInt32.max) ? Int($0) : nil } }

  /// A text that follows its length.
  mutating func field() -> [UInt8]? {
    guard let length = count(), length <= bytes.count - at else { return nil }
    defer { at += length }
    return Array(bytes[at..<at + length])
  }
}

extension [UInt8] {
  /// Appends a number as ``ByteReader`` reads it.
  mutating func append(word: some BinaryInteger) {
    Swift.withUnsafeBytes(of: UInt64(truncatingIfNeeded: word).littleEndian) { append(contentsOf: $0) }
  }

  /// Appends a text after its length.
  mutating func append(field: [UInt8]) {
    append(word: field.count)
    append(contentsOf: field)
  }
}

/// Reads UTF-16.
enum UTF16Decoder {
  /// The text as UTF-8, its byte order mark kept as one.
  ///
  /// - Throws: at a surrogate without its partner, or a byte without.
  static func decode(_ bytes: [UInt8], bigEndian: Bool) throws(EncodingError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    var i = 0
    while i < bytes.count {
      guard let (scalar, length) = scalar(bytes, i, bigEndian: bigEndian) else {
        throw EncodingError(offset: i)
      }
      out.append(utf8: scalar)
      i += length
    }
    return out
  }

  /// The scalar at a position and the number of its bytes; `nil` where none stands.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ i: Int, bigEndian: Bool) -> (UInt32, Int)? {
    guard i + 1 < bytes.count else { return nil }
    let unit = unit(bytes, i, bigEndian)
    guard unit >= 0xD800, unit < 0xE000 else { return (unit, 2) }
    if unit < 0xDC00, i + 3 < bytes.count {
      let low = Self.unit(bytes, i + 2, bigEndian)
      if low >= 0xDC00, low < 0xE000 { return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 4) }
    }
    return nil
  }

  /// The text if the bytes look like UTF-16 without a byte order mark.
  static func guess(_ bytes: [UInt8]) -> (text: [UInt8], bigEndian: Bool)? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    for bigEndian in [false, true] {
      // Line ends, TABs, digits and ideographs fill a draft; the other byte order turns them into rare scripts.
      var usual = 0
      let sample = Swift.min(bytes.count, 4096)
      for i in stride(from: 0, to: sample - 1, by: 2) {
        let unit = unit(bytes, i, bigEndian)
        let isText = unit == 0x09 || unit == 0x0A || unit == 0x0D || (unit >= 0x20 && unit < 0x7F)
        if isText || (unit >= 0x4E00 && unit < 0xA000) || (unit >= 0x3000 && unit < 0x3020)
          || unit >> 8 == 0xFF
        {
          usual += 1
        }
      }
      let hasLines = stride(from: 0, to: sample - 1, by: 2).contains {
        let unit = unit(bytes, $0, bigEndian)
        return unit == 0x0A || unit == 0x0D
      }
      if hasLines, usual * 10 >= sample / 2 * 8, let text = try? decode(bytes, bigEndian: bigEndian) {
        return (text, bigEndian)
      }
    }
    return nil
  }

  @inline(__always)
  private static func unit(_ bytes: [UInt8], _ i: Int, _ bigEndian: Bool) -> UInt32 {
    guard i + 1 < bytes.count else { return 0 }
    let (first, second) = (UInt32(bytes[i]), UInt32(bytes[i + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }
}

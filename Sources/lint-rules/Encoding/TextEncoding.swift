internal import LintCore

/// The encodings that drafts arrive in.
enum TextEncoding: Sendable, Hashable {
  case utf8
  case utf16(bigEndian: Bool)
  case gb18030

  /// The name for messages.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    }
  }
}

/// Why bytes cannot be read as text.
struct EncodingError: Error, Hashable, Sendable {
  /// The offset of the first byte that is wrong, in the encoding that the file is most like.
  let offset: Int

  /// The reason in words.
  func text(_ language: Language) -> String {
    language == .chinese
      ? "不是 UTF-8、UTF-16 或 GB18030 文本（第 \(offset + 1) 个字节有误）"
      : "not a text in UTF-8, UTF-16 or GB18030 (byte \(offset + 1) is wrong)"
  }
}

/// A file as text: UTF-8 bytes for the core, and how to get back to the bytes on disk.
struct DecodedText: Sendable {
  /// The text as UTF-8.
  let utf8: [UInt8]
  /// How it lies on disk.
  let encoding: TextEncoding
  /// The bytes on disk.
  let raw: [UInt8]

  /// Recognizes the encoding of a file and reads it.
  ///
  /// A byte order mark decides; then whatever is valid UTF-8 is UTF-8; then UTF-16 and GB18030 must not only be
  /// valid but look like a Chinese text, because almost any bytes are valid in one of them.
  ///
  /// - Complexity: O(n) in the number of bytes.
  /// - Throws: when the bytes are none of these.
  init(_ bytes: [UInt8]) throws(EncodingError) {
    raw = bytes
    // UTF-32 begins as UTF-16 does, with a NUL that stands in no text.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw EncodingError(offset: 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let encoding = TextEncoding.utf16(bigEndian: bytes.first == 0xFE)
      utf8 = try UTF16Decoder.decode(bytes, bigEndian: bytes.first == 0xFE)
      self.encoding = encoding
      return
    }
    let (error, holdsNull) = UTF8Validity.scan(bytes)
    guard let offset = error else {
      // NUL is valid UTF-8 but stands in no text; in UTF-16 every other byte of a figure is one.
      if holdsNull, let (text, bigEndian) = UTF16Decoder.guess(bytes) {
        (utf8, encoding) = (text, .utf16(bigEndian: bigEndian))
      } else {
        (utf8, encoding) = (bytes, .utf8)
      }
      return
    }
    if let (text, bigEndian) = UTF16Decoder.guess(bytes) {
      (utf8, encoding) = (text, .utf16(bigEndian: bigEndian))
      return
    }
    switch GB18030Decoder.decode(bytes) {
    case .text(let text): (utf8, encoding) = (text, .gb18030)
    case .broken(let place): throw EncodingError(offset: Swift.max(place, offset))
    case .unlike: throw EncodingError(offset: offset)
    }
  }

  /// Tells whether nothing but blanks stands in the text.
  var isBlank: Bool {
    utf8.withoutByteOrderMark.allSatisfy { $0 <= 0x20 }
  }
}

/// Finds bytes that are not UTF-8.
enum UTF8Validity {
  /// The offset of the first byte that no UTF-8 text could have there, or `nil` if all is well, and whether a NUL
  /// stands before it.
  ///
  /// - Complexity: O(n).
  static func scan(_ bytes: [UInt8]) -> (firstError: Int?, holdsNull: Bool) {
    bytes.withUnsafeBytes { raw in
      let p = raw.bindMemory(to: UInt8.self)
      var i = 0
      var least: UInt8 = 0xFF
      let n = p.count
      while i < n {
        // Ideographs and their punctuation are three bytes; only those after E0 and ED have further limits.
        while i &+ 4 <= n {
          let four = raw.loadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian
          if (four & 0x00C0_C0FF) &- 0x0080_80E1 <= 0x0B || four & 0x00C0_C0FE == 0x0080_80EE {
            i &+= 3
          } else if four & 0x8080_8080 == 0, (four &- 0x0101_0101) & 0x8080_8080 == 0 {
            // Four characters of ASCII, none of them NUL.
            i &+= 4
          } else {
            break
          }
        }
        guard i < n else { break }
        let lead = p[i]
        if lead < 0x80 {
          least = Swift.min(least, lead)
          i &+= 1
          continue
        }
        guard let length = length(p, i) else { return (i, least == 0) }
        i += length
      }
      return (nil, least == 0)
    }
  }

  /// The length of the well-formed sequence at `i`, by table 3-7 of the Unicode standard.
  private static func length(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch p[i] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard i + length <= p.count, second.contains(p[i + 1]) else { return nil }
    for k in (i + 2)..<Swift.max(i + 2, i + length) where p[k] & 0xC0 != 0x80 { return nil }
    return length
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  @inline(__always)
  mutating func append(utf8 value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}

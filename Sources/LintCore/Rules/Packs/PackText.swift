/// Folds the words of packs.
enum PackText {
  /// The folded units of a word; most hold nothing that folding changes and need no pass of it.
  static func word(_ text: String) -> Name {
    var text = text
    var isPlain = true
    let units = text.withUTF8 { bytes in
      [UInt16](unsafeUninitializedCapacity: bytes.count) { out, count in
        isPlain = fill(out, &count, from: bytes)
      }
    }
    return isPlain ? Name(units: units) : Name(folding: text)
  }

  /// Decodes letters, digits and common ideographs; stops and returns `false` at anything else.
  private static func fill(
    _ out: UnsafeMutableBufferPointer<UInt16>, _ count: inout Int, from bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x28, 0x29:
        out[count] = UInt16(byte)
        i += 1
      case 0xE4...0xE9 where i + 2 < bytes.count:
        out[count] =
          UInt16(byte & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
        i += 3
      default:
        return false
      }
      count += 1
    }
    return true
  }
}

extension TextKey {
  /// A 64-bit hash of the bytes of a string.
  ///
  /// The standard hash and equality of strings first bring Chinese text into a normal form, which costs more than
  /// all else in reading a pack; the words of packs are compared as they are written.
  static func bytes(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Tells whether two strings are the same bytes.
  static func same(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
  }
}

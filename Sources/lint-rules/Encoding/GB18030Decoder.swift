/// Reads GB18030, and with it GBK and GB2312, which are parts of it.
///
/// The tables are the program's own: the C library keeps them in files that a static binary on another machine
/// cannot load.
enum GB18030Decoder {
  private static let trailCount = 190

  /// The scalar of each code of two bytes, unpacked on first use.
  private static let twoBytes: [UInt16] = GB18030Table.twoBytes.withUTF8Buffer { buffer in
    String(decoding: buffer, as: UTF8.self).unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
  }

  /// What reading bytes gives.
  enum Reading {
    case text([UInt8])
    /// What stands before the offset looks like Chinese, and what stands there is no code.
    case broken(Int)
    /// The bytes do not look like Chinese.
    case unlike
  }

  /// Reads the text as UTF-8.
  ///
  /// - Complexity: O(n).
  static func decode(_ bytes: [UInt8]) -> Reading {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    var (ideographs, usual) = (0, 0)
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      if lead < 0x80 {
        // Controls stand in no text.
        if lead < 0x09 || (lead > 0x0D && lead < 0x20 && lead != 0x1A) { break }
        out.append(lead)
        i += 1
        continue
      }
      guard let (scalar, length) = scalar(bytes, i) else { break }
      out.append(utf8: scalar)
      ideographs += 1
      // The characters in use stand in rows A1...A3 (punctuation) and B0...F7 of GB2312.
      if length == 2, bytes[i + 1] >= 0xA1, lead <= 0xA3 || (lead >= 0xB0 && lead <= 0xF7) { usual += 1 }
      i += length
    }
    guard usual * 10 >= ideographs * 7 else { return .unlike }
    return i < bytes.count ? .broken(i) : .text(out)
  }

  /// The scalar at a position and the number of bytes of its code.
  static func scalar(_ bytes: [UInt8], _ i: Int) -> (UInt32, Int)? {
    guard i + 1 < bytes.count else { return nil }
    let (lead, second) = (bytes[i], bytes[i + 1])
    guard lead >= 0x81, lead <= 0xFE else { return nil }
    if second >= 0x30, second <= 0x39 { return fourBytes(bytes, i).map { ($0, 4) } }
    guard second >= 0x40, second <= 0xFE, second != 0x7F else { return nil }
    let column = Int(second) - (second > 0x7F ? 0x41 : 0x40)
    let index = Int(lead - 0x81) * trailCount + column
    guard index < twoBytes.count else { return nil }
    return (UInt32(twoBytes[index]), 2)
  }

  private static func fourBytes(_ bytes: [UInt8], _ i: Int) -> UInt32? {
    guard i + 3 < bytes.count, (0x81...0xFE).contains(bytes[i + 2]), (0x30...0x39).contains(bytes[i + 3])
    else {
      return nil
    }
    let high = Int(bytes[i] - 0x81) * 10 + Int(bytes[i + 1] - 0x30)
    let linear = high * 1260 + Int(bytes[i + 2] - 0x81) * 10 + Int(bytes[i + 3] - 0x30)
    // Codes from 0x90308130 on are the supplementary planes in order.
    let supplementary = 189_000
    if linear >= supplementary {
      let value = UInt32(linear - supplementary) + 0x10000
      return value <= 0x10FFFF ? value : nil
    }
    guard linear < 39_420, let run = GB18030Table.fourByteRuns.last(where: { Int($0.index) <= linear }) else {
      return nil
    }
    let value = run.scalar + UInt32(linear - Int(run.index))
    return value >= 0xD800 && value < 0xE000 ? nil : value
  }
}

internal import LintCore

extension DecodedText {
  /// The file with edits of its text made, every byte outside them as it was.
  ///
  /// - Returns: `nil` if new text cannot be written in the encoding of the file.
  /// - Complexity: O(n) in the size of the file.
  func applying(_ edits: [Edit]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count + 64)
    var position = (raw: 0, text: 0)
    let ending = Self.lineEnding(of: utf8)
    for edit in edits {
      // New lines end as the others do.
      let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = advance(position, to: edit.range.lower),
        let end = advance(start, to: edit.range.upper), let text = encoded(lines.joined(separator: ending)),
        start.raw >= position.raw, end.raw >= start.raw
      else { return nil }
      out += raw[position.raw..<start.raw]
      out += text
      position = end
    }
    return out + raw[position.raw...]
  }

  /// What ends the first line of a text.
  static func lineEnding(of text: [UInt8]) -> String {
    guard let end = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), text[end] == 0x0D else {
      return "\n"
    }
    return end + 1 < text.count && text[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// Moves a pair of offsets, into the file and into its text, to an offset of the text; `nil` if no scalar starts there.
  private func advance(_ from: (raw: Int, text: Int), to target: Int) -> (raw: Int, text: Int)? {
    guard encoding != .utf8 else { return target <= raw.count ? (target, target) : nil }
    var (at, text) = from
    while text < target {
      guard let (scalar, length) = scalar(at: at) else { return nil }
      at += length
      text += UTF8.width(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text == target ? (at, text) : nil
  }

  /// The scalar that a position of the file holds, as reading it made it, and the number of its bytes.
  private func scalar(at i: Int) -> (UInt32, Int)? {
    guard i < raw.count else { return nil }
    switch encoding {
    case .utf8: return nil
    case .gb18030: return raw[i] < 0x80 ? (UInt32(raw[i]), 1) : GB18030Decoder.scalar(raw, i)
    case .utf16(let bigEndian): return UTF16Decoder.scalar(raw, i, bigEndian: bigEndian)
    }
  }

  private func encoded(_ text: String) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16(let bigEndian):
      return text.utf16.flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return bigEndian ? bytes : bytes.reversed()
      }
    case .gb18030: return GB18030Decoder.encode(text)
    }
  }
}

extension UTF8 {
  /// The number of bytes of a scalar.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}

extension GB18030Decoder {
  /// The codes of a text, or `nil` if it holds a scalar without one.
  ///
  /// - Complexity: O(scalars · codes); fixes insert a few characters.
  static func encode(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        out.append(UInt8(scalar.value))
      } else if let code = code(of: scalar.value) {
        out += code
      } else {
        return nil
      }
    }
    return out
  }

  private static func code(of value: UInt32) -> [UInt8]? {
    guard value != 0xFFFD else { return nil }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if let (scalar, _) = scalar([lead, trail], 0), scalar == value { return [lead, trail] }
      }
    }
    let linear: Int
    if value >= 0x10000 {
      linear = 189_000 + Int(value - 0x10000)
    } else if let run = GB18030Table.fourByteRuns.last(where: { $0.scalar <= value }) {
      linear = Int(run.index) + Int(value - run.scalar)
    } else {
      return nil
    }
    let bytes = [
      0x81 + linear / 12600, 0x30 + linear / 1260 % 10, 0x81 + linear / 10 % 126, 0x30 + linear % 10,
    ].map { UInt8(truncatingIfNeeded: $0) }
    return scalar(bytes, 0)?.0 == value ? bytes : nil
  }
}

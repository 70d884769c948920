/// The identity of a document: clients spell the same URI in several ways.
///
/// `file:///C%3A/%E9%A2%84` and `file:///c:/预` name one document. Names that differ only in Unicode normalization
/// (NFC, NFD) are one name as well, which is what `String` means by equality.
struct DocumentURI: Hashable, Sendable {
  /// The scheme in lower case and everything after it without escapes.
  let key: String
  /// The URI as the client wrote it.
  let spelling: String

  /// Reads a URI; any text gives one.
  init(_ spelling: String) {
    self.spelling = spelling
    self.key = Self.normalize(spelling)
  }

  static func == (a: DocumentURI, b: DocumentURI) -> Bool { a.key == b.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The path in the file system, or `nil` if the document does not lie in one.
  var path: String? {
    guard key.hasPrefix("file://") else { return nil }
    let rest = key.dropFirst("file://".count)
    return rest.hasPrefix("/") ? String(rest) : nil
  }

  /// The URI of a file.
  init(path: String) {
    self.init("file://" + Self.escape(path))
  }

  private static func normalize(_ spelling: String) -> String {
    let bytes = Array(spelling.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return String(decoding: unescape(bytes[...]), as: UTF8.self)
    }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    var rest = unescape(bytes[(colon + 1)...])
    if scheme == "file" {
      let host = Array("//localhost/".utf8)
      if rest.starts(with: host) { rest.replaceSubrange(..<host.count, with: Array("///".utf8)) }
      // Drive letters come in both cases: `///C:/`.
      if rest.count > 4, rest.starts(with: Array("///".utf8)), isLetter(rest[3]), rest[4] == UInt8(ascii: ":")
      {
        rest[3] |= 0x20
      }
    }
    return scheme + ":" + String(decoding: rest, as: UTF8.self)
  }

  private static func unescape(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex, let high = hex(bytes[i + 1]),
        let low = hex(bytes[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }

  /// Escapes everything but the characters a URI path may hold as they are.
  static func escape(_ text: String) -> String {
    escape(text) { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || "/-._~".utf8.contains($0) }
  }

  /// Escapes what no URI may hold, and leaves everything else as a person wrote it.
  static func asciiOnly(_ text: String) -> String {
    escape(text) { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
  }

  private static func escape(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) {
        out.append(byte)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

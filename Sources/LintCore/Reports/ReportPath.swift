/// A path as reports for other programs want it.
enum ReportPath {
  /// The path without what does not tell where it leads, `./` and doubled slashes, and from the given folders if it
  /// lies in one of them; folders end with a slash.
  static func clean(_ path: String, from folders: [String] = []) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/"), out.last == byte { continue }
      if byte == UInt8(ascii: "/"), out.last == UInt8(ascii: "."),
        out.count == 1 || out[out.count - 2] == UInt8(ascii: "/")
      {
        out.removeLast()
        continue
      }
      out.append(byte)
    }
    let text = String(decoding: out, as: UTF8.self)
    for folder in folders where text.hasPrefix(folder) && text.utf8.count > folder.utf8.count {
      return String(text.dropFirst(folder.count))
    }
    return text.isEmpty ? path : text
  }

  /// A clean path as a URI reference: relative if the path is, else with the scheme `file`.
  static func uri(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += "%"
        out.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
        out.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 0xF)]))
      }
    }
    return out
  }
}

extension ReportContext {
  /// The path as reports for other programs want it: from the working folder, if it lies there.
  func clean(_ path: String) -> String { ReportPath.clean(path, from: folders) }
}

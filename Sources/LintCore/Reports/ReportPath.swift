/// A path as reports for other programs want it.
package enum ReportPath {
  /// The path without what does not tell where it leads, `./` and doubled slashes, and from the given folders if it
  /// lies in one of them; folders end with a slash.
  package static func clean(_ path: [UInt8], from folders: [[UInt8]]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var out: [UInt8] = []
    out.reserveCapacity(path.count)
    for byte in path {
      if byte == slash, out.last == slash { continue }
      if byte == slash, out.last == dot, out.count == 1 || out[out.count - 2] == slash {
        out.removeLast()
        continue
      }
      out.append(byte)
    }
    for folder in folders where out.starts(with: folder) && out.count > folder.count {
      return Array(out.dropFirst(folder.count))
    }
    return out.isEmpty ? path : out
  }

  /// The same for a path as text.
  static func clean(_ path: String, from folders: [[UInt8]] = []) -> String {
    String(decoding: clean(Array(path.utf8), from: folders), as: UTF8.self)
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

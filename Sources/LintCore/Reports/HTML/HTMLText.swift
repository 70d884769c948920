/// Writes the text of a draft as HTML: escaped, its inline markup dropped, its marks set.
struct HTMLText {
  let source: SourceText
  let marks: HTMLMarks

  /// Writes the stretch of a draft with an element around each marked part.
  ///
  /// - Complexity: O(n · marks of the line).
  func write(_ range: ByteRange, to out: inout [UInt8]) {
    let lower = Swift.max(0, Swift.min(range.lower, source.bytes.count))
    let upper = Swift.max(lower, Swift.min(range.upper, source.bytes.count))
    var start = lower
    while start < upper {
      let line = source.line(at: start)
      let end = Swift.max(start, Swift.min(upper, source.range(ofLine: line).upper))
      writeLine(ByteRange(start, end), line: line, to: &out)
      let next = line + 1 < source.lineCount ? Int(source.lineStarts[line + 1]) : source.bytes.count
      start = Swift.max(next, start + 1)
    }
    if lower == upper { writeLine(ByteRange(lower, upper), line: source.line(at: lower), to: &out) }
  }

  private func writeLine(_ range: ByteRange, line: Int, to out: inout [UInt8]) {
    let touching = marks.touching(range, line: line)
    guard !touching.isEmpty else {
      writePlain(range, to: &out)
      return
    }
    var cuts = Set([range.lower, range.upper])
    for mark in touching {
      cuts.insert(Swift.max(range.lower, Swift.min(mark.range.lower, range.upper)))
      cuts.insert(Swift.max(range.lower, Swift.min(mark.range.upper, range.upper)))
    }
    let places = cuts.sorted()
    for mark in touching where mark.range.isEmpty && places.count == 1 { writeCaret([mark], to: &out) }
    for (start, end) in zip(places, places.dropFirst()) {
      let carets = touching.filter { $0.range.isEmpty && $0.range.lower == start }
      if !carets.isEmpty { writeCaret(carets, to: &out) }
      let part = ByteRange(start, end)
      let covering = touching.filter { $0.range.contains(part) }
      if covering.isEmpty {
        writePlain(part, to: &out)
      } else {
        out += "<mark\(covering.attributes())>".utf8
        writePlain(part, to: &out)
        out += "</mark>".utf8
      }
    }
    let last = touching.filter { $0.range.isEmpty && $0.range.lower == range.upper && places.count > 1 }
    if !last.isEmpty { writeCaret(last, to: &out) }
  }

  /// The stretch without the `#` of a Markdown heading and the blanks around it.
  func withoutHeadingSigns(_ range: ByteRange) -> ByteRange {
    let bytes = source.bytes
    var lower = range.lower
    while lower < range.upper, bytes[lower] == UInt8(ascii: "#") { lower += 1 }
    if lower > range.lower { while lower < range.upper, bytes[lower] == 0x20 { lower += 1 } }
    return ByteRange(lower, range.upper)
  }

  /// Writes a mark where something is missing.
  private func writeCaret(_ marks: [HTMLMarks.Mark], to out: inout [UInt8]) {
    out += "<mark\(marks.attributes(adding: "caret"))>‸</mark>".utf8
  }

  /// Writes a stretch without marks; tags and `**` of the draft are left out.
  private func writePlain(_ range: ByteRange, to out: inout [UInt8]) {
    let bytes = source.bytes
    var i = range.lower
    while i < range.upper {
      let byte = bytes[i]
      if byte == UInt8(ascii: "<"), let end = tagEnd(i, range.upper) {
        i = end
        continue
      }
      if byte == UInt8(ascii: "*"), i + 1 < range.upper, bytes[i + 1] == byte {
        i += 2
        continue
      }
      out.appendEscaped(byte)
      i += 1
    }
  }

  /// The offset after the tag that starts at `start`, if one does.
  private func tagEnd(_ start: Int, _ limit: Int) -> Int? {
    let bytes = source.bytes
    var i = start + 1
    if i < limit, bytes[i] == UInt8(ascii: "/") { i += 1 }
    guard i < limit, (bytes[i] | 0x20) >= UInt8(ascii: "a"), (bytes[i] | 0x20) <= UInt8(ascii: "z") else {
      return nil
    }
    while i < limit, i < start + 200 {
      if bytes[i] == UInt8(ascii: ">") { return i + 1 }
      if bytes[i] == UInt8(ascii: "<") { return nil }
      i += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends a byte of UTF-8 text so that no byte can be taken for markup or a control.
  @inline(__always)
  mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): self += "&amp;".utf8
    case UInt8(ascii: "<"): self += "&lt;".utf8
    case UInt8(ascii: ">"): self += "&gt;".utf8
    case UInt8(ascii: "\""): self += "&quot;".utf8
    case UInt8(ascii: "'"): self += "&#39;".utf8
    case 0x09, 0x0A, 0x0D: append(0x20)
    case 0..<0x20, 0x7F: self += "\u{FFFD}".utf8
    default: append(byte)
    }
  }
}

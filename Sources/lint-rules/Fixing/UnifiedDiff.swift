internal import LintCore

/// Shows edits as a unified diff.
///
/// The diff holds the lines as they are, so that `git apply` and `patch` take it; for a terminal it is shown without
/// what a terminal would act on.
struct UnifiedDiff {
  private static let context = 3

  private let bytes: [UInt8]
  /// Where the lines start: for a diff a line feed alone ends a line.
  private let starts: [Int]
  private let isForTerminal: Bool
  private var out: [UInt8] = []

  /// The diff that sorted edits make in a text; empty without edits.
  ///
  /// - Complexity: O(n) in the size of the text.
  static func text(
    _ bytes: [UInt8], _ edits: [Edit], path: String, isForTerminal: Bool = false
  ) -> [UInt8] {
    guard !edits.isEmpty else { return [] }
    var diff = UnifiedDiff(bytes: bytes, isForTerminal: isForTerminal)
    diff.out += "--- \(name("a/", path))\n+++ \(name("b/", path))\n".utf8
    var shift = 0
    for group in diff.groups(edits) { shift += diff.write(group, shift: shift) }
    return diff.out
  }

  private init(bytes: [UInt8], isForTerminal: Bool) {
    self.bytes = bytes
    self.isForTerminal = isForTerminal
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }.filter { $0 < bytes.count }
  }

  private func line(at offset: Int) -> Int { starts.lastIndex { $0 <= offset } ?? 0 }

  private func start(ofLine line: Int) -> Int { line < starts.count ? starts[line] : bytes.count }

  /// Edits whose surroundings meet.
  private func groups(_ edits: [Edit]) -> [[Edit]] {
    var groups: [[Edit]] = []
    for edit in edits {
      if let last = groups.last?.last,
        line(at: edit.range.lower) - line(at: last.range.upper) <= 2 * Self.context
      {
        groups[groups.count - 1].append(edit)
      } else {
        groups.append([edit])
      }
    }
    return groups
  }

  /// Writes the hunk of some edits; returns by how many lines it makes the text longer.
  private mutating func write(_ edits: [Edit], shift: Int) -> Int {
    let first = Swift.max(0, line(at: edits.first?.range.lower ?? 0) - Self.context)
    var body: [(sign: String, line: ArraySlice<UInt8>)] = []
    var next = first
    func keep(upTo line: Int) {
      body += Self.lines(bytes[start(ofLine: next)..<start(ofLine: line)]).map { (" ", $0) }
      next = line
    }
    for meeting in meeting(edits) {
      keep(upTo: meeting.lines.lowerBound)
      next = meeting.lines.upperBound
      let region = start(ofLine: meeting.lines.lowerBound)..<start(ofLine: next)
      let old = Self.lines(bytes[region])
      let new = Self.lines(mended(region, meeting.edits)[...])
      let head = zip(old, new).prefix { $0 == $1 }.count
      let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
      body += old.prefix(head).map { (" ", $0) }
      body += old.dropFirst(head).dropLast(tail).map { ("-", $0) }
      body += new.dropFirst(head).dropLast(tail).map { ("+", $0) }
      body += old.suffix(tail).map { (" ", $0) }
    }
    keep(upTo: next + Self.context)
    let oldCount = body.count { $0.sign != "+" }
    let newCount = body.count { $0.sign != "-" }
    out += "@@ -\(Self.span(first, oldCount)) +\(Self.span(first + shift, newCount)) @@\n".utf8
    for (sign, line) in body { put(sign, line) }
    return newCount - oldCount
  }

  /// Edits that share lines, and these lines.
  private func meeting(_ edits: [Edit]) -> [(lines: Range<Int>, edits: [Edit])] {
    var meeting: [(lines: Range<Int>, edits: [Edit])] = []
    for edit in edits {
      let lines = line(at: edit.range.lower)..<(line(at: edit.range.upper) + 1)
      if let last = meeting.last, last.lines.upperBound > lines.lowerBound {
        meeting[meeting.count - 1] = (
          last.lines.lowerBound..<Swift.max(last.lines.upperBound, lines.upperBound), last.edits + [edit]
        )
      } else {
        meeting.append((lines, [edit]))
      }
    }
    return meeting
  }

  /// A side of a hunk; one without lines is counted from the line before it.
  private static func span(_ line: Int, _ count: Int) -> String { "\(count == 0 ? line : line + 1),\(count)" }

  private func mended(_ region: Range<Int>, _ edits: [Edit]) -> [UInt8] {
    let ending = DecodedText.lineEnding(of: bytes)
    var at = region.lowerBound
    var text: [UInt8] = []
    for edit in edits where edit.range.lower >= at && edit.range.upper <= region.upperBound {
      text += bytes[at..<edit.range.lower]
      text +=
        edit.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending).utf8
      at = edit.range.upper
    }
    return text + bytes[at..<region.upperBound]
  }

  /// The lines of a text, each with the line feed that ends it.
  private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = text
    var lines: [ArraySlice<UInt8>] = []
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  private mutating func put(_ sign: String, _ line: ArraySlice<UInt8>) {
    out += sign.utf8
    let isEnded = line.last == 0x0A
    let text = isEnded ? line.dropLast() : line
    if isForTerminal {
      // TABs part the cells of tables and must stay.
      let cells = String(decoding: text.last == 0x0D ? text.dropLast() : text, as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false)
      out += cells.map { String($0).withoutControls }.joined(separator: "\t").utf8
    } else {
      out += text
    }
    out += (isEnded ? "\n" : "\n\\ No newline at end of file\n").utf8
  }
}

// MARK: - Names

extension UnifiedDiff {
  /// The name of a side: below the folder that the diff is applied in, and quoted as git does it.
  fileprivate static func name(_ side: String, _ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("/") || rest.hasPrefix("./") { rest = rest.dropFirst() }
    let isPlain = rest.unicodeScalars.allSatisfy {
      $0 >= " " && $0 != "\"" && $0 != "\\" && !(0x7F..<0xA0).contains($0.value)
    }
    // A TAB ends a name that holds blanks.
    if isPlain { return side + rest + (rest.contains(" ") ? "\t" : "") }
    let quoted = rest.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: String(UnicodeScalar(byte))
      default: "\\\(byte >> 6)\(byte >> 3 & 7)\(byte & 7)"
      }
    }
    return "\"" + side + quoted.joined() + "\""
  }
}

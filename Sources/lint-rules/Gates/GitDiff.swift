/// Reads what `git diff` writes without context.
struct GitDiff {
  private var changes: [String: GitChanges.Change] = [:]
  /// The file that the lines speak of, and the object that held it.
  private var path: String?
  private var before: String?
  /// How many lines of the file's own text follow: these are not looked at, whatever they look like.
  private var textLines = 0

  /// The changes by path.
  ///
  /// - Complexity: O(n) in the size of the diff.
  static func changes(_ diff: [UInt8]) -> [String: GitChanges.Change] {
    var reader = GitDiff()
    for line in diff.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.read(line) }
    return reader.changes
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    // "\ No newline at end of file" is not counted.
    if line.first == UInt8(ascii: "\\") { return }
    guard textLines == 0 else {
      textLines -= 1
      return
    }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("diff --git ") {
      (path, before) = (nil, nil)
    } else if text.hasPrefix("index ") {
      before = Self.object(text)
    } else if text.hasPrefix("+++ ") {
      path = Self.name(String(text.dropFirst(4)))
      if let path { changes[path] = GitChanges.Change(lines: before == nil ? nil : [], before: before) }
    } else if text.hasPrefix("@@ ") {
      guard let hunk = Self.hunk(text) else { return }
      textLines = hunk.textLines
      if let path { changes[path]?.lines?.append(hunk.lines) }
    } else if text.hasPrefix("Binary files "), let end = text.firstRange(of: " differ"),
      let start = text.firstRange(of: " and ")
    {
      if let path = Self.name(String(text[start.upperBound..<end.lowerBound])) {
        changes[path] = GitChanges.Change(lines: nil, before: before)
      }
    }
  }

  /// The object that held the file, from `index OLD..NEW MODE`; `nil` if there was none.
  private static func object(_ text: String) -> String? {
    let name = text.dropFirst("index ".count).prefix { $0 != "." }
    return name.isEmpty || name.allSatisfy { $0 == "0" } ? nil : String(name)
  }

  /// The path after `b/`, which git quotes if it holds odd characters; `nil` for a file that is gone.
  private static func name(_ written: String) -> String? {
    var bytes = Array(written.utf8)
    if bytes.last == 0x09 { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""), bytes.count >= 2 {
      bytes = unquoted(bytes.dropFirst().dropLast())
    }
    guard bytes.starts(with: Array("b/".utf8)) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        out.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        out.append(digits.reduce(0) { $0 &<< 3 | ($1 & 7) })
      default: out.append(next)
      }
    }
    return out
  }

  /// The lines on the new side of `@@ -a,b +c,d @@`, where a removal counts as a change where it was, and the number
  /// of lines that the hunk shows.
  private static func hunk(_ text: String) -> (lines: Range<Int>, textLines: Int)? {
    let sides = text.split(separator: " ").dropFirst().prefix(2).map(numbers)
    guard sides.count == 2, let (first, count) = sides[1], let (_, removed) = sides[0] else { return nil }
    let start = Swift.max(0, first - 1)
    return (count == 0 ? start..<(start + 2) : start..<(start + count), removed + count)
  }

  /// The start and the length in `+c,d` or `-a,b`; one line if no length is written.
  private static func numbers(_ side: Substring) -> (start: Int, count: Int)? {
    let numbers = side.dropFirst().split(separator: ",").map { Int($0) ?? -1 }
    guard let start = numbers.first, numbers.allSatisfy({ (0..<(1 << 30)).contains($0) }) else { return nil }
    return (start, numbers.count > 1 ? numbers[1] : 1)
  }
}

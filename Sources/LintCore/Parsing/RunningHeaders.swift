/// The short lines that a converted document repeats at the top or bottom of its pages (页眉, 页脚), its title first.
struct RunningHeaders {
  /// The longest running header, in units.
  static let longest = 40
  /// How often a line is repeated at least.
  private static let least = 3
  /// How many lines a page has at least: of a page that holds a picture only its header is left.
  private static let shortestPage = 2

  private var keys: Set<UInt64> = []

  /// Looks for the lines that come again and again, far apart and outside the contents.
  ///
  /// - Complexity: O(n) in the number of units of short lines.
  init(units: Units, text: FoldedText, contents: Contents?) {
    var seen: [UInt64: (last: Int, count: Int)] = [:]
    for line in 0..<max(0, text.lines.count - 1) where contents?.lines.contains(line) != true {
      let whole = text.slice(ofLine: line)
      guard !whole.isEmpty, whole.count <= 2 * Self.longest, text.lines[line].hashLevel == 0,
        !text.lines[line].traits.contains(.tab), !text.lines[line].traits.contains(.pipe)
      else { continue }
      let slice = Self.words(units.trimmed(whole), units)
      // 单位：万元 comes above every table and says that a new one starts.
      guard slice.count >= 4, slice.count <= Self.longest, !units.contains(":", in: slice) else { continue }
      let key = units.key(slice)
      if seen.isEmpty { keys.insert(key) }
      let before = seen[key] ?? (-Self.shortestPage, 0)
      guard line - before.last >= Self.shortestPage else { continue }
      seen[key] = (line, before.count + 1)
      if before.count + 1 == Self.least { keys.insert(key) }
    }
  }

  /// Tells whether a trimmed line is one of them.
  func contains(_ line: Slice, _ units: Units) -> Bool { keys.contains(units.key(Self.words(line, units))) }

  /// A line without the page number at either end.
  static func words(_ line: Slice, _ units: Units) -> Slice {
    func isPage(_ unit: UInt16) -> Bool { Unit.isDigit(unit) || unit == 0x20 || unit == 0x2D || unit == 0xB7 }
    var lower = line.lower
    var upper = line.upper
    while upper > lower, isPage(units[upper - 1]) { upper -= 1 }
    // 2023年度… starts with a year and not with a page.
    var first = lower
    while first < upper, isPage(units[first]) { first += 1 }
    if first < upper, units[first] != 0x5E74 { lower = first }
    return Slice(lower, upper)
  }
}

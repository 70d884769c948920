/// The lines that stand at the head or foot of every page (页眉、页脚): the title of the draft, or a line that comes
/// again and again, whatever page number it has.
///
/// They are looked for only where a table breaks off; most drafts never ask.
final class RunningHeads {
  private let units: Units
  private let text: FoldedText
  private var found: Set<UInt64>?

  /// How often a line stands in a draft at least if it is printed on every page.
  private static let leastRepeats = 3

  init(units: Units, text: FoldedText) {
    self.units = units
    self.text = text
  }

  /// Tells whether a trimmed line is one.
  ///
  /// - Complexity: O(n) in the length of the draft the first time, O(1) later.
  func contains(_ slice: Slice) -> Bool {
    guard let key = key(slice) else { return false }
    if let found { return found.contains(key) }
    let heads = heads()
    found = heads
    return heads.contains(key)
  }

  private func heads() -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    var title: UInt64?
    for line in 0..<Swift.max(0, text.lines.count - 1) where !text.lines[line].traits.contains(.tab) {
      guard let key = key(units.trimmed(text.slice(ofLine: line))) else { continue }
      title = title ?? key
      counts[key, default: 0] += 1
    }
    var result = Set(counts.filter { $0.value >= Self.leastRepeats }.keys)
    if let title { result.insert(title) }
    return result
  }

  /// What is left of a line without its page number; `nil` if it is no head of a page.
  private func key(_ slice: Slice) -> UInt64? {
    guard slice.count <= 48 else { return nil }
    var lower = slice.lower
    var upper = slice.upper
    while lower < upper, isMargin(units[lower]), !startsYear(lower, upper) { lower += 1 }
    while upper > lower, isMargin(units[upper - 1]) { upper -= 1 }
    guard upper - lower >= 4, OrdinalScanner.scan(units, Slice(lower, upper)) == nil else { return nil }
    return units.key(Slice(lower, upper))
  }

  private func startsYear(_ at: Int, _ upper: Int) -> Bool {
    at + 4 < upper && units[at] == 0x32 && units[at + 1] == 0x30 && units[at + 4] == 0x5E74
  }

  private func isMargin(_ unit: UInt16) -> Bool {
    Unit.isDigit(unit) || unit == 0x20 || unit == 0x2D || unit == 0xB7 || unit == 0x7C || unit == 0x2F
  }
}

/// The lines that a converted document prints on every page besides its text: page numbers (页码), running headers and
/// footers (页眉、页脚).
///
/// They are taken out of the folded text before it is read, so that a sentence, a figure or a table that a page break cut
/// is one slice again.
struct PageFurniture {
  /// The longest running header, in units, and the shortest.
  private static let header = 4...RunningHeaders.longest
  /// On how many pages a running header stands at least, and on how many of a hundred; of two pages on both.
  private static let least = (pages: 3, percent: 40)
  /// What a report or a statement of each table may begin a page with is no running header unless most pages have it.
  private static let mostPages = 60
  /// How many blank lines may stand between the number of a page and its header, and how many lines a header has.
  private static let reach = (blank: 3, lines: 2)

  private let text: FoldedText
  private let units: Units
  /// The lines that hold a page number and nothing else, or behind or before a running header.
  private var numbers: [Int] = []
  private var numberedHeaders: [Int] = []
  /// The lines that are as the title of the whole draft.
  private var titles: [Int] = []

  /// The text without these lines; how the former state was read tells whether lines that both have are the same.
  ///
  /// - Complexity: O(n) in the number of lines, and of units where a page number stands.
  static func removed(from text: FoldedText, after former: FormerDraft?) -> FoldedText {
    let lines = text.units.withUnsafeBufferPointer { units in PageFurniture(text, units).lines() }
    return text.without(lines, after: former?.draft.text, former?.shared)
  }

  private init(_ text: FoldedText, _ units: Units) {
    self.text = text
    self.units = units
    findNumbers()
  }

  private mutating func findNumbers() {
    var depth = 0
    for line in 0..<Swift.max(0, text.lines.count - 1) {
      let traits = text.lines[line].traits
      guard traits.isDisjoint(with: [.tab, .pipe, .tableTag]) else {
        if traits.contains(.tableTag) { depth += opened(line) }
        continue
      }
      let slice = text.slice(ofLine: line)
      // The text of a cell may stand in lines of its own.
      guard depth == 0, !slice.isEmpty, slice.count <= Self.header.upperBound + 8 else { continue }
      if PageNumber.isOne(units, units.trimmed(slice)) {
        numbers.append(line)
      } else if isNumbered(line) {
        numberedHeaders.append(line)
      } else if Self.titleEnds.contains(units[slice.upper - 1]), isTitle(line) {
        titles.append(line)
      }
    }
  }

  /// Tells whether the number of a page stands in one line with its header.
  private func isNumbered(_ line: Int) -> Bool {
    let slice = units.trimmed(text.slice(ofLine: line))
    guard Unit.isDigit(units[slice.upper - 1]) || Unit.isDigit(units[slice.lower]) else { return false }
    return words(line).count < slice.count && isHeader(line)
  }

  /// How many more tables a line of HTML opens than it closes.
  private func opened(_ line: Int) -> Int {
    text.slice(ofLine: line).indices.reduce(0) { depth, i in
      units[i] == Structural.tableStart ? depth + 1 : units[i] == Structural.tableEnd ? depth - 1 : depth
    }
  }

  /// The lines to take out, in order.
  private func lines() -> [Int] {
    guard !numbers.isEmpty || numberedHeaders.count >= Self.least.pages || titles.count >= Self.leastTitles
    else { return [] }
    // Entries of the contents have a number too, each its own words.
    let headers = repeated(numberedHeaders, numbers.count)
    let pages = numbers.count + headers.count
    var isTaken = [Bool](repeating: false, count: text.lines.count)
    let titles = repeatedTitles()
    let known = Set((headers + titles).map(key))
    var newest = numbers + headers + titles
    for line in newest { isTaken[line] = true }
    for _ in 0..<Self.reach.lines where !newest.isEmpty {
      var around: [Int] = []
      for line in newest {
        for step in [-1, 1] {
          guard let next = neighbour(of: line, step), !isTaken[next] else { continue }
          // A header between two numbers is one all the same.
          isTaken[next] = true
          around.append(next)
        }
      }
      for line in around { isTaken[line] = false }
      newest = repeated(around, pages, known)
      for line in newest { isTaken[line] = true }
    }
    return isTaken.indices.filter { isTaken[$0] }
  }

  /// The next line above or below that holds text, if it may be a running header.
  private func neighbour(of line: Int, _ step: Int) -> Int? {
    var next = line + step
    while next >= 0, next < text.lines.count - 1, abs(next - line) <= Self.reach.blank {
      if !units.trimmed(text.slice(ofLine: next)).isEmpty { return isHeader(next) ? next : nil }
      next += step
    }
    return nil
  }

  /// The lines whose words enough pages have, or are known to be a header's.
  private func repeated(_ lines: [Int], _ pages: Int, _ known: Set<UInt64> = []) -> [Int] {
    var counts: [UInt64: Int] = [:]
    for line in lines { counts[key(line), default: 0] += 1 }
    return lines.filter { line in
      let key = key(line)
      if known.contains(key) { return true }
      let count = counts[key] ?? 0
      let isTitle = units.ends(words(line), withAnyOf: Self.titles)
      return count == 2 && pages == 2
        || count >= Self.least.pages
          && count * 100 >= pages * (isTitle ? Self.mostPages : Self.least.percent)
    }
  }

  /// The titles that are printed again and again, far apart; the first time it is the title itself.
  private func repeatedTitles() -> [Int] {
    guard titles.count >= Self.leastTitles else { return [] }
    var seen: [UInt64: [Int]] = [:]
    for line in titles {
      let key = key(line)
      if let last = seen[key]?.last, line - last < Self.shortestPage { continue }
      seen[key, default: []].append(line)
    }
    return seen.values.filter { $0.count >= Self.leastTitles }
      .flatMap { $0.dropFirst().filter { text.lines[$0].hashLevel == 0 } }.sorted()
  }

  /// How often a title stands alone on a line before it is what pages print, and how many lines a page has then.
  private static let leastTitles = 5
  private static let shortestPage = 10
  /// The last units of 部门决算, 部门预算 and 信息公开.
  private static let titleEnds: Set<UInt16> = [0x7B97, 0x5F00]
  private static let titleTails = WordList(["决算", "预算", "公开"])

  /// Tells whether a line may be the title of the whole draft: 青溪县水利局2023年度部门决算.
  private func isTitle(_ line: Int) -> Bool {
    let slice = units.trimmed(text.slice(ofLine: line))
    return slice.count >= Self.shortestTitle && units.ends(slice, withAnyOf: Self.titleTails)
      && units.contains("年", in: slice) && isShaped(slice)
  }

  private static let shortestTitle = 10

  private func words(_ line: Int) -> Slice {
    RunningHeaders.words(units.trimmed(text.slice(ofLine: line)), units)
  }

  private func key(_ line: Int) -> UInt64 { units.key(words(line)) }

  private static let titles = WordList(["情况", "说明", "报告", "总结"])
  private static let notes = WordList(["本表", "此表", "无数据", "空表", "续"])

  /// Tells whether a line may be printed on every page: neither a sentence nor a numbered title, nor what stands above
  /// a table or below it.
  private func isHeader(_ line: Int) -> Bool {
    text.lines[line].traits.isDisjoint(with: [.tab, .pipe, .tableTag]) && text.lines[line].hashLevel == 0
      && isShaped(words(line))
  }

  private func isShaped(_ slice: Slice) -> Bool {
    Self.header.contains(slice.count) && OrdinalScanner.scan(units, slice) == nil
      && !units.contains(":", in: slice)
      && !slice.indices.contains { Unit.isStop(units[$0]) || units[$0] == 0xFF0C }
      && !units.ends(units.withoutTrailingBrackets(slice), with: Self.table)
      && !Self.notes.contains { units.contains($0, in: slice) }
  }

  private static let table: Word = "表"
}

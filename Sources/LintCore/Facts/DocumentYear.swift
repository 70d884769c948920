/// The year a draft speaks of, and whether it accounts for it or plans it.
enum DocumentYear {
  /// Finds the year: the one that cover, headings and titles name most; the text where they name none, or two years
  /// almost alike.
  ///
  /// A chapter of self-evaluations looks back upon another year (第三部分 2023年度项目支出绩效自评情况 in the budget of
  /// 2024), so it has no vote where others have one.
  static func find(_ draft: Draft, _ units: Units) -> (year: Int, isFinal: Bool) {
    let found = read(draft, units)
    return (found.year, found.isFinal)
  }

  /// The year as `find` has it, and whether sentences had to be asked.
  static func read(_ draft: Draft, _ units: Units) -> (year: Int, isFinal: Bool, asksSentences: Bool) {
    let isMuted = evaluations(draft, units)
    var votes: [Int: Int] = [:]
    var muted: [Int: Int] = [:]
    var budget = 0
    var final = 0
    for (index, heading) in draft.headings.enumerated() {
      let slice = heading.slice
      let weight = index < 4 || heading.rank == 0 ? 4 : 1
      if units.contains(accounts, in: slice) {
        final += weight
      } else if units.contains(plan, in: slice) {
        budget += weight
      }
      for year in years(slice, units) {
        if isMuted[index] { muted[year, default: 0] += weight } else { votes[year, default: 0] += weight }
      }
    }
    for table in draft.tables {
      guard let caption = table.caption else { continue }
      let isEvaluation =
        draft.headings.indices.contains(heading(of: table.section, draft))
        && isMuted[heading(of: table.section, draft)]
      for year in years(caption, units) {
        if isEvaluation { muted[year, default: 0] += 1 } else { votes[year, default: 0] += 1 }
      }
    }
    if votes.isEmpty { votes = muted }
    let isDisputed = isDisputed(votes)
    if isDisputed { addSentences(draft, units, isMuted, to: &votes) }
    let best = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (best?.key ?? 0, final > budget, isDisputed)
  }

  /// Tells whether the titles leave the year open: none is named, or another has half the votes of the first.
  private static func isDisputed(_ votes: [Int: Int]) -> Bool {
    guard votes.count > 1 else { return votes.isEmpty }
    let ranked = votes.values.sorted(by: >)
    return 2 * ranked[1] >= ranked[0]
  }

  /// The years at the beginnings of paragraphs: all of them where titles name none, else those that titles name.
  private static func addSentences(
    _ draft: Draft, _ units: Units, _ isMuted: [Bool], to votes: inout [Int: Int]
  ) {
    let isOpen = votes.isEmpty
    for paragraph in draft.paragraphs {
      if !isOpen {
        let heading = heading(of: paragraph.section, draft)
        if isMuted.indices.contains(heading), isMuted[heading] { continue }
      }
      let head = Slice(paragraph.slice.lower, Swift.min(paragraph.slice.upper, paragraph.slice.lower + 12))
      for year in years(head, units) where isOpen || votes[year] != nil { votes[year, default: 0] += 1 }
    }
  }

  /// The index of the heading of a section, or -1.
  private static func heading(of section: Int, _ draft: Draft) -> Int {
    draft.sections.indices.contains(section) ? draft.sections[section].heading ?? -1 : -1
  }

  /// Which headings stand in a chapter of self-evaluations: none where the draft as a whole is one.
  private static func evaluations(_ draft: Draft, _ units: Units) -> [Bool] {
    var result = [Bool](repeating: false, count: draft.headings.count)
    let cover = draft.headings.first { !years($0.slice, units).isEmpty }
    if let cover, units.contains(evaluation, in: cover.slice) { return result }
    var chapter: Int?
    for (index, heading) in draft.headings.enumerated() {
      if let rank = chapter, heading.rank <= rank { chapter = nil }
      let isEvaluation = units.contains(evaluation, in: heading.slice)
      // A title without a number opens no chapter, but the year below it is its own.
      let isBelow =
        index > 0 && result[index - 1] && heading.ordinal == nil && heading.slice.count <= longestYear
      result[index] = chapter != nil || isEvaluation || isBelow
      if isEvaluation, chapter == nil, heading.ordinal != nil { chapter = heading.rank }
    }
    return result
  }

  private static let evaluation: Word = "自评"
  /// How long a year alone on a line is at most.
  private static let longestYear = 10
  private static let accounts: Word = "决算"
  private static let plan: Word = "预算"

  /// The position after a year (2024年, 2024年度) at the start of a slice.
  static func ends(_ slice: Slice, _ units: Units) -> Int? {
    guard slice.count > 5, slice.lower + 4 < units.count,
      (slice.lower..<slice.lower + 4).allSatisfy({ Unit.isDigit(units[$0]) }),
      units[slice.lower + 4] == 0x5E74
    else { return nil }
    return slice.lower + (units[slice.lower + 5] == 0x5EA6 ? 6 : 5)
  }

  /// The years (2024年, 2024年度, (2024)年度) that stand in a slice, without those of dates.
  static func years(_ slice: Slice, _ units: Units) -> Years { Years(slice, units) }

  /// The years of a slice, one after another.
  struct Years: Sequence, IteratorProtocol {
    private let units: Units
    private let slice: Slice
    private var position: Int

    fileprivate init(_ slice: Slice, _ units: Units) {
      self.units = units
      self.slice = slice
      position = slice.lower
    }

    mutating func next() -> Int? {
      while let first = units.first(0x32, in: Slice(position, Swift.max(position, slice.upper))),
        first + 4 < slice.upper
      {
        position = first + 1
        guard units[position] == 0x30, first == slice.lower || !Unit.isDigit(units[first - 1]),
          let result = NumberScanner.scan(units, first, slice.upper), result.end - first == 4
        else { continue }
        position = result.end
        var after = result.end
        if after < slice.upper, units[after] == 0x29 { after += 1 }
        if after < slice.upper, units[after] == 0x5E74,
          !(after + 1 < slice.upper && Unit.isDigit(units[after + 1]))
        {
          return Int(result.amount.digits)
        }
      }
      return nil
    }

    /// The first year.
    var first: Int? { first { _ in true } }
    /// The last year.
    var last: Int? { reduce(nil) { $1 } }
    /// No year is named.
    var isEmpty: Bool { first == nil }

    /// The only year that is named, once or several times.
    var only: Int? {
      guard let first, allSatisfy({ $0 == first }) else { return nil }
      return first
    }

    /// Tells whether a year is named, once, and no other.
    func isJust(_ year: Int) -> Bool { elementsEqual(CollectionOfOne(year)) }
  }
}

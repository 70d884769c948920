/// The year a draft speaks of, and whether it accounts for it or plans it.
enum DocumentYear {
  /// Finds the year: the one that cover, headings and titles name most; the text where they name none.
  static func find(_ draft: Draft, _ units: Units) -> (year: Int, isFinal: Bool) {
    var votes: [Int: Int] = [:]
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
      for year in years(slice, units) { votes[year, default: 0] += weight }
    }
    for table in draft.tables {
      guard let caption = table.caption else { continue }
      for year in years(caption, units) { votes[year, default: 0] += 1 }
    }
    if votes.isEmpty {
      for paragraph in draft.paragraphs {
        let head = Slice(paragraph.slice.lower, Swift.min(paragraph.slice.upper, paragraph.slice.lower + 12))
        for year in years(head, units) { votes[year, default: 0] += 1 }
      }
    }
    let best = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (best?.key ?? 0, final > budget)
  }

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

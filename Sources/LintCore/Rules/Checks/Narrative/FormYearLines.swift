/// （2022年度） below the title of one form, where those of its kind are all of the year of the draft.
///
/// Rule: `year`. Forms of targets and of evaluations are judged apart: a budget shows the evaluations of another year.
enum FormYearLines {
  /// How many other forms have to name the year of the draft.
  private static let leastOthers = 2
  /// How far the year may be off; what is further off is a form of its own.
  private static let farthest = 3
  /// How many lines above a form may belong to its title.
  private static let mostLines = 4
  private static let (longest, longestTitle) = (10, 40)
  private static let endings = WordList(["年", "年度"])
  private static let titles = WordList(["绩效", "自评"])

  private struct Title {
    var digits: Slice
    var isEvaluation: Bool
  }

  static func run(_ inspection: inout Inspection) {
    let (units, year) = (inspection.units, inspection.kind.year)
    guard year > 0, inspection.draft.tables.count > leastOthers else { return }
    let titles = inspection.draft.tables.compactMap { title(of: $0, inspection) }
    for isEvaluation in [true, false] {
      let places = titles.filter { $0.isEvaluation == isEvaluation }.map(\.digits)
      let wrong = places.filter { TableBinding.year(units, $0) != year }
      guard places.count > leastOthers, let digits = wrong.only,
        case let stated = TableBinding.year(units, digits), abs(stated - year) <= farthest,
        !inspection.hasReported("year", at: digits)
      else { continue }
      inspection.report(
        "year", .error, at: digits, Message(differs, .count(stated), .count(places.count - 1), .count(year)),
        fixes: [HeaderYearCheck.fix([digits], year, inspection)])
    }
  }

  /// The year in the title of a form, or on a line of its own below it.
  private static func title(of table: Table, _ inspection: Inspection) -> Title? {
    let units = inspection.units
    var year: Slice?
    let first = table.lines.lowerBound
    for line in stride(from: first - 1, through: Swift.max(0, first - mostLines), by: -1) {
      let slice = units.trimmed(inspection.draft.text.slice(ofLine: line))
      guard slice.count <= longestTitle else { return nil }
      if slice.count <= longest, units.ends(bare(slice, units), withAnyOf: endings) {
        year = year ?? digits(slice, units)
      } else if units.contains(anyOf: titles, in: slice) {
        return (year ?? digits(slice, units)).map {
          Title(digits: $0, isEvaluation: units.contains(YearCheck.evaluation, in: slice))
        }
      }
    }
    return nil
  }

  /// （2023年度） without its brackets.
  private static func bare(_ slice: Slice, _ units: Units) -> Slice {
    guard slice.count > 2, units[slice.lower] == 0x28, units[slice.upper - 1] == 0x29 else { return slice }
    return Slice(slice.lower + 1, slice.upper - 1)
  }

  /// The digits of the only year of a slice.
  private static func digits(_ slice: Slice, _ units: Units) -> Slice? {
    guard let year = DocumentYear.years(slice, units).only else { return nil }
    return YearCheck.place(of: year, slice, units)
  }

  private static let differs = Phrase(
    "本表标题的年份是 {0}，其他 {1} 张同类表是 {2}", "The title of this form says {0}, those of {1} others of its kind {2}")
}

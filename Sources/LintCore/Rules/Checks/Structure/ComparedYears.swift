/// Finds the year that a table compares with where the other tables compare with last year, and the note below a table that
/// is of another year than the notes below others.
///
/// Rule: `year`.
enum ComparedYears {
  typealias Head = (slice: Slice, year: Int)

  /// - Parameter heads: The heads of each table that are a year and what is stated for it.
  /// - Returns: The tables two columns of which are of last year: which of them is wrong is for a person to say.
  static func check(_ heads: [[Head]], _ year: Int, _ inspection: inout Inspection) -> [Int] {
    bases(heads, year, &inspection)
    notes(year, &inspection)
    return twice(heads, year, &inspection)
  }

  /// 2022年预算数 | 2024年预算数, where the other tables have 2023年预算数 | 2024年预算数.
  private static func bases(_ heads: [[Head]], _ year: Int, _ inspection: inout Inspection) {
    let compared = heads.map { list in
      list.contains { $0.year == year } ? list.filter { $0.year != year } : []
    }
    let right = compared.count { !$0.isEmpty && $0.allSatisfy { $0.year == year - 1 } }
    let wrong = compared.filter { list in list.contains { $0.year != year - 1 } }
    guard right >= 1, let list = wrong.only, let head = list.only,
      abs(head.year - year) <= farthest
    else { return }
    report(
      head.slice, right >= leastTables ? .error : .warning,
      Message(otherBase, .count(head.year), .count(year - 1)),
      year - 1, &inspection)
  }

  /// 2024年预算数 | 2024年预算数 in the one table of a budget of 2025 that does not name its year.
  private static func twice(_ heads: [[Head]], _ year: Int, _ inspection: inout Inspection) -> [Int] {
    let other = heads.count { list in list.contains { $0.year == year } }
    guard other >= leastTables || other == 0 else { return [] }
    let tables = inspection.draft.tables
    let found = heads.indices.filter { index in
      let list = heads[index]
      // A head that is printed over each of its columns stands twice too, one beside the other.
      return list.count == 2 && tables[index].sides.count == 1 && list[0].year == year - 1
        && inspection.units.areSame(list[0].slice, list[1].slice)
        && list[1].slice.lower > list[0].slice.upper + 1
    }
    for index in found {
      report(heads[index][1].slice, .warning, Message(sameHead, .count(year - 1)), nil, &inspection)
    }
    return found
  }

  /// 注：本表反映2023年当年… below a table of a budget of 2024.
  private static func notes(_ year: Int, _ inspection: inout Inspection) {
    let units = inspection.units
    var right = 0
    var wrong: [Head] = []
    for table in inspection.draft.tables {
      for index in table.notes where inspection.draft.paragraphs.indices.contains(index) {
        let note = inspection.draft.paragraphs[index].slice
        guard let at = units.find(shows, in: note) else { continue }
        let start = at + shows.count
        let found = TableBinding.year(units, Slice(start, Swift.min(note.upper, start + yearLength)))
        guard found > 0, units.has("年", at: start + 4, before: note.upper) else { continue }
        if found == year {
          right += 1
        } else {
          wrong.append((Slice(start, start + yearLength), found))
        }
      }
    }
    guard right >= 1, let head = wrong.only, abs(head.year - year) <= farthest else {
      return
    }
    report(
      head.slice, right >= leastTables ? .error : .warning,
      Message(otherNote, .count(head.year), .count(year)),
      year, &inspection)
  }

  private static func report(
    _ place: Slice, _ severity: Severity, _ message: Message, _ right: Int?, _ inspection: inout Inspection
  ) {
    let digits = Slice(place.lower, place.lower + 4)
    inspection.report(
      "year", severity, at: digits, message,
      fixes: right.map { [HeaderYearCheck.fix([digits], $0, inspection)] } ?? [])
  }

  private static let shows: Word = "本表反映"
  private static let yearLength = 5
  /// How many other tables make it certain.
  private static let leastTables = 2
  /// How far the year may be off; what is further off is a table of its own.
  private static let farthest = 3

  private static let otherBase = Phrase(
    "本表与 {0} 年比较，其他表与 {1} 年比较", "This table compares with {0}, the others with {1}")
  private static let sameHead = Phrase(
    "本表两列都写 {0} 年", "Two columns of this table are both of {0}")
  private static let otherNote = Phrase(
    "本表的说明写 {0} 年，其他表的说明和本文档是 {1} 年",
    "The note of this table says {0}, those of the others and the draft {1}")
}

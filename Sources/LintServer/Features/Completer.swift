import LintCore

/// Something that can be written at the cursor.
struct Suggestion: Sendable {
  /// The kinds of the protocol that fit a draft.
  enum Kind: Int {
    case text = 1
    case value = 12
    case snippet = 15
    case reference = 18
  }

  /// What is shown and what the client filters by.
  var label: String
  var detail = ""
  var kind: Kind
  /// The bytes that the text replaces, from the start of what was typed to the cursor.
  var range: ByteRange
  var text: String
}

/// Finds what can be written at a place of a draft: headings that are missing, the usual notes, names of subjects,
/// and amounts that a table states.
struct Completer {
  let draft: Draft
  let book: RuleBook
  let profile: Profile?
  let language: Language

  /// The suggestions at an offset.
  func suggestions(at offset: Int) -> [Suggestion] {
    let line = draft.source.line(at: offset)
    let start = draft.source.range(ofLine: line).lower
    let typed = draft.source.bytes[start..<max(start, min(offset, draft.source.bytes.count))]
    let before = String(decoding: typed, as: UTF8.self)
    if before.utf8.contains(0x09) || before.drop(while: { $0 == " " }).hasPrefix("|") {
      return subjects(before, offset)
    }
    let words = before.drop { $0 == "#" || $0 == " " || $0 == "　" || $0 == "*" }
    let range = ByteRange(offset - words.utf8.count, offset)
    var found: [Suggestion] = []
    if words.count <= 12 { found += headings(String(words), range, line) + notes(String(words), range, line) }
    return amounts(before, offset) + found
  }

  // MARK: - Headings

  /// The headings of parts that the kind of document asks for and the draft has not.
  private func headings(_ words: String, _ range: ByteRange, _ line: Int) -> [Suggestion] {
    guard let profile, !isInTable(line) else { return [] }
    let missing = MissingParts(draft, book, profile: profile.id)
    let all =
      missing.chapters.map { heading($0.text(.chinese), "第\(nextPart)部分 ", range) }
      + missing.sections.map { heading($0.text(.chinese), "", range) }
    // A sentence that was begun is no heading.
    return all.filter { words.isEmpty || $0.label.contains(words) }
  }

  private func heading(_ title: String, _ number: String, _ range: ByteRange) -> Suggestion {
    Suggestion(
      label: number + title, detail: Phrase("缺少的章节或表", "missing section or table").text(language),
      kind: .reference, range: range, text: number + title)
  }

  /// The number of the part that would come next.
  private var nextPart: String {
    let last = draft.headings.compactMap { $0.ordinal?.style == .part ? $0.ordinal?.value : nil }.max() ?? 0
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return digits[safe: last + 1] ?? String(last + 1)
  }

  // MARK: - Notes

  /// The notes that an empty table needs, below a table or where a note was begun.
  private func notes(_ words: String, _ range: ByteRange, _ line: Int) -> [Suggestion] {
    let isBegun = words.hasPrefix("注") || words.hasPrefix("备注")
    guard isBegun || (words.isEmpty && isBelowTable(line)) else { return [] }
    return ["注：本表无数据。", "注：本部门没有使用政府性基金预算安排的支出，本表为空表。", "注：本部门没有使用国有资本经营预算安排的支出，本表为空表。"].map {
      Suggestion(
        label: $0, detail: Phrase("空表说明", "note for an empty table").text(language), kind: .text,
        range: range,
        text: $0)
    }
  }

  private func isInTable(_ line: Int) -> Bool { draft.tables.contains { $0.lines.contains(line) } }

  private func isBelowTable(_ line: Int) -> Bool {
    draft.tables.contains { $0.lines.upperBound <= line && line <= $0.lines.upperBound + 2 }
  }

  // MARK: - Subjects and amounts

  /// In a row that starts with a code: the names that the draft gives to such codes; after a name, its code.
  private func subjects(_ before: String, _ offset: Int) -> [Suggestion] {
    let separator: Character = before.utf8.contains(0x09) ? "\t" : "|"
    let cells = before.split(separator: separator, omittingEmptySubsequences: false)
    guard let last = cells.last?.drop(while: { $0 == " " }), cells.count >= 2, last.count <= 20 else {
      return []
    }
    let code = cells[cells.count - 2].filter(\.isNumber)
    let range = ByteRange(offset - last.utf8.count, offset)
    var seen: Set<String> = []
    var found: [Suggestion] = []
    for table in draft.tables {
      for row in table.sides.flatMap(\.rows) {
        guard let number = row.code else { continue }
        let name = draft.string(row.label)
        let fits = code.isEmpty ? !last.isEmpty && name.hasPrefix(String(last)) : String(number) == code
        guard fits, !name.isEmpty, name != String(last), seen.insert(name).inserted else { continue }
        found.append(
          Suggestion(label: name, detail: String(number), kind: .value, range: range, text: name))
      }
    }
    return Array(found.prefix(50))
  }

  /// Where a sentence names what a table states: the amounts that would be right there.
  private func amounts(_ before: String, _ offset: Int) -> [Suggestion] {
    let typed = before.reversed().prefix { $0.isNumber || $0 == "," || $0 == "." }
    let range = ByteRange(offset - String(typed).utf8.count, offset)
    guard before.count - typed.count >= 2 else { return [] }
    let meant = AmountProbe(draft).cells(at: range)
    return suggestions(meant.isEmpty ? rows(endingIn: String(before.dropLast(typed.count))) : meant, range)
  }

  /// The first amounts of the rows whose names a text ends in.
  private func rows(endingIn before: String) -> [CellPlace] {
    var words = before
    for tail in ["为", "是", "共计", "合计"] where words.hasSuffix(tail) { words.removeLast(tail.count) }
    var found: [(length: Int, place: CellPlace)] = []
    for (index, table) in draft.tables.enumerated() {
      for side in table.sides {
        guard let column = side.amountColumns.first else { continue }
        for row in side.rows {
          let name = draft.string(row.label)
          guard name.count >= 2, words.hasSuffix(name) else { continue }
          found.append((name.count, CellPlace(table: index, row: row.row, column: column)))
        }
      }
    }
    // The longest name is the one that is meant: 社会保障和就业支出, and not 支出.
    let longest = found.map(\.length).max()
    return found.filter { $0.length == longest }.map(\.place)
  }

  private func suggestions(_ places: [CellPlace], _ range: ByteRange) -> [Suggestion] {
    var seen: Set<String> = []
    var found: [Suggestion] = []
    for place in places where found.count < 20 {
      guard let table = draft.tables[safe: place.table], let unit = table.unit,
        let cell = table.cell(place.row, place.column), cell.kind == .number
      else { continue }
      let text = cell.amount.grouped + unit.name
      guard seen.insert(text).inserted else { continue }
      let title =
        table.caption.map { draft.string($0) }
        ?? Phrase("表 \(place.table + 1)", "table \(place.table + 1)").text(language)
      let label = table.sides.lazy.flatMap(\.rows).first { $0.row == place.row }
      let name = label.map { draft.string($0.label) } ?? ""
      found.append(
        Suggestion(label: text, detail: title + " › " + name, kind: .value, range: range, text: text))
    }
    return found
  }
}

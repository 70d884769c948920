/// Holds what a sentence says of a table that it names by its number against that table: 国有资本经营预算…，详见公开07表 where that is
/// the table of 政府性基金, 故公开07表为空表 where it has figures.
///
/// Rules: `name-mismatch`, `note-on-filled-table`.
enum TableReferences {
  static func check(_ inspection: inout Inspection) {
    guard leads.contains(where: { inspection.stands($0) }) else { return }
    let labels = TableLabel.all(inspection)
    // Where a second series begins, a number says no longer which table is meant.
    guard labels.count >= least, zip(labels, labels.dropFirst()).allSatisfy({ $0.number <= $1.number }) else {
      return
    }
    let named = inspection.draft.paragraphs.flatMap { Self.references($0, inspection) }
    for reference in named {
      let tables = labels.filter { $0.number == reference.number }
      guard let first = tables.first, tables.allSatisfy({ $0.key == first.key }) else { continue }
      if !reportFilled(reference, tables, &inspection), !reportTitled(reference, tables, labels, &inspection)
      {
        reportOther(reference, tables, labels, &inspection)
      }
    }
  }

  // MARK: References

  /// A table that a sentence names by its number.
  private struct Reference {
    var number: Int
    /// Its words: 公开07表, 表7.
    var slice: Slice
    /// What is said of it, a bit for each of ``subjects(_:_:)``.
    var subjects: Int
    /// What stands behind it in its clause.
    var tail: Slice
  }

  private static func references(_ paragraph: Paragraph, _ inspection: Inspection) -> [Reference] {
    let units = inspection.units
    let slice = paragraph.slice
    var found: [Reference] = []
    var i = slice.lower
    while i < slice.upper {
      guard units[i] == 0x8868 || units[i] == 0x516C, let (number, end) = numbered(i, slice, units) else {
        i += 1
        continue
      }
      // A sentence that names nothing speaks of what its heading says.
      var said = subjects(Slice(units.sentenceStart(before: i, from: slice.lower), i), units)
      if said == 0, inspection.draft.sections.indices.contains(paragraph.section),
        let heading = inspection.draft.sections[paragraph.section].heading
      {
        said = subjects(inspection.draft.headings[heading].title, units)
      }
      var tail = end
      while tail < slice.upper, !Unit.endsClause(units[tail]) { tail += 1 }
      found.append(
        Reference(number: number, slice: Slice(i, end), subjects: said, tail: Slice(end, tail)))
      i = end
    }
    return found
  }

  /// The number of 公开07表, or of 表7 behind a word that points at it.
  private static func numbered(_ at: Int, _ paragraph: Slice, _ units: Units) -> (number: Int, end: Int)? {
    let head = Slice(paragraph.lower, at)
    if units[at] == 0x516C {
      guard units.has(open, at: at, before: paragraph.upper),
        let (number, end) = OrdinalScanner.numeral(units, at + open.count, paragraph.upper),
        units.has(table, at: end, before: paragraph.upper)
      else { return nil }
      return (number, end + 1)
    }
    let isNamed = isAmongOthers(head, units) || units.ends(head, withAnyOf: pointers)
    if head.count > 1, let (number, end) = OrdinalScanner.numeral(units, at + 1, paragraph.upper),
      bracketed(Slice(end, paragraph.upper), units) != nil
    {
      return (number, end)
    }
    guard isNamed || isClause(head, units),
      let (number, end) = OrdinalScanner.numeral(units, at + 1, paragraph.upper),
      end >= paragraph.upper || units[end] != 0x2D && units[end] != 0x2E,
      isNamed || units.starts(Slice(end, paragraph.upper), withAnyOf: empties)
    else { return nil }
    return (number, end)
  }

  /// The name in the brackets of 附表9（政府性基金预算支出表）.
  private static func bracketed(_ tail: Slice, _ units: Units) -> Slice? {
    guard !tail.isEmpty, units[tail.lower] == 0x28 else { return nil }
    let words = Slice(tail.lower + 1, Swift.min(tail.upper, tail.lower + longestName))
    guard let end = words.indices.first(where: { units[$0] == 0x29 }), end - words.lower >= shortestName,
      units[end - 1] == 0x8868
    else { return nil }
    return Slice(words.lower, end)
  }

  private static let shortestName = 6
  private static let longestName = 30

  /// 详见表8、表9: the second of two tables.
  private static func isAmongOthers(_ head: Slice, _ units: Units) -> Bool {
    guard head.count > 4, units[head.upper - 1] == 0x3001 || units[head.upper - 1] == 0x548C else {
      return false
    }
    var at = head.upper - 1
    while at > head.lower, Unit.isDigit(units[at - 1]) { at -= 1 }
    return at < head.upper - 1 && at > head.lower && units[at - 1] == 0x8868
      && units.ends(Slice(head.lower, at - 1), withAnyOf: pointers)
  }

  /// ，表9为空表: a clause of its own.
  private static func isClause(_ head: Slice, _ units: Units) -> Bool {
    head.isEmpty || Unit.endsClause(units[head.upper - 1])
  }

  private static let leads: [Word] = ["见表", "故表", "公开0", "公开1", "附表", "为空表"]
  private static let open: Word = "公开"
  private static let table: Word = "表"
  private static let pointers = WordList(["见", "故", "因此", "见附", "故附"])
  private static let least = 4

  // MARK: Empty tables

  private static func reportFilled(
    _ reference: Reference, _ named: [TableLabel], _ inspection: inout Inspection
  ) -> Bool {
    let units = inspection.units
    guard units.starts(reference.tail, withAnyOf: empties) else { return false }
    let concepts = inspection.outline.tableConcepts
    let isFilled = named.allSatisfy { label in
      Filling(inspection.draft.tables[label.table], units, isKnown: concepts[label.table] != nil) == .filled
    }
    guard isFilled, let label = named.first else { return false }
    inspection.report(
      "note-on-filled-table", .error, at: reference.slice,
      Message(
        filled, .text(inspection.draft.string(reference.slice)), .text(inspection.draft.string(label.title))),
      related: [inspection.related(label.title, Message(thatTable))])
    return true
  }

  private static let empties = WordList(["为空表", "为空", "无数据", "没有数据", "是空表", "为零表"])

  // MARK: Titles

  /// 见公开09表《国有资产占用情况表》, 附表8（政府性基金预算支出表） where that is the title of another table.
  private static func reportTitled(
    _ reference: Reference, _ named: [TableLabel], _ labels: [TableLabel], _ inspection: inout Inspection
  ) -> Bool {
    let units = inspection.units
    let inBrackets = bracketed(reference.tail, units)
    guard let title = inBrackets ?? quoted(reference.tail, units), title.count >= 4 else { return false }
    let word = units.name(title)
    func has(_ label: TableLabel) -> Bool { units.contains(word, in: label.title) }
    guard !named.contains(where: has), let right = labels.filter(has).only,
      right.key == named.first?.key
    else { return false }
    // A number and a name that two tables have, each one of them, leave nothing open.
    let isCertain =
      inBrackets != nil && named.count == 1 && labels.count(where: { $0.number == right.number }) == 1
      && (units[reference.slice.lower] == 0x516C || units.equals(anyOf: plain, right.words))
    inspection.report(
      "name-mismatch", isCertain ? .error : .warning, at: reference.slice,
      Message(
        other, .text(inspection.draft.string(reference.slice)),
        .text(inspection.draft.string(named.first?.title ?? right.title)),
        .text(inspection.draft.string(right.title))),
      related: [inspection.related(right.title, Message(meant))])
    return true
  }

  private static let plain = WordList(["表", "附表"])

  private static func quoted(_ tail: Slice, _ units: Units) -> Slice? {
    guard tail.count >= 6, units[tail.lower] == 0x300A,
      let end = tail.indices.first(where: { units[$0] == 0x300B })
    else { return nil }
    return Slice(tail.lower + 1, end)
  }

  // MARK: Tables of something else

  private static func reportOther(
    _ reference: Reference, _ named: [TableLabel], _ labels: [TableLabel], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let said = reference.subjects
    guard said != 0,
      named.allSatisfy({ label in
        let titled = subjects(label.title, units)
        return titled != 0 && titled & said == 0
      }), let label = named.first
    else { return }
    let fitting = labels.filter {
      let titled = subjects($0.title, units)
      return titled != 0 && titled & ~said == 0
    }
    guard let right = fitting.first else { return }
    inspection.report(
      "name-mismatch", .warning, at: reference.slice,
      Message(
        other, .text(inspection.draft.string(reference.slice)), .text(inspection.draft.string(label.title)),
        .text(inspection.draft.string(right.title))),
      related: [inspection.related(right.title, Message(meant))])
  }

  /// What words are about of what no other table is about, a bit each.
  private static func subjects(_ slice: Slice, _ units: Units) -> Int {
    var found = 0
    for (bit, words) in all.enumerated() where units.contains(anyOf: words, in: slice) { found |= 1 << bit }
    return found
  }

  private static let all = [
    WordList(["政府性基金"]), WordList(["国有资本经营"]), WordList(["三公", "因公出国"]), WordList(["基本支出"]),
    WordList(["绩效"]), WordList(["政府采购"]),
  ]

  private static let filled = Phrase(
    "文中写“{0}”没有数据，“{1}”有数据", "The text says {0} is empty, and “{1}” has figures")
  private static let thatTable = Phrase("有数据的表", "The table with figures")
  private static let other = Phrase(
    "“{0}”是“{1}”，此处说的似应是“{2}”", "{0} is “{1}”; the sentence speaks of “{2}”")
  private static let meant = Phrase("所说的表", "The table that is meant")
}

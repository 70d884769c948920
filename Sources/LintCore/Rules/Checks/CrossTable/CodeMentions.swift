/// Codes of subjects that the text writes behind or before their names, against the tables: 行政单位医疗（2101102）,
/// 2130109-农产品质量安全.
///
/// Rule: `code-name`. It runs behind the check that binds items with their amounts.
///
/// - Complexity: O(n) in the length of the paragraphs and the number of rows, but for the codes that stand there.
enum CodeMentions {
  static let check = Check(rules: ["code-name"], run: run)

  private static let longestName = 24
  private static let shortestName = 4
  /// How far behind a code the amount of its item ends.
  private static let reach = 40
  private static let lengths: Set<Int> = [3, 5, 7]

  private static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    var rows: [CodeNamesCheck.Row]?
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where !(inspection.memory?.marks.isMissing(.code, in: index) ?? false) {
      var hasCode = false
      defer { if !hasCode { inspection.memory?.marks.note(missing: .code, in: index) } }
      var i = paragraph.slice.lower
      var path: [Slice] = []
      while i < paragraph.slice.upper {
        guard Unit.isDigit(units[i]) else {
          i += 1
          continue
        }
        let start = i
        while i < paragraph.slice.upper, Unit.isDigit(units[i]) { i += 1 }
        let digits = Slice(start, i)
        guard lengths.contains(digits.count), start > paragraph.slice.lower || digits.count == 7,
          i < paragraph.slice.upper
        else { continue }
        let isBehind = start - 1 > paragraph.slice.lower && units[start - 1] == 0x28 && units[i] == 0x29
        guard isBehind || digits.count == 7 && units[i] == 0x2D else { continue }
        hasCode = true
        if isBehind {
          follow(digits, &path, units)
          CodePath.check(path, &inspection)
        }
        let known = rows ?? CodeNamesCheck.rows(inspection)
        rows = known
        guard !known.isEmpty else { return }
        if isBehind {
          behind(digits, name(before: start - 1, in: paragraph.slice, units), known, &inspection)
        } else {
          before(digits, name(from: i + 1, in: paragraph.slice, units), known, &inspection)
        }
      }
    }
  }

  /// Adds a code to the path that it goes on with, or begins one with it.
  private static func follow(_ digits: Slice, _ path: inout [Slice], _ units: Units) {
    if let last = path.last, last.count + 2 == digits.count,
      digits.lower - last.upper - 2 <= longestName,
      (last.upper + 1..<digits.lower - 1).allSatisfy({ Unit.isIdeograph(units[$0]) })
    {
      path.append(digits)
    } else {
      path = [digits]
    }
  }

  private static func name(before end: Int, in text: Slice, _ units: Units) -> Slice {
    var name = Slice(end, end)
    while name.lower > text.lower, name.count < longestName, Unit.isIdeograph(units[name.lower - 1]) {
      name.lower -= 1
    }
    return name
  }

  private static func name(from start: Int, in text: Slice, _ units: Units) -> Slice {
    var name = Slice(start, start)
    while name.upper < text.upper, name.count < longestName, Unit.isIdeograph(units[name.upper]) {
      name.upper += 1
    }
    return name
  }

  private static func code(_ digits: Slice, _ units: Units) -> Int64? {
    NumberScanner.scan(units, digits.lower, digits.upper)?.amount.digits
  }

  // MARK: Code behind the name

  /// 行政单位医疗（2101103）, where the tables give this name the code 2101101 alone.
  private static func behind(
    _ digits: Slice, _ name: Slice, _ rows: [CodeNamesCheck.Row], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard name.count >= shortestName, let code = code(digits, units) else { return }
    func ends(_ row: CodeNamesCheck.Row) -> Bool {
      row.label.count <= name.count
        && units.areSame(row.label, Slice(name.upper - row.label.count, name.upper))
    }
    guard !rows.contains(where: { $0.code == code && ends($0) }) else { return }
    let fitting = rows.filter { $0.label.count >= shortestName && ends($0) }
    // Of 卫生健康支出 and 其他卫生健康支出 the longer one is meant.
    guard let longest = fitting.map(\.label.count).max() else { return }
    let meant = fitting.filter { $0.label.count == longest && $0.length == digits.count }
    guard let right = meant.first, meant.allSatisfy({ $0.code == right.code }), isNear(code, right.code),
      // The item with its amount has been told of already.
      !inspection.hasReported(
        ["code-name"], in: Slice(name.lower, Swift.min(units.count, digits.upper + reach)))
    else { return }
    inspection.report(
      "code-name", .warning, at: digits,
      Message(
        otherCode, .text(inspection.draft.string(right.label)), .text(String(code)), .text(String(right.code))
      ),
      related: [inspection.related(right.label, Message(table))],
      fixes: [
        Fix(
          title: Message(FixPhrases.change, .text(String(right.code))),
          edits: [Edit(inspection.draft.range(digits), String(right.code))], safety: .review)
      ])
  }

  /// Tells whether one code may be meant for another: one digit differs, or two stand exchanged.
  private static func isNear(_ a: Int64, _ b: Int64) -> Bool {
    let (x, y) = (Array(String(a)), Array(String(b)))
    guard x.count == y.count else { return false }
    let different = x.indices.filter { x[$0] != y[$0] }
    return different.count == 1
      || different.count == 2 && x[different[0]] == y[different[1]] && x[different[1]] == y[different[0]]
  }

  // MARK: Name behind the code

  /// 2130109-农产品质量检测64.20万元, where the tables call the code 农产品质量安全.
  private static func before(
    _ digits: Slice, _ name: Slice, _ rows: [CodeNamesCheck.Row], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let code = code(digits, units), name.count >= 5, name.upper < units.count,
      Unit.isDigit(units[name.upper]),
      let row = rows.first(where: { $0.code == code }), row.label.count == name.count,
      rows.allSatisfy({ $0.code != code || $0.key == row.key }),
      !rows.contains(where: { units.areSame($0.label, name) })
    else { return }
    let different = (0..<name.count).filter { units[name.lower + $0] != units[row.label.lower + $0] }
    guard !different.isEmpty, different.count * 3 <= name.count else { return }
    inspection.report(
      "code-name", .warning, at: name,
      Message(
        otherName, .text(String(code)), .text(inspection.draft.string(name)),
        .text(inspection.draft.string(row.label))),
      related: [inspection.related(row.label, Message(table))],
      fixes: [
        Fix(
          title: Message(FixPhrases.change, .text(inspection.draft.string(row.label))),
          edits: [Edit(inspection.draft.range(name), inspection.draft.string(row.label))], safety: .review)
      ])
  }

  private static let otherCode = Phrase(
    "“{0}”的科目编码写作 {1}，表中为 {2}", "“{0}” has the code {1} here and {2} in the tables")
  private static let otherName = Phrase(
    "科目编码 {0} 在文中名为“{1}”，表中为“{2}”", "The code {0} is “{1}” in the text and “{2}” in the tables")
  private static let table = Phrase("表中的科目", "The subject in the table")
}

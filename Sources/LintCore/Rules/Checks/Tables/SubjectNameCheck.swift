/// A code with the name of another code, such as 30216 会议费.
///
/// Rule: `code-name`. Names change from year to year and are cut short in tables, so nothing is said of a name that no
/// code has, nor of the years before the economic classes of 2018 had settled.
enum SubjectNameCheck {
  private static let phrase = Phrase(
    "科目编码 {0} 的名称是“{1}”，此处写“{2}”（{3}）", "The code {0} is “{1}”; “{2}” here is {3}")
  private static let firstYear = 2019

  static func check(_ table: Table, _ inspection: inout Inspection) {
    guard inspection.kind.year >= firstYear else { return }
    for side in table.sides where !side.codeColumns.isEmpty && table.namesSubjects(side, inspection.units) {
      for row in side.rows where row.role == .detail && row.label.count >= 3 {
        guard let code = row.code else { continue }
        guard let name = inspection.book.subjects.name(code) else {
          unknown(code, row, side, &inspection)
          continue
        }
        guard
          row.key != Lexicon.key(name),
          let other = inspection.book.subjects.codes(named: row.key).first(where: {
            String($0).utf8.count == row.codeLength
          }),
          // Two items of one name in a table are told as such.
          !side.rows.contains(where: { $0.code == other && $0.key == row.key })
        else { continue }
        let draft = inspection.draft
        inspection.report(
          "code-name", .warning, at: row.label,
          Message(
            phrase, .text(String(code)), .text(String(decoding: name.units, as: UTF16.self)),
            .text(draft.string(row.label)), .text(String(other))))
      }
    }
  }

  /// 30251 会议费: no class has the code, and the name is that of another of the same parent.
  private static func unknown(_ code: Int64, _ row: SideRow, _ side: Side, _ inspection: inout Inspection) {
    guard row.codeLength > 3,
      let other = inspection.book.subjects.codes(named: row.key).first(where: {
        $0 / 100 == code / 100 && String($0).utf8.count == row.codeLength
      }),
      !side.rows.contains(where: { $0.code == other })
    else { return }
    inspection.report(
      "code-name", .warning, at: row.label,
      Message(
        otherCode, .text(inspection.draft.string(row.label)), .text(String(other)), .text(String(code))))
  }

  private static let otherCode = Phrase(
    "“{0}”的科目编码是 {1}，此处写 {2}", "The code of “{0}” is {1}; here it is {2}")
}

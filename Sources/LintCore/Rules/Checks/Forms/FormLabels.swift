/// Labels of forms that several checks look for.
enum FormLabels {
  /// How many rows at the top of a form name it.
  static let rows = 6
  /// The name of the project that a form is about stands behind it.
  static let projects = WordList(["项目名称", "项目名称:"])
}

extension Table {
  /// The name of the project that a form is about.
  func project(_ units: Units) -> Slice? { words(behind: FormLabels.projects, units) }

  /// The words behind one of some labels at the top of a form.
  func words(behind labels: WordList, _ units: Units) -> Slice? {
    cell(behind: labels, inRows: FormLabels.rows, units).flatMap { $0.kind == .text ? $0.slice : nil }
  }

  /// The first cell that is not blank behind one of some labels in the first rows.
  func cell(behind labels: WordList, inRows rows: Int, _ units: Units) -> Cell? {
    for row in 0..<Swift.min(rowCount, rows) {
      let width = width(ofRow: row)
      for column in 0..<width {
        guard let label = cell(row, column), units.equals(anyOf: labels, label.slice) else { continue }
        return (column + 1..<Swift.max(column + 1, width)).lazy.compactMap { cell(row, $0) }
          .first { $0.kind != .blank }
      }
    }
    return nil
  }
}

/// Labels of forms that several checks look for.
enum FormLabels {
  /// How many rows at the top of a form name it.
  static let rows = 6
  /// The name of the project that a form is about stands behind it.
  static let projects = WordList(["项目名称", "项目名称:"])
}

extension Table {
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

/// Columns by what stands above them.
extension Table {
  /// The head of a column without the unit or note in brackets behind it: 金额 of 金额（万元）.
  func bareHead(ofColumn column: Int, _ units: Units) -> Slice? {
    head(ofColumn: column).map(units.withoutTrailingBrackets)
  }

  /// Tells whether the bare head of a column is one of some words.
  func hasHead(_ column: Int, anyOf words: WordList, _ units: Units) -> Bool {
    bareHead(ofColumn: column, units).map { units.equals(anyOf: words, $0) } ?? false
  }

  /// The columns whose bare head is one of some words.
  func columns(headed words: WordList, _ units: Units) -> [Int] {
    columns.indices.filter { hasHead($0, anyOf: words, units) }
  }
}

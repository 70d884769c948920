/// A position as people and most formats count it: lines and columns from 1, columns in Unicode scalars.
package struct LineColumn: Hashable, Sendable {
  package var line: Int
  package var column: Int
}

extension SourceText {
  /// The place of a byte offset; offsets outside the text are clamped.
  ///
  /// - Complexity: O(log lines + length of the line).
  package func place(at offset: Int) -> LineColumn {
    let clamped = Swift.max(0, Swift.min(offset, bytes.count))
    let line = line(at: clamped)
    return LineColumn(line: line + 1, column: scalarColumn(of: clamped, inLine: line) + 1)
  }

  /// The places of the start and the end of a range; the end is exclusive.
  package func places(of range: ByteRange) -> (start: LineColumn, end: LineColumn) {
    (place(at: range.lower), place(at: Swift.max(range.lower, range.upper)))
  }
}

import Testing

@testable import LintCore

@Suite struct ByteRangeTests {
  @Test func anInvertedRangeIsEmptyAtItsStart() {
    #expect(ByteRange(5, 2) == ByteRange(5, 5))
    #expect(ByteRange(5, 2).isEmpty)
  }

  @Test func neighboursDoNotOverlap() {
    #expect(!ByteRange(0, 3).overlaps(ByteRange(3, 6)))
    #expect(ByteRange(0, 4).overlaps(ByteRange(3, 6)))
    #expect(ByteRange(0, 6).contains(ByteRange(0, 6)))
    #expect(!ByteRange(0, 6).contains(ByteRange(5, 7)))
  }

  @Test func aUnionCoversTheGap() {
    #expect(ByteRange(6, 9).union(ByteRange(0, 2)) == ByteRange(0, 9))
  }

  @Test func rangesAreOrderedByStartThenByEnd() {
    let ranges = [ByteRange(3, 4), ByteRange(0, 9), ByteRange(0, 2)]
    #expect(ranges.sorted() == [ByteRange(0, 2), ByteRange(0, 9), ByteRange(3, 4)])
  }
}

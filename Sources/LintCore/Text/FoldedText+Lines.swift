extension FoldedText {
  /// The text with some of its lines empty.
  ///
  /// - Parameters:
  ///   - taken: The lines to take out, in order.
  ///   - former: The state before, without the lines that were taken out of it.
  ///   - shared: What both have in common.
  /// - Complexity: O(n) in the number of units where there are lines to take out, at the speed of copying memory.
  func without(_ taken: [Int], after former: FoldedText?, _ shared: SharedLines?) -> FoldedText {
    var lines = lines
    for line in taken { lines[line].traits.insert(.pageFurniture) }
    var isNew = false
    if let former, let shared { isNew = !Self.areTakenAlike(former.lines, lines, shared) }
    guard !taken.isEmpty else {
      return FoldedText(
        units: units, origins: origins, lines: lines, comments: comments, hasCommentMarks: hasCommentMarks,
        standsAlone: hasCommentMarks || isNew)
    }
    var left: [UInt16] = []
    var places: [Int32] = []
    left.reserveCapacity(units.count)
    places.reserveCapacity(origins.count)
    var start = 0
    for line in taken {
      let slice = slice(ofLine: line)
      left += units[start..<slice.lower]
      places += origins[start..<slice.lower]
      start = slice.upper
    }
    left += units[start...]
    places += origins[start...]
    var gone: Int32 = 0
    for line in lines.indices {
      let next = line + 1 < lines.count ? self.lines[line + 1].unitStart : 0
      lines[line].unitStart &-= gone
      if lines[line].traits.contains(.pageFurniture) { gone &+= next &- self.lines[line].unitStart }
    }
    return FoldedText(
      units: left, origins: places, lines: lines, comments: comments, hasCommentMarks: hasCommentMarks,
      standsAlone: hasCommentMarks || isNew)
  }

  /// Tells whether of the lines that two states share the same were taken out.
  private static func areTakenAlike(_ before: [FoldedLine], _ now: [FoldedLine], _ shared: SharedLines)
    -> Bool
  {
    func isTaken(_ line: FoldedLine) -> Bool { line.traits.contains(.pageFurniture) }
    return shared.head <= Swift.min(before.count, now.count)
      && shared.tail < before.count && shared.tail < now.count
      && zip(before.prefix(shared.head), now).allSatisfy { isTaken($0) == isTaken($1) }
      && zip(before.suffix(shared.tail + 1), now.suffix(shared.tail + 1)).allSatisfy {
        isTaken($0) == isTaken($1)
      }
  }
}

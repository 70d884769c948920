extension Folder {
  /// Folds a text of which a former state is folded already: only the lines between those that both have in common.
  ///
  /// A line is folded by its own bytes alone, but for comments; where one begins, everything is folded anew.
  static func fold(_ source: SourceText, after former: FoldedText, _ shared: SharedLines) -> FoldedText {
    guard !former.hasCommentMarks, former.lines.count == source.lineCount - shared.lineShift + 1 else {
      return fold(source)
    }
    let bytes = source.bytes
    let firstOfTail = source.lineCount - shared.tail
    let formerTail = firstOfTail - shared.lineShift
    let head = Int(former.lines[shared.head].unitStart)
    let tail = Int(former.lines[formerTail].unitStart)
    let start = Int(source.lineStarts[shared.head])
    let end = shared.tail > 0 ? Int(source.lineStarts[firstOfTail]) : bytes.count
    let tailCount = former.units.count - tail
    let room = head + (end - start) + tailCount
    var state = FoldingState(
      behind: former.lines[..<shared.head], lineCount: source.lineCount,
      byte: Int32(truncatingIfNeeded: start), unit: Int32(truncatingIfNeeded: head))
    let byteShift = Int32(truncatingIfNeeded: shared.byteShift)
    let units = [UInt16](unsafeUninitializedCapacity: room) { out, count in
      let origins = [Int32](unsafeUninitializedCapacity: room + 1) { places, placeCount in
        copy(former.units[..<head], to: out, at: 0)
        copy(former.origins[..<head], to: places, at: 0)
        bytes.withUnsafeBufferPointer { state.run($0, start..<end, out, places) }
        copy(former.units[tail...], to: out, at: state.count)
        former.origins.withUnsafeBufferPointer { from in
          for k in 0...tailCount { places[state.count &+ k] = from[tail &+ k] &+ byteShift }
        }
        placeCount = state.count + tailCount + 1
      }
      state.origins = origins
      count = state.count + tailCount
    }
    if state.hasCommentMarks { return fold(source) }
    if shared.tail == 0 {
      state.end(bytes.count)
    } else {
      let unitShift = Int32(truncatingIfNeeded: units.count - former.units.count)
      for line in former.lines[formerTail...] {
        var moved = line
        moved.unitStart &+= unitShift
        moved.byteStart &+= byteShift
        state.lines.append(moved)
      }
    }
    return FoldedText(
      units: units, origins: state.origins, lines: state.lines, comments: [], hasCommentMarks: false,
      standsAlone: false)
  }

  private static func copy<T: BitwiseCopyable>(
    _ slice: ArraySlice<T>, to buffer: UnsafeMutableBufferPointer<T>, at start: Int
  ) {
    slice.withUnsafeBufferPointer { from in
      guard let source = from.baseAddress, let target = buffer.baseAddress else { return }
      (target + start).update(from: source, count: from.count)
    }
  }
}

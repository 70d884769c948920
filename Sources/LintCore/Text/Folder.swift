/// Folds bytes to a ``FoldedText`` in one pass.
enum Folder {
  /// Folds a text of any bytes.
  ///
  /// - Complexity: O(n) in the number of bytes.
  static func fold(_ source: SourceText) -> FoldedText {
    let bytes = source.bytes
    var state = FoldingState(lineCount: source.lineCount)
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count) { out, count in
      let origins = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { places, placeCount in
        bytes.withUnsafeBufferPointer { state.run($0, 0..<bytes.count, out, places) }
        state.end(bytes.count)
        places[state.count] = Int32(truncatingIfNeeded: bytes.count)
        placeCount = state.count + 1
      }
      state.origins = origins
      count = state.count
    }
    return FoldedText(
      units: units, origins: state.origins, lines: state.lines, comments: state.comments,
      hasCommentMarks: state.hasCommentMarks, standsAlone: state.hasCommentMarks)
  }

  /// The folded text of a word, for comparing with slices of drafts.
  package static func units(_ word: String) -> [UInt16] {
    fold(SourceText(Array(word.utf8))).units
  }

  /// The named character at an `&`, with its length in bytes.
  static func entity(in bytes: [UInt8], at start: Int) -> (unit: UInt16, length: Int)? {
    bytes.withUnsafeBufferPointer { entity($0, start) }
  }

  /// The offset after the `>` of the tag that starts at `start`, if one stands near on the same line.
  static func tagEnd(in bytes: [UInt8], at start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { tagEnd($0, start) }
  }

  fileprivate static func entity(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> (
    unit: UInt16, length: Int
  )? {
    func has(_ name: StaticString) -> Bool {
      guard start + 1 + name.utf8CodeUnitCount <= p.count else { return false }
      for k in 0..<name.utf8CodeUnitCount where p[start + 1 + k] != name.utf8Start[k] { return false }
      return true
    }
    if has("nbsp;") { return (0x20, 6) }
    if has("#160;") { return (0x20, 6) }
    if has("amp;") { return (0x26, 5) }
    if has("lt;") { return (0x3C, 4) }
    if has("gt;") { return (0x3E, 4) }
    if has("quot;") { return (0x22, 6) }
    return nil
  }

  fileprivate static func tagEnd(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start + 1
    let limit = Swift.min(p.count, start + 400)
    while i < limit {
      let b = p[i]
      if b == 0x3E { return i + 1 }
      if b == 0x0A || b == 0x0D || b == 0x3C { return nil }
      i += 1
    }
    return nil
  }
}

/// What a pass over the bytes carries along.
struct FoldingState {
  var lines: [FoldedLine] = []
  var comments: [ByteRange] = []
  var origins: [Int32] = []
  var count = 0
  /// The offset of a blank that may have to be kept, or -1.
  private var pendingBlank = -1
  /// The line that is being read; it joins ``lines`` when the next one begins.
  private var line = FoldedLine(unitStart: 0, byteStart: 0, hashLevel: 0, traits: [])
  /// Nothing but marks and blanks has been seen on the line yet.
  private var atLineStart = true
  private var lineUnitStart = 0
  /// A `<!--` was seen: what it does depends on what follows, however far.
  private(set) var hasCommentMarks = false
  /// No `-->` stands after this point, so a further `<!--` is text: keeps the pass linear.
  private var commentsEnded = false

  /// Prepares for a text of so many lines.
  init(lineCount: Int) { lines.reserveCapacity(lineCount + 1) }

  /// Goes on behind lines that are folded already, in a text of so many lines; `byte` is where the next line starts.
  init(behind folded: ArraySlice<FoldedLine>, lineCount: Int, byte: Int32, unit: Int32) {
    self.init(lineCount: lineCount)
    lines += folded
    line = FoldedLine(unitStart: unit, byteStart: byte, hashLevel: 0, traits: [])
    count = Int(unit)
    lineUnitStart = count
  }

  /// Folds a range of bytes that begins and ends with lines.
  mutating func run(
    _ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ out: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) {
    let n = range.upperBound
    let bytes = UnsafeRawBufferPointer(p)
    var i = range.lowerBound
    while i < n {
      let b = p[i]
      if var four = Self.ideograph(bytes, i) {
        // Runs of the common ideographs are three quarters of a draft.
        pendingBlank = -1
        atLineStart = false
        var at = count
        while true {
          out[at] = UInt16(truncatingIfNeeded: four << 12 | four >> 2 & 0x0FC0 | four >> 16 & 0x3F)
          places[at] = Int32(truncatingIfNeeded: i)
          at &+= 1
          i &+= 3
          guard let next = Self.ideograph(bytes, i) else { break }
          four = next
        }
        count = at
      } else if Self.isPlain(b), pendingBlank < 0 {
        atLineStart = false
        var at = count
        repeat {
          out[at] = UInt16(p[i])
          places[at] = Int32(truncatingIfNeeded: i)
          at &+= 1
          i &+= 1
        } while i < n && Self.isPlain(p[i])
        count = at
      } else if b == 0x09 {
        line.traits.insert(.tab)
        pendingBlank = -1
        atLineStart = false
        out[count] = 0x09
        places[count] = Int32(truncatingIfNeeded: i)
        count &+= 1
        i &+= 1
      } else if b < 0x80 {
        i = ascii(b, i, p, out, places)
      } else {
        i = other(b, i, p, out, places)
      }
    }
  }

  /// Closes the last line, where the text ends.
  mutating func end(_ offset: Int) {
    lines.append(line)
    lines.append(
      FoldedLine(
        unitStart: Int32(truncatingIfNeeded: count), byteStart: Int32(truncatingIfNeeded: offset),
        hashLevel: 0, traits: []))
  }

  /// The four bytes at an offset if the first three are one of U+4000...U+9FFF.
  ///
  /// The last scalar of a text is left to the slower way, since no fourth byte may follow it.
  @inline(__always)
  private static func ideograph(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> UInt32? {
    guard i &+ 4 <= bytes.count else { return nil }
    let four = bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian
    return (four & 0x00C0_C0FF) &- 0x0080_80E4 <= 5 ? four : nil
  }

  /// Tells whether a byte is a digit, a comma or a point: the cells of tables are made of them.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 || byte == 0x2C || byte == 0x2E }

  private mutating func beginLine(_ offset: Int) {
    lines.append(line)
    line = FoldedLine(
      unitStart: Int32(truncatingIfNeeded: count), byteStart: Int32(truncatingIfNeeded: offset), hashLevel: 0,
      traits: [])
    pendingBlank = -1
    atLineStart = true
    lineUnitStart = count
  }

  @inline(__always)
  private mutating func put(
    _ unit: UInt16, _ offset: Int, _ out: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) {
    if pendingBlank >= 0 {
      if count > lineUnitStart, isWord(unit), isWord(out[count - 1]) {
        out[count] = 0x20
        places[count] = Int32(truncatingIfNeeded: pendingBlank)
        count += 1
      }
      pendingBlank = -1
    }
    atLineStart = false
    out[count] = unit
    places[count] = Int32(truncatingIfNeeded: offset)
    count += 1
  }

  @inline(__always)
  private func isWord(_ unit: UInt16) -> Bool {
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5A) || (unit >= 0x61 && unit <= 0x7A)
  }

  private mutating func note(_ trait: LineTraits) { line.traits.insert(trait) }

  private mutating func ascii(
    _ b: UInt8, _ i: Int, _ p: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let n = p.count
    switch b {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2C, 0x2E:
      put(UInt16(b), i, out, places)
      return i + 1
    case 0x0A:
      beginLine(i + 1)
      return i + 1
    case 0x0D:
      let next = i + 1 < n && p[i + 1] == 0x0A ? i + 2 : i + 1
      beginLine(next)
      return next
    case 0x20:
      if pendingBlank < 0 { pendingBlank = i }
      return i + 1
    case UInt8(ascii: "#") where atLineStart:
      return headingMarks(i, p)
    case UInt8(ascii: "-") where atLineStart && i + 1 < n && p[i + 1] == 0x20,
      UInt8(ascii: "*") where atLineStart && i + 1 < n && p[i + 1] == 0x20,
      UInt8(ascii: "+") where atLineStart && i + 1 < n && p[i + 1] == 0x20,
      UInt8(ascii: ">") where atLineStart:
      note(.bullet)
      return i + 1
    case UInt8(ascii: "*") where i + 1 < n && p[i + 1] == b:
      if atLineStart { note(.bold) }
      return i + 2
    case UInt8(ascii: "<"):
      return tag(i, p, out, places)
    case UInt8(ascii: "&"):
      guard let entity = Folder.entity(p, i) else { break }
      if entity.unit == 0x20 {
        if pendingBlank < 0 { pendingBlank = i }
      } else {
        put(entity.unit, i, out, places)
      }
      return i + entity.length
    case UInt8(ascii: "|"):
      note(.pipe)
    case 0x00...0x1F, 0x7F:
      if pendingBlank < 0 { pendingBlank = i }
      return i + 1
    default:
      break
    }
    put(UInt16(b), i, out, places)
    return i + 1
  }

  /// Skips `#` marks of a heading: up to six, then a blank or the text.
  private mutating func headingMarks(_ start: Int, _ p: UnsafeBufferPointer<UInt8>) -> Int {
    var i = start
    while i < p.count, p[i] == UInt8(ascii: "#"), i - start < 6 { i += 1 }
    line.hashLevel = UInt8(truncatingIfNeeded: i - start)
    return i
  }

  private mutating func tag(
    _ i: Int, _ p: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    if i + 3 < p.count, p[i + 1] == 0x21, p[i + 2] == 0x2D, p[i + 3] == 0x2D, !commentsEnded {
      return comment(i, p)
    }
    guard i + 1 < p.count, let end = Folder.tagEnd(p, i) else {
      put(0x3C, i, out, places)
      return i + 1
    }
    var name: UInt64 = 0
    var k = i + 1
    let closing = p[k] == UInt8(ascii: "/")
    if closing { k += 1 }
    var length = 0
    while k < end, length < 9, case let c = p[k] | 0x20, (c >= 0x61 && c <= 0x7A) || (c >= 0x31 && c <= 0x36)
    {
      name = name << 8 | UInt64(c)
      length += 1
      k += 1
    }
    guard length > 0, let kind = TagKind(name) else {
      put(0x3C, i, out, places)
      return i + 1
    }
    switch kind {
    case .bold:
      if atLineStart { note(.bold) }
    case .inline:
      break
    case .block:
      if pendingBlank < 0, count > lineUnitStart { pendingBlank = i }
    case .table, .row, .cell:
      note(.tableTag)
      pendingBlank = -1
      put(kind.unit(closing: closing), i, out, places)
    }
    return end
  }

  private mutating func comment(_ start: Int, _ p: UnsafeBufferPointer<UInt8>) -> Int {
    hasCommentMarks = true
    var i = start + 4
    while i + 2 < p.count {
      if p[i] == 0x2D, p[i + 1] == 0x2D, p[i + 2] == 0x3E {
        comments.append(ByteRange(start, i + 3))
        return skipLines(from: start, to: i + 3, p)
      }
      i += 1
    }
    commentsEnded = true
    return start + 4
  }

  /// Opens the lines that a comment runs over, so that line numbers stay those of the source.
  private mutating func skipLines(from start: Int, to end: Int, _ p: UnsafeBufferPointer<UInt8>) -> Int {
    var i = start
    while i < end {
      let b = p[i]
      i += 1
      if b == 0x0A || (b == 0x0D && !(i < p.count && p[i] == 0x0A)) { beginLine(i) }
    }
    return end
  }

  /// Folds a scalar outside ASCII and outside the common ideographs, or a byte that starts none.
  private mutating func other(
    _ b: UInt8, _ i: Int, _ p: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutableBufferPointer<UInt16>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let (scalar, length) = decode(b, i, p)
    switch Character16.fold(scalar) {
    case .blank:
      if pendingBlank < 0 { pendingBlank = i }
    case .nothing:
      break
    case .unit(let unit):
      put(unit, i, out, places)
    }
    return i + length
  }

  private func decode(_ b: UInt8, _ i: Int, _ p: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
    let n = p.count
    func tail(_ k: Int) -> UInt32? {
      i + k < n && p[i + k] & 0xC0 == 0x80 ? UInt32(p[i + k] & 0x3F) : nil
    }
    if b >= 0xC2, b < 0xE0, let a = tail(1) { return (UInt32(b & 0x1F) << 6 | a, 2) }
    if b >= 0xE0, b < 0xF0, let a = tail(1), let c = tail(2) {
      return (UInt32(b & 0x0F) << 12 | a << 6 | c, 3)
    }
    if b >= 0xF0, b < 0xF5, let a = tail(1), let c = tail(2), let d = tail(3) {
      return (UInt32(b & 0x07) << 18 | a << 12 | c << 6 | d, 4)
    }
    return (0xFFFD, 1)
  }
}

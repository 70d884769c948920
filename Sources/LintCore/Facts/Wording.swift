/// Words of labels compared without the noise around them.
enum Wording {
  private static let tails = WordList(["各", "均", "共", "分别", "为", "数", "主要", "总体", "情况"])

  /// A slice without punctuation and helping words at its ends; empty if nothing of weight is left.
  static func core(_ slice: Slice, _ units: Units) -> Slice {
    var s = slice
    while s.lower < s.upper, isPunctuation(units[s.lower]) { s.lower += 1 }
    while s.upper > s.lower, isPunctuation(units[s.upper - 1]) { s.upper -= 1 }
    while let tail = units.lengthOfWord(ending: s, anyOf: tails) { s.upper -= tail }
    return s
  }

  private static func isPunctuation(_ u: UInt16) -> Bool {
    switch u {
    case 0xFF0C, 0x2C, 0x3B, 0x3A, 0x3002, 0x3001, 0x20, 0x2E: true
    default: false
    }
  }

  /// Tells whether `label` says what `subject` says: the subject stands in it, quotation marks apart.
  static func contains(_ label: Slice, _ subject: Slice, _ units: Units) -> Bool {
    guard !subject.isEmpty, subject.count <= 60 else { return false }
    var start = label.lower
    while start < label.upper {
      // 非税收入 does not say 税收.
      if end(of: subject, at: start, label.upper, units) != nil,
        start == label.lower || units[start - 1] != 0x975E
      {
        return true
      }
      start += 1
    }
    return false
  }

  /// What follows a subject in a label, the last time it stands there.
  static func rest(of label: Slice, behind subject: Slice, _ units: Units) -> Slice? {
    guard !subject.isEmpty, subject.count <= 60 else { return nil }
    var start = label.upper - 1
    while start >= label.lower {
      if let end = end(of: subject, at: start, label.upper, units) { return Slice(end, label.upper) }
      start -= 1
    }
    return nil
  }

  /// The position behind a subject that stands at a position.
  private static func end(of subject: Slice, at start: Int, _ end: Int, _ units: Units) -> Int? {
    var i = start
    var k = subject.lower
    while k < subject.upper {
      if TextKey.isIgnored(units[k]) {
        k += 1
        continue
      }
      while i < end, TextKey.isIgnored(units[i]) { i += 1 }
      guard i < end, units[i] == units[k] else { return nil }
      i += 1
      k += 1
    }
    return i
  }
}

/// How many columns of a terminal a scalar takes, and what is shown in its place.
///
/// Drafts come from anyone: control characters could move the cursor or hide text, and bidirectional marks
/// could reorder it, so neither reaches the terminal.
package enum DisplayColumns {
  /// The scalar to show: itself, or U+FFFD for one that a terminal would act on.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value >= 0x4E00, value < 0xA000 { return scalar }
    let isControl = value < 0x20 || (value >= 0x7F && value < 0xA0)
    let isBidirectional =
      (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069)
      || value == 0x200E || value == 0x200F || value == 0x061C
    let isSeparator = value == 0x2028 || value == 0x2029
    return isControl || isBidirectional || isSeparator ? "\u{FFFD}" : scalar
  }

  /// The number of columns of a string, TABs not counted.
  package static func width(_ string: String) -> Int {
    string.unicodeScalars.reduce(0) { $0 + width(shown($1)) }
  }

  /// The number of columns of a shown scalar: 0, 1 or 2.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if value >= 0x2E80, value < 0xA4D0 { return value == 0x303F ? 1 : 2 }
    if isZeroWidth(scalar) { return 0 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    // Most of what drafts hold beyond ideographs is general punctuation, for which the look-up is costly.
    if scalar.value >= 0x2010, scalar.value < 0x2060 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// The ranges of width W and F in Unicode's EastAsianWidth.txt outside U+2E80...U+A4CF, merged where the
  /// gaps are unassigned.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
    0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705,
    0x274C...0x274C, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FC, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

/// A run of text as a terminal shows it, with its width.
struct DisplayText {
  /// The text to write; free of control characters.
  private(set) var text = ""
  /// The number of columns it takes.
  private(set) var width = 0

  /// The columns between two TAB stops; narrower than a terminal's own, so that rows of a table stay short.
  static let tabStop = 4

  /// Appends a scalar; a TAB becomes at least two blanks, up to the next stop.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      let next = (width + 2 + Self.tabStop - 1) / Self.tabStop * Self.tabStop
      text += String(repeating: " ", count: next - width)
      width = next
      return
    }
    let shown = DisplayColumns.shown(scalar)
    text.unicodeScalars.append(shown)
    width += DisplayColumns.width(shown)
  }

  /// Appends all scalars of a string.
  mutating func append(_ string: String) {
    for scalar in string.unicodeScalars { append(scalar) }
  }
}

extension String {
  /// The text with everything that a terminal would act on replaced.
  var shownInTerminal: String {
    // Most strings are harmless, and the test for it is a pass over bytes.
    let isHarmless = utf8.allSatisfy {
      ($0 >= 0x20 && $0 < 0x7F) || ($0 >= 0xE3 && $0 < 0xEE) || ($0 >= 0x80 && $0 < 0xC0)
    }
    if isHarmless { return self }
    var out = String()
    for scalar in unicodeScalars { out.unicodeScalars.append(DisplayColumns.shown(scalar)) }
    return out
  }
}

/// Folds the words of packs.
enum PackText {
  /// The folded units of a word; most hold nothing that folding changes and need no pass of it.
  static func word(_ text: String) -> Word {
    for unit in text.utf16 where !isPlain(unit) { return Word(folding: text) }
    return Word(stringLiteral: text)
  }

  private static func isPlain(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4000...0x9FFF, 0x201C, 0x201D, 0x28, 0x29, 0x3001, 0x3002:
      true
    default: false
    }
  }
}

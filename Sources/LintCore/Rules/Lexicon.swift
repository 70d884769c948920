/// Finds the row or column concept that a label means.
///
/// Labels are compared by their key (``TextKey``), which the rows and columns of a draft carry.
package struct Lexicon: Sendable {
  /// The usual names of the concepts, by number.
  package private(set) var names: [String] = []
  private var numbers: [UInt64: UInt16] = [:]
  private var concepts = KeyTable()

  /// The concept with this usual name.
  package func id(_ name: String) -> ConceptID? { numbers[TextKey.bytes(name)].map(ConceptID.init(index:)) }

  /// The usual name of a concept.
  package func name(_ id: ConceptID) -> String {
    Int(id.index) < names.count ? names[Int(id.index)] : ""
  }

  /// The concept of a label, by the key of its text without ordinal and trailing brackets.
  package func concept(_ key: UInt64) -> ConceptID? {
    concepts[key].map { ConceptID(index: UInt16(truncatingIfNeeded: $0)) }
  }

  /// Adds a concept, or gives the one that is there.
  mutating func define(_ name: String) -> ConceptID {
    if let number = numbers[TextKey.bytes(name)] { return ConceptID(index: number) }
    let number = UInt16(truncatingIfNeeded: names.count)
    names.append(name)
    numbers[TextKey.bytes(name)] = number
    return ConceptID(index: number)
  }

  /// Adds a label of a concept; gives the other concept that has the label already.
  mutating func insert(_ label: Name, _ concept: ConceptID) -> ConceptID? {
    let key = Self.key(label)
    if let other = self.concept(key) { return other == concept ? nil : other }
    concepts[key] = Int32(concept.index)
    return nil
  }

  /// The key of a label, as rows and columns carry it.
  static func key(_ label: Name) -> UInt64 {
    label.units.withUnsafeBufferPointer { units in
      var end = units.count
      if end > 0, units[end - 1] == 0x29, let open = units.lastIndex(of: 0x28), open > 0 { end = open }
      return units.key(Slice(0, end))
    }
  }
}

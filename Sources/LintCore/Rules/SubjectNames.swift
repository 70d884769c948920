/// The subjects of the classification of revenue and expenditure (政府收支分类科目) that packs name: one name a code.
package struct SubjectNames: Sendable {
  private var names: [Int64: Name] = [:]
  private var codes: [UInt64: [Int64]] = [:]

  /// The name of a code.
  func name(_ code: Int64) -> Name? { names[code] }

  /// The codes that have a name, by the key of its text without trailing brackets.
  func codes(named key: UInt64) -> [Int64] { codes[key] ?? [] }

  /// Adds a code, or gives it another name.
  mutating func insert(_ code: Int64, _ name: Name) {
    if let known = names.updateValue(name, forKey: code) {
      codes[Lexicon.key(known)]?.removeAll { $0 == code }
    }
    codes[Lexicon.key(name), default: []].append(code)
  }
}

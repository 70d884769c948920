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

extension Table {
  private static let projects = WordList(["项目名称", "采购", "项目内容", "单位名称", "品目"])

  /// 科目名称（单位名称）, 单位名称（科目）: the units stand above their subjects.
  private static let subject: Word = "科目"
  private static let project: Word = "项目"

  /// Tells whether the labels of a side are the names of its codes: a project has a code and a name of its own.
  func namesSubjects(_ side: Side, _ units: Units) -> Bool {
    head(ofColumn: side.labelColumn).map {
      units.starts($0, with: Self.subject) || !units.contains(anyOf: Self.projects, in: $0)
        || units.contains(Self.subject, in: $0) && !units.contains(Self.project, in: $0)
    } ?? true
  }
}

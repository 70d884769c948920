/// A kind of document, and what it must hold.
package struct Profile: Sendable {
  /// The id, such as `department-budget`.
  package var id: String
  /// The name to show.
  package var title: Phrase
  /// The tables it is made of.
  package var family: TableFamily
  /// The wordings of covers and titles that name this kind.
  package var titleSignals: [Name] = []
  /// The wordings of the text that speak for this kind.
  package var textSignals: [Name] = []
  /// The chapters, each under a heading of its own.
  package var sections: [Requirement] = []
  /// The statements, under a heading or anywhere in the text.
  package var statements: [Requirement] = []
  /// The tables.
  package var tables: [TableRequirement] = []
  /// What asks for all this, unless an entry says otherwise.
  package var basis: Phrase?
  /// The name of the pack that defines it.
  package var pack: String = ""
  /// The wordings of ``statements``, ready to be looked for.
  private(set) var statementWords = StatementWords()

  /// Gets the profile ready for use once all is in it.
  mutating func prepare() { statementWords = StatementWords(statements) }
}

/// The wordings of statements, each with the number of its statement.
struct StatementWords: Sendable {
  /// The wordings of headings.
  private(set) var names = PhraseMatcher()
  /// The wordings that mean a statement only at the start of a heading: ^支出决算 is not 一般公共预算财政拨款支出决算.
  private(set) var starts: [(number: Int, name: Name)] = []
  /// The wordings of the text.
  private(set) var phrases = PhraseMatcher()

  /// The mark before a name that stands at the start of a title only, ^.
  private static let startMark: UInt16 = 0x5E

  init(_ statements: [Requirement] = []) {
    for (number, requirement) in statements.enumerated() {
      for name in requirement.names {
        if name.units.first == Self.startMark {
          starts.append((number, Name(units: Array(name.units.dropFirst()))))
        } else {
          names.insert(name, number)
        }
      }
      for phrase in requirement.phrases {
        for wording in Self.otherwiseQuoted(phrase) { phrases.insert(wording, number) }
      }
    }
  }

  /// 无“三公”经费 and the same in the other marks that are typed for “ ”, or without any.
  private static func otherwiseQuoted(_ phrase: Name) -> [Name] {
    guard phrase.units.contains(0x201C) else { return [phrase] }
    let marks: [(open: UInt16, close: UInt16)?] = [
      (0x22, 0x22), (0x27, 0x27), (0x2018, 0x2019), (0x300C, 0x300D), nil,
    ]
    return [phrase]
      + marks.map { marks in
        Name(
          units: phrase.units.compactMap { unit in
            switch unit {
            case 0x201C: marks?.open
            case 0x201D: marks?.close
            default: unit
            }
          })
      }
  }
}

/// The kinds of tables that belong together.
package enum TableFamily: String, Sendable, Hashable, CaseIterable {
  case budget
  case final
  case performance
}

/// A chapter or statement that a document must hold.
package struct Requirement: Sendable {
  /// The id, which is its usual name, such as `名词解释`.
  package var id: String
  /// The name to show.
  package var title: Phrase
  /// The wordings of headings that mean it, in folded units.
  package var names: [Name] = []
  /// The wordings of headings that mean something else, though they hold a name.
  package var except: [Name] = []
  /// The wordings of the text that make the statement without a heading, in folded units.
  package var phrases: [Name] = []
  /// Whether the phrases count only beside an amount or a denial: 政府采购 alone states nothing.
  package var needsFigure = false
  /// The chapter or statement it is a part of; it is not asked for where the whole is missing.
  package var whole: String?
  /// The statements of other provinces that stand for it: its absence beside one of them is a remark.
  package var instead: [String] = []
  /// The table it explains: a statement of no weight is one of weight once that table holds figures.
  package var table: TableID?
  /// The weight of its absence; `nil` if it is not asked for.
  package var severity: Severity?
  /// The first year that asks for it.
  package var since: Int?
  /// The clause that asks for it.
  package var basis: Phrase?
}

/// A table that a document must hold.
package struct TableRequirement: Sendable {
  /// The table.
  package var table: TableID
  /// The weight of its absence; `nil` if it is not asked for.
  package var severity: Severity?
  /// The first year that asks for it.
  package var since: Int?
  /// The clause that asks for it.
  package var basis: Phrase?
}

/// A table by its meaning, whatever a province calls it.
package struct TableConcept: Sendable {
  /// The id, which is its usual name, such as `收支总表`.
  package var id: String
  /// The name to show.
  package var title: Phrase
  /// The kind of documents it belongs to.
  package var family: TableFamily
  /// The titles that mean it.
  package var names: [String]
  /// The words by which an unknown title may mean it: such a table is not called missing.
  package var hints: [Name] = []
  /// The header of its skeleton, for a draft that lacks it.
  package var header: [String] = []
}

/// The number of a table concept in a ``RuleBook``.
package struct TableID: Hashable, Sendable {
  package let index: UInt16
  package init(index: UInt16) { self.index = index }
}

/// The number of a row or column concept in a ``Lexicon``.
package struct ConceptID: Hashable, Sendable {
  package let index: UInt16
  package init(index: UInt16) { self.index = index }
}

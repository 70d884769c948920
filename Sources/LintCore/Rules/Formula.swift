/// A relation between figures of tables that must hold, such as `收支总表[收入总计] = 收入总表[合计]`.
package struct Formula: Sendable {
  /// The id, unique in the rule book.
  package var id: String
  /// What it says in words; the formula itself if the pack gives none.
  package var title: Phrase
  /// The formula as written.
  package var text: String
  /// The readings, of which one has to hold: 合计 may or may not include what was carried over.
  package var alternatives: [FormulaReading]
  /// The weight of a violation that rounding does not explain.
  package var severity: Severity
  /// The name of the pack that defines it.
  package var pack: String
}

/// Two sums of cells and how they compare.
package struct FormulaReading: Sendable, Hashable {
  package enum Relation: String, Sendable, Hashable {
    case equal = "="
    case atMost = "<="
    case atLeast = ">="
  }

  package var left: [FormulaTerm]
  package var relation: Relation
  package var right: [FormulaTerm]

  /// Both sides in order.
  package var terms: [FormulaTerm] { left + right }
}

/// A cell that takes part in a sum.
package struct FormulaTerm: Sendable, Hashable {
  /// Tells whether it is subtracted.
  package var isNegative: Bool
  package var table: TableID
  package var row: RowSelector
  /// The column, or `nil` for the column of amounts that the table is about.
  package var column: ColumnSelector?
}

/// The row of a term.
package enum RowSelector: Sendable, Hashable {
  /// The row that means this.
  case concept(ConceptID)
  /// The row whose label has this key (``Lexicon/key(_:)``).
  case label(UInt64)
  /// Each 类 in turn (`各类`): the rows of both sides are matched by code or name.
  case eachClass
  /// Each subject in turn (`各科目`), whatever its level.
  case eachSubject
}

/// The column of a term.
package enum ColumnSelector: Sendable, Hashable {
  /// The column that means this.
  case concept(ConceptID)
  /// The column whose lowest heading has this key.
  case label(UInt64)
}

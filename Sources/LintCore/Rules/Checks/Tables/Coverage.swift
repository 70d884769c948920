/// How much of a table took part in at least one sum: silence earns trust only where something was checked.
public struct TableCoverage: Sendable {
  /// Why a figure took part in no identity.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Cells of its row are missing or shifted.
    case unreadRow = "unread-row"
    /// No total of its row or column was found, or none that other figures confirm.
    case noIdentity = "no-identity"

    /// The reason in words.
    public var text: Phrase {
      switch self {
      case .unreadRow: Phrase("所在行的单元格缺失或错位", "cells of its row are missing or shifted")
      case .noIdentity: Phrase("没有可核对的合计关系", "no total of its row or column that figures confirm")
      }
    }
  }

  /// A figure that took part in no identity.
  public struct Uncovered: Sendable {
    /// The bytes of the figure.
    public let range: ByteRange
    /// Why it was not checked.
    public let reason: Reason
  }

  /// The first line of the table, zero-based.
  public let line: Int
  /// The title of the table, or an empty text.
  public let title: String
  /// How many figures stand in the table.
  public let figures: Int
  /// The figures that took part in no identity.
  public let uncovered: [Uncovered]

  /// How many figures took part in an identity.
  public var covered: Int { figures - uncovered.count }
}

extension Draft {
  /// The coverage of every table with figures by the identities within it; performance forms are not counted.
  ///
  /// - Complexity: O(n) in the number of cells.
  public func coverage() -> [TableCoverage] {
    text.units.withUnsafeBufferPointer { units in
      tables.filter { $0.layout == .grid }.map { coverage(of: $0, units) }.filter { $0.figures > 0 }
    }
  }

  private func coverage(of table: Table, _ units: Units) -> TableCoverage {
    var figures = 0
    var uncovered: [TableCoverage.Uncovered] = []
    let outside = Set(
      BlockTotals.equations(table, units, self).flatMap { $0.terms.map(\.lower) + [$0.total.lower] })
    for side in table.sides {
      let arithmetic = SideArithmetic(table, side, units)
      let taking = places(arithmetic)
      for row in side.rows.indices {
        for column in side.amountColumns.indices {
          guard let cell = arithmetic.grid.cell(row, column), cell.kind == .number else { continue }
          figures += 1
          if cell.amount.isZero || taking.contains(GridPlace(row: row, column: column))
            || outside.contains(cell.lower)
          {
            continue
          }
          let reason: TableCoverage.Reason = side.rows[row].role == .uncertain ? .unreadRow : .noIdentity
          uncovered.append(TableCoverage.Uncovered(range: range(cell.slice), reason: reason))
        }
      }
    }
    return TableCoverage(
      line: table.lines.lowerBound, title: table.caption.map(string) ?? "", figures: figures,
      uncovered: uncovered)
  }

  /// The cells that some equation of a side could be judged with.
  private func places(_ arithmetic: SideArithmetic) -> Set<GridPlace> {
    var taking: Set<GridPlace> = []
    for equation in arithmetic.equations where !equation.isShaky {
      let isRows = equation.direction == .rows
      for lane in 0..<(isRows ? arithmetic.grid.columns.count : arithmetic.grid.rowCount) {
        if case .none = arithmetic.grid.judge(equation, in: lane).verdict { continue }
        taking.insert(arithmetic.totalPlace(equation, lane))
        for term in arithmetic.termPlaces(equation, lane) { taking.insert(term.place) }
      }
    }
    return taking
  }
}

/// What is kept of a draft for comparing it with others: a few kilobytes, whatever the draft's size.
public struct DraftDigest: Sendable {
  package var identity: DraftIdentity
  /// The figures of its own year, ordered by key.
  package var stated: [StatedFact] = []
  /// What it says of other drafts, in the order of the text.
  package var claimed: [ClaimedFact] = []
  /// The units that a department says it is made of, each by the keys its name may have.
  package var members: [[UInt64]] = []
}

/// A figure of a draft's own year, by what it states.
package struct StatedFact: Sendable {
  /// What the figure states: the table of the regulations, the row and the column, the same in budgets and accounts.
  package var key: UInt64
  package var value: FactValue
  /// The line from 1.
  package var line: UInt32
  /// The column from 1, in Unicode scalars.
  package var column: UInt16
  /// The length in Unicode scalars.
  package var length: UInt8
  /// The last place, as the power of ten in thousandths of a yuan.
  package var lastPlace: UInt8
}

/// An amount in thousandths of a yuan, small enough to keep by the million.
package typealias FactValue = Int64

/// What a draft says of the figure of another draft.
package struct ClaimedFact: Sendable {
  /// Which other draft is meant.
  package enum Source: Sendable, Hashable {
    case budget
    case accounts
    /// The text says 上年 alone.
    case either
  }

  /// What the figure is where it stands.
  package enum Relation: Sendable {
    /// 年初预算 in final accounts.
    case plan
    /// A figure of the year before.
    case prior
    /// A figure of the year before that follows from this year's and its change.
    case change(current: Amount, by: Amount, isIncrease: Bool)
    /// The row of a unit in a table of its department.
    case part
    /// A total of a department that lists its units.
    case whole
  }

  /// The keys under which the other draft may state the figure.
  package var keys: [UInt64]
  package var source: Source
  package var year: Int
  /// The unit whose draft is meant: its own, or one below.
  package var entity: UInt64
  package var relation: Relation
  package var value: FactValue
  /// How far two figures may lie apart that were rounded from one truth.
  package var tolerance: FactValue
  package var amount: Amount
  package var unit: MoneyUnit
  package var range: ByteRange
  /// The name of the row, or the words of the sentence.
  package var label: String
}

extension DraftDigest {
  /// The figures under a key.
  ///
  /// - Complexity: O(log n).
  func figures(_ key: UInt64) -> ArraySlice<StatedFact> {
    var low = 0
    var high = stated.count
    while low < high {
      let middle = (low + high) / 2
      if stated[middle].key < key { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < stated.count, stated[end].key == key { end += 1 }
    return stated[low..<end]
  }
}

extension Amount {
  /// The amount in thousandths of a yuan with its last place there; `nil` if it is too large or too fine.
  func fact(_ unit: MoneyUnit) -> (value: FactValue, lastPlace: FactValue)? {
    let step: Int128 = 1_000_000
    guard isCalculable else { return nil }
    let value = scaled * unit.yuan / step
    let place = Swift.max(1, lastPlace * unit.yuan / step)
    // Differences of two such values fit into 64 bits.
    guard value.magnitude < 1 << 61, place < 1 << 61 else { return nil }
    return (FactValue(value), FactValue(place))
  }
}

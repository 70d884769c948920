/// A cell of an ``AmountGrid``.
struct GridPlace: Hashable {
  var row: Int
  var column: Int
}

/// A statement that one lane of a grid is the sum of others: a row of other rows, or a column of other columns.
struct Equation {
  /// Whether the lanes are rows or columns.
  enum Direction {
    case rows
    case columns
  }

  /// How sure it is that the statement was meant, before any figure is looked at.
  enum Certainty: Int, Comparable {
    /// Only a guess: the figures have to confirm it.
    case guess
    /// Follows from codes, ordinals or names.
    case certain

    static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
  }

  var direction: Direction
  /// The rule that a violation falls under.
  var rule: String
  var total: Int
  var terms: [Int]
  /// Terms that are taken off.
  var minus: [Int] = []
  var certainty: Certainty
  /// A total over nothing but blanks is wrong: the details are missing.
  var needsTerms = false
  /// The names of the terms leave no doubt that they belong to it, only that others may.
  var isNamed = false
  /// A row that could not be read may belong to it: it can hold, but accuse nobody.
  var isShaky = false
}

/// How an equation fares in one crossing lane.
struct Outcome {
  /// What was seen.
  enum Verdict {
    /// Nothing to judge: all blank, or a cell that cannot be read.
    case none
    /// Holds, and a figure other than zero took part.
    case holds
    /// Holds, with at least two terms other than zero.
    case holdsStrongly
    /// Off by a rounding tail.
    case tail
    /// Off by what rounding can hardly do.
    case unlikelyTail
    /// Off by more than rounding can do.
    case wrong
  }

  var verdict: Verdict
  /// Stated minus computed, on the grid's scale.
  var difference: Int64
  var computed: Int64
}

extension AmountGrid {
  /// Judges an equation in one crossing lane: a column for rows, a row for columns.
  func judge(_ equation: Equation, in lane: Int) -> Outcome {
    let isRows = equation.direction == .rows
    let stride = isRows ? columns.count : 1
    let base = isRows ? lane : lane * columns.count
    let none = Outcome(verdict: .none, difference: 0, computed: 0)
    let totalAt = base + equation.total * stride
    guard states[totalAt] == .figure else { return none }
    var sum: Int64 = 0
    var nonzero = 0
    var filled = 0
    for term in equation.terms {
      let at = base + term * stride
      switch states[at] {
      case .unusable: return none
      case .blank: continue
      case .figure:
        filled += 1
        sum &+= values[at]
        if values[at] != 0 { nonzero += 1 }
      }
    }
    for term in equation.minus {
      let at = base + term * stride
      switch states[at] {
      case .unusable: return none
      case .blank: continue
      case .figure:
        filled += 1
        sum &-= values[at]
        if values[at] != 0 { nonzero += 1 }
      }
    }
    let stated = values[totalAt]
    if filled == 0, !(equation.needsTerms && stated != 0) { return none }
    let difference = stated &- sum
    let last = isRows ? lastPlaces[lane] : (lastPlaces[equation.total])
    if difference == 0 {
      let verdict: Outcome.Verdict =
        stated == 0 && nonzero == 0 ? .none : nonzero >= 2 ? .holdsStrongly : .holds
      return Outcome(verdict: verdict, difference: 0, computed: sum)
    }
    let residual = Rounding.judge(
      difference: Int128(difference), terms: nonzero, lastPlace: Int128(last),
      exact: isExact || isCount(isRows ? lane : equation.total))
    let verdict: Outcome.Verdict
    switch residual {
    case .exact: verdict = .holds
    case .tail: verdict = .tail
    case .unlikelyTail: verdict = .unlikelyTail
    case .wrong: verdict = .wrong
    }
    return Outcome(verdict: verdict, difference: difference, computed: sum)
  }

  /// What the figures of all crossing lanes say about an equation.
  struct Evidence {
    /// Lanes in which it holds with two or more terms.
    var strong = 0
    /// Lanes in which it holds with one term, or up to a tail.
    var weak = 0
    /// Lanes in which it does not hold.
    var against = 0

    var isConfirmed: Bool { strong + weak > 0 }
    /// Larger is better: what confirms counts more than what contradicts, for one wrong cell contradicts even
    /// the right reading.
    var score: Int { strong * 3 + weak * 2 - against }

    static func + (a: Evidence, b: Evidence) -> Evidence {
      Evidence(strong: a.strong + b.strong, weak: a.weak + b.weak, against: a.against + b.against)
    }
  }

  func evidence(for equation: Equation) -> Evidence {
    var result = Evidence()
    for lane in 0..<(equation.direction == .rows ? columns.count : rowCount) {
      switch judge(equation, in: lane).verdict {
      case .none: break
      case .holdsStrongly: result.strong += 1
      case .holds, .tail: result.weak += 1
      case .unlikelyTail, .wrong: result.against += 1
      }
    }
    return result
  }

  /// The equation that the figures support best; an earlier one only gives way to one that figures confirm.
  func best(of candidates: [Equation]) -> (equation: Equation, evidence: Evidence)? {
    var best: (equation: Equation, evidence: Evidence)?
    for candidate in candidates where !candidate.terms.isEmpty {
      let evidence = evidence(for: candidate)
      if let known = best, !evidence.isConfirmed || known.evidence.score >= evidence.score { continue }
      best = (candidate, evidence)
    }
    return best
  }
}

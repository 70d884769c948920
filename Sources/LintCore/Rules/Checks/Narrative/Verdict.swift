extension NarrativeContext {
  /// What a stated percentage is against the quotient that it should be.
  enum Verdict {
    case right
    /// Not what the figures give as they are written, but what they can have given before they were rounded.
    case withinRounding
    /// Cut off, not rounded.
    case cut
    /// One unit in the last place.
    case lastPlace
    /// Only right if the figures are rounder than they look.
    case onlyIfRounded
    case wrong

    var severity: Severity? {
      switch self {
      case .right: nil
      case .withinRounding, .cut: .info
      case .lastPlace, .onlyIfRounded: .warning
      case .wrong: .error
      }
    }

    /// Tells whether the figures can have given the percentage.
    var isRight: Bool { self == .right || self == .withinRounding }
  }
}

extension NarrativeContext.Verdict {
  /// The wording for a verdict.
  func phrase(_ phrases: QuotientPhrases) -> Phrase {
    switch self {
    case .withinRounding: phrases.withinRounding
    case .cut: phrases.cut
    case .right, .lastPlace, .onlyIfRounded, .wrong: phrases.wrong
    }
  }
}

/// How a percentage that is not the quotient of its figures is worded.
struct QuotientPhrases {
  /// What it should be and what the text says.
  let wrong: Phrase
  /// The same, with a word that it was cut.
  let cut: Phrase
  /// The same, with a word that the figures may have been rounded.
  let withinRounding: Phrase

  init(_ wrong: Phrase) {
    self.wrong = wrong
    cut = Phrase(wrong.chinese + "，是截尾而非四舍五入", wrong.english + ", cut and not rounded")
    withinRounding = Phrase(
      wrong.chinese + "（相差在金额四舍五入的误差之内）",
      wrong.english + " (the figures may have been rounded so)")
  }
}

extension NarrativeContext {
  /// What a stated percentage is against the quotient that it should be.
  enum Verdict {
    case right
    /// Not what the figures give as they are written, but what they can have given before they were rounded.
    case withinRounding
    /// The same, of figures that were rounded to more than a hundred yuan: 4.30亿元，增加0.06亿元，增长1.29%.
    case ofRoundFigures
    /// Cut off, not rounded.
    case cut
    /// Cut off as the figures are written, though these can have been rounded from others that give it.
    case cutOfRounded
    /// One unit in the last place.
    case lastPlace
    /// Only right if the figures are rounder than they look.
    case onlyIfRounded
    case wrong

    var severity: Severity? {
      switch self {
      case .right: nil
      case .withinRounding, .ofRoundFigures, .cut, .cutOfRounded: .info
      case .lastPlace, .onlyIfRounded: .warning
      case .wrong: .error
      }
    }

    /// Tells whether the figures can have given the percentage.
    var isRight: Bool { [.right, .withinRounding, .ofRoundFigures, .cutOfRounded].contains(self) }
  }
}

extension NarrativeContext.Verdict {
  /// The wording for a verdict of some weight.
  func phrase(_ phrases: QuotientPhrases, _ severity: Severity) -> Phrase {
    switch self {
    case .ofRoundFigures: phrases.withinRounding
    case .withinRounding: severity > .info ? phrases.oddWithinRounding : phrases.withinRounding
    case .cut, .cutOfRounded: phrases.cut
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
  /// The same, where few other percentages of the draft are so.
  let oddWithinRounding: Phrase

  init(_ wrong: Phrase) {
    self.wrong = wrong
    cut = Phrase(wrong.chinese + "，是截尾而非四舍五入", wrong.english + ", cut and not rounded")
    withinRounding = Phrase(
      wrong.chinese + "（相差在金额四舍五入的误差之内）",
      wrong.english + " (the figures may have been rounded so)")
    oddWithinRounding = Phrase(
      wrong.chinese + "（相差在金额四舍五入的误差之内，但全文多数百分比按所写金额计算）",
      wrong.english
        + " (the figures may have been rounded so, but most others are those of the figures as written)")
  }
}

/// Finds words that are right but for one ideograph, where the draft has the right ones in the same place elsewhere: 存款利习收入
/// beside 存款利息收入, 统筹推近农村公路建设 beside 统筹推进各项工作.
///
/// Rule: `typo`. The words are ``PlainWords``; no list could have all that is written around them. So the ideograph makes no
/// word with its neighbours, the pair stands nowhere else and in no other text, and the draft itself has the right word with
/// the ideograph before it or behind it.
enum WordSlips {
  /// What may be a word with one wrong ideograph.
  struct Slip {
    /// The two ideographs as written.
    var written: Slice
    /// The right ones, with the ideographs of the text before and behind them; 0 where there is none.
    var before, first, second, behind: UInt16
  }

  /// Adds what may be written at a position that makes no common word with its neighbours.
  ///
  /// - Parameter pairs: The bytes of ``PlainWords/wrongPairs``.
  @inline(__always)
  static func add(
    at i: Int, _ text: Slice, _ units: Units, _ pairs: UnsafeBufferPointer<UInt8>, to found: inout [Slip]
  ) {
    if i &+ 1 < text.upper, mayBeWrong(units[i], units[i &+ 1], pairs) {
      add(Slice(i, i &+ 2), isFirst: true, text, units, to: &found)
    }
    if i > text.lower, mayBeWrong(units[i &- 1], units[i], pairs) {
      add(Slice(i &- 1, i &+ 1), isFirst: false, text, units, to: &found)
    }
  }

  @inline(__always)
  private static func mayBeWrong(
    _ first: UInt16, _ second: UInt16, _ pairs: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    PairFilter.has(first, second, pairs, shift: 13)
  }

  /// Adds a slip for each word that a pair is but for its first or its second ideograph.
  private static func add(
    _ pair: Slice, isFirst: Bool, _ text: Slice, _ units: Units, to found: inout [Slip]
  ) {
    let (first, second) = (units[pair.lower], units[pair.lower + 1])
    let words = isFirst ? PlainWords.byLast : PlainWords.byFirst
    let kept = isFirst ? second : first
    // The words that have the other ideograph in the same place stand side by side.
    var (low, high) = (0, words.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if words[2 * middle + (isFirst ? 1 : 0)] < kept { low = middle + 1 } else { high = middle }
    }
    while low < words.count / 2, words[2 * low + (isFirst ? 1 : 0)] == kept {
      let right = words[2 * low + (isFirst ? 0 : 1)]
      let written = isFirst ? first : second
      if written != right, Slips.isTaken(written, for: right) {
        found.append(
          Slip(
            written: pair, before: LongerWordings.unit(at: pair.lower - 1, text, units),
            first: isFirst ? right : first, second: isFirst ? second : right,
            behind: LongerWordings.unit(at: pair.upper, text, units)))
      }
      low += 1
    }
  }

  // MARK: Evidence

  /// Reports what the draft writes otherwise in the same place.
  static func report(_ slips: [Slip], _ inspection: inout Inspection) {
    for slip in slips
    where !inspection.hasReported("typo", touching: slip.written)
      && !inspection.hasReported("punctuation", touching: slip.written)
      && inspection.standsOnce(slip.written) && isTold(slip, inspection)
    {
      Slips.report(
        slip.written, as: String(decoding: [slip.first, slip.second], as: UTF16.self), &inspection)
    }
  }

  /// Tells whether the right word stands in the draft with the ideograph before it, or with that behind it.
  private static func isTold(_ slip: Slip, _ inspection: Inspection) -> Bool {
    func stands(_ units: [UInt16]) -> Bool {
      !units.contains(RightPhrases.edge)
        && inspection.units.find(Name(units: units), in: Slice(0, inspection.units.count)) != nil
    }
    return stands([slip.before, slip.first, slip.second]) || stands([slip.first, slip.second, slip.behind])
  }
}

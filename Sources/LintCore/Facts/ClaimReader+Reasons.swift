/// Where the reason for a figure begins and ends: figures within it are said in passing.
extension PassageReader {
  /// 决算数小于预算数的主要原因是…，与上年相比减少0.76万元: what is compared with the year before is no reason any more.
  mutating func compareWithLastYear(_ token: FigureToken) {
    hasLastYear = true
    guard isReason, isPlanReason,
      units.equals(anyOf: GrammarWords.comparing, Slice(labelStart, Int(token.lower)))
    else { return }
    isReason = false
    isDifference = false
  }

  mutating func explain(_ token: FigureToken, _ out: Claims) {
    isReason = true
    isPlanReason = isDifference
    isPurpose =
      units.equals(token.slice, GrammarWords.mainlyIs) && !isCompared && sentence - comparedSentence > 1
      && out.claims[firstClaim...].allSatisfy {
        $0.role == .amount || $0.role == .share || $0.role == .mention
      }
  }
}

/// What a clause says that the figures behind it are about.
extension PassageReader {
  /// 人员经费方面，共安排88万元; 政府性基金预算方面（详见公开07表），年初结转8万元; …方面的情况详见公开07表。年初结转8万元.
  func aspect(of clause: Slice) -> Slice? {
    guard clause.count >= 5, let at = units.find(GrammarWords.aspects, in: clause), at - clause.lower >= 3,
      at - clause.lower <= longestAspect
    else { return nil }
    let behind = Slice(at + GrammarWords.aspects.count, clause.upper)
    let isAlone = units.withoutTrailingBrackets(clause).upper == behind.lower
    return isAlone || units.starts(behind, withAnyOf: GrammarWords.references)
      ? Slice(clause.lower, at) : nil
  }

  private var longestAspect: Int { 14 }
}

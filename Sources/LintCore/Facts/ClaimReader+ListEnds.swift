/// Amounts that end a list, as they are no parts of what it divides.
extension PassageReader {
  /// 用车费27万元；其中：购置费0万元；运行费27万元；公务接待费5万元: the last is no part of what cars cost.
  func isBesideCars(_ index: Int, _ list: ClaimList, _ out: Claims) -> Bool {
    guard list.whole >= 0, out.claims[list.whole].concept.narrowMeasure == .vehicles else { return false }
    let own = out.claims[index].concept.narrowMeasure
    return own == .reception || own == .abroad
  }

  /// 授予中小企业5万元，其中授予小微企业3万元；货物授予中小企业4万元，工程…: the kinds divide it in another way.
  func isOtherCut(_ index: Int, _ list: ClaimList, _ out: Claims) -> Bool {
    guard list.whole >= 0, out.claims[list.whole].concept.contains(.smallFirms), let first = list.parts.first
    else { return false }
    let kinds: FigureConcept = [.goods, .works, .services]
    return out.claims[first].concept.isDisjoint(with: kinds)
      && !out.claims[index].concept.isDisjoint(with: kinds)
  }

  /// 收入总计90万元，其中上年结转9万元；支出总计90万元: the total of the other side is no part.
  func isOtherSide(_ index: Int, _ list: ClaimList, _ out: Claims) -> Bool {
    guard list.whole >= 0 else { return false }
    let (own, whole) = (out.claims[index].concept, out.claims[list.whole].concept)
    return own.contains(.total) && !own.flow.isEmpty && !whole.flow.isEmpty
      && own.flow.isDisjoint(with: whole.flow)
  }

  /// 年末结转90万元，其中财政拨款结转50万元；提取职工福利基金30万元: what was distributed is no part of what is left.
  func isDistribution(_ index: Int, _ list: ClaimList, _ out: Claims) -> Bool {
    list.whole >= 0 && out.claims[list.whole].concept.contains(.carriedOut)
      && units.contains(anyOf: GrammarWords.distributions, in: out.claims[index].label)
  }

  /// 教育支出（类）…，其中普通教育（款）…；卫生健康支出（类）: a class goes on with the classes around the list.
  func isHigher(_ index: Int, _ list: ClaimList, _ out: Claims) -> Bool {
    guard let first = list.parts.first, units.find(LevelMark.major, in: out.claims[index].label) != nil
    else { return false }
    return units.find(LevelMark.major, in: out.claims[first].label) == nil
  }

  /// 甲9万元、乙3万元等: the list need not name all.
  mutating func leaveOpen(_ token: FigureToken, _ out: inout Claims) {
    guard let last = openLists.last, lastAmount >= 0 else { return }
    let figure = out.claims[lastAmount].figure
    if Int(token.lower) - figure.upper <= 12 { out.lists[last.list].isOpen = true }
  }
}

/// Which amount before it a list divides, where its first part shows that it is not the nearest.
extension PassageReader {
  /// Takes an earlier amount for the whole where the nearest one counts something else than the first part.
  func alignWhole(of list: Int, with index: Int, _ out: inout Claims) {
    let whole = out.lists[list].whole
    let unit = out.claims[index].unit
    guard whole >= 0, !isAlike(out.claims[whole].unit, unit),
      let other = lastAlike(unit, before: index, of: out.claims[whole].sentence, out)
    else {
      return alignHead(of: list, with: index, &out)
    }
    out.lists[list].whole = other
    out.lists[list].otherWholes = []
  }

  /// 财政拨款130万元，其他收入18万元；其中财政拨款含上年结转28万元: the words before 含 say what the part is a part of.
  func alignOwner(of list: Int, with index: Int, _ out: inout Claims) {
    let label = out.claims[index].label
    guard let with = label.indices.dropFirst(2).first(where: { units[$0] == 0x542B }),
      units[with - 1] != 0x4E0D
    else { return }
    let owner = Slice(label.lower, with)
    out.lists[list].otherWholes = []
    out.lists[list].whole =
      (firstClaim..<index).last {
        out.claims[$0].role == .amount && Wording.contains(out.claims[$0].label, owner, units)
      } ?? -1
  }

  private func lastAlike(_ unit: FigureUnit, before index: Int, of sentence: Int, _ out: Claims) -> Int? {
    (firstClaim..<index).last {
      out.claims[$0].role == .amount && isAlike(out.claims[$0].unit, unit)
        && out.claims[$0].sentence == sentence
    }
  }

  /// 运行费9.46万元。…公务用车5辆，其中燃料费4.62万元…: no car is divided, but what the paragraph begins with.
  private func alignHead(of list: Int, with index: Int, _ out: inout Claims) {
    let whole = out.lists[list].whole
    guard whole >= 0, out.claims[index].unit.money != nil, out.claims[whole].unit.money == nil,
      let head = (firstClaim..<index).first(where: {
        out.claims[$0].role == .amount && out.claims[$0].unit == out.claims[index].unit
      })
    else { return }
    out.lists[list].whole = head
    out.lists[list].otherWholes = []
    out.lists[list].isCompanion = true
  }

  func isAlike(_ a: FigureUnit, _ b: FigureUnit) -> Bool {
    a == b || (a.money != nil && b.money != nil)
  }
}

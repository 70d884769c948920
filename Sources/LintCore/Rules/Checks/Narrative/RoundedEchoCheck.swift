/// Holds a figure said again in a larger unit against the one before it: 41073.29万元（约4.11亿元）.
enum RoundedEchoCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let claims = context.claims.claims
    for (first, second) in zip(claims.indices, claims.indices.dropFirst()) {
      let (exact, echo) = (claims[first], claims[second])
      guard let unit = exact.unit.money, let larger = echo.unit.money, larger.yuan > unit.yuan,
        exact.passage == echo.passage, echo.amount.isCalculable, echo.amount.digits.magnitude >= 10,
        context.units.equals(anyOf: links, Slice(exact.figure.upper, echo.digits.lower)),
        let value = context.value(exact)
      else { continue }
      let step = echo.amount.lastPlace * larger.yuan
      // 约 may round either way.
      guard (echo.amount.scaled * larger.yuan - value.exact).magnitude > step.magnitude,
        Slip.isSlip(Int128(echo.amount.digits), (value.exact + step / 2) / step),
        let shown = context.shown(
          ((value.exact + step / 2) / step * step).magnitude, like: echo)
      else { continue }
      inspection.report(
        "narrative-repeat", .error, at: echo.figure,
        Message(
          phrase, .text(context.draft.string(exact.figure)), .amount(shown, nil),
          .text(context.draft.string(echo.figure))),
        related: context.related([first]), fixes: context.fix(echo.digits, shown))
    }
  }

  private static let links = WordList([
    "(约", "(约合", "(折合", "(折合约", "(合", "(即", "(约为", ",约", "，约合", "，折合", "，约为", "，合", "，即",
  ])
  private static let phrase = Phrase("{0} 约合 {1}，文中写 {2}", "{0} is {1}, the text says {2}")
}

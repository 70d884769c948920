/// Finds choices of the template that were left in: （增加）1.22万元, 增加（减少）, XX万元.
enum ResidueCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for passage in context.claims.passages {
      inspection.look(for: .residue, inParagraph: passage.paragraph) { inspection in
        choices(passage, context, &inspection)
        shortChoices(passage, context, &inspection)
        relations(passage, context, &inspection)
        blanks(passage, context, &inspection)
        reasons(passage, context, &inspection)
      }
    }
  }

  private static func choices(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection)
  {
    let tokens = context.claims.tokens[passage.tokens]
    var i = tokens.startIndex
    while i + 2 < tokens.endIndex {
      defer { i += 1 }
      guard tokens[i].mark == .open, isDirection(tokens[i + 1].mark), tokens[i].upper == tokens[i + 1].lower,
        tokens[i + 2].mark == .close, tokens[i + 1].upper == tokens[i + 2].lower
      else { continue }
      let lower =
        i > tokens.startIndex && isDirection(tokens[i - 1].mark) && tokens[i - 1].upper == tokens[i].lower
      let next = i + 3 < tokens.endIndex ? tokens[i + 3] : nil
      let precedesFigure = next.map { $0.mark == .figure && $0.lower == tokens[i + 2].upper } ?? false
      // （减少）减少: the choice was made, and the bracket stayed.
      let isChosen = next.map { isDirection($0.mark) && $0.lower == tokens[i + 2].upper } ?? false
      guard lower || precedesFigure || isChosen else { continue }
      let end = isChosen ? next?.upper ?? tokens[i + 2].upper : tokens[i + 2].upper
      let slice = Slice(Int(lower ? tokens[i - 1].lower : tokens[i].lower), Int(end))
      inspection.report(
        "template-residue", .warning, at: slice, Message(choice, .text(context.draft.string(slice))))
    }
  }

  /// （减）幅23%, （增）6万元: a choice of one sign before a figure.
  private static func shortChoices(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let slice = passage.slice
    var next = slice.lower
    while let i = units.first(0x28, in: Slice(next, slice.upper)), i + 3 < slice.upper {
      next = i + 1
      guard units[i + 2] == 0x29, isSign(units[i + 1]) else { continue }
      var end = i + 3
      while end < slice.upper, end < i + 5, isTail(units[end]) { end += 1 }
      guard end < slice.upper, Unit.isDigit(units[end]) else { continue }
      let choice = Slice(i, end)
      inspection.report(
        "template-residue", .warning, at: choice, Message(Self.choice, .text(context.draft.string(choice))))
    }
  }

  /// 大于（小于/等于）预算数: the template's choice between relations.
  private static func relations(
    _ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    var next = passage.slice.lower
    while let i = units.first(0x28, in: Slice(next, passage.slice.upper)) {
      next = i + 1
      let before = Slice(passage.slice.lower, i)
      guard units.ends(before, withAnyOf: relationWords) else { continue }
      let after = Slice(i + 1, passage.slice.upper)
      guard units.starts(after, withAnyOf: relationWords),
        let close = after.indices.prefix(8).first(where: { units[$0] == 0x29 })
      else { continue }
      let choice = Slice(i - 2, close + 1)
      inspection.report(
        "template-residue", .warning, at: choice, Message(Self.choice, .text(context.draft.string(choice))))
    }
  }

  private static let relationWords = WordList(["大于", "小于", "等于", "高于", "低于"])

  /// One of 增, 减, 升, 降.
  private static func isSign(_ unit: UInt16) -> Bool {
    unit == 0x589E || unit == 0x51CF || unit == 0x5347 || unit == 0x964D
  }

  /// One of 幅, 少, 加, 率, 额, 为.
  private static func isTail(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x5E45, 0x5C11, 0x52A0, 0x7387, 0x989D, 0x4E3A: true
    default: false
    }
  }

  private static func isDirection(_ mark: FigureMark) -> Bool { mark == .increase || mark == .decrease }

  /// XX, ×× or □ in the place of a figure.
  private static func blanks(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection)
  {
    let units = context.units
    var i = passage.slice.lower
    while i < passage.slice.upper {
      guard isBlank(units[i]) else {
        i += 1
        continue
      }
      let start = i
      while i < passage.slice.upper, isBlank(units[i]) || units[i] == 0x2E { i += 1 }
      let after = Slice(i, passage.slice.upper)
      let isMeasure = units.starts(after, withAnyOf: measures)
      guard isMeasure || isReason(start, i, passage, units),
        start == passage.slice.lower || !(units[start - 1] >= 0x41 && units[start - 1] <= 0x7A)
      else { continue }
      let slice = Slice(start, isMeasure ? Swift.min(i + 2, passage.slice.upper) : i)
      inspection.report("placeholder", .error, at: slice, Message(blank, .text(context.draft.string(slice))))
    }
  }

  /// 主要原因是。: the words that announce a reason are all there is.
  private static func reasons(_ passage: Passage, _ context: NarrativeContext, _ inspection: inout Inspection)
  {
    let units = context.units
    for words in announcements {
      var search = passage.slice
      while let at = units.find(words, in: search) {
        let end = at + words.count
        search = Slice(end, passage.slice.upper)
        guard end < passage.slice.upper, Unit.isStop(units[end]) else { continue }
        inspection.report("placeholder", .warning, at: Slice(at, end), Message(noReason))
      }
    }
  }

  private static let announcements: [Word] = ["原因是", "原因为", "原因:", "是由于", "主要是因为"]
  private static let noReason = Phrase("原因没有填写", "The reason was not filled in")

  /// 主要原因是XX。: two marks or more that are all there is behind the words that announce a reason.
  private static func isReason(_ start: Int, _ end: Int, _ passage: Passage, _ units: Units) -> Bool {
    end - start >= 2 && (end == passage.slice.upper || Unit.endsClause(units[end]))
      && units.ends(Slice(passage.slice.lower, start), withAnyOf: reasons)
  }

  private static let reasons = WordList(["原因是", "原因为", "主要是", "是由于", "由于", "原因:", "主要为"])

  @inline(__always)
  private static func isBlank(_ u: UInt16) -> Bool {
    // Nearly all units are ideographs.
    u < 0x2600 && isBlankMark(u)
  }

  private static func isBlankMark(_ u: UInt16) -> Bool {
    u == 0x58 || u == 0x78 || u == 0xD7 || u == 0x25A1 || u == 0x25CB || u == 0x5F
  }

  private static let measures = WordList(["万元", "元", "%", "亿元", "人", "辆", "个", "批次", "年度", "年"])
  private static let choice = Phrase("模板的选择项“{0}”未删除", "A choice of the template, “{0}”, was left in")
  private static let blank = Phrase("“{0}”是未填写的占位符", "“{0}” is a blank that was not filled in")
}

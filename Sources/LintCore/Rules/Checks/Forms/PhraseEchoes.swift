/// 全年新购图书2.4万册, where a form says 新购图书4.2万册 in its goals and beside its indicator: a number of things in the text behind
/// the very words that a form has before another one.
///
/// Rule: `narrative-table`. Of the one project that a paragraph names its form tells alone. Elsewhere two places of forms
/// have to say the same, or one, and the text has it with two digits exchanged: the text may speak of more than a project.
enum PhraseEchoes {
  /// A number that a form states.
  private struct Fact {
    var form: Int
    /// The words right before it, or the name of its indicator.
    var words: Slice
    var amount: Amount
    /// The unit of an indicator; of a goal, what stands behind the figure.
    var unit: Slice
    var isIndicator: Bool
    /// Its form is that of the whole unit, which the text on its work is of too.
    var isOverall: Bool
    var place: Slice
  }

  static func checkText(_ forms: DraftForms, _ inspection: inout Inspection) {
    let units = inspection.units
    var facts: [UInt64: [Fact]]?
    for (index, paragraph) in inspection.draft.paragraphs.enumerated()
    where paragraph.slice.count >= ScoredTables.shortest {
      guard
        inspection.has(
          .countedPhrase, in: paragraph.slice, ofParagraph: index, { !figures(in: $0, units).isEmpty })
      else { continue }
      let known = facts ?? Self.facts(forms, units)
      facts = known
      guard !known.isEmpty else { return }
      let named = forms.scored.named(inParagraph: index)
      for figure in figures(in: paragraph.slice, units) {
        let own = (known[UnitQuad(units, at: figure.words.upper - UnitQuad.count).bits] ?? []).filter {
          isSame(figure, $0, paragraph.slice, units)
        }
        if !own.isEmpty { hold(figure, own, named.only, paragraph.slice, forms, &inspection) }
      }
    }
  }

  private static func hold(
    _ figure: Figure, _ facts: [Fact], _ form: Int?, _ text: Slice, _ forms: DraftForms,
    _ inspection: inout Inspection
  ) {
    let units = inspection.units
    let own = facts.filter { $0.form == form }
    let meant = own.isEmpty ? facts : own
    guard let first = meant.first, meant.allSatisfy({ $0.amount.scaled == first.amount.scaled }),
      !facts.contains(where: {
        ScoreMention.agrees(figure.amount, $0.amount) || ScoreMention.agrees($0.amount, figure.amount)
      }),
      !own.isEmpty || meant.count >= 2
        || isWhole(figure, first, units) && isCertain(first, forms, units)
        || PlainSlip.isSwap(figure.amount.scaled, first.amount.scaled),
      case let lead = Slice(
        units.sentenceStart(
          before: figure.words.upper, from: Swift.max(text.lower, figure.words.upper - reach)),
        figure.words.upper),
      !others.contains(where: { units.contains($0, in: lead) && !units.contains($0, in: first.words) }),
      // 2024年，新增分馆8个: what was done in another year.
      DocumentYear.years(Slice(text.lower, figure.words.upper), units).allSatisfy({
        $0 == inspection.kind.year
      }),
      // 新增6个、8个分馆: the figure of the form stands beside it.
      !isStated(first.amount, Slice(0, 0), in: units.sentence(around: figure.digits, in: text), units),
      case let stated = Slice(figure.digits.lower, figure.digits.upper + first.unit.count),
      !inspection.hasReported("narrative-table", touching: stated),
      !inspection.hasReported("indicator-target", touching: stated)
    else { return }
    let draft = inspection.draft
    let shared = Slice(figure.words.upper - length(figure.words, first.words, units), figure.words.upper)
    inspection.report(
      "narrative-table", .warning, at: stated,
      Message(
        FormPhrases.otherValue, .text(draft.string(shared)), .text(draft.string(stated)),
        .text(draft.string(first.place))),
      related: meant.map { inspection.related($0.place, Message(FormPhrases.form)) })
  }

  /// Tells whether the form of a fact is that of the whole unit, or states the goal in its text too.
  private static func isCertain(_ fact: Fact, _ forms: DraftForms, _ units: Units) -> Bool {
    fact.isOverall
      || fact.isIndicator
        && cells(of: forms.rows[fact.form].table).contains {
          isStated(fact.amount, fact.unit, in: $0.slice, units)
        }
  }

  /// The cells of a form that hold sentences.
  private static func cells(of table: Table) -> [Cell] {
    table.cells.filter { $0.kind == .text && $0.slice.count >= longCell }
  }

  /// Tells whether all words before a figure, at least six, are those of a fact.
  private static func isWhole(_ figure: Figure, _ fact: Fact, _ units: Units) -> Bool {
    figure.words.count >= 6 && figure.words.count == fact.words.count
      && length(figure.words, fact.words, units) == fact.words.count
  }

  /// Tells whether a text has a figure with a unit, or with any if that is empty.
  private static func isStated(_ amount: Amount, _ unit: Slice, in text: Slice, _ units: Units) -> Bool {
    text.indices.contains { at in
      guard Unit.isDigit(units[at]), at == text.lower || !Unit.isDigit(units[at - 1]),
        let figure = NumberScanner.scan(units, at, text.upper), figure.amount.scaled == amount.scaled
      else { return false }
      return unit.count <= text.upper - figure.end
        && (unit.isEmpty || units.areSame(unit, Slice(figure.end, figure.end + unit.count)))
    }
  }

  // MARK: Figures

  private typealias Figure = (words: Slice, digits: Slice, amount: Amount)

  /// The numbers of things with enough words right before them.
  private static func figures(in text: Slice, _ units: Units) -> [Figure] {
    var found: [Figure] = []
    var i = text.lower
    var start = text.lower
    while i < text.upper, found.count < mostFigures {
      guard Unit.isDigit(units[i]) else {
        if !Unit.isIdeograph(units[i]) { start = i + 1 }
        i += 1
        continue
      }
      guard let figure = NumberScanner.scan(units, i, text.upper) else {
        while i < text.upper, Unit.isDigit(units[i]) { i += 1 }
        start = i
        continue
      }
      let behind = Slice(figure.end, text.upper)
      if i - start >= leastWords, figure.amount.digits > 0, let next = behind.indices.first,
        Unit.isIdeograph(units[next]), !units.starts(behind, withAnyOf: uncounted), !isRough(behind, units)
      {
        found.append((Slice(Swift.max(start, i - longestWords), i), Slice(i, figure.end), figure.amount))
      }
      i = Swift.max(figure.end, i + 1)
      start = i
    }
    return found
  }

  private static func isRough(_ behind: Slice, _ units: Units) -> Bool {
    Slice(behind.lower, Swift.min(behind.upper, behind.lower + 4)).indices.contains {
      let unit = units[$0]
      // 余, 多, 左, -
      return unit == 0x4F59 || unit == 0x591A || unit == 0x5DE6 || unit == 0x2D || unit == 0x2F
    }
  }

  /// Tells whether a figure stands behind the words of a fact and counts what it counts.
  private static func isSame(_ figure: Figure, _ fact: Fact, _ text: Slice, _ units: Units) -> Bool {
    let shared = length(figure.words, fact.words, units)
    guard shared >= (fact.isIndicator ? fact.words.count : leastWords) else { return false }
    let behind = Slice(figure.digits.upper, text.upper)
    if fact.isIndicator {
      return fact.unit.count <= behind.count
        && units.areSame(fact.unit, Slice(behind.lower, behind.lower + fact.unit.count))
    }
    guard !fact.unit.isEmpty, units[behind.lower] == units[fact.unit.lower] else { return false }
    // 万册, 个村: what is counted is told by the next sign.
    guard open.contains(units[behind.lower]) else { return true }
    return behind.count >= 2 && fact.unit.count >= 2 && units[behind.lower + 1] == units[fact.unit.lower + 1]
  }

  /// How many signs the ends of two slices share.
  private static func length(_ words: Slice, _ others: Slice, _ units: Units) -> Int {
    var length = 0
    while length < words.count, length < others.count,
      units[words.upper - 1 - length] == units[others.upper - 1 - length]
    { length += 1 }
    return length
  }

  // MARK: Facts

  /// What forms state, by the last four signs of the words before it.
  private static func facts(_ forms: DraftForms, _ units: Units) -> [UInt64: [Fact]] {
    var facts: [UInt64: [Fact]] = [:]
    func add(_ fact: Fact) {
      facts[UnitQuad(units, at: fact.words.upper - UnitQuad.count).bits, default: []].append(fact)
    }
    for (form, (table, rows)) in forms.rows.enumerated() {
      let isOverall = forms.scored.tables.indices.contains(form) && forms.scored.tables[form].isOverall
      for cell in cells(of: table) {
        for figure in figures(in: cell.slice, units) {
          let end = Swift.min(cell.slice.upper, figure.digits.upper + 2)
          let stop = (figure.digits.upper..<end).first { !Unit.isIdeograph(units[$0]) } ?? end
          add(
            Fact(
              form: form, words: figure.words, amount: figure.amount, unit: Slice(figure.digits.upper, stop),
              isIndicator: false, isOverall: isOverall, place: Slice(figure.words.lower, stop)))
        }
      }
      for row in rows {
        let bare = units.withoutTrailingBrackets(row.name)
        let words = Slice(bare.lower, bare.upper - (units.lengthOfWord(ending: bare, anyOf: suffixes) ?? 0))
        guard words.count >= UnitQuad.count, words.count <= longestWords else { continue }
        for goal in [row.goal, row.result] {
          guard let goal, goal.money(units) == nil, case let unit = goal.bareUnit(units), !unit.isEmpty,
            Unit.isIdeograph(units[unit.lower]), !units.starts(unit, withAnyOf: uncounted)
          else { continue }
          add(
            Fact(
              form: form, words: words, amount: goal.amount, unit: unit, isIndicator: true,
              isOverall: isOverall, place: goal.slice))
        }
      }
    }
    return facts
  }

  private static let (leastWords, longestWords, longCell, mostFigures, reach) = (5, 24, 12, 200, 24)
  private static let suffixes = WordList([
    "数量", "面积", "长度", "次数", "场次", "个数", "座数", "人数", "人次", "户数", "处数", "台数", "件数", "期数", "册数", "数",
  ])
  /// 万, 亿, 千, 百 and 个.
  private static let open: Set<UInt16> = [0x4E07, 0x4EBF, 0x5343, 0x767E, 0x4E2A]
  /// Money, years and days.
  private static let uncounted = WordList(["元", "万元", "亿元", "年", "月", "日", "号", "分", "个百分点", "倍", "级", "时"])
  private static let others = WordList([
    "上年", "去年", "往年", "同比", "较", "比", "增加", "减少", "提高", "原", "超", "累计", "以来", "季度", "上半年", "第", "其中", "历年",
    "全省", "全国", "现有", "每", "约", "近", "至少", "不低于", "不少于", "达到年",
  ])
}

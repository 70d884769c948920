/// Holds statements that there is nothing (无, 没有 … 支出) against the tables that show something.
enum NarrativeZeroCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    var filled = FilledCells(context)
    for passage in context.claims.passages where !passage.isAside && !passage.isAttachment {
      statements(passage, &filled, context, &inspection)
    }
  }

  /// The cells of this year that state measures and show something, by measure; read when the first is asked for.
  struct FilledCells {
    private let context: NarrativeContext
    private lazy var read = Self.read(context)

    init(_ context: NarrativeContext) { self.context = context }

    /// The cells of a measure, in the order of the text.
    subscript(measure: FigureConcept) -> [FigureIndex.MeasureCell] {
      mutating get { read.cells[measure] ?? [] }
    }

    /// Tells whether another cell states a measure, of all sources of funds, and shows nothing.
    mutating func isBlankElsewhere(_ measure: FigureConcept) -> Bool { !read.blank.isDisjoint(with: measure) }

    private static func read(
      _ context: NarrativeContext
    ) -> (cells: [FigureConcept: [FigureIndex.MeasureCell]], blank: FigureConcept) {
      var cells: [FigureConcept: [FigureIndex.MeasureCell]] = [:]
      var blank: FigureConcept = []
      for cell in context.figures.measures where !cell.isPlan || !context.claims.isFinal {
        if let found = context.cell(cell.place), found.kind == .number, !found.amount.isZero {
          cells[cell.measure, default: []].append(cell)
        } else if cell.source.isEmpty, cell.measure.rawValue.nonzeroBitCount == 1 {
          blank.formUnion(cell.measure)
        }
      }
      return (cells, blank)
    }
  }

  private static func statements(
    _ passage: Passage, _ filled: inout FilledCells, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let tokens = context.claims.tokens[passage.tokens]
    var isReason = false
    for i in tokens.indices {
      switch tokens[i].mark {
      case .reason: isReason = true
      case .stop, .semicolon: isReason = false
      case .none where !isReason:
        guard let clause = clause(after: i, tokens, passage, context),
          !isOfOthers(Int(tokens[i].lower), passage, context.units)
        else { continue }
        contradicted(Slice(Int(tokens[i].lower), clause.upper), clause, passage, context, &inspection)
        let at = Slice(Int(tokens[i].lower), clause.upper)
        check(at, clause, &filled, context, &inspection)
        DeniedNames.check(at, clause, passage, &filled, context, &inspection)
      default: continue
      }
    }
  }

  /// 所属4家事业单位无机关运行经费: some units have none, and the department has.
  private static func isOfOthers(_ at: Int, _ passage: Passage, _ units: Units) -> Bool {
    let clause = Slice(units.clauseStart(before: at, from: passage.slice.lower), at)
    // 上年无政府性基金预算收支，故不作比较: of the year before.
    return units.contains(anyOf: others, in: clause)
      || units.contains(anyOf: GrammarWords.lastYear, in: clause)
      || isOfSeveral(clause, at, passage, units)
  }

  /// 实验小学、机关幼儿园未安排“三公”经费: several units are named, and the department has more.
  private static func isOfSeveral(_ clause: Slice, _ at: Int, _ passage: Passage, _ units: Units) -> Bool {
    let sentence = Slice(units.sentenceStart(before: at, from: passage.slice.lower), at)
    return units.ends(clause, withAnyOf: institutions) && sentence.indices.contains { units[$0] == 0x3001 }
  }

  private static let institutions = WordList([
    "小学", "中学", "学校", "幼儿园", "中心", "站", "所", "院", "馆", "队", "园", "室", "科", "局", "处",
  ])

  private static let others = WordList(["所属", "下属", "直属", "其余", "其他单位", "二级单位"])

  /// What there is none of: the words up to the end of the clause, if no figure stands in it.
  private static func clause(
    after i: Int, _ tokens: ArraySlice<FigureToken>, _ passage: Passage, _ context: NarrativeContext
  ) -> Slice? {
    let start = Int(tokens[i].upper)
    for token in tokens[(i + 1)...] {
      guard Int(token.lower) - start <= longestClause else { return nil }
      switch token.mark {
      case .comma, .semicolon, .stop: return Slice(start, Int(token.lower))
      case .figure, .colon, .increase, .decrease, .unchanged: return nil
      default: continue
      }
    }
    return passage.slice.upper - start <= longestClause ? Slice(start, passage.slice.upper) : nil
  }

  /// 无公务用车购置费，支出决算5.15万元: the clause behind states what there is none of.
  private static func contradicted(
    _ at: Slice, _ clause: Slice, _ passage: Passage, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let (concept, rest) = context.lexicon.concept(of: clause, context.units)
    guard rest == 0, !concept.isDisjoint(with: items),
      let next = passage.claims.first(where: { context[$0].figure.lower > clause.upper }),
      context[next].label.lower == clause.upper + 1, context[next].unit.money != nil,
      context[next].role == .amount, !context[next].amount.isZero,
      Unit.isComma(context.units[clause.upper]),
      context.units.equals(anyOf: statuses, Wording.core(context[next].label, context.units))
    else { return }
    inspection.report(
      "narrative-repeat", .error, at: context[next].figure,
      Message(
        states, .text(context.draft.string(at)), .text(context.draft.string(context[next].figure))))
  }

  private static let statuses = WordList(["支出决算", "支出预算", "决算", "预算", "支出", "决算支出", "预算支出"])
  static let states = Phrase("文中写“{0}”，接着却写 {1}", "The text says “{0}” and then {1}")

  /// The longest name of what there is none of, in units: no draft takes forever.
  private static let longestClause = 200

  private static func check(
    _ at: Slice, _ clause: Slice, _ filled: inout FilledCells, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let (concept, rest) = context.lexicon.concept(of: clause, context.units)
    guard rest == 0, clause.count <= 40, concept.isDisjoint(with: [.lastYear]) else { return }
    let measure = concept.narrowMeasure
    let source = concept.source
    let isFund = measure.isEmpty && (source == .fund || source == .stateCapital)
    let isItem = measure.rawValue.nonzeroBitCount == 1 && !measure.isDisjoint(with: items)
    guard isFund || isItem else { return }
    for cell in filled[measure] where isItem && source.isEmpty || cell.source == source {
      inspection.report(
        "narrative-table", .error, at: at,
        Message(phrase, .text(context.draft.string(at)), .text(context.text(cell.place))),
        related: [context.related(cell.place)])
      return
    }
  }

  private static let items: FigureConcept = [
    .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception, .agencyRunning, .project,
  ]
  static let phrase = Phrase("文中写“{0}”，表中却有 {1}", "The text says “{0}”, yet the table shows {1}")
}

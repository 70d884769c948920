/// Counts the units in the table behind 编制范围的单位（含本级）共8个，见下表.
///
/// Rule: `narrative-table`. The office itself stands in the list or not, unless the text says so, or counts the units
/// that the budget or the accounts are made of (编制范围的单位共4个，包括：) and the list has the office itself.
enum UnitListCheck {
  private static let phrase = Phrase(
    "文中写 {0}，下表列有 {1} 个单位", "The text says {0}, the table below lists {1} units")
  private static let unit: Word = "单位"
  private static let all: Word = "共"
  private static let below = WordList(["下表", "如下表", "详见表", "见表", "名单如下", "单位如下", "明细如下", "具体如下", "单位包括"])
  /// 纳入编制范围的单位共5个，名单如下：: what follows is the list of them all.
  private static let listed = WordList(["名单如下", "明细如下", "具体如下"])
  /// …共4个，包括：⏎ and the table.
  private static let openEnds = WordList(["包括:", "分别为:", "分别是:", "如下:", "为:"])
  /// What the budget or the accounts of a department are made of: the office itself and the units below it.
  private static let scopes = WordList(["编制范围", "编报范围", "汇编范围", "汇总范围", "公开范围"])
  /// 编制范围的二级预算单位共3个; 不含本级: the office itself is not counted.
  private static let withoutOwn = WordList([
    "下属", "所属", "直属", "二级", "下级", "基层", "不含", "不包括", "除", "事业单位", "上年",
  ])
  private static let changes = WordList(["新增", "减少", "增加"])
  private static let subordinate = WordList(["下辖", "下设", "下属", "所属", "直属"])
  private static let budgetUnits = WordList(["预算单位", "二级预算单位", "下属预算单位", "所属预算单位"])
  private static let ownRows = WordList(["本级", "(本级)", "机关", "(机关)", "本部", "(本部)"])
  private static let range = WordList(["编制范围", "预算单位", "汇总", "纳入"])
  private static let own = WordList(["含本级", "包括本级", "含机关", "包括机关", "含局本级", "含局机关"])
  private static let heads = WordList(["单位名称", "预算单位", "单位全称", "预算单位名称"])
  private static let groups = WordList(["小计", "合计", "总计", "单位"])
  private static let levels = WordList(["本级", "机关", "本部"])

  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    let blocks = inspection.draft.blocks
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .paragraph(let paragraph) = block, case .table(let table) = next,
        let listed = count(inspection.draft.tables[table], inspection.units)
      else { continue }
      check(inspection.draft.paragraphs[paragraph].slice, listed, context, &inspection)
    }
  }

  /// The units that a table lists.
  private struct List {
    var count: Int
    /// One of them may be the office itself.
    var hasOwn: Bool
    /// One of them, and no other, is the office itself: 甲局（本级）.
    var hasOneOwn: Bool
  }

  private static func check(
    _ paragraph: Slice, _ listed: List, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    guard units.contains(anyOf: below, in: paragraph) || units.ends(paragraph, withAnyOf: openEnds),
      units.contains(anyOf: range, in: paragraph) || units.contains(anyOf: scopes, in: paragraph)
    else { return }
    let claims = context.claims.claims.filter {
      $0.digits.lower >= paragraph.lower && $0.digits.upper <= paragraph.upper && $0.unit == .items
        && units.contains(unit, in: $0.label)
    }
    guard let claim = claims.only, !claim.isRough, claim.amount.decimals == 0,
      !units.contains(anyOf: changes, in: claim.label)
    else { return }
    let gap = claim.amount.digits &- Int64(listed.count)
    let isList = units.contains(anyOf: Self.listed, in: paragraph) && units.contains(all, in: paragraph)
    let isNamed = listed.hasOwn && units.contains(anyOf: own, in: paragraph)
    let isScope = listed.hasOneOwn && isOfScope(claim, paragraph, units)
    let isExact = isList || isNamed || isScope
    guard isExact ? gap != 0 : gap < -1 || gap > 1 else {
      if isExact, listed.hasOneOwn { below(claim, listed, context, &inspection) }
      return
    }
    inspection.report(
      "narrative-table", isList || !isNamed && abs(gap) <= 1 ? .warning : .error, at: claim.figure,
      Message(phrase, .text(context.draft.string(claim.figure)), .count(listed.count)))
  }

  /// 纳入本部门2024年度部门决算编制范围的单位共4个，包括：: the sentence counts all that the list below has.
  private static func isOfScope(_ claim: Claim, _ paragraph: Slice, _ units: Units) -> Bool {
    let sentence = Slice(
      units.sentenceStart(before: claim.digits.lower, from: paragraph.lower), paragraph.upper)
    return units.contains(anyOf: scopes, in: Slice(sentence.lower, claim.digits.lower))
      && !units.contains(anyOf: withoutOwn, in: sentence)
  }

  /// 下辖3个预算单位。纳入编制范围的单位共4个，包括：: those below the office are all of the list but the office itself.
  private static func below(
    _ whole: Claim, _ listed: List, _ context: NarrativeContext, _ inspection: inout Inspection
  ) {
    let units = context.units
    let passage = context.claims.passages[whole.passage]
    for index in passage.claims where context[index].digits.upper <= whole.digits.lower {
      let claim = context[index]
      let behind = Slice(claim.figure.upper, whole.digits.lower)
      guard claim.unit == .items, !claim.isRough, claim.amount.decimals == 0,
        units.ends(Slice(passage.slice.lower, claim.digits.lower), withAnyOf: subordinate),
        let noun = units.lengthOfWord(starting: behind, anyOf: budgetUnits),
        case let next = behind.lower + noun, Unit.endsClause(units[next]) || units[next] == 0x3002,
        claim.amount.digits != Int64(listed.count) - 1
      else { continue }
      inspection.report(
        "narrative-table", .warning, at: claim.figure,
        Message(belowPhrase, .text(context.draft.string(claim.figure)), .count(listed.count - 1)))
    }
  }

  private static let belowPhrase = Phrase(
    "文中写下属预算单位 {0}，下表本级之外列有 {1} 个单位", "The text says {0} below the office, the table below lists {1}")

  /// How many units a table lists, one a row; `nil` for other tables.
  private static func count(_ table: Table, _ units: Units) -> List? {
    guard table.layout == .grid,
      let column = table.columns.indices.first(where: { column in
        table.head(ofColumn: column).map { units.equals(anyOf: heads, $0) } ?? false
      })
    else { return nil }
    var names: Set<UInt64> = []
    var rows = 0
    var (hasOwn, own) = (false, 0)
    for row in Swift.min(table.firstBodyRow, table.rowCount)..<table.rowCount {
      guard let name = table.cell(row, column), name.kind == .text, name.slice.count >= 4,
        // The head printed again on the next page.
        !units.equals(anyOf: heads, name.slice),
        // 事业单位小计, and 行政单位 above those of the kind.
        !units.ends(units.trimmed(name.slice), withAnyOf: groups)
      else { continue }
      rows += 1
      names.insert(units.key(name.slice))
      if units.contains(anyOf: levels, in: name.slice) { hasOwn = true }
      if units.ends(name.slice, withAnyOf: ownRows) { own += 1 }
    }
    // A unit that stands in several rows has several subjects or projects there.
    return rows >= 2 && names.count == rows ? List(count: rows, hasOwn: hasOwn, hasOneOwn: own == 1) : nil
  }
}

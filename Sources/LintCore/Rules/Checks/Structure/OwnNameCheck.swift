/// Finds the one place where the draft's own unit has another name, as in a table or sentence copied from elsewhere.
///
/// Rule: `name-mismatch`. Places where the own name stands are the lines 部门：… and 单位：… above tables, the beginnings of
/// headings and paragraphs (某局2024年…, 某局机关…) and the cell after 主管部门 in forms. A name that stands anywhere else in
/// the draft is that of another body.
enum OwnNameCheck {
  /// A name in a place of the own name.
  private struct Mention {
    /// What kind of place it is; the less certain the place, the closer the names have to be.
    enum Place {
      case aboveTable, opening, form, executor
      /// 单位：… above a plain table: the budget or the accounts themselves.
      case aboveGrid
      /// 某县档案局为县级一级预算单位: of whom else would the draft say it?
      case topLevel
    }

    var slice: Slice
    var key: UInt64
    var place: Place
  }

  /// How often the own name has to stand in its places.
  private static let leastMentions = 3
  private static let lengths = 4...30
  /// How many headings may be lines of the cover, where the name stands alone.
  private static let coverHeadings = 3

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let mentions = mentions(&inspection)
    var counts: [UInt64: Int] = [:]
    for mention in mentions { counts[mention.key, default: 0] += 1 }
    // The authority that a form names may be above the unit.
    var own: [UInt64: Int] = [:]
    for mention in mentions where mention.place != .form { own[mention.key, default: 0] += 1 }
    guard
      let usual = own.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.value >= leastMentions,
      let own = mentions.first(where: {
        $0.key == usual.key && [.aboveTable, .aboveGrid, .opening].contains($0.place)
      })
    else { return }
    // What stands in the places of the own name is told first.
    defer { OwnNameSlips.check(own: own.slice, &inspection) }
    StrayNames.check(own: own.slice, &inspection)
    ForeignLevels.check(own: own.slice, &inspection)
    OfficeCounts.check(own: own.slice, &inspection)
    guard counts.count >= 2 else { return }
    let draft = inspection.draft
    // The unit itself carries out its projects: in a department's draft others do.
    let executes = mentions.count { $0.key == usual.key && $0.place == .executor } >= 2
    let grids = mentions.filter { $0.place == .aboveGrid }
    let isUsualAboveGrids = grids.count { $0.key == usual.key } == grids.count - 1 && grids.count > leastGrids
    for mention in mentions {
      let isAlone = mention.place == .aboveGrid && isUsualAboveGrids
      guard counts[mention.key] == 1,
        isAlone && isOther(mention.slice, own.slice, amongMany: grids.count > manyGrids, units)
          || isSlip(mention, own, executes, units),
        inspection.standsOnce(mention.slice),
        !inspection.hasReported("name-mismatch", at: mention.slice)
      else { continue }
      inspection.report(
        "name-mismatch", .warning, at: mention.slice,
        Message(
          differs, .text(draft.string(mention.slice)), .text(draft.string(own.slice)), .count(usual.value)),
        related: [inspection.related(own.slice, Message(usualName))],
        fixes: inspection.renaming([mention.slice], to: draft.string(own.slice)))
    }
  }

  // MARK: Places

  private static func mentions(_ inspection: inout Inspection) -> [Mention] {
    let units = inspection.units
    let draft = inspection.draft
    var result: [Mention] = []
    var seen: Set<Int> = []
    func add(_ slice: Slice, _ place: Mention.Place) {
      let name = bare(slice, units)
      guard lengths.contains(name.count), name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) }),
        seen.insert(name.lower).inserted
      else { return }
      result.append(Mention(slice: name, key: units.key(name), place: place))
    }
    for table in draft.tables {
      if let entity = table.entity { add(entity, table.layout == .grid ? .aboveGrid : .aboveTable) }
      guard table.layout == .form else { continue }
      if let cell = table.cell(behind: authorities, inRows: rows, units) { add(cell.slice, .form) }
      if let cell = table.cell(behind: executors, inRows: rows, units) { add(cell.slice, .executor) }
    }
    for (index, heading) in draft.headings.enumerated() {
      if let name = opening(heading.title, units) {
        add(name, .opening)
      } else if index < coverHeadings, let last = heading.title.indices.last,
        EntityNames.endsName(units[last])
      {
        add(heading.title, .opening)
      }
    }
    for (index, paragraph) in draft.paragraphs.enumerated() {
      let skipped = paragraph.ordinal?.length ?? 0
      var found: (name: Slice, place: Mention.Place)?
      _ = inspection.has(
        .opening, in: Slice(paragraph.slice.lower + skipped, paragraph.slice.upper), ofParagraph: index
      ) { slice in
        if let name = opening(slice, units) {
          found = (name, .opening)
        } else if let name = name(in: slice, units, before: { units.starts($0, withAnyOf: topLevel) }) {
          found = (name, .topLevel)
        }
        return found != nil
      }
      if let found { add(found.name, found.place) }
    }
    return result
  }

  private static let tails = WordList(["本级", "机关", "汇总"])

  /// What stands before a name that opens a sentence: 纳入市民政局2025年部门预算编制范围的单位, of 某市民政局 told in short.
  private static let leads = WordList([
    "纳入", "列入", "编入", "计入", "划入", "并入", "归入", "隶属于", "隶属", "直属", "下属", "所属", "归口管理", "归口", "作为", "属于",
    "包括", "包含", "涉及", "汇总", "根据", "按照", "依据", "依照", "关于", "现将", "截至", "围绕", "结合", "通过", "落实", "配合",
    "协助", "负责", "组织", "公开", "编制", "批复", "审核", "下达", "上报", "报送", "以及", "其中",
  ])

  /// A name without words before it, without brackets and without 本级.
  private static func bare(_ slice: Slice, _ units: Units) -> Slice {
    var name = units.trimmed(slice)
    // 031004营口市博物馆: its code stands before it.
    while !name.isEmpty, Unit.isDigit(units[name.lower]) { name.lower += 1 }
    if let lead = units.lengthOfWord(starting: name, anyOf: leads) { name.lower += lead }
    if let open = name.indices.first(where: { units[$0] == 0x28 }) { name.upper = open }
    for tail in tails where units.ends(name, with: tail) { name.upper -= tail.count }
    return name
  }

  private static let ownLevel = WordList(["机关", "本级", "部门", "主要任务是"])
  private static let topLevel = WordList(["为县级一级预算单位", "为市级一级预算单位", "为区级一级预算单位", "为一级预算单位", "是一级预算单位"])

  /// The name that opens a text, perhaps after 2024年，, and is followed by a year or 机关.
  private static func opening(_ text: Slice, _ units: Units) -> Slice? {
    var slice = text
    if TableBinding.year(units, Slice(slice.lower, Swift.min(slice.upper, slice.lower + 5))) > 0 {
      slice.lower = Swift.min(slice.lower + 5, slice.upper)
      while slice.lower < slice.upper, units[slice.lower] == 0x5EA6 || units[slice.lower] == 0xFF0C {
        slice.lower += 1
      }
    }
    return name(in: slice, units) { rest in
      TableBinding.year(units, Slice(rest.lower, Swift.min(rest.upper, rest.lower + 5))) > 0
        || units.starts(rest, withAnyOf: ownLevel)
    }
  }

  /// The shortest name that opens a text and is followed by what is asked for.
  private static func name(in text: Slice, _ units: Units, before isNext: (Slice) -> Bool) -> Slice? {
    EntityNames.opening(text, atMost: lengths.upperBound, units) { i in
      i - text.lower >= 3 && EntityNames.endsName(units[i]) && isNext(Slice(i + 1, text.upper))
    }
  }

  private static let authorities = WordList(["主管部门", "预算部门", "填报单位", "申报单位", "主管部门名称"])

  private static let executors = WordList(["实施单位", "项目单位", "项目实施单位"])

  /// How many rows at the top of a form name its bodies.
  private static let rows = 5

  // MARK: Likeness

  /// How many tables besides have to be of the own unit for another name above one of them to be a slip.
  private static let leastGrids = 4
  /// Among more tables than this, any other office above one alone is out of place.
  private static let manyGrids = 6

  /// Tells whether a name is that of an office elsewhere or of another one of the same kind, and no short form.
  private static func isOther(
    _ name: Slice, _ own: Slice, amongMany isAmongMany: Bool, _ units: Units
  ) -> Bool {
    guard name.count >= 5, let last = name.indices.last,
      EntityNames.endsName(units[last]) || schools.contains(units[last])
    else { return false }
    guard !EntityNames.isShort(name, of: own, units), !holds(own, name, units), !holds(name, own, units)
    else { return false }
    let (prefix, suffix) = units.shared(name, own)
    return isAmongMany || prefix < 3 || suffix >= 2
  }

  /// 学, 园: what schools and nurseries are called.
  private static let schools: Set<UInt16> = [0x5B66, 0x56ED]

  /// Tells whether a name is a slip for the own name, and not that of another body.
  ///
  /// - Parameter executes: The unit itself carries out the projects of other forms.
  private static func isSlip(_ mention: Mention, _ own: Mention, _ executes: Bool, _ units: Units) -> Bool {
    let (a, b) = (mention.slice, own.slice)
    if mention.place == .executor, !executes {
      // 第一初级中学 carries out a project of 第二初级中学.
      return a.count == b.count && a.count >= 8
        && zip(a.indices, b.indices).count { units[$0] != units[$1] } == 1
    }
    guard a.count + 6 >= b.count, b.count + 6 >= a.count,
      mention.place == .executor || !isNumbered(a, units) && !isNumbered(b, units),
      !holds(a, b, units), !holds(b, a, units)
    else { return false }
    let (prefix, suffix) = units.shared(a, b)
    let distance = EditDistance.between(a.indices.map { units[$0] }, b.indices.map { units[$0] })
    switch mention.place {
    case .aboveTable, .aboveGrid:
      return prefix >= 3 && suffix >= 1 || distance <= 2 && a.count >= 6 || suffix >= 3 && distance <= 3
    case .opening:
      // Those who approve and inspect are named in everybody's draft.
      if units.ends(a, withAnyOf: inspectors) { return false }
      return distance <= 2 && suffix >= 1 && a.count >= 5
    case .form:
      return distance <= 2 && suffix >= 1 && prefix >= 3 && a.count >= 9
        || distance == 1 && suffix >= 3 && prefix >= 4
    case .topLevel:
      return prefix >= 3 && suffix >= 1 || suffix >= 4 && distance <= 2
    case .executor:
      return prefix >= 3 && suffix >= 2 || suffix >= 7 && distance <= 2
    }
  }

  private static let inspectors = WordList([
    "财政局", "财政厅", "财政所", "审计局", "审计厅", "税务局", "统计局", "人民政府",
  ])

  /// 第一中学 and 第二中学 are two schools.
  static func isNumbered(_ slice: Slice, _ units: Units) -> Bool {
    slice.indices.contains { Unit.numeral(units[$0]) != nil }
  }

  /// Tells whether one name stands in another.
  static func holds(_ long: Slice, _ short: Slice, _ units: Units) -> Bool {
    units.contains(units.name(short), in: long)
  }

  private static let differs = Phrase(
    "此处单位名称为“{0}”，全文其他 {2} 处为“{1}”", "The unit is “{0}” here and “{1}” in {2} other places")
  private static let usualName = Phrase("其他处的名称", "The name elsewhere")
}

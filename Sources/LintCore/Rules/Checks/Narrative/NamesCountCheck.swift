/// Counts the names of a complete list: 内设办公室、人事科、财务科4个科室.
///
/// Only names that all end like those of offices are counted, so that nothing else is taken for one; 和 and 及 may stand
/// in a name or between two, so they leave the count open.
enum NamesCountCheck {
  static func run(_ inspection: inout Inspection) {
    let context = NarrativeContext(&inspection)
    for claim in context.claims.claims
    where claim.role == .amount && claim.unit == .items && !claim.isRough && claim.amount.decimals == 0 {
      guard claim.amount.digits >= 2, claim.amount.digits <= 99 else { continue }
      check(claim, context, &inspection)
    }
  }

  /// How many names a list has: at least, and at most.
  private struct Names {
    var least = 0
    var most = 0
    /// 等 behind the last name.
    var isOpen = false
    var slice: Slice
  }

  private static func check(_ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) {
    guard let names = behind(claim, context) ?? before(claim, context), names.least >= 2 else {
      only(claim, context, &inspection)
      return
    }
    let stated = Int(claim.amount.digits)
    guard stated < names.least || stated > names.most && !names.isOpen,
      !isOfWhole(names, claim, context)
    else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(phrase, .text(context.draft.string(claim.figure)), .count(names.least)),
      related: [
        Related(context.draft.range(names.slice), Message(Phrase("所列名称", "The names listed")))
      ], fixes: names.isOpen ? [] : context.fix(claim.digits, Amount(digits: Int64(names.least), decimals: 0))
    )
  }

  /// 下属事业单位2个，即沁源县医疗保险服务中心。: one name of one unit up to the end of the sentence.
  private static func only(_ claim: Claim, _ context: NarrativeContext, _ inspection: inout Inspection) {
    let units = context.units
    let end = context.claims.passages[claim.passage].slice.upper
    var at = claim.figure.upper
    if let noun = noun(at: at, end, units) {
      at = noun
    } else if !units.ends(claim.label, withAnyOf: counted) {
      return
    }
    guard at < end, Unit.isComma(units[at]),
      let word = units.lengthOfWord(starting: Slice(at + 1, end), anyOf: onlyLeads)
    else { return }
    at += 1 + word
    if at < end, units[at] == 0x3A { at += 1 }
    let name = Slice(at, units.sentenceEnd(from: at, before: end))
    guard name.upper < end ? units[name.upper] == 0x3002 : true, name.count >= 6, name.count <= 24,
      name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) && !joining.contains(units[$0]) }),
      units.ends(name, withAnyOf: unitEnds),
      // 甲中心乙中心: blanks between names are not read.
      !Slice(name.lower + 2, name.upper - 2).indices.contains(where: { inner.contains(units[$0]) })
    else { return }
    inspection.report(
      "narrative-sum", .error, at: claim.figure,
      Message(phrase, .text(context.draft.string(claim.figure)), .count(1)),
      related: [Related(context.draft.range(name), Message(Phrase("所列名称", "The names listed")))])
  }

  private static let onlyLeads = WordList(["即", "即为", "分别是", "分别为"])
  private static let unitEnds = WordList(["中心", "管理所", "管理站", "服务站", "监督所", "研究所", "研究院", "管理处", "监测站"])
  /// Signs that names of units end in: 心, 所, 站, 院, 处, 局, 校, 馆, 队, 园, 等.
  private static let inner: Set<UInt16> = Set("心所站院处局校馆队园场等".utf16)

  /// 预算单位共计3家，其中行政单位1家，事业单位2家，具体包括：…: the names behind the last part are those of the whole.
  private static func isOfWhole(_ names: Names, _ claim: Claim, _ context: NarrativeContext) -> Bool {
    guard names.slice.lower > claim.figure.lower else { return false }
    return context.claims.claims(of: claim.passage).contains { whole in
      guard whole.figure.upper <= claim.figure.lower, whole.sentence == claim.sentence,
        whole.unit == .items, whole.role == .amount, whole.amount.decimals == 0, !whole.isRough
      else { return false }
      let count = Int(whole.amount.digits)
      return count > Int(claim.amount.digits) && count >= names.least && (count <= names.most || names.isOpen)
    }
  }

  // MARK: Where the names stand

  /// 内设机构5个，包括：办公室、人事科…: the names behind the count.
  private static func behind(_ claim: Claim, _ context: NarrativeContext) -> Names? {
    let units = context.units
    let end = context.claims.passages[claim.passage].slice.upper
    var at = claim.figure.upper
    let noun = noun(at: at, end, units)
    if noun == nil, let project = units.lengthOfWord(starting: Slice(at, end), anyOf: projects) {
      return projectNames(from: at + project, end, units)
    }
    // 共涉及项目4个，分别为甲、乙、丙和丁
    if noun == nil, units.ends(Wording.core(claim.label, units), withAnyOf: projectCounts) {
      return projectNames(from: at, end, units)
    }
    guard noun != nil || units.ends(claim.label, withAnyOf: counted) else { return nil }
    at = noun ?? at
    var hasIntroduction = false
    var isEach = false
    while at < end {
      if Unit.isComma(units[at]) || units[at] == 0x3A {
        hasIntroduction = hasIntroduction || units[at] == 0x3A
        at += 1
      } else if let word = introductions.first(where: { units.has($0, at: at, before: end) }) {
        hasIntroduction = true
        isEach = isEach || word.count > 2 && units.starts(Slice(at, end), with: each)
        at += word.count
      } else {
        break
      }
    }
    return hasIntroduction ? names(from: at, to: end, stopsAtComma: true, isEach: isEach, units) : nil
  }

  /// 公开4个项目的绩效目标，即甲、乙和丙。: names of projects up to the end of the sentence, whatever they end in.
  private static func projectNames(from start: Int, _ end: Int, _ units: Units) -> Names? {
    var at = start
    while at < end, Unit.isComma(units[at]) || units[at] == 0x3A { at += 1 }
    guard at > start, let word = units.lengthOfWord(starting: Slice(at, end), anyOf: listing) else {
      return nil
    }
    at += word
    if at < end, units[at] == 0x3A { at += 1 }
    let last = units.sentenceEnd(from: at, before: end)
    // 共涉及项目4个，分别为甲、乙、丙及丁，全年预算309.75万元: the names end where the money is told.
    let stop = (at..<Swift.max(at, last)).first { Unit.isComma(units[$0]) } ?? last
    guard end > at, stop == last || units.starts(Slice(stop + 1, last), withAnyOf: monies) else { return nil }
    return names(from: at, to: stop, stopsAtComma: true, isEach: false, isProject: true, units)
  }

  /// 一般公共预算项目、特定目标类项目 are kinds, and none of the projects.
  private static let kindsOfProjects = WordList(["预算项目", "基金项目", "类项目", "预算拨款"])
  private static let monies = WordList(["全年预算", "年初预算", "涉及", "预算", "金额", "资金", "共计", "合计", "全年执行"])
  private static let (longestOffice, longestProject) = (8, 24)
  private static let projects = WordList(["项目的绩效目标", "项目绩效目标", "项目支出绩效目标", "项目"])
  private static let projectCounts = WordList(["涉及项目", "项目共", "项目共有", "开展项目", "实施项目"])
  private static let listing = WordList(["即", "分别是", "分别为", "具体为", "具体是"])

  /// 内设办公室、人事科2个科室: the names before the count.
  private static func before(_ claim: Claim, _ context: NarrativeContext) -> Names? {
    let units = context.units
    let passage = context.claims.passages[claim.passage].slice
    let start = units.sentenceStart(before: claim.digits.lower, from: passage.lower)
    let sentence = Slice(start, claim.digits.lower)
    // 本部门内设机构包括：办公室、…、人事财务处共9个。
    let isBare = isSumOfOffices(claim, sentence, passage.upper, units)
    guard isBare || noun(at: claim.figure.upper, passage.upper, units) != nil else {
      return projectsBefore(claim, sentence, passage.upper, units)
    }
    var from: Int?
    for word in openings {
      if let found = units.find(word, in: sentence) { from = Swift.max(from ?? 0, found + word.count) }
    }
    guard var lower = from else { return nil }
    while lower < sentence.upper, units[lower] == 0x3A || units[lower] == 0x6709 { lower += 1 }
    var upper = sentence.upper
    for word in totals where units.ends(Slice(lower, upper), with: word) { upper -= word.count }
    return names(from: lower, to: upper, stopsAtComma: false, isEach: false, units)
  }

  /// 随同预算公开甲、乙、丙3个项目的绩效目标: there are no more projects than marks and joints between names, and one.
  private static func projectsBefore(_ claim: Claim, _ sentence: Slice, _ end: Int, _ units: Units) -> Names?
  {
    guard units.starts(Slice(claim.figure.upper, end), withAnyOf: projectsWithForms) else { return nil }
    let marks = sentence.indices.filter {
      units[$0] == 0x3001 || Unit.isComma(units[$0]) || joining.contains(units[$0])
    }
    guard let last = marks.last, sentence.upper - last >= 5,
      marks.count(where: { units[$0] == 0x3001 }) >= 2,
      !sentence.indices.contains(where: { Unit.isDigit(units[$0]) || units[$0] == 0x7B49 })
    else { return nil }
    // Fewer are possible: a mark may stand within a name.
    return Names(least: 2, most: marks.count + 1, slice: Slice(sentence.lower, sentence.upper))
  }

  private static let projectsWithForms = WordList([
    "项目的绩效目标", "项目绩效目标", "项目支出绩效目标", "项目的绩效自评", "项目绩效自评", "项目支出绩效自评", "项目自评",
  ])

  /// Tells whether a number without a noun ends a sentence about the offices alone that it stands behind.
  private static func isSumOfOffices(_ claim: Claim, _ sentence: Slice, _ end: Int, _ units: Units) -> Bool {
    let behind = claim.figure.upper
    guard
      behind == end
        || behind < end && (units[behind] == 0x3002 || Unit.isComma(units[behind]) || units[behind] == 0x3B),
      units.ends(sentence, withAnyOf: totals),
      let offices = insideOffices.compactMap({ units.find($0, in: sentence) }).min()
    else { return false }
    return !Slice(offices, sentence.upper).indices.contains { Unit.isDigit(units[$0]) }
  }

  private static let insideOffices = WordList(["内设机构包括", "内设机构有", "内设科室包括", "内设处室包括", "内设机构为", "内设机构:"])

  /// The position behind the noun that says what is counted: 个科室, 个内设机构.
  private static func noun(at start: Int, _ end: Int, _ units: Units) -> Int? {
    var at = start
    for word in kinds where units.has(word, at: at, before: end) { at += word.count }
    guard let noun = nouns.first(where: { units.has($0, at: at, before: end) }) else { return nil }
    at += noun.count
    // 机构科室
    if let second = nouns.first(where: { units.has($0, at: at, before: end) }) { at += second.count }
    // 股（室）
    if at < end, units[at] == 0x28,
      let close = (at..<Swift.min(end, at + 5)).first(where: { units[$0] == 0x29 })
    {
      at = close + 1
    }
    return at
  }

  // MARK: Names

  /// The names of a list; `nil` where one does not look like the name of an office.
  ///
  /// - Parameter isEach: Behind 分别是 every name is one, whatever it ends in, if one of them is that of an office.
  private static func names(
    from start: Int, to end: Int, stopsAtComma: Bool, isEach: Bool, isProject: Bool = false, _ units: Units
  ) -> Names? {
    var found = Names(slice: Slice(start, start))
    var nameStart = start
    var at = start
    var depth = 0
    while at <= end {
      let unit = at < end ? units[at] : 0x3002
      switch unit {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x3001, 0x3B, 0x3002, 0xFF0C, 0x2C:
        guard depth <= 0 || unit == 0x3002 else { break }
        // …、监督处；另设机关党委, …；下辖3个单位: what comes beside them is not counted.
        let isLast =
          unit == 0x3002 || (stopsAtComma && Unit.isComma(unit))
          || unit == 0x3B && units.starts(Slice(at + 1, end), withAnyOf: beside)
        guard
          let joins = add(
            Slice(nameStart, at), isLast, isEach: isProject || isEach && found.least >= 1,
            longest: isProject ? longestProject : longestOffice, &found, units)
        else { return nil }
        // 高中部和初中部 at the end of a list are two.
        let isTwo =
          isLast && joins == 1 && found.least >= 3 && !found.isOpen
          && joinsOffices(Slice(nameStart, at), units)
        found.least += isTwo ? 2 : 1
        found.most += 1 + joins
        found.slice.upper = at
        nameStart = at + 1
        if isLast { return found }
      default: break
      }
      at += 1
    }
    return found
  }

  /// Tells whether 和 stands between two whole names of offices of one kind: 高中部和初中部, 人事科和法规科.
  private static func joinsOffices(_ slice: Slice, _ units: Units) -> Bool {
    guard let joint = slice.indices.first(where: { units[$0] == 0x548C }), joint - slice.lower >= 3,
      slice.upper - joint >= 4
    else { return false }
    let kind = units[joint - 1]
    return offices.contains(kind) && units[slice.upper - 1] == kind
      && !slice.indices.contains { units[$0] == 0x28 }
  }

  /// Looks at one name: how many words in it may join two, or `nil` if it is none.
  private static func add(
    _ slice: Slice, _ isLast: Bool, isEach: Bool, longest: Int, _ names: inout Names, _ units: Units
  ) -> Int? {
    var name = units.trimmed(slice)
    // 1.办公室; （1）办公室
    while name.lower < name.upper, isOrdinal(units[name.lower]) { name.lower += 1 }
    if isLast, units.ends(name, with: andSoOn) {
      names.isOpen = true
      name.upper -= 1
    }
    name = units.withoutTrailingBrackets(name)
    guard name.count >= 2, name.count <= 24,
      isEach && name.count <= longest || endings.contains(units[name.upper - 1]),
      name.indices.allSatisfy({ Unit.isIdeograph(units[$0]) || units[$0] == 0x28 || units[$0] == 0x29 }),
      longest == longestOffice || !units.contains(anyOf: kindsOfProjects, in: name),
      longest > longestOffice || !units.contains(anyOf: foreign, in: name) && !isSeveral(name, units)
    else { return nil }
    // 德育与体卫艺科 is one; 办公室和人事科 may be two.
    let isOffice = longest == longestOffice && endings.contains(units[name.upper - 1])
    return name.indices.filter {
      joining.contains(units[$0]) && $0 > name.lower
        && (isEach && !isOffice || endings.contains(units[$0 - 1]))
    }.count
  }

  /// Tells whether a name may be several that nothing parts: 火化车间治丧服务部业务接待部驾驶组.
  private static func isSeveral(_ name: Slice, _ units: Units) -> Bool {
    let inner = name.indices.dropFirst().dropLast().count { offices.contains(units[$0]) }
    return inner >= 2 || inner == 1 && name.count >= 12
  }

  /// 部, 室, 科, 股, 组.
  private static let offices: Set<UInt16> = [0x90E8, 0x5BA4, 0x79D1, 0x80A1, 0x7EC4]

  /// Digits, points and brackets.
  private static func isOrdinal(_ unit: UInt16) -> Bool {
    Unit.isDigit(unit) || unit == 0x2E || unit == 0x28 || unit == 0x29
  }

  private static let kinds = WordList(["职能", "内部", "内设", "二级", "下属", "所属", "预算", "事业", "行政", "业务"])
  private static let nouns = WordList(["科室", "股室", "部室", "处室", "机构", "室", "科", "股", "部门", "单位", "处"])
  private static let counted = WordList([
    "机构", "科室", "股室", "部室", "处室", "单位", "机构共", "科室共", "股室共", "单位共", "机构有", "科室有", "股室有", "机构为",
    "单位共计", "单位共有", "机构共计", "科室共计", "单位合计",
  ])
  private static let introductions = WordList([
    "主要包括", "具体包括", "具体为", "具体是", "分别为", "分别是", "包括", "分别", "即", "为", "是",
  ])
  private static let each: Word = "分别"
  private static let openings = WordList(["内设", "下设", "设有", "设立", "设置", "包括", "分别为", "分别是"])
  private static let totals = WordList(["合计", "总计", "共计", "共", "，", ","])
  private static let andSoOn: Word = "等"
  private static let beside = WordList([
    "另设", "另有", "另", "此外", "同时", "下辖", "下属", "所属", "下设", "纳入", "核定", "编制", "实有",
  ])
  /// What is said of offices and is no name of one.
  private static let foreign = WordList(["负责", "其中", "另设", "另有", "以及", "编制", "人员", "内设", "下设", "包括", "各"])
  /// 室, 科, 股, 处, 部, 局, 所, 站, 队, 心, 院, 办, 组, 馆, 校, 园, 厅, 庭, 级, 场, 会, 地, 学, 关, 委, 支, 联, 署.
  private static let endings: Set<UInt16> = [
    0x5BA4, 0x79D1, 0x80A1, 0x5904, 0x90E8, 0x5C40, 0x6240, 0x7AD9, 0x961F, 0x5FC3, 0x9662, 0x529E, 0x7EC4,
    0x9986,
    0x6821, 0x56ED, 0x5385, 0x5EAD, 0x7EA7, 0x573A, 0x4F1A, 0x5730, 0x5B66, 0x5173, 0x59D4, 0x652F, 0x8054,
    0x7F72,
  ]
  /// 和, 及, 与.
  private static let joining: Set<UInt16> = [0x548C, 0x53CA, 0x4E0E]
  private static let phrase = Phrase("文中写 {0}，所列名称有 {1} 个", "The text says {0}, but {1} names are listed")
}

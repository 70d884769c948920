/// Looks for the mandatory tables.
struct TableSearch {
  private let draft: Draft
  private let units: Units
  private let book: RuleBook
  private let outline: DraftOutline
  private let family: TableFamily
  private let profile: Profile
  private let requirements: [TableRequirement]

  init(_ inspection: Inspection, _ profile: Profile) {
    draft = inspection.draft
    units = inspection.units
    book = inspection.book
    outline = inspection.outline
    family = profile.family
    self.profile = profile
    let year = inspection.kind.year
    requirements = profile.tables.filter {
      $0.severity != nil && ($0.since ?? 0) <= (year == 0 ? Int.max : year)
    }
  }

  func report(to inspection: inout Inspection) {
    let absent = absent()
    let listed = absent.isEmpty ? [:] : contentsEntries()
    guard absent.isEmpty || absent.count < requirements.count else {
      let titles = Set(outline.headingTables.compactMap(\.self))
      let isNamed = absent.contains { listed[$0.table] != nil || titles.contains($0.table) }
      return reportAll(absent, isNamed: isNamed, &inspection)
    }
    for requirement in absent { report(requirement, listed[requirement.table], &inspection) }
    reportLoneTitles(except: Set(absent.map(\.table)), &inspection)
  }

  /// The mandatory tables that the body does not hold.
  private func absent() -> [TableRequirement] {
    let present = present()
    return requirements.filter { !present.contains($0.table) }
  }

  /// The titles of the mandatory tables that are neither in the body nor announced by a heading of their own.
  var missingTitles: [Phrase] {
    let titles = Set(outline.headingTables.compactMap(\.self))
    return absent().compactMap { titles.contains($0.table) ? nil : book.concept($0.table)?.title }
  }

  /// The tables of the body; 收入总表 of final accounts is not that of a budget.
  private func present() -> Set<TableID> {
    var present = Set(outline.tableConcepts.compactMap(\.self))
    for (index, table) in draft.tables.enumerated() {
      guard let concept = outline.tableConcepts[index].flatMap(book.concept), concept.family != family,
        let caption = table.caption,
        let own = book.catalogue.table(titled: caption, of: units, in: family)
      else { continue }
      present.insert(own)
    }
    return present
  }

  /// The entries of the contents that mean a table.
  private func contentsEntries() -> [TableID: Contents.Entry] {
    var entries: [TableID: Contents.Entry] = [:]
    for (entry, table) in zip(draft.contents?.entries ?? [], outline.entryTables) {
      if let table { entries[table] = entry }
    }
    return entries
  }

  private func report(
    _ requirement: TableRequirement, _ entry: Contents.Entry?, _ inspection: inout Inspection
  ) {
    guard let concept = book.concept(requirement.table), let severity = requirement.severity else { return }
    let name = Message.Argument.message(Message(concept.title))
    let basis = (requirement.basis ?? profile.basis).clause
    let skeleton = Skeleton(draft, units, outline)
    if let index = outline.headingTables.firstIndex(of: requirement.table) {
      let heading = draft.headings[index]
      if isInAttachment(after: heading) {
        inspection.report("missing-table", .info, at: heading.slice, Message(Self.attached, name))
      } else if !isNoted(after: heading) {
        inspection.report(
          "missing-table", .warning, at: heading.slice, Message(Self.headingAlone, name, basis),
          fixes: skeleton.table(concept, under: heading, nil))
      }
    } else if let entry {
      inspection.report(
        "missing-table", .warning, at: entry.slice, Message(Self.listed, name, basis),
        fixes: skeleton.table(concept, under: nil, entry))
    } else if let title = similarTitle(concept, requirement.table) {
      inspection.report(
        "missing-table", .info, at: title, Message(Self.unknown, .text(draft.string(title)), name))
    } else {
      inspection.report(
        "missing-table", severity, at: place(), Message(Self.absent, name, basis),
        fixes: severity == .info ? [] : skeleton.table(concept, under: nil, nil))
    }
  }

  // MARK: Titles without a table

  /// Reports the titles of further tables with nothing below: the table or its picture was lost.
  private func reportLoneTitles(except reported: Set<TableID>, _ inspection: inout Inspection) {
    guard let entries = draft.contents?.entries, !entries.isEmpty else { return }
    lazy var listed = Set(entries.map { title($0.title) })
    lazy var tables = titlesOfTables()
    for (place, block) in draft.blocks.enumerated() {
      guard case .heading(let index) = block else { continue }
      let heading = draft.headings[index]
      let table = outline.headingTables[index]
      guard isTableTitle(heading.title) || table != nil, isLone(index, at: place),
        outline.role(heading.section) == .body,
        !(table.map(reported.contains) ?? false), !units.ends(heading.title, withAnyOf: Self.chapters),
        case let own = title(heading.title), listed.contains(own), !tables.contains(own)
      else { continue }
      inspection.report(
        "missing-table", .warning, at: heading.slice,
        Message(Self.headingAlone, .text(draft.string(heading.title)), .text("")))
    }
  }

  /// 2025年部门预算表: the chapter of the tables, whose title may have lost its 第二部分.
  private static let chapters = WordList([
    "部门预算表", "单位预算表", "部门决算表", "单位决算表", "预算报表", "决算报表", "预算公开表", "决算公开表", "预算公开报表", "决算公开报表",
  ])

  /// The titles of the tables of the body; 项目支出绩效目标表(二) is one of 项目支出绩效目标表 too.
  private func titlesOfTables() -> Set<[UInt16]> {
    var titles: Set<[UInt16]> = []
    for table in draft.tables {
      guard let caption = table.caption else { continue }
      titles.insert(title(caption))
      let bare = units.withoutTrailingBrackets(caption)
      if OrdinalScanner.scan(units, Slice(bare.upper, caption.upper)) != nil { titles.insert(title(bare)) }
    }
    for (place, block) in draft.blocks.enumerated().dropLast() {
      if case .heading(let index) = block, case .table = draft.blocks[place + 1] {
        titles.insert(title(draft.headings[index].title))
      }
    }
    return titles
  }

  /// Tells whether a heading is followed by one that is not below it and says something else.
  private func isLone(_ index: Int, at place: Int) -> Bool {
    guard place + 1 < draft.blocks.count else { return true }
    guard case .heading(let next) = draft.blocks[place + 1] else { return false }
    let heading = draft.headings[index]
    // （2024年度） is the second line of the title above.
    if let first = draft.headings[next].title.indices.first, units[first] == 0x28 { return false }
    return heading.rank > 0 && draft.headings[next].rank <= heading.rank
      && title(draft.headings[next].title) != title(heading.title)
  }

  /// What a title says, with its remark: 项目支出表（上年结转） is not 项目支出表（本年预算）.
  private func title(_ slice: Slice) -> [UInt16] {
    var title = TitleNormalizer.with(Units(rebasing: units[slice.indices])) { Array($0) }
    let remark = Slice(units.withoutTrailingBrackets(slice).upper, slice.upper)
    if !isTableNumber(remark) { title += units[remark.indices] }
    return title
  }

  /// Tells whether a remark is the number of a table: (预算公开01表), (附表2).
  private func isTableNumber(_ remark: Slice) -> Bool {
    units.contains("表", in: remark) && remark.indices.contains { Unit.isDigit(units[$0]) }
  }

  // MARK: Titles that may mean a table

  /// The title of a table that the book does not know and that may mean a concept.
  private func similarTitle(_ concept: TableConcept, _ table: TableID) -> Slice? {
    for (index, other) in draft.tables.enumerated() {
      guard let caption = other.caption else { continue }
      if mayMean(concept, table, caption, outline.tableConcepts[index]) { return caption }
    }
    for (index, heading) in draft.headings.enumerated()
    where isTableTitle(heading.title) || draft.tables.contains(where: { $0.section == heading.section }) {
      if mayMean(concept, table, heading.title, outline.headingTables[index]) { return heading.slice }
    }
    return nil
  }

  /// Tells whether a title may mean a table though it is not one of its names.
  private func mayMean(_ concept: TableConcept, _ table: TableID, _ title: Slice, _ known: TableID?) -> Bool {
    guard title.count <= TitleNormalizer.longest - 1 else { return false }
    guard isTableTitle(title) else {
      // 一般公共预算基本支出 has lost its 表.
      let whole = Array(units[title.indices]) + [0x8868]
      return known == nil && whole.withUnsafeBufferPointer { book.catalogue.table(titled: $0) } == table
    }
    // Of two tables with one name, 决算表(一) and 决算表(二), the second may be another one.
    return (known == nil || units.ends(title, with: "(二)")) && units.contains(anyOf: concept.hints, in: title)
  }

  /// Tells whether a title ends in 表, but for a remark in brackets.
  private func isTableTitle(_ title: Slice) -> Bool {
    var end = title.upper
    if end > title.lower, units[end - 1] == 0x29, let open = title.indices.last(where: { units[$0] == 0x28 })
    {
      end = open
    }
    return end - title.lower >= 4 && units[end - 1] == 0x8868
  }

  /// Reports in one finding that the draft has none of the tables, though it may name them.
  private func reportAll(_ absent: [TableRequirement], isNamed: Bool, _ inspection: inout Inspection) {
    let worst = absent.compactMap(\.severity).max() ?? .warning
    let severity = isNamed ? min(worst, .warning) : worst
    let names = absent.compactMap { book.concept($0.table)?.id }
    let isAttached = draft.paragraphs.indices.contains { index in
      inspection.has(.attachment, in: draft.paragraphs[index].slice, ofParagraph: index) {
        units.contains(anyOf: Self.attachments, in: $0)
      }
    }
    inspection.report(
      "missing-table", isAttached ? .info : severity, at: place(),
      Message(isAttached ? Self.allAttached : Self.allAbsent, .list(names), profile.basis.clause))
  }

  /// Where a table would stand: the heading of the chapter of tables, or the heading before the end.
  private func place() -> Slice {
    let chapters = draft.headings.filter { $0.rank == 0 && outline.role($0.section) != .attachment }
    let tables = chapters.last {
      units.contains(anyOf: ["表"], in: $0.title) && !units.contains(anyOf: ["说明"], in: $0.title)
    }
    if let tables { return tables.slice }
    if let contents = draft.contents,
      let entry = contents.entries.last(where: { units.contains("表", in: $0.title) })
    {
      return entry.slice
    }
    return (chapters.last ?? draft.headings.first)?.slice ?? Slice(0, 0)
  }

  // MARK: Attachments

  private static let attachments = WordList([
    "见附件", "见附表", "附件另附", "另附", "附后", "详见附", "见链接", "表格附后", "报表附后",
  ])

  private func paragraphs(after heading: Heading) -> ArraySlice<Paragraph> {
    let lines = heading.section < draft.sections.count ? draft.sections[heading.section].lines : 0..<0
    let first = draft.paragraphs.firstIndex { $0.lines.lowerBound > heading.line } ?? draft.paragraphs.count
    return draft.paragraphs[first...].prefix { lines.contains($0.lines.lowerBound) }.prefix(3)
  }

  private func isInAttachment(after heading: Heading) -> Bool {
    units.contains(anyOf: ["附件", "见附", "附后", "图片"], in: heading.slice)
      || paragraphs(after: heading).contains { units.contains(anyOf: Self.attachments, in: $0.slice) }
  }

  /// Tells whether the text below a heading says that there is nothing to list.
  private func isNoted(after heading: Heading) -> Bool {
    paragraphs(after: heading).contains {
      units.contains(anyOf: ["无数据", "空表", "没有", "无此", "不涉及", "未安排", "为空"], in: $0.slice)
    }
  }

  private static let absent = Phrase(
    "缺少“{0}”：目录和正文都没有这张表{1}", "“{0}” is missing: neither the contents nor the body has this table{1}")
  private static let unknown = Phrase(
    "没有认出“{1}”；“{0}”可能就是它", "“{1}” was not recognized; “{0}” may be it")
  private static let listed = Phrase(
    "目录列有“{0}”，正文没有这张表{1}", "The contents list “{0}”, and the body does not have it{1}")
  private static let headingAlone = Phrase("“{0}”只有标题，没有表{1}", "“{0}” has a heading and no table{1}")
  private static let attached = Phrase("“{0}”在附件中，未检查", "“{0}” is in an attachment and was not checked")
  private static let allAbsent = Phrase(
    "没有找到任何一张必备的表：{0}{1}", "None of the mandatory tables was found: {0}{1}")
  private static let allAttached = Phrase(
    "表在附件中，未检查：{0}", "The tables are in an attachment and were not checked: {0}")
}

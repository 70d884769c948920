/// Finds what a draft says about its empty tables.
struct NoteReader {
  /// What is said about one table.
  enum Note {
    /// The table, or one note for all tables, says that it is empty.
    case present
    /// The text says that there are no such funds, but nothing of the table.
    case inNarrative(Slice)
    /// A note stands under the table and speaks of another one.
    case ofAnotherTable(Slice)
    case absent
  }

  private let draft: Draft
  private let units: Units
  private let book: RuleBook
  private let concepts: [TableID?]
  /// One note covers all empty tables, once it was looked for.
  private var coversAll: Bool?
  /// The tables of which the contents say that they are empty.
  private let listed: Set<TableID>
  /// The place of each table among the blocks.
  private let blocks: [Int]
  /// The paragraphs that stand under a table as its notes.
  private let bound: Set<Int>
  /// The subjects of tables that were asked for.
  private var subjects: [Int: Int?] = [:]
  private let isTableHeading: [Bool]
  /// What the text says of each subject, once it was looked for.
  private var narratives: [Int: Slice?] = [:]

  init(_ inspection: Inspection) {
    draft = inspection.draft
    units = inspection.units
    book = inspection.book
    concepts = inspection.outline.tableConcepts
    bound = Set(inspection.draft.tables.flatMap(\.notes))
    isTableHeading = inspection.outline.isTableHeading
    listed = Self.listedAsEmpty(inspection)
    var blocks = [Int](repeating: 0, count: inspection.draft.tables.count)
    for (place, block) in inspection.draft.blocks.enumerated() {
      if case .table(let table) = block { blocks[table] = place }
    }
    self.blocks = blocks
  }

  /// The wordings that say of a table that it holds nothing.
  private static let empty = WordList([
    "无数据", "空表", "表为空", "为空表", "没有数据", "无相关数据", "无相关收支", "无此项", "无内容", "没有使用", "没有安排", "未安排", "无此类", "不涉及",
    "没有政府性基金", "没有国有资本", "无政府性基金", "无国有资本", "未使用", "没有发生", "未发生", "无收支", "没有收支", "没有收入", "无收入", "无支出", "没有支出",
    "没有一般公共预算", "没有财政拨款", "没有由", "无三公", "无“三公”", "没有“三公”", "没有三公", "没有相关", "无相关", "没有项目", "无项目", "没有财政专户",
    "无财政专户", "没有此", "没有该", "无该", "暂无", "没有预算", "无预算", "没有政府采购", "无政府采购", "没有上年", "无上年", "不存在", "没有对下", "无对下",
    "没有非财政", "无非财政", "没有教育收费", "无教育收费", "没有机关运行", "无机关运行", "没有购买", "无购买", "没有新增", "无新增", "数据为零", "数据为0",
    "均为零", "均为0", "未涉及", "没有涉及", "无金额", "零支出", "均为空", "空白表", "表中无", "无需公开", "未编制", "无资金", "没有资金", "金额为0",
    "金额为零",
    "无财政拨款", "均无", "无一般公共预算", "无政府购买", "支出为0", "支出为零", "收支为0", "收支为零", "没有上级", "没有结转", "无结转", "未实行", "无安排",
    "无发生额",
    "无此业务", "无该业务", "无需填报", "零报告", "无该项业务", "无此项业务",
  ])
  private static let general = WordList([
    "空表表示", "空表说明", "以空表列示", "均为空表", "空表均", "空表的", "表格为空", "为空的表", "上述空表", "以上空表", "公开空表", "空表理由", "凡空表",
    "空表即", "空表代表", "空表系", "空表是指", "如为空表", "空表则", "为空表的",
  ])
  /// The words for a nothing in the text.
  private static let denials = WordList(["没有", "无", "未安排", "未使用", "不涉及", "未发生"])

  /// What the draft says about the empty table with this index.
  mutating func note(for index: Int, _ table: Table, _ inspection: inout Inspection) -> Note {
    var other: Slice?
    for slice in around(index, table) where saysEmpty(slice) {
      if speaksOfAnother(slice, index) { other = slice } else { return .present }
    }
    let units = units
    let saysSo = inspection.has(
      .emptyNote, in: Slice(0, 0), ofParagraph: draft.paragraphs.count + index,
      { _ in table.cells.contains { Self.mayBeNote($0, units) } })
    if saysSo, holdsNote(index, table) { return .present }
    if let caption = table.caption, units.contains(anyOf: Self.emptyTitles, in: caption) { return .present }
    if coversAll(&inspection) || concepts[index].map(listed.contains) ?? false { return .present }
    if let other { return .ofAnotherTable(other) }
    if let place = narrative(index, &inspection) {
      return units.contains(anyOf: Self.emptyNarratives, in: place) ? .present : .inNarrative(place)
    }
    return .absent
  }

  private static let emptyTitles = WordList(["空表", "无数据"])
  private static let emptyNarratives = WordList(["空表", "无数据", "表为空"])

  /// Tells whether a cell may say that its table is empty; 无 among figures was read as a dash.
  private static func mayBeNote(_ cell: Cell, _ units: Units) -> Bool {
    guard cell.kind == .text || cell.kind == .dash else { return false }
    return cell.slice.count >= 10 && units.contains(anyOf: empty, in: cell.slice)
      || units.contains(anyOf: emptyCells, in: cell.slice) || units.equals(anyOf: nothing, cell.slice)
  }

  /// Tells whether a cell of a table says that it is empty.
  private mutating func holdsNote(_ index: Int, _ table: Table) -> Bool {
    for cell in table.cells where Self.mayBeNote(cell, units) {
      let saysSo =
        units.contains(anyOf: Self.emptyCells, in: cell.slice)
        || units.equals(anyOf: Self.nothing, cell.slice) || !speaksOfAnother(cell.slice, index)
      if saysSo { return true }
    }
    return false
  }

  private static let emptyCells = WordList(["无数据", "空表", "没有使用", "没有安排", "本表无", "此表无"])
  private static let nothing = WordList(["无", "无此项", "无此项内容", "没有"])

  /// Tells whether one note covers all empty tables.
  private mutating func coversAll(_ inspection: inout Inspection) -> Bool {
    if let coversAll { return coversAll }
    let units = units
    let found = draft.paragraphs.indices.contains { index in
      inspection.has(.emptyTables, in: draft.paragraphs[index].slice, ofParagraph: index) {
        units.contains("空表", in: $0) && units.contains(anyOf: Self.general, in: $0)
      }
    }
    coversAll = found
    return found
  }

  /// Tells whether a note says that there is nothing, if only with the word 无.
  private func saysEmpty(_ slice: Slice) -> Bool {
    if units.contains(anyOf: Self.empty, in: slice) { return true }
    return slice.count <= 6 && units.equals(anyOf: Self.shortNotes, slice)
  }

  private static let shortNotes = WordList(["无", "注:无", "说明:无", "备注:无", "无。", "注:无。"])

  /// The tables of which the contents say that they are empty: 是否空表 是.
  private static func listedAsEmpty(_ inspection: Inspection) -> Set<TableID> {
    guard let contents = inspection.draft.contents else { return [] }
    let units = inspection.units
    var result: Set<TableID> = []
    for entry in contents.entries
    where units.contains("\t是", in: inspection.draft.text.slice(ofLine: entry.line)) {
      let end = units.find("\t是", in: entry.title) ?? entry.title.upper
      let title = Slice(entry.title.lower, end)
      if let table = inspection.book.catalogue.table(titled: title, of: units) { result.insert(table) }
    }
    return result
  }

  /// The note directly under a filled table that says that it is empty.
  mutating func denial(of index: Int, _ table: Table) -> Slice? {
    for note in table.notes where note < draft.paragraphs.count {
      let slice = draft.paragraphs[note].slice
      guard slice.count <= 60, units.contains(anyOf: Self.strong, in: slice), !speaksOfAnother(slice, index),
        !units.contains(anyOf: ["如", "若", "则", "的表", "其他表", "其余"], in: slice),
        !units.contains(anyOf: Self.general, in: slice)
      else { continue }
      return slice
    }
    return nil
  }

  private static let strong = WordList([
    "本表无数据", "此表无数据", "本表为空", "此表为空", "该表为空", "该表无数据", "本表为空表", "空表", "本表无相关数据", "本表没有数据", "故本表无",
  ])

  /// The texts that stand next to a table: its notes, and a sentence between its title and its rows.
  private func around(_ index: Int, _ table: Table) -> [Slice] {
    var slices = table.notes.compactMap { $0 < draft.paragraphs.count ? draft.paragraphs[$0].slice : nil }
    let block = blocks[index]
    var previous = block - 1
    while previous >= 0, block - previous <= 2, case .paragraph(let paragraph) = draft.blocks[previous],
      !bound.contains(paragraph)
    {
      slices.append(draft.paragraphs[paragraph].slice)
      previous -= 1
    }
    var next = block + 1
    while next < draft.blocks.count, next - block <= 2, let slice = remark(draft.blocks[next]) {
      if !slices.contains(slice) { slices.append(slice) }
      next += 1
    }
    return slices
  }

  /// The text of a paragraph, or of a short line without a stop, which looks like a title.
  private func remark(_ block: Block) -> Slice? {
    switch block {
    case .paragraph(let index): draft.paragraphs[index].slice
    case .heading(let index):
      draft.headings[index].strength == .bare && !isTableHeading[index] ? draft.headings[index].slice : nil
    case .table: nil
    }
  }

  // MARK: Subjects

  /// The funds that tables of one kind are about.
  private static let subjects: [(word: Word, tables: Word)] = [
    ("政府性基金", "政府性基金"), ("国有资本", "国有资本"), ("三公", "三公"), ("教育收费", "教育收费"), ("政府采购", "政府采购"),
    ("财政专户", "财政专户"), ("非财政拨款", "非财政拨款"), ("机关运行", "机关运行"), ("购买服务", "购买服务"),
    ("转移支付", "转移支付"), ("项目支出", "项目支出"),
  ]

  /// Tells whether a table is about funds that an office need not have: without them it is right that it is empty.
  mutating func isOptional(_ index: Int) -> Bool { subject(index) != nil }

  /// The number of the subject of a table.
  private mutating func subject(_ index: Int) -> Int? {
    if let known = subjects[index] { return known }
    let found = readSubject(index)
    subjects[index] = .some(found)
    return found
  }

  private func readSubject(_ index: Int) -> Int? {
    let name = concepts[index].flatMap(book.concept)?.id ?? ""
    var title = Array(name.utf16)
    if let caption = draft.tables[index].caption { title += units[caption.indices] }
    return title.withUnsafeBufferPointer { title in
      Self.subjects.firstIndex { title.contains($0.tables, in: Slice(0, title.count)) }
    }
  }

  /// Tells whether a note names the funds of another table and not those of this one.
  private mutating func speaksOfAnother(_ slice: Slice, _ index: Int) -> Bool {
    guard let own = subject(index), !units.contains(Self.subjects[own].word, in: slice) else { return false }
    return units.contains(anyOf: Self.otherFunds, in: slice)
  }

  private static let otherFunds = WordList(["政府性基金", "国有资本", "三公", "政府采购"])

  /// A sentence of the text that says that there are no such funds.
  private mutating func narrative(_ index: Int, _ inspection: inout Inspection) -> Slice? {
    guard let subject = subject(index) else { return nil }
    if let known = narratives[subject] { return known }
    let found = denial(of: Self.subjects[subject].word, &inspection)
    narratives[subject] = .some(found)
    return found
  }

  private func denial(of subject: Word, _ inspection: inout Inspection) -> Slice? {
    let units = units
    for (index, paragraph) in draft.paragraphs.enumerated() where paragraph.slice.count <= 200 {
      guard
        inspection.has(
          .denial, in: paragraph.slice, ofParagraph: index,
          { units.contains(anyOf: Self.denials, in: $0) }), let at = units.find(subject, in: paragraph.slice)
      else { continue }
      // 本表为空表 under one table says nothing of the next.
      if bound.contains(index), units.contains(anyOf: ["本表", "此表", "该表"], in: paragraph.slice) { continue }
      let near = Slice(max(paragraph.slice.lower, at - 16), min(paragraph.slice.upper, at + 30))
      if units.contains(anyOf: Self.denials, in: near) { return paragraph.slice }
    }
    return nil
  }
}

/// Marks and words that a sentence lost: 支出270万元其中：基本支出…, 46.86万元，17.36%；住房保障支出13.08万元，占4.84%, 基本职能1、维护…；2、….
///
/// Rules: `punctuation`, and `typo` for 制度 in the place of a verb: ，制度干部教育规划.
enum LostMarks {
  private static let among: Word = "其中"
  private static let yuan: UInt16 = 0x5143
  private static let share: UInt16 = 0x5360
  private static let comma: UInt16 = 0xFF0C

  static func run(_ inspection: inout Inspection) {
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      inspection.look(for: .lostMark, inParagraph: index) { look(paragraph.slice, &$0) }
    }
    for heading in inspection.draft.headings { look(heading.slice, &inspection) }
  }

  private static func look(_ text: Slice, _ inspection: inout Inspection) {
    guard text.count >= 8 else { return }
    partsBehindAmount(text, &inspection)
    shares(text, &inspection)
    cars(text, &inspection)
    list(text, &inspection)
    verbs(text, &inspection)
  }

  // MARK: Commas

  /// 支出270万元其中：基本支出: no comma before what an amount is made of.
  private static func partsBehindAmount(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var search = text
    while let at = units.find(among, in: search) {
      search = Slice(at + among.count, text.upper)
      guard at - 3 >= text.lower, units[at - 1] == yuan, units[at - 2] == 0x4E07, Unit.isDigit(units[at - 3]),
        at + among.count < text.upper, units[at + among.count] == 0x3A
      else { continue }
      let words = Slice(at, at + among.count)
      inspection.report(
        "punctuation", .info, at: words, Message(noComma),
        fixes: [insertion("，", before: words, inspection.draft)])
    }
  }

  private static let cars = WordList(["共有车辆", "共有公务用车"])

  /// 办公及其他用房4,280.00平方米共有车辆2辆: no stop before what is counted next.
  private static func cars(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    for word in cars {
      guard let at = units.find(word, in: text), at - 3 >= text.lower, let end = stops[units[at - 1]],
        units[at - 2] == end || Unit.isDigit(units[at - 2])
      else { continue }
      let words = Slice(at, at + word.count)
      inspection.report(
        "punctuation", .warning, at: words, Message(noStop, .text(inspection.draft.string(words))),
        fixes: [insertion("。", before: words, inspection.draft)])
    }
  }

  /// The ends of units of measure, with what stands before them: 平方米, 万元.
  private static let stops: [UInt16: UInt16] = [0x7C73: 0x65B9, 0x5143: 0x4E07]

  private static func insertion(_ mark: String, before slice: Slice, _ draft: Draft) -> Fix {
    let start = draft.range(slice).lower
    return Fix(
      title: Message(insert, .text(mark)), edits: [Edit(ByteRange(start, start), mark)], safety: .review)
  }

  // MARK: Shares

  /// The shares of a list that say so, at least, where one does not.
  private static let leastShares = 2

  /// 46.86万元，17.36%；住房保障支出13.08万元，占4.84%: the only share of a list without 占.
  private static func shares(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var (named, bare): (Int, [Slice]) = (0, [])
    var search = text
    while let at = units.first(yuan, followedBy: comma, in: search) {
      search = Slice(at + 2, text.upper)
      let hasWord = at + 2 < text.upper && units[at + 2] == share
      guard let figure = NumberScanner.scan(units, hasWord ? at + 3 : at + 2, text.upper),
        units.has("%", at: figure.end, before: text.upper)
      else { continue }
      let end = figure.end + 1
      guard end == text.upper || units.endsClause(at: end) else { continue }
      if hasWord { named += 1 } else { bare.append(Slice(at + 2, end)) }
    }
    guard named >= leastShares, bare.count == 1, let only = bare.first else { return }
    inspection.report(
      "punctuation", .warning, at: only, Message(noWord, .text(inspection.draft.string(only))),
      fixes: [insertion("占", before: only, inspection.draft)])
  }

  // MARK: Lists

  /// The longest head of a list in a line.
  private static let longestHead = 16
  /// What is counted itself: 附件1、附件2.
  private static let counted = Set("件表图第号项章节条款附类级期组".utf16)

  /// 基本职能1、维护权益；2、参加建设；3、…: no colon between the head and the first number.
  private static func list(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var i = text.lower
    while i < text.upper, i - text.lower <= longestHead, Unit.isIdeograph(units[i]) { i += 1 }
    guard i - text.lower >= 3, i - text.lower <= longestHead, begins(1, at: i, before: text.upper, units),
      !counted.contains(units[i - 1])
    else { return }
    var next = 2
    for at in i..<text.upper
    where Unit.isStop(units[at]) && begins(next, at: at + 1, before: text.upper, units) {
      next += 1
    }
    guard next > 3 else { return }
    let number = Slice(i, i + 2)
    inspection.report(
      "punctuation", .info, at: number,
      Message(noColon, .text(inspection.draft.string(Slice(text.lower, i)))),
      fixes: [insertion("：", before: number, inspection.draft)])
  }

  private static func begins(_ number: Int, at i: Int, before end: Int, _ units: Units) -> Bool {
    number < 10 && i + 2 < end && units[i] == 0x30 + UInt16(number) && units[i + 1] == 0x3001
      && !Unit.isDigit(units[i + 2])
  }

  // MARK: Verbs

  private static let system: (UInt16, UInt16) = (0x5236, 0x5EA6)
  /// What is made, and begins with whom it is for; 制度 itself needs nothing behind it there.
  private static let owners = WordList([
    "全省", "全市", "全县", "全区", "全镇", "全乡", "全街", "本市", "本县", "本区", "本级", "本单位", "本部门", "干部", "项目", "年度", "中长期",
  ])
  private static let works = WordList(["规划", "计划", "管理办法", "实施办法", "实施方案", "工作方案", "实施细则", "应急预案"])
  private static let longestClause = 20

  /// ，制度干部教育规划: a clause that begins with 制度 and ends in what is to be drawn up lacks its verb, 制定.
  private static func verbs(_ text: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    var search = text
    while let at = units.first(system.0, followedBy: system.1, in: search) {
      search = Slice(at + 2, text.upper)
      guard at > text.lower, units.endsClause(at: at - 1) else { continue }
      var end = at + 2
      while end < text.upper, end - at <= longestClause, Unit.isIdeograph(units[end]) { end += 1 }
      let clause = Slice(at + 2, end)
      guard units.starts(clause, withAnyOf: owners) else { continue }
      let object = work(clause, units)
      guard let object, object.count >= 6 else { continue }
      let draft = inspection.draft
      let word = Slice(at, at + 2)
      inspection.report(
        "typo", .warning, at: word, Message(noVerb, .text(draft.string(Slice(at, object.upper)))),
        fixes: [Fix(title: Message(verb), edits: [Edit(draft.range(word), "制定")], safety: .review)])
    }
  }

  /// 全区民政事业发展规划 of 全区民政事业发展规划并组织实施.
  private static func work(_ clause: Slice, _ units: Units) -> Slice? {
    let end = units.find("并", in: clause) ?? clause.upper
    let object = Slice(clause.lower, end)
    return units.ends(object, withAnyOf: works) ? object : nil
  }

  private static let noStop = Phrase("“{0}”前缺句号或逗号", "A mark is missing before “{0}”")
  private static let noComma = Phrase("金额与“其中：”之间缺逗号", "A comma is missing between the amount and 其中")
  private static let noWord = Phrase(
    "同一句里其他各项都写“占…%”，这里的“{0}”前缺“占”字", "All other shares of the list say 占, but “{0}” does not")
  private static let noColon = Phrase(
    "“{0}”与第一项的序号之间缺冒号", "A colon is missing between “{0}” and its first item")
  private static let insert = Phrase("补上“{0}”", "Insert “{0}”")
  private static let noVerb = Phrase("“{0}”没有动词，“制度”疑为“制定”", "“{0}” has no verb: 制定 seems to be meant")
  private static let verb = Phrase("改为“制定”", "Change it to 制定")
}

/// 财政拨款收入：指省级财政当年拨付的资金 in the glossary of a county's office: the words of a template for another level.
///
/// Rule: `name-mismatch`. The level of the unit is that of its name, so far as a place stands in it.
enum ForeignLevels {
  private static let glossary: Word = "名词解释"
  private static let province = WordList(["省级财政", "省本级财政"])
  private static let city = WordList(["市级财政", "市本级财政"])
  private static let county = WordList(["县级财政", "县本级财政", "区级财政", "区本级财政"])
  /// What the money of the own level is said to be.
  private static let objects = WordList([
    "当年", "部门", "预算", "预决算", "本年", "安排", "一般公共", "拨付", "财政拨款", "政府性基金", "国有资本",
  ])
  /// Sentences that speak of several levels.
  private static let others = WordList(["上级", "转移支付", "中央", "各级", "下级"])
  private static let autonomous: Word = "自治区"

  static func check(own: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    let draft = inspection.draft
    guard let heading = draft.headings.last(where: { units.contains(glossary, in: $0.slice) }) else { return }
    let foreign = foreignLevels(own, units)
    guard !foreign.isEmpty else { return }
    let end = draft.headings.first { $0.slice.lower > heading.slice.lower && $0.rank <= heading.rank }
    for paragraph in draft.paragraphs
    where paragraph.slice.lower > heading.slice.lower && paragraph.slice.lower < end?.slice.lower ?? .max {
      guard let level = level(in: paragraph.slice, foreign, units) else { continue }
      inspection.report(
        "name-mismatch", .warning, at: level,
        Message(differs, .text(draft.string(level)), .text(draft.string(own))))
    }
  }

  /// The levels that a unit of a name cannot be of: 某县水利局 is not of the province, nor of a city.
  private static func foreignLevels(_ own: Slice, _ units: Units) -> [WordList] {
    var name = own
    if let at = units.find(autonomous, in: own) { name.lower = at + autonomous.count }
    let isOfProvince = name.lower > own.lower || units.contains("省", in: name)
    if holdsPlace(name, [0x53BF], units) { return [province, city] }
    if holdsPlace(name, belowProvince, units) { return [province] }
    return isOfProvince ? [city, county] : []
  }

  /// 市, 区, 旗, 镇, 乡.
  private static let belowProvince: Set<UInt16> = [0x5E02, 0x533A, 0x65D7, 0x9547, 0x4E61]
  /// 城市, 都市, 门市, 自然保护区, 灌区, 库区, 林区, 景区, 矿区, 社区, 园区, 各县, 跨区: no place of that name.
  private static let unlike = Set("城都门护灌库林景矿社园各跨省".utf16)
  /// 市场, 县域, 市际, 市政, 区域, 乡村, 镇村.
  private static let going = Set("场域际政村".utf16)

  /// Tells whether the name of a place that ends in one of some signs stands in a name.
  private static func holdsPlace(_ name: Slice, _ ends: Set<UInt16>, _ units: Units) -> Bool {
    name.indices.dropFirst(2).dropLast().contains { i in
      ends.contains(units[i]) && !unlike.contains(units[i - 1]) && !going.contains(units[i + 1])
    }
  }

  /// The first level of a list that a text names as that of its money.
  private static func level(in text: Slice, _ foreign: [WordList], _ units: Units) -> Slice? {
    guard !units.contains(anyOf: others, in: text) else { return nil }
    for word in foreign.lazy.joined() {
      guard let at = units.find(word, in: text), at > text.lower, !joins.contains(units[at - 1]) else {
        continue
      }
      let end = at + word.count
      if units.starts(Slice(end, text.upper), withAnyOf: objects) { return Slice(at, end) }
    }
    return nil
  }

  /// 、, 和, 及, 与, 或, 非: several levels, or none of them; 治 of 自治区本级财政.
  private static let joins: Set<UInt16> = [0x3001, 0x548C, 0x53CA, 0x4E0E, 0x6216, 0x975E, 0x6CBB]

  private static let differs = Phrase(
    "“{0}”与本单位“{1}”的级次不符，疑为照抄其他级次的模板", "“{0}” is not the level of the unit “{1}”: words of another template")
}

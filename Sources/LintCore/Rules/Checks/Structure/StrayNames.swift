/// Names of other offices where only the draft's own can be meant, as in a sentence copied from elsewhere.
///
/// Rule: `name-mismatch`. Told are a subject of what the draft accounts for (某市另一区水利局无国有资本经营预算…), and an office of
/// another district of the city whose like of the own district the draft names too.
enum StrayNames {
  private static let lengths = 5...24
  /// What the draft says of its own unit alone.
  private static let verbs = WordList(["无", "没有", "未使用", "未安排", "不涉及", "是", "为"])
  private static let nothing = WordList(["无", "没有", "未使用", "未安排", "不涉及"])
  private static let accounts = WordList([
    "国有资本经营预算", "政府性基金预算", "“三公”经费", "机关运行经费", "政府采购", "收支总", "收入总", "支出总", "决算", "部门预算", "单位预算",
  ])
  private static let kinds = WordList(["公益一类", "公益二类", "全额拨款", "差额拨款", "级预算单位", "参公", "行政单位"])
  /// Sentences that speak of others.
  private static let others = WordList([
    "帮扶", "支援", "对口", "协作", "交流", "借调", "划转", "移交", "原", "合并", "更名", "调入", "接待", "考察", "考核", "委托", "代管",
    "下属", "下辖", "包括", "联合",
  ])
  private static let inspectors = WordList(["财政局", "审计局", "税务局", "统计局", "财政厅", "审计厅"])

  static func check(own: Slice, _ inspection: inout Inspection) {
    guard lengths.contains(own.count), let last = own.indices.last else { return }
    subjects(own, ending: inspection.units[last], &inspection)
    districts(own, &inspection)
    towns(own, &inspection)
  }

  // MARK: Subjects

  private static func subjects(_ own: Slice, ending: UInt16, _ inspection: inout Inspection) {
    let units = inspection.units
    for paragraph in inspection.draft.paragraphs where paragraph.slice.count > lengths.lowerBound {
      let start = paragraph.slice.lower + (paragraph.ordinal?.length ?? 0)
      guard let name = subject(Slice(start, paragraph.slice.upper), ending, units),
        !units.areSame(name, own), !OwnNameCheck.isNumbered(name, units),
        !OwnNameCheck.isNumbered(own, units),
        isAlike(
          name, own, isNothing: units.starts(Slice(name.upper, paragraph.slice.upper), withAnyOf: nothing),
          units),
        !OwnNameCheck.holds(own, name, units), !OwnNameCheck.holds(name, own, units)
      else { continue }
      let end = units.first(0x3002, in: Slice(name.upper, paragraph.slice.upper)) ?? paragraph.slice.upper
      let rest = Slice(name.upper, end)
      guard isSaid(rest, units), !units.contains(anyOf: others, in: rest), inspection.standsOnce(name) else {
        continue
      }
      report(name, own, &inspection)
    }
  }

  /// The name that opens a sentence and ends as the own name does.
  private static func subject(_ text: Slice, _ ending: UInt16, _ units: Units) -> Slice? {
    EntityNames.opening(text, atMost: lengths.upperBound, units) { i in
      guard i - text.lower + 1 >= lengths.lowerBound, units[i] == ending else { return false }
      let rest = Slice(i + 1, text.upper)
      let year = Slice(rest.lower, Swift.min(rest.upper, rest.lower + 5))
      return units.starts(rest, withAnyOf: verbs) || TableBinding.year(units, year) > 0
    }
  }

  /// Tells whether a sentence behind its subject says what a draft says of its own unit.
  private static func isSaid(_ rest: Slice, _ units: Units) -> Bool {
    let isKind = units.starts(rest, withAnyOf: ["是", "为"])
    return units.contains(
      anyOf: isKind ? kinds : accounts, in: Slice(rest.lower, Swift.min(rest.upper, rest.lower + 30)))
  }

  /// Tells whether two names are of one place and kind: 甲市乙区水利局 and 甲市丙区水利局, 乙区水利局 and 乙区农业农村局.
  ///
  /// - Parameter isNothing: The sentence says what the unit has none of; units below it are spoken of otherwise.
  private static func isAlike(_ name: Slice, _ own: Slice, isNothing: Bool, _ units: Units) -> Bool {
    guard !units.ends(name, withAnyOf: inspectors) else { return false }
    let (prefix, suffix) = units.shared(name, own)
    if prefix >= 3, suffix >= 2 { return true }
    guard let place = district(own, units) else { return false }
    return suffix >= 3 && district(name, units) != nil && (isNothing || prefix >= 2)
      || isNothing && units.areSame(place, Slice(name.lower, Swift.min(name.upper, name.lower + place.count)))
  }

  /// 丙区 of 甲市丙区水利局.
  private static func district(_ name: Slice, _ units: Units) -> Slice? {
    guard let end = name.indices.dropFirst(2).prefix(8).last(where: { places.contains(units[$0]) }) else {
      return nil
    }
    let start = name.indices.prefix { $0 < end - 1 }.last { places.contains(units[$0]) }.map { $0 + 1 }
    return Slice(start ?? name.lower, end + 1)
  }

  /// 市, 县, 区, 旗.
  private static let places: Set<UInt16> = [0x5E02, 0x53BF, 0x533A, 0x65D7]

  // MARK: Districts

  /// 白河市江源区教育局 in a draft of 白河市临江区 that names 临江区教育局 too.
  private static func districts(_ own: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let place = district(own, units), place.lower > own.lower, place.count >= 3 else { return }
    let city = units.name(Slice(own.lower, place.lower))
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(city, in: search) {
        search = Slice(at + city.units.count, paragraph.slice.upper)
        guard let other = district(Slice(at, Swift.min(search.upper, search.lower + 5)), units),
          other.lower == search.lower, other.count >= 3, !units.areSame(other, place),
          other.indices.dropLast().allSatisfy({ Unit.isIdeograph(units[$0]) }),
          let office = office(Slice(other.upper, paragraph.slice.upper), units),
          names(place, office, units), inspection.standsOnce(other),
          !units.contains(anyOf: others, in: paragraph.slice)
        else { continue }
        let found = Slice(at, office.upper)
        let draft = inspection.draft
        let right = draft.string(Slice(own.lower, place.upper)) + draft.string(office)
        inspection.report(
          "name-mismatch", .warning, at: found,
          Message(otherDistrict, .text(draft.string(found)), .text(right)),
          fixes: inspection.renaming([found], to: right))
      }
    }
  }

  /// The name of an office behind that of a place.
  private static func office(_ text: Slice, _ units: Units) -> Slice? {
    EntityNames.opening(text, atMost: 10, units) { $0 > text.lower && EntityNames.endsName(units[$0]) }
  }

  /// Tells whether the office of the own place is named anywhere.
  private static func names(_ place: Slice, _ office: Slice, _ units: Units) -> Bool {
    let name = Name(units: (Array(place.indices) + office.indices).map { units[$0] })
    return units.contains(name, in: Slice(0, units.count))
  }

  // MARK: Towns

  /// 澜平县勐坝镇人民政府, once in a draft of 澜平县青屏镇人民政府.
  private static func towns(_ own: Slice, _ inspection: inout Inspection) {
    let units = inspection.units
    guard let end = own.indices.dropFirst(2).last(where: { places.contains(units[$0]) }), end + 3 < own.upper,
      let town = (end + 2..<own.upper - 2).first(where: {
        units.starts(Slice($0, own.upper), withAnyOf: townOffices)
      })
    else { return }
    let county = units.name(Slice(own.lower, end + 1))
    let (name, office) = (Slice(end + 1, town), units.name(Slice(town, own.upper)))
    for paragraph in inspection.draft.paragraphs {
      var search = paragraph.slice
      while let at = units.find(county, in: search) {
        let behind = at + county.units.count
        search = Slice(behind, paragraph.slice.upper)
        let near = Slice(behind, Swift.min(search.upper, behind + longestTown + office.units.count))
        guard let start = units.find(office, in: near), start > behind,
          !units.areSame(Slice(behind, start), name),
          (behind..<start).allSatisfy({ Unit.isIdeograph(units[$0]) && !places.contains(units[$0]) })
        else { continue }
        let found = Slice(at, start + office.units.count)
        guard inspection.standsOnce(found), !units.contains(anyOf: others, in: paragraph.slice) else {
          continue
        }
        let draft = inspection.draft
        let right = draft.string(own)
        inspection.report(
          "name-mismatch", .warning, at: found,
          Message(otherDistrict, .text(draft.string(found)), .text(right)),
          fixes: inspection.renaming([found], to: right))
      }
    }
  }

  private static let longestTown = 4
  private static let townOffices = WordList(["镇人民政府", "乡人民政府", "街道办事处"])

  // MARK: Words

  private static func report(_ name: Slice, _ own: Slice, _ inspection: inout Inspection) {
    inspection.report(name, otherThan: own, differs, at: ownName)
  }

  private static let differs = Phrase(
    "这里说的是本单位的情况，单位名称却是“{0}”，本文档为“{1}”", "This is said of the draft's own unit, but names “{0}” and not “{1}”"
  )
  private static let ownName = Phrase("本单位的名称", "The own name")
  private static let otherDistrict = Phrase(
    "“{0}”的地名与全文不同，疑为“{1}”", "“{0}” names another place than the draft: “{1}” may be meant")
}

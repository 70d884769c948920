/// The names of a form against those around it: its title and heading, the forms it speaks of, and their department.
///
/// Rule: `name-mismatch`. A name that stands nowhere else and differs in one word from that of the same thing is a slip.
enum FormTitles {
  private static let departments = WordList(["主管部门", "主管部门:", "主管单位", "主管部门及代码"])
  private static let titles = WordList([
    "项目支出绩效目标申报表", "项目支出绩效目标表", "项目支出绩效自评表", "项目绩效目标申报表", "项目绩效目标表", "项目绩效自评表", "绩效目标申报表",
    "绩效目标表", "绩效自评表", "支出绩效目标表", "支出绩效自评表",
  ])
  private static let lengths = 5...40
  private static let leastForms = 3
  /// How many titles above a form are looked at.
  private static let mostNames = 4
  /// Amounts with fewer digits may be the same by chance.
  private static let leastDigits: Int64 = 1_000
  /// Signs that tell one project from another.
  private static let telling = Set("一二三四五六七八九十甲乙丙丁东西南北中上下左右前后内外大小新老男女县市区镇乡村校级期次0123456789".utf16)

  static func check(_ forms: DraftForms, _ inspection: inout Inspection) {
    let projects = forms.tables.map { $0.project(inspection.units) }
    for (table, project) in zip(forms.tables, projects) {
      guard let project, lengths.contains(project.count) else { continue }
      title(table, project, projects, &inspection)
    }
    tasks(forms, projects, &inspection)
    department(forms.tables, &inspection)
  }

  // MARK: Titles

  /// 医疗设备购置更新绩效目标表 above 项目名称 | 医疗设备采购更新, or a heading with the name of the project.
  private static func title(
    _ table: Table, _ project: Slice, _ projects: [Slice?], _ inspection: inout Inspection
  ) {
    let (draft, units) = (inspection.draft, inspection.units)
    var names: [Slice] = []
    if let caption = table.caption, let length = units.lengthOfWord(ending: caption, anyOf: titles) {
      names.append(Slice(caption.lower, caption.upper - length))
    }
    var section: Int? = table.section
    while let at = section, draft.sections.indices.contains(at), names.count < mostNames {
      if let heading = draft.sections[at].heading, draft.headings.indices.contains(heading) {
        names.append(draft.headings[heading].title)
      }
      section = draft.sections[at].parent
    }
    let keys = projects.compactMap { $0.map(units.key) }
    // The name of another form is that of another project.
    guard let right = names.first(where: { isNear(project, $0, units) }),
      !names.contains(where: { units.areSame($0, project) }), !keys.contains(units.key(right))
    else { return }
    report(project, right, inTitle, &inspection)
  }

  // MARK: Tasks

  /// 应急指挥信息系统运行维护 in the tasks of the department, with the money of the project 应急指挥信息平台运行维护.
  private static func tasks(_ forms: DraftForms, _ projects: [Slice?], _ inspection: inout Inspection) {
    let units = inspection.units
    let known = zip(forms.readings, projects).compactMap { reading, project -> (Slice, Int128, Int128)? in
      guard let project, lengths.contains(project.count), let funds = reading.form.funds,
        let budget = funds.cell(.budget, funds.total), let spent = funds.cell(.execution, funds.total),
        budget.kind == .number, spent.kind == .number, budget.amount.digits >= leastDigits,
        spent.amount.digits >= leastDigits
      else { return nil }
      return (project, budget.amount.scaled, spent.amount.scaled)
    }
    guard !known.isEmpty else { return }
    for (table, project) in zip(forms.tables, projects) where project == nil {
      for row in 0..<table.rowCount {
        let cells = table.cells[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])]
        guard let name = cells.first(where: { $0.kind == .text && lengths.contains($0.slice.count) })?.slice
        else { continue }
        let amounts = cells.filter { $0.kind == .number }.map(\.amount.scaled)
        guard amounts.count >= 2,
          let own = known.first(where: { amounts.contains($0.1) && amounts.contains($0.2) }),
          isNear(name, own.0, units)
        else { continue }
        report(name, own.0, inForm, &inspection)
      }
    }
  }

  // MARK: Departments

  /// 某区卫计局 in one form, where all others have 某区卫生健康局.
  private static func department(_ tables: [Table], _ inspection: inout Inspection) {
    let units = inspection.units
    let names = tables.compactMap { $0.words(behind: departments, units) }
    guard names.count >= leastForms, let first = names.first,
      let usual = names.first(where: { name in names.count { units.areSame($0, name) } == names.count - 1 }),
      let odd = names.first(where: { !units.areSame($0, usual) }), first.count >= 4, odd.count >= 4
    else { return }
    let (prefix, suffix) = units.shared(odd, usual)
    // The name of the place and the last sign are what all departments of a place share.
    let common = Slice(usual.lower, usual.lower + prefix)
    let place = common.indices.last { places.contains(units[$0]) }.map { $0 + 1 } ?? common.lower
    guard suffix >= 1, common.upper > place, prefix + suffix >= 4,
      odd.count - prefix - suffix <= 3, usual.count - prefix - suffix <= 3
    else { return }
    report(odd, usual, ofOthers, &inspection)
  }

  /// 省, 市, 县, 区, 州, 旗, 镇.
  private static let places: Set<UInt16> = [0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x65D7, 0x9547]

  // MARK: Names

  /// Tells whether names of one length differ in one sign or in two side by side.
  private static func isNear(_ name: Slice, _ other: Slice, _ units: Units) -> Bool {
    guard name.count == other.count, lengths.contains(name.count) else { return false }
    let places = (0..<name.count).filter { units[name.lower + $0] != units[other.lower + $0] }
    guard let first = places.first, places.count == 1 || places == [first, first + 1] else { return false }
    return places.allSatisfy { place in
      let (a, b) = (units[name.lower + place], units[other.lower + place])
      return Unit.isIdeograph(a) && Unit.isIdeograph(b) && !telling.contains(a) && !telling.contains(b)
    }
  }

  private static func report(_ name: Slice, _ right: Slice, _ phrase: Phrase, _ inspection: inout Inspection)
  {
    guard inspection.standsOnce(name), !inspection.hasReported("name-mismatch", at: name) else { return }
    inspection.report(name, otherThan: right, phrase, at: other)
  }

  private static let inTitle = Phrase(
    "项目名称为“{0}”，本表标题中为“{1}”，疑有一处写错", "The project is called “{0}”, and “{1}” in the title of its form")
  private static let inForm = Phrase(
    "此处名称为“{0}”，金额相同的项目的表中为“{1}”，疑有一处写错",
    "The name here is “{0}”, that of the form with the same money “{1}”")
  private static let ofOthers = Phrase(
    "主管部门为“{0}”，其他各表均为“{1}”，疑有一处写错", "The department is “{0}” here, and “{1}” in all other forms")
  private static let other = Phrase("另一处的名称", "The name in the other place")
}

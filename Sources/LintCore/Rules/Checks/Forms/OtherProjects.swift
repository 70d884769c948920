/// What one form has of another: a cost named after the project of another form, and 资金使用合规 for 资金使用合规率 of others.
///
/// Rule: `name-mismatch`.
enum OtherProjects {
  static func check(_ forms: DraftForms, _ inspection: inout Inspection) {
    guard forms.tables.count >= 2 else { return }
    costs(forms, &inspection)
    rates(forms, &inspection)
  }

  // MARK: Costs

  private static let cost: Word = "成本"
  private static let shortestName = 5

  /// 科技工作经费 | 30万元, the only cost of R&D经费归集服务项目, where 科技工作经费 is another project with a form of its own.
  private static func costs(_ forms: DraftForms, _ inspection: inout Inspection) {
    let units = inspection.units
    let projects = forms.tables.map { $0.project(units) }
    for (index, reading) in forms.readings.enumerated() {
      guard let own = projects[index] else { continue }
      let costs = reading.rows.filter { units.contains(cost, in: $0.level) }
      guard costs.count == 1, let row = costs.first, row.name.count >= shortestName,
        !isPart(row.name, of: own, units), row.goal?.money(units) != nil,
        let other = projects.indices.first(where: { place in
          place != index && projects[place].map { units.key($0) == units.key(row.name) } ?? false
        }), let name = projects[other]
      else { continue }
      let draft = inspection.draft
      inspection.report(
        "name-mismatch", .warning, at: row.name,
        Message(otherProject, .text(draft.string(row.name)), .text(draft.string(own))),
        related: [
          inspection.related(name, Message(theProject)), inspection.related(own, Message(ownProject)),
        ])
    }
  }

  /// Tells whether one of two names holds the other.
  private static func isPart(_ a: Slice, of b: Slice, _ units: Units) -> Bool {
    units.find(units.name(a), in: b) != nil || units.find(units.name(b), in: a) != nil
  }

  // MARK: Rates

  private static let rate: UInt16 = 0x7387
  private static let leastOthers = 2

  /// 资金使用合规 | ≥100%, where two other forms have 资金使用合规率.
  private static func rates(_ forms: DraftForms, _ inspection: inout Inspection) {
    let units = inspection.units
    let rows = forms.readings.flatMap(\.rows).filter { $0.goal?.dimension(units) == .percent }
    var named: [UInt64: [Slice]] = [:]
    var counts: [UInt64: Int] = [:]
    for row in rows where row.name.count >= shortestName {
      counts[units.key(row.name), default: 0] += 1
      guard units[row.name.upper - 1] == rate else { continue }
      named[units.key(Slice(row.name.lower, row.name.upper - 1)), default: []].append(row.name)
    }
    for row in rows where row.name.count >= shortestName && counts[units.key(row.name)] == 1 {
      guard let others = named[units.key(row.name)], others.count >= leastOthers, let first = others.first
      else { continue }
      let draft = inspection.draft
      let end = draft.range(row.name).upper
      inspection.report(
        "name-mismatch", .info, at: row.name,
        Message(noRate, .text(draft.string(row.name)), .text(draft.string(first))),
        related: [inspection.related(first, Message(FormPhrases.indicator))],
        fixes: [
          Fix(title: Message(complete), edits: [Edit(ByteRange(end, end), "率")], safety: .review)
        ])
    }
  }

  private static let otherProject = Phrase(
    "成本指标“{0}”是另一个项目的名称，本表的项目是“{1}”",
    "The cost “{0}” is named after another project: this form is about “{1}”")
  private static let theProject = Phrase("名称相同的项目", "The project of that name")
  private static let ownProject = Phrase("本表的项目", "The project of this form")
  private static let noRate = Phrase(
    "“{0}”的指标值是百分比，其他表写作“{1}”", "The target of “{0}” is a percentage; other forms have “{1}”")
  private static let complete = Phrase("补上“率”", "Add 率")
}

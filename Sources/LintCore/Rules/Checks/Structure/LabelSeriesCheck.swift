/// Finds the label above a table that does not fit the series of all others, such as 部门公开表9 among 预算公开表1, 2 and 3.
enum LabelSeriesCheck {
  static func run(_ inspection: inout Inspection) {
    let labels = TableLabel.all(inspection)
    guard labels.count >= 3 else { return }
    repeated(labels, &inspection)
    var counts: [UInt64: Int] = [:]
    for label in labels { counts[label.key, default: 0] += 1 }
    guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.value >= 2 else {
      return
    }
    let numbers = Set(labels.filter { $0.key == usual.key }.map(\.number))
    let others = labels.filter { $0.key != usual.key && !numbers.contains($0.number) }
    guard labels.count - usual.value == 1, let other = others.only,
      let example = labels.first(where: { $0.key == usual.key })
    else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: other.slice,
      Message(differs, .text(draft.string(other.slice)), .text(draft.string(example.words))),
      related: [inspection.related(example.slice, Message(usualLabel, .text(draft.string(example.slice))))])
  }

  /// 公开07表 above two tables with other titles, while another number of the series is missing.
  private static func repeated(_ labels: [TableLabel], _ inspection: inout Inspection) {
    let units = inspection.units
    let draft = inspection.draft
    for (index, label) in labels.enumerated().dropFirst() {
      let before = labels[index - 1]
      guard label.key == before.key, label.number == before.number, label.number > 1,
        units.key(label.title) != units.key(before.title)
      else { continue }
      let numbers = labels.filter { $0.key == label.key }.map(\.number)
      let next = index + 1 < labels.count ? labels[index + 1].number : label.number
      // The second should be one more, or the first one less: only where the series shows the gap.
      let isFirst = next == label.number + 1 && !numbers.contains(label.number - 1)
      guard isFirst || next == label.number + 2 && !numbers.contains(label.number + 1) else { continue }
      let wrong = isFirst ? before : label
      inspection.report(
        "numbering", .warning, at: wrong.slice,
        Message(
          twice, .text(draft.string(wrong.slice)), .count(isFirst ? label.number - 1 : label.number + 1)),
        related: [inspection.related((isFirst ? label : before).slice, Message(sameLabel))])
    }
  }

  private static let twice = Phrase(
    "表号“{0}”用了两次，此处应为第 {1} 号", "The label “{0}” is used twice; this should be number {1}")
  private static let sameLabel = Phrase("同一表号的另一张表", "The other table with this label")
  private static let differs = Phrase(
    "“{0}”与其他表的编号“{1}…”不一致", "“{0}” does not fit the labels of the other tables, “{1}…”")
  private static let usualLabel = Phrase("其他表：{0}", "Another table: {0}")
}

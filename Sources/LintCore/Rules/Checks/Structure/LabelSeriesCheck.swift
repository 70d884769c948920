/// Finds the label above a table that does not fit the series of all others, such as 部门公开表9 among 预算公开表1, 2 and 3.
enum LabelSeriesCheck {
  /// A label such as 预算公开表1.
  private struct Label {
    var slice: Slice
    /// The key of the words before the number.
    var key: UInt64
    var words: Slice
    var number: Int
  }

  static func run(_ inspection: inout Inspection) {
    let labels = labels(inspection)
    guard labels.count >= 3 else { return }
    var counts: [UInt64: Int] = [:]
    for label in labels { counts[label.key, default: 0] += 1 }
    guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.value >= 2 else {
      return
    }
    let numbers = Set(labels.filter { $0.key == usual.key }.map(\.number))
    let others = labels.filter { $0.key != usual.key && !numbers.contains($0.number) }
    guard others.count == 1, labels.count - usual.value == 1, let other = others.first,
      let example = labels.first(where: { $0.key == usual.key })
    else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: other.slice,
      Message(differs, .text(draft.string(other.slice)), .text(draft.string(example.words))),
      related: [inspection.related(example.slice, Message(usualLabel, .text(draft.string(example.slice))))])
  }

  private static func labels(_ inspection: Inspection) -> [Label] {
    let units = inspection.units
    var result: [Label] = []
    for table in inspection.draft.tables {
      guard let caption = table.captionLine else { continue }
      // The label stands above the title, perhaps with a blank line between.
      for line in max(0, caption - 4)..<caption {
        let slice = units.trimmed(inspection.draft.text.slice(ofLine: line))
        guard slice.count >= 4, slice.count <= 12, TableInfo.isLabel(units, slice) else { continue }
        var start = slice.upper
        while start > slice.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
        guard start < slice.upper, slice.upper - start <= 3 else { continue }
        var number = 0
        for i in start..<slice.upper { number = number * 10 + Int(units[i] - 0x30) }
        let words = Slice(slice.lower, start)
        result.append(Label(slice: slice, key: units.key(words), words: words, number: number))
      }
    }
    return result
  }

  private static let differs = Phrase(
    "“{0}”与其他表的编号“{1}…”不一致", "“{0}” does not fit the labels of the other tables, “{1}…”")
  private static let usualLabel = Phrase("其他表：{0}", "Another table: {0}")
}

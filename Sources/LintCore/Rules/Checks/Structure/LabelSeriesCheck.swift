/// Finds the label above a table that does not fit the series of all others, such as 部门公开表9 among 预算公开表1, 2 and 3.
enum LabelSeriesCheck {
  /// A label such as 预算公开表1.
  private struct Label {
    var slice: Slice
    /// The key of the words before the number.
    var key: UInt64
    var words: Slice
    var number: Int
    /// The title of the table below it.
    var title: Slice
  }

  static func run(_ inspection: inout Inspection) {
    let labels = labels(inspection)
    guard labels.count >= 3 else { return }
    repeated(labels, &inspection)
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

  /// 公开07表 above two tables with other titles, while another number of the series is missing.
  private static func repeated(_ labels: [Label], _ inspection: inout Inspection) {
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

  private static func labels(_ inspection: Inspection) -> [Label] {
    inspection.draft.tables.compactMap { table in
      guard let caption = table.captionLine else { return nil }
      // The label stands below the title, or above it, perhaps with a blank line between.
      // With TABs around it, it was read as a row above the head.
      let head =
        table.preambleRows < table.rowLines.count
        ? Int(table.rowLines[table.preambleRows]) : table.lines.lowerBound
      let below = caption + 1..<max(caption + 1, head)
      return label(in: below, table, inspection)
        ?? label(in: max(0, caption - 4)..<caption, table, inspection)
        ?? label(beginning: table, inspection.units)
    }
  }

  /// 表9 一般公共预算支出表: the label that a title begins with.
  private static func label(beginning table: Table, _ units: Units) -> Label? {
    guard let caption = table.caption, let length = units.lengthOfWord(starting: caption, anyOf: prefixes)
    else {
      return nil
    }
    let start = caption.lower + length
    var end = start
    var number = 0
    while end < caption.upper, end - start < 2, Unit.isDigit(units[end]) {
      number = number * 10 + Int(units[end] - 0x30)
      end += 1
    }
    var title = Slice(end, caption.upper)
    if !title.isEmpty,
      units[title.lower] == 0x3A || units[title.lower] == 0x3001 || units[title.lower] == 0x20
    {
      title.lower += 1
    }
    guard end > start, title.count >= 4, Unit.isIdeograph(units[title.lower]) else { return nil }
    let words = Slice(caption.lower, start)
    return Label(
      slice: Slice(caption.lower, end), key: units.key(words), words: words, number: number, title: title)
  }

  private static let prefixes = WordList(["表", "附表", "公开表"])

  private static func label(in lines: Range<Int>, _ table: Table, _ inspection: Inspection) -> Label? {
    let units = inspection.units
    for line in lines {
      let slice = units.trimmed(inspection.draft.text.slice(ofLine: line))
      guard slice.count >= 4, slice.count <= 12, TableInfo.isLabel(units, slice) else { continue }
      var end = slice.upper
      while end > slice.lower, units[end - 1] == 0x3A || units[end - 1] == 0x8868 { end -= 1 }
      var start = end
      while start > slice.lower, Unit.isDigit(units[start - 1]) { start -= 1 }
      guard start < end, end - start <= 3 else { continue }
      var number = 0
      for i in start..<end { number = number * 10 + Int(units[i] - 0x30) }
      let words = Slice(slice.lower, start)
      return Label(
        slice: slice, key: units.key(words), words: words, number: number, title: table.caption ?? slice)
    }
    return nil
  }

  private static let twice = Phrase(
    "表号“{0}”用了两次，此处应为第 {1} 号", "The label “{0}” is used twice; this should be number {1}")
  private static let sameLabel = Phrase("同一表号的另一张表", "The other table with this label")
  private static let differs = Phrase(
    "“{0}”与其他表的编号“{1}…”不一致", "“{0}” does not fit the labels of the other tables, “{1}…”")
  private static let usualLabel = Phrase("其他表：{0}", "Another table: {0}")
}

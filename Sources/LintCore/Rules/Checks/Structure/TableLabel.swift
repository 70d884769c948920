/// The label (表号) of a table, such as 预算公开表1, 公开07表 or 表五.
struct TableLabel {
  var slice: Slice
  /// The key of the words before the number.
  var key: UInt64
  var words: Slice
  var number: Int
  /// The title of the table below it.
  var title: Slice
  /// The index of the table.
  var table: Int

  /// The labels of the tables of a draft, in the order of the text.
  ///
  /// - Complexity: O(n) in the number of tables.
  static func all(_ inspection: Inspection) -> [TableLabel] {
    inspection.draft.tables.indices.compactMap { index in
      let table = inspection.draft.tables[index]
      guard let caption = table.captionLine else { return nil }
      // The label stands below the title, or above it, perhaps with a blank line between.
      // With TABs around it, it was read as a row above the head.
      let head =
        table.preambleRows < table.rowLines.count
        ? Int(table.rowLines[table.preambleRows]) : table.lines.lowerBound
      let below = caption + 1..<max(caption + 1, head)
      return label(in: below, index, inspection)
        ?? label(in: max(0, caption - 4)..<caption, index, inspection)
        ?? label(beginning: index, inspection)
    }
  }

  /// 表9 一般公共预算支出表: the label that a title begins with.
  private static func label(beginning index: Int, _ inspection: Inspection) -> TableLabel? {
    let units = inspection.units
    guard let caption = inspection.draft.tables[index].caption,
      let length = units.lengthOfWord(starting: caption, anyOf: prefixes),
      let (number, end) = OrdinalScanner.numeral(units, caption.lower + length, caption.upper), number < 100
    else { return nil }
    var title = Slice(end, caption.upper)
    // 表9 2025年政府采购表
    let isParted = !title.isEmpty && units[title.lower] == 0x20
    if !title.isEmpty,
      units[title.lower] == 0x3A || units[title.lower] == 0x3001 || units[title.lower] == 0x20
    {
      title.lower += 1
    }
    guard title.count >= 4,
      Unit.isIdeograph(units[title.lower]) || isParted && Unit.isDigit(units[title.lower])
    else { return nil }
    let words = Slice(caption.lower, caption.lower + length)
    return TableLabel(
      slice: Slice(caption.lower, end), key: units.key(words), words: words, number: number, title: title,
      table: index)
  }

  private static let prefixes = WordList(["表", "附表", "公开表"])

  private static func label(in lines: Range<Int>, _ index: Int, _ inspection: Inspection) -> TableLabel? {
    let units = inspection.units
    for line in lines {
      let slice = units.trimmed(inspection.draft.text.slice(ofLine: line))
      // 附件2 is no label of a table.
      guard slice.count >= 4 || units.starts(slice, withAnyOf: prefixes), slice.count <= 12,
        TableInfo.isLabel(units, slice)
      else { continue }
      var end = slice.upper
      while end > slice.lower, units[end - 1] == 0x3A || units[end - 1] == 0x8868 { end -= 1 }
      guard
        let start = slice.indices.first(where: { OrdinalScanner.numeral(units, $0, end)?.1 == end }),
        start > slice.lower, let (number, _) = OrdinalScanner.numeral(units, start, end), number < 1_000
      else { continue }
      let words = Slice(slice.lower, start)
      return TableLabel(
        slice: slice, key: units.key(words), words: words, number: number,
        title: inspection.draft.tables[index].caption ?? slice, table: index)
    }
    return nil
  }
}

/// Names of items a slip away from those of the tables: 资助国产电影放映（项）支出45万元, where the row with this figure is 资助国产影片放映.
///
/// Rule: `name-mismatch`. No row has the name of the text, one name of all items is next to it, and a row of that name states
/// the very figure.
enum ItemNames {
  static func check(
    _ name: Slice, _ claim: Int, _ index: FigureIndex, _ context: NarrativeContext,
    _ inspection: inout Inspection
  ) {
    let units = context.units
    let name = units.withoutTrailingBrackets(units.trimmed(name))
    guard lengths.contains(name.count), name.indices.allSatisfy({ isPlain(units[$0]) }),
      let stated = context.value(context[claim]), stated.exact > 0,
      index.rows(called: name, units).isEmpty,
      !index.bindings.contains(where: {
        $0.claim == claim && ($0.outcome == .otherName || $0.outcome == .otherCode)
      })
    else { return }
    var right: FigureIndex.Row?
    var isStated = false
    for row in index.rows where row.codeLength == 7 && isNear(row.label, name, units) {
      if let known = right, !units.areSame(known.label, row.label) { return }
      right = row
      isStated = isStated || states(row, stated, context)
    }
    guard let right, isStated, !inspection.hasReported("name-mismatch", touching: name) else { return }
    inspection.report(
      "name-mismatch", .warning, at: name,
      Message(phrase, .text(context.draft.string(name)), .text(context.draft.string(right.label))),
      related: [
        Related(context.draft.range(right.label), Message(Phrase("表中的名称", "The name in the table")))
      ], fixes: inspection.renaming([name], to: context.draft.string(right.label)))
  }

  /// Tells whether one of the figures of a row is a certain one.
  private static func states(
    _ row: FigureIndex.Row, _ stated: NarrativeContext.Value, _ context: NarrativeContext
  ) -> Bool {
    let table = context.draft.tables[row.table]
    return table.columns.indices.contains { column in
      let place = CellPlace(table: row.table, row: row.row, column: column)
      return table.cell(row.row, column)?.kind == .number && context.value(place)?.exact == stated.exact
    }
  }

  /// Tells whether a name is another with one or two neighboring signs changed, or one left out or put in.
  private static func isNear(_ label: Slice, _ name: Slice, _ units: Units) -> Bool {
    guard label.count + 1 >= name.count, name.count + 1 >= label.count, label.count >= lengths.lowerBound
    else {
      return false
    }
    let least = Swift.min(label.count, name.count)
    var head = 0
    while head < least, units[label.lower + head] == units[name.lower + head] { head += 1 }
    var tail = 0
    while tail < least - head, units[label.upper - 1 - tail] == units[name.upper - 1 - tail] { tail += 1 }
    let changed = Swift.max(label.count, name.count) - head - tail
    return changed >= 1 && changed <= (label.count == name.count ? 2 : 1) && head + tail >= 3
      && (head == 0 ? tail >= 4 : true)
  }

  private static func isPlain(_ unit: UInt16) -> Bool { Unit.isIdeograph(unit) || unit == 0x3001 }

  private static let lengths = 4...30
  private static let phrase = Phrase(
    "“{0}”与表中科目名称“{1}”不一致", "“{0}” is not the name of the item in the tables, “{1}”")
}

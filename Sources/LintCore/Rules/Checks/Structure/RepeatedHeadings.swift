/// Finds a heading that stands twice in one section.
///
/// Rule: `duplicate-item`.
enum RepeatedHeadings {
  /// Reports numbered headings of one section that have the same words, with something between them.
  static func check(_ inspection: inout Inspection) {
    let draft = inspection.draft
    var seen = KeyTable(minimumCapacity: draft.headings.count)
    for (index, heading) in draft.headings.enumerated() {
      guard heading.strength == .numbered, heading.title.count >= 4, heading.section < draft.sections.count,
        let ordinal = heading.ordinal, ordinal.style != .part,
        inspection.outline.role(heading.section) == .body
      else { continue }
      let parent = UInt64(draft.sections[heading.section].parent ?? 0)
      let key = inspection.units.key(heading.title) ^ parent &* 0x9E37_79B9 ^ UInt64(heading.rank) << 56
      guard let known = seen[key] else {
        seen[key] = Int32(truncatingIfNeeded: index)
        continue
      }
      let first = Int(known)
      // A heading that a page break repeats has the same number.
      guard
        draft.headings[first].ordinal.map({ $0.style != ordinal.style || $0.value != ordinal.value }) ?? true,
        inspection.units.key(draft.headings[first].title) == inspection.units.key(heading.title)
      else { continue }
      if differ(form(below: first, draft), form(below: index, draft), inspection.units) { continue }
      let title = draft.string(heading.title)
      inspection.report(
        "duplicate-item", .warning, at: heading.slice, Message(duplicate, .text(title)),
        related: [inspection.related(draft.headings[first].slice, Message(firstPlace, .text(title)))])
    }
  }

  private static let duplicate = Phrase("标题“{0}”重复", "The heading “{0}” stands twice")
  private static let firstPlace = Phrase("前一处：{0}", "The first: {0}")

  /// The form directly below a heading, with at most a short line such as （2025年度） between.
  private static func form(below heading: Int, _ draft: Draft) -> Table? {
    guard
      let at = draft.blocks.firstIndex(where: {
        if case .heading(heading) = $0 { true } else { false }
      })
    else { return nil }
    for block in draft.blocks[(at + 1)...].prefix(3) {
      switch block {
      case .table(let index): return draft.tables[index].layout == .form ? draft.tables[index] : nil
      case .paragraph(let index) where draft.paragraphs[index].slice.count <= longestLine: continue
      case .heading(let index) where isSubtitle(draft.headings[index]): continue
      case .paragraph, .heading: return nil
      }
    }
    return nil
  }

  /// （2025年度） below the title of a form, which stands on a line of its own as headings do.
  private static func isSubtitle(_ heading: Heading) -> Bool {
    heading.ordinal == nil && heading.slice.count <= longestLine
  }

  private static let longestLine = 16

  /// Tells whether two forms are of two projects: 三、项目支出绩效目标表, and 四、 of the same title with another
  /// 项目名称 in its first row.
  private static func differ(_ first: Table?, _ second: Table?, _ units: Units) -> Bool {
    guard let first, let second, first.rowCount > 0, second.rowCount > 0 else { return false }
    let rows = [first, second].map { form in
      (0..<form.width(ofRow: 0)).compactMap { form.cell(0, $0)?.slice }.filter { !$0.isEmpty }
    }
    guard rows[0].count >= 2, rows[1].count >= 2, units.areSame(rows[0][0], rows[1][0]) else { return false }
    return rows[0].count != rows[1].count || !zip(rows[0], rows[1]).allSatisfy { units.areSame($0, $1) }
  }
}

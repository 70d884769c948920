/// The title that has lost its number where the numbers of a sequence jump: （一）评价结论 … 存在问题 … （三）改进建议.
enum UnnumberedTitles {
  /// The lines between two items that may be titles without their numbers.
  ///
  /// Complexity: O(headings + paragraphs).
  static func all(
    between first: NumberedItem, and last: NumberedItem, _ inspection: Inspection
  ) -> [Slice] {
    let (draft, units) = (inspection.draft, inspection.units)
    let isTable = inspection.outline.isTableHeading
    let isPart = last.ordinal.style == .part
    guard last.ordinal.style <= .chineseInBrackets else { return [] }
    func isBetween(_ line: Slice) -> Bool {
      line.lower > first.slice.upper && line.upper <= last.slice.lower
    }
    let headings = draft.headings.indices.filter { index in
      let heading = draft.headings[index]
      return isBetween(heading.slice) && heading.ordinal == nil && !isTable[index]
        && (isPart ? isChapter(heading, units) : heading.strength == .bare)
    }.map { draft.headings[$0].slice }
    guard !isPart else { return headings }
    let lines = draft.paragraphs.filter {
      isBetween($0.slice) && $0.ordinal == nil && isTitle($0.slice, units)
    }
    return headings + lines.map(\.slice)
  }

  /// Tells whether a heading without a number begins a chapter: 名词解释.
  private static func isChapter(_ heading: Heading, _ units: Units) -> Bool {
    heading.rank == 0 || units.equals(anyOf: chapters, heading.title)
  }

  private static func isTitle(_ line: Slice, _ units: Units) -> Bool {
    lengths.contains(line.count) && line.indices.allSatisfy { Unit.isIdeograph(units[$0]) }
  }

  /// The lengths of titles, in units.
  private static let lengths = 4...16
  private static let chapters = WordList([
    "名词解释", "专业名词解释", "专业性名词解释", "部门概况", "单位概况", "部门基本情况", "单位基本情况", "附件", "附表", "部门预算表", "部门决算表", "单位预算表",
    "单位决算表", "部门预算情况说明", "部门决算情况说明", "单位预算情况说明", "单位决算情况说明",
  ])
}

/// 一般公共服务支出（201）市场监督管理事务（21038）行政运行（2013801）: one code of a path that the two others contradict.
///
/// Rule: `code-name`.
enum CodePath {
  /// - Parameter path: The codes of 类, 款 and 项 behind their names, one after the other.
  static func check(_ path: [Slice], _ inspection: inout Inspection) {
    guard path.count == 3, path[0].count == 3 else { return }
    let units = inspection.units
    func starts(_ long: Slice, with short: Slice) -> Bool {
      units.areSame(Slice(long.lower, long.lower + short.count), short)
    }
    let (classAndGroup, groupAndItem, classAndItem) = (
      starts(path[1], with: path[0]), starts(path[2], with: path[1]), starts(path[2], with: path[0])
    )
    let wrong: Slice
    let right: Slice
    switch (classAndGroup, groupAndItem, classAndItem) {
    case (false, false, true): (wrong, right) = (path[1], Slice(path[2].lower, path[2].lower + 5))
    case (false, true, false): (wrong, right) = (path[0], Slice(path[2].lower, path[2].lower + 3))
    default: return
    }
    let draft = inspection.draft
    inspection.report(
      "code-name", .warning, at: wrong,
      Message(differs, .text(draft.string(wrong)), .text(draft.string(path[2]))),
      related: [inspection.related(path[2], Message(below))],
      fixes: [
        Fix(
          title: Message(FixPhrases.change, .text(draft.string(right))),
          edits: [Edit(draft.range(wrong), draft.string(right))], safety: .review)
      ])
  }

  private static let differs = Phrase(
    "科目编码 {0} 与其下的 {1} 不符", "The code {0} is not the beginning of {1}, which stands below it")
  private static let below = Phrase("下一级科目", "The subject below")
}

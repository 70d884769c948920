/// “甲专项经费”项目绩效自评综述, where the form of the only project without a summary is called 甲经费.
///
/// Rule: `name-mismatch`.
enum FormSummaries {
  private static let markers = WordList(["项目绩效自评综述", "项目自评综述", "绩效自评综述", "项目绩效自评情况", "项目绩效自评结果"])
  private static let project: Word = "项目"
  private static let whole: Word = "整体"
  private static let quotes: Set<UInt16> = [0x201C, 0x201D, 0x22, 0x300A, 0x300B]
  private static let lengths = 5...40

  static func check(_ forms: [Table], _ inspection: inout Inspection) {
    let units = inspection.units
    let names = forms.compactMap { $0.project(units) }
    guard names.count >= 2 else { return }
    var told: [Slice] = []
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() {
      _ = inspection.has(.summary, in: paragraph.slice, ofParagraph: index) { _ in
        guard let name = summary(paragraph, units) else { return false }
        told.append(name)
        return true
      }
    }
    let keys = Set(names.map { units.key(bare($0, units)) })
    let strange = told.filter { !keys.contains(units.key($0)) }
    let toldKeys = Set(told.map { units.key($0) })
    let untold = names.filter { !toldKeys.contains(units.key(bare($0, units))) }
    guard told.count == names.count, let name = strange.only,
      let right = untold.only.map({ bare($0, units) }), inspection.standsOnce(name),
      isAlike(name, right, units),
      !inspection.hasReported("name-mismatch", at: name)
    else { return }
    inspection.report(name, otherThan: right, differs, at: ofForm)
  }

  private static func isAlike(_ a: Slice, _ b: Slice, _ units: Units) -> Bool {
    let (prefix, suffix) = units.shared(a, b)
    return prefix >= 2 && prefix + suffix >= 4 && prefix + suffix >= Swift.min(a.count, b.count) / 2
  }

  /// The name that opens a paragraph and is followed by 项目绩效自评综述.
  private static func summary(_ paragraph: Paragraph, _ units: Units) -> Slice? {
    let start = paragraph.slice.lower + (paragraph.ordinal?.length ?? 0)
    let text = Slice(start, Swift.min(paragraph.slice.upper, start + lengths.upperBound + 12))
    for marker in markers {
      guard let at = units.find(marker, in: text) else { continue }
      let name = bare(Slice(start, at), units)
      guard lengths.contains(name.count), !units.contains(whole, in: name),
        name.indices.allSatisfy({ !Unit.endsClause(units[$0]) })
      else {
        return nil
      }
      return name
    }
    return nil
  }

  /// A name without quotation marks and without 项目 at its end.
  private static func bare(_ name: Slice, _ units: Units) -> Slice {
    var name = units.trimmed(name)
    while !name.isEmpty, quotes.contains(units[name.lower]) { name.lower += 1 }
    while !name.isEmpty, quotes.contains(units[name.upper - 1]) { name.upper -= 1 }
    if units.ends(name, with: project), name.count > project.count + 2 { name.upper -= project.count }
    return name
  }

  private static let differs = Phrase(
    "自评综述的项目名称为“{0}”，该项目的表中为“{1}”", "The summary names the project “{0}”, its form “{1}”")
  private static let ofForm = Phrase("表中的项目名称", "The name in the form")
}

/// What a ``DraftParser`` leaves behind when its view of the units ends.
struct ParsedDraft {
  var blocks: [Block]
  var headings: [Heading]
  var sections: [Section]
  var paragraphs: [Paragraph]
  var found: [FoundTable]
  var contents: Contents?
  var isStripped: Bool
  var marks: LineMarks
  /// What was read from the tables that were found.
  var tables: [Table] = []
}

extension DraftParser {
  /// What was read, without the view of the units.
  func product() -> ParsedDraft {
    ParsedDraft(
      blocks: blocks, headings: headings, sections: sections, paragraphs: paragraphs, found: tables,
      contents: contents, isStripped: isStripped, marks: marks)
  }
}

/// Gives each table the paragraphs directly below it that speak of it.
enum NoteBinder {
  private static let starts = WordList([
    "注:", "注1", "备注", "说明:", "附注", "(注", "注释:", "本表", "此表", "本部门", "本单位", "我单位", "我部门", "空表", "无此", "表为空",
    "该表",
  ])

  static func bind(_ draft: inout ParsedDraft, _ text: FoldedText) {
    text.units.withUnsafeBufferPointer { units in
      var table: Int?
      var taken = 0
      for block in draft.blocks {
        switch block {
        case .table(let index):
          table = index
          taken = 0
        case .heading:
          table = nil
        case .paragraph(let index):
          guard let open = table, taken < 4, isNote(draft.paragraphs[index], units, isFirst: taken == 0)
          else {
            table = nil
            continue
          }
          draft.tables[open].notes.append(index)
          taken += 1
        }
      }
    }
  }

  private static func isNote(_ paragraph: Paragraph, _ units: Units, isFirst: Bool) -> Bool {
    let slice = paragraph.slice
    if units.starts(slice, withAnyOf: starts) { return true }
    // The second and later notes are numbered, or short.
    return !isFirst && (paragraph.ordinal != nil && slice.count < 120)
  }
}

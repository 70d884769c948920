/// Tells for each table how many figures took part in an identity, and which did not and why.
enum CoverageReport {
  /// How many unchecked figures of a table the text names.
  private static let named = 12

  /// The coverage of a draft as text, one line a table and one a reason.
  static func text(_ draft: CheckedDraft, _ context: ReportContext) -> String {
    let source = draft.result.draft.source
    let tables = draft.result.draft.coverage()
    let figures = tables.reduce(0) { $0 + $1.figures }
    let covered = tables.reduce(0) { $0 + $1.covered }
    var out = context.say("核对范围：", "coverage: ") + draft.path.shownInTerminal
    out += context.say(
      "，\(tables.count) 张表中 \(covered)/\(figures) 个数字参与核对\n",
      ", \(covered) of \(figures) figures in \(tables.count) tables checked\n")
    for table in tables {
      let title = table.title.isEmpty ? context.say("（无表名）", "(untitled)") : table.title
      out += "  \(table.line + 1)  \(title.shownInTerminal)  \(table.covered)/\(table.figures)\n"
      for reason in TableCoverage.Reason.allCases {
        let list = table.uncovered.filter { $0.reason == reason }
        guard !list.isEmpty else { continue }
        let places = list.prefix(named).map { figure in
          "\(source.place(at: figure.range.lower).line):\(source.string(figure.range).shownInTerminal)"
        }
        let more =
          list.count > named ? context.say(" 等 \(list.count) 个", " and more, \(list.count) in all") : ""
        out += "      \(reason.text.text(context.language)): \(places.joined(separator: " "))\(more)\n"
      }
    }
    return out
  }

  /// The coverage of a draft as a JSON array.
  static func write(_ draft: CheckedDraft, to writer: inout JSONWriter) {
    let source = draft.result.draft.source
    writer.array { writer in
      for table in draft.result.draft.coverage() {
        writer.object { writer in
          writer.field("title", table.title)
          writer.field("line", table.line + 1)
          writer.field("figures", table.figures)
          writer.field("covered", table.covered)
          writer.key("uncovered")
          writer.array { writer in
            for figure in table.uncovered {
              writer.object { writer in
                writer.field("reason", figure.reason.rawValue)
                JSONReport.write(figure.range, of: source, to: &writer)
              }
            }
          }
        }
      }
    }
  }
}

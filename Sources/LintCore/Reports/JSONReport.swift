extension Report {
  /// One JSON object; its layout is a contract with the programs that read it.
  ///
  /// A place in another draft has the `path` of that draft beside its `range`.
  ///
  ///     {"version": 1,
  ///      "files": [{"path": "...", "profile": "department-budget",
  ///                 "findings": [{"rule": "...", "category": "...", "severity": "error", "message": "...",
  ///                               "range": {"start": {"line": 1, "column": 1}, "end": {...}},
  ///                               "related": [{"message": "...", "range": {...}}]}]}],
  ///      "summary": {"files": 1, "error": 0, "warning": 0, "info": 0}}
  ///
  /// Lines and columns start at 1, columns count Unicode scalars, and the end is exclusive. A file that could not be
  /// checked has no findings but an `error`, and the summary then counts them as `failed`; with a baseline it has the
  /// numbers of findings that are `known` and `fixed`.
  public static let json = Report(
    name: "json",
    opening: { _ in Array("{\"version\":1,\"files\":[\n".utf8) },
    piece: { draft, context in JSONReport.file(draft, context) },
    separator: Array(",\n".utf8),
    closing: { summary, _ in
      var writer = JSONWriter(appendingTo: Array("\n],\"summary\":".utf8))
      writer.object { summary.write(to: &$0) }
      return writer.bytes + Array("}\n".utf8)
    },
    failure: { failed, _ in JSONReport.file(failed) }
  )

  /// The files of ``json``, one object a line, each written as soon as it is checked.
  public static let jsonLines = Report(
    name: "jsonl",
    opening: { _ in [] },
    piece: { draft, context in JSONReport.file(draft, context) + [0x0A] },
    separator: [],
    closing: { _, _ in [] },
    failure: { failed, _ in JSONReport.file(failed) + [0x0A] }
  )
}

extension ReportSummary {
  /// Writes the members of the summary.
  func write(to writer: inout JSONWriter) {
    writer.field("files", files)
    for severity in Severity.allCases.reversed() { writer.field(severity.name, count(severity)) }
    if !failures.isEmpty { writer.field("failed", failures.count) }
    if known + fixed > 0 {
      writer.field("known", known)
      writer.field("fixed", fixed)
    }
  }
}

/// Writes findings as JSON.
enum JSONReport {
  /// The object of an input that could not be checked.
  static func file(_ failed: FailedInput) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("path", failed.path)
      writer.key("profile")
      writer.null()
      writer.key("findings")
      writer.array { _ in }
      writer.field("error", failed.reason)
    }
    return writer.bytes
  }

  /// The object of one draft.
  static func file(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    var writer = JSONWriter()
    let source = draft.result.draft.source
    writer.object { writer in
      writer.field("path", draft.path)
      writer.key("profile")
      if let profile = draft.result.profile { writer.string(profile) } else { writer.null() }
      writer.key("findings")
      writer.array { writer in
        for finding in draft.result.findings { write(finding, of: source, context, to: &writer) }
      }
      if context.coverage {
        writer.key("coverage")
        CoverageReport.write(draft, to: &writer)
      }
    }
    return writer.bytes
  }

  private static func write(
    _ finding: Finding, of source: SourceText, _ context: ReportContext, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("rule", finding.rule)
      writer.field("category", context.categories[finding.rule] ?? "")
      writer.field("severity", finding.severity.name)
      writer.field("message", finding.message.text(context.language))
      write(finding.range, of: source, to: &writer)
      writer.key("related")
      writer.array { writer in
        for item in finding.related {
          writer.object { writer in
            writer.field("message", item.message.text(context.language))
            write(item.range, of: source, to: &writer)
          }
        }
        for item in finding.elsewhere {
          writer.object { writer in
            writer.field("message", item.message.text(context.language))
            writer.field("path", item.path)
            write(item.start, item.end, to: &writer)
          }
        }
      }
    }
  }

  static func write(_ range: ByteRange, of source: SourceText, to writer: inout JSONWriter) {
    let places = source.places(of: range)
    write(places.start, places.end, to: &writer)
  }

  private static func write(_ start: LineColumn, _ end: LineColumn, to writer: inout JSONWriter) {
    writer.key("range")
    writer.object { writer in
      write(start, as: "start", to: &writer)
      write(end, as: "end", to: &writer)
    }
  }

  private static func write(_ place: LineColumn, as name: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.field("line", place.line)
      writer.field("column", place.column)
    }
  }
}

extension Report {
  /// The workflow commands that GitHub Actions shows as annotations of a change.
  public static let github = Report(
    name: "github",
    opening: { _ in [] },
    piece: { draft, context in GitHubReport.piece(draft, context) },
    separator: [],
    closing: { _, _ in [] },
    failure: { failed, context in GitHubReport.piece(failed, context) }
  )

  /// The code quality report of GitLab.
  public static let gitlab = Report(
    name: "gitlab",
    opening: { _ in Array("[\n".utf8) },
    piece: { draft, context in GitLabReport.piece(draft, context) },
    separator: Array(",\n".utf8),
    closing: { _, _ in Array("\n]\n".utf8) },
    failure: { failed, context in GitLabReport.piece(failed, context) }
  )

  /// The diagnostic format of reviewdog.
  public static let rdjson = Report(
    name: "rdjson",
    opening: { _ in Array("{\"source\":{\"name\":\"lint-rules\"},\"diagnostics\":[\n".utf8) },
    piece: { draft, context in ReviewdogReport.piece(draft, context) },
    separator: Array(",\n".utf8),
    closing: { _, _ in Array("\n]}\n".utf8) },
    failure: { failed, context in ReviewdogReport.piece(failed, context) }
  )
}

extension FailedInput {
  /// What stands in place of a rule where a format wants one.
  static let rule = "input"
}

private enum GitHubReport {
  static func piece(_ failed: FailedInput, _ context: ReportContext) -> [UInt8] {
    let path = property(context.clean(failed.path))
    return Array("::error file=\(path),title=\(FailedInput.rule)::\(data(failed.reason))\n".utf8)
  }

  static func piece(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    let source = draft.result.draft.source
    let path = context.clean(draft.path)
    var out = ""
    for finding in draft.result.findings {
      let places = source.places(of: finding.range)
      out += "::\(command(finding.severity)) file=\(property(path)),line=\(places.start.line)"
      // A service that gets columns of a range over several lines refuses the whole annotation.
      if places.start.line == places.end.line {
        out += ",col=\(places.start.column),endColumn=\(places.end.column)"
      } else {
        out += ",endLine=\(places.end.line)"
      }
      out += ",title=\(property(finding.rule))::\(data(finding.sentence(context.language)))\n"
    }
    return Array(out.utf8)
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// The text with what would end a message replaced: nothing from a draft may start a command of its own.
  private static func data(_ text: String) -> String { escape(text, isProperty: false) }
  private static func property(_ text: String) -> String { escape(text, isProperty: true) }

  private static func escape(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(DisplayColumns.shown(scalar))
      }
    }
    return out
  }
}

private enum GitLabReport {
  static func piece(_ failed: FailedInput, _ context: ReportContext) -> [UInt8] {
    let path = context.clean(failed.path)
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("description", failed.reason)
      writer.field("check_name", FailedInput.rule)
      writer.field("fingerprint", FailedInput.rule + ":" + path)
      writer.field("severity", "blocker")
      writeLocation(path, 1, 1, to: &writer)
    }
    return writer.bytes
  }

  private static func writeLocation(
    _ path: String, _ begin: Int, _ end: Int, to writer: inout JSONWriter
  ) {
    writer.key("location")
    writer.object { writer in
      writer.field("path", path)
      writer.key("lines")
      writer.object { writer in
        writer.field("begin", begin)
        writer.field("end", end)
      }
    }
  }

  static func piece(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    let source = draft.result.draft.source
    let path = context.clean(draft.path)
    var out: [UInt8] = []
    for (finding, fingerprint) in zip(draft.result.findings, Fingerprint.all(of: draft.result)) {
      if !out.isEmpty { out += [0x2C, 0x0A] }
      let places = source.places(of: finding.range)
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("description", finding.sentence(context.language))
        writer.field("check_name", finding.rule)
        // The service wants fingerprints that are unique in the report: two drafts may have the same mistake.
        writer.field("fingerprint", fingerprint.text + ":" + path)
        writer.field("severity", severity(finding.severity))
        writer.key("categories")
        writer.array { $0.string(context.categories[finding.rule] ?? "") }
        writeLocation(path, places.start.line, places.end.line, to: &writer)
      }
      out += writer.bytes
    }
    return out
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }
}

private enum ReviewdogReport {
  static func piece(_ failed: FailedInput, _ context: ReportContext) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("message", failed.reason)
      writer.field("severity", severity(.error))
      writer.key("code")
      writer.object { $0.field("value", FailedInput.rule) }
      writer.key("location")
      writer.object { $0.field("path", context.clean(failed.path)) }
    }
    return writer.bytes
  }

  static func piece(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    let source = draft.result.draft.source
    let path = context.clean(draft.path)
    var out: [UInt8] = []
    for finding in draft.result.findings {
      if !out.isEmpty { out += [0x2C, 0x0A] }
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("message", finding.message.text(context.language))
        writer.field("severity", severity(finding.severity))
        writer.key("code")
        writer.object { $0.field("value", finding.rule) }
        writeLocation(path, finding.range, source, to: &writer)
        writeSuggestions(finding.fixes, source, to: &writer)
        writer.key("relatedLocations")
        writer.array { writer in
          for item in finding.related {
            writer.object { writer in
              writer.field("message", item.message.text(context.language))
              writeLocation(path, item.range, source, to: &writer)
            }
          }
          for item in finding.elsewhere { write(item, context, to: &writer) }
        }
      }
      out += writer.bytes
    }
    return out
  }

  /// A place in another draft by its lines: the format counts bytes in columns, and the line is not at hand.
  private static func write(_ item: Elsewhere, _ context: ReportContext, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("message", item.message.text(context.language))
      writer.key("location")
      writer.object { writer in
        writer.field("path", context.clean(item.path))
        writer.key("range")
        writer.object { writer in
          for (name, line) in [("start", item.start.line), ("end", item.end.line)] {
            writer.key(name)
            writer.object { $0.field("line", line) }
          }
        }
      }
    }
  }

  private static func writeSuggestions(_ fixes: [Fix], _ source: SourceText, to writer: inout JSONWriter) {
    writer.key("suggestions")
    writer.array { writer in
      // A suggestion is one replacement: a fix of several would be offered by halves.
      for fix in fixes where fix.edits.count == 1 {
        for edit in fix.edits {
          writer.object { writer in
            writeRange(edit.range, source, to: &writer)
            writer.field("text", edit.text)
          }
        }
      }
    }
  }

  private static func writeLocation(
    _ path: String, _ range: ByteRange, _ source: SourceText, to writer: inout JSONWriter
  ) {
    writer.key("location")
    writer.object { writer in
      writer.field("path", path)
      writeRange(range, source, to: &writer)
    }
  }

  /// Writes a range with columns in bytes of UTF-8, as the format counts them.
  private static func writeRange(_ range: ByteRange, _ source: SourceText, to writer: inout JSONWriter) {
    writer.key("range")
    writer.object { writer in
      for (name, offset) in [("start", range.lower), ("end", range.upper)] {
        let line = source.line(at: offset)
        let bytes = source.range(ofLine: line)
        writer.key(name)
        writer.object { writer in
          writer.field("line", line + 1)
          writer.field("column", Swift.max(0, Swift.min(offset, bytes.upper) - bytes.lower) + 1)
        }
      }
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}

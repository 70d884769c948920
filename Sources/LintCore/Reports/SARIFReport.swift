extension Report {
  /// The Static Analysis Results Interchange Format, version 2.1.0, as code scanning services read it.
  public static let sarif = Report(
    name: "sarif",
    opening: { context in SARIFReport(context: context).opening() },
    piece: { draft, context in SARIFReport(context: context).piece(draft) },
    separator: Array(",\n".utf8),
    closing: { summary, context in SARIFReport(context: context).closing(summary) }
  )
}

private struct SARIFReport {
  let context: ReportContext

  func opening() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.field("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.field("name", "lint-rules")
        writer.field("version", context.version)
        writer.field("semanticVersion", context.version)
        writer.field("language", context.language == .chinese ? "zh-CN" : "en-US")
        writer.key("rules")
        writer.array { writer in for rule in context.book.rules { write(rule, to: &writer) } }
      }
    }
    // Columns count code points here as everywhere in the reports.
    writer.field("columnKind", "unicodeCodePoints")
    writer.key("results")
    return writer.bytes + Array("[\n".utf8)
  }

  private func write(_ rule: Rule, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", rule.id)
      write(text: rule.title.text(context.language), as: "shortDescription", to: &writer)
      write(text: rule.what.text(context.language), as: "fullDescription", to: &writer)
      let help = [rule.what, rule.why, rule.basis].map { $0.text(context.language) }
      write(text: help.filter { !$0.isEmpty }.joined(separator: "\n\n"), as: "help", to: &writer)
      writer.key("defaultConfiguration")
      writer.object { $0.field("level", Self.level(rule.severity)) }
      writer.key("properties")
      writer.object { writer in
        writer.key("tags")
        writer.array { $0.string(rule.category) }
      }
    }
  }

  func closing(_ summary: ReportSummary) -> [UInt8] {
    var writer = JSONWriter(appendingTo: Array("\n],\"invocations\":".utf8))
    writer.array { writer in
      writer.object { writer in
        writer.key("executionSuccessful")
        writer.bool(summary.failures.isEmpty)
        writer.key("toolExecutionNotifications")
        writer.array { writer in
          for failure in summary.failures { writer.object { write(failure, to: &$0) } }
        }
      }
    }
    if summary.known + summary.fixed > 0 {
      writer.key("properties")
      writer.object { writer in
        writer.field("known", summary.known)
        writer.field("fixed", summary.fixed)
      }
    }
    return writer.bytes + Array("}]}\n".utf8)
  }

  private func write(_ failure: FailedInput, to writer: inout JSONWriter) {
    writer.field("level", "error")
    write(text: failure.reason, as: "message", to: &writer)
    writer.key("locations")
    writer.array { writer in
      writer.object { writer in
        writer.key("physicalLocation")
        writer.object { writeArtifact(failure.path, to: &$0) }
      }
    }
  }

  func piece(_ draft: CheckedDraft) -> [UInt8] {
    let findings = draft.result.findings
    let fingerprints = Fingerprint.all(of: draft.result)
    var out: [UInt8] = []
    for (finding, fingerprint) in zip(findings, fingerprints) {
      if !out.isEmpty { out += [0x2C, 0x0A] }
      var writer = JSONWriter()
      write(finding, fingerprint, of: draft, to: &writer)
      out += writer.bytes
    }
    return out
  }

  private func write(
    _ finding: Finding, _ fingerprint: Fingerprint, of draft: CheckedDraft, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("ruleId", finding.rule)
      if let index = context.ruleIndices[finding.rule] { writer.field("ruleIndex", index) }
      writer.field("level", Self.level(finding.severity))
      write(text: finding.message.text(context.language), as: "message", to: &writer)
      writer.key("locations")
      writer.array { writer in
        writer.object { writer in writeLocation(finding.range, of: draft, to: &writer) }
      }
      if !finding.related.isEmpty || !finding.elsewhere.isEmpty {
        writer.key("relatedLocations")
        writer.array { writer in writeRelated(finding, of: draft, to: &writer) }
      }
      writer.key("partialFingerprints")
      writer.object { $0.field("lintRules/v1", fingerprint.text) }
      if !finding.fixes.isEmpty { write(finding.fixes, of: draft, to: &writer) }
    }
  }

  private func writeRelated(_ finding: Finding, of draft: CheckedDraft, to writer: inout JSONWriter) {
    for (index, item) in finding.related.enumerated() {
      writer.object { writer in
        writer.field("id", index + 1)
        writeLocation(item.range, of: draft, to: &writer)
        write(text: item.message.text(context.language), as: "message", to: &writer)
      }
    }
    for (index, item) in finding.elsewhere.enumerated() {
      writer.object { writer in
        writer.field("id", finding.related.count + index + 1)
        writer.key("physicalLocation")
        writer.object { writer in
          writeArtifact(item.path, to: &writer)
          writeRegion(item.start, item.end, as: "region", to: &writer)
        }
        write(text: item.message.text(context.language), as: "message", to: &writer)
      }
    }
  }

  private func write(_ fixes: [Fix], of draft: CheckedDraft, to writer: inout JSONWriter) {
    writer.key("fixes")
    writer.array { writer in
      for fix in fixes {
        writer.object { writer in
          write(text: fix.title.text(context.language), as: "description", to: &writer)
          writer.key("artifactChanges")
          writer.array { writer in
            writer.object { writer in
              writeArtifact(draft.path, to: &writer)
              writer.key("replacements")
              writer.array { writer in
                for edit in fix.edits {
                  writer.object { writer in
                    writeRegion(edit.range, as: "deletedRegion", of: draft, to: &writer)
                    write(text: edit.text, as: "insertedContent", to: &writer)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func writeLocation(_ range: ByteRange, of draft: CheckedDraft, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writeArtifact(draft.path, to: &writer)
      writeRegion(range, as: "region", of: draft, to: &writer)
    }
  }

  private func writeArtifact(_ path: String, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { writer in
      let path = context.clean(path)
      writer.field("uri", ReportPath.uri(path))
      if !path.hasPrefix("/") { writer.field("uriBaseId", "%SRCROOT%") }
    }
  }

  private func writeRegion(
    _ range: ByteRange, as name: String, of draft: CheckedDraft, to writer: inout JSONWriter
  ) {
    let places = draft.result.draft.source.places(of: range)
    writeRegion(places.start, places.end, as: name, to: &writer)
  }

  private func writeRegion(
    _ start: LineColumn, _ end: LineColumn, as name: String, to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.object { writer in
      writer.field("startLine", start.line)
      writer.field("startColumn", start.column)
      writer.field("endLine", end.line)
      writer.field("endColumn", end.column)
    }
  }

  private func write(text: String, as name: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.object { $0.field("text", text) }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}

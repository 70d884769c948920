import LintCore

/// A draft that is not open, as it was last read from the disk.
struct ClosedDraft: Sendable {
  /// What the disk said of the file then.
  let stamp: UInt64
  /// The name of the report, which covers the text, the rules and the settings.
  let resultID: String
}

/// Diagnostics for clients that ask for them.
extension Server {
  /// Answers for one document; one that is not open has nothing to report.
  func documentDiagnostic(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    guard let document = documents[uri], let checked = checked(uri) else {
      return Answer { writer in
        writer.object { writer in
          writer.field("kind", "full")
          writer.arrayField("items") { _ in }
        }
      }
    }
    var result = checked.result
    result.show(settle(uri, checked))
    let isHeld = result.findings.count < checked.result.findings.count
    let id = resultID(of: document.buffer.bytes) + (isHeld ? "-\(result.findings.count)" : "")
    let isKnown = params["previousResultId"]?.string == id
    return Answer { writer in
      writer.object { writeReport(result, document.uri.spelling, id, isKnown: isKnown, to: &$0) }
    }
  }

  /// The members of a report: `unchanged` if the client has it already.
  func writeReport(
    _ result: LintResult?, _ uri: String, _ id: String, isKnown: Bool, to writer: inout JSONWriter
  ) {
    writer.field("kind", isKnown ? "unchanged" : "full")
    writer.field("resultId", id)
    guard !isKnown, let result else { return }
    var diagnostics = diagnosticWriter(DocumentURI(uri), uri, result.draft.source)
    writer.arrayField("items") { writer in
      for finding in result.findings { diagnostics.write(finding, to: &writer) }
    }
  }

  /// The name of what is reported about a text: the same text under the same rules has the same name.
  func resultID(of bytes: [UInt8]) -> String {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(bytes.count)
    hasher.combine(epoch)
    return String(UInt(bitPattern: hasher.finalize()), radix: 36)
  }
}

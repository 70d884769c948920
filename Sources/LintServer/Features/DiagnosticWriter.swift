import LintCore

/// Writes findings as the diagnostics of one document.
struct DiagnosticWriter {
  private let uri: String
  private let language: Language
  private let client: ClientCapabilities
  /// The address of the rules' explanations, if the user set one.
  private let documentation: String?
  private var places: PositionMapper
  /// Related places run ahead of the findings and back, so they are mapped apart.
  private var relatedPlaces: PositionMapper

  /// Creates a writer for a document.
  init(
    uri: String, source: SourceText, encoding: PositionEncoding, language: Language,
    client: ClientCapabilities, documentation: String?
  ) {
    self.uri = uri
    self.language = language
    self.client = client
    self.documentation = documentation
    self.places = PositionMapper(source, encoding)
    self.relatedPlaces = PositionMapper(source, encoding)
  }

  /// Writes a finding.
  mutating func write(_ finding: Finding, to writer: inout JSONWriter) {
    let range = places.range(of: finding.range)
    writer.beginObject()
    writer.key("range")
    writer.range(range)
    writer.field("severity", finding.severity.protocolNumber)
    writer.field("code", finding.rule)
    if client.codeDescription {
      writer.objectField("codeDescription") {
        $0.field("href", RuleLink.href(of: finding.rule, documentation))
      }
    }
    writer.field("source", "lint-rules")
    writer.key("message")
    writer.string(utf8: finding.message.utf8(language))
    if client.relatedInformation, !finding.related.isEmpty { writeRelated(finding, range, to: &writer) }
    writer.endObject()
  }

  private mutating func writeRelated(_ finding: Finding, _ range: PositionRange, to writer: inout JSONWriter)
  {
    let shown = finding.related.prefix(Server.relatedLimit)
    writer.key("relatedInformation")
    writer.beginArray()
    for place in shown {
      writeRelated(relatedPlaces.range(of: place.range), place.message, to: &writer)
    }
    let rest = finding.related.count - shown.count
    if rest > 0 { writeRelated(range, Message(Self.more, .count(rest)), to: &writer) }
    writer.endArray()
  }

  private func writeRelated(_ range: PositionRange, _ message: Message, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.objectField("location") { writer in
      writer.field("uri", uri)
      writer.key("range")
      writer.range(range)
    }
    writer.key("message")
    writer.string(utf8: message.utf8(language))
    writer.endObject()
  }

  /// Closes a list of places which is too long to be sent whole.
  private static let more = Phrase("另有 {0} 处，未逐一列出", "and {0} more places, not listed")
}

/// Links from a diagnostic to what its rule means.
enum RuleLink {
  /// The address of a rule's explanation, with every character that an address cannot hold escaped.
  ///
  /// Without an address of the user's it is a URI of our own, which the extension for VS Code opens.
  static func href(of rule: String, _ documentation: String?) -> String {
    let name = DocumentURI.escape(rule)
    guard let documentation else { return "lint-rules:rules/" + name }
    return DocumentURI.asciiOnly(documentation.replacing("{rule}", with: name))
  }
}

extension Severity {
  /// The number of the severity in the protocol.
  var protocolNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}

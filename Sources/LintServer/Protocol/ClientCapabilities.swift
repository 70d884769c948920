import LintCore

/// What the client said it can do; everything it did not mention, it cannot.
struct ClientCapabilities: Sendable {
  /// Diagnostics may name further places.
  var relatedInformation = false
  /// Diagnostics may link to an explanation.
  var codeDescription = false
  /// Diagnostics may carry data that code actions get back.
  var diagnosticData = false

  /// Creates the capabilities of a client that can do nothing.
  init() {}

  /// Reads the `capabilities` of the initialize request; wrong types count as absent.
  init(_ value: JSONValue) {
    let push = value.at("textDocument", "publishDiagnostics")
    relatedInformation = push?["relatedInformation"]?.bool ?? false
    codeDescription = push?["codeDescriptionSupport"]?.bool ?? false
    diagnosticData = push?["dataSupport"]?.bool ?? false
  }
}

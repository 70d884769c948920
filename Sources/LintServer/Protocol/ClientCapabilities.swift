import LintCore

/// What the client said it can do; everything it did not mention, it cannot.
struct ClientCapabilities: Sendable {
  /// Diagnostics may name further places.
  var relatedInformation = false
  /// Diagnostics may link to an explanation.
  var codeDescription = false
  /// The client asks for diagnostics itself, so none are pushed.
  var pullsDiagnostics = false
  /// The client can be told to ask for all diagnostics again.
  var refreshesDiagnostics = false
  /// Code actions may be more than commands.
  var codeActionLiterals = false
  /// Code actions may be marked as the best one.
  var preferredActions = false
  /// Edits may name the version of the document they are for.
  var documentChanges = false
  /// Hover texts may be Markdown.
  var markdownHover = false
  /// Symbols may be nested.
  var nestedSymbols = false
  /// The most folding ranges that are wanted.
  var foldingLimit = Int.max
  /// A definition may say what it was asked from.
  var definitionLinks = false
  /// Links may say where they lead before they are followed.
  var linkTooltips = false
  /// Actions that cannot be taken may be listed with the reason.
  var disabledActions = false
  /// Inlay hints can be asked for again.
  var refreshesHints = false
  /// The client answers questions for its configuration.
  var configuration = false
  /// Changes of the configuration are announced when registered for.
  var registersConfiguration = false
  /// Files are watched when registered for.
  var registersWatchers = false

  /// Creates the capabilities of a client that can do nothing.
  init() {}

  /// Reads the `capabilities` of the initialize request; wrong types count as absent.
  init(_ value: JSONValue) {
    func flag(_ path: String...) -> Bool {
      var found: JSONValue? = value
      for key in path { found = found?[key] }
      return found?.bool ?? false
    }
    let text = value["textDocument"]
    relatedInformation = flag("textDocument", "publishDiagnostics", "relatedInformation")
    codeDescription = flag("textDocument", "publishDiagnostics", "codeDescriptionSupport")
    pullsDiagnostics = text?["diagnostic"]?.members != nil
    if pullsDiagnostics {
      // The later capability speaks for pulled diagnostics, if it speaks at all.
      if let own = text?.at("diagnostic", "relatedInformation")?.bool { relatedInformation = own }
      if let own = text?.at("diagnostic", "codeDescriptionSupport")?.bool { codeDescription = own }
    }
    refreshesDiagnostics = flag("workspace", "diagnostics", "refreshSupport")
    codeActionLiterals =
      text?.at("codeAction", "codeActionLiteralSupport", "codeActionKind", "valueSet")?.array != nil
    preferredActions = flag("textDocument", "codeAction", "isPreferredSupport")
    documentChanges = flag("workspace", "workspaceEdit", "documentChanges")
    markdownHover = text?.at("hover", "contentFormat")?.strings.contains("markdown") ?? false
    nestedSymbols = flag("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
    foldingLimit = text?.at("foldingRange", "rangeLimit")?.int.map { max(0, $0) } ?? .max
    definitionLinks = flag("textDocument", "definition", "linkSupport")
    linkTooltips = flag("textDocument", "documentLink", "tooltipSupport")
    disabledActions = flag("textDocument", "codeAction", "disabledSupport")
    refreshesHints = flag("workspace", "inlayHint", "refreshSupport")
    configuration = flag("workspace", "configuration")
    registersConfiguration = flag("workspace", "didChangeConfiguration", "dynamicRegistration")
    registersWatchers = flag("workspace", "didChangeWatchedFiles", "dynamicRegistration")
  }
}

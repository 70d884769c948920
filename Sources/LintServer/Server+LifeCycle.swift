import LintCore

/// The life of a connection: from `initialize` to `exit`.
extension Server {
  /// Learns what the client can do, and tells what the server does.
  func initialize(_ params: JSONValue) throws(ResponseError) -> Answer {
    guard phase == .uninitialized else { throw ResponseError(.invalidRequest, "initialize was sent before") }
    guard params.members != nil else { throw ResponseError(.invalidParams, "the params must be an object") }
    let capabilities = params["capabilities"] ?? JSONValue(.null)
    client = ClientCapabilities(capabilities)
    encoding = PositionEncoding.choose(from: capabilities.at("general", "positionEncodings")?.strings ?? [])
    trace = TraceLevel(rawValue: params["trace"]?.string ?? "") ?? .off
    if options.language == nil, let locale = params["locale"]?.string {
      defaultLanguage = Self.language(of: locale)
    }
    if let process = params["processId"]?.int, let watch = ParentWatch(process: process) {
      parents.append(watch)
    }
    phase = .running
    folders = Self.folders(params)
    initializationLayer = Settings.unwrapped(params["initializationOptions"] ?? JSONValue(.null))
    language = languageBeforeRules
    return Answer { writer in
      writer.object { writer in
        writer.objectField("capabilities", writeCapabilities)
        writer.objectField("serverInfo") { writer in
          writer.field("name", "lint-rules")
          if !options.version.isEmpty { writer.field("version", options.version) }
        }
      }
    }
  }

  /// The folders of the workspace, or the one root of older clients.
  private static func folders(_ params: JSONValue) -> [DocumentURI] {
    if let folders = params["workspaceFolders"]?.array {
      return folders.compactMap { $0["uri"]?.string.map { DocumentURI($0) } }
    }
    if let root = params["rootUri"]?.string { return [DocumentURI(root)] }
    return params["rootPath"]?.string.map { [DocumentURI(path: $0)] } ?? []
  }

  /// The features that need no settings.
  private static let providers = [
    "hoverProvider", "documentSymbolProvider", "workspaceSymbolProvider", "foldingRangeProvider",
    "selectionRangeProvider", "documentHighlightProvider", "inlayHintProvider",
    "definitionProvider", "referencesProvider",
  ]

  private func writeCapabilities(_ writer: inout JSONWriter) {
    writer.field("positionEncoding", encoding.rawValue)
    writer.objectField("textDocumentSync") { writer in
      writer.field("openClose", true)
      writer.field("change", 2)
      writer.objectField("save") { $0.field("includeText", false) }
    }
    // A client that knows commands alone could not take what is offered.
    if client.codeActionLiterals {
      writer.objectField("codeActionProvider") { writer in
        writer.arrayField("codeActionKinds") { writer in
          writer.string("quickfix")
          writer.string(Self.fixAllKind)
        }
      }
    }
    writer.objectField("workspace") { writer in
      writer.objectField("workspaceFolders") { writer in
        writer.field("supported", true)
        writer.field("changeNotifications", true)
      }
    }
    writer.objectField("completionProvider") { writer in
      writer.arrayField("triggerCharacters") { writer in for mark in ["#", "为", "注"] { writer.string(mark) } }
    }
    writer.objectField("documentLinkProvider") { $0.field("resolveProvider", true) }
    for provider in Self.providers { writer.field(provider, true) }
    if client.pullsDiagnostics {
      writer.objectField("diagnosticProvider") { writer in
        writer.field("identifier", "lint-rules")
        writer.field("interFileDependencies", false)
        writer.field("workspaceDiagnostics", options.files != nil)
        writer.field("workDoneProgress", true)
      }
    }
  }

  /// The language for a locale: English only for those who read it, since the drafts are Chinese.
  static func language(of locale: String) -> Language {
    locale.lowercased().hasPrefix("en") ? .english : .chinese
  }

  /// Drops everything; only `exit` is expected now.
  func shutDown() -> Answer {
    phase = .shutDown
    documents.removeAll()
    unchecked.removeAll()
    for task in running.values { task.cancel() }
    return .null
  }

  /// Whether a process that must outlive the server is gone.
  var isOrphaned: Bool { parents.contains { !$0.isAlive } }
}

import LintCore

/// The life of a connection: from `initialize` to `exit`.
extension Server {
  /// Learns what the client can do, and tells what the server does.
  func initialize(_ params: JSONValue) throws(ResponseError) -> Fragment {
    guard phase == .uninitialized else { throw ResponseError(.invalidRequest, "initialize was sent before") }
    guard params.members != nil else { throw ResponseError(.invalidParams, "the params must be an object") }
    let capabilities = params["capabilities"] ?? JSONValue(.null)
    client = ClientCapabilities(capabilities)
    encoding = PositionEncoding.choose(from: capabilities.at("general", "positionEncodings")?.strings ?? [])
    trace = TraceLevel(rawValue: params["trace"]?.string ?? "") ?? .off
    if options.language == nil, let locale = params["locale"]?.string { language = Self.language(of: locale) }
    if let process = params["processId"]?.int, let watch = ParentWatch(process: process) {
      parents.append(watch)
    }
    phase = .running
    let encoding = encoding
    let version = options.version
    return { writer in
      writer.object { writer in
        writer.objectField("capabilities") { Self.writeCapabilities(&$0, encoding) }
        writer.objectField("serverInfo") { writer in
          writer.field("name", "lint-rules")
          if !version.isEmpty { writer.field("version", version) }
        }
      }
    }
  }

  private static func writeCapabilities(_ writer: inout JSONWriter, _ encoding: PositionEncoding) {
    writer.field("positionEncoding", encoding.rawValue)
    writer.objectField("textDocumentSync") { writer in
      writer.field("openClose", true)
      writer.field("change", 2)
    }
  }

  /// The language for a locale: English only for those who read it, since the drafts are Chinese.
  static func language(of locale: String) -> Language {
    locale.lowercased().hasPrefix("en") ? .english : .chinese
  }

  /// Drops everything; only `exit` is expected now.
  func shutDown() -> Fragment {
    phase = .shutDown
    documents.removeAll()
    unchecked.removeAll()
    return { $0.null() }
  }

  /// Whether a process that must outlive the server is gone.
  var isOrphaned: Bool { parents.contains { !$0.isAlive } }
}

import LintCore

/// The language server: open documents, and what is known about each.
///
/// This is the one place that changes state. Messages are handled one at a time in the order of their arrival, on
/// the thread that reads them; large drafts are checked on other threads from snapshots, and come back with the
/// revision they belong to, so that nothing stale is published.
public actor Server {
  /// Where the server stands in its life.
  enum Phase {
    case uninitialized
    case running
    case shutDown
  }

  /// Checks a text, given what the last check of the document gave; tests put something slower or louder in its place.
  typealias Check = @Sendable (SourceText, LintOptions, Linter, LintResult?) -> LintResult

  /// Checks a large text, on several threads if that is faster.
  typealias LargeCheck = @Sendable (SourceText, LintOptions, Linter, LintResult?) async -> LintResult

  let loop: EventLoop
  let options: ServerOptions
  let check: Check
  let largeCheck: LargeCheck
  var output: OutputQueue
  var phase = Phase.uninitialized
  /// The status to end the process with, once it is to end.
  var exitCode: Int32?
  var parents: [ParentWatch] = []

  var client = ClientCapabilities()
  var encoding = PositionEncoding.utf16
  /// The language of the answer that is being given.
  var language = Language.chinese
  var trace = TraceLevel.off
  /// The rules of the program, which projects lay their packs over.
  ///
  /// They are read when they are first asked for: `initialize` is answered before.
  private(set) lazy var book = makeBook()
  private let makeBook: @Sendable () -> RuleBook
  /// The settings given with `initialize`.
  var initializationLayer = JSONValue(.null)
  /// The settings given later.
  var clientLayer = JSONValue(.null)
  /// The settings for single folders of several, by the name of the folder.
  var folderLayers: [DocumentURI: JSONValue] = [:]
  /// The language if no setting names one.
  var defaultLanguage = Language.chinese
  /// The projects that were read.
  var projects: [ProjectKey: Project] = [:]
  /// The project file for each folder that was asked about.
  var projectFiles: [String: String?] = [:]
  /// The last bytes of rule files that were whole.
  var wholeBytes: [String: [UInt8]] = [:]
  /// The rule files that something was published about.
  var reportedFiles: Set<String> = []
  /// Settings, rules or folders have changed since they were read.
  var mustReload = false
  /// Drafts on the disk have changed.
  var mustRefresh = false
  /// The client has said that it is ready.
  var isSettled = false
  /// What the client was asked and has not answered.
  var asked: [Int: Question] = [:]
  var lastQuestion = 0
  /// Counts the changes of rules and settings; what was found under an earlier one is void.
  var epoch = 0
  var folders: [DocumentURI] = []
  /// Requests that take long, to be cancelled.
  var running: [RequestID: Task<Void, Never>] = [:]
  /// The running requests by the tokens of their progress.
  var progressing: [RequestID: RequestID] = [:]
  /// What is known about drafts that are not open.
  var closedDrafts: [String: ClosedDraft] = [:]

  var documents: [DocumentURI: Document] = [:]
  /// The documents to check when the input is read up, oldest first.
  var unchecked: [DocumentURI] = []
  /// When the oldest of ``unchecked`` was changed.
  var uncheckedSince: Int64 = 0
  /// Numbers the revisions of all documents.
  var lastRevision = 0

  init(
    loop: EventLoop, output: Descriptor, book: @escaping @Sendable () -> RuleBook, options: ServerOptions,
    check: @escaping Check, largeCheck: LargeCheck? = nil
  ) {
    self.loop = loop
    self.output = OutputQueue(output)
    self.options = options
    makeBook = book
    self.check = check
    self.largeCheck = largeCheck ?? check
    self.language = options.language ?? .chinese
    self.defaultLanguage = self.language
    if let process = options.clientProcess, let watch = ParentWatch(process: process) { parents = [watch] }
  }

  /// The time in milliseconds.
  var now: Int64 { options.clock() }

  /// The thread that everything in the server runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  // MARK: - Input

  /// Handles the content of one frame.
  ///
  /// - Returns: `false` if the content is no JSON, so that what follows it is suspect.
  func receive(_ content: [UInt8]) -> Bool {
    let message: Incoming
    do throws(JSONSyntaxError) {
      message = try Incoming(content)
    } catch {
      respond(
        nil, error: ResponseError(.parseError, "offset \(error.offset): \(error.message.text(.english))"))
      return false
    }
    switch message {
    case .request(let id, let method, let params): handle(request: method, id, params)
    case .notification(let method, let params): handle(notification: method, params)
    case .response(let id, let result, let error): receive(answerTo: id, result, error)
    case .invalid(let id, let error): respond(id, error: error)
    }
    return true
  }

  /// Tells the client that a part of the input was no frame.
  func report(_ problem: FramingProblem) {
    respond(nil, error: ResponseError(.parseError, problem.rawValue))
  }

  private func handle(request method: String, _ id: RequestID, _ params: JSONValue) {
    do throws(ResponseError) {
      switch phase {
      case .uninitialized where method != "initialize":
        throw ResponseError(.serverNotInitialized, "the first request must be initialize")
      case .shutDown:
        throw ResponseError(.invalidRequest, "the server has been shut down")
      default: break
      }
      logTrace("request \(method)")
      reloadIfNeeded()
      if phase == .running {
        let subject = params.at("textDocument", "uri")?.string
        language = subject.map { language(of: DocumentURI($0)) } ?? mainLanguage
      }
      if method == "workspace/diagnostic" {
        try answerWorkspaceDiagnostic(id, params)
      } else {
        respond(id, try answer(method, params))
      }
    } catch {
      respond(id, error: error)
    }
  }

  /// The answer to a request.
  private func answer(_ method: String, _ params: JSONValue) throws(ResponseError) -> Answer {
    switch method {
    case "initialize": return try initialize(params)
    case "shutdown": return shutDown()
    case "textDocument/diagnostic": return try documentDiagnostic(params)
    case "textDocument/codeAction": return try codeActions(params)
    case "textDocument/hover": return try hover(params)
    case "textDocument/documentSymbol": return try documentSymbols(params)
    case "workspace/symbol": return try workspaceSymbols(params)
    case "textDocument/foldingRange": return try foldingRanges(params)
    case "textDocument/selectionRange": return try selectionRanges(params)
    case "textDocument/documentHighlight": return try documentHighlights(params)
    case "textDocument/inlayHint": return try inlayHints(params)
    case "textDocument/completion": return try completion(params)
    case "textDocument/definition": return try definition(params)
    case "textDocument/references": return try references(params)
    case "textDocument/documentLink": return try documentLinks(params)
    case "documentLink/resolve": return try resolveDocumentLink(params)
    default: throw ResponseError(.methodNotFound, "\(method) is not supported")
    }
  }

  private func handle(notification method: String, _ params: JSONValue) {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    do throws(ResponseError) {
      switch method {
      case "textDocument/didOpen": try open(params)
      case "textDocument/didChange": try change(params)
      case "textDocument/didClose": try close(params)
      case "textDocument/didSave": try save(params)
      case "$/cancelRequest": cancel(params)
      case "window/workDoneProgress/cancel": cancelProgress(params)
      case "initialized": settleIn()
      case "workspace/didChangeConfiguration": changeConfiguration(params)
      case "workspace/didChangeWatchedFiles": changeFiles(params)
      case "workspace/didChangeWorkspaceFolders": changeFolders(params)
      case "$/setTrace": trace = TraceLevel(rawValue: params["value"]?.string ?? "") ?? trace
      default: break
      }
    } catch {
      log(.warning, "\(method): \(error.message)")
    }
  }

  // MARK: - Output

  /// Answers a request with a result.
  func respond(_ id: RequestID, _ result: Answer) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("jsonrpc", "2.0")
      writer.field("id") { id.write(to: &$0) }
      writer.field("result") { $0.raw(result.bytes) }
    }
    output.send(writer.bytes)
  }

  /// Answers a request with an error; without an id if that could not be read.
  func respond(_ id: RequestID?, error: ResponseError) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("jsonrpc", "2.0")
      writer.field("id") { writer in
        if let id { id.write(to: &writer) } else { writer.null() }
      }
      writer.objectField("error") { writer in
        writer.field("code", error.code.rawValue)
        writer.field("message", error.message)
      }
    }
    output.send(writer.bytes)
  }

  /// Sends a notification; one about the same subject that still waits is replaced.
  func notify(_ method: String, subject: String? = nil, _ params: Fragment) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("jsonrpc", "2.0")
      writer.field("method", method)
      writer.objectField("params", params)
    }
    output.send(writer.bytes, subject: subject)
  }
}

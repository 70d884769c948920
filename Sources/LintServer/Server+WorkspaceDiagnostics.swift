import LintCore

/// Diagnostics of all drafts in the folders of the workspace.
extension Server {
  /// How many drafts one partial result covers.
  private static let batch = 16
  /// How long in milliseconds a request runs before progress is shown.
  private static let progressDelay: Int64 = 1000

  /// Starts to answer for the workspace; the answer comes when all drafts are read, or the request is cancelled.
  func answerWorkspaceDiagnostic(_ id: RequestID, _ params: JSONValue) throws(ResponseError) {
    guard params.members != nil else { throw ResponseError(.invalidParams, "the params must be an object") }
    var known: [DocumentURI: String] = [:]
    for previous in params["previousResultIds"]?.array ?? [] {
      guard let uri = previous["uri"]?.string, let value = previous["value"]?.string else { continue }
      known[DocumentURI(uri)] = value
    }
    let partial = params["partialResultToken"].flatMap { RequestID($0) }
    let progress = params["workDoneToken"].flatMap { RequestID($0) }
    if let progress { progressing[progress] = id }
    running[id] = Task {
      await reportWorkspace(id, known: known, partial: partial, progress: progress)
    }
  }

  /// How often the workspace is gone through for one request because rules or settings change meanwhile.
  private static let mostPasses = 4

  private func reportWorkspace(
    _ id: RequestID, known: [DocumentURI: String], partial: RequestID?, progress: RequestID?
  ) async {
    var display = ProgressDisplay(token: progress, start: now)
    var reports: [[UInt8]] = []
    var isWhole = false
    for _ in 0..<Self.mostPasses where !isWhole {
      // What was reported under other rules is reported again: of two reports on a document the last one holds.
      reports.removeAll()
      let epoch = epoch
      isWhole = await pass(known, partial, &display, &reports) && epoch == self.epoch
      if Task.isCancelled || phase != .running { break }
    }
    if let progress, display.isShown { sendProgress(progress, "end", percentage: nil) }
    if let progress { progressing[progress] = nil }
    finishWorkspace(id, reports, partial: partial, isWhole: isWhole)
  }

  /// Goes through the workspace once; `false` if that was cut short.
  private func pass(
    _ known: [DocumentURI: String], _ partial: RequestID?, _ display: inout ProgressDisplay,
    _ reports: inout [[UInt8]]
  ) async -> Bool {
    reloadIfNeeded()
    let epoch = epoch
    let open = documents.keys.sorted { $0.key < $1.key }
    let paths = closedPaths(open: open)
    var gone = Set(known.keys).subtracting(open).subtracting(paths.map { DocumentURI(path: $0) })
    for uri in open { if let report = openReport(uri, known[uri]) { reports.append(report) } }
    for (path, findings) in fileProblems.sorted(by: { $0.key < $1.key }) {
      gone.remove(DocumentURI(path: path))
      reports.append(problemReport(path, findings, known))
    }
    // A draft that is no longer there has nothing wrong.
    for uri in gone.sorted(by: { $0.key < $1.key }) { reports.append(emptyReport(uri)) }
    for (index, path) in paths.enumerated() {
      if let report = await closedReport(path, known) { reports.append(report) }
      guard !Task.isCancelled, phase == .running, epoch == self.epoch else { return false }
      if let partial, reports.count >= Self.batch {
        sendPartial(partial, reports)
        reports.removeAll()
      }
      if let step = display.step(index, of: paths.count, at: now), let token = display.token {
        sendProgress(token, step, percentage: 100 * index / paths.count)
      }
    }
    return true
  }

  /// When progress is shown: not for what is done in a moment.
  private struct ProgressDisplay {
    let token: RequestID?
    let start: Int64
    var isShown = false

    /// What is to be shown at a time.
    mutating func step(_ index: Int, of count: Int, at time: Int64) -> String? {
      if isShown { return index % batch == 0 ? "report" : nil }
      guard time &- start > progressDelay else { return nil }
      isShown = true
      return "begin"
    }
  }

  private func finishWorkspace(_ id: RequestID, _ reports: [[UInt8]], partial: RequestID?, isWhole: Bool) {
    let wasCancelled = running[id]?.isCancelled ?? false || phase != .running
    running[id] = nil
    guard isWhole, !wasCancelled else {
      let error =
        wasCancelled
        ? ResponseError(.requestCancelled, "cancelled")
        : ResponseError(.serverCancelled, "the rules keep changing")
      respond(id, error: error)
      return
    }
    if let partial, !reports.isEmpty { sendPartial(partial, reports) }
    respond(
      id,
      Answer { writer in
        writer.object { writer in
          writer.arrayField("items") { writer in
            if partial == nil { for report in reports { writer.raw(report) } }
          }
        }
      })
  }

  /// Stops a request that takes long; others are answered before their cancellation can be read.
  func cancel(_ params: JSONValue) {
    guard let id = params["id"].flatMap({ RequestID($0) }) else { return }
    running[id]?.cancel()
  }

  /// Stops the request whose progress the user has cancelled.
  func cancelProgress(_ params: JSONValue) {
    guard let token = params["token"].flatMap({ RequestID($0) }), let id = progressing[token] else { return }
    running[id]?.cancel()
  }

  // MARK: - Reports

  /// The drafts of the workspace that are not open, each by one name: links lead to files under another one.
  private func closedPaths(open: [DocumentURI]) -> [String] {
    guard let files = options.files else { return [] }
    let opened = Set(open.compactMap(\.path))
    var seen = Set(opened.compactMap(files.identity))
    var paths: [String] = []
    for folder in folders {
      guard let path = folder.path else { continue }
      let exclude = project(of: DocumentURI(path: path + "/.")).settings.exclude
      for draft in files.drafts(path, exclude) where !opened.contains(draft) {
        if let file = files.identity(draft), seen.insert(file).inserted { paths.append(draft) }
      }
    }
    return paths
  }

  private func openReport(_ uri: DocumentURI, _ known: String?) -> [UInt8]? {
    guard let document = documents[uri], let checked = checked(uri) else { return nil }
    let id = resultID(of: document.buffer.bytes)
    return report(checked.result, uri.spelling, version: document.version, id, isKnown: known == id)
  }

  private func closedReport(_ path: String, _ known: [DocumentURI: String]) async -> [UInt8]? {
    guard let files = options.files else { return nil }
    let uri = DocumentURI(path: path)
    // One that was opened meanwhile is what the editor shows.
    if documents[uri] != nil { return openReport(uri, known[uri]) }
    guard let stamp = files.stamp(path) else { return known[uri] == nil ? nil : emptyReport(uri) }
    if let draft = closedDrafts[path], draft.stamp == stamp, known[uri] == draft.resultID {
      return report(nil, uri.spelling, version: nil, draft.resultID, isKnown: true)
    }
    let epoch = epoch
    guard let read = await Self.read(path, files, project(of: uri), check) else {
      // What can no longer be read has nothing that could be shown.
      return known[uri] == nil ? nil : emptyReport(uri)
    }
    guard epoch == self.epoch else { return nil }
    if documents[uri] != nil { return openReport(uri, known[uri]) }
    let id = resultID(of: read.bytes)
    // Only the name of the report is kept: reading a draft again is cheap, memory for hundreds of them is not.
    closedDrafts[path] = ClosedDraft(stamp: stamp, resultID: id)
    return report(read.result, uri.spelling, version: nil, id, isKnown: known[uri] == id)
  }

  /// What is wrong with a file of rules or settings that is not open.
  private func problemReport(
    _ path: String, _ findings: [Finding], _ known: [DocumentURI: String]
  ) -> [UInt8] {
    let uri = DocumentURI(path: path)
    let source = SourceText(options.files?.read(path) ?? [])
    let result = LintResult(draft: Draft(source), profile: nil, findings: findings)
    let id = resultID(of: source.bytes)
    return report(result, uri.spelling, version: nil, id, isKnown: known[uri] == id)
  }

  /// The report that takes back what was reported of a document that is no longer there.
  private func emptyReport(_ uri: DocumentURI) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("uri", uri.spelling)
      writer.field("version") { $0.null() }
      writer.field("kind", "full")
      writer.arrayField("items") { _ in }
    }
    return writer.bytes
  }

  /// Reads and checks a draft away from the thread of the connection.
  @concurrent
  private static func read(
    _ path: String, _ files: FileAccess, _ project: Project, _ check: Check
  ) async -> (bytes: [UInt8], result: LintResult)? {
    guard let bytes = files.read(path) else { return nil }
    let options = project.lintOptions(for: DocumentURI(path: path))
    return (bytes, check(SourceText(bytes), options, project.linter, nil))
  }

  private func report(
    _ result: LintResult?, _ uri: String, version: Int?, _ id: String, isKnown: Bool
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("uri", uri)
      writer.field("version") { writer in
        if let version { writer.int(version) } else { writer.null() }
      }
      writeReport(result, uri, id, isKnown: isKnown, to: &writer)
    }
    return writer.bytes
  }

  // MARK: - Progress

  private func sendPartial(_ token: RequestID, _ reports: [[UInt8]]) {
    notify("$/progress") { writer in
      writer.field("token") { token.write(to: &$0) }
      writer.objectField("value") { writer in
        writer.arrayField("items") { writer in for report in reports { writer.raw(report) } }
      }
    }
  }

  private func sendProgress(_ token: RequestID, _ kind: String, percentage: Int?) {
    notify("$/progress") { writer in
      writer.field("token") { token.write(to: &$0) }
      writer.objectField("value") { writer in
        writer.field("kind", kind)
        if kind == "begin" {
          writer.field("title", Phrase("检查公开稿", "Checking drafts").text(language))
          writer.field("cancellable", true)
        }
        if let percentage { writer.field("percentage", percentage) }
      }
    }
  }
}

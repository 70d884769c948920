import LintCore

/// What the client was asked for.
enum Question: Equatable, Sendable {
  /// The settings of the user, and those for single folders.
  case configuration(folders: [DocumentURI])
  /// To announce changes.
  case registration
  /// To ask for something again.
  case refresh
}

/// What a project is read for: a file, or none, under the settings of a folder, or those for all.
struct ProjectKey: Hashable, Sendable {
  /// The path of the project's file.
  var file: String?
  /// The folder that has settings of its own in the editor.
  var folder: DocumentURI?
}

/// Settings, rule packs, folders, and their changes.
extension Server {
  // MARK: - Asking

  /// The most questions that wait for an answer: a client that never answers costs bounded memory.
  private static let openQuestions = 64

  /// Asks the client something; what to do with the answer is kept until it comes, which may be never.
  func ask(_ method: String, _ question: Question, _ params: Fragment? = nil) {
    guard asked.count < Self.openQuestions else { return }
    lastQuestion += 1
    asked[lastQuestion] = question
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("jsonrpc", "2.0")
      writer.field("id", lastQuestion)
      writer.field("method", method)
      if let params { writer.field("params", params) }
    }
    output.send(writer.bytes)
  }

  /// Takes an answer; one to a question that was not asked means nothing.
  func receive(answerTo id: RequestID, _ result: JSONValue?, _ error: JSONValue?) {
    guard case .number(let number) = id, let key = number.int, let question = asked.removeValue(forKey: key)
    else { return }
    guard case .configuration(let scopes) = question, phase == .running else { return }
    // Folders may have come or gone meanwhile.
    if scopes != scopedFolders { askConfiguration() }
    guard error == nil else { return }
    let layers = (result?.array ?? []).map { $0.members == nil ? JSONValue(.null) : $0 }
    takeClientSettings(
      layers.first ?? JSONValue(.null), Dictionary(zip(scopes, layers.dropFirst()), uniquingKeysWith: { $1 }))
  }

  /// The folders whose settings are asked for apart: several may differ, and one speaks for all.
  private var scopedFolders: [DocumentURI] { folders.count > 1 ? folders : [] }

  /// What is to be said and asked once the client is ready to answer.
  func settleIn() {
    guard !isSettled else { return }
    isSettled = true
    tellProblemsOfSystemPacks()
    tellProblems(of: [initializationLayer])
    if client.registersWatchers, options.files != nil || client.pullsDiagnostics { register(watchers: true) }
    if client.registersConfiguration { register(watchers: false) }
    if client.configuration { askConfiguration() }
  }

  private func askConfiguration() {
    let scopes = scopedFolders
    // One answer is worth as much as many.
    guard !asked.values.contains(.configuration(folders: scopes)) else { return }
    ask("workspace/configuration", .configuration(folders: scopes)) { writer in
      writer.object { writer in
        writer.arrayField("items") { writer in
          for scope in [nil] + scopes.map({ $0 }) {
            writer.object { writer in
              if let scope { writer.field("scopeUri", scope.spelling) }
              writer.field("section", "lint-rules")
            }
          }
        }
      }
    }
  }

  private func register(watchers: Bool) {
    let method = watchers ? "workspace/didChangeWatchedFiles" : "workspace/didChangeConfiguration"
    ask("client/registerCapability", .registration) { writer in
      writer.object { writer in
        writer.arrayField("registrations") { writer in
          writer.object { writer in
            writer.field("id", method)
            writer.field("method", method)
            writer.objectField("registerOptions") { writer in
              guard watchers else {
                writer.field("section", "lint-rules")
                return
              }
              writer.arrayField("watchers") { writer in
                for glob in ["**/*.json5", "**/*.{md,markdown,txt}"] {
                  writer.object { $0.field("globPattern", glob) }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - Changes

  /// Takes new settings from the client, or asks for them.
  func changeConfiguration(_ params: JSONValue) {
    if client.configuration { askConfiguration() }
    guard let settings = params["settings"], let members = settings.members else { return }
    // A client that is asked sends nothing but the news along.
    if client.configuration && members.isEmpty { return }
    takeClientSettings(settings, folderLayers)
  }

  private func takeClientSettings(_ value: JSONValue, _ scoped: [DocumentURI: JSONValue]) {
    let layer = Settings.unwrapped(value)
    let inner = scoped.mapValues(Settings.unwrapped)
    // Most clients have nothing to say, and many say the same again.
    let isNews = inner.contains { folder, layer in !layer.isSame(as: folderLayers[folder] ?? JSONValue(.null))
    }
    guard isNews || !layer.isSame(as: clientLayer) || inner.count != folderLayers.count else { return }
    clientLayer = layer
    folderLayers = inner
    tellProblems(of: [layer] + folders.compactMap { inner[$0] })
    mustReload = true
  }

  /// Tells the user what is not understood in the settings of the editor.
  private func tellProblems(of layers: [JSONValue]) {
    let project = mainProject
    var texts: [String] = []
    for layer in layers where !layer.isNull {
      let settings = Settings(layers: [layer])
      let missing = project.missingPacks.filter(settings.packs.contains).map(ProjectReader.missingPack)
      let wrong = (Settings.problems(in: layer) + settings.unknownNames(in: project.book)).map(\.message)
      for text in (wrong + missing).map({ $0.text(language) }) where !texts.contains(text) {
        texts.append(text)
      }
    }
    guard !texts.isEmpty else { return }
    for text in texts { log(.warning, "settings: " + text) }
    let start = Phrase("lint-rules 的设置有误：", "The settings of lint-rules: ").text(language)
    show(.warning, start + texts.joined(separator: language == .chinese ? "；" : "; "))
  }

  /// Tells the user which packs of the machine or the user are left out: they lie in no folder that is open.
  private func tellProblemsOfSystemPacks() {
    let folders = options.systemPacks.map { $0 + "/" }
    for (path, findings) in mainProject.problems.sorted(by: { $0.key < $1.key })
    where folders.contains(where: path.hasPrefix) {
      guard let finding = findings.first else { continue }
      let place = SourceText(options.files?.read(path) ?? []).place(at: finding.range.lower)
      show(.warning, "\(path):\(place.line):\(place.column): \(finding.message.text(language))")
    }
  }

  /// Notes which files changed; many notifications in a row are worked off as one.
  func changeFiles(_ params: JSONValue) {
    for change in params["changes"]?.array ?? [] {
      guard let uri = change["uri"]?.string.map({ DocumentURI($0) }), let path = uri.path else { continue }
      if path.hasSuffix(".json5") {
        mustReload = true
      } else if documents[uri] == nil {
        // One that is open is as the editor has it.
        closedDrafts[path] = nil
        mustRefresh = true
      }
    }
  }

  /// Takes over which folders are open.
  func changeFolders(_ params: JSONValue) {
    let removed = params.at("event", "removed")?.array?.compactMap { $0["uri"]?.string } ?? []
    let added = params.at("event", "added")?.array?.compactMap { $0["uri"]?.string } ?? []
    folders.removeAll { folder in removed.contains { DocumentURI($0) == folder } }
    for folder in added.map({ DocumentURI($0) }) where !folders.contains(folder) { folders.append(folder) }
    if client.configuration && isSettled { askConfiguration() }
    mustReload = true
  }

  // MARK: - Projects

  /// Reads everything again that has changed, and checks what it concerns.
  func reloadIfNeeded() {
    if mustReload {
      mustReload = false
      projects.removeAll()
      projectFiles.removeAll()
      language = mainLanguage
      checkEverythingAgain()
      publishFileProblems()
    } else if mustRefresh {
      refreshDiagnostics()
    }
    mustRefresh = false
  }

  /// The language to speak of a document in: what its project says, or else what the editor says.
  func language(of uri: DocumentURI) -> Language { project(of: uri).settings.language ?? defaultLanguage }

  /// The language to speak in when a message concerns no document.
  var mainLanguage: Language { mainProject.settings.language ?? defaultLanguage }

  /// The same, told without the rules where no project file has to be read.
  var languageBeforeRules: Language {
    if let path = folders.first?.path, projectFile(inOrAbove: path) != nil { return mainLanguage }
    return Settings(layers: [initializationLayer, clientLayer]).language ?? defaultLanguage
  }

  /// The project that speaks for what belongs to no other: the one of the first folder.
  var mainProject: Project {
    let folder = folders.first
    return project(
      ProjectKey(
        file: folder?.path.flatMap { projectFile(inOrAbove: $0) }, folder: folder.flatMap(scope(of:))))
  }

  /// The project of a document.
  func project(of uri: DocumentURI) -> Project {
    guard let path = uri.path else { return mainProject }
    return project(
      ProjectKey(file: projectFile(inOrAbove: ProjectReader.folder(path)), folder: scope(of: uri)))
  }

  /// The innermost folder with settings of its own that something lies in.
  private func scope(of uri: DocumentURI) -> DocumentURI? {
    folderLayers.keys.filter { uri == $0 || uri.key.hasPrefix($0.key.hasSuffix("/") ? $0.key : $0.key + "/") }
      .max { $0.key.utf8.count < $1.key.utf8.count }
  }

  private func project(_ key: ProjectKey) -> Project {
    if let known = projects[key] { return known }
    let layer = key.folder.flatMap { folderLayers[$0] } ?? clientLayer
    var reader = ProjectReader(
      book: book, options: options, layers: [initializationLayer, layer],
      root: (key.folder ?? folders.first)?.path, open: openRuleFiles, wholeBytes: wholeBytes)
    let project = reader.project(at: key.file)
    wholeBytes = reader.wholeBytes
    projects[key] = project
    return project
  }

  /// The nearest project file to a folder, upwards.
  private func projectFile(inOrAbove folder: String) -> String? {
    guard let files = options.files else { return nil }
    switch options.project {
    case .none: return nil
    case .file(let path): return path
    case .nearest: break
    }
    if let known = projectFiles[folder] { return known }
    var here = folder
    var found: String?
    for _ in 0..<64 {
      let candidate = (here == "/" ? "" : here) + "/" + Settings.fileName
      if documents[DocumentURI(path: candidate)] != nil || files.stamp(candidate) != nil {
        found = candidate
        break
      }
      guard here != "/", here.hasPrefix("/") else { break }
      here = ProjectReader.folder(here)
    }
    projectFiles[folder] = .some(found)
    return found
  }

  /// The texts of open rule and project files, by path.
  private var openRuleFiles: [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for document in documents.values where Self.holdsRules(document.uri) {
      if let path = document.uri.path { texts[path] = document.buffer.bytes }
    }
    return texts
  }

  // MARK: - Problems of rule files

  /// Tells whether a document holds rules or settings rather than a draft.
  static func holdsRules(_ uri: DocumentURI) -> Bool { uri.key.hasSuffix(".json5") }

  /// What is wrong with an open document of rules or settings.
  func ruleProblems(_ document: Document) -> [Finding] {
    let path = document.uri.path ?? document.uri.key
    for project in projects.values where project.sources.contains(path) {
      return project.problems[path] ?? []
    }
    if path.hasSuffix("/" + Settings.fileName) {
      return project(ProjectKey(file: path, folder: scope(of: document.uri))).problems[path] ?? []
    }
    // Other files of this kind belong to other programs.
    guard ProjectReader.folder(path).hasSuffix("/rules.d") else { return [] }
    return RuleBook.load(packs: [(path, document.buffer.bytes)], over: book).1.map {
      Finding(rule: "pack-syntax", severity: .error, range: $0.range, message: $0.message)
    }
  }

  /// What is wrong with files of rules and settings that are not open, by path.
  var fileProblems: [String: [Finding]] {
    var problems: [String: [Finding]] = [:]
    for project in projects.values { problems.merge(project.problems) { first, _ in first } }
    return problems.filter { documents[DocumentURI(path: $0.key)] == nil }
  }

  /// Publishes what is wrong with files that are not open, and takes back what was mended.
  private func publishFileProblems() {
    guard !client.pullsDiagnostics else { return }
    let problems = fileProblems
    for path in reportedFiles.union(problems.keys).sorted() {
      let uri = DocumentURI(path: path)
      guard documents[uri] == nil else { continue }
      let findings = problems[path] ?? []
      var writer = DiagnosticWriter(
        uri: uri.spelling, source: SourceText(options.files?.read(path) ?? []), encoding: encoding,
        language: language(of: uri), client: client, documentation: nil)
      notify("textDocument/publishDiagnostics", subject: uri.key) { json in
        json.field("uri", uri.spelling)
        json.arrayField("diagnostics") { json in for finding in findings { writer.write(finding, to: &json) }
        }
      }
    }
    reportedFiles = Set(problems.keys)
  }
}

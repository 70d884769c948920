import LintCore

/// The settings and rules for the drafts below one project file, or for those below none.
struct Project: Sendable {
  /// The settings, with those of the editor over those of the file.
  var settings: Settings
  /// What checks drafts, by the rules with the packs of the settings.
  var linter: Linter
  /// The folder that paths in the settings start from.
  var folder: String?
  /// The files that the project was read from, whose changes matter to it.
  var sources: Set<String> = []
  /// What is wrong with those files, by path.
  var problems: [String: [Finding]] = [:]
  /// The names of packs in the settings of the editor where there are none.
  var missingPacks: [String] = []

  /// The rules, with the packs of the settings.
  var book: RuleBook { linter.book }

  /// What is asked for in a document; one that is not in the folder has no path that could be named.
  func lintOptions(for uri: DocumentURI) -> LintOptions {
    var options = settings.lint
    if !settings.overrides.isEmpty, let path = uri.path, let folder {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      if path.hasPrefix(prefix) {
        settings.overrides.apply(to: &options, at: String(path.dropFirst(prefix.count)))
      }
    }
    return options
  }
}

/// Finds and reads projects.
///
/// Whatever is broken is reported at its file, and the last state that was whole stays in force.
struct ProjectReader {
  /// The book of the program, which packs are laid over.
  let book: RuleBook
  /// How the server was asked to run.
  let options: ServerOptions
  /// The layers of settings that the client gave.
  let layers: [JSONValue]
  /// Where relative pack paths start if there is no project file.
  let root: String?
  /// The texts of the rule files that are open, by path: unsaved changes weigh more than the disk.
  let open: [String: [UInt8]]
  /// The last bytes of project files and packs that were whole.
  var wholeBytes: [String: [UInt8]]

  /// Reads the project of a file, or the one without.
  mutating func project(at path: String?) -> Project {
    var layers = layers
    var problems: [String: [Finding]] = [:]
    var sources: Set<String> = []
    var own: JSONValue?
    if let path {
      sources.insert(path)
      own = layer(path, &problems)
      if let own { layers.insert(own, at: 0) }
    }
    let folder = path.map(Self.folder) ?? root
    var project = Project(
      settings: Settings(layers: layers), linter: Linter(book: book), folder: folder, sources: sources,
      problems: problems)
    let missing = addPacks(to: &project, hasOwn: own != nil)
    if let path, let own, problems.isEmpty {
      checkNames(of: own, missing, at: path, in: &project)
    } else {
      project.missingPacks = missing
    }
    if project.settings.lint.select.allSatisfy({ project.book.rules(named: $0) == nil }) {
      // A choice of nothing that exists would make every draft look clean.
      project.settings.lint.select = []
    }
    project.settings.lint.resolve(in: project.book)
    project.settings.overrides = project.settings.overrides.resolved(in: project.book)
    return project
  }

  private func read(_ path: String) -> [UInt8]? { open[path] ?? options.files?.read(path) }

  private mutating func layer(_ path: String, _ problems: inout [String: [Finding]]) -> JSONValue? {
    guard let bytes = read(path) else { return nil }
    do throws(JSONSyntaxError) {
      let value = try JSONParser.parse(bytes, dialect: .json5)
      wholeBytes[path] = bytes
      let wrong = Settings.problems(in: value)
      if !wrong.isEmpty { problems[path] = wrong.map { Self.finding($0.range, $0.message) } }
      return value
    } catch {
      let range = error.offset..<min(error.offset + 1, bytes.count)
      problems[path] = [
        Self.finding(range.lowerBound..<max(range.lowerBound, range.upperBound), error.message)
      ]
      return wholeBytes[path].flatMap { try? JSONParser.parse($0, dialect: .json5) }
    }
  }

  /// Reports names in the project's file that mean nothing, and packs that are missing, where it names them.
  private func checkNames(
    of layer: JSONValue, _ missing: [String], at path: String, in project: inout Project
  ) {
    let named = layer["rules"]?.array ?? []
    for name in missing {
      if let value = named.first(where: { $0.string == name }) {
        project.problems[path, default: []].append(Self.finding(value.range, Self.missingPack(name)))
      } else {
        project.missingPacks.append(name)
      }
    }
    for problem in Settings(layers: [layer]).unknownNames(in: project.book) {
      project.problems[path, default: []].append(Self.finding(problem.range, problem.message))
    }
  }

  /// Lays packs over the book: those of the machine and the user, of the project's folder `rules.d`, those that the
  /// settings name, and those that the command names.
  ///
  /// - Returns: The names of packs in the settings where there are none.
  private mutating func addPacks(to project: inout Project, hasOwn: Bool) -> [String] {
    guard let files = options.files else { return [] }
    var paths = options.systemPacks.flatMap(files.packs)
    if hasOwn, let folder = project.folder {
      let rules = Self.absolute("rules.d", base: folder)
      let found = files.packs(rules).filter { $0.hasPrefix(rules + "/") }
      // One that is written just now is not on the disk yet.
      let new = open.keys.filter { Self.folder($0) == rules && !found.contains($0) }
      paths += new.isEmpty ? found : (found + new).sorted()
    }
    var missing: [String] = []
    for name in project.settings.packs {
      let found = files.packs(Self.absolute(name, base: project.folder))
      if found.isEmpty { missing.append(name) }
      paths += found
    }
    paths += options.namedPacks.flatMap(files.packs)
    lay(paths, over: &project)
    return missing
  }

  /// Lays packs over the book of a project; of one that is broken, what it was when it was last whole.
  private mutating func lay(_ paths: [String], over project: inout Project) {
    guard !paths.isEmpty else { return }
    var packs: [(name: String, bytes: [UInt8])] = []
    // One that is met twice is taken where it is met last.
    for path in paths.reversed() where project.sources.insert(path).inserted {
      if let bytes = read(path) { packs.append((path, bytes)) }
    }
    packs.reverse()
    let (book, problems) = RuleBook.load(packs: packs, over: self.book)
    project.linter = Linter(book: book)
    for problem in problems {
      project.problems[problem.pack, default: []].append(
        Finding(rule: "pack-syntax", severity: .error, range: problem.range, message: problem.message))
    }
    let broken = Set(problems.map(\.pack))
    for pack in packs where !broken.contains(pack.name) { wholeBytes[pack.name] = pack.bytes }
    guard !broken.isEmpty else { return }
    let whole = packs.compactMap { pack in
      broken.contains(pack.name) ? wholeBytes[pack.name].map { (pack.name, $0) } : pack
    }
    project.linter = Linter(book: RuleBook.load(packs: whole, over: self.book).0)
  }

  /// Says that there is no pack.
  static func missingPack(_ name: String) -> Message {
    Message(Phrase("没有找到规则包“{0}”", "no rule pack is found at “{0}”"), .text(name))
  }

  private static func finding(_ range: Range<Int>, _ message: Message) -> Finding {
    Finding(
      rule: "settings", severity: .error, range: ByteRange(range.lowerBound, range.upperBound),
      message: message)
  }

  /// The folder of a path.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func absolute(_ path: String, base: String?) -> String {
    guard !path.hasPrefix("/"), let base else { return path }
    return (base == "/" ? "" : base) + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}

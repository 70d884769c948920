internal import LintCore

/// What `check` is asked to do.
struct CheckRequest: Sendable {
  enum Color: String, Sendable { case auto, always, never }

  /// The files and folders, in the order given; `-` is standard input.
  var inputs: [Path]
  /// The file that lists more paths; `-` is standard input.
  var filesFrom: Path?
  /// The patterns of paths that are left out.
  var exclude: IgnoreRules
  var honorsIgnoreFiles: Bool
  /// The reports also say how much of each table was checked.
  var coverage: Bool
  /// The reports to write; at most one goes to standard output.
  var targets: [ReportTarget]
  /// The least severity that makes the run fail, or `nil` if none does.
  var failOn: Severity?
  /// The number of warnings above which the run fails.
  var maxWarnings: Int?
  var baseline: Path?
  /// The revision since which changed lines alone are judged.
  var since: String?
  /// The drafts are also held against each other.
  var crossDraft: Bool
  var fixes: FixPolicy
  var lint: LintOptions
  /// The folders with rule packs that are laid over those of the project.
  var packFolders: [Path]
  var standardInputName: String
  /// The number of drafts that are checked at the same time.
  var jobs: Int
  var color: Color
  var language: Language
  /// The folder to keep reports in, if one was named.
  var cacheFolder: Path?
  /// Reports of earlier runs may be used.
  var usesCache: Bool
  /// The options as they were given.
  let options: [ParsedArguments.Option]

  /// The settings of the project.
  let project: Configuration

  /// The project's own patterns of paths that are left out, and the folder they start from.
  var projectExclude: (rules: IgnoreRules, root: [UInt8])

  /// Understands the arguments of `check`, over the settings of a project.
  init(_ parsed: ParsedArguments, _ project: Configuration = Configuration()) throws(ArgumentError) {
    filesFrom = parsed.all(.filesFrom).last.map { Path(bytes: $0.bytes) }
    guard !parsed.operands.isEmpty || filesFrom != nil else { throw .missingOperand(.check) }
    // A variable without a value must not stand for the working folder.
    guard !parsed.operands.contains(where: \.bytes.isEmpty) else { throw .emptyPath }
    let readers = parsed.operands.count { $0.text == "-" } + (filesFrom == "-" ? 1 : 0)
    guard readers <= 1 else { throw .standardInputTwice }
    exclude = IgnoreRules(lines: parsed.all(.exclude).map(\.text))
    honorsIgnoreFiles = !parsed.has(.noIgnore)
    coverage = parsed.has(.coverage)
    inputs = parsed.operands.map { Path(bytes: $0.bytes) }
    targets = try ReportTarget.all(parsed)
    if parsed.has(.statistics) {
      let isForPrograms = targets.contains { $0.path == nil && $0.report.name == Report.json.name }
      targets = targets.filter { $0.path != nil }
      targets.append(ReportTarget(report: isForPrograms ? .statisticsJSON : .statistics, path: nil))
    }
    failOn = Severity(name: parsed.last(.failOn) ?? project.failOn ?? "error")
    lint = LintOptions()
    lint.profile = parsed.last(.profile) ?? project.profile
    lint.select = parsed.has(.select) ? Self.ids(parsed.all(.select)) : Set(project.select)
    lint.ignore = Self.ids(parsed.all(.ignore)).union(project.ignore)
    lint.severities = project.severities
    // Who asks for the rule by its name asks for the pass.
    crossDraft = parsed.has(.crossDraft) || project.crossDraft || lint.select.contains(CrossDraft.rule)
    packFolders = parsed.all(.rules).map { Path(bytes: $0.bytes) }
    usesCache = !parsed.has(.noCache)
    cacheFolder = usesCache ? parsed.all(.cacheFolder).last.map { Path(bytes: $0.bytes) } : nil
    guard cacheFolder?.bytes.isEmpty != true else { throw .emptyPath }
    options = parsed.options
    self.project = project
    projectExclude = (IgnoreRules(lines: project.exclude), project.root)
    standardInputName = parsed.last(.stdinFilename) ?? "-"
    color = parsed.last(.color).flatMap(Color.init(rawValue:)) ?? .auto
    language = parsed.has(.lang) ? parsed.language : project.language ?? .chinese
    jobs = Platform.processors
    fixes = FixPolicy(
      applies: parsed.has(.fix), reviews: parsed.has(.review), showsOnly: parsed.has(.diff),
      named: Self.ids(parsed.all(.apply)))
    if !fixes.named.isEmpty, !fixes.applies, !fixes.showsOnly { throw .missingCompanion("--apply", "--fix") }
    baseline = parsed.all(.baseline).last.map { Path(bytes: $0.bytes) } ?? project.baseline
    if baseline == "-" { throw .notAFile(option: "--baseline") }
    maxWarnings = project.maxWarnings
    since = parsed.last(.since)
    if let text = parsed.last(.maxWarnings) {
      guard let number = Int(text), number >= 0 else {
        throw .badNumber(option: "--max-warnings", value: text, least: 0)
      }
      maxWarnings = number
    }
    if let text = parsed.last(.jobs) {
      guard let number = Int(text), number > 0 else {
        throw .badNumber(option: "--jobs", value: text, least: 1)
      }
      jobs = Swift.min(number, 256)
    }
  }

  private static func ids(_ values: [Argument]) -> Set<String> {
    Set(
      values.flatMap { $0.text.split { $0 == "," || $0 == " " || $0 == "，" || $0 == "、" }.map(String.init) })
  }

  /// The options for the linter, with categories replaced by their rules.
  ///
  /// Refuses rules, categories and profiles that the book does not hold: a typing slip must not switch a check
  /// off in silence.
  func lintOptions(for book: RuleBook) throws(ArgumentError) -> LintOptions {
    var options = lint
    options.select = try Self.rules(of: lint.select, in: book)
    options.ignore = try Self.rules(of: lint.ignore, in: book)
    _ = try Self.rules(of: Set(fixes.named.map { String($0.prefix { $0 != ":" }) }), in: book)
    if let profile = lint.profile, !book.profiles.contains(where: { $0.id == profile }) {
      throw .unknownProfile(profile, known: book.profiles.map(\.id))
    }
    return options
  }

  private static func rules(of ids: Set<String>, in book: RuleBook) throws(ArgumentError) -> Set<String> {
    var rules: Set<String> = []
    for id in ids.sorted() {
      guard let named = book.rules(named: id) else {
        let known = Set(book.rules.flatMap { [$0.id, $0.category] }).sorted()
        throw .unknownRule(id, suggestion: Suggestion.nearest(to: id, in: known))
      }
      rules.formUnion(named)
    }
    return rules
  }
}

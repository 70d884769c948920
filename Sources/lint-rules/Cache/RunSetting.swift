internal import LintCore

/// All that decides what a run reports of a draft apart from the draft itself, in bytes: runs with the same bytes
/// report the same of the same draft.
struct RunSetting: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Takes in a text.
  mutating func add(_ text: [UInt8]) { bytes.append(field: text) }
  /// Takes in a text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// The setting of a session: the program, what it was asked, and the files it took its rules and settings from.
  ///
  /// `nil` where the program cannot tell itself from an earlier build.
  init?(_ session: CheckSession, _ context: ReportContext) {
    guard let program = Platform.program else { return nil }
    add(Version.number)
    for number in [program.size, program.modified.seconds, program.modified.nanoseconds] {
      bytes.append(word: number)
    }
    for folder in context.folders { add(folder) }
    add(context.language.rawValue + (context.color ? " color" : ""))
    for option in session.request.options where !Self.withoutEffect.contains(option.id) {
      add(option.id.rawValue)
      add(option.value.bytes)
    }
    for source in session.sources { add(source) }
  }

  /// The options that change nothing about what is reported of a single draft.
  private static let withoutEffect: Set<OptionID> = [
    .jobs, .exclude, .noIgnore, .filesFrom, .maxWarnings, .cacheFolder, .noCache,
  ]
}

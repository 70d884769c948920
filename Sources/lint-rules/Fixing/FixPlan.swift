internal import LintCore

/// Which fixes a run applies.
struct FixPolicy: Sendable {
  /// Whether safe fixes are applied to the files.
  var applies = false
  /// Whether the fixes that a person must decide on are shown.
  var reviews = false
  /// Whether changes are shown instead of made.
  var showsOnly = false
  /// The fixes for review that were decided on: rules, or `rule:line`.
  var named: Set<String> = []

  /// Tells whether the run has anything to do with fixes.
  var isActive: Bool { applies || reviews || showsOnly || !named.isEmpty }
}

/// The edits that fixes make in a draft.
struct FixPlan: Sendable {
  /// The edits that are made, sorted and apart from each other.
  private(set) var edits: [Edit] = []
  /// The edits that a person has to decide on.
  private(set) var reviewed: [Edit] = []
  /// The number of findings that ``edits`` mend.
  private(set) var count = 0

  /// Chooses among the fixes of a draft; of two that touch each other the later one waits for another run.
  ///
  /// - Complexity: O(fixes · log fixes).
  init(_ draft: CheckedDraft, _ policy: FixPolicy) {
    let source = draft.result.draft.source
    var safe: [Fix] = []
    var review: [Fix] = []
    for finding in draft.result.findings {
      let line = source.line(at: finding.range.lower) + 1
      let isNamed = policy.named.contains(finding.rule) || policy.named.contains("\(finding.rule):\(line)")
      guard let fix = finding.fixes.first else { continue }
      if fix.safety == .safe || isNamed { safe.append(fix) } else { review.append(fix) }
    }
    (edits, count) = Self.merged(safe, limit: source.bytes.count, avoiding: [])
    (reviewed, _) = Self.merged(review, limit: source.bytes.count, avoiding: edits)
  }

  private static func merged(_ fixes: [Fix], limit: Int, avoiding others: [Edit]) -> ([Edit], Int) {
    var taken = others
    var own: [Edit] = []
    var count = 0
    for fix in fixes.sorted(by: { ($0.edits.first?.range.lower ?? 0) < ($1.edits.first?.range.lower ?? 0) }) {
      let isInside = fix.edits.allSatisfy { $0.range.lower >= 0 && $0.range.upper <= limit }
      let isFree = fix.edits.allSatisfy { edit in !taken.contains { touches($0.range, edit.range) } }
      guard isInside, isFree, !fix.edits.isEmpty else { continue }
      taken += fix.edits
      own += fix.edits
      count += 1
    }
    return (own.sorted { $0.range < $1.range }, count)
  }

  private static func touches(_ a: ByteRange, _ b: ByteRange) -> Bool {
    a.overlaps(b) || (a.lower <= b.upper && b.lower <= a.upper && (a.isEmpty || b.isEmpty)) || a == b
  }
}

/// Writes mended drafts.
enum FixWriter {
  /// What kept a draft from being mended.
  enum Failure: ToldError {
    case changedMeanwhile
    case unencodable
    case system(SystemError)

    func text(_ language: Language) -> String {
      switch (self, language) {
      case (.changedMeanwhile, .chinese): "检查期间文件已被改动，未写入"
      case (.changedMeanwhile, .english): "the file changed meanwhile and was left alone"
      case (.unencodable, .chinese): "改后的文字无法用原编码保存，未写入"
      case (.unencodable, .english): "the new text cannot be written in the encoding of the file"
      case (.system(let error), _): error.text(language)
      }
    }
  }

  /// Puts a mended draft in the place of the file, if that still holds what was checked.
  static func write(_ edits: [Edit], to path: Path, _ text: DecodedText) throws(Failure) {
    guard let bytes = text.applying(edits) else { throw .unencodable }
    do throws(SystemError) {
      // A link stays a link to the mended file.
      let target = Platform.resolved(path) ?? path
      let status = try FileStatus(target)
      guard try Platform.read(target) == text.raw else { throw SystemError(code: -1) }
      try FileOutput.write(
        bytes, to: target, permissions: UInt32(status.permissions), keepingPermissions: true)
    } catch {
      throw error.code == -1 ? .changedMeanwhile : .system(SystemError(code: error.code))
    }
  }
}

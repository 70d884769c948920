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

/// Shows edits as a unified diff.
enum UnifiedDiff {
  private static let context = 3

  /// The diff that edits make in a text; empty without edits.
  static func text(_ source: SourceText, _ edits: [Edit], path: String) -> String {
    guard !edits.isEmpty else { return "" }
    let name = path.withoutControls
    var out = "--- a/\(name)\n+++ b/\(name)\n"
    var shift = 0
    for group in groups(source, edits) {
      let first = source.line(at: group.first?.range.lower ?? 0)
      let last = source.line(at: group.last?.range.upper ?? 0)
      let from = Swift.max(0, first - context)
      let to = Swift.min(source.lineCount - 1, last + context)
      let old = lines(from: text(source, first...last, []))
      let new = lines(from: text(source, first...last, group))
      let before = from < first ? lines(from: text(source, from...(first - 1), [])) : []
      let after = last < to ? lines(from: text(source, (last + 1)...to, [])) : []
      let oldCount = before.count + old.count + after.count
      let newCount = before.count + new.count + after.count
      out += "@@ -\(from + 1),\(oldCount) +\(from + 1 + shift),\(newCount) @@\n"
      for line in before { out += " \(line)\n" }
      for line in old { out += "-\(line)\n" }
      for line in new { out += "+\(line)\n" }
      for line in after { out += " \(line)\n" }
      shift += new.count - old.count
    }
    return out
  }

  /// Edits whose surroundings meet.
  private static func groups(_ source: SourceText, _ edits: [Edit]) -> [[Edit]] {
    var groups: [[Edit]] = []
    for edit in edits {
      let line = source.line(at: edit.range.lower)
      if let last = groups.last?.last, line - source.line(at: last.range.upper) <= 2 * context {
        groups[groups.count - 1].append(edit)
      } else {
        groups.append([edit])
      }
    }
    return groups
  }

  /// The bytes of some lines with edits made in them.
  private static func text(_ source: SourceText, _ lines: ClosedRange<Int>, _ edits: [Edit]) -> [UInt8] {
    var at = source.range(ofLine: lines.lowerBound).lower
    let end = source.range(ofLine: lines.upperBound).upper
    var out: [UInt8] = []
    for edit in edits where edit.range.lower >= at && edit.range.upper <= end {
      out += source.bytes[at..<edit.range.lower] + Array(edit.text.utf8)
      at = edit.range.upper
    }
    return out + source.bytes[at..<Swift.max(at, end)]
  }

  private static func lines(from bytes: [UInt8]) -> [String] {
    let source = SourceText(bytes)
    return (0..<source.lineCount).map { line in
      // TABs part the cells of tables and must stay.
      source.string(source.range(ofLine: line)).split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).withoutControls }.joined(separator: "\t")
    }
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

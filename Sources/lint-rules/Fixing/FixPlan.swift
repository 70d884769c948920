internal import LintCore

/// Which fixes a run applies.
struct FixPolicy: Sendable {
  /// Whether safe fixes are applied to the files.
  var applies = false
  /// Whether the fixes that a person must decide on are shown.
  var reviews = false
  /// Whether changes are shown instead of made.
  var showsOnly = false
  /// The fixes for review that were decided on: rules, `rule:line`, or `rule:line:number` for another one than the
  /// first that a finding has.
  var named: Set<String> = []

  /// Tells whether the run has anything to do with fixes.
  var isActive: Bool { applies || reviews || showsOnly || !named.isEmpty }
}

/// The edits that fixes make in a draft.
struct FixPlan: Sendable {
  /// A fix that a person has to decide on.
  struct Choice: Sendable {
    /// What `--apply` takes to make it.
    let name: String
    let fix: Fix
  }

  /// A fix with what its finding rests on.
  private struct Candidate {
    let fix: Fix
    /// The places of the finding; nothing for a fix that changes form alone, which rests on no figure.
    let evidence: [ByteRange]
  }

  /// The edits that are made, sorted and apart from each other.
  private(set) var edits: [Edit] = []
  /// The number of findings that ``edits`` mend.
  private(set) var count = 0
  /// The number of named fixes that are not made because they rest on what another one changes.
  private(set) var held = 0
  /// The fixes that were not decided on.
  private(set) var choices: [Choice] = []

  /// Chooses among the fixes of a draft; of two that touch each other the later one waits for another run.
  ///
  /// - Complexity: O(fixes · edits).
  init(_ draft: CheckedDraft, _ policy: FixPolicy) {
    let source = draft.result.draft.source
    var candidates: [Candidate] = []
    for finding in draft.result.findings {
      let place = "\(finding.rule):\(source.line(at: finding.range.lower) + 1)"
      let names = finding.fixes.indices.map { $0 == 0 ? place : "\(place):\($0 + 1)" }
      let wanted = names.indices.first {
        policy.named.contains(names[$0]) || ($0 == 0 && policy.named.contains(place + ":1"))
      }
      let isSafe = finding.fixes.first?.safety == .safe
      let isNamed = policy.named.contains(finding.rule) && !names.isEmpty
      if let index = wanted ?? (isSafe || isNamed ? 0 : nil) {
        let fix = finding.fixes[index]
        let evidence = fix.safety == .safe ? [] : [finding.range] + finding.related.map(\.range)
        candidates.append(Candidate(fix: fix, evidence: evidence))
      } else {
        choices += zip(names, finding.fixes).map { Choice(name: $0, fix: $1) }
      }
    }
    choose(among: candidates, limit: source.bytes.count)
  }

  private mutating func choose(among candidates: [Candidate], limit: Int) {
    func start(_ candidate: Candidate) -> Int { candidate.fix.edits.first?.range.lower ?? 0 }
    var chosen: [Candidate] = []
    for candidate in candidates.sorted(by: { start($0) < start($1) }) {
      let ranges = candidate.fix.edits.map(\.range)
      guard !ranges.isEmpty, ranges.allSatisfy({ $0.lower >= 0 && $0.upper <= limit }),
        !ranges.contains(where: { range in edits.contains { Self.touches($0.range, range) } })
      else { continue }
      // Two corrections that each take the other's figure for right would make a third mistake.
      if chosen.contains(where: { Self.rests($0, on: candidate) || Self.rests(candidate, on: $0) }) {
        held += 1
        continue
      }
      chosen.append(candidate)
      edits += candidate.fix.edits
    }
    edits.sort { $0.range < $1.range }
    count = chosen.count
  }

  private static func rests(_ a: Candidate, on b: Candidate) -> Bool {
    guard b.fix.safety != .safe else { return false }
    return a.evidence.contains { place in b.fix.edits.contains { touches(place, $0.range) } }
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
      // Whoever may write into the folder could replace the file all the same; that is not what was meant.
      guard status.isWritable else { throw .noPermission }
      var isUnchanged = true
      try FileOutput.replace(target, with: bytes, like: status) { () throws(SystemError) in
        isUnchanged = try Platform.read(target) == text.raw
        return isUnchanged
      }
      if !isUnchanged { throw SystemError(code: -1) }
    } catch {
      throw error.code == -1 ? .changedMeanwhile : .system(SystemError(code: error.code))
    }
  }
}

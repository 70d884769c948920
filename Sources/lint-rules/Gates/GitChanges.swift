internal import LintCore

/// Why git could not say what changed.
enum GitError: ToldError, Equatable {
  case noGit(SystemError)
  case noWorkingTree
  case unknownRevision(String)

  func text(_ language: Language) -> String {
    switch (self, language) {
    case (.noGit(let error), .chinese): "无法运行 git：\(error.text(.chinese))"
    case (.noGit(let error), .english): "cannot run git: \(error.text(.english))"
    case (.noWorkingTree, .chinese): "--since 只能在 git 工作区内使用"
    case (.noWorkingTree, .english): "--since works only inside a git working tree"
    case (.unknownRevision(let name), .chinese): "git 中没有版本“\(name)”"
    case (.unknownRevision(let name), .english): "git knows no revision “\(name)”"
    }
  }
}

/// The lines that changed since a revision.
struct GitChanges: Sendable {
  /// What changed in a file.
  struct Change: Sendable, Equatable {
    /// The changed lines, counted from 0; `nil` if the file is new or git cannot compare it by lines.
    var lines: [Range<Int>]?
    /// The name of the object that holds the file as it was; `nil` if there was none.
    var before: String?
  }

  private let root: [UInt8]
  private var changes: [String: Change] = [:]

  /// Asks git for the changes from a revision to the working tree that a folder lies in.
  init(since revision: String, at start: Path) throws(GitError) {
    let top = try Self.git(["-C", start.text, "rev-parse", "--show-toplevel"])
    guard top.status == 0 else { throw .noWorkingTree }
    root = Array(top.output.prefix { $0 != 0x0A }) + [0x2F]
    let folder = String(decoding: root, as: UTF8.self)
    guard !revision.hasPrefix("-") else { throw .unknownRevision(revision) }
    let diff = try Self.git([
      "-C", folder, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
      "--find-renames", "--full-index", "--src-prefix=a/", "--dst-prefix=b/", revision, "--",
    ])
    guard diff.status == 0 else { throw .unknownRevision(revision) }
    changes = GitDiff.changes(diff.output)
    let new = try Self.git(["-C", folder, "ls-files", "--others", "--exclude-standard", "-z"])
    for name in new.output.split(separator: 0) {
      changes[String(decoding: name, as: UTF8.self)] = Change()
    }
  }

  private static func git(_ arguments: [String]) throws(GitError) -> (status: Int32, output: [UInt8]) {
    do throws(SystemError) {
      return try Platform.run("git", arguments)
    } catch {
      throw .noGit(error)
    }
  }

  /// Keeps the findings that the changes made or take part in.
  ///
  /// A line that is gone leaves its mark where nothing changed: a total that no longer holds, a chapter that is
  /// missing. So what changed lines do not touch is kept as well if `check` did not find it in the file as it was.
  func keepFindings(on path: Path, in result: inout LintResult, check: ([UInt8]) -> LintResult?) {
    guard let name = name(of: path) else { return }
    guard let change = changes[name] else {
      return result.keepFindings { _, finding in touches(elsewhere: finding) }
    }
    guard let lines = change.lines else { return }
    let source = result.draft.source
    let isTouched = result.findings.map { finding in
      touches(elsewhere: finding)
        || ([finding.range] + finding.related.map(\.range)).contains { range in
          let first = source.line(at: range.lower)
          let last = Swift.max(first, source.line(at: Swift.max(range.lower, range.upper - 1)))
          return lines.contains { $0.overlaps(first..<(last + 1)) }
        }
    }
    guard isTouched.contains(false), let before = change.before.flatMap(contents).flatMap(check) else {
      return result.keepFindings { index, _ in isTouched[index] }
    }
    let old = Set(Fingerprint.all(of: before))
    let prints = Fingerprint.all(of: result)
    // What other drafts say of this one is not known of the file as it was.
    result.keepFindings { index, finding in
      isTouched[index] || (finding.rule != CrossDraft.rule && !old.contains(prints[index]))
    }
  }

  /// Tells whether changed lines of another draft take part in a finding.
  private func touches(elsewhere finding: Finding) -> Bool {
    finding.elsewhere.contains { place in
      guard let change = name(of: Path(place.path)).flatMap({ changes[$0] }) else { return false }
      let lines = (place.start.line - 1)..<Swift.max(place.start.line, place.end.line)
      return change.lines?.contains { $0.overlaps(lines) } ?? true
    }
  }

  /// The path of a file from the top of the working tree; `nil` if it lies elsewhere.
  private func name(of path: Path) -> String? {
    guard let absolute = Platform.resolved(path), absolute.bytes.starts(with: root) else { return nil }
    return String(decoding: absolute.bytes.dropFirst(root.count), as: UTF8.self)
  }

  private func contents(of object: String) -> [UInt8]? {
    let folder = String(decoding: root, as: UTF8.self)
    guard let read = try? Self.git(["-C", folder, "cat-file", "blob", object]), read.status == 0 else {
      return nil
    }
    return read.output
  }
}

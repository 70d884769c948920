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
  enum Change: Sendable, Equatable {
    /// Everything: the file is new, or git cannot compare it by lines.
    case all
    /// These lines, counted from 0.
    case lines([Range<Int>])
  }

  private let root: [UInt8]
  private var changes: [String: Change] = [:]

  /// Asks git for the changes from a revision to the working tree.
  init(since revision: String) throws(GitError) {
    let top = try Self.git(["rev-parse", "--show-toplevel"])
    guard top.status == 0 else { throw .noWorkingTree }
    root = Array(top.output.prefix { $0 != 0x0A }) + [0x2F]
    let folder = String(decoding: root, as: UTF8.self)
    guard !revision.hasPrefix("-") else { throw .unknownRevision(revision) }
    let diff = try Self.git([
      "-C", folder, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
      "--no-renames",
      "--src-prefix=a/", "--dst-prefix=b/", revision, "--",
    ])
    guard diff.status == 0 else { throw .unknownRevision(revision) }
    changes = Self.changes(diff: diff.output)
    let new = try Self.git(["-C", folder, "ls-files", "--others", "--exclude-standard", "-z"])
    for name in new.output.split(separator: 0) { changes[String(decoding: name, as: UTF8.self)] = .all }
  }

  private static func git(_ arguments: [String]) throws(GitError) -> (status: Int32, output: [UInt8]) {
    do throws(SystemError) {
      return try Platform.run("git", arguments)
    } catch {
      throw .noGit(error)
    }
  }

  /// The changes by path that a diff without context tells of.
  static func changes(diff: [UInt8]) -> [String: Change] {
    var changes: [String: Change] = [:]
    var path: String?
    for line in diff.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("diff --git ") {
        path = nil
      } else if text.hasPrefix("+++ ") {
        path = name(String(text.dropFirst(4)))
        if let path { changes[path] = .lines([]) }
      } else if text.hasPrefix("@@ "), let path, case .lines(let known) = changes[path] ?? .lines([]) {
        if let range = hunk(text) { changes[path] = .lines(known + [range]) }
      } else if text.hasPrefix("Binary files "), let end = text.firstRange(of: " differ"),
        let start = text.firstRange(of: " and ")
      {
        if let path = name(String(text[start.upperBound..<end.lowerBound])) { changes[path] = .all }
      }
    }
    return changes
  }

  /// The path after `b/`, which git quotes if it holds odd characters; `nil` for a file that is gone.
  private static func name(_ written: String) -> String? {
    var bytes = Array(written.utf8)
    if bytes.last == 0x09 { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""), bytes.count >= 2 {
      bytes = unquoted(bytes.dropFirst().dropLast())
    }
    guard bytes.starts(with: Array("b/".utf8)) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        out.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        out.append(digits.reduce(0) { $0 &<< 3 | ($1 & 7) })
      default: out.append(next)
      }
    }
    return out
  }

  /// The lines on the new side of `@@ -a,b +c,d @@`; a removal counts as a change where it was.
  private static func hunk(_ text: String) -> Range<Int>? {
    guard let plus = text.split(separator: " ").first(where: { $0.hasPrefix("+") }) else { return nil }
    let numbers = plus.dropFirst().split(separator: ",").map { Int($0) ?? 0 }
    guard let first = numbers.first, first >= 0, first < 1 << 40 else { return nil }
    let count = numbers.count > 1 ? Swift.max(0, Swift.min(numbers[1], 1 << 30)) : 1
    let start = Swift.max(0, first - 1)
    return count == 0 ? start..<(start + 2) : start..<(start + count)
  }

  /// Keeps the findings that a changed line takes part in.
  func keepFindings(on path: Path, in result: inout LintResult) {
    guard let absolute = Platform.resolved(path), absolute.bytes.starts(with: root) else { return }
    let name = String(decoding: absolute.bytes.dropFirst(root.count), as: UTF8.self)
    let source = result.draft.source
    switch changes[name] {
    case .all: return
    case nil: result.keepFindings { _, _ in false }
    case .lines(let changed):
      result.keepFindings { _, finding in
        ([finding.range] + finding.related.map(\.range)).contains { range in
          let first = source.line(at: range.lower)
          let last = Swift.max(first, source.line(at: Swift.max(range.lower, range.upper - 1)))
          return changed.contains { $0.overlaps(first..<(last + 1)) }
        }
      }
    }
  }
}

import Foundation

@testable import LintCore

/// The drafts that the tests read from disk.
enum Fixtures {
  struct File: CustomStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var description: String { name }
  }

  /// The root of the package, found from this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Drafts without mistakes.
  static let clean = files(in: root.appending(path: "Tests/Fixtures/clean"))
  /// The same kind of drafts with mistakes.
  static let planted = files(in: root.appending(path: "Tests/Fixtures/planted"))
  /// Real drafts beside the package, if there are any.
  static let shared = files(in: root.appending(path: "../shared/drafts"))

  /// What must be found in a draft of ``planted``: the lines and severities of the table beside it.
  static func mistakes(in file: File) -> [Mistake] {
    let name = (file.name as NSString).deletingPathExtension + ".tsv"
    let path = root.appending(path: "Tests/Fixtures/planted/" + name)
    let rows = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
    return rows.compactMap { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 5 else { return nil }
      let lines = cells[0].split(separator: "-").compactMap { Int($0) }
      guard let first = lines.first, let last = lines.last, first <= last else { return nil }
      return Mistake(lines: first...last, category: String(cells[1]), severity: String(cells[2]))
    }
  }

  /// A mistake that a draft was given.
  struct Mistake {
    /// Counted from 1.
    var lines: ClosedRange<Int>
    var category: String
    /// `error`, `warning` or `info`.
    var severity: String
  }

  private static func files(in folder: URL) -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { File(name: name, bytes: Array($0)) }
    }
  }
}

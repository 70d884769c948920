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

  private static func files(in folder: URL) -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { File(name: name, bytes: Array($0)) }
    }
  }
}

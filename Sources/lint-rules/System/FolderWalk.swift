internal import LintCore

/// Finds the drafts in a folder and the folders below it.
///
/// Symbolic links are followed, and every folder is entered once whatever ways lead to it, so loops end. Hidden
/// files and folders are passed over, and what a `.gitignore` or `.git/info/exclude`
/// names.
struct FolderWalk {
  /// The endings of file names that are drafts.
  static let extensions: Set<String> = ["md", "markdown", "txt"]

  /// Something found on the way: a draft, or a folder that could not be read.
  enum Step: Equatable {
    case draft(Path)
    case unreadable(Path, SystemError)
  }

  /// A folder to enter, with the ignore files that speak of what is in it.
  private struct Stop {
    let folder: Path
    /// Each with the path of this folder below the one it stands in, ending with a slash if not empty.
    let ignores: [(rules: IgnoreRules, prefix: String)]
  }

  private var entered: Set<FileIdentity> = []
  private let honorsIgnoreFiles: Bool
  private let isWanted: (Path) -> Bool

  /// Creates a walk that takes the files for which `isWanted` holds; by default those with a draft's name.
  init(honorsIgnoreFiles: Bool = true, isWanted: @escaping (Path) -> Bool = { FolderWalk.isDraft($0.name) }) {
    self.honorsIgnoreFiles = honorsIgnoreFiles
    self.isWanted = isWanted
  }

  /// All drafts under a folder, each folder's own files before those of its subfolders, by byte order of names.
  ///
  /// - Complexity: O(n log n) in the number of directory entries.
  mutating func drafts(in root: Path) -> [Step] {
    var steps: [Step] = []
    // A stack instead of recursion: how deep folders are nested is up to whoever made them.
    var waiting = [Stop(folder: root, ignores: honorsIgnoreFiles ? Self.ignoresAbove(root) : [])]
    while let stop = waiting.popLast() {
      do throws(SystemError) {
        let status = try FileStatus(stop.folder)
        guard entered.insert(status.identity).inserted else { continue }
        waiting += try enter(stop, &steps).reversed()
      } catch {
        steps.append(.unreadable(stop.folder, error))
      }
    }
    return steps
  }

  /// Takes the drafts of one folder and returns its subfolders.
  private func enter(_ stop: Stop, _ steps: inout [Step]) throws(SystemError) -> [Stop] {
    let names = try Platform.names(in: stop.folder)
    var ignores = stop.ignores
    if honorsIgnoreFiles, names.contains(Self.ignoreName) {
      ignores += Self.ignoreFile(stop.folder.appending(Self.ignoreName)).map { [($0, "")] } ?? []
    }
    var subfolders: [Stop] = []
    for name in names where name.first != UInt8(ascii: ".") {
      let path = stop.folder.appending(name)
      // A dangling link with a draft's name is a draft that cannot be read, and is said so later.
      switch try? FileStatus(path).kind {
      case .folder:
        let text = String(decoding: name, as: UTF8.self)
        if Self.isIgnored(text, isFolder: true, ignores) { continue }
        subfolders.append(Stop(folder: path, ignores: ignores.map { ($0.rules, $0.prefix + text + "/") }))
      case .file, nil:
        guard isWanted(path) else { continue }
        if Self.isIgnored(String(decoding: name, as: UTF8.self), isFolder: false, ignores) { continue }
        steps.append(.draft(path))
      case .stream, .other: break
      }
    }
    return subfolders
  }

  private static func isIgnored(
    _ name: String, isFolder: Bool, _ ignores: [(rules: IgnoreRules, prefix: String)]
  ) -> Bool {
    // The file nearest to the entry has the last word.
    for (rules, prefix) in ignores.reversed() {
      if let verdict = rules.verdict(prefix + name, isFolder: isFolder) { return verdict }
    }
    return false
  }

  /// The ignore files of the folders above a folder, up to the top of its git working tree, topmost first.
  private static func ignoresAbove(_ folder: Path) -> [(rules: IgnoreRules, prefix: String)] {
    guard let absolute = Platform.resolved(folder) else { return [] }
    var found: [(rules: IgnoreRules, prefix: String)] = []
    var (here, prefix) = (absolute, "")
    while true {
      let git = here.appending(Array(".git".utf8))
      if (try? FileStatus(git)) != nil {
        // What one working tree alone leaves out weighs least.
        if let rules = ignoreFile(git.appending(Array("info/exclude".utf8))) { found.append((rules, prefix)) }
        return found.reversed()
      }
      guard here.bytes.count > 1 else { return [] }
      prefix = String(decoding: here.name, as: UTF8.self) + "/" + prefix
      here = here.folder
      if let rules = ignoreFile(here.appending(ignoreName)) { found.append((rules, prefix)) }
    }
  }

  private static let ignoreName = Array(".gitignore".utf8)

  private static func ignoreFile(_ file: Path) -> IgnoreRules? {
    guard let bytes = try? Platform.read(file) else { return nil }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let rules = IgnoreRules(lines: lines)
    return rules.isEmpty ? nil : rules
  }

  /// Tells whether a file of this name is a draft when it is found in a folder.
  static func isDraft(_ name: some Collection<UInt8>) -> Bool {
    let bytes = Array(name)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased())
  }
}

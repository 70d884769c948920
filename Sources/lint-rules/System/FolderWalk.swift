/// Finds the drafts in a folder and the folders below it.
///
/// Symbolic links are followed, and every folder is entered once whatever ways lead to it, so loops end.
/// Hidden files and folders are passed over.
struct FolderWalk {
  /// The endings of file names that are drafts.
  static let extensions: Set<String> = ["md", "markdown", "txt"]

  /// Something found on the way: a draft, or a folder that could not be read.
  enum Step: Equatable {
    case draft(Path)
    case unreadable(Path, SystemError)
  }

  private var entered: Set<FileIdentity> = []

  /// All drafts under a folder, each folder's own files before those of its subfolders, by byte order of names.
  ///
  /// - Complexity: O(n log n) in the number of directory entries.
  mutating func drafts(in root: Path) -> [Step] {
    var steps: [Step] = []
    // A stack instead of recursion: how deep folders are nested is up to whoever made them.
    var waiting = [root]
    while let folder = waiting.popLast() {
      do throws(SystemError) {
        let status = try FileStatus(folder)
        guard entered.insert(status.identity).inserted else { continue }
        var subfolders: [Path] = []
        for name in try Platform.names(in: folder) where name.first != UInt8(ascii: ".") {
          let path = folder.appending(name)
          if Self.isDraft(name) {
            // A dangling link with a draft's name is a draft that cannot be read, and is said so later.
            switch try? FileStatus(path).kind {
            case .file, nil: steps.append(.draft(path))
            case .folder: subfolders.append(path)
            case .stream, .other: break
            }
          } else if (try? FileStatus(path))?.kind == .folder {
            subfolders.append(path)
          }
        }
        waiting += subfolders.reversed()
      } catch {
        steps.append(.unreadable(folder, error))
      }
    }
    return steps
  }

  /// Tells whether a file of this name is a draft when it is found in a folder.
  static func isDraft(_ name: some Collection<UInt8>) -> Bool {
    let bytes = Array(name)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased())
  }
}

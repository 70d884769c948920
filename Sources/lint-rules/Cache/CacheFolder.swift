internal import LintCore

/// The folder that caches lie in.
enum CacheFolder {
  /// No file grows beyond this number of bytes.
  static let largestFile: UInt64 = 256 << 20
  /// The folder holds no more bytes than this: the files that were not used for longest go first.
  static let largestFolder = 1 << 30
  /// Files that were not used for this number of seconds go.
  static let oldest = 30 * 24 * 3600
  private static let ending = ".reports"

  /// The user's folder, where the XDG Base Directory Specification puts it; `nil` if there is no home.
  static func standing(_ environment: (String) -> String? = Platform.environment) -> Path? {
    UserFolder.path("XDG_CACHE_HOME", ".cache", environment).map { Path($0 + "/lint-rules") }
  }

  /// The name of the file of a setting.
  static func name(_ number: UInt64) -> String { number.hexadecimal + ending }

  /// Removes files that were not used for long, and those above the folder's size.
  static func prune(_ folder: Path, keeping kept: Path) {
    let now = Platform.now
    var size = 0
    let files = ((try? Platform.names(in: folder)) ?? []).compactMap {
      name -> (path: Path, status: FileStatus)? in
      let path = folder.appending(name)
      guard isOurs(name), path != kept, let status = try? FileStatus(path), status.kind == .file else {
        return nil
      }
      return (path, status)
    }
    for file in files.sorted(by: { $0.status.modified.seconds > $1.status.modified.seconds }) {
      size += file.status.size
      if size > largestFolder || now - file.status.modified.seconds > oldest { Platform.remove(file.path) }
    }
  }

  /// Tells the files that this program writes from any others.
  private static func isOurs(_ name: [UInt8]) -> Bool {
    name.count == 16 + ending.utf8.count && name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      && name.prefix(16).allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }
}

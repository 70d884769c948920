#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import LintCore
internal import LintServer

/// What the language server may see of the disk.
enum EditorFiles {
  /// The ways to the disk that a server is given.
  static let access = FileAccess(
    drafts: drafts, packs: packs, read: read, stamp: stamp, identity: identity)

  @Sendable
  private static func drafts(_ folder: String, _ exclude: [String]) -> [String] {
    var walk = FolderWalk()
    let rules = IgnoreRules(lines: exclude)
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return walk.drafts(in: Path(folder)).compactMap { step in
      guard case .draft(let path) = step else { return nil }
      let inside = path.text.hasPrefix(prefix) ? String(path.text.dropFirst(prefix.count)) : path.text
      return isExcluded(inside, rules) ? nil : path.text
    }
  }

  /// Tells whether the patterns name a file or one of the folders it lies in.
  private static func isExcluded(_ path: String, _ rules: IgnoreRules) -> Bool {
    if rules.verdict(path, isFolder: false) == true { return true }
    let folders = path.split(separator: "/").dropLast()
    return folders.indices.contains {
      rules.verdict(folders[...$0].joined(separator: "/"), isFolder: true) == true
    }
  }

  @Sendable
  private static func packs(_ path: String) -> [String] {
    let path = Path(path)
    guard let kind = try? FileStatus(path).kind else { return [] }
    guard kind == .folder else { return [path.text] }
    return ((try? Platform.names(in: path)) ?? [])
      .filter { $0.first != UInt8(ascii: ".") && String(decoding: $0, as: UTF8.self).hasSuffix(".json5") }
      .map { path.appending($0).text }
  }

  /// Only files are read: a pipe with a draft's name would keep the server waiting.
  @Sendable
  private static func read(_ path: String) -> [UInt8]? {
    let path = Path(path)
    guard let status = try? FileStatus(path), status.kind == .file, let bytes = try? Platform.read(path)
    else {
      return nil
    }
    return (try? DecodedText(bytes))?.utf8
  }

  @Sendable
  private static func identity(_ path: String) -> String? {
    guard let status = try? FileStatus(Path(path)), status.kind == .file else { return nil }
    return "\(status.identity.device):\(status.identity.inode)"
  }

  @Sendable
  private static func stamp(_ path: String) -> UInt64? {
    guard let status = try? FileStatus(Path(path)), status.kind == .file else { return nil }
    var hasher = Hasher()
    hasher.combine(status.modified)
    hasher.combine(status.size)
    hasher.combine(status.identity.inode)
    return UInt64(UInt(bitPattern: hasher.finalize()))
  }
}

internal import LintCore

/// What earlier runs with the same setting reported, so that a draft which has not changed is not checked again.
///
/// A report follows from the draft's bytes and name, the rules and what was asked, and from nothing else; it is
/// found again by a keyed hash of 128 bits of all these. Whatever is wrong with the file or its folder, the run goes on
/// as if there were none.
struct ReportCache: Sendable {
  /// The name of a report: the number of its path, and the hash of all it follows from.
  struct Name: Hashable, Sendable {
    let number: UInt64
    let content: SipHash.Digest
  }

  private let path: Path
  private let key: SipHash.Key
  private let file: CacheFile?
  /// The hash of the setting, to go on from with each draft.
  private let start: SipHash

  /// The cache of a session, if its reports may be kept.
  init?(_ session: CheckSession, _ context: ReportContext) {
    guard session.keepsReports, let folder = Self.folder(session.request),
      let setting = RunSetting(session, context)
    else { return nil }
    // The names of files are no secret; the hashes that reports are found by are.
    let name = SipHash.hash(setting.bytes, SipHash.Key(low: 0, high: 0)).low
    path = folder.appending(Array((CacheFolder.name(name)).utf8))
    file = CacheFile(path)
    key = file?.key ?? .random()
    var start = SipHash(key)
    start.add(field: setting.bytes)
    self.start = start
  }

  /// The number of drafts from which reports are kept: to check fewer takes no longer than to look them up and write
  /// the file anew.
  static let leastDrafts = 64

  /// Where the caches of a request lie.
  private static func folder(_ request: CheckRequest) -> Path? {
    if let folder = request.cacheFolder { return folder }
    return request.usesCache ? CacheFolder.standing() : nil
  }

  /// The name of the report of a draft.
  func name(of draft: CheckSession.OpenedDraft, _ session: CheckSession) -> Name {
    var hash = start
    hash.add(field: draft.path.bytes)
    hash.add(field: Array(draft.name.utf8))
    // Settings for some paths go by where a draft really lies.
    if !session.overrides.isEmpty {
      hash.add(field: Array((session.request.project.inside(draft.path) ?? "").utf8))
    }
    hash.add(field: draft.bytes)
    return Name(number: SipHash.hash(draft.path.bytes, key).low, content: hash.finished())
  }

  /// The report of this name, if a run has kept it.
  ///
  /// May be called on any thread.
  func report(_ name: Name, pieces: Int) -> CachedReport? {
    guard let file, let entry = file.entries[name.number], entry.content == name.content,
      let report = file.bytes(entry).flatMap(CachedReport.init), report.pieces.count == pieces
    else { return nil }
    return report
  }

  /// The new reports of a run.
  final class Harvest {
    private let cache: ReportCache
    private var writer: CacheFileWriter?
    private var hasFailed = false

    init(_ cache: ReportCache) { self.cache = cache }

    /// Keeps a report.
    func put(_ name: Name, _ report: CachedReport) {
      guard !hasFailed else { return }
      attempt { () throws(SystemError) in
        if writer == nil {
          try Platform.createPrivateFolders(cache.path.folder)
          writer = try CacheFileWriter(cache.path, cache.key)
        }
        try writer?.put(name.number, name.content, report.bytes)
      }
    }

    /// Writes the file if there is anything new: with it the reports that were there before, as far as there is room.
    func finish() {
      guard let writer, !hasFailed else {
        if cache.file != nil { Platform.touch(cache.path) }
        return
      }
      attempt { () throws(SystemError) in
        for (number, entry) in cache.file?.entries.sorted(by: { $0.value.offset < $1.value.offset }) ?? [] {
          guard !writer.has(number), writer.size + entry.length <= CacheFolder.largestFile,
            let bytes = cache.file?.bytes(entry)
          else { continue }
          try writer.put(number, entry.content, bytes)
        }
        try writer.finish()
        CacheFolder.prune(cache.path.folder, keeping: cache.path)
      }
    }

    private func attempt(_ step: () throws(SystemError) -> Void) {
      do throws(SystemError) {
        try step()
      } catch {
        // A cache that cannot be written is none; the file that was begun goes with its writer.
        hasFailed = true
        writer = nil
      }
    }
  }
}

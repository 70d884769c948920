internal import LintCore

/// Writes reports piece by piece, each to its target.
final class ReportWriter {
  private struct Stream {
    let report: Report
    let file: FileOutput?
    let output: Output
    var hasPieces = false
  }

  private var streams: [Stream] = []
  /// The folders in which each draft has a page of its own.
  private var folders: [Path] = []
  private let context: ReportContext

  /// Opens all targets and writes what comes before the first draft.
  init(_ targets: [ReportTarget], _ context: ReportContext) throws(SystemError) {
    self.context = context
    for target in targets {
      if let folder = target.folder {
        try Platform.createFolder(folder)
        folders.append(folder)
      }
      let file: FileOutput? =
        if let path = target.path, target.folder == nil { try FileOutput(path) } else { nil }
      // A folder's pages are files of their own; its stream stays empty.
      let descriptor: Int32 = target.path == nil ? 1 : -1
      let stream = Stream(
        report: target.report, file: file, output: file?.output ?? Output(descriptor: descriptor))
      if target.folder == nil { try stream.output.put(target.report.opening(context)) }
      streams.append(stream)
    }
  }

  /// Renders a draft for every target, and writes its page where it has one; runs on any thread.
  static func pieces(
    _ draft: CheckedDraft, _ targets: [ReportTarget], _ context: ReportContext
  ) throws(SystemError) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for target in targets {
      if let folder = target.folder {
        let page = HTMLIndex.page(draft, context.withoutColor)
        try FileOutput.write(page, to: folder.appending(Array(HTMLIndex.fileName(draft.path).utf8)))
        pieces.append([])
      } else {
        pieces.append(target.report.piece(draft, target.path == nil ? context : context.withoutColor))
      }
    }
    return pieces
  }

  /// What every target says of an input that could not be checked.
  static func pieces(
    _ failure: FailedInput, _ targets: [ReportTarget], _ context: ReportContext
  ) -> [[UInt8]] {
    targets.map { $0.folder == nil ? $0.report.failure(failure, context) : [] }
  }

  /// Writes the pieces of a draft, one for each target.
  func put(_ pieces: [[UInt8]]) throws(SystemError) {
    for (index, piece) in pieces.enumerated() where streams.indices.contains(index) && !piece.isEmpty {
      if streams[index].hasPieces { try streams[index].output.put(streams[index].report.separator) }
      streams[index].hasPieces = true
      try streams[index].output.put(piece)
    }
  }

  /// Writes what comes after the last draft and puts the files in their places.
  func finish(_ summary: ReportSummary, _ targets: [ReportTarget]) throws(SystemError) {
    for (stream, target) in zip(streams, targets) where target.folder == nil {
      let context = stream.file == nil ? context : context.withoutColor
      try stream.output.put(stream.report.closing(summary, context))
      try stream.output.flush()
      try stream.file?.finish()
    }
    for folder in folders {
      try FileOutput.write(
        HTMLIndex.page(summary, context.withoutColor), to: folder.appending(Array(HTMLIndex.name.utf8)))
      try removeStalePages(in: folder, summary)
    }
  }

  /// Removes the pages of drafts that an earlier run left behind and the index no longer leads to.
  private func removeStalePages(in folder: Path, _ summary: ReportSummary) throws(SystemError) {
    // A run that checked nothing says nothing of the drafts that were.
    guard summary.files > 0 else { return }
    let pages = Set(summary.drafts.map { HTMLIndex.fileName($0.path) })
    for name in try Platform.names(in: folder) {
      let text = String(decoding: name, as: UTF8.self)
      if HTMLIndex.isFileName(text), !pages.contains(text) { Platform.remove(folder.appending(name)) }
    }
  }
}

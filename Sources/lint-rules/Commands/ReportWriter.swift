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
  private let context: ReportContext

  /// Opens all targets and writes what comes before the first draft.
  init(_ targets: [ReportTarget], _ context: ReportContext) throws(SystemError) {
    self.context = context
    for target in targets {
      let file: FileOutput? = if let path = target.path { try FileOutput(path) } else { nil }
      let stream = Stream(report: target.report, file: file, output: file?.output ?? Output(descriptor: 1))
      try stream.output.put(target.report.opening(context))
      streams.append(stream)
    }
  }

  /// Renders a draft for every target; runs on any thread.
  static func pieces(_ draft: CheckedDraft, _ targets: [ReportTarget], _ context: ReportContext) -> [[UInt8]]
  {
    targets.map { target in
      target.report.piece(draft, target.path == nil ? context : context.withoutColor)
    }
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
  func finish(_ summary: ReportSummary) throws(SystemError) {
    for stream in streams {
      let context = stream.file == nil ? context : context.withoutColor
      try stream.output.put(stream.report.closing(summary, context))
      try stream.output.flush()
      try stream.file?.finish()
    }
  }
}

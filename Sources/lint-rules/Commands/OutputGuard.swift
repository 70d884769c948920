internal import LintCore

/// Why a file cannot be written to.
enum OutputError: ToldError, Equatable {
  /// The file is one of the drafts.
  case isDraft(Path)
  /// Two reports go to one file.
  case isTakenTwice(Path)

  func text(_ language: Language) -> String {
    switch (self, language) {
    case (.isDraft(let path), .chinese): "\(path.text) 本身在要检查的草稿之中，不予覆盖；请另写文件名，或用 --exclude 将其排除"
    case (.isDraft(let path), .english):
      "\(path.text) is one of the drafts and is not overwritten; name another file, or leave it out with --exclude"
    case (.isTakenTwice(let path), .chinese): "两份结果不能写入同一个文件 \(path.text)"
    case (.isTakenTwice(let path), .english): "two reports cannot go to the same file \(path.text)"
    }
  }
}

/// Keeps what the program writes from taking the place of a draft or of another report.
enum OutputGuard {
  /// Refuses files that are among the drafts, by whatever name, and files that are named twice.
  ///
  /// - Complexity: O(inputs), if one of the files is there already.
  static func check(_ files: [Path], against inputs: [Input]) throws(OutputError) {
    var names: Set<Path> = []
    var present: [FileIdentity: Path] = [:]
    for file in files {
      let status = try? FileStatus(file)
      // Devices and pipes take what comes.
      if let status, status.kind != .file { continue }
      guard names.insert(place(of: file)).inserted else { throw .isTakenTwice(file) }
      if let status { present[status.identity] = file }
    }
    guard !present.isEmpty else { return }
    for case .file(let input) in inputs {
      if let status = try? FileStatus(input), let file = present[status.identity] { throw .isDraft(file) }
    }
  }

  /// The path without links in its folder, which is there even if the file is not.
  private static func place(of file: Path) -> Path {
    Platform.resolved(file.folder)?.appending(Array(file.name)) ?? file
  }
}

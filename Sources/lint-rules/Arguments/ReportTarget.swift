internal import LintCore

/// A report to write and where it goes.
struct ReportTarget: Sendable {
  let report: Report
  /// The file, or standard output if there is none.
  let path: Path?

  /// The folder for an index and a page for each draft: a path of a page that ends with a slash.
  var folder: Path? {
    guard report.name == Report.html.name, let path, path.bytes.last == UInt8(ascii: "/") else { return nil }
    return path
  }

  /// The reports that `--format` and `--output` ask for, in their order.
  ///
  /// A file takes the format that stands before it, or the one of its ending. A format without a file goes to
  /// standard output; so does text, if no format is named at all.
  static func all(_ parsed: ParsedArguments) throws(ArgumentError) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    var waiting: Report?
    var hasFormat = false
    for option in parsed.options {
      switch option.id {
      case .format:
        // A later format overrides one that no file has taken.
        waiting = Report.named(option.value.text)
        hasFormat = true
      case .output:
        let path = Path(bytes: option.value.bytes)
        if path.bytes.isEmpty { throw .missingValue(option: "--output") }
        if path == "-" {
          waiting = waiting ?? .text
          hasFormat = true
          continue
        }
        guard let report = waiting ?? report(forEndingOf: path) else {
          throw .unknownEnding(path.text, known: endings.map { "." + $0.ending })
        }
        targets.append(ReportTarget(report: report, path: path))
        waiting = nil
      default: break
      }
    }
    if let waiting {
      targets.append(ReportTarget(report: waiting, path: nil))
    } else if !hasFormat {
      targets.append(ReportTarget(report: .text, path: nil))
    }
    return targets
  }

  private static let endings: [(ending: String, report: Report)] = [
    ("txt", .text), ("json", .json), ("jsonl", .jsonLines), ("sarif", .sarif), ("md", .markdown),
    ("xml", .junit), ("html", .html), ("htm", .html),
  ]

  private static func report(forEndingOf path: Path) -> Report? {
    if path.bytes.last == UInt8(ascii: "/") { return .html }
    let name = String(decoding: path.name, as: UTF8.self).lowercased()
    return endings.first { name.hasSuffix("." + $0.ending) }?.report
  }
}

internal import LintCore

/// What a baseline says of the findings of a draft.
struct BaselineVerdict: Sendable, Equatable {
  /// The findings that were there before and are not reported.
  var known = 0
  /// The findings that were there before and are gone.
  var fixed = 0
}

/// A finding as a baseline remembers it.
struct BaselineEntry: Hashable, Sendable {
  /// The path from the folder of the baseline.
  let path: String
  let rule: String
  let fingerprint: String
  /// What was reported, for people who read the file; it is not compared.
  let message: String

  static func == (a: Self, b: Self) -> Bool { a.path == b.path && a.fingerprint == b.fingerprint }
  func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(fingerprint)
  }
}

/// Why a baseline cannot be read.
enum BaselineError: ToldError, Equatable {
  case unreadable(Path, SystemError)
  case malformed(Path, line: Int)

  func text(_ language: Language) -> String {
    switch (self, language) {
    case (.unreadable(let path, let error), .chinese): "无法读取基线 \(path.text)：\(error.text(.chinese))"
    case (.unreadable(let path, let error), .english):
      "cannot read the baseline \(path.text): \(error.text(.english))"
    case (.malformed(let path, let line), .chinese): "\(path.text):\(line): 不是基线文件"
    case (.malformed(let path, let line), .english): "\(path.text):\(line): not a baseline"
    }
  }
}

/// The findings that were accepted at some time: only what came later is reported.
///
/// Findings are known by what they are about (``Fingerprint``), and drafts by their path from the folder of the
/// baseline, so the file can be kept with the drafts and read from any folder.
struct Baseline: Sendable {
  /// The name that is used if none is given.
  static let defaultName: Path = "lint-baseline.json"

  private(set) var entries: [BaselineEntry]
  /// The file as it was read.
  let source: [UInt8]
  /// The rules of the entries by path and fingerprint.
  private let rules: [String: [String: String]]
  private let folder: BaselineFolder

  /// Reads a baseline.
  init(_ path: Path) throws(BaselineError) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Platform.read(path)
    } catch {
      throw .unreadable(path, error)
    }
    source = bytes
    do {
      let value = try JSONParser.parse(bytes)
      guard value["version"]?.int == 1, let list = value["findings"]?.array else {
        throw BaselineError.malformed(path, line: 1)
      }
      entries = list.compactMap { item in
        guard let path = item["path"]?.string, let fingerprint = item["fingerprint"]?.string else {
          return nil
        }
        return BaselineEntry(
          path: path, rule: item["rule"]?.string ?? "", fingerprint: fingerprint,
          message: item["message"]?.string ?? "")
      }
      guard entries.count == list.count else { throw BaselineError.malformed(path, line: 1) }
    } catch let error as JSONSyntaxError {
      throw .malformed(path, line: bytes.prefix(error.offset).count { $0 == 0x0A } + 1)
    } catch let error as BaselineError {
      throw error
    } catch {
      throw .malformed(path, line: 1)
    }
    rules = Dictionary(grouping: entries, by: \.path).mapValues { entries in
      Dictionary(entries.map { ($0.fingerprint, $0.rule) }, uniquingKeysWith: { first, _ in first })
    }
    folder = BaselineFolder(of: path)
  }

  /// Takes the findings out of a result that were there before.
  ///
  /// What the options leave out was not looked for: its absence is no correction.
  func take(from result: inout LintResult, path: Path, _ options: LintOptions) -> BaselineVerdict {
    let known = rules[folder.name(of: path)] ?? [:]
    guard !known.isEmpty else { return BaselineVerdict() }
    let present = Fingerprint.all(of: result).map(\.text)
    result.keepFindings { index, _ in known[present[index]] == nil }
    let seen = Set(present)
    return BaselineVerdict(
      known: known.keys.count(where: seen.contains),
      fixed: known.count { !seen.contains($0.key) && options.wants($0.value) })
  }

  /// The bytes of a baseline with the given entries: one line each, in an order that does not depend on theirs.
  static func bytes(_ entries: [BaselineEntry]) -> [UInt8] {
    let sorted = entries.sorted { ($0.path, $0.rule, $0.fingerprint) < ($1.path, $1.rule, $1.fingerprint) }
    var out = Array("{\"version\": 1, \"findings\": [\n".utf8)
    for (index, entry) in sorted.enumerated() {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("path", entry.path)
        writer.field("rule", entry.rule)
        writer.field("fingerprint", entry.fingerprint)
        writer.field("message", entry.message)
      }
      out += writer.bytes + Array((index + 1 < sorted.count ? ",\n" : "\n").utf8)
    }
    return out + Array("]}\n".utf8)
  }
}

/// The folder that the paths of a baseline start from.
struct BaselineFolder: Sendable {
  private let root: [UInt8]?

  /// The folder that a baseline lies in or will lie in.
  init(of baseline: Path) {
    root = Platform.resolved(baseline.folder).map { $0.bytes + ($0.bytes == [0x2F] ? [] : [0x2F]) }
  }

  /// The path of a draft from the folder; a draft outside keeps the name it was given.
  func name(of path: Path) -> String {
    guard let root, let absolute = Platform.resolved(path), absolute.bytes.starts(with: root) else {
      return path.text
    }
    return String(decoding: absolute.bytes.dropFirst(root.count), as: UTF8.self)
  }

  /// Tells whether nothing is left of a draft that a baseline names; of one outside the folder nothing is known.
  func lacks(_ name: String) -> Bool {
    guard let root, !name.hasPrefix("/"), !name.hasPrefix("../"), !name.contains("\u{FFFD}") else {
      return false
    }
    do throws(SystemError) {
      _ = try FileStatus(Path(bytes: root + Array(name.utf8)))
      return false
    } catch {
      return error == .notFound
    }
  }
}

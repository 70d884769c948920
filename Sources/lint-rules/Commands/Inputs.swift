internal import LintCore

/// Something to check, or the reason why it cannot be.
enum Input: Sendable, Equatable {
  case file(Path)
  case standardInput
  case refused(Path, SystemError)
  /// A folder that holds no draft.
  case empty(Path)
  /// A pattern that no file fits.
  case unmatched(Path)
}

/// Finds what the given paths stand for.
struct InputSearch {
  /// Patterns of paths that are left out, also when they are given by name.
  let exclude: IgnoreRules
  /// The patterns of the project, which start from its folder.
  let projectExclude: (rules: IgnoreRules, root: [UInt8])
  let honorsIgnoreFiles: Bool

  private var inputs: [Input] = []
  private var seen: Set<[UInt8]> = []
  private let workingFolders = Platform.workingFolders
  /// Tells whether the project leaves out a file that was given by name.
  private(set) var leavesOutNamed = false

  init(
    exclude: IgnoreRules = IgnoreRules(lines: []), projectExclude: (rules: IgnoreRules, root: [UInt8])? = nil,
    honorsIgnoreFiles: Bool = true
  ) {
    self.exclude = exclude
    self.projectExclude = projectExclude ?? (IgnoreRules(lines: []), [])
    self.honorsIgnoreFiles = honorsIgnoreFiles
  }

  /// The inputs that paths, folders and patterns stand for, in their order; a path met twice is taken once.
  mutating func gather(_ paths: [Path]) -> [Input] {
    for path in paths { take(path) }
    return inputs
  }

  private mutating func take(_ path: Path) {
    if path == "-" {
      inputs.append(.standardInput)
      return
    }
    do throws(SystemError) {
      if try FileStatus(path).kind == .folder {
        var walk = FolderWalk(honorsIgnoreFiles: honorsIgnoreFiles)
        if !take(walk.drafts(in: path)) { inputs.append(.empty(path)) }
      } else if isExcluded(path) {
        leavesOutNamed = leavesOutNamed || isExcludedByProject(path)
      } else if isNew(path) {
        inputs.append(.file(path))
      }
    } catch  where error == .notFound && Glob.isPattern(path.text) {
      expand(path)
    } catch {
      inputs.append(.refused(path, error))
    }
  }

  /// Takes the steps of a walk; tells whether there was any.
  private mutating func take(_ steps: [FolderWalk.Step]) -> Bool {
    var found = false
    for step in steps {
      switch step {
      case .draft(let draft):
        if isExcluded(draft) { continue }
        found = true
        if isNew(draft) { inputs.append(.file(draft)) }
      case .unreadable(let folder, let error):
        found = true
        inputs.append(.refused(folder, error))
      }
    }
    return found
  }

  /// Takes the files that a pattern fits, for shells that leave patterns to the program.
  private mutating func expand(_ pattern: Path) {
    let parts = pattern.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let fixed = parts.prefix { !Glob.isPattern(String(decoding: $0, as: UTF8.self)) }
    let root = Path(bytes: Array(fixed.joined(separator: [UInt8(ascii: "/")])))
    let isAbsolute = pattern.bytes.first == UInt8(ascii: "/")
    let start: Path = root.bytes.isEmpty ? (isAbsolute ? "/" : "") : root
    let glob = Glob(pattern.text)
    var walk = FolderWalk(honorsIgnoreFiles: honorsIgnoreFiles) { glob.matches($0.text) }
    if !take(walk.drafts(in: start)) { inputs.append(.unmatched(pattern)) }
  }

  /// Tells whether a path is met for the first time, however it is spelled.
  private mutating func isNew(_ path: Path) -> Bool {
    seen.insert(ReportPath.clean(path.bytes, from: workingFolders)).inserted
  }

  private func isExcludedByProject(_ path: Path) -> Bool {
    guard !projectExclude.rules.isEmpty, let absolute = Platform.resolved(path),
      absolute.bytes.starts(with: projectExclude.root)
    else { return false }
    return projectExclude.rules.ignores(
      anyOf: String(decoding: absolute.bytes.dropFirst(projectExclude.root.count), as: UTF8.self))
  }

  private func isExcluded(_ path: Path) -> Bool {
    if isExcludedByProject(path) { return true }
    guard !exclude.isEmpty else { return false }
    var text = path.text[...]
    if text.hasPrefix("/"), let here = Platform.resolved(".")?.text, text.hasPrefix(here + "/") {
      text = text.dropFirst(here.count + 1)
    }
    return exclude.ignores(anyOf: String(text))
  }
}

/// Reads lists of paths.
enum PathList {
  /// The paths of a list: ended by NUL if there is one, else one a line.
  ///
  /// A `-` in it is a file of that name: standard input may be the list itself.
  static func paths(_ list: [UInt8]) -> [Path] {
    let bytes = list.withoutByteOrderMark
    let hasNUL = bytes.contains(0)
    return bytes.split(separator: hasNUL ? 0 : 0x0A).compactMap { part in
      let path = !hasNUL && part.last == 0x0D ? part.dropLast() : part
      return path.isEmpty ? nil : path == [UInt8(ascii: "-")] ? "./-" : Path(bytes: Array(path))
    }
  }
}

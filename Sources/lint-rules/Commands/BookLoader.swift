internal import LintCore

/// Puts the rule book together: the built-in packs, and over them those of folders, the later ones weighing more.
struct BookLoader {
  /// Folders that are passed over if they are missing or empty.
  private let standing: [Path]
  /// Folders and files that somebody named.
  private let named: [Path]
  private let complaints: Complaints

  /// Takes the packs of a project and those named after it, in the order in which they are laid over each other.
  init(project: Configuration, named: [Path], complaints: Complaints) {
    standing = project.standingPacks
    self.named = project.rules + named
    self.complaints = complaints
  }

  /// Takes the packs of a project and of the option `--rules`.
  init(_ parsed: ParsedArguments, _ project: Configuration, _ complaints: Complaints) {
    self.init(
      project: project, named: parsed.all(.rules).map { Path(bytes: $0.bytes) }, complaints: complaints)
  }

  /// The book, or `nil` if a pack is missing or wrong; each problem is said in one line.
  ///
  /// - Parameter sources: takes the bytes of the packs that were read, in their order.
  func load(_ sources: inout [[UInt8]]) -> RuleBook? {
    var isComplete = true
    let packs = packs(standing: standing, &isComplete)
    sources += packs.map(\.bytes)
    guard !packs.isEmpty else { return isComplete ? .standard : nil }
    let (book, problems) = RuleBook.load(packs: packs)
    for problem in problems { complaints.say(text(problem)) }
    return isComplete && problems.isEmpty ? book : nil
  }

  /// The book, or `nil` if a pack is missing or wrong; each problem is said in one line.
  func load() -> RuleBook? {
    var sources: [[UInt8]] = []
    return load(&sources)
  }

  private func text(_ problem: PackProblem) -> String {
    "\(problem.pack):\(problem.line):\(problem.column): \(problem.message.text(complaints.language))"
  }

  private func packs(standing: [Path], _ isComplete: inout Bool) -> [(name: String, bytes: [UInt8])] {
    var packs: [(name: String, bytes: [UInt8])] = []
    for file in files(standing: standing, &isComplete) {
      do throws(SystemError) {
        packs.append((file.text, try Platform.read(file)))
      } catch {
        refuse(file, error, &isComplete)
      }
    }
    return packs
  }

  /// The packs in their order; one that is met twice is taken where it is met last.
  private func files(standing: [Path], _ isComplete: inout Bool) -> [Path] {
    var files: [Path] = []
    for folder in standing where (try? FileStatus(folder))?.kind == .folder {
      do throws(SystemError) {
        files += try Self.files(in: folder)
      } catch {
        refuse(folder, error, &isComplete)
      }
    }
    for folder in named {
      do throws(SystemError) {
        let found = try Self.files(in: folder)
        if found.isEmpty {
          complaints.say(
            say("文件夹 \(folder.text) 中没有规则包（.json5）", "no rule pack (.json5) in folder \(folder.text)"))
          isComplete = false
        }
        files += found
      } catch {
        refuse(folder, error, &isComplete)
      }
    }
    var seen: Set<Path> = []
    return files.reversed().filter { seen.insert(Platform.resolved($0) ?? $0).inserted }.reversed()
  }

  private func refuse(_ path: Path, _ error: SystemError, _ isComplete: inout Bool) {
    let reason = error.text(complaints.language)
    complaints.say(say("无法读取规则包 \(path.text)：", "cannot read the rule packs in \(path.text): ") + reason)
    isComplete = false
  }

  /// The packs of a folder by name, or the one pack that is named itself.
  static func files(in path: Path) throws(SystemError) -> [Path] {
    guard try FileStatus(path).kind == .folder else { return [path] }
    return try Platform.names(in: path)
      .filter { $0.first != UInt8(ascii: ".") && String(decoding: $0, as: UTF8.self).hasSuffix(".json5") }
      .map { path.appending($0) }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    complaints.language == .chinese ? chinese : english
  }
}

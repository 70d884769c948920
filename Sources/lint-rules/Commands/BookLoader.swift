internal import LintCore

/// Puts the rule book together: the built-in packs, and over them the packs of the folders that are named.
struct BookLoader {
  let folders: [Path]
  let complaints: Complaints

  /// The book, or `nil` if a pack is missing or wrong; each problem is said in one line.
  func load() -> RuleBook? {
    guard !folders.isEmpty else { return .standard }
    var packs: [(name: String, bytes: [UInt8])] = []
    var isComplete = true
    for folder in folders {
      do throws(SystemError) {
        let files = try Self.files(in: folder)
        if files.isEmpty {
          complaints.say(
            say("文件夹 \(folder.text) 中没有规则包（.json5）", "no rule pack (.json5) in folder \(folder.text)"))
          isComplete = false
        }
        for file in files { packs.append((file.text, try Platform.read(file))) }
      } catch {
        let reason = error.text(complaints.language)
        complaints.say(
          say("无法读取规则包 \(folder.text)：", "cannot read the rule packs in \(folder.text): ") + reason)
        isComplete = false
      }
    }
    let (book, problems) = RuleBook.load(packs: packs)
    for problem in problems {
      let text = problem.message.text(complaints.language)
      complaints.say("\(problem.pack):\(problem.line):\(problem.column): \(text)")
    }
    return isComplete && problems.isEmpty ? book : nil
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

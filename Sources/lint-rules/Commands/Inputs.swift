internal import LintCore

/// Something to check, or the reason why it cannot be.
enum Input: Sendable, Equatable {
  case file(Path)
  case standardInput
  case refused(Path, SystemError)
  /// A folder that holds no draft.
  case empty(Path)

  /// Finds what the given paths stand for, in their order; a path met twice is taken once.
  static func gather(_ paths: [Path]) -> [Input] {
    var inputs: [Input] = []
    var seen: Set<Path> = []
    for path in paths {
      if path == "-" {
        inputs.append(.standardInput)
        continue
      }
      do throws(SystemError) {
        switch try FileStatus(path).kind {
        case .folder:
          var walk = FolderWalk()
          let steps = walk.drafts(in: path)
          if steps.isEmpty { inputs.append(.empty(path)) }
          for step in steps {
            switch step {
            case .draft(let draft) where seen.insert(draft).inserted: inputs.append(.file(draft))
            case .draft: break
            case .unreadable(let folder, let error): inputs.append(.refused(folder, error))
            }
          }
        case .file, .stream, .other:
          if seen.insert(path).inserted { inputs.append(.file(path)) }
        }
      } catch {
        inputs.append(.refused(path, error))
      }
    }
    return inputs
  }
}

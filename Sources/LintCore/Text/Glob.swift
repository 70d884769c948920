/// A pattern for paths, as `.gitignore` has them: `*` and `?` stay inside a folder, `**` crosses folders.
///
/// Matching follows all ways through the pattern at once, so no pattern, however hostile, takes more than
/// O(pattern · path).
package struct Glob: Hashable, Sendable {
  private enum Token: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    /// Any scalar but a slash.
    case any
    /// Any number of scalars but slashes.
    case star
    /// Any number of scalars.
    case everything
    /// Nothing, or anything that ends with a slash.
    case folders
    case oneOf([ClosedRange<Unicode.Scalar>], negated: Bool)
  }

  private let tokens: [Token]
  /// The pattern without wildcards: compared at once.
  private let literal: [Unicode.Scalar]?

  /// Tells whether a path given by a user is a pattern.
  package static func isPattern(_ text: String) -> Bool {
    text.contains { $0 == "*" || $0 == "?" || $0 == "[" }
  }

  /// Reads a pattern; brackets that are not closed stand for themselves.
  package init(_ pattern: some StringProtocol) {
    let scalars = Array(pattern.unicodeScalars)
    var tokens: [Token] = []
    var i = 0
    while i < scalars.count {
      switch scalars[i] {
      case "*" where i + 1 < scalars.count && scalars[i + 1] == "*":
        let startsFolder = i == 0 || scalars[i - 1] == "/"
        while i < scalars.count, scalars[i] == "*" { i += 1 }
        if startsFolder, i < scalars.count, scalars[i] == "/" {
          tokens.append(.folders)
          i += 1
        } else {
          tokens.append(startsFolder && i == scalars.count ? .everything : .star)
        }
      case "*":
        tokens.append(.star)
        i += 1
      case "?":
        tokens.append(.any)
        i += 1
      case "[":
        if let (token, end) = Self.brackets(scalars, i) {
          tokens.append(token)
          i = end
        } else {
          tokens.append(.scalar("["))
          i += 1
        }
      case "\\" where i + 1 < scalars.count:
        tokens.append(.scalar(scalars[i + 1]))
        i += 2
      default:
        tokens.append(.scalar(scalars[i]))
        i += 1
      }
    }
    self.tokens = tokens
    let plain = tokens.compactMap { token -> Unicode.Scalar? in
      if case .scalar(let scalar) = token { scalar } else { nil }
    }
    literal = plain.count == tokens.count ? plain : nil
  }

  private static func brackets(_ scalars: [Unicode.Scalar], _ start: Int) -> (Token, Int)? {
    var i = start + 1
    let negated = i < scalars.count && (scalars[i] == "!" || scalars[i] == "^")
    if negated { i += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    // A closing bracket that comes first is a member.
    var isFirst = true
    while i < scalars.count, isFirst || scalars[i] != "]" {
      isFirst = false
      let low = scalars[i]
      if i + 2 < scalars.count, scalars[i + 1] == "-", scalars[i + 2] != "]" {
        let high = scalars[i + 2]
        if low <= high { ranges.append(low...high) }
        i += 3
      } else {
        ranges.append(low...low)
        i += 1
      }
    }
    guard i < scalars.count else { return nil }
    return (.oneOf(ranges, negated: negated), i + 1)
  }

  /// Tells whether the whole of a path fits.
  package func matches(_ path: some StringProtocol) -> Bool {
    let scalars = Array(path.unicodeScalars)
    if let literal { return scalars == literal }
    var states = [Bool](repeating: false, count: tokens.count + 1)
    states[0] = true
    skipEmpty(&states, atFolderStart: true)
    for scalar in scalars {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      for (index, token) in tokens.enumerated() where states[index] {
        switch token {
        case .scalar(let expected): if scalar == expected { next[index + 1] = true }
        case .any: if scalar != "/" { next[index + 1] = true }
        case .star: if scalar != "/" { next[index] = true }
        case .everything, .folders: next[index] = true
        case .oneOf(let ranges, let negated):
          if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != negated {
            next[index + 1] = true
          }
        }
      }
      skipEmpty(&next, atFolderStart: scalar == "/")
      states = next
    }
    return states[tokens.count]
  }

  /// Lets tokens that can stand for nothing be passed.
  private func skipEmpty(_ states: inout [Bool], atFolderStart: Bool) {
    for (index, token) in tokens.enumerated() where states[index] {
      switch token {
      case .star, .everything: states[index + 1] = true
      case .folders: if atFolderStart { states[index + 1] = true }
      default: break
      }
    }
  }
}

/// The lines of a `.gitignore`, or the patterns of `--exclude`, which read the same.
package struct IgnoreRules: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    let glob: Glob
    /// The pattern speaks of whole paths below the folder of the file, not of names at any depth.
    let isAnchored: Bool
    let onlyFolders: Bool
    let isNegated: Bool
  }

  private var rules: [Rule] = []

  /// Tells whether no pattern is there.
  package var isEmpty: Bool { rules.isEmpty }

  /// Reads patterns, one a line.
  package init(lines: some Sequence<String>) {
    for line in lines {
      var text = line[...]
      if text.hasSuffix("\r") { text = text.dropLast() }
      while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text = text.dropLast() }
      if text.isEmpty || text.hasPrefix("#") { continue }
      let isNegated = text.hasPrefix("!")
      if isNegated { text = text.dropFirst() }
      let onlyFolders = text.hasSuffix("/")
      if onlyFolders { text = text.dropLast() }
      let isAnchored = text.contains("/")
      if text.hasPrefix("/") { text = text.dropFirst() }
      if text.isEmpty { continue }
      rules.append(
        Rule(glob: Glob(text), isAnchored: isAnchored, onlyFolders: onlyFolders, isNegated: isNegated))
    }
  }

  /// What the rules say of a path below their folder: ignored, taken back, or nothing.
  package func verdict(_ path: String, isFolder: Bool) -> Bool? {
    var verdict: Bool?
    let name = path.split(separator: "/").last ?? ""
    for rule in rules where isFolder || !rule.onlyFolders {
      if rule.isAnchored ? rule.glob.matches(path) : rule.glob.matches(name) { verdict = !rule.isNegated }
    }
    return verdict
  }

  /// Tells whether a path, or a folder on the way to it, is ignored.
  package func ignores(anyOf path: String) -> Bool {
    let parts = path.split(separator: "/").filter { $0 != "." }
    for end in parts.indices {
      let isFolder = end + 1 < parts.endIndex
      if verdict(parts[...end].joined(separator: "/"), isFolder: isFolder) == true { return true }
    }
    return false
  }
}

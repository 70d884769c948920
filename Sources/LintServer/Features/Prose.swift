import LintCore

/// A text for people, as Markdown if the client shows that, else plain.
struct Prose {
  private let isMarkdown: Bool
  private(set) var text = ""
  /// The last line is an item of a list.
  private var isInList = false

  /// Starts an empty text.
  init(markdown: Bool) {
    isMarkdown = markdown
  }

  /// Tells whether nothing was written.
  var isEmpty: Bool { text.isEmpty }

  /// Starts a new paragraph, under a rule if it opens another subject.
  mutating func separate() {
    guard !text.isEmpty else { return }
    text += isMarkdown ? "\n\n---\n\n" : "\n\n"
  }

  /// Writes a line of its own with a name before it.
  mutating func entry(_ name: String, _ value: String) {
    line(strong: name, "：" + value)
  }

  /// Writes a line of its own, its beginning in bold type.
  mutating func line(strong: String, _ rest: String = "") {
    breakLine()
    text += isMarkdown ? "**\(Self.escape(strong))**" : strong
    text += isMarkdown ? Self.escape(rest) : rest
  }

  /// Writes a line of its own.
  mutating func line(_ content: String) {
    breakLine()
    text += isMarkdown ? Self.escape(content) : content
  }

  /// Writes an item of a list.
  mutating func item(_ content: String) {
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += isMarkdown ? "- " + Self.escape(content) : "  " + content
    isInList = true
  }

  private mutating func breakLine() {
    // Markdown would take a line right after a list as a part of its last item.
    if !text.isEmpty, !text.hasSuffix("\n") { text += isMarkdown ? (isInList ? "\n\n" : "  \n") : "\n" }
    isInList = false
  }

  /// Takes their meaning from the characters that Markdown or HTML would read as markup.
  static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!":
        out.unicodeScalars.append("\\")
        out.unicodeScalars.append(scalar)
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\n", "\r", "\t": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

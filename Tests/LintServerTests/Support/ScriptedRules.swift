import LintCore

@testable import LintServer

/// Checks that make the server's view of a text visible, so that tests do not hang on what real rules find.
enum ScriptedRules {
  /// Marks each 错 in a text, and tells the whole text in a first finding if it starts with 回.
  @Sendable
  static func check(_ source: SourceText) -> [Finding] {
    let bytes = source.bytes
    var findings: [Finding] = []
    let echo = Array("回".utf8)
    if bytes.starts(with: echo) || bytes.starts(with: [0xEF, 0xBB, 0xBF] + echo) {
      findings.append(finding("echo", ByteRange(0, 0), String(decoding: bytes, as: UTF8.self)))
    }
    let mark = Array("错".utf8)
    for i in bytes.indices.dropLast(mark.count - 1) where bytes[i] == mark[0] {
      if bytes[i..<i + mark.count].elementsEqual(mark) {
        findings.append(finding("mark", ByteRange(i, i + mark.count), "错"))
      }
    }
    return findings
  }

  static func finding(_ rule: String, _ range: ByteRange, _ text: String) -> Finding {
    Finding(rule: rule, severity: .error, range: range, message: Message(Phrase("{0}", "{0}"), .text(text)))
  }
}

extension JSONValue {
  /// The whole text as the server holds it.
  var echoedText: String? {
    self["diagnostics"]?.array?.first { $0["code"]?.string == "echo" }?["message"]?.string
  }
}

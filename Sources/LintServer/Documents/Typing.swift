import LintCore

/// Which line of a document is being typed in, and what is shown of the findings there meanwhile.
///
/// Half a figure is always wrong: findings that are new on the line wait for a pause, those that hold no more vanish
/// at once, and those that were there stay.
struct Typing: Sendable {
  /// A finding that the client shows.
  private struct Shown: Sendable {
    let rule: String
    let line: Int
  }

  /// The line of the last change, if it stayed inside that line.
  private(set) var line: Int?
  /// What was published last, by lines of the text since; `nil` if lines have moved.
  private var shown: [Shown]?
  /// When what waits is to be shown, in milliseconds, or `nil` if nothing waits.
  private(set) var deadline: Int64?

  /// Takes note of the changes of one notification.
  mutating func note(_ changes: [JSONValue]) {
    let lines = changes.map { Self.line(of: $0) }
    line = lines.first.flatMap { first in lines.allSatisfy { $0 == first } ? first : nil }
    if line == nil { shown = nil }
  }

  /// The line that a change stays in.
  private static func line(of change: JSONValue) -> Int? {
    guard let start = change.at("range", "start", "line")?.int,
      change.at("range", "end", "line")?.int == start,
      let text = change["text"]?.string, !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return nil }
    return start
  }

  /// What to show of the newest findings, waiting `pause` milliseconds with those that are new on the line.
  mutating func show(_ findings: [Finding], of source: SourceText, pause: Int, now: Int64) -> [Finding] {
    deadline = nil
    guard pause > 0 else { return findings }
    var visible = findings
    if let line, let shown {
      let known = Dictionary(shown.filter { $0.line == line }.map { ($0.rule, 1) }, uniquingKeysWith: +)
      visible = Self.without(findings, newOn: source.range(ofLine: line), known)
      if visible.count < findings.count { deadline = now &+ Int64(pause) }
    }
    shown = visible.map { Shown(rule: $0.rule, line: source.line(at: $0.range.lower)) }
    return visible
  }

  /// The findings but for those in a range of which the same rule has not shown as many before.
  private static func without(_ findings: [Finding], newOn range: ByteRange, _ known: [String: Int])
    -> [Finding]
  {
    var left = known
    return findings.filter { finding in
      guard range.lower <= finding.range.lower, finding.range.lower <= range.upper else { return true }
      guard let count = left[finding.rule], count > 0 else { return false }
      left[finding.rule] = count - 1
      return true
    }
  }

  /// Forgets the line, so that everything is shown next.
  mutating func end() {
    line = nil
    deadline = nil
  }
}

extension Server {
  /// What to publish of the findings of a document now.
  func settle(_ uri: DocumentURI, _ checked: CheckedDocument) -> [Finding] {
    let findings = checked.result.findings
    guard documents[uri] != nil else { return findings }
    // A client that pulls must be told when to pull again.
    let canWait = !client.pullsDiagnostics || client.refreshesDiagnostics
    let pause = canWait ? project(of: uri).settings.pause : 0
    let source = checked.result.draft.source
    return documents[uri]?.typing.show(findings, of: source, pause: pause, now: now)
      ?? findings
  }

  /// Publishes what has waited long enough.
  func releaseHeld() {
    for (uri, document) in documents where document.typing.deadline.map({ $0 <= now }) == true {
      release(uri)
    }
  }

  /// Publishes what a document holds back.
  func release(_ uri: DocumentURI) {
    guard let document = documents[uri], document.typing.deadline != nil else { return }
    documents[uri]?.typing.end()
    // A newer text is on its way to be checked, and shows everything then.
    guard let checked = document.checked, checked.revision == document.revision else { return }
    if client.pullsDiagnostics { return refreshDiagnostics() }
    publish(document, checked)
  }

  /// The milliseconds to wait for input: until something held is due, at most as long as given, or -1 for any time.
  func timeout(atMost limit: Int64?) -> CInt {
    let due = documents.values.compactMap(\.typing.deadline).min().map { max(0, $0 &- now) }
    return CInt(clamping: [due, limit].compactMap { $0 }.min() ?? -1)
  }
}

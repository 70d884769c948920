/// How much a finding weighs.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing: a rounding tail, a matter of style.
  case info
  /// Very likely wrong.
  case warning
  /// Certainly wrong: the figures or statements cannot all be true.
  case error

  /// Orders severities from `info` up to `error`.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The name in packs, options and reports.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Reads a name as packs and options write it.
  public init?(name: some StringProtocol) {
    switch name {
    case "info": self = .info
    case "warning": self = .warning
    case "error": self = .error
    default: return nil
    }
  }
}

/// One thing that is wrong in a draft: where, by which rule, and on what evidence.
public struct Finding: Sendable {
  /// The id of the rule that reports it, such as `column-total`.
  public var rule: String
  /// The weight; the rule's own one unless the check knows better or the configuration overrides it.
  public var severity: Severity
  /// The bytes of the draft that are wrong.
  public var range: ByteRange
  /// The sentence to show, rendered in either language from the same evidence.
  public var message: Message
  /// The other places that take part: the terms of a sum, the other copy of a figure.
  public var related: [Related]
  /// What an editor can offer to do about it.
  public var fixes: [Fix]
  /// The places in other drafts that take part.
  package var elsewhere: [Elsewhere] = []

  /// Creates a finding.
  public init(
    rule: String, severity: Severity, range: ByteRange, message: Message, related: [Related] = [],
    fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.related = related
    self.fixes = fixes
  }
}

/// A place that takes part in a finding, with what it contributes.
public struct Related: Sendable {
  /// The bytes of the place.
  public var range: ByteRange
  /// What stands there.
  public var message: Message

  /// Creates a related place.
  public init(_ range: ByteRange, _ message: Message) {
    self.range = range
    self.message = message
  }
}

/// A place in another draft that takes part in a finding; its text is not at hand when the finding is told.
package struct Elsewhere: Sendable {
  /// The other draft, as it was given or found.
  package var path: String
  package var start: LineColumn
  /// The end, exclusive.
  package var end: LineColumn
  /// What stands there.
  package var message: Message

  package init(path: String, start: LineColumn, end: LineColumn, message: Message) {
    self.path = path
    self.start = start
    self.end = end
    self.message = message
  }
}

/// A change to the draft that would mend a finding.
public struct Fix: Sendable {
  /// Whether a fix may be applied without a person looking.
  public enum Safety: Sendable, Hashable {
    /// Nothing but form changes.
    case safe
    /// A figure or statement changes: which side is wrong is a person's decision.
    case review
  }

  /// What the fix does, as an imperative.
  public var title: Message
  /// The replacements, sorted by position and not overlapping.
  public var edits: [Edit]
  /// Whether it may be applied unseen.
  public var safety: Safety

  /// Creates a fix.
  public init(title: Message, edits: [Edit], safety: Safety) {
    self.title = title
    self.edits = edits
    self.safety = safety
  }
}

/// A replacement of bytes by text.
public struct Edit: Sendable, Hashable {
  /// The bytes to replace; empty to insert.
  public var range: ByteRange
  /// The new text.
  public var text: String

  /// Creates an edit.
  public init(_ range: ByteRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

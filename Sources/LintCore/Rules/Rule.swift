/// A rule: what it reports, why, on which basis, and how much it weighs.
public struct Rule: Sendable {
  /// The id, such as `column-total`.
  public var id: String
  /// The category, such as `totals`.
  public var category: String
  /// The title, stating the problem.
  public var title: Phrase
  /// What the rule checks.
  public var what: Phrase
  /// Why it matters.
  public var why: Phrase
  /// The clause it rests on.
  public var basis: Phrase
  /// The weight of its findings unless the check knows better.
  public var severity: Severity
  /// Tells whether the rule is checked unless somebody asks for it by name.
  public var isEnabled: Bool = true
  /// Tells whether its findings can come with a fix, and how safe that is.
  public var fix: Fix.Safety?
  /// The settings that a pack can change.
  public var parameters: [RuleParameter] = []
  /// Short drafts that show the problem and its absence; they run as tests.
  public var examples: [RuleExample] = []
  /// The name of the pack that defines it.
  public var pack: String = ""
  /// The names of the packs that change it, in their order.
  public var changedBy: [String] = []
  /// Where its findings come from.
  package var kind: RuleKind = .check

  /// The value of a parameter, or `nil` if the rule has none of that name.
  package func parameter(_ name: String) -> RuleParameter.Value? {
    parameters.first { $0.name == name }?.value
  }
}

/// Where the findings of a rule come from.
package enum RuleKind: Sendable {
  /// The checks in the code that name it in ``Check/rules``.
  case check
  /// Words that a draft must not hold.
  case phrase(PhrasePattern)
}

/// Words that a draft must not hold.
package struct PhrasePattern: Sendable {
  /// The words; any of them is reported.
  package var find: [Name] = []
  /// What to write in the place of single words, by these.
  package var corrections: [String: String] = [:]
  /// The longer wordings that hold such words and are right.
  package var except: [Name] = []
  /// What to write in their place, if there is one such wording.
  package var replacement: String?
  /// The profiles the rule applies to; all if empty.
  package var profiles: [String] = []
}

/// A setting of a rule that a pack can change.
public struct RuleParameter: Sendable {
  /// What a setting holds.
  public enum Value: Sendable, Hashable {
    /// A whole number.
    case int(Int)
    /// A switch.
    case bool(Bool)
    /// A list of wordings.
    case texts([String])
  }

  /// The name in packs.
  public var name: String
  /// What it is set to.
  public var value: Value
  /// What it changes.
  public var what: Phrase
}

/// A short draft with a problem, and the same draft without it.
public struct RuleExample: Sendable {
  /// The draft with the problem.
  public var bad: String
  /// The bytes of ``bad`` that the rule reports, in order.
  public var marks: [ByteRange]
  /// The draft without the problem, if there is one to show.
  public var good: String?
  /// The profile to judge both by, or `nil` to recognise it.
  public var profile: String?

  /// Reads a draft in which `⟦` and `⟧` enclose what is wrong; `nil` if the marks do not pair up.
  init?(marked text: String, good: String?, profile: String?) {
    var bytes: [UInt8] = []
    var marks: [ByteRange] = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { return nil }
        start = bytes.count
      case "⟧":
        guard let from = start else { return nil }
        marks.append(ByteRange(from, bytes.count))
        start = nil
      default:
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    guard start == nil, !marks.isEmpty else { return nil }
    self.bad = String(decoding: bytes, as: UTF8.self)
    self.marks = marks
    self.good = good
    self.profile = profile
  }
}

/// A group of rules in lists and options.
public struct RuleCategory: Sendable {
  /// The id, such as `totals`.
  public var id: String
  /// The name to show.
  public var title: Phrase

  /// The categories in the order of lists.
  public static let all: [RuleCategory] = [
    RuleCategory(id: "totals", title: Phrase("合计与勾稽", "Totals and cross-checks")),
    RuleCategory(id: "percentages", title: Phrase("百分比", "Percentages")),
    RuleCategory(id: "structure", title: Phrase("结构与完整性", "Structure and completeness")),
    RuleCategory(id: "empty-tables", title: Phrase("空表", "Empty tables")),
    RuleCategory(id: "consistency", title: Phrase("前后一致", "Consistency")),
    RuleCategory(id: "wording", title: Phrase("文字与格式", "Wording and form")),
    RuleCategory(id: "tool", title: Phrase("工具自身", "The tool itself")),
  ]
}

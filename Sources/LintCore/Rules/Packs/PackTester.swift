/// Runs the examples of rules: each bad draft has to give the marked findings and each good one none.
public enum PackTester {
  /// An example that does not behave as it says.
  public struct Failure: Sendable {
    /// The rule whose example it is.
    public var rule: String
    /// The number of the example, counted from 1.
    public var example: Int
    /// What went otherwise.
    public var message: Message
  }

  /// Runs the examples of the rules that the given packs define, or of all rules if `packs` is empty.
  public static func run(_ book: RuleBook, packs: Set<String> = []) -> [Failure] {
    let linter = Linter(book: book)
    var failures: [Failure] = []
    for rule in book.rules where packs.isEmpty || packs.contains(rule.pack) {
      for (index, example) in rule.examples.enumerated() {
        for message in check(example, of: rule, with: linter) {
          failures.append(Failure(rule: rule.id, example: index + 1, message: message))
        }
      }
    }
    return failures
  }

  private static func check(_ example: RuleExample, of rule: Rule, with linter: Linter) -> [Message] {
    var messages: [Message] = []
    let bad = SourceText(Array(example.bad.utf8))
    let found = findings(of: rule, in: bad, example, linter)
    for mark in example.marks where !found.contains(mark) {
      messages.append(Message(Self.notFound, .text(bad.string(mark))))
    }
    for range in found where !example.marks.contains(range) {
      messages.append(Message(Self.unmarked, .text(bad.string(range))))
    }
    guard let text = example.good else { return messages }
    let good = SourceText(Array(text.utf8))
    for range in findings(of: rule, in: good, example, linter) {
      messages.append(Message(Self.falseAlarm, .text(good.string(range))))
    }
    return messages
  }

  private static func findings(
    of rule: Rule, in source: SourceText, _ example: RuleExample, _ linter: Linter
  ) -> [ByteRange] {
    var options = LintOptions()
    options.select = [rule.id]
    options.profile = example.profile
    return linter.lint(source, options: options).findings.map(\.range)
  }

  private static let notFound = Phrase(
    "错误示例中标出的“{0}”没有报告", "“{0}” is marked in the bad example and was not reported")
  private static let unmarked = Phrase(
    "错误示例中的“{0}”被报告而没有标出", "“{0}” was reported in the bad example and is not marked")
  private static let falseAlarm = Phrase("正确示例中的“{0}”被报告", "“{0}” was reported in the good example")
}

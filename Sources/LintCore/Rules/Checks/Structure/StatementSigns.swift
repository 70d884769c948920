/// What the text of a paragraph or heading alone shows of a statement.
struct StatementSign: Sendable {
  enum Kind: UInt8 {
    /// A heading of it, perhaps in the line of its text.
    case title
    /// A figure beside its name; at the start of the paragraph that is about it.
    case figure
    case openingFigure
    /// There is nothing of it.
    case denial
  }

  /// The number of the statement among those that are asked for.
  var number: Int
  var kind: Kind
}

extension Inspection {
  /// What a paragraph or heading shows of statements, given its place among the marks.
  mutating func statements(at part: Int, _ read: () -> [StatementSign]) -> [StatementSign] {
    memory?.statements(at: part, read) ?? read()
  }
}

/// Finds the statements that a title opens.
final class TitleMatcher {
  let requirements: [Requirement]
  /// The wordings of all statements of the profile.
  let words: StatementWords
  /// For each statement of the profile, its number in ``requirements`` if it is asked for.
  let numbers: [Int?]

  init(requirements: [Requirement], words: StatementWords, numbers: [Int?]) {
    self.requirements = requirements
    self.words = words
    self.numbers = numbers
  }

  func numbers(_ title: Slice, _ units: Units) -> [Int] {
    var found: [Int] = []
    words.names.forEach(in: title, of: units) { match in
      guard let number = numbers[match.number], !found.contains(number) else { return }
      if !requirements[number].isExcluded(title, units) { found.append(number) }
    }
    guard !words.starts.isEmpty else { return found }
    TitleNormalizer.with(Units(rebasing: units[title.indices])) { normalized in
      for (statement, name) in words.starts where normalized.starts(Slice(0, normalized.count), with: name) {
        if let number = numbers[statement], !found.contains(number) { found.append(number) }
      }
    }
    return found
  }
}

extension Requirement {
  /// Tells whether a title or wording means something else, though it holds one of the names.
  func isExcluded(_ title: Slice, _ units: Units) -> Bool {
    !except.isEmpty && units.contains(anyOf: except, in: title)
  }

  /// What a phrase in a paragraph states.
  enum Statement {
    case none
    case figure
    /// There is nothing of it, or nothing else is asked for.
    case denial
  }

  /// Tells whether a phrase in a paragraph makes the statement and does not only mention the subject.
  func statement(at slice: Slice, in paragraph: Slice, of units: Units) -> Statement {
    guard needsFigure else { return .figure }
    // 占本年支出合计的 100% and 其中：政府性基金收入 0 万元 speak of something else.
    guard slice.lower == paragraph.lower || units[slice.lower - 1] != 0x5360,
      slice.lower - units.sentenceStart(before: slice.lower, from: paragraph.lower) <= Self.subjectReach
    else { return .none }
    // 政府性基金预算财政拨款收支 speaks of the fund alone.
    if isExcluded(Slice(max(paragraph.lower, slice.lower - Self.qualifierReach), slice.upper), units) {
      return .none
    }
    let near = Slice(max(paragraph.lower, slice.lower - 12), min(paragraph.upper, slice.upper + 60))
    if units.contains(anyOf: Self.denials, in: near) { return .denial }
    for i in slice.upper..<near.upper where Unit.isDigit(units[i]) {
      var end = i
      while end < near.upper, Unit.isDigit(units[end]) || units[end] == 0x2E || units[end] == 0x2C {
        end += 1
      }
      if end < paragraph.upper, Self.isMeasure(units[end]) { return .figure }
    }
    return .none
  }

  /// How far from the start of a sentence, or of a part of it behind ；, its subject may stand, in units.
  private static let subjectReach = 48

  /// How far before a phrase a word may stand that makes it mean something else, in units.
  private static let qualifierReach = 8

  /// Tells whether a unit after a figure measures it: 万, 元, 亿, 辆, 个, 批, 人, 台, 次, 平.
  private static func isMeasure(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x4E07, 0x5143, 0x4EBF, 0x8F86, 0x4E2A, 0x6279, 0x4EBA, 0x53F0, 0x6B21, 0x5E73: true
    default: false
    }
  }

  private static let denials = WordList(["没有", "无", "未", "不涉及", "不属于", "为空", "零"])
}

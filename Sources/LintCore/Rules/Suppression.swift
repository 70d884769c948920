/// A comment that silences rules: `<!-- lint-rules-disable 规则 规则 -- 原因 -->`.
///
/// It stands for the block after it; `lint-rules-disable-section` stands for the rest of its section, and
/// `lint-rules-disable-file` for the whole draft. A reason is asked for.
struct Suppression {
  /// What a comment covers.
  enum Scope {
    case block
    case section
    case file
  }

  /// The whole comment.
  var comment: ByteRange
  var scope: Scope
  /// The rules or categories that are silenced, each with its place.
  var names: [(name: String, range: ByteRange)]
  var reason: String
  /// The bytes whose findings are silenced.
  var covers: ByteRange
}

extension Suppression {
  /// Reads the suppressions of a draft.
  ///
  /// - Complexity: O(n) in the length of the comments.
  static func read(_ draft: Draft) -> [Suppression] {
    var result: [Suppression] = []
    for comment in draft.text.comments where result.count < most {
      if let suppression = read(comment, draft) { result.append(suppression) }
    }
    return result
  }

  /// The most suppressions that a draft may have; further ones do nothing.
  private static let most = 500

  private static let mark = Array("lint-rules-disable".utf8)

  private static func read(_ comment: ByteRange, _ draft: Draft) -> Suppression? {
    let bytes = draft.source.bytes
    var position = comment.lower + 4
    let end = comment.upper - 3
    guard end <= bytes.count else { return nil }
    func skipBlanks() { while position < end, bytes[position] <= 0x20 { position += 1 } }
    func word() -> ByteRange {
      let start = position
      while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ",") { position += 1 }
      return ByteRange(start, position)
    }
    func text(_ range: ByteRange) -> String { draft.source.string(range) }
    skipBlanks()
    guard end - position >= mark.count, bytes[position..<position + mark.count].elementsEqual(mark) else {
      return nil
    }
    let scope: Scope
    switch text(word()) {
    case "lint-rules-disable": scope = .block
    case "lint-rules-disable-section": scope = .section
    case "lint-rules-disable-file": scope = .file
    default: return nil
    }
    var names: [(String, ByteRange)] = []
    var reason = ""
    while true {
      while position < end, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ",") { position += 1 }
      guard position < end else { break }
      let range = word()
      let name = text(range)
      if name == "--" || name == "——" || name == "—" {
        skipBlanks()
        var last = end
        while last > position, bytes[last - 1] <= 0x20 { last -= 1 }
        reason = text(ByteRange(position, last))
        break
      }
      names.append((name, range))
    }
    return Suppression(
      comment: comment, scope: scope, names: names, reason: reason, covers: covered(comment, scope, draft))
  }

  /// The bytes that a comment silences: a paragraph, a table with its title, or a section.
  private static func covered(_ comment: ByteRange, _ scope: Scope, _ draft: Draft) -> ByteRange {
    let source = draft.source
    let line = source.line(at: comment.upper)
    func bytes(_ lines: Range<Int>) -> ByteRange {
      ByteRange(comment.lower, source.range(ofLine: max(lines.upperBound - 1, line)).upper)
    }
    switch scope {
    case .file:
      return ByteRange(0, source.bytes.count)
    case .section:
      let section = draft.sections.last { $0.lines.contains(line) }
      return bytes(section?.lines ?? line..<line + 1)
    case .block:
      var last = line
      for block in draft.blocks[firstBlock(after: line, draft)...] {
        last = lines(of: block, draft).upperBound - 1
        // A title belongs to what stands under it.
        if case .heading = block { continue }
        break
      }
      return bytes(line..<max(line, last) + 1)
    }
  }

  /// The first block that ends after a line; the blocks are in the order of the text.
  private static func firstBlock(after line: Int, _ draft: Draft) -> Int {
    var low = 0
    var high = draft.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if lines(of: draft.blocks[middle], draft).upperBound > line { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func lines(of block: Block, _ draft: Draft) -> Range<Int> {
    switch block {
    case .heading(let index): draft.headings[index].line..<draft.headings[index].line + 1
    case .paragraph(let index): draft.paragraphs[index].lines
    case .table(let index): draft.tables[index].lines
    }
  }
}

/// Takes out the findings that a draft silences, and reports the comments that are at fault.
struct Suppressor {
  private let suppressions: [Suppression]
  private let book: RuleBook
  private var isUsed: [Bool]

  init(_ draft: Draft, _ book: RuleBook) {
    suppressions = draft.text.comments.isEmpty ? [] : Suppression.read(draft)
    self.book = book
    isUsed = suppressions.map { _ in false }
  }

  /// The findings that are left, with those about the suppressions themselves.
  ///
  /// A run of some rules cannot tell that a comment is idle.
  mutating func apply(to findings: [Finding], _ options: LintOptions) -> [Finding] {
    guard !suppressions.isEmpty else { return findings }
    let isComplete = options.select.isEmpty && options.ignore.isEmpty && options.severities.isEmpty
    var left = findings.filter { !silences($0) }
    guard options.wants("suppression") else { return left }
    for (index, suppression) in suppressions.enumerated() {
      report(suppression, isUsed: isUsed[index] || !isComplete, to: &left)
    }
    return left
  }

  private mutating func silences(_ finding: Finding) -> Bool {
    var found = false
    let category = book.rule(finding.rule)?.category
    for (index, suppression) in suppressions.enumerated()
    where suppression.covers.lower <= finding.range.lower && finding.range.lower < suppression.covers.upper {
      guard suppression.names.contains(where: { $0.name == finding.rule || $0.name == category }) else {
        continue
      }
      isUsed[index] = true
      found = true
    }
    return found
  }

  private func report(_ suppression: Suppression, isUsed: Bool, to findings: inout [Finding]) {
    func add(_ range: ByteRange, _ message: Message) {
      findings.append(Finding(rule: "suppression", severity: .warning, range: range, message: message))
    }
    let categories = RuleCategory.all.map(\.id)
    let unknown = suppression.names.filter { book.rule($0.name) == nil && !categories.contains($0.name) }
    if suppression.names.isEmpty { return add(suppression.comment, Message(Self.noRule)) }
    for name in unknown {
      let near = Spelling.nearest(name.name, among: book.rules.map(\.id) + categories)
      add(
        suppression.comment, Message(Self.unknownRule, .text(name.name), .message(Spelling.suggestion(near))))
    }
    if suppression.reason.isEmpty { add(suppression.comment, Message(Self.noReason)) }
    if unknown.isEmpty, !isUsed { add(suppression.comment, Message(Self.idle)) }
  }

  private static let noRule = Phrase("停用标记没有写规则", "The suppression names no rule")
  private static let noReason = Phrase(
    "停用标记没有写原因：规则之后加“-- 原因”", "The suppression gives no reason: add “-- reason” after the rules")
  private static let unknownRule = Phrase(
    "停用标记里的规则“{0}”不存在{1}", "The suppression names the unknown rule “{0}”{1}")
  private static let idle = Phrase("停用标记没有停用任何问题，可以删去", "The suppression silences nothing and can go")
}

/// What a finding is about, apart from where it stands: the same after edits elsewhere and after reordering.
///
/// The key takes in the rule, the table or section, and the labels and figures of the evidence; neither positions
/// nor wordings. Equal keys in one draft are told apart by their number.
public struct Fingerprint: Hashable, Sendable {
  /// 64 bits as 16 hexadecimal digits.
  public let text: String

  /// The fingerprints of the findings of a draft, in their order.
  ///
  /// - Complexity: O(findings · log tables + length of the evidence).
  public static func all(of result: LintResult) -> [Fingerprint] {
    var seen: [UInt64: Int] = [:]
    let draft = result.draft
    return result.findings.map { finding in
      var hash = FNV()
      hash.add(finding.rule)
      hash.add(draft.surroundings(of: finding.range))
      hash.add(
        draft.source.string(
          ByteRange(finding.range.lower, Swift.min(finding.range.upper, finding.range.lower + 400))))
      hash.add(finding.message)
      let number = seen[hash.value, default: 0]
      seen[hash.value] = number + 1
      if number > 0 { hash.add(String(number)) }
      return Fingerprint(text: hash.value.hexadecimal)
    }
  }

  /// The hash of a text, the same everywhere.
  static func hash(_ text: String) -> String {
    var hash = FNV()
    hash.add(text)
    return hash.value.hexadecimal
  }
}

extension Draft {
  /// The title of the table that holds a range, or else of its section; empty if neither has one.
  ///
  /// - Complexity: O(tables + sections).
  func surroundings(of range: ByteRange) -> String {
    let line = source.line(at: range.lower)
    if let table = tables.first(where: { $0.lines.contains(line) }) {
      return table.caption.map(string) ?? ""
    }
    let section = sections.last { $0.lines.contains(line) && $0.heading != nil }
    guard let heading = section?.heading, headings.indices.contains(heading) else { return "" }
    return string(headings[heading].title)
  }
}

/// The hash of Fowler, Noll and Vo in 64 bits: the same on every machine and in every run, unlike `Hasher`.
private struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // Keeps neighboring texts apart.
    add(0xFF)
  }

  mutating func add(_ message: Message) {
    for argument in message.arguments {
      switch argument {
      case .text(let text): add(text)
      case .count(let count): add(String(count))
      case .amount(let amount, let unit): add(amount.plain + (unit?.name ?? ""))
      case .percent(let amount): add(amount.plain + "%")
      case .sum(let amounts): for amount in amounts { add(amount.plain) }
      case .message(let message): add(message)
      case .list(let items): for item in items { add(item) }
      }
    }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}

extension UInt64 {
  /// 16 hexadecimal digits.
  package var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, 16 - digits.utf8.count)) + digits
  }
}

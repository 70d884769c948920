/// The languages that messages are rendered in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Simplified Chinese, the default.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// A wording in both languages.
///
/// `{0}`, `{1}` and so on stand for the arguments of a ``Message``.
public struct Phrase: Sendable, Hashable {
  /// The Chinese wording.
  public var chinese: String
  /// The English wording.
  public var english: String

  /// Creates a phrase.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The wording in a language.
  public func text(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// A phrase with the evidence that fills it; both languages say the same because both are rendered from it.
public struct Message: Sendable, Hashable {
  /// A value that fills a placeholder.
  public enum Argument: Sendable, Hashable {
    /// Text that is the same in every language, mostly a quotation of the draft.
    case text(String)
    /// A whole number.
    case count(Int)
    /// A figure, with its unit if that is known.
    case amount(Amount, MoneyUnit?)
    /// A percentage; the figure is in per cent.
    case percent(Amount)
    /// The terms of a sum, joined by `+`; long sums are abridged in the middle.
    case sum([Amount])
    /// Another message.
    case message(Message)
    /// Several quotations, joined as a list.
    case list([String])
  }

  /// The wording.
  public var phrase: Phrase
  /// What fills its placeholders, in order.
  public var arguments: [Argument]

  /// Creates a message.
  public init(_ phrase: Phrase, _ arguments: Argument...) {
    self.phrase = phrase
    self.arguments = arguments
  }

  /// Creates a message from a list of arguments.
  public init(_ phrase: Phrase, arguments: [Argument]) {
    self.phrase = phrase
    self.arguments = arguments
  }

  /// The sentence in a language.
  ///
  /// A placeholder without an argument is shown as it is written.
  public func text(_ language: Language) -> String {
    String(decoding: utf8(language), as: UTF8.self)
  }

  /// The sentence in a language, as UTF-8.
  package func utf8(_ language: Language) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(160)
    write(to: &bytes, language)
    return bytes
  }

  /// Writes the sentence as UTF-8: editors ask for hundreds of them at every keystroke.
  private func write(to out: inout [UInt8], _ language: Language) {
    var text = phrase.text(language)
    text.withUTF8 { p in
      var start = 0
      var i = 0
      while i < p.count {
        // A placeholder is an index of one or two digits in braces.
        guard p[i] == UInt8(ascii: "{"), let (index, end) = Self.placeholder(p, i + 1),
          arguments.indices.contains(index)
        else {
          i += 1
          continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: p[start..<i]))
        Self.write(arguments[index], to: &out, language)
        i = end
        start = end
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: p[start...]))
    }
  }

  private static func placeholder(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> (index: Int, end: Int)? {
    var i = start
    var index = 0
    while i < p.count, i - start < 2, p[i] >= 0x30, p[i] <= 0x39 {
      index = index * 10 + Int(p[i] - 0x30)
      i += 1
    }
    guard i > start, i < p.count, p[i] == UInt8(ascii: "}") else { return nil }
    return (index, i + 1)
  }

  private static func write(_ argument: Argument, to out: inout [UInt8], _ language: Language) {
    switch argument {
    case .text(let text): out.append(contentsOf: text.utf8)
    case .count(let count): out.append(contentsOf: String(count).utf8)
    case .amount(let amount, let unit):
      amount.write(to: &out, isGrouped: true)
      if let unit { out.append(contentsOf: unit.name.utf8) }
    case .percent(let amount):
      amount.write(to: &out, isGrouped: false)
      out.append(UInt8(ascii: "%"))
    case .message(let message): message.write(to: &out, language)
    case .list(let items):
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(contentsOf: (language == .chinese ? "、" : ", ").utf8) }
        out.append(contentsOf: item.utf8)
      }
    case .sum(let terms): write(terms, to: &out)
    }
  }

  private static func write(_ terms: [Amount], to out: inout [UInt8]) {
    let shown = terms.count <= 12 ? terms[...] : terms[..<8]
    for (index, term) in shown.enumerated() {
      if index > 0 { out.append(contentsOf: (term.digits < 0 ? " − " : " + ").utf8) }
      let start = out.count
      term.write(to: &out, isGrouped: true)
      // The sign stands between the terms already.
      if index > 0, term.digits < 0 { out.remove(at: start) }
    }
    guard shown.count < terms.count, let last = terms.last else { return }
    out.append(contentsOf: " + … + ".utf8)
    last.write(to: &out, isGrouped: true)
  }
}

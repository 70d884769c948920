/// The languages that messages are rendered in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Simplified Chinese, the default.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// A wording in both languages; `{0}`, `{1}` ... stand for the arguments of a ``Message``.
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
    var out = ""
    var rest = phrase.text(language)[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      let after = rest.index(after: open)
      if let close = rest[after...].firstIndex(of: "}"), let index = Int(rest[after..<close]),
        arguments.indices.contains(index)
      {
        out += Self.text(of: arguments[index], language)
        rest = rest[rest.index(after: close)...]
      } else {
        out.append("{")
        rest = rest[after...]
      }
    }
    return out + rest
  }

  private static func text(of argument: Argument, _ language: Language) -> String {
    switch argument {
    case .text(let text): text
    case .count(let count): String(count)
    case .amount(let amount, let unit): amount.grouped + (unit?.name ?? "")
    case .percent(let amount): amount.plain + "%"
    case .message(let message): message.text(language)
    case .list(let items): items.joined(separator: language == .chinese ? "、" : ", ")
    case .sum(let terms): sum(terms)
    }
  }

  private static func sum(_ terms: [Amount]) -> String {
    let shown = terms.count <= 12 ? terms : Array(terms[..<8])
    var out = ""
    for (index, term) in shown.enumerated() {
      if index > 0 { out += term.digits < 0 ? " − " : " + " }
      out += index > 0 && term.digits < 0 ? String(term.grouped.dropFirst()) : term.grouped
    }
    guard shown.count < terms.count, let last = terms.last else { return out }
    return out + " + … + " + last.grouped
  }
}

import LintCore

/// A place of a draft that names another one: 见表三, 附表2, 《收入总表》, 第四部分, 详见附件.
struct Mention {
  /// What is named.
  enum Kind: Equatable {
    /// 表三, 附表2: the table with that number.
    case table(Int)
    /// 《收入总表》: the table with that title.
    case title
    /// 第四部分: the part with that number.
    case part(Int)
    /// 附件, 附表 after 见: what stands under a heading of that name.
    case attachment
  }

  let kind: Kind
  /// The words that name it.
  let words: Slice
}

/// Finds the mentions in a text and the places they mean.
struct MentionReader {
  let draft: Draft
  private let destinations: Destinations

  /// Looks over a draft once, so that each mention costs no more than a look-up.
  init(draft: Draft) {
    self.draft = draft
    destinations = Destinations(draft)
  }

  // MARK: - Reading

  /// The mentions in a slice of the draft, in order.
  func mentions(in slice: Slice) -> [Mention] {
    draft.text.units.withUnsafeBufferPointer { Self.read($0, slice) }
  }

  private static func read(_ units: Units, _ slice: Slice) -> [Mention] {
    var found: [Mention] = []
    var i = max(0, slice.lower)
    let end = min(slice.upper, units.count)
    while i < end {
      guard let mention = mention(units, i, Slice(slice.lower, end)) else {
        i += 1
        continue
      }
      found.append(mention)
      i = max(i + 1, mention.words.upper)
    }
    return found
  }

  private static func mention(_ units: Units, _ i: Int, _ slice: Slice) -> Mention? {
    switch units[i] {
    case 0x300A: return title(units, i, slice)
    case 0x7B2C:
      guard let ordinal = OrdinalScanner.scan(units, Slice(i, slice.upper)), ordinal.style == .part,
        units[i + ordinal.length - 1] == 0x5206
      else { return nil }
      return Mention(kind: .part(ordinal.value), words: Slice(i, i + ordinal.length))
    case 0x9644: return attachment(units, i, slice)
    case 0x8868: return table(units, i, from: i, slice)
    default: return nil
    }
  }

  /// 《…表》, without the marks.
  private static func title(_ units: Units, _ start: Int, _ slice: Slice) -> Mention? {
    var end = start + 1
    while end < slice.upper, end - start < 60, units[end] != 0x300B { end += 1 }
    guard end < slice.upper, units[end] == 0x300B, units[end - 1] == 0x8868 else { return nil }
    return Mention(kind: .title, words: Slice(start + 1, end))
  }

  /// 附表2, or 附表 and 附件 after 见.
  private static func attachment(_ units: Units, _ start: Int, _ slice: Slice) -> Mention? {
    guard start + 1 < slice.upper else { return nil }
    let next = units[start + 1]
    if next == 0x8868, let table = table(units, start + 1, from: start, slice) { return table }
    guard next == 0x8868 || next == 0x4EF6, start > slice.lower, units[start - 1] == 0x89C1 else {
      return nil
    }
    return Mention(kind: .attachment, words: Slice(start, start + 2))
  }

  /// 表三, 表3; but not 代表一, 表一般.
  private static func table(_ units: Units, _ mark: Int, from start: Int, _ slice: Slice) -> Mention? {
    guard let (value, end) = OrdinalScanner.numeral(units, mark + 1, slice.upper), value > 0 else {
      return nil
    }
    let isAttached = start < mark
    let before = start > slice.lower ? units[start - 1] : 0
    // 见 in 详见 and 参见, 和, 至, 及, 、, ( and《 lead to a table; any other word before 表 makes it a part of that word.
    let leads: [UInt16] = [0, 0x89C1, 0x548C, 0x81F3, 0x53CA, 0x3001, 0x28, 0x300A, 0x5728, 0x6309, 0x5982]
    guard isAttached || leads.contains(before) else { return nil }
    // A further ideograph continues the numeral or makes a word of it: 表一般, 表三十个.
    guard end >= slice.upper || !Self.continuesNumeral(units[end]) else { return nil }
    return Mention(kind: .table(value), words: Slice(start, end))
  }

  private static func continuesNumeral(_ unit: UInt16) -> Bool {
    let words: [UInt16] = [
      0x822C, 0x4E2A, 0x6B21, 0x81F4, 0x6837, 0x4E9B, 0x5B9A, 0x767E, 0x5343, 0x4E07, 0x5E74, 0x6708,
    ]
    return words.contains(unit) || (unit >= 0x30 && unit <= 0x39) || unit == 0x25 || unit == 0x2E
  }

  // MARK: - Finding

  /// The places that a mention of the draft means, never its own line.
  func places(of mention: Mention) -> [ByteRange] {
    let line = draft.source.line(at: draft.range(mention.words).lower)
    return places(mention.kind, draft.string(mention.words), notIn: line)
  }

  /// The place that words mean which were a mention in an earlier state of the draft.
  func place(named words: String) -> ByteRange? {
    let kind = Array(words.utf16).withUnsafeBufferPointer { units in
      Self.read(units, Slice(0, units.count)).first?.kind
        ?? (destinations.attachments[words] != nil || units.last != 0x8868 ? .attachment : .title)
    }
    return places(kind, words, notIn: nil).first
  }

  private func places(_ kind: Mention.Kind, _ words: String, notIn line: Int?) -> [ByteRange] {
    switch kind {
    case .table(let number): destinations.tables(numbered: number)
    case .title: destinations.tables(titled: words)
    case .part(let number): destinations.parts[number].map { [$0] } ?? []
    case .attachment:
      destinations.attachments[words]?.first { $0.line != line }.map { [$0.range] } ?? []
    }
  }

  /// The heading or table that an entry of the table of contents names.
  func place(of entry: Contents.Entry) -> ByteRange? {
    let title = draft.string(entry.title)
    guard !title.isEmpty else { return nil }
    let headings = destinations.headings[title] ?? []
    let same = headings.first { draft.headings[$0].ordinal?.value == entry.ordinal?.value }
    if let heading = same ?? headings.first { return draft.range(draft.headings[heading].slice) }
    return destinations.tables(titled: title).first
  }
}

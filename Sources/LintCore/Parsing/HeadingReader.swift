/// Decides which lines of text are headings.
struct HeadingReader {
  let units: Units
  let text: FoldedText
  let contents: Contents?
  /// The keys of the titles that the contents list.
  let entryKeys: [UInt64]
  /// The parts that they list.
  private let parts: [(title: Slice, key: UInt64, value: Int)]

  init(units: Units, text: FoldedText, contents: Contents?) {
    self.units = units
    self.text = text
    self.contents = contents
    let entries = contents?.entries ?? []
    entryKeys = entries.map { units.key($0.title) }
    parts = entries.compactMap { entry in
      guard let ordinal = entry.ordinal, ordinal.style == .part else { return nil }
      return (entry.title, units.key(entry.title), ordinal.value)
    }
  }

  /// The longest title of a numbered heading, in units.
  private static let longestNumbered = 48
  /// The longest bare line that may be a title, in units.
  private static let longestBare = 40
  /// The longest bare line that may be a title whatever it ends with: a longer one may be cut off a sentence.
  private static let longestPlain = 24
  /// The longest line set off by `#` or bold type that may be a title, in units.
  private static let longestMarked = 90

  /// Chapters that are often left without a number.
  private static let chapters = WordList([
    "名词解释", "专业名词解释", "专业性名词解释", "附件", "附表", "附件:", "附表:", "附录",
  ])

  /// The heading that stands in a line of text, if it is one.
  func heading(_ line: Int, _ slice: Slice) -> Heading? {
    guard slice.count >= 2, slice.count <= Self.longestMarked else { return nil }
    let folded = text.lines[line]
    let isMarked = folded.hashLevel > 0 || folded.traits.contains(.bold)
    if let ordinal = OrdinalScanner.scan(units, slice) {
      return numbered(line, slice, ordinal, isMarked: isMarked)
    }
    if units.equals(anyOf: Self.chapters, slice) || isAttachmentNumber(slice) {
      return make(line, slice, slice, nil, isMarked ? .marked : .bare, rank: 0)
    }
    guard saysSomething(slice), !statesFigures(slice), !endsOpen(slice), !isNote(slice) else { return nil }
    let inner = Slice(slice.lower, slice.upper - 1)
    guard !units.contains(anyOf: ["。", ";", "!"], in: inner) else { return nil }
    if isMarked {
      if folded.hashLevel == 0, units.contains(anyOf: [":", "，"], in: inner) { return nil }
      return make(line, slice, slice, partOrdinal(slice), .marked, rank: partOrdinal(slice) == nil ? 6 : 0)
    }
    guard slice.count <= Self.longestBare, slice.count <= Self.longestPlain || endsAsTitle(slice),
      !units.contains(anyOf: ["，", ",", ":"], in: slice),
      !units.contains("。", in: slice)
    else {
      return units.starts(slice, withAnyOf: ["附件:", "附件1:", "附件2:", "附表:"]) && slice.count <= Self.longestBare
        ? make(line, slice, slice, nil, .bare, rank: 0) : nil
    }
    return make(line, slice, slice, partOrdinal(slice), .bare, rank: partOrdinal(slice) == nil ? 6 : 0)
  }

  /// Tells whether a line is the number of an attachment and nothing else: 附件2, 附件二:.
  private func isAttachmentNumber(_ slice: Slice) -> Bool {
    guard slice.count <= 6, units.starts(slice, withAnyOf: ["附件", "附表"]),
      let number = OrdinalScanner.numeral(units, slice.lower + 2, slice.upper)
    else { return false }
    return number.end == slice.upper || number.end + 1 == slice.upper && units[number.end] == 0x3A
  }

  private func numbered(_ line: Int, _ slice: Slice, _ ordinal: Ordinal, isMarked: Bool) -> Heading? {
    var title = units.trimmed(Slice(slice.lower + ordinal.length, slice.upper))
    guard title.count <= Self.longestNumbered, !statesFigures(title) else { return nil }
    if title.isEmpty {
      return ordinal.style == .part ? make(line, slice, title, ordinal, .numbered, rank: 0) : nil
    }
    let inner = Slice(title.lower, title.upper - 1)
    guard !units.contains(anyOf: ["。", ";", "!", "？"], in: inner) else { return nil }
    let last = units[title.upper - 1]
    if last == 0x3B || Unit.isComma(last) || last == 0x3001 { return nil }
    // 一、基本支出：指… defines a term; a colon at the end belongs to the title.
    if let colon = units.find(":", in: inner), colon < inner.upper, ordinal.style != .part { return nil }
    if ordinal.style >= .arabic, !isMarked, last == 0x3002, title.count > 24 { return nil }
    if units.contains("，", in: inner), !isMarked, ordinal.style >= .chineseInBrackets, last == 0x3002 {
      return nil
    }
    if last == 0x3002 || last == 0x3A { title = Slice(title.lower, title.upper - 1) }
    return make(line, slice, title, ordinal, .numbered, rank: Int(ordinal.style.rawValue))
  }

  private func make(
    _ line: Int, _ slice: Slice, _ title: Slice, _ ordinal: Ordinal?, _ strength: Heading.Strength, rank: Int
  ) -> Heading {
    Heading(
      line: line, slice: slice, title: title, ordinal: ordinal, strength: strength, rank: rank, section: 0)
  }

  /// The part of the contents whose title ends an unnumbered heading, such as 2026年部门预算-名词解释.
  private func partOrdinal(_ slice: Slice) -> Ordinal? {
    guard !parts.isEmpty else { return nil }
    for part in parts where part.title.count >= 3 && slice.count >= part.title.count {
      let tail = Slice(slice.upper - part.title.count, slice.upper)
      // 2026年部门预算-预算表 shortens 2026年部门预算表: only a dash or the start may stand before the title.
      if tail.lower == slice.lower || units[tail.lower - 1] == 0x2D, units.key(tail) == part.key {
        return Ordinal(style: .part, value: part.value, length: 0)
      }
    }
    return dashedPart(slice)
  }

  /// The part whose title without the year ends after a dash: 某局2026年部门预算-预算表 for 2026年部门预算表.
  private func dashedPart(_ slice: Slice) -> Ordinal? {
    guard let dash = slice.indices.last(where: { units[$0] == 0x2D }), dash + 3 < slice.upper else {
      return nil
    }
    let tail = Slice(dash + 1, slice.upper)
    let key = units.key(tail)
    let part = parts.first { part in
      part.title.count >= tail.count
        && units.key(Slice(part.title.upper - tail.count, part.title.upper)) == key
    }
    return part.map { Ordinal(style: .part, value: $0.value, length: 0) }
  }

  /// Tells whether a slice is more than a rule of dashes.
  private func saysSomething(_ slice: Slice) -> Bool {
    slice.indices.contains {
      Unit.isIdeograph(units[$0]) || Unit.isDigit(units[$0])
        || units[$0] | 0x20 >= 0x61 && units[$0] | 0x20 <= 0x7A
    }
  }

  /// Tells whether a slice states an amount or a percentage: then it is a sentence and no title.
  private func statesFigures(_ slice: Slice) -> Bool {
    for i in slice.indices.dropFirst() where Unit.isDigit(units[i - 1]) {
      let unit = units[i]
      if unit == 0x25 { return true }
      if unit == 0x5143 { return true }
      if unit == 0x4E07 || unit == 0x4EBF, i + 1 < slice.upper, units[i + 1] == 0x5143,
        !units.contains("以上", in: slice)
      {
        return true
      }
    }
    return false
  }

  private func endsAsTitle(_ slice: Slice) -> Bool {
    units.ends(
      slice,
      withAnyOf: [
        "表", "说明", "情况", "目录", "报告", "公开", "概况", "解释", "预算", "决算", "自评", "目标", "附件", ")", "》", "清单", "职责",
      ])
  }

  private func endsOpen(_ slice: Slice) -> Bool {
    let last = units[slice.upper - 1]
    return Unit.isComma(last) || last == 0x3B || last == 0x3001
  }

  /// Tells whether a short line is a note or a statement and no title.
  private func isNote(_ slice: Slice) -> Bool {
    units.starts(
      slice,
      withAnyOf: ["注:", "备注", "注1", "说明:", "(注", "本部门", "本单位", "我单位", "我部门", "我局", "无", "本表", "此表", "空表"])
  }
}

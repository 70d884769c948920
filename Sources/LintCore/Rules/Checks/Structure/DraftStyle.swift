/// How a draft writes its lines, headings, tables and notes, so that what a fix inserts looks like the rest.
struct DraftStyle {
  private let draft: Draft
  private let units: Units
  private var source: SourceText { draft.source }

  init(_ draft: Draft, _ units: Units) {
    self.draft = draft
    self.units = units
  }

  // MARK: Lines

  /// What ends the lines of the draft.
  var newline: String {
    let end = source.range(ofLine: 0).upper
    guard end < source.bytes.count, source.bytes[end] == 0x0D else { return "\n" }
    return end + 1 < source.bytes.count && source.bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// Tells whether blank lines stand between paragraphs.
  private var hasBlankLines: Bool {
    var apart = 0
    var last: Int?
    for paragraph in draft.paragraphs.prefix(200) {
      if let last { apart += paragraph.lines.lowerBound - last > 0 ? 1 : -1 }
      last = paragraph.lines.upperBound
    }
    return apart > 0
  }

  /// The insertion of lines before a line, apart from their neighbours as the draft has it.
  func insert(_ blocks: [String], before line: Int) -> Edit {
    let gap = hasBlankLines ? newline : ""
    let isAtEnd = line >= source.lineCount
    let offset = isAtEnd ? source.bytes.count : source.range(ofLine: line).lower
    var text = ""
    if isAtEnd,
      source.range(ofLine: source.lineCount - 1).upper > source.range(ofLine: source.lineCount - 1).lower
    {
      text += newline
    }
    let previous = source.range(ofLine: min(line, source.lineCount) - 1)
    if line > 0, !isBlank(previous) { text += gap }
    text += blocks.map { $0 + newline }.joined(separator: gap)
    if !isAtEnd { text += gap }
    return Edit(ByteRange(offset, offset), text)
  }

  private func isBlank(_ range: ByteRange) -> Bool {
    source.bytes[range.lower..<range.upper].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The first line after a block and what belongs to it, before the blank lines that follow.
  func lineAfter(_ lines: Range<Int>) -> Int {
    var end = min(lines.upperBound, source.lineCount)
    while end > lines.lowerBound + 1, isBlank(source.range(ofLine: end - 1)) { end -= 1 }
    return end
  }

  // MARK: Headings

  /// The number of a heading: its ordinal, or that of a label such as 表6.
  func number(of heading: Heading) -> Int? {
    if let ordinal = heading.ordinal { return ordinal.length > 0 ? ordinal.value : nil }
    return label(heading.title)?.number
  }

  private func label(_ title: Slice) -> (number: Int, end: Int)? {
    guard units.starts(title, with: "表"),
      let (number, end) = OrdinalScanner.numeral(units, title.lower + 1, title.upper)
    else { return nil }
    var i = end
    while i < title.upper, units[i] == 0x3001 || units[i] == 0x3A || units[i] == 0x2E || units[i] <= 0x20 {
      i += 1
    }
    return i < title.upper ? (number, i) : nil
  }

  /// A heading with the marks, number and blanks of another one.
  func heading(like model: Heading, number: Int?, title: String) -> String {
    let line = source.range(ofLine: model.line)
    let start = model.ordinal == nil ? label(model.title)?.end ?? model.title.lower : model.title.lower
    let slice = draft.range(model.slice)
    let words = draft.range(Slice(start, model.title.upper))
    guard line.lower <= slice.lower, slice.upper <= line.upper, slice.lower <= words.lower else {
      return title
    }
    let before = source.string(ByteRange(line.lower, slice.lower))
    let ordinal = source.string(ByteRange(slice.lower, words.lower))
    let after = source.string(ByteRange(max(words.upper, slice.upper), line.upper))
    return before + (number.map { Self.renumber(ordinal, to: $0) } ?? ordinal) + title + after
  }

  /// An entry of the contents with the number of another one.
  func entry(like model: Contents.Entry, number: Int, title: String) -> String {
    let line = source.range(ofLine: model.line)
    let words = draft.range(model.title)
    guard line.lower <= words.lower else { return title }
    return Self.renumber(source.string(ByteRange(line.lower, words.lower)), to: number) + title
  }

  /// Puts another number into an ordinal such as 第三部分, （二） or 12.
  private static func renumber(_ ordinal: String, to number: Int) -> String {
    let numerals = Set("零〇一二三四五六七八九十0123456789０１２３４５６７８９".unicodeScalars)
    let scalars = Array(ordinal.unicodeScalars)
    guard let start = scalars.firstIndex(where: numerals.contains) else { return ordinal }
    let end = scalars[start...].firstIndex { !numerals.contains($0) } ?? scalars.count
    let isLatin = scalars[start].value < 0x80
    let isWide = scalars[start].value >= 0xFF10
    var text = String(String.UnicodeScalarView(scalars[..<start]))
    if isWide {
      for digit in String(number).unicodeScalars {
        text.unicodeScalars.append(Unicode.Scalar(digit.value + 0xFEE0) ?? digit)
      }
    } else {
      text += isLatin ? String(number) : numeral(number)
    }
    return text + String(String.UnicodeScalarView(scalars[end...]))
  }

  /// A number up to 99 in Chinese.
  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10 % 10, number % 10)
    return tens == 0 ? digits[ones] : (tens == 1 ? "" : digits[tens]) + "十" + digits[ones]
  }

  // MARK: Tables

  /// A table of a header and one blank row, with the markup of the other tables.
  func table(_ header: [String]) -> String {
    let blank = header.map { _ in "" }
    switch markup {
    case .tabs: return [header, blank].map { $0.joined(separator: "\t") }.joined(separator: newline)
    case .pipes:
      let rows = [header, header.map { _ in "---" }, blank.map { _ in " " }]
      return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: newline)
    case .html:
      func row(_ cells: [String]) -> String { "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
      return "<table>\(row(header))\(row(blank))</table>"
    }
  }

  private enum Markup {
    case tabs
    case pipes
    case html
  }

  private var markup: Markup {
    guard let table = draft.tables.first else { return .tabs }
    let traits = draft.text.lines[min(table.lines.lowerBound, draft.text.lines.count - 1)].traits
    return traits.contains(.tableTag) ? .html : traits.contains(.pipe) ? .pipes : .tabs
  }

  /// The line that states the unit of most tables.
  var unitLine: String {
    for table in draft.tables {
      guard let slice = table.unitSlice else { continue }
      let line = source.line(at: draft.range(slice).lower)
      guard !table.lines.contains(line) else { continue }
      let text = source.string(source.range(ofLine: line))
      if !text.contains("\t"), units.trimmed(draft.text.slice(ofLine: line)).count <= 12 { return text }
    }
    return "单位：万元"
  }

  // MARK: Notes

  /// The insertion of a note under an empty table, worded as the other notes of the draft are.
  func note(under table: Table) -> Edit {
    var wording: String?
    var gap: Int?
    for other in draft.tables {
      guard let first = other.notes.first, first < draft.paragraphs.count else { continue }
      let note = draft.paragraphs[first]
      if gap == nil { gap = note.lines.lowerBound - other.lines.upperBound }
      if isGeneral(note.slice) {
        wording = draft.written(note.slice)
        break
      }
      // The other notes tell whether a stop ends them.
      if wording == nil, let last = note.slice.indices.last {
        wording = units[last] == 0x3002 ? Self.note + "。" : Self.note
      }
    }
    let end = source.range(ofLine: max(table.lines.upperBound - 1, 0)).upper
    let lines = gap ?? (markup == .tabs ? 0 : 1)
    return Edit(
      ByteRange(end, end),
      String(repeating: newline, count: 1 + min(max(lines, markup == .tabs ? 0 : 1), 2))
        + (wording ?? Self.note + "。"))
  }

  private static let note = "注：本表无数据"

  /// Tells whether a note says that a table is empty and names neither funds nor years.
  private func isGeneral(_ slice: Slice) -> Bool {
    slice.count <= 20 && units.contains(anyOf: ["本表", "此表", "该表"], in: slice)
      && units.contains(anyOf: ["无数据", "空表", "为空", "没有数据"], in: slice)
      && !units.contains(anyOf: ["基金", "资本", "三公", "采购", "专户", "收费", "项目", "转移", "购买"], in: slice)
      && !slice.indices.contains { Unit.isDigit(units[$0]) }
  }
}

/// Contents that a conversion left as links, as a table, or without the marks of their numbers.
extension ContentsParser {
  /// [一、部门职责 4](#_Toc1), - [一、部门职责 [4](#_Toc1)](#_Toc1): the words of the link, and the page if it is a link of
  /// its own or stands behind it.
  func linked(_ slice: Slice) -> (text: Slice, page: Int?)? {
    guard let open = slice.indices.first(where: { !isListMark(units[$0]) }), units[open] == 0x5B,
      let close = units.find("](", in: Slice(open, slice.upper))
    else { return nil }
    let inner = (open + 1..<close).first { units[$0] == 0x5B }
    let text = units.trimmed(Slice(open + 1, inner ?? close))
    guard !text.isEmpty else { return nil }
    if let inner { return (text, page(Slice(inner + 1, close))) }
    let end = slice.indices.last { units[$0] == 0x29 } ?? close
    let rest = (end + 1..<Swift.max(end + 1, slice.upper)).first { Unit.isDigit(units[$0]) }
    return (text, rest.flatMap { page(Slice($0, slice.upper)) })
  }

  private func isListMark(_ unit: UInt16) -> Bool {
    unit == 0x2D || unit == 0x2A || unit == 0x2B || unit == 0x20
  }

  private func page(_ slice: Slice) -> Int? {
    guard let (value, end) = OrdinalScanner.numeral(units, slice.lower, slice.upper),
      end == slice.upper, Unit.isDigit(units[slice.lower])
    else { return nil }
    return value
  }

  // MARK: Tables

  /// 序号 | 内容 | 页码: the words of a row that has nothing besides but its number and its page.
  func cell(_ slice: Slice) -> (text: Slice, page: Int?)? {
    var cells = cells(slice)
    guard cells.count >= 2 else { return nil }
    if isNumber(cells[0]) { cells.removeFirst() }
    var printed: Int?
    if cells.count >= 2, let last = cells.last, isNumber(last) {
      printed = page(last)
      cells.removeLast()
    }
    guard let text = cells.only, !isNumber(text) else { return nil }
    return (text, printed)
  }

  /// Tells whether a line is the header of such a table, or the rule below it.
  func isTableHead(_ slice: Slice) -> Bool {
    let cells = cells(slice)
    guard cells.count >= 2 else { return false }
    return cells.allSatisfy { units.equals(anyOf: Self.heads, $0) }
      || cells.allSatisfy { cell in cell.indices.allSatisfy { units[$0] == 0x2D || units[$0] == 0x3A } }
  }

  private static let heads = WordList(["序号", "内容", "页码", "页次", "页数", "目录", "标题", "名称", "项目", "章节", "备注"])

  /// The cells of a line with pipes or with two TABs, without those that are blank.
  private func cells(_ slice: Slice) -> [Slice] {
    let isPiped = !slice.isEmpty && units[slice.lower] == 0x7C
    let mark: UInt16 = isPiped ? 0x7C : 0x09
    let marks = slice.indices.filter { units[$0] == mark }
    guard marks.count >= 2 else { return [] }
    let bounds = [slice.lower - 1] + marks + [slice.upper]
    return zip(bounds, bounds.dropFirst()).map { units.trimmed(Slice($0 + 1, Swift.max($0 + 1, $1))) }
      .filter { !$0.isEmpty }
  }

  private func isNumber(_ slice: Slice) -> Bool {
    slice.count <= 4 && slice.indices.allSatisfy { Unit.isDigit(units[$0]) }
  }

  // MARK: Numbers

  /// How many entries in a row have to begin with the next numeral for their numbers to be certain.
  private static let leastRun = 3

  /// 一 收支总表, 二 收入总表, 三 支出总表: numbers without their mark, which 一般公共预算 alone does not make.
  func numbered(_ entries: [Contents.Entry]) -> [Contents.Entry] {
    var result = entries
    var run: [(index: Int, length: Int)] = []
    func close() {
      guard run.count >= Self.leastRun else { return run.removeAll() }
      for (value, (index, length)) in zip(1..., run) {
        let slice = result[index].slice
        result[index].ordinal = Ordinal(style: .chinese, value: value, length: length)
        result[index].title = units.trimmed(Slice(slice.lower + length, slice.upper))
      }
      run.removeAll()
    }
    for (index, entry) in entries.enumerated() {
      if entry.ordinal?.style == .part { close() }
      guard entry.ordinal == nil else { continue }
      if let length = length(of: run.count + 1, at: entry.slice) {
        run.append((index, length))
      } else if let length = length(of: 1, at: entry.slice) {
        close()
        run.append((index, length))
      }
    }
    close()
    return result
  }

  /// The length of a numeral at the start of an entry, if it has this value: 十一般性支出 starts with ten.
  private func length(of value: Int, at slice: Slice) -> Int? {
    (1...3).first { length in
      guard length < slice.count, !Unit.isDigit(units[slice.lower]),
        let numeral = OrdinalScanner.numeral(units, slice.lower, slice.lower + length)
      else { return false }
      return numeral.end == slice.lower + length && numeral.value == value
    }
  }
}

/// Counts what 一是, 二是, 三是 list behind their number: 重点抓好以下四个方面的工作：一是…；二是…；三是…；四是….
///
/// Rule: `narrative-sum`. Only a list that begins in the sentence of the number and goes on without a gap is counted.
enum OrdinalCounts {
  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    let paragraphs = inspection.draft.paragraphs
    for (index, paragraph) in paragraphs.enumerated() {
      let text = paragraph.slice
      guard
        inspection.has(.aspects, in: text, ofParagraph: index, { units.contains(anyOf: aspects, in: $0) })
      else { continue }
      for number in numbers(in: text, units) {
        if let listed = listed(behind: number, in: text, units) {
          // What one paragraph does not end the next may go on with.
          let goesOn = index + 1 < paragraphs.count && opensWithOrdinal(paragraphs[index + 1].slice, units)
          guard listed > number.value || listed < number.value && !goesOn else { continue }
          report(number.slice, listed, &inspection)
        } else if let listed = listed(above: index, number, inspection) {
          report(number.slice, listed, &inspection)
        } else if let listed = listed(below: index, number, inspection) {
          if listed != number.value { report(number.slice, listed, &inspection) }
        } else if let listed = amounts(behind: number, in: text, units), listed != number.value {
          inspection.report(
            "narrative-sum", .warning, at: number.slice,
            Message(named, .text(inspection.draft.string(number.slice)), .count(listed)))
        }
      }
    }
  }

  /// 主要用于四个方面：教育支出5万元、卫生健康支出3万元、…，分别占…: how many names with an amount of money follow a number
  /// right behind it; `nil` where the list is open, or a part of it has another number of amounts.
  private static func amounts(behind number: Number, in text: Slice, _ units: Units) -> Int? {
    let start = number.slice.upper + 1
    guard start < text.upper, units[start - 1] == 0x3A else { return nil }
    let end = (start..<text.upper).first { units[$0] == 0x3002 } ?? text.upper
    let figures = Quantity.read(Slice(start, end), units)
    var count = 0
    var part = start
    for at in start...end where at == end || units[at] == 0x3001 || units.endsClause(at: at) {
      let piece = Slice(part, at)
      part = at + 1
      if count > 0, units.starts(piece, withAnyOf: shares) { break }
      let own = figures.filter { $0.digits.lower >= piece.lower && $0.digits.upper <= piece.upper }
      guard let figure = own.only, figure.yuan(units) != nil, figure.lead.count >= 3,
        figure.measure.upper == piece.upper, !units.contains(anyOf: inner, in: piece)
      else { return nil }
      count += 1
    }
    return count >= 2 ? count : nil
  }

  private static let shares = WordList(["分别占", "占比", "占", "合计", "共计"])
  private static let inner = WordList(["其中", "等", "主要", "另", "各", "合计", "共"])

  /// 四个方面: a number with the noun it counts.
  private typealias Number = (slice: Slice, value: Int)

  private static func numbers(in text: Slice, _ units: Units) -> [Number] {
    var found: [Number] = []
    for i in text.indices where i + 2 < text.upper {
      guard let value = value(units[i]), value >= 2, value <= 9,
        let noun = units.lengthOfWord(starting: Slice(i + 1, text.upper), anyOf: aspects)
      else { continue }
      // 第二个方面, 十二个方面, 前三个方面
      if i > text.lower, units.contains(anyOf: parts, in: Slice(i - 1, i)) { continue }
      found.append((Slice(i, i + 1 + noun), value))
    }
    return found
  }

  private static func value(_ unit: UInt16) -> Int? {
    // 两
    unit == 0x4E24 ? 2 : Unit.isDigit(unit) ? Int(unit) - 0x30 : Unit.numeral(unit)
  }

  /// How many 一是, 二是 … follow a number, the first of them in its own sentence or right behind it.
  private static func listed(behind number: Number, in text: Slice, _ units: Units) -> Int? {
    let near = Slice(number.slice.upper, Swift.min(text.upper, number.slice.upper + farthest))
    guard let first = ordinal(1, in: near, units) else { return nil }
    let between = Slice(number.slice.upper, first)
    guard !units.contains(anyOf: aspects, in: between),
      between.indices.count(where: { Unit.isStop(units[$0]) }) <= 1,
      // 针对上述三个方面的问题，拟采取以下措施：一是…
      !units.contains(anyOf: others, in: between)
    else { return nil }
    return listed(from: first, in: text, units)
  }

  /// How many ordinals follow each other from the first on; `nil` where that is begun anew.
  private static func listed(from first: Int, in text: Slice, _ units: Units) -> Int? {
    var count = 1
    var at = first + 2
    while count < 10, let next = ordinal(count + 1, in: Slice(at, text.upper), units) {
      // 一是 again: another list.
      if ordinal(1, in: Slice(at, next), units) != nil { return count }
      count += 1
      at = next + 2
    }
    return count >= 2 ? count : nil
  }

  /// 针对上述三个方面的问题: the list of problems in the paragraphs above, the nearest of them.
  private static func listed(above index: Int, _ number: Number, _ inspection: Inspection) -> Int? {
    let units = inspection.units
    let paragraphs = inspection.draft.paragraphs
    let text = paragraphs[index].slice
    let lead = Slice(Swift.max(text.lower, number.slice.lower - 4), number.slice.lower)
    let tail = Slice(number.slice.upper, Swift.min(text.upper, number.slice.upper + 3))
    guard units.ends(lead, withAnyOf: above),
      units.contains(problem, in: Slice(number.slice.lower, tail.upper))
    else { return nil }
    for before in (Swift.max(0, index - 3)..<index).reversed() {
      let paragraph = paragraphs[before].slice
      guard let first = ordinal(1, in: paragraph, units) else { continue }
      let heading = inspection.draft.sections[paragraphs[before].section].heading
      let title = heading.map { inspection.draft.headings[$0].slice } ?? Slice(0, 0)
      guard units.contains(problem, in: title) || units.contains(problem, in: Slice(paragraph.lower, first)),
        ordinal(1, in: Slice(first + 2, paragraph.upper), units) == nil,
        let listed = listed(from: first, in: paragraph, units), listed != number.value
      else { return nil }
      return listed
    }
    return nil
  }

  /// 重点抓好以下五个方面工作：⏎一是…⏎二是…: how many paragraphs right below a number are told apart by ordinals; `nil` where
  /// their list is not plainly over.
  private static func listed(below index: Int, _ number: Number, _ inspection: Inspection) -> Int? {
    let (units, paragraphs) = (inspection.units, inspection.draft.paragraphs)
    let text = paragraphs[index].slice
    let tail = Slice(number.slice.upper, text.upper)
    guard tail.count <= farthest, text.upper > text.lower, units[text.upper - 1] == 0x3A,
      !units.contains(anyOf: aspects, in: tail), !units.contains(anyOf: others, in: tail)
    else { return nil }
    var count = 0
    for next in paragraphs[(index + 1)...].prefix(mostParagraphs) {
      guard next.section == paragraphs[index].section else { break }
      if ordinal(count + 1, opening: next.slice, units) {
        count += 1
        // 一是…；二是… in the paragraph of an ordinal: parts of it, or the list itself.
        guard ordinal(1, in: Slice(next.slice.lower + 2, next.slice.upper), units) == nil,
          count == 9 || ordinal(count + 1, in: next.slice, units) == nil
        else { return nil }
      } else if count == 0 || opensWithOrdinal(next.slice, units) {
        return nil
      } else if next.slice.indices.contains(where: {
        ordinal(count + 1, opening: Slice($0, next.slice.upper), units)
      }) {
        return nil
      }
    }
    return count >= 2 ? count : nil
  }

  private static let mostParagraphs = 30

  /// Tells whether a text begins with 一是, 二是 ….
  private static func ordinal(_ value: Int, opening text: Slice, _ units: Units) -> Bool {
    text.count >= 2 && units[text.lower + 1] == 0x662F && Unit.numeral(units[text.lower]) == value
  }

  /// Where 一是, 二是 … stands at the start of a clause.
  private static func ordinal(_ value: Int, in text: Slice, _ units: Units) -> Int? {
    text.indices.first { at in
      at + 1 < text.upper && units[at + 1] == 0x662F && Unit.numeral(units[at]) == value
        && (at == text.lower || Unit.endsClause(units[at - 1]) || units[at - 1] == 0x3A
          || units[at - 1] == 0x28)
    }
  }

  private static func opensWithOrdinal(_ text: Slice, _ units: Units) -> Bool {
    text.count >= 2 && units[text.lower + 1] == 0x662F && Unit.numeral(units[text.lower]) != nil
  }

  private static func report(_ number: Slice, _ listed: Int, _ inspection: inout Inspection) {
    inspection.report(
      "narrative-sum", .warning, at: number,
      Message(phrase, .text(inspection.draft.string(number)), .count(listed)))
  }

  /// How far behind its number a list may begin, in units.
  private static let farthest = 24
  private static let aspects = WordList([
    "个方面", "方面原因", "方面问题", "项工作", "项措施", "项重点工作", "点原因", "个问题", "个原因", "项任务", "项重点任务", "方面工作",
  ])
  private static let parts = WordList(["第", "十", "前", "后", "另", "其"])
  private static let above = WordList(["上述", "以上", "上述的"])
  private static let problem: Word = "问题"
  private static let others = WordList(["措施", "上述", "以上", "问题，"])
  private static let named = Phrase(
    "文中写“{0}”，其后列有 {1} 项金额", "The text says “{0}”, but {1} amounts are listed")
  private static let phrase = Phrase("文中写“{0}”，“一是”起共列有 {1} 条", "The text says “{0}”, but {1} are listed")
}

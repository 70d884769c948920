/// What a figure in a sentence counts.
package enum FigureUnit: UInt8, Sendable, Hashable {
  /// No unit stands behind the figure.
  case none
  case yuan
  case thousandYuan
  case tenThousandYuan
  case millionYuan
  case hundredMillionYuan
  case percent
  /// 个百分点
  case percentPoint
  /// 人, 名
  case people
  /// 人次
  case personTimes
  /// 批次, 批
  case batches
  /// 辆
  case vehicles
  /// 台, 套, 台（套）
  case sets
  /// 个, 项, 家, 件
  case items
  /// 次
  case times
  /// 平方米
  case squareMeters
  /// Any other word of measure.
  case other

  /// The money unit, if the figure is money.
  package var money: MoneyUnit? {
    switch self {
    case .yuan: .yuan
    case .thousandYuan: .thousandYuan
    case .tenThousandYuan: .tenThousandYuan
    case .millionYuan: .millionYuan
    case .hundredMillionYuan: .hundredMillionYuan
    default: nil
    }
  }

  /// Tells whether the figure counts people or things.
  package var isCount: Bool {
    switch self {
    case .people, .personTimes, .batches, .vehicles, .sets, .items, .times, .squareMeters: true
    default: false
    }
  }
}

/// A token of a sentence with figures.
package struct FigureToken: Sendable {
  package var mark: FigureMark
  package var unit: FigureUnit = .none
  /// 余, 多 stand behind the figure.
  package var isRough = false
  /// The index of the word in the lexicon, or -1.
  package var word: Int16 = -1
  package var lower: Int32
  package var upper: Int32
  /// The position after the digits of a figure.
  package var digitsUpper: Int32 = 0
  /// The figure, the year, or zero.
  package var amount = Amount(digits: 0, decimals: 0)

  package var slice: Slice { Slice(Int(lower), Int(upper)) }
}

/// Cuts folded prose into tokens: figures, years, punctuation and the words that say how figures belong together.
///
/// Text that matters to nobody leaves no token. Titles in 《》 and document numbers in 〔〕 are skipped.
struct FigureTokenizer {
  let units: Units
  let lexicon: FigureLexicon

  /// Appends the tokens of a slice.
  ///
  /// - Complexity: O(n) in the length of the slice.
  func scan(_ slice: Slice, into tokens: inout [FigureToken]) {
    var i = slice.lower
    let end = Swift.min(slice.upper, units.count)
    while i < end {
      let u = units[i]
      if u >= 0x30, u <= 0x39 {
        i = number(i, slice.lower, end, &tokens)
      } else if let (word, length) = lexicon.match(units, i, end) {
        let entry = lexicon.entries[word]
        if entry.mark != .decoy {
          tokens.append(
            FigureToken(
              mark: entry.mark, word: Int16(truncatingIfNeeded: word), lower: Int32(truncatingIfNeeded: i),
              upper: Int32(truncatingIfNeeded: i + length)))
        }
        i += length
      } else if let mark = shortChange(i, slice.lower, end) {
        put(mark, i, i + 1, &tokens)
        i += 1
      } else if u == 0x300A || u == 0x3014 || u == 0x3010 {
        i = skipTitle(i, end)
      } else if u == 0x7B49 {
        andSoOn(i, end, &tokens)
        i += 1
      } else if u == 0x2E {
        // A point that is not part of a figure ends a sentence after a per cent sign or an ideograph.
        if i > slice.lower, units[i - 1] == 0x25 || Unit.isIdeograph(units[i - 1]) {
          put(.stop, i, i + 1, &tokens)
        }
        i += 1
      } else {
        i += 1
      }
    }
  }

  private func put(_ mark: FigureMark, _ lower: Int, _ upper: Int, _ tokens: inout [FigureToken]) {
    tokens.append(
      FigureToken(
        mark: mark, lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: upper)))
  }

  /// 减0.04万元, 少3人: one sign for a change, right before its figure and not at the end of another word.
  private func shortChange(_ i: Int, _ first: Int, _ end: Int) -> FigureMark? {
    let mark: FigureMark
    switch units[i] {
    case 0x589E, 0x591A: mark = .increase
    case 0x51CF, 0x5C11: mark = .decrease
    default: return nil
    }
    guard i + 1 < end, Unit.isDigit(units[i + 1]), i > first else { return nil }
    switch units[i - 1] {
    // 上年, 同比, 预算数, 亿元 … before; after any other ideograph it ends a word: 新增, 递减, 至少.
    case 0x5E74, 0x6BD4, 0x6570, 0x5143, 0x671F, 0x7B97: return mark
    default: return Unit.isIdeograph(units[i - 1]) ? nil : mark
    }
  }

  /// 等 counts at the end of a list only: before punctuation, or before 方面, 支出, 费用, 项.
  private func andSoOn(_ i: Int, _ end: Int, _ tokens: inout [FigureToken]) {
    let next = i + 1 < end ? units[i + 1] : 0x3002
    switch next {
    case 0x3002, 0xFF0C, 0x2C, 0x3B, 0x29, 0x28, 0x3001: put(.andSoOn, i, i + 1, &tokens)
    default:
      if units.has("方面", at: i + 1, before: end) || units.has("支出", at: i + 1, before: end) {
        put(.andSoOn, i, i + 1, &tokens)
      }
    }
  }

  /// The position after a title in 《》 or a document number in 〔〕 or 【】; just the mark where it is not closed nearby.
  private func skipTitle(_ i: Int, _ end: Int) -> Int {
    let close: UInt16 = units[i] == 0x300A ? 0x300B : units[i] == 0x3014 ? 0x3015 : 0x3011
    let limit = Swift.min(end, i + 120)
    var k = i + 1
    while k < limit {
      if units[k] == close { return k + 1 }
      k += 1
    }
    return i + 1
  }

  private func number(_ start: Int, _ first: Int, _ end: Int, _ tokens: inout [FigureToken]) -> Int {
    guard let result = NumberScanner.scan(units, start, end) else {
      var i = start
      while i < end, Unit.isDigit(units[i]) || units[i] == 0x2E { i += 1 }
      return i
    }
    let before = start > first ? units[start - 1] : 0
    let digits = result.end
    if isLetter(before) || before == 0x23 || before == 0x7B2C || digits < end && isLetter(units[digits]) {
      put(.noise, start, digits, &tokens)
      return digits
    }
    if result.amount.decimals == 0, !result.isGrouped {
      if LevelMark.isCode(Slice(start, digits), in: Slice(first, end), units) {
        put(.noise, start, digits, &tokens)
        return digits
      }
      if let next = date(start, digits, result.amount.digits, end, &tokens) { return next }
      if let next = code(start, digits, result.amount.digits, end, &tokens) { return next }
    }
    var token = FigureToken(
      mark: .figure, lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: digits),
      digitsUpper: Int32(truncatingIfNeeded: digits), amount: result.amount)
    var next = digits
    if next < end, units[next] == 0x4F59 || units[next] == 0x591A {
      token.isRough = true
      next += 1
    }
    let (unit, length) = self.unit(next, end)
    token.unit = unit
    if length > 0 {
      token.upper = Int32(truncatingIfNeeded: next + length)
      if before == 0x2D, start - 1 > first, !Unit.isDigit(units[start - 2]), !isLetter(units[start - 2]),
        unit != .none, units[start - 2] != 0x29, units[start - 2] != 0x5143
      {
        token.lower -= 1
        token.amount = Amount(digits: -result.amount.digits, decimals: result.amount.decimals)
      }
    } else if isOrdinal(start, digits, end, before) {
      token.mark = .noise
    }
    tokens.append(token)
    return Int(token.upper)
  }

  @inline(__always)
  private func isLetter(_ u: UInt16) -> Bool { (u >= 0x41 && u <= 0x5A) || (u >= 0x61 && u <= 0x7A) }

  /// Tells whether a number counts items of a list, such as （1）, or is part of a name or a span, such as 9·17.
  private func isOrdinal(_ start: Int, _ digits: Int, _ end: Int, _ before: UInt16) -> Bool {
    let after = digits < end ? units[digits] : 0
    if before == 0x28, after == 0x29 { return true }
    // 占比为4:6, 12:30
    if isColon(before), start >= 2, Unit.isDigit(units[start - 2]) { return true }
    if isColon(after), digits + 1 < end, Unit.isDigit(units[digits + 1]) { return true }
    if before == 0x7B2C || before == 0x2D || before == 0x2F || before == 0xB7 { return true }
    switch after {
    case 0x3001, 0x2E, 0x29, 0x2D, 0x2F, 0xB7, 0x7E, 0x2B, 0x201D, 0x3009, 0x53F7, 0x23: return true
    default: return false
    }
  }

  @inline(__always)
  private func isColon(_ unit: UInt16) -> Bool { unit == 0x3A || unit == 0x2236 }

  /// Years, months and days; a span of years is one token.
  private func date(
    _ start: Int, _ digits: Int, _ value: Int64, _ end: Int, _ tokens: inout [FigureToken]
  ) -> Int? {
    let after = digits < end ? units[digits] : 0
    if digits - start == 4, value >= 1990, value <= 2100 {
      if after == 0x5E74 {
        var i = digits + 1
        if i < end, Unit.isDigit(units[i]), let month = month(i, end) {
          put(.date, start, month, &tokens)
          setAmount(value, &tokens)
          return month
        }
        if i < end, units[i] == 0x5EA6 { i += 1 }
        put(.year, start, i, &tokens)
        setAmount(value, &tokens)
        return i
      }
      // 2023-2025年, 2023至2025年, (2024)年度
      if after == 0x2D || after == 0x81F3 || after == 0x3001 || after == 0x29 || after == 0x2E
        || after == 0x7E
        || after == 0x5E74
      {
        put(.noise, start, digits, &tokens)
        setAmount(value, &tokens)
        return digits
      }
    }
    if after == 0x6708 || after == 0x65E5 || after == 0x65F6 || after == 0x5C4A {
      put(.noise, start, digits + 1, &tokens)
      return digits + 1
    }
    return nil
  }

  /// The position after 12月31日 or 12月.
  private func month(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i < end, i - start < 2, Unit.isDigit(units[i]) { i += 1 }
    guard i < end, units[i] == 0x6708 else { return nil }
    i += 1
    var k = i
    while k < end, k - i < 2, Unit.isDigit(units[k]) { k += 1 }
    if k > i, k < end, units[k] == 0x65E5 || units[k] == 0x53F7 { return k + 1 }
    return i
  }

  private func setAmount(_ value: Int64, _ tokens: inout [FigureToken]) {
    guard !tokens.isEmpty else { return }
    tokens[tokens.count - 1].amount = Amount(digits: value, decimals: 0)
  }

  /// A subject code: 3, 5 or 7 digits that begin like one, before a name or a bracket.
  private func code(
    _ start: Int, _ digits: Int, _ value: Int64, _ end: Int, _ tokens: inout [FigureToken]
  ) -> Int? {
    let length = digits - start
    guard length == 3 || length == 5 || length == 7, digits < end else { return nil }
    let lead = units[start]
    guard lead == 0x32 || (length < 7 && (lead == 0x33 || lead == 0x35)) else { return nil }
    let after = units[digits]
    guard after == 0x2D || after == 0x28 || after == 0x22 || after == 0x201C || Unit.isIdeograph(after) else {
      return nil
    }
    guard unit(digits, end).0 == .none, after != 0x4F59, after != 0x591A, after != 0x5E74 else { return nil }
    put(.code, start, digits, &tokens)
    setAmount(value, &tokens)
    return digits
  }

  /// The unit at a position, with its length.
  private func unit(_ i: Int, _ end: Int) -> (FigureUnit, Int) {
    guard i < end else { return (.none, 0) }
    func next(_ k: Int) -> UInt16 { i + k < end ? units[i + k] : 0 }
    switch units[i] {
    case 0x25: return (.percent, 1)
    case 0x5143: return (.yuan, 1)
    case 0x4E07:
      if next(1) == 0x5143 { return (.tenThousandYuan, 2) }
      if next(1) == 0x4F59 || next(1) == 0x591A { return (.other, 2) }
      return (.other, next(1) == 0x4EBA || next(1) == 0x6B21 || next(1) == 0x5E73 ? 2 : 1)
    case 0x4EBF: return next(1) == 0x5143 ? (.hundredMillionYuan, 2) : (.other, 1)
    case 0x5343: return next(1) == 0x5143 ? (.thousandYuan, 2) : (.other, 1)
    case 0x767E:
      if next(1) == 0x4E07, next(2) == 0x5143 { return (.millionYuan, 3) }
      return (.other, 1)
    case 0x4EBA: return next(1) == 0x6B21 ? (.personTimes, 2) : (.people, 1)
    case 0x540D, 0x4F4D: return (.people, 1)
    case 0x6279: return (.batches, next(1) == 0x6B21 ? 2 : 1)
    case 0x8F86: return next(1) == 0x6B21 ? (.other, 2) : (.vehicles, 1)
    case 0x53F0:
      if next(1) == 0x28, next(2) == 0x5957, next(3) == 0x29 { return (.sets, 4) }
      if next(1) == 0x2F, next(2) == 0x5957 { return (.sets, 3) }
      return (.sets, 1)
    case 0x5957: return (.sets, 1)
    case 0x4E2A:
      if next(1) == 0x767E, next(2) == 0x5206, next(3) == 0x70B9 { return (.percentPoint, 4) }
      return (.items, 1)
    case 0x9879, 0x5BB6, 0x4EF6: return (.items, 1)
    case 0x6B21: return (.times, 1)
    case 0x5E73: return next(1) == 0x65B9 && next(2) == 0x7C73 ? (.squareMeters, 3) : (.other, 1)
    case 0x33A1: return (.squareMeters, 1)
    case 0x2030: return (.other, 1)
    case 0x5929, 0x5C81, 0x6240, 0x573A, 0x7EC4, 0x6237, 0x7C7B, 0x671F, 0x518C, 0x4EFD, 0x5904, 0x90E8,
      0x6761, 0x7BC7, 0x516C, 0x4EA9, 0x7C73, 0x5C0F, 0x5B63, 0x500D, 0x5C4A, 0x5206, 0x7EA7, 0x4E8B, 0x8282,
      0x672C, 0x5428, 0x53E3, 0x7AE0, 0x65E5, 0x65F6, 0x95E8, 0x5EA7, 0x680B:
      return (.other, 1)
    default: return (.none, 0)
    }
  }
}

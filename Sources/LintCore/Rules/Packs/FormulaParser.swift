/// Why a formula cannot be read, and where in it.
struct FormulaError: Error {
  /// The bytes of the formula that are wrong.
  var range: Range<Int>
  var message: Message
}

/// Reads formulas such as `收支总表[收入总计] = 收入总表[合计] 或 收支总表[本年收入合计] = 收入总表[合计]`.
///
///     formula   = equation { "或" equation }
///     equation  = sum ( "=" | "<=" | ">=" ) sum
///     sum       = term { ( "+" | "-" ) term }
///     term      = table "[" row [ "," column ] "]"
///     row       = name | "各类" | "各科目" | quoted label
///     column    = name | quoted label
///
/// Tables, rows and columns are written by any of their names in the rule book; a label that the book does not
/// name stands in quotation marks.
struct FormulaParser {
  private let bytes: [UInt8]
  private let book: RuleBook
  private var position = 0

  init(_ text: String, book: RuleBook) {
    bytes = Array(text.utf8)
    self.book = book
  }

  mutating func parse() throws(FormulaError) -> [FormulaReading] {
    var equations = [try equation()]
    while take("或") { equations.append(try equation()) }
    guard position == bytes.count else {
      throw error(Phrase("公式到此应当结束", "the formula should end here"))
    }
    return equations
  }

  private mutating func equation() throws(FormulaError) -> FormulaReading {
    let left = try sum()
    skipBlanks()
    let relation: FormulaReading.Relation
    if take("<=") || take("≤") {
      relation = .atMost
    } else if take(">=") || take("≥") {
      relation = .atLeast
    } else if take("=") || take("＝") {
      relation = .equal
    } else {
      throw error(Phrase("此处应为 =、<= 或 >=", "=, <= or >= is expected here"))
    }
    let start = position
    let equation = FormulaReading(left: left, relation: relation, right: try sum())
    try checkRows(equation, start)
    return equation
  }

  /// `各类` and `各科目` match rows of both sides, so either all terms have them or none.
  private func checkRows(_ equation: FormulaReading, _ start: Int) throws(FormulaError) {
    let each = equation.terms.filter { $0.row == .eachClass || $0.row == .eachSubject }
    guard each.isEmpty || each.count == equation.terms.count && Set(each.map(\.row)).count == 1 else {
      throw FormulaError(
        range: start..<position,
        message: Message(
          Phrase("“各类”“各科目”须在等式各项中一致使用", "各类 and 各科目 have to be used in every term alike")))
    }
  }

  private mutating func sum() throws(FormulaError) -> [FormulaTerm] {
    var terms = [try term(isNegative: false)]
    while true {
      skipBlanks()
      if take("+") || take("＋") {
        terms.append(try term(isNegative: false))
      } else if take("-") || take("－") || take("−") {
        terms.append(try term(isNegative: true))
      } else {
        return terms
      }
    }
  }

  private mutating func term(isNegative: Bool) throws(FormulaError) -> FormulaTerm {
    let table = try name()
    guard let id = book.table(table.text) ?? tableTitled(table.text) else {
      throw unknown(table, Phrase("没有名为“{0}”的表", "there is no table named “{0}”"))
    }
    try expect("[", "［")
    let row = try selector()
    var column: ColumnSelector?
    if take(",") || take("，") {
      let written = try selector()
      if written.isQuoted {
        column = .label(Lexicon.key(PackText.word(written.text)))
      } else if let concept = book.columns.concept(Lexicon.key(PackText.word(written.text))) {
        column = .concept(concept)
      } else {
        throw unknown(
          written, Phrase("没有名为“{0}”的列；表上的原文请加引号", "there is no column named “{0}”; quote a literal label"))
      }
    }
    try expect("]", "］")
    return FormulaTerm(isNegative: isNegative, table: id, row: try self.row(row), column: column)
  }

  private func tableTitled(_ text: String) -> TableID? {
    PackText.word(text).units.withUnsafeBufferPointer { book.catalogue.table(titled: $0) }
  }

  private func row(_ written: Name) throws(FormulaError) -> RowSelector {
    if written.isQuoted { return .label(Lexicon.key(PackText.word(written.text))) }
    switch written.text {
    case "各类": return .eachClass
    case "各科目": return .eachSubject
    default:
      guard let concept = book.rows.concept(Lexicon.key(PackText.word(written.text))) else {
        throw unknown(
          written, Phrase("没有名为“{0}”的行；表上的原文请加引号", "there is no row named “{0}”; quote a literal label"))
      }
      return .concept(concept)
    }
  }

  // MARK: Scanning

  private struct Name {
    var text: String
    var range: Range<Int>
    var isQuoted: Bool
  }

  /// Reads the name of a row or column, in quotation marks or bare.
  private mutating func selector() throws(FormulaError) -> Name {
    skipBlanks()
    for (opening, closing) in [("\"", "\""), ("'", "'"), ("“", "”")] as [(StaticString, StaticString)] {
      let start = position
      guard take(opening) else { continue }
      let inside = position
      while position < bytes.count, !stands(closing) { position += 1 }
      guard position < bytes.count else {
        throw error(Phrase("缺少结尾的引号", "the closing quotation mark is missing"))
      }
      let text = text(inside..<position)
      position += closing.utf8CodeUnitCount
      skipBlanks()
      return Name(text: text, range: start..<position, isQuoted: true)
    }
    return try name()
  }

  /// Reads a bare name up to an operator, a bracket or a comma.
  private mutating func name() throws(FormulaError) -> Name {
    skipBlanks()
    let start = position
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "+"), UInt8(ascii: ","):
        break scan
      case 0xEF where stands("［") || stands("］") || stands("，"):
        break scan
      default:
        position += 1
      }
    }
    var end = position
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start else { throw error(Phrase("此处应为名称", "a name is expected here")) }
    return Name(text: text(start..<end), range: start..<end, isQuoted: false)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  /// Tells whether a word stands here.
  private func stands(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for k in 0..<length where bytes[position + k] != word.utf8Start[k] { return false }
    return true
  }

  /// Passes a word if it stands here.
  private mutating func take(_ word: StaticString) -> Bool {
    guard stands(word) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  private mutating func expect(_ mark: StaticString, _ fullWidth: StaticString) throws(FormulaError) {
    skipBlanks()
    guard take(mark) || take(fullWidth) else {
      throw error(Phrase("此处应为“\(mark)”", "“\(mark)” is expected here"))
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func error(_ phrase: Phrase) -> FormulaError {
    FormulaError(range: position..<min(position + 1, bytes.count), message: Message(phrase))
  }

  private func unknown(_ name: Name, _ phrase: Phrase) -> FormulaError {
    FormulaError(range: name.range, message: Message(phrase, .text(name.text)))
  }
}

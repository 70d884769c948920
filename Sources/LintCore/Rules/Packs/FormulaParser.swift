/// Why a formula cannot be read, and where in it.
struct FormulaError: Error {
  /// The scalars of the formula that are wrong.
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
  private let scalars: [Unicode.Scalar]
  private let book: RuleBook
  private var position = 0

  init(_ text: String, book: RuleBook) {
    scalars = Array(text.unicodeScalars)
    self.book = book
  }

  mutating func parse() throws(FormulaError) -> [FormulaReading] {
    var equations = [try equation()]
    while take("或") { equations.append(try equation()) }
    guard position == scalars.count else {
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
    let table = try name(until: ["[", "［"])
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

  private static let stops: Set<Unicode.Scalar> = ["]", "］", ",", "，"]
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "“": "”"]

  /// Reads the name of a row or column, in quotation marks or bare.
  private mutating func selector() throws(FormulaError) -> Name {
    skipBlanks()
    if position < scalars.count, let closing = Self.quotes[scalars[position]] {
      let start = position
      position += 1
      while position < scalars.count, scalars[position] != closing { position += 1 }
      guard position < scalars.count else {
        throw error(Phrase("缺少结尾的引号", "the closing quotation mark is missing"))
      }
      position += 1
      let inside = scalars[start + 1..<position - 1]
      skipBlanks()
      return Name(text: text(inside), range: start..<position, isQuoted: true)
    }
    return try name(until: Self.stops)
  }

  private mutating func name(until stops: Set<Unicode.Scalar>) throws(FormulaError) -> Name {
    skipBlanks()
    let start = position
    while position < scalars.count, !stops.contains(scalars[position]),
      !"[]=<>+".unicodeScalars.contains(scalars[position])
    {
      position += 1
    }
    var end = position
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    guard end > start else { throw error(Phrase("此处应为名称", "a name is expected here")) }
    return Name(text: text(scalars[start..<end]), range: start..<end, isQuoted: false)
  }

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    guard position + wanted.count <= scalars.count else { return false }
    for (k, scalar) in wanted.enumerated() where scalars[position + k] != scalar { return false }
    position += wanted.count
    return true
  }

  private mutating func expect(_ mark: String, _ fullWidth: String) throws(FormulaError) {
    skipBlanks()
    guard take(mark) || take(fullWidth) else {
      throw error(Phrase("此处应为“\(mark)”", "“\(mark)” is expected here"))
    }
  }

  private func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }

  private func error(_ phrase: Phrase) -> FormulaError {
    FormulaError(range: position..<min(position + 1, scalars.count), message: Message(phrase))
  }

  private func unknown(_ name: Name, _ phrase: Phrase) -> FormulaError {
    FormulaError(range: name.range, message: Message(phrase, .text(name.text)))
  }
}

/// Lays packs over a rule book.
struct PackLoader {
  private(set) var book: RuleBook
  private(set) var problems: [PackProblem] = []
  private var isBuiltIn = false

  init(book: RuleBook) { self.book = book }

  /// The book of the embedded packs.
  static func standard() -> RuleBook {
    var loader = PackLoader(book: RuleBook())
    loader.addBuiltIn()
    return loader.book
  }

  /// Lays the embedded packs over the book; they may define rules of any kind.
  mutating func addBuiltIn() {
    isBuiltIn = true
    for pack in EmbeddedPacks.all {
      pack.text.withUTF8Buffer { add(name: pack.name, bytes: $0) }
    }
    isBuiltIn = false
    book.prepare()
  }

  /// Lays one pack over the book, or none of it if it has mistakes.
  mutating func add(name: String, bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add(name: name, bytes: $0) }
  }

  private mutating func add(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    var reader = PackReader(name: name, bytes: bytes)
    let before = isBuiltIn ? nil : book
    var decoder = PackDecoder(book: book, pack: name, isBuiltIn: isBuiltIn)
    // The decoder shall own the only copy, or its first change would copy the whole book.
    book = RuleBook()
    do throws(JSONSyntaxError) {
      let value = try JSONParser.parse(bytes, dialect: .json5)
      decoder.decode(value, &reader)
    } catch {
      reader.report(error.offset..<min(error.offset + 1, bytes.count), error.message)
    }
    guard reader.problems.isEmpty else {
      problems += reader.problems.sorted { $0.range < $1.range }
      book = before ?? decoder.book
      return
    }
    if !isBuiltIn { decoder.book.prepare() }
    decoder.book.packs.append(name)
    book = decoder.book
  }
}

/// Reads the entries of one pack into a rule book.
struct PackDecoder {
  var book: RuleBook
  let pack: String
  let isBuiltIn: Bool

  mutating func decode(_ value: JSONValue, _ reader: inout PackReader) {
    let fields = reader.fields(value, .pack)
    func members(_ key: String) -> [JSONMember] {
      guard let value = fields.first(where: { $0.key == key })?.value else { return [] }
      return reader.entries(value)
    }
    for field in fields where field.key == "title" { _ = reader.phrase(field.value) }
    for field in fields where field.key == "$schema" { _ = reader.text(field.value) }
    // Names come first: formulas and profiles speak of them, wherever they stand in the pack.
    for member in members("tables") { table(member, &reader) }
    for member in members("rows") { Self.label(member, &book.rows, &reader) }
    for member in members("columns") { Self.label(member, &book.columns, &reader) }
    for member in members("subjects") { subject(member, &reader) }
    for member in members("rules") { rule(member, &reader) }
    for member in members("formulas") { formula(member, &reader) }
    for member in members("profiles") { profile(member, &reader) }
  }

  // MARK: Names

  private mutating func table(_ member: JSONMember, _ reader: inout PackReader) {
    let known = book.table(member.key).flatMap(book.concept)
    var concept =
      known
      ?? TableConcept(
        id: member.key, title: Phrase(member.key, member.key), family: .budget, names: [member.key])
    var names: [JSONValue] = []
    if member.value.array != nil {
      names = member.value.array ?? []
    } else {
      for field in reader.fields(member.value, .table) {
        switch field.key {
        case "family": concept.family = reader.family(field.value) ?? concept.family
        case "hints": concept.hints += reader.words(field.value)
        case "header": concept.header = reader.texts(field.value) ?? concept.header
        case "en": concept.title.english = reader.text(field.value) ?? concept.title.english
        default:
          if reader.texts(field.value) != nil { names = field.value.array ?? [] }
        }
      }
    }
    concept.names += names.compactMap(\.string)
    let id = book.put(concept)
    claim(PackText.word(member.key), member.keyRange, id, concept.family, &reader)
    for name in names {
      guard let text = reader.text(name) else { continue }
      claim(PackText.word(text), name.range, id, concept.family, &reader)
    }
  }

  private mutating func claim(
    _ name: Name, _ range: Range<Int>, _ table: TableID, _ family: TableFamily, _ reader: inout PackReader
  ) {
    if let other = book.catalogue.insert(name, table, family) {
      reader.report(
        range, Phrase("这个表名已属于“{0}”", "this title belongs to “{0}” already"),
        .text(book.concept(other)?.id ?? ""))
    }
  }

  private static func label(
    _ member: JSONMember, _ lexicon: inout Lexicon, _ reader: inout PackReader
  ) {
    let id = lexicon.define(member.key)
    func claim(_ word: Name, _ range: Range<Int>) {
      if let other = lexicon.insert(word, id) {
        reader.report(
          range, Phrase("这个名称已属于“{0}”", "this label belongs to “{0}” already"), .text(lexicon.name(other)))
      }
    }
    claim(PackText.word(member.key), member.keyRange)
    guard let names = member.value.array else {
      reader.wrongType(member.value, Phrase("字符串的数组", "an array of strings"))
      return
    }
    for name in names {
      if let text = reader.text(name) { claim(PackText.word(text), name.range) }
    }
  }

  private mutating func subject(_ member: JSONMember, _ reader: inout PackReader) {
    guard let code = Int64(member.key), [3, 5, 7].contains(member.key.utf8.count) else {
      reader.report(
        member.keyRange, Phrase("“{0}”不是 3、5 或 7 位的科目编码", "“{0}” is no code of 3, 5 or 7 digits"),
        .text(member.key))
      return
    }
    guard let name = reader.text(member.value) else { return }
    book.subjects.insert(code, PackText.word(name))
  }

  // MARK: Formulas

  private mutating func formula(_ member: JSONMember, _ reader: inout PackReader) {
    var formula = Formula(
      id: member.key, title: Phrase("", ""), text: "", alternatives: [], severity: .error, pack: pack)
    var written: JSONValue? = member.value
    var isOff = false
    if member.value.string == nil {
      written = nil
      for field in reader.fields(member.value, .formula) {
        switch field.key {
        case "formula": written = reader.text(field.value) == nil ? nil : field.value
        case "title": formula.title = reader.phrase(field.value) ?? formula.title
        default:
          guard let severity = reader.severity(field.value) else { continue }
          isOff = severity == nil
          formula.severity = severity ?? formula.severity
        }
      }
    }
    guard let written, let text = written.string else { return }
    formula.text = text
    if formula.title.chinese.isEmpty { formula.title = Phrase(text, text) }
    do throws(FormulaError) {
      formula.alternatives = try Self.parse(text, book)
    } catch {
      reader.report(Self.place(error.range, in: text, at: written.range), error.message)
      return
    }
    if let index = book.formulas.firstIndex(where: { TextKey.same($0.id, formula.id) }) {
      book.formulas.remove(at: index)
    }
    if !isOff { book.formulas.append(formula) }
  }

  private static func parse(_ text: String, _ book: RuleBook) throws(FormulaError) -> [FormulaReading] {
    var parser = FormulaParser(text, book: book)
    return try parser.parse()
  }

  /// Where some bytes of a string stand in the pack; those of the whole string if it holds escapes.
  private static func place(_ bytes: Range<Int>, in text: String, at range: Range<Int>) -> Range<Int> {
    guard range.count == text.utf8.count + 2 else { return range }
    let start = range.lowerBound + 1
    return start + bytes.lowerBound..<start + max(bytes.lowerBound + 1, bytes.upperBound)
  }
}

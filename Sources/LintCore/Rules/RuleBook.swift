/// All rules, profiles and names that drafts are judged by.
public struct RuleBook: Sendable {
  /// The rules, ordered by category, then by id.
  public private(set) var rules: [Rule] = []
  /// The packs that make the book up, in the order in which they were laid over each other.
  public internal(set) var packs: [String] = []
  /// The kinds of documents, in the order in which they are tried.
  package internal(set) var profiles: [Profile] = []
  /// The tables by number.
  package internal(set) var tables: [TableConcept] = []
  /// The relations between figures of tables.
  package internal(set) var formulas: [Formula] = []
  /// The titles of tables.
  package internal(set) var catalogue = TableCatalogue()
  /// The labels of rows.
  package internal(set) var rows = Lexicon()
  /// The names of subjects by their codes.
  package internal(set) var subjects = SubjectNames()
  /// The labels of columns.
  package internal(set) var columns = Lexicon()
  /// The wordings by which profiles are recognized, each with the number of its profile.
  private(set) var signals = PhraseMatcher()
  /// The words of titles that tell the profiles apart, but for those of one unit.
  private(set) var titleSignals = PhraseMatcher()
  /// The numbers of the rules of the kind `phrase`: there are few or none, and every draft asks for them.
  private(set) var phraseRules: [Int] = []
  /// The words that they forbid, each with the place of its rule in ``phraseRules``.
  private(set) var phrases = PhraseMatcher()
  /// How many units before and behind a place a check of single places looks at.
  private(set) var reach = 0
  private var ruleNumbers: [String: Int] = [:]
  private var tableNumbers: [UInt64: UInt16] = [:]

  /// Creates an empty book.
  public init() {}

  /// Creates a book of rules alone.
  package init(rules: [Rule]) {
    for rule in rules { put(rule) }
    prepare()
  }

  /// The book of the packs that are built in.
  public static let standard: RuleBook = PackLoader.standard()

  /// Lays packs over the built-in book, in order; later entries change or replace earlier ones of the same id.
  ///
  /// A pack with a problem is left out as a whole, so that a typing error never switches a check off in silence.
  public static func load(packs: [(name: String, bytes: [UInt8])]) -> (RuleBook, [PackProblem]) {
    load(packs: packs, over: standard)
  }

  /// Lays packs over another book.
  package static func load(
    packs: [(name: String, bytes: [UInt8])], over book: RuleBook
  ) -> (RuleBook, [PackProblem]) {
    var loader = PackLoader(book: book)
    for pack in packs { loader.add(name: pack.name, bytes: pack.bytes) }
    return (loader.book, loader.problems)
  }

  /// The rule with an id.
  public func rule(_ id: String) -> Rule? { ruleNumbers[id].map { rules[$0] } }

  /// The ids of the rules that a name stands for, or `nil` if there is neither a rule nor a category of that name.
  ///
  /// A rule that is off is meant when it is named itself, not with its whole category.
  package func rules(named name: String) -> [String]? {
    let matching = rules.filter { $0.id == name || $0.category == name }
    return matching.isEmpty ? nil : matching.filter { $0.isEnabled || $0.id == name }.map(\.id)
  }

  /// The profile with an id.
  package func profile(_ id: String) -> Profile? { profiles.first { $0.id == id } }

  /// The table with a usual name, such as `收支总表`.
  package func table(_ id: String) -> TableID? { tableNumbers[TextKey.bytes(id)].map(TableID.init(index:)) }

  /// A table by its number.
  package func concept(_ table: TableID) -> TableConcept? {
    Int(table.index) < tables.count ? tables[Int(table.index)] : nil
  }

  /// The kind of documents that a table belongs to.
  func family(of table: TableID) -> TableFamily? {
    Int(table.index) < tables.count ? tables[Int(table.index)].family : nil
  }

  /// Adds a rule, or replaces the one of the same id.
  mutating func put(_ rule: Rule) {
    if let number = ruleNumbers[rule.id] {
      rules[number] = rule
    } else {
      ruleNumbers[rule.id] = rules.count
      rules.append(rule)
    }
  }

  /// Adds a table, or replaces the one of the same id.
  mutating func put(_ table: TableConcept) -> TableID {
    if let number = tableNumbers[TextKey.bytes(table.id)] {
      tables[Int(number)] = table
      return TableID(index: number)
    }
    let number = UInt16(truncatingIfNeeded: tables.count)
    tableNumbers[TextKey.bytes(table.id)] = number
    tables.append(table)
    return TableID(index: number)
  }

  /// Gets the book ready for use once all is in it.
  mutating func prepare() {
    sortRules()
    (signals, titleSignals) = (PhraseMatcher(), PhraseMatcher())
    for number in profiles.indices {
      profiles[number].prepare()
      for signal in profiles[number].textSignals { signals.insert(signal, number) }
      for signal in profiles[number].titleSignals { titleSignals.insert(signal, number) }
    }
  }

  /// Longer than any word that is looked for twice in a row.
  private static let leastReach = 16

  /// Brings the rules into the order of lists.
  private mutating func sortRules() {
    let order = RuleCategory.all.map(\.id)
    func place(_ rule: Rule) -> Int { order.firstIndex(of: rule.category) ?? order.count }
    rules.sort { (place($0), $0.id) < (place($1), $1.id) }
    phraseRules = []
    phrases = PhraseMatcher()
    reach = Self.leastReach
    for (number, rule) in rules.enumerated() {
      ruleNumbers[rule.id] = number
      guard case .phrase(let pattern) = rule.kind else { continue }
      for word in pattern.find { phrases.insert(word, phraseRules.count) }
      phraseRules.append(number)
      // An exception may begin as far before the words as it is long.
      let longest = (pattern.find + pattern.except).map(\.units.count).max() ?? 0
      reach = max(reach, 2 * longest)
    }
  }
}

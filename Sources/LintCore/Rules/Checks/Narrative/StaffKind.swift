/// What the table of the units counts of each: its posts (编制), those at work (在职), those retired (退休).
enum StaffKind: CaseIterable {
  case posts
  case active
  case retired

  /// The word by which a sentence names it.
  var word: Word {
    switch self {
    case .posts: "编制"
    case .active: "在职"
    case .retired: "退休"
    }
  }

  private var heads: WordList {
    switch self {
    case .posts: Self.postHeads
    case .active: Self.activeHeads
    case .retired: Self.retiredHeads
    }
  }

  /// The first kind that a label names.
  static func named(in label: Slice, _ units: Units) -> StaffKind? {
    allCases.first { units.contains($0.word, in: label) }
  }

  /// The kind that a column counts, by its head.
  static func ofColumn(_ column: Int, _ table: Table, _ units: Units) -> StaffKind? {
    allCases.first { table.hasHead(column, anyOf: $0.heads, units) }
  }

  private static let postHeads = WordList([
    "编制", "编制数", "编制人数", "核定编制", "核定编制数", "人员编制数", "年末编制数", "年末编制人数",
  ])
  private static let activeHeads = WordList([
    "在职", "在职人数", "在职人员", "实有在职人数", "在职人员数", "年末在职人数", "年末在职人员",
    "年末实有人数", "年末实有在职人数",
  ])
  private static let retiredHeads = WordList(["退休", "退休人数", "退休人员", "离退休人数", "离退休人员", "年末退休人数"])
}

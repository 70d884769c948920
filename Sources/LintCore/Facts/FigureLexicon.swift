/// What a token of a sentence with figures is.
package enum FigureMark: UInt8, Sendable {
  /// A word without a meaning of its own that belongs to labels: 支出, 预算, 经费.
  case filler
  /// A word whose meaning is its ``FigureConcept``.
  case concept
  /// A word that only keeps a shorter one from being read: 占用, 比例, 较大.
  case decoy

  /// 、
  case enumeration
  /// ，
  case comma
  /// ；
  case semicolon
  /// 。
  case stop
  case colon
  case open
  case close

  /// A figure with its unit, if one stands there.
  case figure
  /// 2024年, 2024年度
  case year
  /// 2023年12月31日, 5月
  case date
  /// A subject code (科目编码).
  case code
  /// A number that is none: list ordinals, document numbers.
  case noise

  /// 其中
  case ofWhich
  /// 包括, 分别为
  case includes
  /// 主要用于, 用于以下方面
  case usedFor
  /// 占, 占比
  case share
  /// 比, 较, 与
  case compare
  /// 相比, 同比
  case compared
  case increase
  case decrease
  /// 持平, 无变化
  case unchanged
  /// 完成预算, 为年初预算的
  case completion
  /// 决算数大于预算数
  case above
  /// 决算数小于预算数
  case below
  /// 决算数等于预算数
  case equal
  /// 主要原因, 因为
  case reason
  /// 等 at the end of a list
  case andSoOn
  /// 无, 没有
  case none
  /// 约, 近, 超过
  case about
  /// 以上, 以下 after a figure
  case threshold
  /// 上年, 去年
  case lastYear
  /// 截至
  case until
  /// 到, 至 after a word of change
  case upTo
  /// 平均, 人均, 每: the figure is no total
  case average
}

/// The words that sentences with figures are read by, in a trie over folded units.
struct FigureLexicon: Sendable {
  struct Entry: Sendable {
    var mark: FigureMark
    var concept: FigureConcept
  }

  /// A unit of a word, after the units above it; 0 stands for no node.
  private struct Node: Sendable {
    var unit: UInt16
    var child: Int16 = 0
    var sibling: Int16 = 0
    /// The entry of the word that ends here, or -1.
    var word: Int16 = -1
  }

  /// The node of each first unit; 0 is none.
  private let roots: [Int16]
  /// A bit for each first unit: few units start a word, and this is small enough to stay near.
  private let firsts: [UInt64]
  private let nodes: [Node]
  let entries: [Entry]

  static let shared = FigureLexicon(FigureWords.all)

  init(_ words: [(String, FigureMark, FigureConcept)]) {
    var roots = [Int16](repeating: 0, count: 1 << 16)
    var nodes = [Node(unit: 0)]
    var entries: [Entry] = []
    for (text, mark, concept) in words {
      var node: Int16 = 0
      for (depth, u) in text.utf16.enumerated() {
        var next = depth == 0 ? roots[Int(u)] : nodes[Int(node)].child
        while depth > 0, next != 0, nodes[Int(next)].unit != u { next = nodes[Int(next)].sibling }
        if next == 0 {
          next = Int16(truncatingIfNeeded: nodes.count)
          nodes.append(Node(unit: u, sibling: depth == 0 ? 0 : nodes[Int(node)].child))
          if depth == 0 { roots[Int(u)] = next } else { nodes[Int(node)].child = next }
        }
        node = next
      }
      nodes[Int(node)].word = Int16(truncatingIfNeeded: entries.count)
      entries.append(Entry(mark: mark, concept: concept.union(Self.implied(by: mark))))
    }
    var firsts = [UInt64](repeating: 0, count: 1 << 10)
    for (first, node) in roots.enumerated() where node != 0 { firsts[first >> 6] |= 1 << UInt64(first & 63) }
    self.roots = roots
    self.firsts = firsts
    self.nodes = nodes
    self.entries = entries
  }

  /// What a word of the grammar says in a label.
  private static func implied(by mark: FigureMark) -> FigureConcept {
    switch mark {
    case .increase, .decrease, .share, .compare, .compared, .completion: .comparison
    case .lastYear: .lastYear
    default: []
    }
  }

  /// The longest word that starts at `position`, with its length.
  @inline(__always)
  func match(_ units: Units, _ position: Int, _ end: Int) -> (entry: Int, length: Int)? {
    let first = Int(units[position])
    guard firsts[first >> 6] & 1 << UInt64(first & 63) != 0 else { return nil }
    var node = roots[first]
    var best: (Int, Int)?
    var i = position + 1
    while true {
      if nodes[Int(node)].word >= 0 { best = (Int(nodes[Int(node)].word), i - position) }
      guard i < end else { return best }
      let u = units[i]
      var next = nodes[Int(node)].child
      while next != 0, nodes[Int(next)].unit != u { next = nodes[Int(next)].sibling }
      if next == 0 { return best }
      node = next
      i += 1
    }
  }

  /// What a label speaks of, and how many of its ideographs belong to no word.
  func concept(of slice: Slice, _ units: Units) -> (concept: FigureConcept, rest: Int) {
    var concept: FigureConcept = []
    var rest = 0
    var i = slice.lower
    while i < slice.upper {
      if let (entry, length) = match(units, i, slice.upper) {
        concept.formUnion(entries[entry].concept)
        if entries[entry].mark == .decoy { rest += length }
        i += length
      } else {
        if Unit.isIdeograph(units[i]) { rest += 1 }
        i += 1
      }
    }
    return (concept, rest)
  }
}

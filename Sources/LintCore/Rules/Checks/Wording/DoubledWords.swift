/// Finds words that stand twice in a row, such as 及时性及时性; a line break between them is no repeat.
///
/// Rule: `punctuation`.
enum DoubledWords {
  /// The lengths of words that are looked for twice in a row; of the shortest, most are often right (一步一步, 支出支出).
  private static let lengths = 2...6

  static func run(_ inspection: inout Inspection) {
    let units = inspection.units
    // No repeat crosses a line break, so each line is looked at for itself.
    var i = inspection.stretch.lower
    let end = inspection.stretch.upper
    var line = 0
    while i < end, i + 2 * lengths.lowerBound <= units.count {
      // Eight positions at a time, as far as the longest word reaches behind the last of them.
      if i &+ UnitOctet.count &+ lengths.upperBound < units.count {
        guard let start = firstRepeat(at: i, units) else {
          i &+= UnitOctet.count
          continue
        }
        i &+= start
      }
      guard repeatedLength(at: i, before: units.count, units) != nil else {
        i &+= 1
        continue
      }
      while inspection.draft.text.slice(ofLine: line).upper <= i { line += 1 }
      let lineEnd = inspection.draft.text.slice(ofLine: line).upper
      guard let length = repeatedLength(at: i, before: lineEnd, units) else {
        i &+= 1
        continue
      }
      reportTwice(Slice(i, i + length), &inspection)
      i += 2 * length
    }
  }

  /// What the names of offices end in: 处, 科, 室, 部, 股.
  private static let offices: Set<UInt16> = [0x5904, 0x79D1, 0x5BA4, 0x90E8, 0x80A1]

  private static func reportTwice(_ word: Slice, _ inspection: inout Inspection) {
    // 总务处教务处教科室: names of offices that nothing parts, and no word twice.
    if word.count == 3, offices.contains(inspection.units[word.lower + 1]) { return }
    let both = Slice(word.lower, word.upper + word.count)
    // 年初预算数 全年预算数 全年执行数: blanks part the heads of columns.
    let range = inspection.draft.range(both)
    guard range.upper - range.lower <= 3 * both.count else { return }
    let written = inspection.draft.written(word)
    PunctuationCheck.reportDouble(both, of: written, keeping: written, .review, &inspection)
  }

  /// The first of eight positions where a word that stands twice may start: its first two units come again.
  @inline(__always)
  private static func firstRepeat(at i: Int, _ units: Units) -> Int? {
    let first = UnitOctet(units, at: i)
    let second = UnitOctet(units, at: i &+ 1)
    var next = UnitOctet(units, at: i &+ lengths.lowerBound)
    var starts = UnitOctet.none
    for length in lengths {
      let behind = UnitOctet(units, at: i &+ length &+ 1)
      starts = starts .| (first.same(as: next) .& second.same(as: behind))
      next = behind
    }
    return UnitOctet.first(of: starts .& first.highUnits)
  }

  /// Words of two units that no sentence has twice in a row: none of them ends what another one of them may begin.
  private static let words = pairs(
    """
    尚未已经正在并且或者因为对于关于经过随着围绕结合针对鉴于截至截止认真切实积极努力大力全面深入扎实严禁及时不断持续逐步充分尽快尽量必须应当需要可以能够不能不得\
    不再未能未达推动加快加大强化深化优化完善健全参与提升增强实现制定制订拟订拟定起草印发下达拨付达到超过低于高于大于小于等于位于属于导致造成引起取得获得受到得到\
    给予提供满足解决购买聘请举办召开参照遵守遵循履行坚持继续力争争取面向涉及作为成为仍然仍为均为均已即将将于已于并于共有现有实有拥有具有无法只有所有各项各类各种\
    各级上述下列以下同时此外另外首先其次最后然后因此所以但是不仅而且如果虽然即使尽管只要无论圆满顺利稳步着力有效合理规范统一正常全年抓好做好深化采取采用利用运用发挥发放\
    申请提交提出列入纳入列支结转完毕较好略有大幅具体其中用于根据按照全部主要进行分别共计以及有关依法每年本年今年去年当年全区全县全市全省\
    我市我县我区我局我院我校适当适时合理较多较大较少总体特别非常更加尤其目前当前近年历年逐年逐月逐级逐项一律随时按时按期按月按年依照全额足额既定现行
    """)
  /// Words that end other words too (党组织组织开展, 预算执行执行率), and stand twice by mistake at the start of a clause alone.
  private static let openers = pairs("组织监督指导协调管理执行审核编制保障拟定支持服务监测宣传培训调查完成建设实施研究检查配合协助")

  /// Verbs that stand twice in a row where the second is no part of a noun (推进推进会, 项目负责负责人).
  private static let verbs = pairs("开展落实推进建立促进提高改善贯彻承担负责构建确保保证")
  private static let verbTails = Set("情会性度力人率制者".utf16)

  private static func endsClause(at i: Int, _ units: Units) -> Bool {
    i < units.count && (Unit.endsClause(units[i]) || units[i] == 0x3001 || behindThings.contains(units[i]))
  }

  private static let behindThings = Set("均都已".utf16)

  private static func pairs(_ text: String) -> Set<UInt32> {
    let units = text.utf16.filter(Unit.isIdeograph)
    return Set(
      stride(from: 0, to: units.count - 1, by: 2).map { UInt32(units[$0]) << 16 | UInt32(units[$0 + 1]) })
  }

  /// Tells whether two units at a position are a word that no sentence has twice in a row.
  private static func isNeverTwice(at i: Int, _ units: Units) -> Bool {
    let word = UInt32(units[i]) << 16 | UInt32(units[i + 1])
    if words.contains(word) { return true }
    if verbs.contains(word) { return i + 4 < units.count && !verbTails.contains(units[i + 4]) }
    // 收入和支出支出均纳入管理: no word that is common in drafts ends a clause behind itself.
    if endsClause(at: i + 4, units) { return PlainWords.contains(units[i], units[i + 1]) }
    // 组织组织部门 is a verb and an office.
    return openers.contains(word) && (i == 0 || !Unit.isIdeograph(units[i - 1]) || isBehindAnd(i, units))
      && (i + 4 >= units.count || !nouns.contains(units[i + 4]))
  }

  /// 并组织组织实施: what stands behind 并 begins a clause, unless 并 ends a word (合并).
  private static func isBehindAnd(_ i: Int, _ units: Units) -> Bool {
    i > 1 && units[i - 1] == 0x5E76 && !mergers.contains(units[i - 2])
  }

  private static let mergers = Set("合归兼吞".utf16)

  /// What makes a noun of the verb before it.
  private static let nouns = Set("部处科股室局员者费率法所站组区商人项".utf16)

  /// The length of the word at a position that stands there twice in a row.
  private static func repeatedLength(at i: Int, before end: Int, _ units: Units) -> Int? {
    guard Unit.isIdeograph(units[i]) else { return nil }
    for length in lengths where i + 2 * length <= end && units[i] == units[i + length] {
      var k = 0
      // 主要原因是：主要原因是：
      while k < length, units[i + k] == units[i + length + k],
        Unit.isIdeograph(units[i + k]) || k == 5 && units[i + k] == 0x3A
      {
        k += 1
      }
      // 哈哈哈哈哈哈 is one sign repeated and no word.
      // and 小计小计小计小计 are the merged cells of a header.
      if k == length, units[i] != units[i + 1] || units[i] != units[i + 2],
        length < 4 || units[i] != units[i + 2] || units[i + 1] != units[i + 3],
        length > 2 || isNeverTwice(at: i, units)
      {
        return length
      }
    }
    return nil
  }
}

/// A figure of a paragraph with its measure as it is written: 1.8万亩, 64个, 418人次, 96%.
///
/// The claims know money and the measures of the templates. What is told of work done has any measure at all, so it is
/// read by the word that stands behind the figure.
struct Quantity {
  /// The words before it, from the last mark of its clause or the figure before.
  var lead: Slice
  var digits: Slice
  var amount: Amount
  /// The measure, empty if none is known.
  var measure: Slice
  /// 余, 多, 约, 以上: not to be calculated with.
  var isRough: Bool
  /// Which sentence of the paragraph it stands in.
  var sentence: Int

  /// The figure with its measure.
  var slice: Slice { Slice(digits.lower, measure.upper) }

  /// Billionths of a yuan, for money.
  func yuan(_ units: Units) -> Int128? {
    guard let money = Self.monies.first(where: { units.equals(measure, $0.0) }) else { return nil }
    return amount.scaled * money.1.yuan
  }

  /// Half the last place of the amount, in the units of its value; 0 for nothing.
  func half(of value: Int128) -> Int128 { amount.scaled == 0 ? 0 : value / amount.scaled * amount.half }

  func isPercent(_ units: Units) -> Bool { measure.count == 1 && units[measure.lower] == 0x25 }

  private static let monies: [(Word, MoneyUnit)] = [("元", .yuan), ("万元", .tenThousandYuan)]

  // MARK: Reading

  /// The figures of a paragraph, at most as many as any has; empty where it has more.
  static func read(_ text: Slice, _ units: Units) -> [Quantity] {
    var found: [Quantity] = []
    var start = text.lower
    var sentence = 0
    var i = text.lower
    while i < text.upper {
      let unit = units[i]
      guard Unit.isDigit(unit) else {
        if Unit.endsClause(unit) || unit == 0x3001 { start = i + 1 }
        if unit == 0x3002 { sentence += 1 }
        i += 1
        continue
      }
      guard let figure = NumberScanner.scan(units, i, text.upper) else {
        while i < text.upper, Unit.isDigit(units[i]) { i += 1 }
        start = i
        continue
      }
      var end = figure.end
      var isRough = false
      if end < text.upper, units[end] == 0x4F59 || units[end] == 0x591A {
        isRough = true
        end += 1
      }
      let length = units.lengthOfWord(starting: Slice(end, text.upper), anyOf: measures) ?? 0
      let lead = Slice(start, i)
      let behind = Slice(end + length, text.upper)
      isRough =
        isRough || units.ends(lead, withAnyOf: about) || units.starts(behind, withAnyOf: bounds)
      if figure.amount.digits < largest, !isNumber(i, figure.end, text, units) {
        guard found.count < most else { return [] }
        found.append(
          Quantity(
            lead: lead, digits: Slice(i, figure.end), amount: figure.amount,
            measure: Slice(end, end + length), isRough: isRough, sentence: sentence))
      }
      i = Swift.max(end + length, i + 1)
      start = i
    }
    return found
  }

  /// Tells whether digits are none of a quantity: 2024年, 3月, 第3, A4, 30-2.
  private static func isNumber(_ lower: Int, _ upper: Int, _ text: Slice, _ units: Units) -> Bool {
    if lower > text.lower {
      let before = units[lower - 1]
      if before == 0x7B2C || before == 0x2D || before == 0x2F || before < 0x80 && before > 0x40 {
        return true
      }
    }
    guard upper < text.upper else { return false }
    switch units[upper] {
    // 年, 月, 日, 号, -, /, ~
    case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x2D, 0x2F, 0x7E: return true
    default: return false
    }
  }

  private static let most = 80
  /// No quantity is larger; what is can be calculated with nowhere.
  private static let largest: Int64 = 1_000_000_000_000
  private static let about = WordList(["约", "近", "超过", "超", "达到近", "逾", "不少于", "不低于", "至少", "不超过"])
  private static let bounds = WordList(["以上", "左右", "以下", "以内", "余", "多"])
  /// The longer ones first: 人次 is no 人.
  private static let measures = WordList([
    "台(套)", "万平方米", "平方公里", "万立方米", "万人次", "平方米", "立方米", "万元", "亿元", "人次", "万人", "户次", "场次", "批次", "台套",
    "万羽", "万头", "万株", "万亩", "公顷", "万吨", "公里", "千米", "元", "%", "人", "名", "位", "户", "个", "家", "项", "件", "场",
    "次", "批", "辆", "台", "套", "处", "座", "张", "份", "期", "所", "条", "篇", "只", "羽", "头", "株", "棵", "亩", "吨",
    "米", "班", "村", "宗", "起", "幅", "支", "门", "块", "盏", "艘", "床", "段", "眼", "口", "对",
  ])
}

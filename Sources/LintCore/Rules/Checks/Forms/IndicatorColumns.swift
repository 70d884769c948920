/// What the columns of points are called.
enum PointWords {
  /// What an indicator can be given at most.
  static let weights = WordList([
    "分值", "权重", "标准分", "满分", "标准分值", "指标权重", "分值权重", "权重分值", "参考分值",
  ])
  /// What it was given.
  static let scores = WordList(["得分", "自评得分", "自评分", "评价得分", "评分"])
}

/// The columns of the indicators, as their heads name them.
struct IndicatorColumns {
  var width: Int
  var weight: Int
  var score: Int
  var target: Int?
  var result: Int?
  /// The column of the names, where the heads name it.
  var name: Int?

  private static let targets = WordList(["年度指标值", "指标值", "目标值", "年初目标值"])
  private static let results = WordList(["实际完成值", "全年实际值", "实际值", "完成值", "全年完成值"])

  private static let levels = WordList(["一级指标", "二级指标", "三级指标"])
  private static let names = WordList(["指标类别", "指标名称"])

  /// Tells whether a head stands above the levels or names of indicators: 一级指标, 指标类别, 指标名称.
  static func isName(_ head: Slice, _ units: Units) -> Bool {
    units.ends(head, withAnyOf: levels) || units.equals(anyOf: names, head)
  }

  /// Tells whether a head stands above the names of indicators.
  static func isOwnName(_ head: Slice, _ units: Units) -> Bool {
    units.ends(head, with: "三级指标") || units.equals(head, "指标名称")
  }

  /// Weight and score stand side by side in this order, so that a row which lost cells can be read from its end.
  var isLast: Bool { score == weight + 1 }

  /// Tells whether a row has kept its cells.
  func fit(_ cells: [Cell]) -> Bool {
    cells.count == width && cells[weight].kind == .number && cells[score].kind == .number
  }

  /// `nil` where weight or score is not named.
  init?(_ header: [Cell], _ units: Units) {
    func column(_ words: WordList) -> Int? {
      let found = header.indices.filter {
        units.equals(anyOf: words, units.withoutTrailingBrackets(header[$0].slice))
      }
      return found.only
    }
    guard let weight = column(PointWords.weights), let score = column(PointWords.scores)
    else { return nil }
    width = header.count
    self.weight = weight
    self.score = score
    target = column(Self.targets)
    result = column(Self.results)
    let names = header.indices.filter { Self.isOwnName(header[$0].slice, units) }
    name = names.only
  }
}

import Testing

@testable import LintCore

@Suite struct FigureTokenizerTests {
  private func figures(_ text: String) -> [String] {
    let folded = Folder.fold(SourceText(Array(text.utf8)))
    return folded.units.withUnsafeBufferPointer { units in
      var tokens: [FigureToken] = []
      FigureTokenizer(units: units, lexicon: .shared).scan(Slice(0, units.count), into: &tokens)
      return tokens.filter { $0.mark == .figure }.map { "\($0.amount.plain) \($0.unit)" }
    }
  }

  @Test(arguments: [
    ("收入2,161.77万元", ["2161.77 tenThousandYuan"]), ("１２．５％", ["12.5 percent"]),
    ("1.2亿元、3元", ["1.2 hundredMillionYuan", "3 yuan"]),
    ("6.5万余人次", ["6.5 other"]), ("21人次，3批次", ["21 personTimes", "3 batches"]), ("0台（套）", ["0 sets"]),
    ("增加-5.2万元", ["-5.2 tenThousandYuan"]), ("提高2.5个百分点", ["2.5 percentPoint"]),
    ("318.73平方米", ["318.73 squareMeters"]),
    ("2024年度预算", []), ("2023年12月31日", []), ("2013201-行政运行", []), ("1、办公费；（2）水费", []), ("A4纸", []),
    ("第3部分", []),
    ("《2021年12.5万元办法》", []), ("川财建【2021】167#文", []),
  ])
  func figuresAreReadWithTheirUnits(text: String, expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test func digitsWithoutEndAreNoFigure() {
    #expect(figures(String(repeating: "9", count: 40) + "万元") == [])
  }
}

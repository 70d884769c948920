/// The wordings of findings about sums in tables.
enum TablePhrases {
  static let sum = Phrase(
    "{0}：各项之和 {1} = {2}，表中为 {3}，相差 {4}{5}",
    "{0}: the parts {1} = {2}, but the table states {3}, off by {4}{5}")
  static let onlyTerm = Phrase(
    "{0}：各项中只有一项有数，为 {1}，表中为 {2}，相差 {3}{4}",
    "{0}: the only part with a figure is {1}, but the table states {2}, off by {3}{4}")
  static let missingTerms = Phrase(
    "{0}为 {1}，但下面的明细全部空白",
    "{0} is {1}, but all details below it are blank")
  static let cell = Phrase(
    "{0}为 {1}，与 {2} 处合计都差 {3}，按其余数字应为 {4}{5}",
    "{0} is {1}; {2} totals are off by the same {3}, the other figures imply {4}{5}")
  static let balance = Phrase(
    "{0} {1} 与{2} {3} 应当相等，相差 {4}",
    "{0} {1} and {2} {3} should be equal, off by {4}")
  static let tails = Phrase(
    "本表有 {0} 处尾差（四舍五入所致），如{1}：各项之和 {2}，表中为 {3}",
    "{0} rounding tails in this table, such as {1}: the parts sum to {2}, the table states {3}")
  static let eitherSide = Phrase("；合计或其中一项有误", "; either the total or a part is wrong")
  static let unlikely = Phrase("；四舍五入造成的可能性低于0.1%", "; rounding explains this in fewer than 0.1% of cases")
  static let nothing = Phrase("", "")
  static let swapped = Phrase("；{0} 疑似相邻两位数字颠倒（{1}）", "; two neighbouring digits of {0} may be swapped ({1})")
  static let oneDigit = Phrase("；{0} 疑似一位数字有误（{1}）", "; one digit of {0} may be wrong ({1})")
  static let shifted = Phrase("；{0} 疑似小数点错位（{1}）", "; the decimal point of {0} may be shifted ({1})")
  static let term = Phrase("{0}：{1}", "{0}: {1}")
  static let minus = Phrase("减：{0}：{1}", "less {0}: {1}")
  static let more = Phrase("另有 {0} 项", "and {0} more")
  static let alsoHere = Phrase("此列同样相差 {0}：{1}", "this column is off by the same {0}: {1}")
  static let setTotal = Phrase(
    "将合计改为各项之和 {0}（假定各项无误）", "Set the total to the sum of its parts, {0} (assuming they are right)")
  static let setSide = Phrase(
    "将 {0} 改为 {1}（假定另一侧无误）", "Change {0} to {1} (assuming the other side is right)")
  static let setCell = Phrase(
    "将此格改为 {0}（假定其余数字无误）", "Set this cell to {0} (assuming the other figures are right)")
  static let tailTerm = Phrase("{0}：各项之和 {1}，表中为 {2}", "{0}: the parts sum to {1}, the table states {2}")
  static let place = Phrase("“{0}”的“{1}”", "“{1}” of “{0}”")
  static let row = Phrase("“{0}”", "“{0}”")
  static let otherSide = Phrase("另一侧：{0}", "the other side: {0}")
}

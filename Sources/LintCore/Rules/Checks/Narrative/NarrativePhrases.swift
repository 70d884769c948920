/// The wordings that several checks of sentences share.
enum NarrativePhrases {
  // MARK: Calculations

  static let sum = Phrase("{0} = {1}，文中写 {2}", "{0} = {1}, the text says {2}")
  static let difference = Phrase("{0} − {1} = {2}，文中写 {3}", "{0} − {1} = {2}, the text says {3}")
  static let quotient = Phrase("{0} ÷ {1} = {2}，文中写 {3}", "{0} ÷ {1} = {2}, the text says {3}")
  static let mean = Phrase("{0} ÷ {1} = {2}，文中写平均 {3}", "{0} ÷ {1} = {2}, the text says {3} each")
  /// The difference of two figures against a change with its direction: 文中写增加 10万元.
  static let step = Phrase(
    "{0} − {1} = {2}{3}，文中写{4} {5}", "{0} − {1} = {2}{3}, the text says {4} {5}")

  // MARK: Wholes and parts

  static let partsMake = Phrase("文中写 {0}，各项之和 {1} = {2}", "The text says {0}, but {1} make {2}")
  static let listed = Phrase(
    "{0} {1}，所列各项之和 {2} = {3}", "{0} is {1}, but the parts {2} make {3}")
  static let changesMake = Phrase(
    "文中写{0} {1}，按各项的增减相加为{2} {3}", "The text says {0} {1}, but the changes of the parts make {2} {3}")
  static let shares = Phrase("各项占比 {0} = {1}，应为 100%", "The shares {0} make {1}, not 100%")
  static let moreThanWhole = Phrase(
    "部分不可能超过全部的 100%，文中写占 {0}", "No part is more than its whole; the text says {0}")

  // MARK: Directions

  static let otherWay = Phrase("由 {0} 变为 {1}，文中却写“{2}”", "From {0} to {1}, yet the text says “{2}”")
  static let opposite = Phrase(
    "前文写{0} {1}，后文却写{2} {3}，方向相反", "“{0} {1}” and “{2} {3}” point in opposite directions")

  // MARK: Related places

  static let figure = Phrase("文中的数", "The figure in the text")
  static let part = Phrase("其中一项", "A part of it")
}

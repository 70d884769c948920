/// The wordings of findings about performance forms.
enum FormPhrases {
  static let weights = Phrase(
    "表中列出的各项分值合计 {0}，“总分”写 {1}，相差 {2}（可能漏列指标或分值有误）",
    "the weights listed add up to {0}, the total states {1}, off by {2} (an indicator may be missing)")
  static let scores = Phrase(
    "表中列出的各项得分合计 {0}，“总分”写 {1}，相差 {2}",
    "the scores listed add up to {0}, the total states {1}, off by {2}")
  static let weightsNot100 = Phrase(
    "各项分值合计 {0}，应为100（财预〔2020〕10号）", "the weights add up to {0} instead of 100")
  static let scoreAboveWeight = Phrase("得分 {0} 大于分值 {1}", "score {0} exceeds its weight {1}")
  static let rate = Phrase(
    "执行率应为 {0} ÷ {1} = {2}，表中写 {3}", "the execution rate is {0} ÷ {1} = {2}, the form states {3}")
  static let rateCut = Phrase(
    "执行率 {0} ÷ {1} = {2}，表中写 {3}（截位而非四舍五入）",
    "the execution rate {0} ÷ {1} = {2} is stated as {3} (cut instead of rounded)")
  static let executionScore = Phrase(
    "预算执行得分按 {0} × {1} 应为 {2}，表中写 {3}", "the score of execution is {0} × {1} = {2}, the form states {3}")
  static let grade = Phrase(
    "总分 {0} 对应等级“{1}”，表中写“{2}”", "a total of {0} is graded “{1}”, the form states “{2}”")
  static let notReached = Phrase(
    "实际完成值 {0} 未达到指标值 {1}，得分仍为满分 {2}",
    "the result {0} falls short of the target {1}, but the score is full: {2}")
  static let nothingDone = Phrase(
    "实际完成值为 {0}（指标值 {1}），得分却为 {2}", "nothing was reached ({0} of {1}), but the score is {2}")
  static let noReason = Phrase(
    "得分 {0} 低于分值 {1}，但未填写偏差原因及改进措施", "score {0} is below its weight {1}, but no reason is given")
  static let exceeded = Phrase(
    "实际完成值 {0} 是指标值 {1} 的 {2} 倍，未说明原因（指标值可能偏低）",
    "the result {0} is {2} times the target {1} and no reason is given (the target may be too low)")
  static let overspent = Phrase("全年执行数 {0} 大于全年预算数 {1}", "execution {0} exceeds the budget {1}")
  static let initialBudget = Phrase("年初预算数", "budget at the start of the year")
  static let yearBudget = Phrase("全年预算数", "budget of the year")
  static let yearExecution = Phrase("全年执行数", "execution of the year")
  static let of = Phrase("“{0}”：{1}", "“{0}”: {1}")
  static let item = Phrase("{0}", "{0}")
  static let budget = Phrase("全年预算数：{0}", "budget of the year: {0}")
  static let execution = Phrase("全年执行数：{0}", "execution of the year: {0}")
  static let funds = Phrase("“{0}”（{1}）", "“{0}” ({1})")
  static let source = Phrase("“{0}”合计", "total of “{0}”")
  static let setTotal = Phrase(
    "将“总分”改为各项之和 {0}（假定各项无误）", "Set the total to the sum {0} (assuming the parts are right)")
  static let setRate = Phrase("将执行率改为 {0}", "Set the execution rate to {0}")
  static let indicator = Phrase("指标", "The indicator")
  static let target = Phrase("指标值", "The target")
  static let allFunds = Phrase("资金总额", "All the money")
  static let rateWithDay = Phrase("“{0}”是比率，指标值却是日期“{1}”", "“{0}” is a rate, but its target is a day: {1}")
  static let rateInUnits = Phrase("“{0}”是比率，指标值却写 {1}", "“{0}” is a rate, but its target is {1}")
  static let countInPercent = Phrase(
    "“{0}”是数量，指标值却是百分比 {1}", "“{0}” is a count, but its target is a percentage: {1}")
  static let quantityInName = Phrase(
    "“{0}”的数量写在名称里，指标值却是百分比 {1}", "the quantity stands in the name “{0}”, but the target is a percentage: {1}"
  )
  static let otherUnit = Phrase(
    "指标值为 {0}，实际完成值却写 {1}，单位不同", "the target is {0}, but the result is in another unit: {1}")
  static let costAboveFunds = Phrase(
    "成本指标“{0}”的上限 {1} 大于资金总额 {2}", "the limit of the cost “{0}”, {1}, exceeds all the money, {2}")
  static let costBelowFunds = Phrase(
    "“{0}”的上限 {1} 小于资金总额 {2}，两处疑有一误",
    "the limit of “{0}”, {1}, is below the money of the project, {2}: one may be wrong")
  static let weightsOff = Phrase(
    "本表各项分值合计 {0}，应为 {1}；其他表“{2}”的分值为 {3}，此处为 {4}",
    "the weights of this form make {0} instead of {1}; “{2}” weighs {3} in another form and {4} here")
  static let weightsOffTotal = Phrase(
    "本表各项分值合计 {0}，应为 {1}", "the weights of this form make {0} instead of {1}")
  static let otherValue = Phrase(
    "“{0}”在文中为 {1}，指标表中为 {2}", "“{0}” is {1} in the text and {2} in the form")
  static let indicatorValue = Phrase("指标表的数", "The figure of the form")
  static let inSummary = Phrase(
    "汇总表中“{0}”为 {1}，自评表为 {2}", "the summary states {1} for “{0}”, the form {2}")
  static let repeatedIndicator = Phrase(
    "“{0}”下重复列出指标“{1}”（指标值 {2} 与 {3}）", "the indicator “{1}” stands twice under “{0}” (targets {2} and {3})")
  static let indicatorOfTwoLevels = Phrase(
    "指标“{0}”在“{1}”和“{2}”下各列一次，指标值同为 {3}",
    "the indicator “{0}” stands under “{1}” and “{2}” with the same target {3}")
  static let beyondWhole = Phrase(
    "“{0}”的指标值“{1}”不可能或方向相反：满意度和占全部的比率不超过100%，且越高越好",
    "the target “{1}” of “{0}” cannot be meant: a share of the whole is at most 100%, and more of it is better"
  )
  static let firstIndicator = Phrase("第一次出现在这里", "it first stands here")
  static let executionAboveWeight = Phrase(
    "预算执行得分 {0} 大于分值 {1}", "the score of execution, {0}, exceeds its weight {1}")
  static let otherScore = Phrase(
    "文中自评得分 {0} 分，得分表合计 {1} 分", "the text states a score of {0}, the table a total of {1}")
  static let scoreParts = Phrase(
    "各项得分 {0} = {1} 分，文中写 {2} 分", "the scores {0} make {1}, the text states {2}")
  static let otherGrade = Phrase(
    "文中评为“{0}”，自评表的等级是“{1}”", "the text grades it “{0}”, the form “{1}”")
  static let gradeOfTable = Phrase("自评表的等级", "The grade of the form")
  static let otherAmount = Phrase("文中写 {0}，该项目的自评表为 {1}", "the text states {0}, the form of the project {1}")
  static let otherRate = Phrase(
    "文中执行率 {0}，该项目的自评表为 {1}", "the text states an execution rate of {0}, the form {1}")
  static let form = Phrase("自评表", "The form")
  static let scoreTable = Phrase("得分表的合计", "The total of the table")
  static let otherSource = Phrase(
    "年初预算列在“{0}”，全年预算却列在“{1}”，疑似填错行",
    "the budget of the year's start stands at “{0}”, that of the year at “{1}”: one may be in the wrong row")
}

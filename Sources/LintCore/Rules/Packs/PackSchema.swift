/// The objects that a pack is made of.
enum PackObject: String, CaseIterable, Sendable {
  case pack, rule, phrase, parameter, example, table, formula, profile, recognition, requirement
  case tableRequirement
}

/// What a value in a pack may be.
indirect enum PackType: Sendable {
  case text
  case severity
  case int
  case bool
  case kind
  case family
  case category
  case fix
  case words
  case object(PackObject)
  /// An object whose keys are names.
  case map(PackType)
  case list(PackType)
  case either(PackType, PackType)
  case any
}

/// A key of an object in a pack.
struct PackField: Sendable {
  var key: String
  var type: PackType
  var what: Phrase
  var isRequired = false
}

/// What packs may hold: the loader refuses anything else, and the JSON Schema for editors is made from it.
enum PackSchema {
  /// Text in Chinese alone, or in both languages.
  private static let phrase = PackType.either(.text, .object(.phrase))

  /// The keys of an object.
  static func fields(_ object: PackObject) -> [PackField] {
    switch object {
    case .pack: pack
    case .rule: rule
    case .phrase: bilingual
    case .parameter: parameter
    case .example: example
    case .table: table
    case .formula: formula
    case .profile: profile
    case .recognition: recognition
    case .requirement: requirement
    case .tableRequirement: tableRequirement
    }
  }

  private static let pack = [
    PackField(key: "$schema", type: .text, what: Phrase("编辑器用的模式文件", "the schema, for editors")),
    PackField(key: "title", type: phrase, what: Phrase("规则包的名称", "the name of the pack")),
    PackField(key: "rules", type: .map(.object(.rule)), what: Phrase("规则，按编号", "rules by id")),
    PackField(
      key: "tables", type: .map(.either(.words, .object(.table))),
      what: Phrase("表，按通用名", "tables by their usual name")),
    PackField(key: "rows", type: .map(.words), what: Phrase("行的各种写法", "the labels of rows")),
    PackField(key: "columns", type: .map(.words), what: Phrase("列的各种写法", "the labels of columns")),
    PackField(key: "subjects", type: .map(.text), what: Phrase("科目名称，按编码", "names of subjects by code")),
    PackField(
      key: "formulas", type: .map(.either(.text, .object(.formula))),
      what: Phrase("表间、表内公式", "formulas between figures of tables")),
    PackField(
      key: "profiles", type: .map(.object(.profile)), what: Phrase("文种，按编号", "kinds of documents by id")),
  ]

  private static let rule = [
    PackField(
      key: "kind", type: .kind,
      what: Phrase("check：程序内置；phrase：不得出现的文字", "check: built in; phrase: words a draft must not hold")),
    PackField(key: "category", type: .category, what: Phrase("类别", "the category")),
    PackField(key: "severity", type: .severity, what: Phrase("级别；off 为停用", "the severity; off disables it")),
    PackField(key: "title", type: phrase, what: Phrase("标题，说明问题", "the title, stating the problem")),
    PackField(key: "what", type: phrase, what: Phrase("检查什么", "what it checks")),
    PackField(key: "why", type: phrase, what: Phrase("为什么重要", "why it matters")),
    PackField(key: "basis", type: phrase, what: Phrase("依据", "the clause it rests on")),
    PackField(key: "fix", type: .fix, what: Phrase("修改建议：safe 或 review", "its fixes: safe or review")),
    PackField(
      key: "parameters", type: .map(.either(.any, .object(.parameter))), what: Phrase("参数", "its settings")),
    PackField(key: "examples", type: .list(.object(.example)), what: Phrase("示例", "examples")),
    PackField(
      key: "find", type: .words,
      what: Phrase("要找的文字（phrase），可写成“错→对”", "the words to find (phrase); wrong→right gives the correction")),
    PackField(key: "except", type: .words, what: Phrase("含有它而正确的文字", "longer wordings that are right")),
    PackField(key: "replace", type: .text, what: Phrase("建议改成", "what to write instead")),
    PackField(key: "profiles", type: .words, what: Phrase("只用于这些文种", "only for these profiles")),
  ]

  private static let bilingual = [
    PackField(key: "zh", type: .text, what: Phrase("中文", "Chinese"), isRequired: true),
    PackField(key: "en", type: .text, what: Phrase("英文", "English")),
  ]

  private static let parameter = [
    PackField(key: "value", type: .any, what: Phrase("值", "the value"), isRequired: true),
    PackField(key: "what", type: phrase, what: Phrase("说明", "what it changes")),
  ]

  private static let example = [
    PackField(
      key: "bad", type: .text, what: Phrase("有问题的稿件，⟦⟧ 标出位置", "a draft with the problem, marked by ⟦⟧"),
      isRequired: true),
    PackField(key: "good", type: .text, what: Phrase("没有问题的稿件", "the draft without it")),
    PackField(key: "profile", type: .text, what: Phrase("文种", "the profile")),
  ]

  private static let table = [
    PackField(key: "family", type: .family, what: Phrase("budget、final 或 performance", "its family")),
    PackField(key: "names", type: .words, what: Phrase("其他表名", "its other titles")),
    PackField(
      key: "hints", type: .words,
      what: Phrase("未登记的表名含有这些字时，不报缺表", "words by which an unknown title may mean it")),
    PackField(key: "en", type: .text, what: Phrase("英文名", "its name in English")),
    PackField(
      key: "header", type: .words,
      what: Phrase("缺表时补框架用的表头", "the header of the skeleton for a draft that lacks it")),
  ]

  private static let formula = [
    PackField(key: "formula", type: .text, what: Phrase("公式", "the formula"), isRequired: true),
    PackField(key: "title", type: phrase, what: Phrase("用一句话说", "the formula in words")),
    PackField(key: "severity", type: .severity, what: Phrase("级别；off 为停用", "the severity; off removes it")),
  ]

  private static let profile = [
    PackField(key: "title", type: phrase, what: Phrase("名称", "its name")),
    PackField(key: "like", type: .text, what: Phrase("以此文种为底本", "the profile it starts from")),
    PackField(key: "family", type: .family, what: Phrase("budget、final 或 performance", "its tables")),
    PackField(key: "basis", type: phrase, what: Phrase("这些要求的依据", "what asks for all this")),
    PackField(key: "recognize", type: .object(.recognition), what: Phrase("怎样认出", "how it is recognized")),
    PackField(
      key: "sections", type: .map(.either(.severity, .object(.requirement))),
      what: Phrase("必备章节", "the chapters it must hold")),
    PackField(
      key: "statements", type: .map(.either(.severity, .object(.requirement))),
      what: Phrase("必备说明", "the statements it must hold")),
    PackField(
      key: "tables", type: .map(.either(.severity, .object(.tableRequirement))),
      what: Phrase("必备的表", "the tables it must hold")),
  ]

  private static let recognition = [
    PackField(key: "titles", type: .words, what: Phrase("封面或标题用语", "the wordings of covers and titles")),
    PackField(key: "texts", type: .words, what: Phrase("正文用语", "the wordings of the text")),
  ]

  private static let requirement = [
    PackField(key: "severity", type: .severity, what: Phrase("缺失时的级别", "the severity of its absence")),
    PackField(key: "en", type: .text, what: Phrase("英文名", "its name in English")),
    PackField(key: "names", type: .words, what: Phrase("标题的各种写法", "the wordings of its heading")),
    PackField(
      key: "except", type: .words,
      what: Phrase("标题里有这些字的是另一项", "wordings of headings that mean something else")),
    PackField(key: "phrases", type: .words, what: Phrase("正文里算作已说明的文字", "wordings of the text that count")),
    PackField(
      key: "figure", type: .bool,
      what: Phrase("phrases 附近须有金额或“没有”才算", "phrases count only beside an amount or a denial")),
    PackField(
      key: "of", type: .text,
      what: Phrase("属于哪一章或哪一项说明；那里缺了，这里不另报", "the chapter or statement it is a part of")),
    PackField(
      key: "instead", type: .words,
      what: Phrase("已有这些说明时，缺了只提示", "the statements beside which its absence is a remark")),
    PackField(
      key: "table", type: .text,
      what: Phrase("说明的是哪张表；表中有数据时，提示升为警告", "the table it explains, which gives it weight")),
    PackField(key: "since", type: .int, what: Phrase("从哪一年起", "the first year")),
    PackField(key: "basis", type: phrase, what: Phrase("依据", "the clause that asks for it")),
  ]

  private static let tableRequirement = [
    PackField(key: "severity", type: .severity, what: Phrase("缺失时的级别", "the severity of its absence")),
    PackField(key: "since", type: .int, what: Phrase("从哪一年起", "the first year")),
    PackField(key: "basis", type: phrase, what: Phrase("依据", "the clause that asks for it")),
  ]
}

/// 以公共绿化养护经费项目为例: a project that the text names almost as its form does (公共绿地养护经费).
///
/// Rule: `name-mismatch`. The name of the form stands in no sentence and that of the text in no table, and a figure of the
/// sentence stands in the form too, or the text names the projects of all other forms as they do.
enum FormProjects {
  private static let lengths = 6...40
  private static let mostForms = 60
  /// How many signs at the start or the end of a name have to be the same.
  private static let anchor = 3
  /// Sentences that speak of what the forms are about.
  private static let subjects = WordList(["自评", "绩效", "项目支出"])
  private static let stop: UInt16 = 0x3002

  private struct Form {
    /// Its place among the forms.
    var place: Int
    var name: Slice
    var isTold = false
  }

  static func check(_ forms: [Table], _ inspection: inout Inspection) {
    let units = inspection.units
    var paragraphs: [Slice] = []
    for (index, paragraph) in inspection.draft.paragraphs.enumerated() where paragraph.slice.count >= 12 {
      let isOfForms = inspection.has(.project, in: paragraph.slice, ofParagraph: index) {
        units.contains(anyOf: subjects, in: $0)
      }
      if isOfForms { paragraphs.append(paragraph.slice) }
    }
    guard !paragraphs.isEmpty else { return }
    var named: [Form] = []
    for place in forms.indices.prefix(mostForms) {
      guard let name = forms[place].project(units), lengths.contains(name.count) else { continue }
      named.append(Form(place: place, name: name))
    }
    markTold(&named, inspection.draft, units)
    let untold = named.filter { !$0.isTold }
    let near = places(near: untold.map(\.name), in: paragraphs, units)
    for (form, near) in zip(untold, near) {
      let others = named.filter { $0.name != form.name }
      let isOnlyOne = !others.isEmpty && others.allSatisfy(\.isTold)
      check(form, forms[form.place], isOnlyOne: isOnlyOne, near, &inspection)
    }
  }

  /// Tells of forms whether a paragraph has their name; once all are told the rest is not looked at.
  private static func markTold(_ forms: inout [Form], _ draft: Draft, _ units: Units) {
    var matcher = PhraseMatcher()
    for (index, form) in forms.enumerated() { matcher.insert(units.name(form.name), index) }
    var untold = forms.count
    for paragraph in draft.paragraphs where untold > 0 {
      matcher.forEach(in: paragraph.slice, of: units) { match in
        guard !forms[match.number].isTold else { return }
        forms[match.number].isTold = true
        untold -= 1
      }
    }
  }

  private static func check(
    _ form: Form, _ table: Table, isOnlyOne: Bool, _ near: [Place], _ inspection: inout Inspection
  ) {
    let units = inspection.units
    guard let first = near.first, near.allSatisfy({ units.areSame($0.name, first.name) }),
      stands(first.name, only: near.map(\.name.lower), &inspection),
      isOnlyOne && first.differences == 1
        || near.contains(where: { sharesFigure(table, $0.name, inspection.draft, units) })
    else { return }
    let draft = inspection.draft
    inspection.report(
      "name-mismatch", .warning, at: first.name,
      Message(differs, .text(draft.string(first.name)), .text(draft.string(form.name))),
      related: [inspection.related(form.name, Message(ofForm))],
      fixes: inspection.renaming(near.map(\.name), to: draft.string(form.name)))
  }

  /// A name that a text has for a project, and in how many signs it differs from that of the form.
  private typealias Place = (name: Slice, differences: Int)

  /// Where texts have a name that differs from one of some others in one sign, or in two side by side.
  ///
  /// - Complexity: O(n) in the length of the texts, whatever the number of names.
  private static func places(near names: [Slice], in texts: [Slice], _ units: Units) -> [[Place]] {
    var found = [[Place]](repeating: [], count: names.count)
    var anchors = PhraseMatcher()
    for (index, name) in names.enumerated() {
      anchors.insert(units.name(Slice(name.lower, name.lower + anchor)), 2 * index)
      anchors.insert(units.name(Slice(name.upper - anchor, name.upper)), 2 * index + 1)
    }
    for text in texts {
      anchors.forEach(in: text, of: units) { match in
        let (index, isEnd) = (match.number / 2, match.number % 2 == 1)
        let name = names[index]
        let start = isEnd ? match.slice.upper - name.count : match.slice.lower
        guard let place = place(near: name, at: start, in: text, units),
          !found[index].contains(where: { $0.name == place.name })
        else { return }
        found[index].append(place)
      }
    }
    return found
  }

  private static func place(near name: Slice, at start: Int, in text: Slice, _ units: Units) -> Place? {
    let place = Slice(start, start + name.count)
    guard start >= text.lower, place.upper <= text.upper else { return nil }
    let different = (0..<name.count).filter { units[name.lower + $0] != units[start + $0] }
    guard let first = different.first, different.count == 1 || different == [first, first + 1],
      different.allSatisfy({ isSlip(units[name.lower + $0], units[start + $0]) })
    else { return nil }
    return (place, different.count)
  }

  /// Tells whether a name stands nowhere but at some places.
  private static func stands(
    _ name: Slice, only places: [Int], _ inspection: inout Inspection
  ) -> Bool {
    inspection.alsoRead = .all
    let units = inspection.units
    let word = units.name(name)
    var search = Slice(0, units.count)
    while let at = units.find(word, in: search) {
      guard places.contains(at) else { return false }
      search = Slice(at + 1, units.count)
    }
    return true
  }

  /// Tells whether a figure of three digits or more behind a name stands in a cell of the form.
  private static func sharesFigure(_ table: Table, _ name: Slice, _ draft: Draft, _ units: Units) -> Bool {
    let end = Swift.min(units.count, name.upper + 80)
    var i = name.upper
    while i < end, units[i] != stop {
      guard Unit.isDigit(units[i]), let figure = NumberScanner.scan(units, i, end) else {
        i += 1
        continue
      }
      i = Swift.max(figure.end, i + 1)
      // A year is no figure, and every project may have 100 points.
      guard figure.amount.digits >= 100, figure.amount.decimals > 0,
        figure.amount.digits.magnitude < 1_000_000_000_000, figure.amount.scaled != 100 * Scale.one
      else { continue }
      let money = [figure.amount.scaled, figure.amount.scaled * MoneyUnit.tenThousandYuan.yuan]
      if table.cells.contains(where: { cell in
        (cell.kind == .number || cell.kind == .percent) && money.contains(cell.amount.scaled)
      }) {
        return true
      }
    }
    return false
  }

  /// Signs that tell one project from another.
  private static let telling = Set("一二三四五六七八九十甲乙丙丁东西南北中上下左右前后大小新老男女县市区镇乡村校级期次".utf16)

  private static func isSlip(_ a: UInt16, _ b: UInt16) -> Bool {
    Unit.isIdeograph(a) && Unit.isIdeograph(b) && !telling.contains(a) && !telling.contains(b)
  }

  private static let differs = Phrase(
    "文中项目名称为“{0}”，该项目的表中为“{1}”，疑有一处写错", "The text names the project “{0}”, its form “{1}”")
  private static let ofForm = Phrase("表中的项目名称", "The name in the form")
}

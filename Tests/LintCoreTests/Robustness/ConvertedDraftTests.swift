import Testing

@testable import LintCore

/// What a conversion leaves of the pages of a document says nothing: a clean draft is clean with it.
@Suite struct ConvertedDraftTests {
  /// What is printed at the foot of a page and at the head of the next one.
  enum Style: CaseIterable, Sendable {
    case number, bareNumber, headerAboveNumber, headerBelowNumber, headerWithNumber, titleAlone

    fileprivate func lines(_ page: Int, _ title: String) -> [String] {
      switch self {
      case .number: ["— \(page) —"]
      case .bareNumber: ["", "\(page)", ""]
      case .headerAboveNumber: ["", title, "\(page)", ""]
      case .headerBelowNumber: ["第 \(page) 页", "", title]
      case .headerWithNumber: ["\(title)  \(page)"]
      case .titleAlone: [title]
      }
    }
  }

  /// The title of a draft, as one of its first lines has it.
  private static func title(_ lines: [String]) -> String {
    let first = lines.prefix(4).map { $0.filter { !"#* \r".contains($0) } }
    return first.first { line in
      line.contains("年") && ["决算", "预算", "公开"].contains { line.hasSuffix($0) }
    } ?? "青溪县水利局信息公开文本"
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  private static func isRow(_ line: String) -> Bool {
    line.contains("\t") || line.contains("|") || line.contains("<")
  }

  /// Ends a page behind every so many lines, wherever that is.
  static func paged(_ bytes: [UInt8], _ style: Style, every count: Int = 23) -> [UInt8] {
    var result: [String] = []
    let lines = lines(bytes)
    let title = title(lines)
    for (index, line) in lines.enumerated() {
      result.append(line)
      if index % count == count - 1 { result += style.lines(index / count + 1, title) }
    }
    return Array(result.joined(separator: "\n").utf8)
  }

  /// Ends a page within every long paragraph: at a place that parts no figure, or in the middle of one.
  private static func cut(_ bytes: [UInt8], _ style: Style, inFigures: Bool) -> [UInt8] {
    var result: [String] = []
    var pages = 0
    let lines = lines(bytes)
    let title = title(lines)
    for (index, line) in lines.enumerated() {
      let signs = Array(line)
      func isFigure(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isNumber || sign == "." || sign == ",")
      }
      let places = signs.indices.dropFirst(40).dropLast(20).filter { place in
        isFigure(signs[place - 1]) == inFigures && isFigure(signs[place]) == inFigures
          && !"（）()".contains(signs[place - 1])
          && !"。；：”".contains(signs[place - 1])
      }
      guard !isRow(line), !line.hasPrefix("#"), !places.isEmpty else {
        result.append(line)
        continue
      }
      let place = places[index * 7 % places.count]
      pages += 1
      result += [String(signs[..<place])] + style.lines(index, title) + [String(signs[place...])]
    }
    // What stands on two pages is no header yet.
    guard pages >= 3 || style == .number || style == .bareNumber else { return bytes }
    return Array(result.joined(separator: "\n").utf8)
  }

  private func warnings(_ bytes: [UInt8]) -> [String] {
    Linter(book: .standard).lint(SourceText(bytes)).findings.filter { $0.severity >= .warning }.map {
      "\($0.rule): \($0.message.text(.chinese))"
    }
  }

  @Test(arguments: Fixtures.clean, Style.allCases) func pagesSayNothing(file: Fixtures.File, style: Style) {
    // Without numbers only the title of the whole draft can be told to be printed on every page.
    guard style != .titleAlone || Self.title(Self.lines(file.bytes)).contains("年") else { return }
    #expect(warnings(Self.paged(file.bytes, style)) == [])
  }

  @Test(arguments: Fixtures.clean, [Style.number, .bareNumber, .headerAboveNumber, .headerBelowNumber])
  func whatAPageCutIsOneSentence(file: Fixtures.File, style: Style) {
    #expect(warnings(Self.cut(file.bytes, style, inFigures: false)) == [])
    #expect(warnings(Self.cut(file.bytes, style, inFigures: true)) == [])
  }

  @Test(arguments: Fixtures.planted) func pagesHideNothing(file: Fixtures.File) {
    func rules(_ bytes: [UInt8]) -> [String] {
      Linter(book: .standard).lint(SourceText(bytes)).findings.filter { $0.severity == .error }.map(\.rule)
        .sorted()
    }
    #expect(rules(Self.paged(file.bytes, .headerAboveNumber)) == rules(file.bytes))
  }
}

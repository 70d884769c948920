import LintCore

/// The outline of a draft: parts, sections and tables, each with how it stands.
extension Server {
  /// A part of the outline.
  struct Symbol {
    /// The kinds of the protocol that fit a draft.
    enum Kind: Int {
      case section = 15
      case table = 23
    }

    var name: String
    var detail: String
    var kind: Kind
    var range: ByteRange
    /// What to mark when the part is chosen; lies inside the range.
    var selection: ByteRange
    var children: [Symbol] = []
  }

  /// The outline of a document.
  func documentSymbols(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    guard let document = documents[uri], let checked = checked(uri) else { return .empty }
    let symbols = outline(checked.result)
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for symbol in symbols {
          if client.nestedSymbols {
            Self.write(symbol, &mapper, to: &writer)
          } else {
            Self.writeFlat(symbol, in: nil, document.uri.spelling, &mapper, to: &writer)
          }
        }
      }
    }
  }

  /// The parts of open documents whose name holds the words that are searched.
  func workspaceSymbols(_ params: JSONValue) throws(ResponseError) -> Answer {
    let query = Self.searchable(try params.requiredString("query"))
    return Answer { writer in
      writer.array { writer in
        var left = 200
        for uri in documents.keys.sorted(by: { $0.key < $1.key }) {
          guard let document = documents[uri], let checked = checked(uri) else { continue }
          var mapper = PositionMapper(document.buffer.source, encoding)
          var waiting = outline(checked.result)
          while left > 0, !waiting.isEmpty {
            var symbol = waiting.removeFirst()
            waiting.insert(contentsOf: symbol.children, at: 0)
            symbol.children = []
            guard query.isEmpty || Self.searchable(symbol.name).contains(query) else { continue }
            Self.writeFlat(symbol, in: nil, document.uri.spelling, &mapper, to: &writer)
            left -= 1
          }
        }
      }
    }
  }

  /// A name as people look for it: without blanks and the quotation marks of 三公.
  private static func searchable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !passedOver.contains($0) })).lowercased()
  }

  private static let passedOver: Set<Unicode.Scalar> = [" ", "\u{3000}", "\t", "“", "”", "\"", "《", "》"]

  private func outline(_ result: LintResult) -> [Symbol] {
    let draft = result.draft
    let locator = DraftLocator(draft: draft)
    var children: [Int: [Symbol]] = [:]
    var titled: [Int: Int] = [:]
    for (index, table) in draft.tables.enumerated() {
      // A heading that is the title of a table stands for both.
      if let heading = draft.sections[safe: table.section]?.heading,
        draft.headings[safe: heading]?.line == table.captionLine, titled[table.section] == nil
      {
        titled[table.section] = index
      } else if let symbol = symbol(ofTable: index, locator, result.findings) {
        children[table.section, default: []].append(symbol)
      }
    }
    // Sections follow their parents, so that going backwards finishes children first.
    var top: [Symbol] = []
    for index in draft.sections.indices.reversed() {
      let section = draft.sections[index]
      let inner = children[index, default: []].sorted { $0.range < $1.range }
      guard let heading = section.heading.flatMap({ draft.headings[safe: $0] }) else {
        top += inner
        continue
      }
      let lines = section.lines.lowerBound..<(locator.lastFilledLine(section.lines) + 1)
      let selection = draft.range(heading.slice)
      let range = inner.reduce(locator.bytes(ofLines: lines).union(selection)) { $0.union($1.range) }
      let name = locator.draft.string(heading.slice)
      let symbol = Symbol(
        name: name.isEmpty ? "—" : name, detail: status(range, result.findings),
        kind: titled[index] == nil ? .section : .table, range: range, selection: selection, children: inner)
      if let parent = section.parent, parent < index, draft.sections[parent].heading != nil {
        children[parent, default: []].append(symbol)
      } else {
        top.append(symbol)
      }
    }
    return top.sorted { $0.range < $1.range }
  }

  private func symbol(ofTable index: Int, _ locator: DraftLocator, _ findings: [Finding]) -> Symbol? {
    let table = locator.draft.tables[index]
    let rows = locator.bytes(ofLines: table.lines)
    let caption = table.caption.map { locator.draft.range($0) }
    let selection = caption ?? locator.draft.source.range(ofLine: table.lines.lowerBound)
    let range = rows.union(selection)
    let name = locator.title(ofTable: index) ?? Phrase("未命名的表", "Untitled table").text(language)
    return Symbol(
      name: name, detail: status(range, findings), kind: .table, range: range, selection: selection)
  }

  /// How many errors and warnings a range holds; nothing if it is clean.
  private func status(_ range: ByteRange, _ findings: [Finding]) -> String {
    let inside = findings.filter { range.contains($0.range) }
    let errors = inside.count { $0.severity == .error }
    let warnings = inside.count { $0.severity == .warning }
    var parts: [String] = []
    if errors > 0 { parts.append(Phrase("\(errors) 处错误", "\(errors) errors").text(language)) }
    if warnings > 0 { parts.append(Phrase("\(warnings) 处警告", "\(warnings) warnings").text(language)) }
    return parts.joined(separator: Phrase("，", ", ").text(language))
  }

  private static func write(_ symbol: Symbol, _ mapper: inout PositionMapper, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("name", symbol.name)
      if !symbol.detail.isEmpty { writer.field("detail", symbol.detail) }
      writer.field("kind", symbol.kind.rawValue)
      writer.field("range") { $0.range(mapper.range(of: symbol.range)) }
      writer.field("selectionRange") { $0.range(mapper.range(of: symbol.selection)) }
      guard !symbol.children.isEmpty else { return }
      writer.arrayField("children") { writer in
        for child in symbol.children { write(child, &mapper, to: &writer) }
      }
    }
  }

  private static func writeFlat(
    _ symbol: Symbol, in container: String?, _ uri: String, _ mapper: inout PositionMapper,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("name", symbol.name)
      writer.field("kind", symbol.kind.rawValue)
      writer.objectField("location") { writer in
        writer.field("uri", uri)
        writer.field("range") { $0.range(mapper.range(of: symbol.range)) }
      }
      if let container { writer.field("containerName", container) }
    }
    for child in symbol.children { writeFlat(child, in: symbol.name, uri, &mapper, to: &writer) }
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

import LintCore

/// Folding, growing selections, and marking what belongs together.
extension Server {
  /// The stretches of lines that can be folded: sections, tables, the table of contents.
  func foldingRanges(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    guard let checked = checked(uri) else { return .empty }
    let draft = checked.result.draft
    let locator = DraftLocator(draft: draft)
    var stretches: [Range<Int>] = draft.sections.filter { $0.heading != nil }.map(\.lines)
    stretches += draft.tables.map(\.lines)
    if let contents = draft.contents { stretches.append(contents.lines) }
    var seen: Set<Int> = []
    let ends = stretches.map { (start: $0.lowerBound, end: locator.lastFilledLine($0)) }
      .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
      // Clients show one fold a line; the longest comes first.
      .filter { $0.end > $0.start && seen.insert($0.start).inserted }
    return Answer { writer in
      writer.array { writer in
        for (start, end) in ends.prefix(client.foldingLimit) {
          writer.object { writer in
            writer.field("startLine", start)
            writer.field("endLine", end)
            writer.field("kind", "region")
          }
        }
      }
    }
  }

  /// For each position the ranges around it: cell, row, table, or sentence, paragraph, then the sections.
  func selectionRanges(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    guard let values = try params.required("positions").array else {
      throw ResponseError(.invalidParams, "positions must be an array")
    }
    var positions: [Position] = []
    for value in values { positions.append(try value.position()) }
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let locator = DraftLocator(draft: checked.result.draft)
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for position in positions {
          let offset = document.buffer.offset(of: position, encoding)
          Self.writeChain(Self.ranges(around: offset, locator)[...], &mapper, to: &writer)
        }
      }
    }
  }

  /// The ranges around an offset, each inside the next and smaller than it.
  private static func ranges(around offset: Int, _ locator: DraftLocator) -> [ByteRange] {
    let draft = locator.draft
    let line = draft.source.line(at: offset)
    var candidates: [ByteRange] = []
    if let place = locator.cell(at: offset) {
      let table = draft.tables[place.table]
      if let cell = table.cell(place.row, place.column) { candidates.append(draft.range(cell.slice)) }
    }
    if let table = locator.table(atLine: line) {
      candidates.append(draft.source.range(ofLine: line))
      candidates.append(locator.bytes(ofLines: draft.tables[table].lines))
    } else if let paragraph = locator.paragraph(at: offset) {
      let range = draft.range(draft.paragraphs[paragraph].slice)
      candidates.append(locator.sentence(at: offset, in: range))
      candidates.append(range)
    } else {
      candidates.append(draft.source.range(ofLine: line))
    }
    for section in locator.sections(atLine: line) {
      candidates.append(locator.bytes(ofLines: draft.sections[section].lines))
    }
    candidates.append(ByteRange(0, draft.source.bytes.count))
    var chain: [ByteRange] = []
    for range in candidates where range.lower <= offset && offset <= range.upper {
      guard let last = chain.last else {
        chain.append(range)
        continue
      }
      if range.contains(last), range != last { chain.append(range) }
    }
    return chain
  }

  private static func writeChain(
    _ chain: ArraySlice<ByteRange>, _ mapper: inout PositionMapper, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      let range = chain.first ?? ByteRange(0, 0)
      writer.field("range") { $0.range(mapper.range(of: range)) }
      let outer = chain.dropFirst()
      if !outer.isEmpty { writer.field("parent") { writeChain(outer, &mapper, to: &$0) } }
    }
  }

  /// The places that a finding at a position compares: the figure and everything that takes part.
  func documentHighlights(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let position = try params.required("position").position()
    guard let document = documents[uri], let checked = checked(uri) else { return .null }
    let offset = document.buffer.offset(of: position, encoding)
    func holds(_ range: ByteRange) -> Bool {
      range.lower <= offset && offset <= range.upper && !range.isEmpty
    }
    let findings = checked.result.findings
    let found =
      findings.first { holds($0.range) } ?? findings.first { $0.related.contains { holds($0.range) } }
    guard let found else { return highlightCopies(offset, uri, document, checked) }
    var seen: Set<ByteRange> = [found.range]
    let related = found.related.map(\.range).filter { seen.insert($0).inserted }.sorted()
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for (range, kind) in [(found.range, 3)] + related.map({ ($0, 2) }) {
          writer.object { writer in
            writer.field("range") { $0.range(mapper.range(of: range)) }
            writer.field("kind", kind)
          }
        }
      }
    }
  }

  /// The places that state the same figure, and the terms of a total, where nothing is wrong.
  private func highlightCopies(
    _ offset: Int, _ uri: DocumentURI, _ document: Document, _ checked: CheckedDocument
  ) -> Answer {
    let draft = checked.result.draft
    let navigator = Navigator(draft: draft, facts: facts(uri, checked))
    var places = Set(navigator.references(at: offset, includingOwn: true))
    if let place = DraftLocator(draft: draft).cell(at: offset) {
      let cell = CellPlace(table: place.table, row: place.row, column: place.column)
      for identity in draft.identities(at: cell) where identity.total == cell {
        places.formUnion(identity.terms.compactMap { navigator.range($0.place) }.filter { !$0.isEmpty })
      }
    }
    guard !places.isEmpty else { return .null }
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        for place in places.sorted() {
          writer.object { writer in
            writer.field("range") { $0.range(mapper.range(of: place)) }
            writer.field("kind", 2)
          }
        }
      }
    }
  }

  /// The computed values beside figures that are wrong.
  func inlayHints(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let wanted = try params.required("range").positionRange()
    guard project(of: uri).settings.hints, let document = documents[uri], let checked = checked(uri) else {
      return .empty
    }
    let offsets = document.buffer.offsets(of: wanted, encoding)
    var mapper = PositionMapper(document.buffer.source, encoding)
    return Answer { writer in
      writer.array { writer in
        var last: (place: Int, value: String)?
        for finding in checked.result.findings where Self.touches(finding.range, offsets) {
          guard Self.calculates(finding.rule),
            let value = Self.computedValue(finding, document.buffer.source),
            last.map({ $0 == (finding.range.upper, value) }) != true
          else { continue }
          last = (finding.range.upper, value)
          writer.object { writer in
            writer.field("position") { $0.position(mapper.position(of: finding.range.upper)) }
            writer.field("label", Phrase("重算 \(value)", "computed: \(value)").text(language))
            writer.field("tooltip", finding.message.text(language))
            writer.field("paddingLeft", true)
          }
        }
      }
    }
  }

  /// Tells whether a rule calculates a figure from others: not a year, and not what merely stands elsewhere.
  private static func calculates(_ rule: String) -> Bool {
    switch rule {
    case "column-total", "row-total", "hierarchy-total", "balance", "narrative-sum", "score", "score-total",
      "share",
      "share-sum", "growth-rate", "completion-rate":
      true
    default: false
    }
  }

  /// The longest unit behind a figure, in bytes.
  private static let longestUnit = 15

  /// What a wrong figure would be after its fix, with its unit or per cent sign if that belongs to the finding.
  private static func computedValue(_ finding: Finding, _ source: SourceText) -> String? {
    // Where several figures may be the wrong one, none is shown as the computed one.
    guard finding.fixes.count == 1, let edits = finding.fixes.first?.edits, edits.count == 1,
      let edit = edits.first, !edit.range.isEmpty, edit.range.lower >= finding.range.lower,
      edit.range.upper <= finding.range.upper, finding.range.upper - edit.range.upper <= longestUnit,
      edit.text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return edit.text + source.string(ByteRange(edit.range.upper, finding.range.upper))
  }
}

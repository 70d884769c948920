import LintCore

/// What an editor can do about findings.
extension Server {
  /// The kind of the action that applies everything that is safe.
  static let fixAllKind = "source.fixAll.lint-rules"
  private static let quickFixKind = "quickfix"

  /// The actions for a range of a document.
  ///
  /// The diagnostics that the client sends along may be old or foreign, so what is offered follows from the text; but
  /// a finding of the text that is among them is meant, also where the cursor stands elsewhere in its line.
  func codeActions(_ params: JSONValue) throws(ResponseError) -> Answer {
    let uri = try params.documentURI()
    let wanted = try params.required("range").positionRange()
    guard client.codeActionLiterals, let document = documents[uri], let checked = checked(uri) else {
      return .empty
    }
    let only = params.at("context", "only")?.array.map { $0.compactMap(\.string) }
    let offsets = document.buffer.offsets(of: wanted, encoding)
    return Answer { writer in
      writer.array { writer in
        if Self.wants(Self.quickFixKind, only) {
          let named = Self.named(params.at("context", "diagnostics"))
          var mapper = PositionMapper(document.buffer.source, encoding)
          let found = checked.result.findings.filter { finding in
            Self.touches(finding.range, offsets)
              || (!named.isEmpty
                && named.contains(Named(rule: finding.rule, range: mapper.range(of: finding.range))))
          }
          for finding in found {
            for fix in finding.fixes { writeQuickFix(fix, finding, document, to: &writer) }
          }
          var silenced: Set<[Edit]> = []
          for finding in found {
            guard let fix = Self.suppression(of: finding, checked.result.draft),
              silenced.insert(fix.edits).inserted
            else { continue }
            writeQuickFix(fix, finding, document, to: &writer)
          }
        }
        if Self.wants(Self.fixAllKind, only) {
          let isWanted = only?.contains { $0.hasPrefix("source.fixAll") } ?? false
          writeFixAll(checked.result.findings, document, isWanted: isWanted, to: &writer)
        }
      }
    }
  }

  /// What names a finding to the client.
  private struct Named: Hashable {
    let rule: String
    let range: PositionRange
  }

  /// The findings that a list of diagnostics names; whatever is no diagnostic of ours is skipped.
  private static func named(_ diagnostics: JSONValue?) -> Set<Named> {
    var found: Set<Named> = []
    for item in diagnostics?.array ?? [] {
      guard let rule = item["code"]?.string, let range = try? item["range"]?.positionRange() else { continue }
      found.insert(Named(rule: rule, range: range))
    }
    return found
  }

  /// Tells whether a kind is asked for: nothing asks for all, and a kind asks for those below it.
  static func wants(_ kind: String, _ only: [String]?) -> Bool {
    guard let only else { return true }
    return only.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") }
  }

  /// Tells whether a finding shares a byte with a selection, or a border with a cursor.
  static func touches(_ range: ByteRange, _ selection: Range<Int>) -> Bool {
    range.lower <= selection.upperBound && selection.lowerBound <= range.upper
  }

  private func writeQuickFix(
    _ fix: Fix, _ finding: Finding, _ document: Document, to writer: inout JSONWriter
  ) {
    let edits = Self.applicable(fix.edits)
    guard !edits.isEmpty else { return }
    var diagnostics = diagnosticWriter(document)
    writer.object { writer in
      writer.field("title", title(of: fix, edits, finding, document.buffer.source))
      writer.field("kind", Self.quickFixKind)
      writer.arrayField("diagnostics") { diagnostics.write(finding, to: &$0) }
      if fix.safety == .safe, client.preferredActions { writer.field("isPreferred", true) }
      writeEdit(edits, document, to: &writer)
    }
  }

  /// What an action says it does; of a figure elsewhere in the line than what is marked, which one is meant.
  private func title(of fix: Fix, _ edits: [Edit], _ finding: Finding, _ source: SourceText) -> String {
    let title = fix.title.text(language)
    guard edits.count == 1, let edit = edits.first, !edit.range.isEmpty, !finding.range.overlaps(edit.range),
      source.line(at: edit.range.lower) == source.line(at: finding.range.lower)
    else { return title }
    let former = source.string(edit.range)
    return title.contains(former) ? title : former + Phrase("：", ": ").text(language) + title
  }

  /// The rules about the tool's own files and comments, which no comment silences.
  private static let ownRules: Set<String> = ["suppression", "pack-syntax", "settings"]

  /// A comment before the table or paragraph of a finding that silences its rule there; the reason is left to write.
  static func suppression(of finding: Finding, _ draft: Draft) -> Fix? {
    guard !ownRules.contains(finding.rule) else { return nil }
    let source = draft.source
    var line = source.line(at: finding.range.lower)
    if let table = draft.tables.first(where: { $0.lines.contains(line) }) {
      line = table.lines.lowerBound
    } else if let paragraph = draft.paragraphs.first(where: { $0.lines.contains(line) }) {
      line = paragraph.lines.lowerBound
    }
    let start = source.range(ofLine: line).lower
    // The comment ends its line as the draft does.
    let first = source.range(ofLine: 0).upper
    let terminator =
      source.bytes[safe: first] == 0x0D ? (source.bytes[safe: first + 1] == 0x0A ? "\r\n" : "\r") : "\n"
    let text = "<!-- lint-rules-disable \(finding.rule) -- 原因：（请填写） -->" + terminator
    let title = Phrase(
      "此处不再检查 {0}（插入注释，请写明原因）", "Stop checking {0} here (inserts a comment; give the reason)")
    return Fix(
      title: Message(title, .text(finding.rule)), edits: [Edit(ByteRange(start, start), text)],
      safety: .review)
  }

  /// All safe changes in one action; figures are never among them.
  ///
  /// A client that asks for nothing else is told when there is nothing, if it can show that.
  private func writeFixAll(
    _ findings: [Finding], _ document: Document, isWanted: Bool, to writer: inout JSONWriter
  ) {
    let edits = Self.applicable(findings.compactMap { $0.fixes.first { $0.safety == .safe } })
    guard !edits.isEmpty || (isWanted && client.disabledActions) else { return }
    writer.object { writer in
      writer.field("title", Phrase("修正所有可安全修正的问题", "Fix everything that is safe to fix").text(language))
      writer.field("kind", Self.fixAllKind)
      guard edits.isEmpty else {
        writeEdit(edits, document, to: &writer)
        return
      }
      writer.objectField("disabled") { writer in
        let reason = Phrase(
          "没有可安全修正的问题；改动数字须由人确认", "nothing is safe to fix; figures are for a person to decide")
        writer.field("reason", reason.text(language))
      }
    }
  }

  /// The edits of fixes in order; a fix that would overlap an earlier one, or says the same, is left out whole.
  static func applicable(_ fixes: [Fix]) -> [Edit] {
    let edits = fixes.enumerated().flatMap { owner, fix in fix.edits.map { (owner: owner, edit: $0) } }
      .enumerated().sorted { ($0.element.edit.range, $0.offset) < ($1.element.edit.range, $1.offset) }
      .map(\.element)
    var dropped: Set<Int> = []
    var last: (owner: Int, edit: Edit)?
    for entry in edits where !dropped.contains(entry.owner) {
      if let last, last.owner != entry.owner,
        entry.edit.range.lower < last.edit.range.upper || entry.edit == last.edit
      {
        dropped.insert(entry.owner)
      } else {
        last = entry
      }
    }
    return applicable(edits.filter { !dropped.contains($0.owner) }.map(\.edit))
  }

  /// The edits in order; of edits that overlap, and of equal ones, the first is kept.
  static func applicable(_ edits: [Edit]) -> [Edit] {
    var kept: [Edit] = []
    let sorted = edits.enumerated().sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }
    for edit in sorted.map(\.element) {
      if let last = kept.last, edit.range.lower < last.range.upper || edit == last { continue }
      kept.append(edit)
    }
    return kept
  }

  /// Writes the edit of an action, with the version of the document if the client can compare it.
  func writeEdit(_ edits: [Edit], _ document: Document, to writer: inout JSONWriter) {
    var mapper = PositionMapper(document.buffer.source, encoding)
    let list: Fragment = { writer in
      writer.array { writer in
        for edit in edits {
          writer.object { writer in
            writer.field("range") { $0.range(mapper.range(of: edit.range)) }
            writer.field("newText", edit.text)
          }
        }
      }
    }
    writer.objectField("edit") { writer in
      guard client.documentChanges else {
        writer.objectField("changes") { $0.field(document.uri.spelling, list) }
        return
      }
      writer.arrayField("documentChanges") { writer in
        writer.object { writer in
          writer.objectField("textDocument") { writer in
            writer.field("uri", document.uri.spelling)
            writer.field("version") { writer in
              if let version = document.version { writer.int(version) } else { writer.null() }
            }
          }
          writer.field("edits", list)
        }
      }
    }
  }

}

import Testing

@testable import LintCore

/// Where sentences and clauses begin and end.
@Suite struct SentencesTests {
  private static let text = "收入2,090.05万元，支出10万元；结余5万元。上年无结余"

  /// The words around a place of the text, as some units are asked for them.
  private func words(around word: String, _ ask: (Units, Slice, Slice) -> Slice) -> String {
    let all = Folder.units(Self.text)
    let found = Folder.units(word)
    return all.withUnsafeBufferPointer { units in
      let text = Slice(0, units.count)
      guard let at = units.find(Name(units: found), in: text) else { return "" }
      let slice = ask(units, Slice(at, at + found.count), text)
      return String(decoding: slice.indices.map { units[$0] }, as: UTF16.self)
    }
  }

  @Test(arguments: [
    ("支出", "收入2,090.05万元，支出10万元"), ("结余5", "结余5万元"), ("上年", "上年无结余"), ("收入", "收入2,090.05万元，支出10万元"),
  ])
  func aSentenceEndsAtItsStopOrSemicolon(word: String, sentence: String) {
    let own = words(around: word) { $0.sentence(around: $1, in: $2) }
    #expect(own == String(decoding: Folder.units(sentence), as: UTF16.self))
  }

  @Test(arguments: [("090", "收入2,090.05万元"), ("10", "支出10万元"), ("余5", "结余5万元"), ("无", "上年无结余")])
  func aCommaAmongDigitsEndsNoClause(word: String, clause: String) {
    let own = words(around: word) { units, slice, text in
      Slice(
        units.clauseStart(before: slice.lower, from: text.lower),
        units.clauseEnd(from: slice.upper, before: text.upper))
    }
    #expect(own == String(decoding: Folder.units(clause), as: UTF16.self))
  }

  @Test func limitsAreKept() {
    Folder.units(Self.text).withUnsafeBufferPointer { units in
      #expect(units.sentenceStart(before: 8, from: 5) == 5)
      #expect(units.sentenceEnd(from: 2, before: 4) == 4)
      #expect(units.clauseStart(before: 8, from: 9) == 8)
      #expect(units.clauseEnd(from: 9, before: 3) == 9)
      #expect(units.sentenceEnd(from: units.count, before: units.count) == units.count)
    }
  }

  @Test func textWithoutAStopIsNotWalkedThroughFromEveryWord() {
    Folder.units(String(repeating: "收入", count: 5_000)).withUnsafeBufferPointer { units in
      #expect(units.sentenceStart(before: 9_000, from: 0) == 9_000 - 4_096)
      #expect(units.sentenceEnd(from: 1_000, before: 10_000) == 1_000 + 4_096)
    }
  }

  @Test func onlyOneElementIsTheOnlyOne() {
    #expect([7].only == 7 && [Int]().only == nil && [7, 7].only == nil && Set([7, 7]).only == 7)
  }
}

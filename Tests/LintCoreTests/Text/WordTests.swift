import Testing

@testable import LintCore

@Suite struct WordTests {
  /// Runs a question on the folded units of a text.
  private func ask<T>(_ text: String, _ body: (Units, Slice) -> T) -> T {
    Folder.units(text).withUnsafeBufferPointer { body($0, Slice(0, $0.count)) }
  }

  @Test func wordsCountUnitsAndNotBytes() {
    let words: [Word] = ["", "a", "合计", "≥", "a合é"]
    #expect(words.map(\.count) == [0, 1, 2, 1, 3])
    #expect(words.map { Name(units: $0.units).units.count } == [0, 1, 2, 1, 3])
  }

  @Test func wordsAreFoundWholeInsideASlice() {
    ask("本年收入合计") { units, slice in
      #expect(units.find("收入" as Word, in: slice) == 2)
      #expect(units.find("支出" as Word, in: slice) == nil)
      #expect(units.find("收入" as Word, in: Slice(0, 3)) == nil)
      #expect(units.starts(slice, with: "本年" as Word) && !units.starts(slice, with: "收入" as Word))
      #expect(units.ends(slice, with: "合计" as Word) && !units.ends(Slice(5, 6), with: "合计" as Word))
      #expect(units.equals(Slice(4, 6), "合计" as Word) && !units.equals(slice, "合计" as Word))
    }
  }

  @Test func listsOfWordsAnswerLikeTheirWords() {
    let words: [Word] = ["合计", "计", "(元)", "a合é", "é", "总", "≥1"]
    let texts = ["合计", "金额(元)", "xa合é", "≥1", "é", "年", "", "(元", "总额", "额总", "说明≥"]
    let long = String(repeating: "年初预算数", count: 20)
    for text in texts.flatMap({ [$0, long + $0, $0 + long] }) {
      ask(text) { units, slice in
        #expect(units.equals(anyOf: words, slice) == words.contains { units.equals(slice, $0) }, "\(text)")
        #expect(
          units.ends(slice, withAnyOf: words) == words.contains { units.ends(slice, with: $0) }, "\(text)")
        #expect(
          units.starts(slice, withAnyOf: words) == words.contains { units.starts(slice, with: $0) }, "\(text)"
        )
        #expect(
          units.contains(anyOf: words, in: slice) == words.contains { units.find($0, in: slice) != nil },
          "\(text)")
        for word in words {
          let name = Name(units: word.units)
          #expect(units.ends(slice, with: word) == units.ends(slice, with: name), "\(text)")
          #expect(units.equals(slice, word) == units.equals(slice, name), "\(text)")
        }
      }
    }
  }

  @Test func namesAnswerLikeWords() {
    let name = Name(folding: "合 计")
    ask("本年收入合计") { units, slice in
      #expect(units.find(name, in: slice) == 4)
      #expect(units.ends(slice, with: name) && !units.starts(slice, with: name))
      #expect(units.equals(Slice(4, 6), name) && !units.equals(Slice(3, 6), name))
      #expect(units.find(Name(units: []), in: slice) == nil)
    }
  }

  @Test func slicesOutsideTheTextHoldNothing() {
    ask("合计") { units, _ in
      let outside = Slice(1, 9)
      #expect(units.find("计" as Word, in: outside) == nil)
      #expect(!units.equals(outside, "计" as Word))
      #expect(!units.has("合" as Word, at: -1, before: 2))
      #expect(units.find(Name(folding: "计"), in: outside) == nil)
    }
  }

  @Test func trimmingTakesBlanksAndTabs() {
    let units: [UInt16] = [0x09, 0x20, 0x41, 0x20, 0x42, 0x09]
    units.withUnsafeBufferPointer {
      #expect($0.trimmed(Slice(0, 6)) == Slice(2, 5))
      #expect($0.trimmed(Slice(0, 2)).isEmpty)
    }
  }

  @Test(arguments: [("“三公”经费", "三公经费"), ("《收支总表》", "收支总表"), ("合 计：", "合计"), ("一. 甲", "一甲")])
  func keysIgnoreQuotationMarksAndPunctuation(a: String, b: String) {
    #expect(TextKey.of(a) == TextKey.of(b))
  }

  @Test func differentLabelsHaveDifferentKeys() {
    let labels = ["合计", "总计", "小计", "本年收入合计", "本年支出合计", "收入合计", "计合"]
    #expect(Set(labels.map { TextKey.of($0) }).count == labels.count)
  }
}

import Testing

@testable import LintCore

@Suite struct JSONWriterTests {
  private func written(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(layout)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func sample(_ writer: inout JSONWriter) {
    writer.object {
      $0.field("a", 1)
      $0.field("b", "二")
      $0.key("c")
      $0.array {
        $0.bool(true)
        $0.null()
        $0.array { _ in }
        $0.object { _ in }
      }
      $0.field("d", false)
    }
  }

  @Test func compactTextHasNoBlanks() {
    #expect(written(.compact, sample) == #"{"a":1,"b":"二","c":[true,null,[],{}],"d":false}"#)
  }

  @Test func prettyTextHasOneMemberALine() {
    let expected = """
      {
        "a": 1,
        "b": "二",
        "c": [
          true,
          null,
          [],
          {}
        ],
        "d": false
      }
      """
    #expect(written(.pretty, sample) == expected)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
    ("预算😀", "\"预算😀\""), ("a/b", "\"a/b\""),
  ])
  func textIsEscapedWhereTheGrammarAsks(text: String, expected: String) throws {
    #expect(written(.compact) { $0.string(text) } == expected)
    #expect(try JSONParser.parse(Array(expected.utf8)).string == text)
  }

  @Test(arguments: [(0, "0"), (-1, "-1"), (1_234_567, "1234567"), (Int.min, "-9223372036854775808")])
  func wholeNumbersAreWrittenInFull(value: Int, expected: String) {
    #expect(written(.compact) { $0.int(value) } == expected)
  }

  @Test func appendsToGivenBytes() {
    var writer = JSONWriter(appendingTo: Array("x".utf8))
    writer.array { $0.int(1) }
    #expect(writer.bytes == Array("x[1]".utf8))
  }
}

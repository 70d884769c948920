import Testing

@testable import LintCore

@Suite struct JSON5Tests {
  @Test(arguments: [
    ("{a:1}", #"{"a":1}"#), ("{$_a1:1,}", #"{"$_a1":1}"#), ("{收入总计:'甲'}", #"{"收入总计":"甲"}"#),
    ("[1,2,]", "[1,2]"), ("{'a':\"b\",\"c\":'d'}", #"{"a":"b","c":"d"}"#),
    ("// 注释\n1", "1"), ("1 // 注释", "1"), ("/* a\n * b */[/**/]/***/", "[]"), ("\u{FEFF}1", "1"),
    ("\u{A0}\u{3000}\u{2028}[\u{0B}1\u{0C}]", "[1]"), ("+1", "1"), (".5", "5e-1"), ("5.", "5"),
    ("-.5", "-5e-1"), ("-5.", "-5"), ("5.e3", "5e3"), ("0x1F", "31"), ("-0Xff", "-255"), ("+1.50", "150e-2"),
    (#"'it\'s "so"'"#, #""it's \"so\"""#), (#"'\x41\v\0'"#, #""A\u000b\u0000""#),
    ("'a\\\nb\\\r\nc\\\u{2028}d'", #""abcd""#), (#"'\a\中'"#, #""a中""#), ("'a\tb'", #""a\tb""#),
    ("\"a\u{2028}b\"", "\"a\u{2028}b\""), ("{true:1,null:2}", #"{"true":1,"null":2}"#),
  ])
  func acceptsWhatPeopleWrite(text: String, written: String) throws {
    #expect(try roundTrip(text, .json5) == written)
  }

  @Test(arguments: [
    ("Infinity", 0, JSONSyntaxError.Reason.notFinite), ("-Infinity", 1, .notFinite), ("+NaN", 1, .notFinite),
    ("[NaN]", 1, .notFinite), ("010", 0, .badNumber), ("0x", 2, .unexpectedEnd), ("[.]", 2, .badNumber),
    ("[0xG]", 3, .badNumber), ("[,]", 1, .expectedValue), ("{,}", 1, .expectedKey),
    ("[1,,]", 3, .expectedValue), ("{a b:1}", 3, .expectedColon), ("{1a:1}", 1, .expectedKey),
    ("'a\nb'", 2, .controlCharacter), (#"'\1'"#, 1, .badEscape), (#"'\01'"#, 1, .badEscape),
    (#"'\xG0'"#, 1, .badEscape), ("'a\"", 0, .unterminatedString), ("1 /* a", 2, .unterminatedComment),
    ("/ 1", 0, .unexpectedCharacter), ("// only", 7, .unexpectedEnd), ("undefined", 0, .expectedValue),
  ])
  func refusesTheRest(text: String, offset: Int, reason: JSONSyntaxError.Reason) {
    #expect(syntaxError(text, .json5) == JSONSyntaxError(offset: offset, reason: reason))
  }

  @Test func refusesInvalidUTF8BetweenValues() {
    #expect(syntaxError([0x5B, 0xFF, 0x5D], .json5) == JSONSyntaxError(offset: 1, reason: .invalidUTF8))
    #expect(syntaxError([0x7B, 0xFF], .json5) == JSONSyntaxError(offset: 1, reason: .invalidUTF8))
  }
}

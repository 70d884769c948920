import Testing

@testable import LintCore

/// Reads a text and writes it back compactly, so that values compare as text.
func roundTrip(_ text: String, _ dialect: JSONDialect = .json) throws -> String {
  try roundTrip(Array(text.utf8), dialect)
}

func roundTrip(_ bytes: [UInt8], _ dialect: JSONDialect = .json) throws -> String {
  var writer = JSONWriter()
  writer.value(try JSONParser.parse(bytes, dialect: dialect))
  return String(decoding: writer.bytes, as: UTF8.self)
}

func syntaxError(_ bytes: [UInt8], _ dialect: JSONDialect = .json) -> JSONSyntaxError? {
  do throws(JSONSyntaxError) {
    _ = try JSONParser.parse(bytes, dialect: dialect)
    return nil
  } catch {
    return error
  }
}

func syntaxError(_ text: String, _ dialect: JSONDialect = .json) -> JSONSyntaxError? {
  syntaxError(Array(text.utf8), dialect)
}

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"), ("null", "null"), ("true", "true"), ("false", "false"),
    ("\n\t\r [1 , 2]\r\n", "[1,2]"), ("\"\"", "\"\""), ("0", "0"), ("-0", "-0"), ("-1.5E+3", "-1.5E+3"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), ("1e400", "1e400"),
    ("{\"a\":{\"b\":[1,{\"c\":null}]}}", "{\"a\":{\"b\":[1,{\"c\":null}]}}"),
    ("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}"), ("{\"\":0}", "{\"\":0}"), ("[\"\u{7F}\"]", "[\"\u{7F}\"]"),
    ("[[],[],[[]]]", "[[],[],[[]]]"), ("\"预算\u{2028}表\"", "\"预算\u{2028}表\""), ("\"😀\"", "\"😀\""),
  ])
  func acceptsWhatTheGrammarAllows(text: String, written: String) throws {
    #expect(try roundTrip(text) == written)
  }

  @Test(arguments: [
    ("", 0, JSONSyntaxError.Reason.unexpectedEnd), ("  ", 2, .unexpectedEnd), ("[", 1, .unexpectedEnd),
    ("[1", 2, .unexpectedEnd), ("[1,", 3, .unexpectedEnd), ("{\"a\"", 4, .unexpectedEnd),
    ("{\"a\":", 5, .unexpectedEnd), ("{\"a\":1", 6, .unexpectedEnd), ("[1,]", 3, .expectedValue),
    ("[,1]", 1, .expectedValue), ("[1 2]", 3, .expectedCommaOrEnd), ("[1,,2]", 3, .expectedValue),
    ("{\"a\":1,}", 7, .expectedKey), ("{a:1}", 1, .expectedKey), ("{'a':1}", 1, .expectedKey),
    ("{1:1}", 1, .expectedKey), ("{\"a\" 1}", 5, .expectedColon), ("{\"a\"::1}", 5, .expectedValue),
    ("{\"a\":1 \"b\":2}", 7, .expectedCommaOrEnd), ("1 2", 2, .trailingContent), ("{}}", 2, .trailingContent),
    ("]", 0, .expectedValue), ("nul", 0, .expectedValue), ("True", 0, .expectedValue),
    ("nulll", 4, .trailingContent), ("'a'", 0, .expectedValue), ("01", 0, .badNumber), ("-01", 1, .badNumber),
    ("+1", 0, .expectedValue), (".5", 0, .expectedValue), ("5.", 2, .unexpectedEnd), ("[5.]", 3, .badNumber),
    ("[-]", 2, .badNumber), ("[1e]", 3, .badNumber), ("[1e+]", 4, .badNumber),
    ("[0x1F]", 2, .expectedCommaOrEnd),
    ("NaN", 0, .expectedValue), ("[-Infinity]", 2, .badNumber), ("[1_000]", 2, .expectedCommaOrEnd),
    ("\"a", 0, .unterminatedString), ("[\"a\nb\"]", 3, .controlCharacter), ("\"a\tb\"", 2, .controlCharacter),
    ("\"\0\"", 1, .controlCharacter), ("\"\\x41\"", 1, .badEscape), ("\"\\u12G4\"", 1, .badEscape),
    ("\"\\u12\"", 1, .badEscape), ("\"\\'\"", 1, .badEscape), ("\"\\", 2, .unexpectedEnd),
    ("[1] // a", 4, .trailingContent), ("/* a */ 1", 0, .expectedValue), ("\u{FEFF}1", 0, .expectedValue),
    ("\u{A0}1", 0, .expectedValue), ("[1\u{0C}]", 2, .expectedCommaOrEnd), ("\0", 0, .expectedValue),
  ])
  func refusesWhatTheGrammarForbids(text: String, offset: Int, reason: JSONSyntaxError.Reason) {
    #expect(syntaxError(text) == JSONSyntaxError(offset: offset, reason: reason))
  }

  @Test(arguments: [
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u0041\\u00e9\\u4E2d\"", "Aé中"),
    ("\"\\ud83d\\uDE00\"", "😀"), ("\"\\ud83d\"", "\u{FFFD}"), ("\"\\ude00x\"", "\u{FFFD}x"),
    ("\"\\ud83d\\u0041\"", "\u{FFFD}A"), ("\"\\ud83d\\ud83d\\ude00\"", "\u{FFFD}😀"),
    ("\"\\ud83d\\n\"", "\u{FFFD}\n"), ("\"a\\u0000b\"", "a\0b"), ("\"\\uFFFF\"", "\u{FFFF}"),
    ("\"一部分文字没有转义\\n其余的有\"", "一部分文字没有转义\n其余的有"),
  ])
  func resolvesEscapes(text: String, value: String) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).string == value)
  }

  @Test(
    arguments: [
      ([0x22, 0x80, 0x22], 1), ([0x22, 0x61, 0xC0, 0xAF, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xE4, 0xB8, 0x22], 1),
      ([0x22, 0xE4, 0xB8, 0xAD, 0x5C, 0x6E, 0xFF, 0x22], 6),
      ([0x22, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0xFF, 0x22], 10),
    ] as [([UInt8], Int)])
  func refusesInvalidUTF8(bytes: [UInt8], offset: Int) {
    #expect(syntaxError(bytes) == JSONSyntaxError(offset: offset, reason: .invalidUTF8))
    #expect(syntaxError(bytes, .json5) == JSONSyntaxError(offset: offset, reason: .invalidUTF8))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"]) func refusesEndlessNesting(opening: String) {
    let text = String(repeating: opening, count: 20_000)
    #expect(syntaxError(text)?.reason == .tooDeep)
    #expect(syntaxError(text, .json5)?.reason == .tooDeep)
  }

  @Test func acceptsNestingUpToTheLimit() throws {
    let deep = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(try roundTrip(deep) == deep)
    #expect(syntaxError("[" + deep + "]") == JSONSyntaxError(offset: 256, reason: .tooDeep))
    #expect(throws: JSONSyntaxError(offset: 1, reason: .tooDeep)) {
      try JSONParser.parse(Array("[[]]".utf8), maximumDepth: 1)
    }
  }

  @Test func siblingsDoNotCountAsDepth() throws {
    let wide = "[" + Array(repeating: "[]", count: 2_000).joined(separator: ",") + "]"
    #expect(try roundTrip(wide) == wide)
  }

  @Test func keepsTheRangeOfEveryValue() throws {
    let text = #" {"键": [1, "二"], "b" : {"c":true}} "#
    let value = try JSONParser.parse(Array(text.utf8))
    func source(_ range: Range<Int>?) -> String {
      String(decoding: Array(text.utf8)[range ?? 0..<0], as: UTF8.self)
    }
    #expect(source(value.range) == #"{"键": [1, "二"], "b" : {"c":true}}"#)
    #expect(source(value["键"]?.range) == #"[1, "二"]"#)
    #expect(source(value["键"]?.array?.last?.range) == #""二""#)
    #expect(source(value.members?.last?.keyRange) == #""b""#)
    #expect(source(value["b"]?["c"]?.range) == "true")
  }

  @Test func offsetsCountFromTheStartOfASlice() throws {
    let bytes = Array("xx[1,]".utf8)
    #expect(throws: JSONSyntaxError(offset: 3, reason: .expectedValue)) {
      try JSONParser.parse(bytes[2...])
    }
    #expect(try JSONParser.parse(bytes[3..<4]).range == 0..<1)
  }

  @Test func theLastOfRepeatedKeysIsLookedUpAndAllAreKept() throws {
    let value = try JSONParser.parse(Array(#"{"a":1,"b":2,"a":3}"#.utf8))
    #expect(value["a"]?.int == 3)
    #expect(value.members?.map(\.key) == ["a", "b", "a"])
    #expect(value["c"] == nil)
    #expect(try JSONParser.parse(Array("[1]".utf8))["a"] == nil)
  }

  @Test func noPrefixOfAMessageTrapsOrPasses() {
    let text = #"{"jsonrpc":"2.0","id":-1.5e3,"params":["预\u4e2d\ud83d\ude00",null,true,{"a":[]}]}"#
    let bytes = Array(text.utf8)
    for length in bytes.indices {
      #expect(syntaxError(Array(bytes[..<length])) != nil)
      #expect(syntaxError(Array(bytes[..<length]), .json5) != nil)
    }
  }

  @Test func noBytesTrap() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("{}[]\",:'\\u0d8eE+-.x/*tnf \n\u{A0}预".utf8) + [0xFF, 0x00, 0xE4]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement() ?? 0 }
      for dialect in [JSONDialect.json, .json5] {
        if let error = syntaxError(bytes, dialect) { #expect((0...bytes.count).contains(error.offset)) }
      }
    }
  }

  @Test(arguments: JSONSyntaxError.Reason.allCases)
  func everyReasonIsSaidInBothLanguages(reason: JSONSyntaxError.Reason) {
    #expect(!reason.phrase.chinese.isEmpty && !reason.phrase.english.isEmpty)
  }
}

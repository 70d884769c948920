import Testing

@testable import LintCore

@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("3.0", 3), ("3e2", 300), ("30e-1", 3),
      ("-1.50e2", -150),
      ("0e999999999999", 0), ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("3.5", nil),
      ("1e-1", nil), ("1e19", nil), ("1e999999999999999999999", nil), ("-9223372036854775807", -Int.max),
      ("1e-4294967295", nil), ("0.000", 0),
    ] as [(String, Int?)])
  func aWholeNumberIsRecognizedInEveryNotation(text: String, int: Int?) throws {
    let value = try JSONParser.parse(Array(text.utf8))
    #expect(value.int == int)
    #expect(value.number?.text == text)
  }

  @Test func decimalsStayExact() throws {
    let number = try JSONParser.parse(Array("-12.50".utf8)).number
    #expect(number?.decimal?.digits == -1250)
    #expect(number?.decimal?.exponent == -2)
    #expect(try JSONParser.parse(Array("99999999999999999999".utf8)).number?.decimal == nil)
  }
}

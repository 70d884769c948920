import Testing

@testable import LintCore

@Suite struct NumberScannerTests {
  private func scan(_ text: String, from start: Int = 0) -> (figure: String, rest: String, isGrouped: Bool)? {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { pointer in
      NumberScanner.scan(pointer, start, pointer.count).map {
        ($0.amount.plain, String(decoding: units[$0.end...], as: UTF16.self), $0.isGrouped)
      }
    }
  }

  @Test(arguments: [
    // Text, the figure, what is left, whether it has separators.
    ("0", "0", "", false), ("12.50万元", "12.50", "万元", false), ("007", "7", "", false),
    ("1,234", "1234", "", true), ("1,234,567.80元", "1234567.80", "元", true), ("12,345", "12345", "", true),
    ("123，456", "123456", "", true),
    ("1,23", "1", ",23", false), ("1,234,56", "1234", ",56", true), ("1234,567", "1234", ",567", false),
    ("1,2345", "1", ",2345", false), ("1,234,5678", "1234", ",5678", true), ("1,,234", "1", ",,234", false),
    ("100,200.5", "100200.5", "", true),
    ("1.", "1", ".", false), ("1.a", "1", ".a", false), ("1.2.3", "1.2", ".3", false),
    ("5,", "5", ",", false),
    ("5%", "5", "%", false), ("1 234", "1", " 234", false),
    ("123456789012345678", "123456789012345678", "", false), ("0.123456789", "0.123456789", "", false),
    ("999,999,999,999,999,999", "999999999999999999", "", true),
  ])
  func aFigureEndsWhereItsDigitsDo(text: String, figure: String, rest: String, isGrouped: Bool) throws {
    let found = try #require(scan(text))
    #expect(found == (figure, rest, isGrouped))
  }

  @Test(arguments: [
    "", "a1", ".5", ",100", "-1", "1234567890123456789", "0.1234567890", "12345678901.12345678",
    "1,234,567,890,123,456,789", "00000000000000000000",
  ])
  func whatIsNoFigureOrTooLongIsNotRead(text: String) {
    #expect(scan(text) == nil)
  }

  @Test func scanningStartsAndEndsWhereItIsTold() {
    #expect(scan("合计12.5", from: 2)?.figure == "12.5")
    let units = Array("123456".utf16)
    units.withUnsafeBufferPointer {
      #expect(NumberScanner.scan($0, 1, 4)?.amount.plain == "234")
      #expect(NumberScanner.scan($0, 6, 6) == nil)
      #expect(NumberScanner.scan($0, 4, 2) == nil)
    }
  }
}

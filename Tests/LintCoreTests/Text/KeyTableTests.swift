import Testing

@testable import LintCore

@Suite struct KeyTableTests {
  @Test func keysKeepTheirNumbers() {
    var table = KeyTable()
    #expect(table[0] == nil)
    for key in 0..<1_000 as Range<UInt64> { #expect(table.update(key << 48, to: Int32(key)) == -1) }
    #expect(table.count == 1_000)
    for key in 0..<1_000 as Range<UInt64> { #expect(table[key << 48] == Int32(key)) }
    #expect(table[1] == nil)
    #expect(Set(table.keys) == Set((0..<1_000).map { UInt64($0) << 48 }))
  }

  @Test func anUpdateGivesTheNumberBefore() {
    var table = KeyTable(minimumCapacity: 4)
    table[7] = 1
    #expect(table.update(7, to: 2) == 1)
    #expect(table[7] == 2)
    #expect(table.count == 1)
    table.removeAll()
    #expect(table.count == 0)
    #expect(table[7] == nil)
    #expect(table.update(7, to: 3) == -1)
  }
}

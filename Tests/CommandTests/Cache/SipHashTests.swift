import Testing

@testable import lint_rules

struct SipHashTests {
  /// The key 00 01 … 0f of the reference implementation.
  private let key = SipHash.Key(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)

  /// The reference implementation's vectors for 128 bits: the inputs are empty, 00, 00 01, and so on.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (2, "8177228da4a45dc7fca38bdef60affe4"),
  ])
  func givesTheReferenceValues(_ length: Int, _ expected: String) {
    let digest = SipHash.hash((0..<length).map { UInt8($0) }, key)
    let bytes = [digest.low, digest.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    #expect(bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
  }

  @Test func takesBytesInAnyCut() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = SipHash.hash(bytes, key)
    for first in 0...bytes.count {
      var hash = SipHash(key)
      hash.add(Array(bytes[..<first]))
      hash.add([])
      hash.add(Array(bytes[first...]))
      #expect(hash.finished() == whole)
    }
  }

  @Test func tellsFieldsApart() {
    func hash(_ fields: [[UInt8]]) -> SipHash.Digest {
      var hash = SipHash(key)
      for field in fields { hash.add(field: field) }
      return hash.finished()
    }
    #expect(hash([[1, 2], [3]]) != hash([[1], [2, 3]]))
    #expect(hash([[], []]) != hash([[]]))
  }
}

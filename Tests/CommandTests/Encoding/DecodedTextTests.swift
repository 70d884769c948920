import Foundation
import Testing

@testable import lint_rules

struct DecodedTextTests {
  private static let sample = "2025年度部门预算\r\n单位：万元\n一般公共服务支出\t1,234.50\n合计①“㐀”\n"

  /// The bytes of a text in UTF-16.
  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func utf8StaysAsItIs() throws {
    for bytes in [Array(Self.sample.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8), []] {
      let text = try DecodedText(bytes)
      #expect(text.utf8 == bytes)
      #expect(text.encoding == .utf8)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func validityIsThatOfTheStandard(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces: [[UInt8]] = [
      [0x41], [0x30, 0x31, 0x32, 0x33], Array("预".utf8), Array("，".utf8), Array("。".utf8), Array("é".utf8),
      Array("𠮷".utf8), Array("한".utf8), [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE9, 0x80], [0x80], [0xF5],
      [0xEF, 0xBF, 0xBF], [0x00],
    ]
    for _ in 0..<400 {
      let bytes = (0..<next(12)).flatMap { _ in pieces[next(next(3) == 0 ? pieces.count : 8)] }
      let validity = UTF8Validity.scan(bytes)
      #expect((validity.firstError == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let error = validity.firstError {
        #expect(String(validating: bytes[..<error], as: UTF8.self) != nil, "\(bytes)")
      } else {
        #expect(validity.holdsNull == bytes.contains(0), "\(bytes)")
      }
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsRecognized(bigEndian: Bool, mark: Bool) throws {
    let text = try DecodedText(utf16(Self.sample + "😀", bigEndian: bigEndian, mark: mark))
    #expect(text.encoding == .utf16(bigEndian: bigEndian))
    #expect(String(decoding: text.utf8, as: UTF8.self) == (mark ? "\u{FEFF}" : "") + Self.sample + "😀")
  }

  @Test(
    arguments: [
      // A surrogate alone, a byte alone, UTF-32 in both orders.
      ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00], 4), ([0xFE, 0xFF, 0x00, 0x41, 0x00], 4),
      ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00], 0), ([0x00, 0x00, 0xFE, 0xFF, 0, 0, 0, 0x41], 0),
      // 合计合计合计 in GB18030, then a byte that begins no code.
      ([0xBA, 0xCF, 0xBC, 0xC6, 0xBA, 0xCF, 0xBC, 0xC6, 0xBA, 0xCF, 0xBC, 0xC6, 0xFF, 0x0A], 12),
    ] as [([UInt8], Int)])
  func damagedTextIsRefusedWhereItIsDamaged(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: EncodingError(offset: offset)) { try DecodedText(bytes) }
  }

  @Test func gb18030IsRecognized() throws {
    // 合计 1.5 and 㐀, which takes four bytes.
    let bytes: [UInt8] = [
      0xBA, 0xCF, 0xBC, 0xC6, 0x09, 0x31, 0x2E, 0x35, 0x0A, 0xBA, 0xCF, 0x81, 0x39, 0xEE, 0x39,
    ]
    let text = try DecodedText(bytes)
    #expect(text.encoding == .gb18030)
    #expect(String(decoding: text.utf8, as: UTF8.self) == "合计\t1.5\n合㐀")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], 1), ([0x0A, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80, 0x00], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0x80], 0),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], 0),
    ] as [([UInt8], Int)])
  func otherBytesAreRefusedAtTheFirstWrongOne(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: EncodingError(offset: offset)) { try DecodedText(bytes) }
  }

  @Test func utf8WithOneWrongByteIsNotTakenForGB18030() {
    var bytes = Array(Self.sample.utf8)
    bytes[40] = 0xFF
    #expect(throws: EncodingError.self) { try DecodedText(bytes) }
  }

  /// The whole table against the C library's own converter, where that is installed.
  @Test func tableAgreesWithIconv() throws {
    let iconv = URL(fileURLWithPath: "/usr/bin/iconv")
    guard FileManager.default.isExecutableFile(atPath: iconv.path) else { return }
    // An ideograph before each code keeps the text Chinese enough; line feeds keep the lines apart.
    var codes: [[UInt8]] = []
    for lead in UInt8(0x81)...0xF7 {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F { codes.append([lead, trail]) }
    }
    for index in stride(from: 0, to: 39_420, by: 7) {
      codes.append([
        UInt8(0x81 + index / 12600), UInt8(0x30 + index / 1260 % 10), UInt8(0x81 + index / 10 % 126),
        UInt8(0x30 + index % 10),
      ])
    }
    var differing = 0
    let sandbox = try Sandbox()
    try sandbox.write("codes", Data(codes.flatMap { $0 + [0x0A] }))
    let process = Process()
    process.executableURL = iconv
    process.arguments = [
      "-c", "-f", "GB18030", "-t", "UTF-8", sandbox.url.appendingPathComponent("codes").path,
    ]
    let out = sandbox.url.appendingPathComponent("out")
    try Data().write(to: out)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let lines = try String(decoding: Data(contentsOf: out), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count >= codes.count)
    for (code, line) in zip(codes, lines) {
      guard let theirs = line.unicodeScalars.first?.value, line.unicodeScalars.count == 1 else { continue }
      guard let (ours, length) = GB18030Decoder.scalar(code, 0), length == code.count else { continue }
      let isPrivate = ours == 0xFFFD || (0xE000..<0xF900).contains(theirs) || (0xE000..<0xF900).contains(ours)
      if ours != theirs, !isPrivate { differing += 1 }
    }
    // The editions of 2005 and 2022 differ in a handful of vertical punctuation marks and radicals.
    #expect(differing <= 24)
  }
}

import Foundation
import LintCore
import Testing

@testable import lint_rules

struct CacheFileTests {
  private let box: Sandbox
  private let path: Path
  private let texts: [UInt64: [UInt8]] = [1: [], 2: Array("表一".utf8), 3: [UInt8](repeating: 7, count: 5000)]
  private let key = SipHash.Key(low: 5, high: 6)

  init() throws {
    box = try Sandbox()
    path = Path(box.url.appendingPathComponent("a.reports").path)
    let writer = try CacheFileWriter(path, key)
    for (number, text) in texts {
      try writer.put(number, SipHash.Digest(low: number, high: 9), text)
      // A number is taken once.
      try writer.put(number, SipHash.Digest(low: 0, high: 0), [1, 2, 3])
    }
    try writer.finish()
  }

  private var raw: Data { (try? Data(contentsOf: URL(fileURLWithPath: path.text))) ?? Data() }

  /// All texts of a file with these bytes that are not those that were put.
  private func wrong(_ bytes: Data) throws -> [UInt64] {
    try bytes.write(to: URL(fileURLWithPath: path.text))
    guard let file = CacheFile(path) else { return [] }
    return file.entries.compactMap { number, entry in
      guard let text = file.bytes(entry) else { return nil }
      return text == texts[number] && entry.content == SipHash.Digest(low: number, high: 9) ? nil : number
    }
  }

  @Test func givesBackWhatWasPut() throws {
    let file = try #require(CacheFile(path))
    #expect(file.key == key)
    #expect(file.entries.count == texts.count)
    for (number, text) in texts { #expect(file.bytes(try #require(file.entries[number])) == text) }
    let status = try FileStatus(path)
    #expect(status.permissions & 0o077 == 0)
  }

  @Test func takesAFileCutAnywhereForNone() throws {
    let whole = raw
    for length in stride(from: 0, to: whole.count, by: 41) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path.text))
      #expect(CacheFile(path) == nil)
    }
  }

  @Test func believesNoChangedByte() throws {
    let whole = raw
    for place in Array(0..<200) + Array((whole.count - 250)..<whole.count) {
      for change in [UInt8(0x01), 0x80, 0xFF] {
        var bytes = whole
        bytes[place] ^= change
        #expect(try wrong(bytes).isEmpty)
      }
    }
  }

  @Test func believesNoBytesAtAll() throws {
    var random = SystemRandomNumberGenerator()
    let mark = withUnsafeBytes(of: CacheFile.mark.littleEndian) { Data($0) }
    for size in [0, 8, 56, 57, 104, 1000] {
      for fill in [UInt8(0), 0xFF, 0x7F] {
        var bytes = Data(repeating: fill, count: size)
        #expect(try wrong(bytes).isEmpty)
        guard size >= 56 else { continue }
        bytes.replaceSubrange(0..<8, with: mark)
        bytes.replaceSubrange((size - 8)..<size, with: mark)
        #expect(try wrong(bytes).isEmpty)
        for place in 8..<(size - 8) { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        #expect(try wrong(bytes).isEmpty)
      }
    }
  }
}

struct CachedReportTests {
  private let report: CachedReport = {
    CachedReport(
      pieces: [Array("一".utf8), [], Array("{}".utf8)],
      counts: DraftCounts(bySeverity: [1, 2, 3], byRule: ["column-total": 4, "year": 2]),
      verdict: BaselineVerdict(known: 5, fixed: 6))
  }()

  @Test func comesBackAsItWas() { #expect(CachedReport(report.bytes) == report) }

  @Test func isNothingWhenCut() {
    let bytes = report.bytes
    // A cut between two pieces leaves a report with fewer of them, which nobody asks for.
    for length in 0..<bytes.count {
      #expect(CachedReport(Array(bytes.prefix(length)))?.pieces.count != report.pieces.count)
    }
  }

  @Test(arguments: [UInt8(0), 0x7F, 0xFF])
  func isNothingWhenFullOfNonsense(_ byte: UInt8) {
    for length in [7, 8, 47, 48, 49, 56, 100] {
      let report = CachedReport([UInt8](repeating: byte, count: length))
      #expect(report == nil || report?.counts.total == 0)
    }
  }
}

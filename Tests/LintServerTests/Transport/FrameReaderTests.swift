import Testing

@testable import LintServer

@Suite("Frame reader")
struct FrameReaderTests {
  /// Reads a stream in pieces of a size.
  private func read(_ bytes: [UInt8], piece: Int) -> [FrameReader.Event] {
    var reader = FrameReader()
    var events: [FrameReader.Event] = []
    var i = 0
    while i < bytes.count {
      let end = min(i + piece, bytes.count)
      bytes[i..<end].withUnsafeBytes { reader.append($0) }
      while let event = reader.next() { events.append(event) }
      i = end
    }
    return events
  }

  private func content(_ text: String) -> FrameReader.Event { .content(Array(text.utf8)) }

  @Test("frames come out the same however they are cut", arguments: [1, 2, 3, 7, 16, 4096])
  func framesComeOutHoweverCut(_ piece: Int) {
    let stream = Client.frame("{}") + Client.frame("预算") + Client.frame("")
    #expect(read(stream, piece: piece) == [content("{}"), content("预算"), content("")])
  }

  @Test("a header inside a content ends it", arguments: [1, 5, 4096])
  func headerInsideContentEndsIt(_ piece: Int) {
    let stream = Array("Content-Length: 500\r\n\r\n{\"a\":1}".utf8) + Client.frame("{}")
    #expect(read(stream, piece: piece) == [.problem(.cutContent), content("{}")])
  }

  @Test("garbage is reported once, however long it is")
  func garbageIsReportedOnce() {
    let garbage = [UInt8](repeating: 0xFF, count: 100_000) + Array("\r\n\r\n{}\r\n{\"x\":1}".utf8)
    #expect(read(garbage + Client.frame("{}"), piece: 1000) == [.problem(.garbage), content("{}")])
  }

  @Test("a header that never ends holds no memory")
  func endlessHeaderIsDropped() {
    var reader = FrameReader()
    var problems = 0
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 16)
    for _ in 0..<100 {
      line.withUnsafeBytes { reader.append($0) }
      while let event = reader.next() { if case .problem = event { problems += 1 } }
    }
    #expect(problems == 1)
    #expect(reader.heldBytes < 1 << 18)
  }

  @Test("a frame swallowed by a wrong length is read after the content was rejected")
  func rejectedContentIsReadAgain() {
    var reader = FrameReader()
    let inner = Client.frame("{}")
    let outer = Array("Content-Length: \(3 + inner.count)\r\n\r\n{a}".utf8) + inner
    (outer + Client.frame("[]")).withUnsafeBytes { reader.append($0) }
    guard case .content(let swallowed) = reader.next() else {
      Issue.record("the outer frame must be read first")
      return
    }
    reader.reject(swallowed)
    #expect(reader.next() == content("{}"))
    #expect(reader.next() == content("[]"))
    #expect(reader.next() == nil)
  }

  @Test("a frame whose beginning was swallowed is read after the content was rejected", arguments: 1...20)
  func beginningIsPutBack(_ surplus: Int) {
    var reader = FrameReader()
    let outer = Array("Content-Length: \(2 + surplus)\r\n\r\n{}".utf8)
    (outer + Client.frame("[]") + Client.frame("{}")).withUnsafeBytes { reader.append($0) }
    guard case .content(let swallowed) = reader.next() else {
      Issue.record("the outer frame must be read first")
      return
    }
    #expect(swallowed.count == 2 + surplus)
    reader.reject(swallowed)
    #expect(reader.next() == content("[]"))
    #expect(reader.next() == content("{}"))
    #expect(reader.next() == nil)
  }

  @Test("any bytes are read without harm")
  func anyBytesAreRead() {
    var dice = TextBufferTests.Dice(state: 3)
    let pieces = [
      "Content-Length: ", "content-type:", "\r\n", "\r\n\r\n", "\n", "5", "-1", "{}", "\u{FF}", ":",
      "99999999999",
    ]
    for _ in 0..<3000 {
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &dice) {
        stream += Array((pieces.randomElement(using: &dice) ?? "").utf8)
      }
      let whole = read(stream, piece: 4096)
      #expect(whole.count <= stream.count + 1)
    }
  }
}

/// Why a part of the input is not a frame of the base protocol.
enum FramingProblem: String, Error, Sendable, Equatable {
  /// Bytes stand where a header was due.
  case garbage = "expected a header, such as Content-Length: 12"
  /// The header ended without a length.
  case missingLength = "the header has no Content-Length"
  /// The length is no number, negative, or absurdly large.
  case badLength = "the Content-Length is not a usable number"
  /// The header does not end.
  case endlessHeader = "the header is too long"
  /// The content is in a character encoding other than UTF-8.
  case charset = "the content must be in utf-8"
  /// Another header starts inside the content, so the length was too large.
  case cutContent = "the content is shorter than its Content-Length"
}

/// Cuts a stream of bytes into the contents of frames.
///
/// The input is hostile: whatever is wrong is reported once, and reading goes on at the next header that can be
/// made out. Memory is held for bytes that have arrived, never for a length that was only claimed.
struct FrameReader {
  /// What was read.
  enum Event: Equatable {
    /// The content of a frame.
    case content([UInt8])
    /// Something that is no frame; reading goes on after it.
    case problem(FramingProblem)
  }

  /// The longest content that is accepted: the largest draft, with every byte escaped in JSON, is shorter.
  static let maximumLength = 256 << 20
  /// The longest header that is accepted.
  static let maximumHeader = 8 << 10

  private enum State {
    case header
    case content(Int)
    case lost
  }

  private struct Header {
    var length: Int?
    var problem: FramingProblem?
    var foreignCharset = false
    var lines = 0
  }

  private var buffer: [UInt8] = []
  /// Where the unread part of the buffer starts.
  private var start = 0
  /// How far the unread part was searched already, so that slow input is not searched again and again.
  private var searched = 0
  private var state = State.header
  private var header = Header()
  /// Set after a content that was no JSON: what follows may be its rest, and was complained about already.
  private var forgiving = false

  /// Adds bytes that arrived.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    buffer.append(contentsOf: bytes)
  }

  /// How many bytes are held because they are not read yet.
  var heldBytes: Int { buffer.count - start }

  /// Returns the next content or problem, or `nil` until more bytes arrive.
  mutating func next() -> Event? {
    while true {
      switch state {
      case .header:
        switch readHeaderLine() {
        case .more: return starved()
        case .line: continue
        case .problem(let problem):
          // Bytes that were no header are left behind, or they would be found again.
          lose(after: problem == .garbage || problem == .endlessHeader ? 1 : 0)
          if forgiving && problem == .garbage { continue }
          return .problem(problem)
        }
      case .content(let length):
        guard buffer.count - start >= length else {
          guard let embedded = searchHeaderInside() else { return starved() }
          advance(to: embedded)
          state = .header
          return .problem(.cutContent)
        }
        return takeContent(length)
      case .lost:
        guard let found = searchHeaderName() else { return starved() }
        advance(to: found)
        state = .header
      }
    }
  }

  /// Hands back a content that is no JSON: what it swallowed of the next frame by a wrong length is read again.
  mutating func reject(_ content: [UInt8]) {
    forgiving = true
    let swallowed = HeaderSearch.frame(in: content, from: 0) ?? HeaderSearch.beginning(atEndOf: content)
    guard let inside = swallowed else { return }
    buffer.replaceSubrange(..<start, with: content[inside...])
    start = 0
    searched = 0
    state = .header
  }

  // MARK: - Header

  private enum Progress {
    case more
    case line
    case problem(FramingProblem)
  }

  private mutating func readHeaderLine() -> Progress {
    var i = max(searched, start)
    while i < buffer.count, buffer[i] != 0x0A { i += 1 }
    guard i < buffer.count else {
      searched = i
      if i - start > Self.maximumHeader { return .problem(.endlessHeader) }
      return looksLikeHeader(start..<i) ? .more : .problem(.garbage)
    }
    let end = i > start && buffer[i - 1] == 0x0D ? i - 1 : i
    let line = start..<end
    if line.isEmpty {
      advance(to: i + 1)
      return endHeader()
    }
    guard let colon = buffer[line].firstIndex(of: UInt8(ascii: ":")), looksLikeHeader(line) else {
      return .problem(.garbage)
    }
    let name = HeaderSearch.trimmed(buffer, start..<colon)
    if name.isEmpty || HeaderSearch.hidesLength(buffer, name) { return .problem(.garbage) }
    take(name: name, value: HeaderSearch.trimmed(buffer, colon + 1..<end))
    header.lines += 1
    advance(to: i + 1)
    return header.lines > 64 ? .problem(.endlessHeader) : .line
  }

  /// Tells whether the bytes up to a colon could name a header field.
  private func looksLikeHeader(_ line: Range<Int>) -> Bool {
    for byte in buffer[line] {
      if byte == UInt8(ascii: ":") { return true }
      let isToken = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "\"")
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0D
      if !isToken && !isBlank { return false }
    }
    return true
  }

  private mutating func take(name: Range<Int>, value: Range<Int>) {
    if HeaderSearch.equal(buffer, name, "content-length") {
      guard let length = HeaderSearch.number(buffer, value), length <= Self.maximumLength,
        header.length == nil || header.length == length
      else {
        header.problem = .badLength
        return
      }
      header.length = length
    } else if HeaderSearch.equal(buffer, name, "content-type") {
      header.foreignCharset = HeaderSearch.namesForeignCharset(buffer[value])
    }
  }

  private mutating func endHeader() -> Progress {
    // Blank lines between frames are harmless.
    if header.lines == 0 { return .line }
    if let problem = header.problem { return .problem(problem) }
    guard let length = header.length else { return .problem(.missingLength) }
    state = .content(length)
    return .line
  }

  // MARK: - Content

  private mutating func takeContent(_ length: Int) -> Event {
    let content = Array(buffer[start..<start + length])
    let foreign = header.foreignCharset
    advance(to: start + length)
    state = .header
    header = Header()
    if foreign { return .problem(.charset) }
    forgiving = false
    return .content(content)
  }

  private mutating func searchHeaderInside() -> Int? {
    let found = HeaderSearch.frame(in: buffer, from: max(searched, start))
    // A header may be cut anywhere, so the next search steps back a little.
    searched = max(start, buffer.count - 3)
    if found != nil { header = Header() }
    return found.map { max($0, start) }
  }

  private mutating func searchHeaderName() -> Int? {
    let from = max(searched, start)
    if let found = HeaderSearch.name(in: buffer, from: from) { return found }
    // The rest can be dropped but for the beginning of a name.
    advance(to: max(from, buffer.count - HeaderSearch.longestName))
    searched = start
    return nil
  }

  private mutating func lose(after count: Int) {
    state = .lost
    advance(to: min(start + count, buffer.count))
    header = Header()
  }

  // MARK: - Buffer

  private mutating func advance(to position: Int) {
    start = position
    searched = position
  }

  /// Gives back memory when nothing can be read; always returns `nil`.
  private mutating func starved() -> Event? {
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 4 << 20)
      start = 0
      searched = 0
    } else if start > 64 << 10 {
      buffer.removeSubrange(..<start)
      searched = max(0, searched - start)
      start = 0
    }
    return nil
  }
}

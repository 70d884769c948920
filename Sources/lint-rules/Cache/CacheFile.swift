internal import LintCore

/// The place of a cached text in its file.
struct CacheEntry: Hashable, Sendable {
  /// What the text was made from.
  let content: SipHash.Digest
  /// Where it lies, in bytes from the start of the file.
  let offset: UInt64
  let length: UInt64
  /// The lower half of the hash of its bytes: what a disk or a hand has changed is not believed.
  let check: UInt64
}

/// A file of cached texts, each under a number, as it lies on the disk.
///
/// A head (a mark and the key of the hashes), the texts one after the other, an index with a row of six words a text,
/// and a tail (where the index starts, its number of rows, its hash, the mark again). Words are little-endian. A file
/// that is not so in every respect is taken for no file at all.
final class CacheFile: Sendable {
  /// The key of all hashes in the file.
  let key: SipHash.Key
  /// The texts by their numbers.
  let entries: [UInt64: CacheEntry]
  private let descriptor: Int32

  /// “LRCACHE” and the number of the layout.
  static let mark: UInt64 = 0x0145_4843_4143_524C
  static let headSize: UInt64 = 24
  static let tailSize: UInt64 = 32
  static let rowSize: UInt64 = 48

  /// Opens a file; `nil` if it is missing or not whole.
  init?(_ path: Path) {
    guard let status = try? FileStatus(path), status.kind == .file,
      let descriptor = try? Platform.openForReading(path)
    else { return nil }
    let size = UInt64(Swift.max(0, status.size))
    guard let (key, entries) = Self.read(descriptor, size) else {
      Platform.close(descriptor)
      return nil
    }
    (self.key, self.entries, self.descriptor) = (key, entries, descriptor)
  }

  deinit { Platform.close(descriptor) }

  /// The bytes of a text; `nil` if they are not what was written.
  ///
  /// May be called on any thread.
  func bytes(_ entry: CacheEntry) -> [UInt8]? {
    guard let bytes = Platform.read(descriptor, at: entry.offset, count: entry.length),
      SipHash.hash(bytes, key).low == entry.check
    else { return nil }
    return bytes
  }

  private static func read(
    _ descriptor: Int32, _ size: UInt64
  ) -> (key: SipHash.Key, entries: [UInt64: CacheEntry])? {
    guard size >= headSize + tailSize,
      var head = Platform.read(descriptor, at: 0, count: headSize).map(ByteReader.init),
      head.word() == mark, let low = head.word(), let high = head.word(),
      var tail = Platform.read(descriptor, at: size - tailSize, count: tailSize).map(ByteReader.init),
      let start = tail.word(), let rows = tail.word(), let check = tail.word(), tail.word() == mark,
      start >= headSize, start <= size - tailSize, rows <= (size - tailSize - start) / rowSize,
      start + rows * rowSize == size - tailSize,
      let index = Platform.read(descriptor, at: start, count: rows * rowSize)
    else { return nil }
    let key = SipHash.Key(low: low, high: high)
    guard SipHash.hash(index, key).low == check else { return nil }
    var reader = ByteReader(index)
    var entries: [UInt64: CacheEntry] = [:]
    entries.reserveCapacity(Int(rows))
    while let number = reader.word(), let a = reader.word(), let b = reader.word(),
      let offset = reader.word(),
      let length = reader.word(), let check = reader.word()
    {
      guard offset >= headSize, offset <= start, length <= start - offset else { return nil }
      entries[number] = CacheEntry(
        content: SipHash.Digest(low: a, high: b), offset: offset, length: length, check: check)
    }
    return (key, entries)
  }
}

/// Writes a file of cached texts; it takes its place when it is whole.
final class CacheFileWriter {
  private let file: FileOutput
  private let key: SipHash.Key
  private var rows: [UInt64: CacheEntry] = [:]
  /// The number of bytes written so far.
  private(set) var size = CacheFile.headSize

  init(_ path: Path, _ key: SipHash.Key) throws(SystemError) {
    file = try FileOutput(path, permissions: 0o600)
    self.key = key
    try file.output.put(bytes(of: [CacheFile.mark, key.low, key.high]))
  }

  /// Tells whether a text was put under a number.
  func has(_ number: UInt64) -> Bool { rows[number] != nil }

  /// Puts a text under a number, which it has alone.
  func put(_ number: UInt64, _ content: SipHash.Digest, _ text: [UInt8]) throws(SystemError) {
    guard rows[number] == nil else { return }
    rows[number] = CacheEntry(
      content: content, offset: size, length: UInt64(text.count), check: SipHash.hash(text, key).low)
    size += UInt64(text.count)
    try file.output.put(text)
  }

  /// Writes the index and puts the file in its place.
  func finish() throws(SystemError) {
    var index: [UInt8] = []
    index.reserveCapacity(rows.count * Int(CacheFile.rowSize))
    for (number, row) in rows.sorted(by: { $0.value.offset < $1.value.offset }) {
      index += bytes(of: [number, row.content.low, row.content.high, row.offset, row.length, row.check])
    }
    try file.output.put(index)
    let check = SipHash.hash(index, key).low
    try file.output.put(bytes(of: [size, UInt64(rows.count), check, CacheFile.mark]))
    try file.finish()
  }

  private func bytes(of words: [UInt64]) -> [UInt8] {
    words.reduce(into: []) { $0.append(word: $1) }
  }
}

/// What waits to be written to the client.
///
/// A message is written at once if the client reads; otherwise it waits, and never holds up the reading of input.
/// Of the diagnostics of a document only the newest waits, so a client that stops reading costs bounded memory.
struct OutputQueue {
  private struct Item {
    var bytes: [UInt8]
    /// The document whose diagnostics these are.
    var subject: String?
  }

  private let descriptor: Descriptor
  private var items: [Item] = []
  /// How much of the first item is written.
  private var written = 0
  /// How many bytes wait.
  private(set) var pendingBytes = 0
  /// Set when the client is gone.
  private(set) var isBroken = false

  /// Creates a queue that writes to a descriptor.
  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
  }

  /// Tells whether something waits.
  var hasPending: Bool { !items.isEmpty }

  /// Sends the content of a message; `subject` replaces an older message about the same thing that still waits.
  mutating func send(_ content: [UInt8], subject: String? = nil) {
    guard !isBroken else { return }
    var bytes = Array("Content-Length: \(content.count)\r\n\r\n".utf8)
    bytes.append(contentsOf: content)
    pendingBytes += bytes.count
    if let subject, let index = items.lastIndex(where: { $0.subject == subject }), index > 0 || written == 0 {
      pendingBytes -= items[index].bytes.count
      items[index].bytes = bytes
    } else {
      items.append(Item(bytes: bytes, subject: subject))
    }
    // Tried at every message: a client that reads again must not wait until all its input is worked off.
    flush()
  }

  /// Writes as much as the client takes without waiting.
  mutating func flush() {
    var done = 0
    while done < items.count, !isBroken {
      let rest = items[done].bytes.count - written
      let outcome = items[done].bytes.withUnsafeBytes { buffer in
        descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      switch outcome {
      case .bytes(let count):
        pendingBytes -= count
        written += count
        guard count == rest else { continue }
        written = 0
        done += 1
      case .wouldBlock:
        items.removeFirst(done)
        return
      case .broken:
        isBroken = true
      }
    }
    items.removeAll()
    pendingBytes = 0
    written = 0
  }
}

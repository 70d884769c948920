internal import LintCore

/// What a first pass over all drafts found by holding them against each other.
///
/// The drafts are read twice, so that only a digest of each is kept and the reports of the second pass come in the
/// order of the inputs as ever.
struct CrossDraftPass: Sendable {
  /// The findings of one draft, good for the bytes that were read.
  private struct Entry: Sendable {
    let findings: [Finding]
    let hash: Int
  }

  private var entries: [Int: Entry] = [:]

  /// The pass that finds nothing.
  init() {}

  /// Reads all inputs of a session.
  init(_ session: CheckSession) async {
    var digests: [DraftDigest?] = []
    var hashes: [Int] = []
    do throws(SystemError) {
      try await Pipeline.run(count: session.inputs.count, jobs: session.request.jobs) { number in
        Self.digest(session.inputs[number], session)
      } deliver: { (result: (DraftDigest?, Int)) throws(SystemError) in
        digests.append(result.0)
        hashes.append(result.1)
      }
    } catch {
      return
    }
    for (number, findings) in CrossDraft.findings(digests, paths: session.inputs.map(session.name)) {
      entries[number] = Entry(findings: findings, hash: hashes[number])
    }
  }

  /// The findings of a draft, unless it changed since the pass.
  func findings(_ number: Int, in bytes: [UInt8]) -> [Finding] {
    guard let entry = entries[number], entry.hash == Self.hash(bytes) else { return [] }
    return entry.findings
  }

  private static func digest(_ input: Input, _ session: CheckSession) -> (DraftDigest?, Int) {
    guard let text = try? DecodedText(session.read(input)) else { return (nil, 0) }
    let digest = session.linter.digest(SourceText(text.utf8), options: session.options)
    return (digest, hash(text.utf8))
  }

  private static func hash(_ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}

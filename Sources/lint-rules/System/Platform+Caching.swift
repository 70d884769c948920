#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import LintCore

// `Platform` has functions of the same names; these are the system's.
private func systemOpen(_ path: UnsafePointer<CChar>) -> Int32 { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }

/// The calls that keeping reports between runs needs.
extension Platform {
  /// Opens a file for reading.
  static func openForReading(_ path: Path) throws(SystemError) -> Int32 {
    let descriptor = path.withCString { systemOpen($0) }
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  /// Reads bytes from a place in a file, wherever others are reading; `nil` unless all of them are there.
  static func read(_ descriptor: Int32, at offset: UInt64, count: UInt64) -> [UInt8]? {
    guard count <= UInt64(SourceText.maximumSize), let start = off_t(exactly: offset),
      let size = Int(exactly: count)
    else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = 0
      while filled < size, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, size - filled, start + off_t(filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isWhole = false
          return
        }
        filled += got
      }
    }
    return isWhole ? bytes : nil
  }

  /// Says of a file that it was used just now.
  static func touch(_ path: Path) { _ = path.withCString { utimensat(AT_FDCWD, $0, nil, 0) } }

  /// Creates a folder that is its owner's alone, with the folders it lies in.
  static func createPrivateFolders(_ path: Path) throws(SystemError) {
    if (try? FileStatus(path))?.kind == .folder { return }
    if path.folder != path, path.folder != "." { try createPrivateFolders(path.folder) }
    guard path.withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else { throw .last }
  }

  /// The seconds since the start of 1970 in UTC.
  static var now: Int { Int(time(nil)) }

  /// The program's own file, if the system tells.
  static var program: FileStatus? { try? FileStatus("/proc/self/exe") }
}

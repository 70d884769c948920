// The program speaks to the system through the C library alone. Foundation would double the size of the static
// binary and cost more at start than a whole check of a draft.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import LintCore

// `Platform` has functions of the same names; these are the system's.
private let systemRead = read
private let systemWrite = write
private let systemClose = close
private let systemRename = rename
private let systemExit = exit
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }
private func systemCreate(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

/// A path as the system has it: any bytes but NUL, mostly UTF-8.
struct Path: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes, without a terminator.
  var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes.filter { $0 != 0 } }
  init(_ text: String) { self.init(bytes: Array(text.utf8)) }
  init(stringLiteral text: String) { self.init(text) }

  /// The path for people and reports; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> Path {
    if bytes.isEmpty { return Path(bytes: name) }
    return Path(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
  }

  /// The bytes after the last slash.
  var name: ArraySlice<UInt8> {
    bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
  }

  /// The folder that the path lies in; `.` for a bare name.
  var folder: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return Path(bytes: slash == 0 ? [UInt8(ascii: "/")] : Array(bytes[..<slash]))
  }

  /// Calls `body` with the path as a C string.
  func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      // A buffer with at least the terminator has an address.
      guard let base = buffer.baseAddress else { preconditionFailure("a terminated path is never empty") }
      return body(base)
    }
  }
}

/// Why the system refused something.
struct SystemError: Error, Hashable, Sendable {
  /// The value of `errno`, or one of the reasons below it.
  let code: Int32
  /// What it was about, where that is not what the user named.
  var path: Path?

  /// The last failure of a call on this thread.
  static var last: SystemError { SystemError(code: errno) }
  /// The file holds more than is ever read.
  static let tooLarge = SystemError(code: EFBIG)
  /// The path is a folder where a file is needed.
  static let isFolder = SystemError(code: EISDIR)
  /// Nothing has this name.
  static let notFound = SystemError(code: ENOENT)
  /// Something has this name already.
  static let exists = SystemError(code: EEXIST)
  /// The file is kept from being written to.
  static let noPermission = SystemError(code: EACCES)

  /// The reason in words.
  func text(_ language: Language) -> String {
    (path.map { $0.text + (language == .chinese ? "：" : ": ") } ?? "") + reason(language)
  }

  private func reason(_ language: Language) -> String {
    let known: (chinese: String, english: String)? =
      switch code {
      case ENOENT: ("没有这个文件或文件夹", "no such file or folder")
      case EACCES, EPERM: ("没有权限", "permission denied")
      case EISDIR: ("这是文件夹，不是文件", "is a folder, not a file")
      case ENOTDIR: ("路径中有一段不是文件夹", "a part of the path is not a folder")
      case ELOOP: ("符号链接循环", "too many levels of symbolic links")
      case ENAMETOOLONG: ("文件名过长", "file name too long")
      case EFBIG: ("文件超过 64 MB", "file is larger than 64 MB")
      case EMFILE, ENFILE: ("打开的文件过多", "too many open files")
      case ENOSPC: ("磁盘空间不足", "no space left on device")
      case EIO: ("读写错误", "input/output error")
      default: nil
      }
    if let known { return language == .chinese ? known.chinese : known.english }
    return String(cString: strerror(code))
  }
}

/// What a path leads to.
struct FileStatus {
  enum Kind { case file, folder, stream, other }

  let kind: Kind
  /// What tells one file from every other, whatever it is called.
  let identity: FileIdentity
  let size: Int
  /// When its content last changed.
  let modified: FileTime
  let permissions: mode_t
  /// Whose it is.
  let owner: uid_t
  let group: gid_t
  /// Tells whether anybody may write to it.
  var isWritable: Bool { permissions & 0o222 != 0 }

  init(_ path: Path) throws(SystemError) {
    var status = stat()
    // The empty path is the current folder, so that paths found below it bear no prefix.
    let start: Path = path.bytes.isEmpty ? "." : path
    guard start.withCString({ stat($0, &status) }) == 0 else { throw .last }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO, S_IFCHR, S_IFSOCK: .stream
      default: .other
      }
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = FileTime(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }
}

/// A file or folder, whatever path it is reached by.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// A moment as the system counts it, from the start of 1970 in UTC.
struct FileTime: Hashable, Sendable {
  let seconds: Int
  let nanoseconds: Int
}

/// The calls that the program makes.
enum Platform {
  /// Reads a whole file or stream.
  ///
  /// - Throws: when it cannot be opened or read, or holds more than ``SourceText/maximumSize`` bytes.
  static func read(_ path: Path) throws(SystemError) -> [UInt8] {
    let descriptor = path.withCString { systemOpen($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw .last }
    defer { Self.close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// Reads standard input to its end.
  static func readStandardInput() throws(SystemError) -> [UInt8] { try read(descriptor: 0) }

  /// Reads all that a descriptor gives.
  static func read(descriptor: Int32) throws(SystemError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    let file = FileStatus(status)
    if file.kind == .folder { throw .isFolder }
    if file.kind == .file, file.size > SourceText.maximumSize { throw .tooLarge }

    // A file can grow between the two calls, and the size of a stream is unknown: read until the end is seen.
    var bytes = [UInt8]()
    var room = Swift.max(file.kind == .file ? file.size + 1 : 0, 1 << 14)
    while true {
      let (part, failure) = readOnce(descriptor, room)
      if let failure { throw failure }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > SourceText.maximumSize { throw .tooLarge }
      if file.kind == .file, bytes.count == file.size { return bytes }
      room = Swift.max(1 << 14, Swift.min(bytes.count, 1 << 20))
    }
  }

  private static func readOnce(_ descriptor: Int32, _ room: Int) -> ([UInt8], SystemError?) {
    var failure: SystemError?
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while true {
        let got = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = .last }
        count = Swift.max(0, got)
        return
      }
    }
    return (part, failure)
  }

  /// Writes all bytes to a descriptor.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let region = UnsafeRawBufferPointer(rebasing: rest)
        let put = systemWrite(descriptor, region.baseAddress, region.count)
        if put < 0, errno == EINTR { continue }
        if put <= 0 {
          failure = .last
          return
        }
        rest = rest.dropFirst(put)
      }
    }
    if let failure { throw failure }
  }

  /// The names in a folder, without `.` and `..`, ordered by their bytes.
  static func names(in folder: Path) throws(SystemError) -> [[UInt8]] {
    let start: Path = folder.bytes.isEmpty ? "." : folder
    guard let stream = start.withCString({ opendir($0) }) else { throw .last }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The absolute path without symbolic links, if something is there.
  static func resolved(_ path: Path) -> Path? {
    let start: Path = path.bytes.isEmpty ? "." : path
    guard let pointer = start.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(pointer) }
    return Path(bytes: Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))))
  }

  /// The folder that relative paths start from, without symbolic links and as the shell names it, each with a slash
  /// at its end.
  static var workingFolders: [[UInt8]] {
    guard let real = resolved(".") else { return [] }
    let named = environment("PWD").map { Path($0) }.flatMap { resolved($0) == real ? $0 : nil }
    return (named == nil || named == real ? [real] : [real, named ?? real]).map { $0.appending([]).bytes }
  }

  /// The value of an environment variable, if it is set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Tells whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The number of processors that the process may use.
  static var processors: Int { Swift.max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Ends the process with a status.
  static func exit(_ status: ExitStatus) -> Never { systemExit(status.rawValue) }

  /// The number of this process.
  static var processID: Int32 { getpid() }

  /// Creates a file for writing, where nothing has the name.
  static func create(_ path: Path, permissions: UInt32) throws(SystemError) -> Int32 {
    let descriptor = path.withCString {
      systemCreate(
        $0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(truncatingIfNeeded: permissions))
    }
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  /// Opens a device or a pipe for writing.
  static func open(_ path: Path) throws(SystemError) -> Int32 {
    let descriptor = path.withCString { systemOpen($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  /// Waits until what was written to a file is on the disk.
  static func synchronize(_ descriptor: Int32) throws(SystemError) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw .last }
  }

  /// Gives an open file the owner and group of another, as far as the user may; only an administrator may give
  /// files away.
  static func setOwner(of descriptor: Int32, like status: FileStatus) throws(SystemError) {
    if fchown(descriptor, status.owner, status.group) != 0 {
      guard errno == EPERM || errno == EINVAL else { throw .last }
      _ = fchown(descriptor, uid_t.max, status.group)
    }
  }

  /// Sets the permissions of an open file.
  static func setPermissions(_ permissions: UInt32, of descriptor: Int32) throws(SystemError) {
    guard fchmod(descriptor, mode_t(truncatingIfNeeded: permissions)) == 0 else { throw .last }
  }

  /// Closes a descriptor.
  static func close(_ descriptor: Int32) { _ = systemClose(descriptor) }

  /// Moves a file, replacing what has the new name.
  static func rename(_ path: Path, to target: Path) throws(SystemError) {
    let result = path.withCString { from in target.withCString { systemRename(from, $0) } }
    guard result == 0 else { throw .last }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: Path) { _ = path.withCString { unlink($0) } }

  /// Creates a folder; one that is there already is fine.
  static func createFolder(_ path: Path) throws(SystemError) {
    guard path.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
      throw SystemError(code: errno, path: path)
    }
  }

  /// The arguments after the program's own name, with their exact bytes.
  static var arguments: [Argument] {
    (1..<Swift.max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { pointer in
        Argument(bytes: Array(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))))
      }
    }
  }
}

/// How the process ends.
enum ExitStatus: Int32, Sendable {
  /// Nothing was found at or above the threshold.
  case clean = 0
  /// Something was found.
  case findings = 1
  /// The program could not do its job.
  case failure = 2
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Platform {
  /// Runs a program found by the search path, without input, and returns its status and what it wrote.
  ///
  /// Its errors are dropped: the caller says what failed in its own words.
  static func run(_ program: String, _ arguments: [String]) throws(SystemError) -> (
    status: Int32, output: [UInt8]
  ) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last }
    defer { close(ends[0]) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])

    var strings = ([program] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, program, &actions, nil, strings, environ)
    close(ends[1])
    guard failure == 0 else { throw SystemError(code: failure) }

    let output = Result { () throws(SystemError) in try read(descriptor: ends[0]) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The low seven bits hold the signal that ended the process, the next eight its status.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return (code, try output.get())
  }
}

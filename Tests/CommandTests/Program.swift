import Foundation

/// Runs the built program as a user would.
enum Program {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program, which the build puts beside the tests.
  static var url: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("lint-rules")
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], input: Data = Data(), folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // The packs and caches of whoever runs the tests take no part.
    let clean = ["XDG_CONFIG_HOME": "/nonexistent", "XDG_CACHE_HOME": "/dev/null"].merging(environment) { $1 }
    process.environment = ProcessInfo.processInfo.environment.merging(clean) { $1 }
    let streams = try ["in", "out", "err"].map { name in
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(name)")
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }
}

/// A folder for one test, removed with it.
final class Sandbox {
  let url: URL

  /// Creates the folder with files of the given texts, named by paths below it.
  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("lint-rules-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and the folders it lies in.
  func write(_ name: String, _ data: Data) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appendingPathComponent(name).path, withDestinationPath: target)
  }
}

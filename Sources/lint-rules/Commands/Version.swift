/// The version of the program.
enum Version {
  /// The number, by semantic versioning.
  static let number = "0.1.0"
  /// What `--version` prints.
  static let line = "lint-rules \(number)\n"
}

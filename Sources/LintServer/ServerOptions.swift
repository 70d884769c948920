public import LintCore

/// How a server was asked to run.
public struct ServerOptions: Sendable {
  /// The version of the program, told to the client.
  public var version = ""
  /// The language of messages, or `nil` to follow the client's locale.
  public var language: Language?
  /// The process to follow into its end, as given by `--clientProcessId`.
  public var clientProcess: Int?

  /// Creates options that leave everything to the client.
  public init() {}
}

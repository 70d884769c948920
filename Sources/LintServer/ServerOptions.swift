public import LintCore

/// How a server was asked to run.
public struct ServerOptions: Sendable {
  /// The version of the program, told to the client.
  public var version = ""
  /// The language of messages, or `nil` to follow the client's locale.
  public var language: Language?
  /// The process to follow into its end, as given by `--clientProcessId`.
  public var clientProcess: Int?
  /// Where the settings of drafts come from.
  public var project = ProjectChoice.nearest
  /// The folders of the packs of the machine and of the user, which those of a project are laid over.
  public var systemPacks: [String] = []
  /// The packs that the command names, or their folders; they are laid over all others.
  public var namedPacks: [String] = []
  /// What the server may see of the disk; without it only open documents are known.
  public var files: FileAccess?
  /// Tells the time in milliseconds that only grows; tests let it stand still.
  var clock: @Sendable () -> Int64 = { Clock.milliseconds }

  /// Creates options that leave everything to the client.
  public init() {}
}

/// Where the settings of a draft come from.
public enum ProjectChoice: Sendable {
  /// From the nearest project file in or above the folder of the draft.
  case nearest
  /// From this file for all drafts.
  case file(String)
  /// From the editor alone.
  case none
}

/// The ways to the disk that a server is given; it takes no other.
public struct FileAccess: Sendable {
  /// The paths of the drafts in a folder and those below it but for some patterns, in a stable order.
  public var drafts: @Sendable (_ folder: String, _ exclude: [String]) -> [String]
  /// The paths of the rule packs in a folder, or of the one file that is named.
  public var packs: @Sendable (_ path: String) -> [String]
  /// The bytes of a file, or `nil` if it cannot be read; drafts in other encodings come out as UTF-8.
  public var read: @Sendable (_ path: String) -> [UInt8]?
  /// A number that changes when a file changes, or `nil` if there is no such file.
  public var stamp: @Sendable (_ path: String) -> UInt64?
  /// A name that all paths to one file share, also those through links; `nil` if there is no such file.
  public var identity: @Sendable (_ path: String) -> String?

  /// Gives ways to the disk.
  public init(
    drafts: @escaping @Sendable (_ folder: String, _ exclude: [String]) -> [String],
    packs: @escaping @Sendable (_ path: String) -> [String],
    read: @escaping @Sendable (_ path: String) -> [UInt8]?,
    stamp: @escaping @Sendable (_ path: String) -> UInt64?,
    identity: @escaping @Sendable (_ path: String) -> String?
  ) {
    self.drafts = drafts
    self.packs = packs
    self.read = read
    self.stamp = stamp
    self.identity = identity
  }
}

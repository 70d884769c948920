/// The folders with rule packs that are read without being named, if they are there.
enum PackFolders {
  /// The name of such a folder.
  static let name = "rules.d"

  /// Those of the machine and of the user, in the order in which they are laid over the built-in packs.
  ///
  /// The user's configuration lies where the XDG Base Directory Specification puts it; a relative
  /// `XDG_CONFIG_HOME` is invalid there and passed over.
  static func system(_ environment: (String) -> String? = Platform.environment) -> [Path] {
    let user = UserFolder.path("XDG_CONFIG_HOME", ".config", environment)
    return (["/etc"] + [user].compactMap(\.self)).map { Path($0 + "/lint-rules/" + name) }
  }
}

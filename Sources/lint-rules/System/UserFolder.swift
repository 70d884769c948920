/// The user's folders, where the XDG Base Directory Specification puts them.
enum UserFolder {
  /// The folder that a variable names, or one of the home folder; `nil` if there is no home.
  ///
  /// A relative path in the variable is invalid there and passed over.
  static func path(_ variable: String, _ inHome: String, _ environment: (String) -> String?) -> String? {
    func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return absolute(variable) ?? absolute("HOME").map { $0 + "/" + inHome }
  }
}

internal import LintCore

/// Tells somebody at a terminal how far a long run is; says nothing elsewhere.
struct Progress {
  private let total: Int
  private let language: Language
  private let isShown: Bool
  private var done = 0
  private var isOnScreen = false

  /// Runs that end before anybody could read a number show none.
  private static let shortRun = 500
  private static let interval = 100

  init(total: Int, language: Language) {
    self.total = total
    self.language = language
    // Results on the same terminal would run into the line.
    isShown = total >= Self.shortRun && Platform.isTerminal(2) && !Platform.isTerminal(1)
  }

  /// Counts one more.
  mutating func step() {
    done += 1
    guard isShown, done % Self.interval == 0 else { return }
    write("\r" + (language == .chinese ? "已检查 \(done)/\(total)" : "checked \(done)/\(total)"))
    isOnScreen = true
  }

  /// Takes the line off the screen.
  mutating func clear() {
    guard isOnScreen else { return }
    write("\r\u{1B}[K")
    isOnScreen = false
  }

  private func write(_ text: String) {
    try? Platform.write(Array(text.utf8), to: 2)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import LintCore
import LintServer

@main
struct Main {
  static func main() {
    guard CommandLine.arguments.dropFirst().first == "serve" else { exit(2) }
    exit(Server.run(book: RuleBook()))
  }
}

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
    var options = ServerOptions()
    if let at = CommandLine.arguments.firstIndex(of: "--clientProcessId"),
      at + 1 < CommandLine.arguments.count
    {
      options.clientProcess = Int(CommandLine.arguments[at + 1])
    }
    exit(Server.run(book: RuleBook(), options: options))
  }
}

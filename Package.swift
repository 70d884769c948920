// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "lint-rules",
  products: [
    .executable(name: "lint-rules", targets: ["lint-rules"]),
    .library(name: "LintCore", targets: ["LintCore"]),
    .library(name: "LintServer", targets: ["LintServer"]),
  ],
  targets: [
    .target(name: "LintCore", swiftSettings: settings),
    .target(name: "LintServer", dependencies: ["LintCore"], swiftSettings: settings),
    .executableTarget(
      name: "lint-rules", dependencies: ["LintCore", "LintServer"], swiftSettings: settings,
      // The program starts in half the time without the libraries of the toolchain to load.
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]),
    .executableTarget(
      name: "lint-bench", dependencies: ["LintCore"], path: "Benchmarks/lint-bench",
      swiftSettings: settings),
    .testTarget(name: "LintCoreTests", dependencies: ["LintCore"], swiftSettings: settings),
    .testTarget(
      name: "LintServerTests", dependencies: ["LintServer", "LintCore", "lint-rules"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["LintCore", "LintServer", "lint-rules"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

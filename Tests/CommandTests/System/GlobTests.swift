import LintCore
import Testing

@testable import lint_rules

struct GlobTests {
  @Test(arguments: [
    ("a.md", "a.md", true), ("a.md", "b.md", false), ("*.md", "a.md", true), ("*.md", "a/b.md", false),
    ("*.md", ".md", true), ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false), ("?.md", "预.md", true),
    ("?.md", "预算.md", false), ("?.md", "/.md", false), ("a?b", "a/b", false), ("**/a.md", "a.md", true),
    ("**/a.md", "x/y/a.md", true), ("**/a.md", "xa.md", false), ("a/**", "a/b/c", true), ("a/**", "a", false),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false), ("**", "a/b", true),
    ("a**b", "aXb", true), ("a**b", "a/b", false), ("[ab].md", "b.md", true), ("[!ab].md", "b.md", false),
    ("[0-9]*", "2025", true), ("[]a]", "]", true), ("[a", "[a", true), ("\\*.md", "*.md", true),
    ("\\*.md", "a.md", false), ("", "", true), ("", "a", false),
    ("2024*/**/*决算*.md", "2024年/县/某局决算.md", true),
  ])
  func pattern(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }

  @Test func hostilePatternTakesNoLongerThanItsLengthTimesThePath() {
    let glob = Glob(String(repeating: "*a", count: 500) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 2000)))
    #expect(!Glob(String(repeating: "**/", count: 300) + "b").matches(String(repeating: "a/", count: 1000)))
  }
}

struct IgnoreRulesTests {
  private let rules = IgnoreRules(lines: [
    "# comment", "", "*.txt", "!keep.txt", "/top.md", "build/", "old/**/draft.md", "trailing.md   ",
    "cr.md\r",
  ])

  @Test(arguments: [
    ("a.txt", true), ("x/a.txt", true), ("keep.txt", false), ("x/keep.txt", false), ("top.md", true),
    ("x/top.md", false), ("build/a.md", true), ("x/build/a.md", true), ("build", false),
    ("old/draft.md", true),
    ("old/a/b/draft.md", true), ("trailing.md", true), ("cr.md", true), ("# comment", false),
    ("./a.txt", true),
  ])
  func path(_ path: String, _ expected: Bool) {
    #expect(rules.ignores(anyOf: path) == expected)
  }
}

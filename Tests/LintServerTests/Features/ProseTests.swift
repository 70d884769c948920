import Testing

@testable import LintServer

@Suite("Prose")
struct ProseTests {
  @Test("Markdown sets lines, lists and subjects apart")
  func markdownIsSetApart() {
    var prose = Prose(markdown: true)
    prose.line(strong: "甲", "：乙")
    prose.line("丙")
    prose.item("一")
    prose.item("二")
    prose.line("丁")
    prose.separate()
    prose.line("戊")
    #expect(prose.text == "**甲**：乙  \n丙\n- 一\n- 二\n\n丁\n\n---\n\n戊")
  }

  @Test("plain text has no marks")
  func plainTextHasNoMarks() {
    var prose = Prose(markdown: false)
    prose.line(strong: "a|b")
    prose.item("*c*")
    prose.separate()
    prose.entry("d", "<e>")
    #expect(prose.text == "a|b\n  *c*\n\nd：<e>")
  }

  @Test(
    "D22: what could be markup is escaped",
    arguments: [
      ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<b>&amp;", "&lt;b&gt;&amp;amp;"), ("[a](b)", "\\[a\\](b)"),
      ("# *_~!", "\\# \\*\\_\\~\\!"),
      ("a\nb\tc", "a b c"), ("1.20 元，占 3%", "1.20 元，占 3%"),
    ])
  func markupIsEscaped(_ text: String, _ escaped: String) {
    #expect(Prose.escape(text) == escaped)
  }
}

/// A heading (标题): a line that opens a part, a section or a table.
package struct Heading: Sendable {
  /// How sure it is that the line is a heading.
  package enum Strength: UInt8, Sendable {
    /// A short bare line: perhaps a title, perhaps a lost number.
    case bare
    /// Set off by bold type or `#`, without a number.
    case marked
    /// Numbered.
    case numbered
  }

  /// The zero-based line it stands in.
  package var line: Int
  /// Its text with the number.
  package var slice: Slice
  /// Its text without the number, blanks and closing punctuation.
  package var title: Slice
  package var ordinal: Ordinal?
  package var strength: Strength
  /// The nesting rank: 0 part, 1 一、, 2 （一）, 3 1., 4 (1), 5 ①, 6 no number.
  package var rank: Int
  /// The index of the heading's section in ``Draft/sections``.
  package var section: Int
}

/// A stretch of a draft under one heading (部分, 章节), down to the next heading of the same or a higher rank.
package struct Section: Sendable {
  /// The index of its heading in ``Draft/headings``; `nil` for the text before the first heading.
  package var heading: Int?
  package var rank: Int
  /// The index of the enclosing section; `nil` at the top.
  package var parent: Int?
  /// The lines of the section, its subsections included.
  package var lines: Range<Int>
}

/// A piece of a draft in the order of the text.
package enum Block: Sendable, Hashable {
  /// An index into ``Draft/headings``.
  case heading(Int)
  /// An index into ``Draft/paragraphs``.
  case paragraph(Int)
  /// An index into ``Draft/tables``.
  case table(Int)
}

/// A run of text (段落), put together again where a page break cut it.
package struct Paragraph: Sendable {
  /// All its units; pieces before and after a page break are neighbours in the folded text.
  package var slice: Slice
  /// The lines from its first to its last.
  package var lines: Range<Int>
  /// The index of its section in ``Draft/sections``.
  package var section: Int
  /// The list ordinal it starts with, if any.
  package var ordinal: Ordinal?
}

/// The table of contents (目录) of a draft.
package struct Contents: Sendable {
  /// One line of a table of contents.
  package struct Entry: Sendable {
    package var line: Int
    /// The text with its number, without leaders and page number.
    package var slice: Slice
    /// The text without the number.
    package var title: Slice
    package var ordinal: Ordinal?
    /// The printed page, if one stands there.
    package var page: Int?
  }

  /// The line of the heading 目录, if there is one.
  package var headingLine: Int?
  /// All lines from the heading to the last entry.
  package var lines: Range<Int>
  package var entries: [Entry]
}

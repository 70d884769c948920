/// What is written in a draft: its sections, tables and paragraphs, each with its place.
public struct Draft: Sendable {
  /// The bytes and lines.
  public let source: SourceText
  /// The folded text that everything else points into.
  package let text: FoldedText

  /// Reads a draft; any bytes at all give one.
  public init(_ source: SourceText) {
    self.source = source
    self.text = Folder.fold(source)
  }
}

/// A mistake in a rule pack: what, and where.
public struct PackProblem: Error, Sendable {
  /// The name of the pack, mostly its path.
  public var pack: String
  /// The bytes of the pack that are wrong.
  public var range: ByteRange
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int
  /// What is wrong.
  public var message: Message
}

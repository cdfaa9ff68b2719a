/// 置き換えた文字（〓） – a character that an encoding could not carry, and where it stood.
public struct TextReplacement: Hashable, Sendable {
  /// The line, counted from 1; in writing the row.
  public let line: Int

  /// The field within the row, or in a text that is not split into rows the character; counted from 1.
  public let column: Int

  /// What stood there: the character, or its bytes in hexadecimal such as `FD` or `81 AD`.
  public let original: String

  /// A replaced character at a place.
  public init(line: Int, column: Int, original: String) {
    self.line = line
    self.column = column
    self.original = original
  }
}

/// 読み取った文字列 – a text in UTF-8, the encoding it came in and what could not be read.
public struct DecodedText: Hashable, Sendable {
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]

  /// The encoding it came in.
  public let encoding: TextEncoding

  /// The characters that became 〓, each with line and character.
  public let replacements: [TextReplacement]

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// CSVの一括読み取り – decoding and parsing of a whole text in memory.
public enum DelimitedBytes: Sendable {
  /// Decodes a text: UTF-8 if the bytes are strictly that, else CP932 with 〓 for what it does not know.
  ///
  /// Throws only where CP932 is needed and the system cannot convert it.
  public static func decode(_ bytes: [UInt8]) throws(DelimitedTextError) -> DecodedText {
    if UTF8Validation.isValid(bytes) {
      let text = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
      return DecodedText(bytes: text, encoding: .utf8, replacements: [])
    }
    guard let table = CP932Table.shared else {
      throw DelimitedTextError(line: 0, reason: .conversionUnavailable)
    }
    var text: [UInt8] = []
    var replacements: [TextReplacement] = []
    // Neither byte of a two-byte character is ever a line feed or a carriage return.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      table.decode(line, into: &text) { number, original in
        replacements.append(TextReplacement(line: index + 1, column: number, original: original))
      }
    }
    return DecodedText(bytes: text, encoding: .cp932, replacements: replacements)
  }

  /// All rows of a text in UTF-8 or CP932; for large files use `DelimitedReader`.
  public static func parse(
    _ bytes: [UInt8],
    limits: DelimitedLimits = DelimitedLimits()
  ) throws(DelimitedTextError) -> [DelimitedRow] {
    var reader = try DelimitedReader(bytes: bytes, limits: limits)
    var rows: [DelimitedRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// The three bytes that mark a text as UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// CSVの書き出し – writes rows into bytes that can be taken away as they come.
public struct DelimitedWriter: Sendable {
  /// How rows are written.
  public let style: DelimitedStyle

  /// What has been written and not yet taken.
  public private(set) var bytes: [UInt8]

  /// The characters that became 〓, each with row and field; only in the legacy style.
  public private(set) var replacements: [TextReplacement] = []

  private let table: CP932Table?
  private var row = 0

  /// A writer; throws only where the style is CP932 and the system cannot convert it.
  public init(style: DelimitedStyle) throws(DelimitedTextError) {
    self.style = style
    bytes = style == .spreadsheet ? DelimitedBytes.byteOrderMark : []
    table = style == .legacy ? CP932Table.shared : nil
    if style == .legacy, table == nil {
      throw DelimitedTextError(line: 0, reason: .conversionUnavailable)
    }
  }

  /// A writer of plain CSV, which cannot fail.
  public static func plain() -> DelimitedWriter {
    DelimitedWriter(plainStyle: ())
  }

  private init(plainStyle: Void) {
    style = .plain
    bytes = []
    table = nil
  }

  /// Writes a row of values of ours.
  public mutating func write(_ values: [String]) {
    writeRow(count: values.count) { values[$0] }
  }

  /// Writes a row of fields, guarding the free texts among them.
  public mutating func write(fields: [DelimitedField]) {
    writeRow(count: fields.count) { fields[$0].guarded }
  }

  /// Gives what has been written since the last time and forgets it, so that memory stays bounded.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func writeRow(count: Int, text: (Int) -> String) {
    row += 1
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      // A row of one empty field would read as an empty line.
      let mustQuote = style != .plain || count == 1 && text(index).isEmpty
      append(text(index), column: index + 1, mustQuote: mustQuote)
    }
    if style != .plain { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ text: String, column: Int, mustQuote: Bool) {
    let encoded = table.map { encode(text, with: $0, column: column) } ?? Array(text.utf8)
    guard mustQuote || DelimitedWriter.needsQuotes(encoded) else { return bytes.append(contentsOf: encoded) }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in encoded {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private mutating func encode(_ text: String, with table: CP932Table, column: Int) -> [UInt8] {
    var encoded: [UInt8] = []
    for scalar in text.unicodeScalars {
      var code = table.code(of: scalar)
      if code == nil {
        replacements.append(TextReplacement(line: row, column: column, original: String(scalar)))
        code = table.code(of: CP932Table.replacement)
      }
      let number = code ?? UInt16(UInt8(ascii: "?"))
      if number > 0xFF { encoded.append(UInt8(number >> 8)) }
      encoded.append(UInt8(number & 0xFF))
    }
    return encoded
  }

  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}

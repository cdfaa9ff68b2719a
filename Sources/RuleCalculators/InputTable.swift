import DelimitedText

/// The rows of a calculator's input, with its columns found by name in whatever order they stand.
struct InputTable {
  /// The rows below the header.
  let rows: [InputRow]

  /// Reads a table that must have the named columns; other columns are ignored.
  init(_ input: [UInt8], columns: [String]) throws(RuleCalculatorError) {
    var reader = try DelimitedReader.reading(input)
    let columns = try InputColumns(reading: &reader, columns)
    var rows: [InputRow] = []
    while try reader.goOn() { rows.append(try InputRow(reader.row, columns)) }
    try reader.refuseReplacements()
    self.rows = rows
  }
}

extension DelimitedReader {
  /// A reader of a text in memory, with errors as calculators tell them.
  static func reading(_ input: [UInt8]) throws(RuleCalculatorError) -> DelimitedReader {
    do throws(DelimitedTextError) {
      return try DelimitedReader(bytes: input)
    } catch {
      throw RuleCalculatorError(error)
    }
  }

  /// Goes on to the next row; false at the end.
  mutating func goOn() throws(RuleCalculatorError) -> Bool {
    do throws(DelimitedTextError) {
      return try advance()
    } catch {
      throw RuleCalculatorError(error)
    }
  }

  /// The present row as strings.
  var row: DelimitedRow {
    DelimitedRow(
      line: line,
      fields: (0..<fieldCount).map { String(decoding: bytes(ofField: $0), as: UTF8.self) }
    )
  }

  /// Throws where a character of the rows so far could not be read.
  func refuseReplacements() throws(RuleCalculatorError) {
    guard let lost = replacements.first else { return }
    throw RuleCalculatorError(
      line: lost.line,
      value: lost.original,
      remedy: "the bytes are neither UTF-8 nor CP932; save the file as UTF-8"
    )
  }
}

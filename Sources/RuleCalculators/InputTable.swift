import DelimitedText

/// The rows of a calculator's input, with its columns found by name in whatever order they stand.
struct InputTable {
  /// The rows below the header.
  let rows: [InputRow]

  /// Reads a table that must have the named columns; other columns are ignored.
  init(_ input: [UInt8], columns: [String]) throws(RuleCalculatorError) {
    do {
      var reader = try DelimitedReader(bytes: input)
      guard let header = try reader.next() else {
        throw RuleCalculatorError(
          line: 1,
          remedy: "the input is empty; begin with the header \(columns.joined(separator: ","))"
        )
      }
      let places = try InputTable.places(of: columns, in: header)
      var rows: [InputRow] = []
      while let row = try reader.next() {
        rows.append(try InputRow(row, places: places, width: header.fields.count))
      }
      if let lost = reader.replacements.first {
        throw RuleCalculatorError(
          line: lost.line,
          value: lost.original,
          remedy: "the bytes are neither UTF-8 nor CP932; save the file as UTF-8"
        )
      }
      self.rows = rows
    } catch let error as RuleCalculatorError {
      throw error
    } catch let error as DelimitedTextError {
      throw RuleCalculatorError(remedy: error.description)
    } catch {
      throw RuleCalculatorError(remedy: "the input cannot be read: \(error)")
    }
  }

  private static func places(
    of columns: [String],
    in header: DelimitedRow
  ) throws(RuleCalculatorError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, field) in header.fields.enumerated() {
      let name = InputRow.trimmed(field)
      guard columns.contains(name) else { continue }
      if places[name] != nil {
        throw RuleCalculatorError(
          line: header.line,
          column: name,
          remedy: "the column stands twice; keep one of them"
        )
      }
      places[name] = place
    }
    for name in columns where places[name] == nil {
      throw RuleCalculatorError(
        line: header.line,
        column: name,
        remedy: "the column is missing; add it to the header"
      )
    }
    return places
  }
}

import DelimitedText

/// Where the columns of a calculator's input stand, found by name in its header.
struct InputColumns {
  /// The place of each column that is needed, counted from 0.
  let places: [String: Int]
  /// The number of fields in the header.
  let width: Int

  /// Reads the header, which must have the named columns; other columns are ignored.
  init(reading reader: inout DelimitedReader, _ columns: [String]) throws(RuleCalculatorError) {
    guard let header = try InputColumns.header(&reader) else {
      throw RuleCalculatorError(
        line: 1,
        remedy: "the input is empty; begin with the header \(columns.joined(separator: ","))"
      )
    }
    places = try InputColumns.places(of: columns, in: header)
    width = header.fields.count
  }

  /// The place of a column that is needed, counted from 0.
  func place(_ column: String) -> Int { places[column] ?? 0 }

  private static func header(_ reader: inout DelimitedReader) throws(RuleCalculatorError) -> DelimitedRow? {
    do throws(DelimitedTextError) {
      return try reader.next()
    } catch {
      throw RuleCalculatorError(error)
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

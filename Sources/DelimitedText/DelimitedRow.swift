/// CSVの行 – the fields of one row and the line on which it begins.
public struct DelimitedRow: Hashable, Sendable {
  /// The line on which the row begins, counted from 1.
  public let line: Int

  /// The fields, unquoted.
  public let fields: [String]

  /// A row at a line.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

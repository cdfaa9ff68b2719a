/// CSVの上限 – how large rows may be before reading stops.
public struct DelimitedLimits: Hashable, Sendable {
  /// The longest row in bytes, line ends inside quotes included.
  public let rowBytes: Int

  /// The most fields in a row.
  public let columns: Int

  /// Limits; unless told, 1 MiB a row and 1000 columns.
  public init(rowBytes: Int = 1 << 20, columns: Int = 1000) {
    self.rowBytes = rowBytes
    self.columns = columns
  }
}

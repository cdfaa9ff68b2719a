/// How much the demo has written.
public struct DemoSummary: Sendable, Hashable {
  /// Units of all employers.
  public let units: Int
  /// People in service today.
  public let staff: Int
  /// People in all, with those who left.
  public let people: Int
  /// Months of records.
  public let months: Int
  /// Clock records.
  public let punches: Int
  /// Days of declared overtime.
  public let overtimeDays: Int
}

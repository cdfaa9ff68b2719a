public import CivilTime
public import People
public import Store

/// 客観的な記録の出どころ – who else than the clock has seen people at work, day by day; the roof introduces them.
public struct ObjectiveDaySource: Sendable {
  /// The days on which each of some people was seen; those who were not may be left out.
  public typealias Answer =
    @Sendable (
      _ employees: [RecordID<Employee>], _ days: ClosedRange<CivilDate>, _ connection: any SQLConnection
    ) throws -> [RecordID<Employee>: Set<CivilDate>]

  /// Answers.
  public let days: Answer

  /// A source.
  public init(_ days: @escaping Answer) {
    self.days = days
  }
}

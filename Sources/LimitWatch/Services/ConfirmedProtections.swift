public import CivilTime
public import People
public import Store
public import WorkingTimeRules

/// 認められた制限 – what others may ask of people's protections: which stand, never why.
public enum ConfirmedProtections: Sendable {
  /// The confirmed protections that touch the days, of those who have any.
  ///
  /// Whoever asks has shown that the people are within reach.
  public static func protections(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection]] {
    let requests = try ProtectionRecords.requests(of: employees, on: connection)
    return Dictionary(grouping: requests, by: \.employee)
      .mapValues { $0.compactMap(\.protection).filter { $0.period.overlaps(days) } }
      .filter { !$0.value.isEmpty }
  }
}

public import CivilTime
public import People
public import Store
public import WorkingTimeRules

/// 勤務の制限の照会 – what others may ask of people's protections: which stand, and which are asked for.
public enum ConfirmedProtections: Sendable {
  /// The protections that stand and touch the days, of those who have any.
  ///
  /// Whoever asks has shown that the people are within reach, and tells nobody but the person of their kind.
  public static func protections(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection]] {
    try requested(of: employees, in: days, \.protection, on: connection)
  }

  /// The same of those that are asked for and nobody has decided yet.
  public static func awaited(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection]] {
    try requested(of: employees, in: days, \.awaited, on: connection)
  }

  private static func requested(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    _ what: (ProtectionRequest) -> Protection?,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection]] {
    let requests = try ProtectionRecords.requests(of: employees, on: connection)
    return Dictionary(grouping: requests, by: \.employee)
      .mapValues { $0.compactMap(what).filter { $0.period.overlaps(days) } }
      .filter { !$0.value.isEmpty }
  }
}

public import CivilTime
public import People
public import Store

/// Reads what days ask of people.
///
/// Whoever reads has shown that the people are within reach. Ask only for days that were given: what bears on others
/// is not read.
public enum AllotmentRecords: Sendable {
  /// What the days of one person ask.
  public static func allotments(
    of employee: RecordID<Employee>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> Allotments {
    try allotments(of: [employee], in: days, on: connection)[employee] ?? Allotments()
  }

  /// What the days of several people ask; everyone asked for is in the answer.
  ///
  /// One query where no schedule was ever recorded, otherwise at most seven for each thousand people.
  public static func allotments(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Allotments] {
    var found: [RecordID<Employee>: Allotments] = [:]
    found.reserveCapacity(employees.count)
    let presence = try LayerPresence(on: connection)
    guard presence.isAny else {
      let usual = Allotments()
      for employee in employees { found[employee] = usual }
      return found
    }
    let reader = LayerRecords(days: days, presence: presence, connection: connection)
    var rest = Array(Set(employees)).sorted()[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(LayerRecords.most))
      let layers = try reader.layers(of: part)
      for employee in part { found[employee] = Allotments(layers[employee] ?? ScheduleLayers()) }
      rest = rest.dropFirst(part.count)
    }
    return found
  }
}

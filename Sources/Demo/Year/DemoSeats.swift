internal import CivilTime
internal import People
internal import Store

/// Which account of the demo answers for a person, a unit or an office.
struct DemoSeats: Sendable {
  private let ofEmployee: [RecordID<Employee>: Int64]
  private let ofUnit: [RecordID<OrganizationUnit>: Int64]
  private let ofRole: [String: Int64]

  init(on today: CivilDate, connection: any SQLConnection) throws {
    var people: [RecordID<Employee>: Int64] = [:]
    for row in try connection.rows("SELECT employee, id FROM account WHERE employee IS NOT NULL ORDER BY id")
    {
      people[try row.value(0)] = try row.value(1)
    }
    var units: [RecordID<OrganizationUnit>: Int64] = [:]
    let heads = try connection.rows(
      """
      SELECT p.unit, a.employee FROM assignment a JOIN post p ON p.id = a.post
      WHERE p.head AND a.valid_from <= \(today) AND (a.valid_to IS NULL OR a.valid_to >= \(today))
      ORDER BY a.id DESC
      """
    )
    for row in heads {
      units[try row.value(0)] = people[try row.value(1)]
    }
    var roles: [String: Int64] = [:]
    for row in try connection.rows("SELECT role, account FROM role_grant ORDER BY id DESC") {
      roles[try row.value(0)] = try row.value(1)
    }
    ofEmployee = people
    ofUnit = units
    ofRole = roles
  }

  /// The account that does a duty; nil where there is none.
  func account(of duty: OpenDuty) -> Int64? {
    if let owner = duty.owner { return ofEmployee[owner] }
    if let unit = duty.unit { return ofUnit[unit] }
    switch duty.office {
    case "personnel": return ofRole["hr"]
    case let office?: return ofRole[office]
    case nil: return nil
    }
  }
}

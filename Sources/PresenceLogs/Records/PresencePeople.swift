internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// A person as presence needs them.
struct PresencePerson: Sendable, Hashable {
  let id: RecordID<Employee>
  let employer: RecordID<Employer>
  let number: String
  let name: String
  let service: ClosedRange<CivilDate>
}

/// Reads people within a viewer's scope.
enum PresencePeople {
  /// Those of the identifiers who are within the scope on a day, by identifier.
  static func people(
    _ ids: some Collection<RecordID<Employee>>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: PresencePerson] {
    let people = try connection.rows(
      """
      SELECT e.id, e.employer, e.number, e.family_name, e.given_name, e.hired_on, e.left_on FROM employee e
      WHERE e.id IN (\(list: ids)) AND \(fragment: scope.condition(employeeColumn: "e.id", on: today))
      """
    ) { row in
      let hired: CivilDate = try row.value(5)
      let left = try row.optional(6) ?? CivilDate.farFuture
      return PresencePerson(
        id: try row.value(0),
        employer: try row.value(1),
        number: try row.value(2),
        name: try row.value(3, as: String.self) + " " + row.value(4, as: String.self),
        service: hired...max(hired, left)
      )
    }
    return Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
  }

  static func person(
    _ id: RecordID<Employee>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PresencePerson? {
    try people([id], in: scope, today: today, on: connection)[id]
  }
}

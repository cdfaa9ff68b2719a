internal import CivilTime
internal import People
internal import Store

/// Reads the names of people whom rows tell of.
enum RowPersonRecords {
  /// Everybody within the scope today, with the rank of the primary post on the day of a figure.
  static func people(
    in scope: PersonScope,
    today: CivilDate,
    rankedOn day: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: RowPerson] {
    var people: [RecordID<Employee>: RowPerson] = [:]
    try connection.forEachRow(
      """
      SELECT e.id, e.employer, e.number, e.family_name, e.given_name, p.rank_band FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
        AND a.valid_from <= \(day) AND (a.valid_to IS NULL OR a.valid_to >= \(day))
        AND (e.left_on IS NULL OR e.left_on >= \(day))
      LEFT JOIN post p ON p.id = a.post
      WHERE \(fragment: scope.listing(employeeColumn: "e.id", on: today)) ORDER BY e.id, a.valid_from, a.id
      """
    ) { row in
      people[try row.value(0)] = RowPerson(
        employer: try row.value(1),
        number: try row.value(2),
        name: try row.value(3, as: String.self) + " " + row.value(4, as: String.self),
        band: try row.optional(5)
      )
    }
    return people
  }
}

package import CivilTime
package import People
package import Store

/// In which unit people's primary posts lay, month by month.
package struct PrimaryPlaces {
  /// A unit and its employer, from a day on.
  package struct Place {
    package let unit: RecordID<OrganizationUnit>
    package let employer: RecordID<Employer>
    package let from: CivilDate
  }

  private let places: [RecordID<Employee>: [Place]]

  /// Everybody's.
  package init(on connection: any SQLConnection) throws {
    try self.init(whose: "TRUE", on: connection)
  }

  /// Those of some people.
  package init(of employees: some Collection<RecordID<Employee>>, on connection: any SQLConnection) throws {
    try self.init(whose: "a.employee IN (\(list: employees))", on: connection)
  }

  private init(whose condition: SQLText, on connection: any SQLConnection) throws {
    var places: [RecordID<Employee>: [Place]] = [:]
    try connection.forEachRow(
      """
      SELECT a.employee, p.unit, e.employer, a.valid_from
      FROM assignment a JOIN post p ON p.id = a.post JOIN employee e ON e.id = a.employee
      WHERE a.kind = \(AssignmentKind.primary) AND \(fragment: condition)
      ORDER BY a.employee, a.valid_from, a.id
      """
    ) { row in
      let place = Place(unit: try row.value(1), employer: try row.value(2), from: try row.value(3))
      places[try row.value(0), default: []].append(place)
    }
    self.places = places
  }

  /// Where the person worked at the end of a month, or last before it.
  package func place(of employee: RecordID<Employee>, in month: YearMonth) -> Place? {
    places[employee]?.last { $0.from <= month.lastDay } ?? places[employee]?.first
  }
}

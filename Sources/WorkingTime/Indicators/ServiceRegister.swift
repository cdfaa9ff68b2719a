internal import Indicators
internal import CivilTime
internal import People
internal import Store

/// Who is in service during a year, and in which unit, as far as indicators need it.
struct ServiceRegister {
  struct Person {
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>?
    let service: ClosedRange<CivilDate>
  }

  let people: [RecordID<Employee>: Person]

  /// People in service between two days; the unit is that of the primary post on the last of them.
  init(from first: CivilDate, to last: CivilDate, on connection: any SQLConnection) throws {
    var people: [RecordID<Employee>: Person] = [:]
    try connection.forEachRow(
      """
      SELECT e.id, e.employer, e.hired_on, e.left_on, p.unit FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(last) AND (a.valid_to IS NULL OR a.valid_to >= \(last))
      LEFT JOIN post p ON p.id = a.post
      WHERE e.hired_on <= \(last) AND (e.left_on IS NULL OR e.left_on >= \(first)) ORDER BY e.id
      """
    ) { row in
      let hiredOn: CivilDate = try row.value(2)
      let leftOn: CivilDate = try row.optional(3) ?? last
      let start = max(hiredOn, first)
      people[try row.value(0)] = Person(
        employer: try row.value(1),
        unit: try row.optional(4),
        service: start...max(start, min(leftOn, last))
      )
    }
    self.people = people
  }

  /// One row or more for each person.
  func rows(
    _ counted: (RecordID<Employee>, Person) -> [(ratio: Ratio, facts: [CountedRow.Fact])]
  )
    -> [CountedRow]
  {
    people.flatMap { employee, person in
      counted(employee, person).map { one in
        CountedRow(
          employer: person.employer,
          unit: person.unit,
          subject: .person(employee),
          ratio: one.ratio,
          facts: one.facts
        )
      }
    }
  }
}

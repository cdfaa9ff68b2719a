package import CivilTime
package import People
package import Store

/// 在職の名簿 – who is in service during some days, and in which unit, as far as figures of people's records need it.
package struct ServiceRegister: Sendable {
  /// One person.
  package struct Person: Sendable {
    /// Whose staff.
    package let employer: RecordID<Employer>
    /// The unit of the primary post on the last day; nil for those who have none or have left.
    package let unit: RecordID<OrganizationUnit>?
    /// What kind of staff.
    package let category: StaffCategory
    /// The days in service, within the days that were asked for.
    package let service: ClosedRange<CivilDate>
  }

  /// Everybody in service on any of the days.
  package let people: [RecordID<Employee>: Person]

  /// People in service between two days; one query.
  package init(from first: CivilDate, to last: CivilDate, on connection: any SQLConnection) throws {
    var people: [RecordID<Employee>: Person] = [:]
    try connection.forEachRow(
      """
      SELECT e.id, e.employer, e.staff_category, e.hired_on, e.left_on, p.unit FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(last) AND (a.valid_to IS NULL OR a.valid_to >= \(last))
      LEFT JOIN post p ON p.id = a.post
      WHERE e.hired_on <= \(last) AND (e.left_on IS NULL OR e.left_on >= \(first)) ORDER BY e.id
      """
    ) { row in
      let hiredOn: CivilDate = try row.value(3)
      let leftOn: CivilDate = try row.optional(4) ?? last
      let start = max(hiredOn, first)
      people[try row.value(0)] = Person(
        employer: try row.value(1),
        unit: try row.optional(5),
        category: try row.value(2),
        service: start...max(start, min(leftOn, last))
      )
    }
    self.people = people
  }

  /// Everybody, some hundred together, so that queries stay small and few.
  package func batches(of size: Int = 500) -> [ArraySlice<RecordID<Employee>>] {
    let sorted = people.keys.sorted()
    return stride(from: 0, to: sorted.count, by: size).map { start in
      sorted[start..<min(start + size, sorted.count)]
    }
  }

  /// One row or more for each person, or none.
  package func rows(
    _ counted: (RecordID<Employee>, Person) throws -> [(ratio: Ratio, facts: [CountedRow.Fact])]
  ) rethrows -> [CountedRow] {
    try people.sorted { $0.key < $1.key }.flatMap { employee, person in
      try counted(employee, person).map { one in
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

extension FiscalYear {
  /// The days of the year as far as a day, which counts; nil before the year begins.
  package func days(through today: CivilDate) -> ClosedRange<CivilDate>? {
    today < firstDay ? nil : firstDay...min(today, lastDay)
  }
}

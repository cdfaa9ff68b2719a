package import CivilTime
package import People
internal import Schedules
package import Store

/// A person as a working-time page names them.
package struct PersonHeading: Sendable, Hashable {
  package let id: RecordID<Employee>
  package let name: String
  package let service: ClosedRange<CivilDate>
}

/// What a month page shows.
package struct PersonMonth: Sendable {
  package let person: PersonHeading
  package let month: WorkingMonth
  package let limits: PersonLimits
}

/// Reads a person's month within the viewer's scope; nil when there is nobody, or nobody the viewer may see.
package enum PersonMonthQuery {
  package static func month(
    _ month: YearMonth,
    of employee: RecordID<Employee>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PersonMonth? {
    guard let person = try heading(employee, in: scope, today: today, on: connection) else { return nil }
    let punches = try PunchRecords.punches(of: employee, in: month.days, on: connection)
    let overtime = try OvertimeRecords.declarations(of: employee, in: month.days, on: connection)
    let limits = try PersonLimitsQuery.limits(of: employee, in: month, on: connection)
    return PersonMonth(
      person: person,
      month: WorkingMonth(
        month: month,
        punches: punches,
        overtime: overtime,
        service: person.service,
        today: today,
        allotments: try AllotmentRecords.allotments(of: employee, in: month.days, on: connection)
      ),
      limits: limits
    )
  }

  package static func heading(
    _ employee: RecordID<Employee>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PersonHeading? {
    try connection.row(
      """
      SELECT e.family_name, e.given_name, e.hired_on, e.left_on FROM employee e
      WHERE e.id = \(employee) AND \(fragment: scope.condition(employeeColumn: "e.id", on: today))
      """
    ).map { row in
      let hiredOn: CivilDate = try row.value(2)
      let leftOn: CivilDate = try row.optional(3) ?? CivilDate.farFuture
      return PersonHeading(
        id: employee,
        name: try row.value(0, as: String.self) + " " + row.value(1, as: String.self),
        service: hiredOn...max(hiredOn, leftOn)
      )
    }
  }
}

extension CivilDate {
  /// A day after all days of service.
  package static let farFuture = CivilDate(dayNumber: 2_000_000)
}

package import CivilTime
package import People
package import Schedules
package import Store

/// Everything that was ever written of a person's day.
package struct DayRecords: Sendable {
  package let date: CivilDate
  package let punches: [Punch]
  package let declarations: [OvertimeDeclaration]
  /// What the day asks.
  package let allotment: DayAllotment

  /// Whoever reads has shown that the person is within reach.
  package init(of employee: RecordID<Employee>, on date: CivilDate, connection: any SQLConnection) throws {
    self.date = date
    punches = try PunchRecords.punches(of: employee, in: date...date, on: connection)
    declarations = try OvertimeRecords.declarations(of: employee, in: date...date, on: connection)
    allotment = try AllotmentRecords.allotments(of: employee, in: date...date, on: connection)[date]
  }
}

/// What the page of somebody's day shows.
package struct PersonDay: Sendable {
  package let person: PersonHeading
  package let records: DayRecords
}

/// Reads a person's day within the viewer's scope; nil as for a month.
package enum PersonDayQuery {
  package static func day(
    _ date: CivilDate,
    of employee: RecordID<Employee>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PersonDay? {
    let person = try PersonMonthQuery.heading(employee, in: scope, today: today, on: connection)
    return try person.map { person in
      PersonDay(person: person, records: try DayRecords(of: employee, on: date, connection: connection))
    }
  }
}

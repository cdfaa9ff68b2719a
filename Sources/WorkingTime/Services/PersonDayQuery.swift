internal import CivilTime
internal import People
internal import Store

/// Everything that was ever written of a person's day.
struct DayRecords: Sendable {
  let date: CivilDate
  let punches: [Punch]
  let declarations: [OvertimeDeclaration]

  /// Whoever reads has shown that the person is within reach.
  init(of employee: RecordID<Employee>, on date: CivilDate, connection: any SQLConnection) throws {
    self.date = date
    punches = try PunchRecords.punches(of: employee, in: date...date, on: connection)
    declarations = try OvertimeRecords.declarations(of: employee, in: date...date, on: connection)
  }
}

/// What the page of somebody's day shows.
struct PersonDay: Sendable {
  let person: PersonHeading
  let records: DayRecords
}

/// Reads a person's day within the viewer's scope; nil as for a month.
enum PersonDayQuery {
  static func day(
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

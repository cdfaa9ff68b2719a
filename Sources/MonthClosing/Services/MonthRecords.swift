internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime

/// What is recorded of several people's month.
struct MonthRecords {
  private let month: YearMonth
  private let punches: [RecordID<Employee>: [Punch]]
  private let overtime: [RecordID<Employee>: [OvertimeDeclaration]]
  private let allotments: [RecordID<Employee>: Allotments]

  init(of employees: [RecordID<Employee>], in month: YearMonth, on connection: any SQLConnection) throws {
    self.month = month
    punches = try PunchRecords.punches(of: employees, in: month.days, on: connection)
    overtime = try OvertimeRecords.declarations(of: employees, in: month.days, on: connection)
    allotments = try AllotmentRecords.allotments(of: employees, in: month.days, on: connection)
  }

  /// The declarations of the person's month, those of a day in the order in which they were made.
  func declared(of person: ClosingPerson) -> [OvertimeDeclaration] { overtime[person.id] ?? [] }

  func month(of person: ClosingPerson, today: CivilDate) -> WorkingMonth {
    WorkingMonth(
      month: month,
      punches: punches[person.id] ?? [],
      overtime: overtime[person.id] ?? [],
      service: person.service,
      today: today,
      allotments: allotments[person.id] ?? Allotments()
    )
  }
}

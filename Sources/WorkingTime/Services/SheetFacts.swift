internal import CivilTime
internal import People
internal import Schedules
internal import Store

/// What is on record of the days of one's month, for the sheet in which they are claimed together.
struct SheetFacts: Sendable {
  let shown: WorkingMonth
  /// Every claim that was ever made, by day, those of a day in the order in which they were made.
  let claims: [CivilDate: [OvertimeDeclaration]]
  /// What counts of the days, and of the two beside the month.
  let neighbours: ClaimNeighbours
  /// What each day asks, and the one after the month.
  let allotments: Allotments
  let notes: [DayNote]
  /// The last day for which overtime may be claimed.
  let lastDay: CivilDate

  var month: YearMonth { shown.month }

  /// Nil where nobody has this month; whoever reads is the person.
  init?(
    of employee: RecordID<Employee>,
    _ month: YearMonth,
    today: CivilDate,
    notes sources: [DayNoteSource] = [],
    on connection: any SQLConnection
  ) throws {
    let scope: PersonScope = .own(employee)
    guard let person = try PersonMonthQuery.heading(employee, in: scope, today: today, on: connection)
    else { return nil }
    let days = month.days
    let next = days.upperBound.adding(days: 1)
    let around = days.lowerBound.adding(days: -1)...next
    let declared = try OvertimeRecords.declarations(of: employee, in: around, on: connection)
    claims = Dictionary(grouping: declared, by: \.date)
    neighbours = ClaimNeighbours(declared)
    allotments = try AllotmentRecords.allotments(
      of: employee,
      in: days.lowerBound...next,
      on: connection
    )
    shown = WorkingMonth(
      month: month,
      punches: try PunchRecords.punches(of: employee, in: days, on: connection),
      overtime: declared.filter { days.contains($0.date) },
      service: person.service,
      today: today,
      allotments: allotments
    )
    notes = try sources.flatMap { try $0.notes(employee, month, today, connection) }
    lastDay = OvertimeDeclaration.lastDay(asOf: today)
  }

  /// The claim of a day that counts.
  func newest(on date: CivilDate) -> OvertimeDeclaration? { claims[date]?.last }

  /// The claim that stood on the page when it was opened; nil where there was none.
  func claim(numbered number: Int64, on date: CivilDate) -> OvertimeDeclaration? {
    claims[date]?.first { $0.id.number == number }
  }
}

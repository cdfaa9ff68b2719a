internal import CivilTime
internal import People
internal import Store

/// All that the page of one person's schedule shows.
struct PersonSchedule: Sendable {
  let person: Employee
  let today: CivilDate
  /// What the days from this week's Monday on ask.
  let days: [DayAllotment]
  /// Holidays that were made by law too late for their day.
  let belated: [HolidayAddition]
  /// Every choice of a pattern, the newest record first.
  let choices: [PatternChoice]
  /// The newest requests.
  let patternRequests: [PatternRequest]
  let moveRequests: [MoveRequest]
  /// Moved days of the last year and after, the newest record first.
  let moves: [MovedDayRecords.Entry]
  /// The patterns that may be chosen.
  let offers: [WorkPattern]
  /// Periods of flextime that last or are ahead.
  let periods: [FlextimeState]
}

enum PersonScheduleQuery {
  /// How many days the page shows: this week and the four after it.
  static let shownDays = 35
  private static let mostRequests = 50

  /// The schedule of somebody within the scope; nil outside it.
  static func schedule(
    of employee: RecordID<Employee>,
    in scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> PersonSchedule? {
    guard let person = try EmployeeRecords.employee(employee, in: scope, asOf: today, on: connection) else {
      return nil
    }
    let monday = today.monday
    let days = monday...monday.adding(days: shownDays - 1)
    let allotments = try AllotmentRecords.allotments(of: employee, in: days, on: connection)
    var choices: [PatternChoice] = []
    let always = person.hiredOn...CivilDate.distantFuture
    try PatternRecords.forEachChoice(of: [employee], in: always, on: connection) { choices.append($1) }
    return PersonSchedule(
      person: person,
      today: today,
      days: days.map { allotments[$0] },
      belated: days.compactMap { allotments.belatedHoliday(on: $0) },
      choices: choices,
      patternRequests: try PatternRequestRecords.requests(of: employee, limit: mostRequests, on: connection),
      moveRequests: try MoveRequestRecords.requests(of: employee, limit: mostRequests, on: connection),
      moves: try MovedDayRecords.entries(of: employee, from: today.adding(days: -366), on: connection),
      offers: try PatternRecords.offers(of: [person.employer], on: connection)
        .filter(\.isOpen).map(\.pattern),
      periods: try FlextimeRecords.states(of: employee, from: today, on: connection)
    )
  }
}

extension CivilDate {
  /// The Monday of the day's week.
  var monday: CivilDate { adding(days: -((weekday.rawValue + 6) % 7)) }

  /// Later than any day that is ever asked for.
  static let distantFuture = FiscalYear(startYear: 2999).lastDay
}

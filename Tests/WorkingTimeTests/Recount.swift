import CivilTime
import People
import Store

@testable import WorkingTime

/// Totals counted from the tables row by row, in the plainest way.
struct Recount: Sendable, Hashable {
  var overtime = 0
  var isSpecial = false
  var isExternal = false
  var recordedDutyDays = 0
  var rests = 0
  var sufficientRests = 0

  private struct Record {
    let date: CivilDate
    let minute: Int
    let isArrival: Bool
    let isObjective: Bool
  }

  /// Counts a person's month again; the designation is told, not looked up.
  static func count(
    _ person: Int64,
    _ month: YearMonth,
    isExternal: Bool = false,
    on connection: any SQLConnection
  ) throws -> Recount {
    var sum = Recount()
    sum.isExternal = isExternal
    let records = try records(person, on: connection)
    let days = Set(records.map(\.date)).sorted()
    for (place, date) in days.enumerated() where date.yearMonth == month {
      let ofDay = records.filter { $0.date == date }
      let isDuty = !date.weekday.isWeekend && HolidayCalendar.holiday(on: date) == nil
      if isDuty, ofDay.contains(where: \.isObjective) { sum.recordedDutyDays += 1 }
      guard place > 0, let start = ofDay.filter(\.isArrival).map(\.minute).min() else { continue }
      let before = days[place - 1]
      let ends = records.filter { $0.date == before && !$0.isArrival }.map(\.minute)
      guard let end = ends.max() else { continue }
      let length = (date.dayNumber - before.dayNumber) * 1440 + start - end
      if length >= 0 { sum.rests += 1 }
      if length >= 660 { sum.sufficientRests += 1 }
    }
    try addOvertime(to: &sum, person, month, on: connection)
    return sum
  }

  /// What is kept of a person's month; nought where nothing is.
  static func kept(_ person: Int64, _ month: YearMonth, on connection: any SQLConnection) throws -> Recount {
    let totals = try MonthTotalRecords.totals(of: [RecordID(person)], from: month, to: month, on: connection)
    guard let total = totals[RecordID(person)]?.first else { return Recount() }
    return Recount(
      overtime: total.overtime.count,
      isSpecial: total.isSpecial,
      isExternal: total.isExternal,
      recordedDutyDays: total.recordedDutyDays,
      rests: total.rests.all,
      sufficientRests: total.rests.sufficient
    )
  }

  private static func records(_ person: Int64, on connection: any SQLConnection) throws -> [Record] {
    let rows = try connection.rows(
      """
      SELECT work_date, minute, kind, source FROM punch
      WHERE employee = \(person) AND id NOT IN (SELECT punch FROM punch_cancellation)
      """
    )
    return try rows.map { row in
      Record(
        date: try row.value(0),
        minute: try row.value(1, as: Int.self),
        isArrival: try row.value(2, as: String.self) == "in",
        isObjective: try row.value(3, as: String.self) != "manual"
      )
    }
  }

  private static func addOvertime(
    to sum: inout Recount,
    _ person: Int64,
    _ month: YearMonth,
    on connection: any SQLConnection
  ) throws {
    var newest: [CivilDate: (minutes: Int, isSpecial: Bool)] = [:]
    let rows = try connection.rows(
      """
      SELECT work_date, minutes, is_special FROM overtime_declaration WHERE employee = \(person) ORDER BY id
      """
    )
    for row in rows {
      newest[try row.value(0)] = (try row.value(1, as: Int.self), try row.value(2, as: Bool.self))
    }
    for (date, declared) in newest where date.yearMonth == month {
      sum.overtime += declared.minutes
      if declared.isSpecial, declared.minutes > 0 { sum.isSpecial = true }
    }
  }
}

extension WorkingTimeOffice {
  /// Whether what is kept is what counting again gives, by all three ways of keeping it.
  func totalsAreRight(of person: Int64, _ months: [YearMonth]) async throws -> Bool {
    guard try await keptEqualsRecount(of: person, months) else { return false }
    try await database.write { connection in
      for month in months { try MonthTotalling.refresh(RecordID(person), month, on: connection) }
    }
    guard try await keptEqualsRecount(of: person, months) else { return false }
    guard let first = months.first, let last = months.last else { return false }
    try await database.write { connection in
      try MonthTotalSweep.refresh([RecordID(person)], from: first, to: last, on: connection)
    }
    return try await keptEqualsRecount(of: person, months)
  }

  func keptEqualsRecount(of person: Int64, _ months: [YearMonth]) async throws -> Bool {
    try await database.read { connection in
      try months.allSatisfy { month in
        try Recount.kept(person, month, on: connection) == Recount.count(person, month, on: connection)
      }
    }
  }
}

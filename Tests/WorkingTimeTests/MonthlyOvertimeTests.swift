import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite("Overtime of months for each head")
struct MonthlyOvertimeTests {
  @Test(arguments: Engine.available)
  func countsThoseWithRecordsAndTellsNothingOfFew(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      try await office.database.write { connection in
        try Self.hire(11...22, on: connection)
        // Ten people with an hour each, one with records and no overtime, one without any record.
        for person in 11...20 as ClosedRange<Int64> {
          try Self.total(person, "2026-07", overtime: 60, days: 20, on: connection)
        }
        try Self.total(21, "2026-07", overtime: 0, days: 20, on: connection)
        try Self.total(22, "2026-07", overtime: 0, days: 0, on: connection)
        for person in 11...19 as ClosedRange<Int64> {
          try Self.total(person, "2026-08", overtime: 777, days: 20, on: connection)
        }
        try Self.total(4, "2026-07", overtime: 999, days: 20, on: connection)
      }
      let months = WorkingTimeOffice.april...WorkingTimeOffice.april.adding(months: 11)
      func figures(_ today: CivilDate) async throws -> [RecordID<Employer>: [YearMonth: MonthFigure]] {
        try await office.database.read { connection in
          try WorkingTimeIndicators.overtimePerHead.figures(months, today: today, on: connection)
        }
      }
      let (july, august) = (months.lowerBound.adding(months: 3), months.lowerBound.adding(months: 4))
      let over = try await figures(august.adding(months: 1).firstDay)
      #expect(over[RecordID(1)] == [july: .shown(Ratio(600, of: 11)), august: .withheld])
      #expect(over[RecordID(2)] == [july: .withheld])
      // Of a month under way nothing is told, lest two days be compared.
      #expect(try await figures(august.lastDay)[RecordID(1)] == [july: .shown(Ratio(600, of: 11))])
      #expect(try await figures(july.lastDay).isEmpty)
    }
  }

  private static func hire(_ people: ClosedRange<Int64>, on connection: any SQLConnection) throws {
    try EmployeeRecords.insert(
      people.map { id in
        Employee(
          id: RecordID(id),
          employer: RecordID(1),
          number: "\(id)",
          familyName: "職員",
          givenName: "\(id)",
          familyKana: "ショクイン",
          givenKana: "ハナコ",
          sex: .female,
          hiredOn: WorkingTimeOffice.april.firstDay
        )
      },
      on: connection
    )
  }

  private static func total(
    _ person: Int64,
    _ month: String,
    overtime: Int,
    days: Int,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO month_total
      (employee, month, overtime_minutes, is_special, recorded_duty_days, rests, sufficient_rests)
      VALUES (\(person), \(month), \(overtime), FALSE, \(days), 0, 0)
      """
    )
  }
}

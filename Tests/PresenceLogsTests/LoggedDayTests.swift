import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import PresenceLogs

@Suite("Days on which a log shows somebody at work")
struct LoggedDayTests {
  private static let days = day("2026-11-02")...day("2026-11-10")

  /// One device's day: on from and off at some minutes.
  private static func strip(
    _ person: Int64,
    _ date: String,
    _ marks: [LogMark],
    doubts: ClockDoubts = [],
    device: String = "pc",
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "log_strip",
      columns: ["employee", "day", "device", "marks", "doubts"],
      rows: [
        [
          RecordID<Employee>(person).sqlValue, day(date).sqlValue, device.sqlValue, DayMarks(marks).sqlValue,
          doubts.sqlValue,
        ]
      ]
    )
  }

  @Test(arguments: Engine.available)
  func nightsDoubtfulClocksAndDarkScreensAreNoDays(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.database.write { connection in
        try Self.strip(
          201,
          "2026-11-04",
          [LogMark(.on, minuteOfDay: 570), LogMark(.off, minuteOfDay: 1100)],
          on: connection
        )
        // After midnight: the day before. From five on it is the day itself.
        try Self.strip(
          201,
          "2026-11-05",
          [LogMark(.sign, minuteOfDay: 10), LogMark(.off, minuteOfDay: 299)],
          on: connection
        )
        try Self.strip(201, "2026-11-06", [LogMark(.sign, minuteOfDay: 300)], on: connection)
        // A screen that goes dark by itself in the morning, and a clock that is not believed.
        try Self.strip(201, "2026-11-09", [LogMark(.off, minuteOfDay: 600)], on: connection)
        let sign = [LogMark(.sign, minuteOfDay: 600)]
        try Self.strip(202, "2026-11-04", sign, doubts: .jump, on: connection)
        // Two devices on one day are one day; a day outside those asked for is none.
        try Self.strip(202, "2026-11-05", sign, on: connection)
        try Self.strip(202, "2026-11-05", sign, device: "other", on: connection)
        try Self.strip(202, "2026-11-11", sign, on: connection)
        try Self.strip(203, "2026-11-05", sign, on: connection)
      }
      let seen = try await office.database.read { connection in
        try LoggedDays.source.days([RecordID(201), RecordID(202), RecordID(301)], Self.days, connection)
      }
      #expect(
        seen == [
          RecordID(201): [day("2026-11-04"), day("2026-11-06")], RecordID(202): [day("2026-11-05")],
        ]
      )
    }
  }

  @Test(arguments: Engine.available)
  func theFigureOfObjectiveRecordsTakesThemIn(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let sign = [LogMark(.sign, minuteOfDay: 600)]
      try await office.database.write { connection in
        for date in ["2026-11-04", "2026-11-05"] { try Self.strip(202, date, sign, on: connection) }
      }
      try await office.punch(202, "2026-11-05", time(9, 30), time(18, 15))
      try await office.punch(202, "2026-11-06", time(9, 30), time(18, 15))
      try await office.database.write { connection in
        let month = day("2026-11-01").yearMonth
        try WorkingTimeBulk.refreshTotals(from: month, to: month, on: connection)
      }
      func recorded(_ sources: [ObjectiveDaySource]) async throws -> Int? {
        let indicators = WorkingTimeIndicators.indicators(objectiveDays: sources)
        let figure = try #require(indicators.first { $0.definition.id == "working-time.objective-record" })
        let year = FiscalYear(startYear: 2026)
        return try await office.database.read { connection in
          try figure.values(year, PresenceOffice.today, connection).first { $0.unit == RecordID(2) }?.ratio
            .numerator
        }
      }
      #expect(try await recorded([]) == 2)
      #expect(try await recorded([LoggedDays.source]) == 3)
    }
  }
}

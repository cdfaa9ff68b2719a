import CivilTime
import Duties
import People
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite("Limits exceeded, as events")
struct LimitEventTests {
  @Test(arguments: Engine.available)
  func ariseOnceAUnitAndYearOnItsLastDay(engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      for (person, month, hours) in [
        (1, "2026-04", 50), (2, "2026-05", 46), (3, "2026-05", 44), (4, "2026-08", 60),
      ] {
        try await office.database.write { connection in
          try connection.execute(
            """
            INSERT INTO month_total (employee, month, overtime_minutes, is_special,
            recorded_duty_days, rests, sufficient_rests)
            VALUES (\(person), \(month), \(hours * 60), FALSE, 20, 0, 0)
            """
          )
        }
      }
      func units(_ first: String, _ last: String) async throws -> [DutyEvent] {
        let window = day(first)...day(last)
        return try await office.database.read { connection in
          try WorkingTimeEvents.all.flatMap { try $0.events(window, connection) }
        }
      }
      let june = try await units("2026-04-01", "2026-06-30")
      #expect(june.map(\.subject) == [.unit(RecordID(2))])
      #expect(june.map(\.on) == [day("2027-03-31")])
      #expect(june.map(\.employer) == [RecordID(1)])
      #expect(june.map(\.kind.rawValue) == ["working-time.limit-exceeded"])
      let later = try await units("2026-04-01", "2027-05-10")
      #expect(later.map(\.subject) == [.unit(RecordID(2)), .unit(RecordID(4))])
      #expect(try await units("2027-04-01", "2027-05-10").isEmpty)
    }
  }
}

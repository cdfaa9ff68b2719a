import Demo
import Journal
import Store
import TestSupport
import Testing

@Suite struct SameSeedTests {
  private static func dump(seed: UInt64) async throws -> DatabaseDump {
    try await DemoDatabase.with(staff: 120, seed: seed) { database, summary in
      #expect(summary.staff == 120)
      let dump = try await DatabaseDump(of: database)
      #expect(dump.rowCount("punch") == summary.punches)
      // One claim was made anew after somebody else had proposed a change.
      #expect(dump.rowCount("overtime_declaration") == summary.overtimeDays + 1)
      #expect(dump.rowCount("employee") == summary.people)
      return dump
    }
  }

  @Test func sameSeedGivesSameBytesAndAnotherSeedOthers() async throws {
    let first = try await Self.dump(seed: 1)
    let again = try await Self.dump(seed: 1)
    let other = try await Self.dump(seed: 2)
    for (one, two) in zip(first.tables, again.tables) {
      let isSame = one == two
      #expect(isSame, "table \(one.name)")
    }
    for name in [
      "employee", "assignment", "account", "punch", "overtime_declaration", "month_total", "pattern_choice",
      "telework", "overtime_request", "log_strip", "closed_month",
    ] {
      let one = first.tables.first { $0.name == name }
      let isOther = one != other.tables.first { $0.name == name }
      #expect(isOther, "table \(name)")
    }
  }

  @Test(arguments: Engine.available)
  func demoFillsEitherEngineAndItsJournalHasAnEntryForEachMonth(engine: Engine) async throws {
    try await DemoDatabase.with(engine, staff: 60) { database, summary in
      let entries = try await database.read { try JournalRecords.latest(before: nil, limit: 100, on: $0) }
      #expect(entries.count { $0.kind.name == "demo.created" } == 1)
      #expect(entries.count { $0.kind.name == "demo.month-imported" } == 15)
      #expect(summary.months == 15)
      #expect(summary.staff == 60)
    }
  }

  @Test func fewerMonthsAreTheSameLastDaysOfTheSamePeople() async throws {
    func records(months: Int) async throws -> (people: Int, later: [[SQLValue]], earlier: Int) {
      try await DemoDatabase.with(staff: 60, months: months) { database, summary in
        #expect(summary.months == months)
        return try await database.read { connection in
          let later = try connection.rows(
            "SELECT employee, work_date, minute FROM punch WHERE work_date >= '2026-09-01' ORDER BY 1, 2, 3"
          )
          let earlier = try connection.rows("SELECT 1 FROM punch WHERE work_date < '2026-08-31'")
          return (summary.people, later.map(\.values), earlier.count)
        }
      }
    }
    let few = try await records(months: 3)
    let all = try await records(months: 15)
    #expect(few.people == all.people)
    #expect(few.later == all.later && !few.later.isEmpty)
    #expect(few.earlier == 0 && all.earlier > 0)
  }

  @Test func secondDemoInTheSameDatabaseIsRefused() async throws {
    try await DemoDatabase.with(staff: 60) { database, _ in
      await #expect(throws: StoreError.self) {
        try await DemoMinistry(staff: 60, today: DemoDatabase.today).write(to: database) { _ in }
      }
    }
  }
}

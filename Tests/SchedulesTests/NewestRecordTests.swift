import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

/// Of several records the one written last counts, also where another was written while it waited for its turn.
@Suite struct NewestRecordTests {
  /// A database in which somebody else always writes first.
  private struct Overtaken: SQLDatabase {
    let database: any SQLDatabase
    let other: @Sendable (any SQLConnection) throws -> Void

    var dialect: SQLDialect { database.dialect }

    func read<Value: Sendable>(
      _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
      try await database.read(body)
    }

    func write<Value: Sendable>(
      _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
      try await database.write { connection in
        try other(connection)
        return try body(connection)
      }
    }

    func close() async { await database.close() }
  }

  /// Where others choose the standard day again for person 22.
  private static func overtaken(_ office: SchedulesOffice) -> Overtaken {
    Overtaken(database: office.database) { connection in
      let choice = PatternChoice(
        id: office.ids.next(),
        pattern: nil,
        from: SchedulesOffice.today,
        to: nil,
        reason: "ほかの人",
        recordedAt: office.clock.now()
      )
      try PatternRecords.append(choice, of: RecordID(22), account: 1, on: connection)
    }
  }

  private static func wish(_ pattern: WorkPattern) -> [(String, String)] {
    [("pattern", "\(pattern.id)"), ("from", "2026-06-10"), ("why", "送迎")]
  }

  @Test(arguments: Engine.available)
  func thePatternChosenLastHolds(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let head = try await office.visit(21, through: Self.overtaken(office))
      #expect(await head.post("/schedules/people/22/pattern", Self.wish(early)).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-10")).origin == .pattern("早出A"))
    }
  }

  @Test(arguments: Engine.available)
  func thePatternGrantedLastHolds(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      _ = await (try await office.visit(22)).post("/schedules/pattern-requests", Self.wish(early))
      let path = "/schedules/pattern-requests/\(try await office.newest("pattern_request"))"
      let head = try await office.visit(21, through: Self.overtaken(office))
      #expect(await head.post(path, [("outcome", "granted")]).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-10")).origin == .pattern("早出A"))
    }
  }

  @Test(arguments: Engine.available)
  func theStandardDayAndTheTermsFixedLastHold(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let from = day("2026-07-01")
      func terms(_ end: Int) -> FlextimeTerms {
        FlextimeTerms(
          core: clock(10)..<clock(end),
          standardBreak: clock(12)..<clock(13),
          dailyMinimum: Minutes(hours: 4)
        )
      }
      let former = terms(15)
      let overtaken = Overtaken(database: office.database) { connection in
        let now = office.clock.now()
        let standard = StandardDay(
          id: office.ids.next(),
          employer: RecordID(1),
          from: from,
          hours: .headOffice
        )
        try StandardDayRecords.append(standard, reason: "ほか", at: now, account: 1, on: connection)
        let fixed = FlextimeTermsEntry(
          id: office.ids.next(),
          employer: RecordID(1),
          unit: nil,
          from: from,
          terms: former
        )
        try FlextimeTermsRecords.append(fixed, reason: "ほか", at: now, account: 1, on: connection)
      }
      let hr = try await office.visit(11, as: .hr, through: overtaken)
      let standard = [
        ("standard-employer", "1"), ("standard-start", "9:00"), ("standard-end", "17:45"),
        ("standard-pause-start", "12:00"), ("standard-pause-end", "13:00"),
        ("standard-from", "2026-07-01"), ("standard-reason", "訓令"),
      ]
      #expect(await hr.post("/schedules/rules/standard", standard).status == 303)
      #expect(try await office.allotment(of: 22, on: from).hours == hours(9, span: 525))
      let fixed = [
        ("terms-employer", "1"), ("terms-unit", ""), ("terms-from", "2026-07-01"),
        ("terms-core-start", "10:00"), ("terms-core-end", "14:00"), ("terms-pause-start", "12:00"),
        ("terms-pause-end", "13:00"), ("terms-minimum", "4:00"), ("terms-reason", "訓令"),
      ]
      #expect(await hr.post("/schedules/rules/terms", fixed).status == 303)
      let found = try await office.database.read {
        try FlextimeTermsRecords.terms(of: RecordID(1), [], on: from, connection: $0)
      }
      #expect(found == terms(14))
    }
  }
}

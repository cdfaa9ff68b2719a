import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// The newest entry of a day counts: the one that was written last, whoever came first.
@Suite struct EntryOrderTests {
  @Test(arguments: Engine.available)
  func whoWaitedBehindAnotherCountsAfterThem(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let date = day("2026-04-02")
      let entry = { @Sendable (length: Int) in
        DayCorrection.Entry.overtime(length: Minutes(length), isSpecial: false, reason: "答弁")
      }
      let behind = QueuedDatabase(database: office.database) {
        try await office.enter(entry(30), on: date)
      }
      _ = try await DayCorrection(database: behind, ids: office.ids).record(
        entry(60),
        on: date,
        for: office.actor(1),
        at: office.clock.now(),
        once: nil
      )
      let claims = try await office.database.read { connection in
        try OvertimeRecords.declarations(of: RecordID(1), in: date...date, on: connection)
      }
      #expect(claims.map(\.length.count) == [30, 60])
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }
}

/// A database whose writers wait until somebody else has written.
private struct QueuedDatabase: SQLDatabase {
  let database: any SQLDatabase
  let before: @Sendable () async throws -> Void

  var dialect: SQLDialect { database.dialect }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value { try await database.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await before()
    return try await database.write(body)
  }

  func close() async {}
}

import Foundation
import Store
import StorePostgres
import StoreSQLite
import TestSupport
import Testing

@Suite struct FaultTests {
  @Test(arguments: Engine.available)
  func processKilledWhileWritingLeavesWholeTransactionsOnly(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let location = temporary.location
      await #expect(processExitsWith: .signal(SIGKILL)) { [location = location as DatabaseLocation] in
        let database = try await location.open()
        try await database.write(increment)
        try await database.write { connection in
          try increment(connection)
          let rows = (1...5000).map { [SQLValue.integer(Int64($0))] }
          try connection.insert(into: "sample", columns: ["id"], rows: rows)
          kill(getpid(), SIGKILL)
        }
      }
      #expect(try await counterAmount(temporary.database) == 1)
      #expect(try await sampleCount(temporary.database) == 0)
      try await temporary.database.write(increment)
      #expect(try await counterAmount(temporary.database) == 2)
    }
  }

  @Test func fullDiskOnSQLiteIsReportedAndLeavesWholeTransactionsOnly() async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      let pages = try await database.read { try $0.value("PRAGMA page_count", as: Int.self) }
      try #require(pages ?? 0 < 40)
      try await database.write { _ = try $0.rows("PRAGMA max_page_count = 40") }
      let tooMuch = [UInt8](repeating: 7, count: 400_000)
      let refusals = await withTaskGroup(of: StoreError?.self) { group in
        for number in 0..<20 {
          group.addTask {
            do {
              try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (\(number))")
                if number == 10 {
                  try connection.execute("INSERT INTO sample (id, raw) VALUES (\(100), \(tooMuch))")
                }
              }
              return nil
            } catch {
              return error as? StoreError
            }
          }
        }
        return await group.reduce(into: [StoreError]()) { if let error = $1 { $0.append(error) } }
      }
      #expect(refusals == [.diskFull])
      #expect(try await sampleCount(database) == 19)
    }
  }

  @Test(.enabled(if: Engine.postgresURL != nil))
  func writeWhoseConnectionIsLostRunsAgain() async throws {
    try await TemporaryDatabase.with(.postgres, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      let runs = Counter()
      try await database.write { connection in
        try increment(connection)
        if runs.next() <= 2 {
          try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        }
        try increment(connection)
      }
      #expect(runs.value == 3)
      #expect(try await counterAmount(database) == 2)
    }
  }

  @Test(.enabled(if: Engine.postgresURL != nil))
  func lossDuringTheCommitIsReportedAsUnknown() async throws {
    let migration = Migration(
      "fault-0001",
      [
        SchemaText(
          """
          CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS $body$
          BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM 1; RETURN NULL; END
          $body$
          """,
          onlyOn: .postgres
        ),
        SchemaText(
          """
          CREATE CONSTRAINT TRIGGER lose_connection AFTER INSERT ON sample
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_session()
          """,
          onlyOn: .postgres
        ),
      ]
    )
    try await TemporaryDatabase.with(.postgres, migrations: ContractSchema.migrations + [migration]) {
      temporary in
      let database = temporary.database
      await #expect(throws: StoreError.connectionLost(outcomeUnknown: true)) {
        try await database.write { try $0.execute("INSERT INTO sample (id) VALUES (1)") }
      }
      let count = try await sampleCount(database)
      #expect(count == 0)
    }
  }

  @Test(.enabled(if: PrivateServer.isAvailable))
  func poolSurvivesARestartOfItsServer() async throws {
    try await PrivateServer.with { server in
      let location = DatabaseLocation.postgres(url: try await server.start(), schema: "public")
      let database = try await location.open()
      _ = try await Migrator(ContractSchema.migrations).migrate(database, clock: SettableClock())
      try await incrementConcurrently(database, times: 20)
      try await server.stop()
      await #expect(throws: StoreError.connectionLost(outcomeUnknown: false)) {
        try await counterAmount(database)
      }
      _ = try await server.start()
      #expect(try await counterAmount(database) == 20)
      try await incrementConcurrently(database, times: 20)
      #expect(try await counterAmount(database) == 40)
      await database.close()
    }
  }

  @Test func whatCannotBeOpenedSaysSo() async throws {
    await #expect {
      try await PostgresDatabase.open(url: "postgres:///x?host=/nonexistent&user=nobody", connections: 1)
    } throws: { error in
      if case StoreError.cannotOpen(let text) = error { text.contains("/nonexistent") } else { false }
    }
    await #expect(throws: StoreError.self) {
      try await PostgresDatabase.open(url: "postgres:///x", schema: "a\"; DROP SCHEMA public; --")
    }
    #expect {
      try SQLiteDatabase.open(path: "/nonexistent/folder/x.sqlite")
    } throws: { error in
      if case StoreError.cannotOpen = error { true } else { false }
    }
  }
}

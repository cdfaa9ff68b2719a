import CivilTime
@testable import Store
import TestSupport
import Testing

@Suite struct MigrationTests {
  static let first = Migration("a-0001", ["CREATE TABLE first_table (id {integer} NOT NULL) {strict}"])
  static let second = Migration(
    "a-0002",
    [
      "ALTER TABLE first_table ADD COLUMN flag {boolean}",
      SchemaText("CREATE TABLE only_here (id INTEGER)", onlyOn: .sqlite),
      SchemaText("CREATE TABLE only_there (id INTEGER)", onlyOn: .postgres),
    ]
  )

  @Test(arguments: Engine.available)
  func stepsRunOnceInOrderAndAreRecorded(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine) { temporary in
      let database = temporary.database
      let clock = SettableClock()
      let migrator = Migrator([Self.first, Self.second])
      #expect(try await migrator.pending(database) == ["a-0001", "a-0002"])
      #expect(try await Migrator([Self.first]).migrate(database, clock: clock) == ["a-0001"])
      #expect(try await migrator.pending(database) == ["a-0002"])
      #expect(try await migrator.migrate(database, clock: clock) == ["a-0002"])
      #expect(try await migrator.migrate(database, clock: clock).isEmpty)
      let rows = try await database.read {
        try $0.rows("SELECT name, applied_at FROM schema_migration ORDER BY name")
      }
      let expected = ["a-0001", "a-0002"].map { [$0.sqlValue, clock.now().sqlValue] }
      #expect(rows.map(\.values) == expected)
    }
  }

  @Test(arguments: Engine.available)
  func changedAndUnknownStepsAreRefused(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: [Self.first, Self.second]) { temporary in
      let database = temporary.database
      let changed = Migration("a-0002", ["CREATE TABLE another (id {integer})"])
      await #expect(throws: StoreError.changedMigration(name: "a-0002")) {
        try await Migrator([Self.first, changed]).migrate(database, clock: SettableClock())
      }
      await #expect(throws: StoreError.newerSchema(unknownMigration: "a-0002")) {
        try await Migrator([Self.first]).migrate(database, clock: SettableClock())
      }
      await #expect(throws: StoreError.newerSchema(unknownMigration: "a-0002")) {
        try await Migrator([Self.first]).pending(database)
      }
    }
  }

  @Test(arguments: Engine.available)
  func failingStepLeavesNothingAndKeepsTheStepsBefore(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine) { temporary in
      let database = temporary.database
      let broken = Migration(
        "a-0002",
        ["CREATE TABLE half (id {integer})", "CREATE TABLE half (id {integer})"]
      )
      await #expect(throws: StoreError.self) {
        try await Migrator([Self.first, broken]).migrate(database, clock: SettableClock())
      }
      #expect(try await Migrator([Self.first, Self.second]).pending(database) == ["a-0002"])
      try await database.write { _ = try $0.execute("CREATE TABLE half (id BIGINT)") }
    }
  }

  @Test(arguments: Engine.available)
  func processesThatStartTogetherApplyEachStepOnce(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine) { temporary in
      // The ledger goes too, so that they also race for creating it.
      try await temporary.database.write { try $0.execute("DROP TABLE schema_migration") }
      let migrations = ContractSchema.migrations + [Self.first, Self.second]
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<5 {
          group.addTask {
            let database = try await temporary.location.open()
            let applied = try await Migrator(migrations).migrate(database, clock: SettableClock())
            await database.close()
            return applied
          }
        }
        return try await group.reduce(into: [String]()) { $0 += $1 }
      }
      #expect(applied.sorted() == migrations.map(\.name).sorted())
    }
  }

  @Test func tokensAreReplacedAndOtherBracesStay() {
    let text = "{integer} {boolean} {bytes} {strict} {} {other} '{\"a\":{integer}}' {"
    #expect(
      SchemaToken.replaceAll(in: text, for: .sqlite)
        == "INTEGER INTEGER BLOB STRICT {} {other} '{\"a\":INTEGER}' {"
    )
    #expect(
      SchemaToken.replaceAll(in: text, for: .postgres)
        == "BIGINT BOOLEAN BYTEA  {} {other} '{\"a\":BIGINT}' {"
    )
  }

  @Test func digestsStayAsTheyStandInDatabases() {
    #expect(Self.first.digest == "75b0c8e30ffb9a5a512ceaf141533cca")
    #expect(Migration("x", ["ab", "c"]).digest != Migration("x", ["a", "bc"]).digest)
    let both = Migration("x", ["a"])
    let one = Migration("x", [SchemaText("a", onlyOn: .sqlite)])
    #expect(both.digest != one.digest)
  }
}

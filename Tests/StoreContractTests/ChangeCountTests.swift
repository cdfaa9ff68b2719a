@testable import Store
import TestSupport
import Testing

@Suite struct ChangeCountTests {
  static let schema = Migration(
    "counted-0001",
    [
      "CREATE TABLE counter (id {integer} PRIMARY KEY, number {integer} NOT NULL) {strict}",
      "INSERT INTO counter (id, number) VALUES (1, 0)",
      "CREATE TABLE counted (id {integer} PRIMARY KEY, word TEXT NOT NULL) {strict}",
      "CREATE TABLE other (id {integer} PRIMARY KEY) {strict}",
    ] + SchemaText.counting(changesOf: ["counted"], in: "counter")
  )

  static let changes: [SQLText] = [
    "INSERT INTO counted (id, word) VALUES (1, 'one')",
    "UPDATE counted SET word = 'two' WHERE id = 1",
    "INSERT INTO counted (id, word) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET word = excluded.word",
    "DELETE FROM counted WHERE id = 1",
  ]

  @Test(arguments: Engine.available)
  func everyChangeIsCountedAndReadsAndOtherTablesAreNot(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: [Self.schema]) { temporary in
      let database = temporary.database
      for change in Self.changes {
        let before = try await Self.count(database)
        try await database.write { connection in try connection.execute(change) }
        let after = try await Self.count(database)
        #expect(after > before, "\(change.text)")
      }
      let before = try await Self.count(database)
      try await database.write { connection in try connection.execute("INSERT INTO other (id) VALUES (1)") }
      _ = try await database.glance { try $0.rows("SELECT id FROM counted") }
      let unchanged = try await Self.count(database)
      #expect(unchanged == before)
      try await database.write { connection in
        try connection.insert(into: "counted", columns: ["id", "word"], rows: [[.integer(2), .text("b")]])
      }
      let after = try await Self.count(database)
      #expect(after > before)
    }
  }

  @Test(arguments: Engine.available)
  func whatIsUndoneIsNotCounted(engine: Engine) async throws {
    struct Undone: Error {}
    try await TemporaryDatabase.with(engine, migrations: [Self.schema]) { temporary in
      await #expect(throws: Undone.self) {
        try await temporary.database.write { connection in
          try connection.execute(Self.changes[0])
          throw Undone()
        }
      }
      let count = try await Self.count(temporary.database)
      #expect(count == 0)
    }
  }

  private static func count(_ database: any SQLDatabase) async throws -> Int {
    try await database.read { try $0.value("SELECT number FROM counter WHERE id = 1") ?? -1 }
  }
}

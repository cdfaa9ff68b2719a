import Foundation
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct BackupTests {
  @Test func backupIsWholeAndReplacesTheOneBefore() async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: ContractSchema.migrations) { temporary in
      let database = try #require(temporary.database as? SQLiteDatabase)
      guard case .sqlite(let path) = temporary.location else { return }
      let copy = path + "-backup ' copy"
      try await database.backup(to: copy)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 { group.addTask { try await database.write(increment) } }
        group.addTask { try await database.backup(to: copy) }
        try await group.waitForAll()
      }
      try await database.backup(to: copy)
      try SQLiteDatabase.verify(path: copy)
      let restored = try SQLiteDatabase.open(path: copy)
      #expect(try await counterAmount(restored) == 50)
      await restored.close()
      #expect(!FileManager.default.fileExists(atPath: copy + ".unfinished"))
    }
  }

  @Test func otherFilesAreNotTakenForDatabases() async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: ContractSchema.migrations) { temporary in
      guard case .sqlite(let path) = temporary.location else { return }
      let text = path + ".txt"
      try Data("no database at all, but long enough".utf8).write(to: URL(fileURLWithPath: text))
      #expect(throws: StoreError.self) { try SQLiteDatabase.verify(path: text) }
      #expect(throws: StoreError.self) { try SQLiteDatabase.verify(path: path + ".missing") }
      #expect(throws: StoreError.self) { try SQLiteDatabase.open(path: text) }
      await temporary.database.close()
      try SQLiteDatabase.verify(path: path)
    }
  }

  @Test func commitsReachTheDisk() async throws {
    try await TemporaryDatabase.with(.sqlite) { temporary in
      let modes = try await temporary.database.write { connection in
        [
          try connection.value("PRAGMA synchronous", as: Int.self),
          try connection.value("PRAGMA foreign_keys", as: Int.self),
          try connection.value(
            "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'",
            as: Int.self
          ),
        ]
      }
      #expect(modes == [2, 1, 1])
    }
  }
}

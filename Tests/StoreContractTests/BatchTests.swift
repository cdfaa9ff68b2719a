import Store
import TestSupport
import Testing

@Suite struct BatchTests {
  @Test(arguments: Engine.available)
  func largeBatchesAreInsertedAndReadRowByRow(engine: Engine) async throws {
    let count = 100_000
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let rows = (1...count).map { id -> [SQLValue] in [.integer(Int64(id)), .text("行 \(id)")] }
      try await temporary.database.write {
        try $0.insert(into: "sample", columns: ["id", "word"], rows: rows)
      }
      let (sum, last) = try await temporary.database.read { connection -> (Int, String) in
        var sum = 0
        var last = ""
        try connection.forEachRow("SELECT id, word FROM sample WHERE id > \(0) ORDER BY id") { row in
          sum += try row.value(0, as: Int.self)
          last = try row.value(1)
        }
        return (sum, last)
      }
      #expect(sum == count * (count + 1) / 2)
      #expect(last == "行 100000")
    }
  }

  @Test(arguments: Engine.available)
  func rowByRowReadingMayAskInBetweenAndStop(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let query: SQLText = "SELECT id FROM sample ORDER BY id"
      let seen = try await temporary.database.write { connection -> [Int] in
        let rows = (1...1200).map { [SQLValue.integer(Int64($0))] }
        try connection.insert(into: "sample", columns: ["id"], rows: rows)
        var seen: [Int] = []
        // Stopping by an error is the body's right; the transaction goes on.
        try? connection.forEachRow(query) { row in
          if seen.count == 600 { throw Refusal() }
          let id: Int = try row.value(0)
          seen.append(try connection.value(query, as: Int.self) == 1 ? id : 0)
        }
        try connection.forEachRow(query) { row in seen.append(try row.value(0)) }
        return seen
      }
      #expect(seen == Array(1...600) + Array(1...1200))
    }
  }

  @Test(arguments: Engine.available)
  func aRowThatIsKeptStaysAsItWasWhenTheNextOneComes(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let rows: [[SQLValue]] = [
        [.integer(1), .text("一")], [.integer(2), .null], [.integer(3), .text("三 で十五バイトより長い")],
      ]
      let query: SQLText = "SELECT id, word FROM sample ORDER BY id"
      try await temporary.database.write {
        try $0.insert(into: "sample", columns: ["id", "word"], rows: rows)
      }
      let (kept, words) = try await temporary.database.read { connection in
        var kept: [SQLRow] = []
        try connection.readRows(query) { kept.append($0) }
        return (kept, try connection.rows(query) { row in try row.optional(1, as: String.self) })
      }
      #expect(kept.map(\.values) == rows)
      #expect(words == ["一", nil, "三 で十五バイトより長い"])
    }
  }

  @Test(arguments: Engine.available)
  func batchWithOneBadRowInsertsNothing(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let rows: [[SQLValue]] = (1...500).map { [.integer(Int64($0 % 499))] }
      await #expect {
        try await temporary.database.write { try $0.insert(into: "sample", columns: ["id"], rows: rows) }
      } throws: { error in
        if case StoreError.unique = error { true } else { false }
      }
      await #expect(throws: StoreError.self) {
        try await temporary.database.write { connection in
          let uneven: [[SQLValue]] = [[.integer(1)], [.integer(2), .null]]
          try connection.insert(into: "sample", columns: ["id"], rows: uneven)
        }
      }
      try await temporary.database.write { try $0.insert(into: "sample", columns: ["id"], rows: []) }
      #expect(try await sampleCount(temporary.database) == 0)
    }
  }

  @Test(arguments: Engine.available)
  func changedRowsAreCounted(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let counts = try await temporary.database.write { connection in
        [
          try connection.execute("INSERT INTO sample (id) VALUES (1), (2), (3)"),
          try connection.execute("UPDATE sample SET number = 1 WHERE id > 1"),
          try connection.execute("UPDATE sample SET number = 1 WHERE id > 100"),
          try connection.execute("INSERT INTO sample (id) VALUES (1) ON CONFLICT (id) DO NOTHING"),
          try connection.execute("CREATE TABLE another (id BIGINT)"),
          try connection.rows("DELETE FROM sample WHERE id > 1 RETURNING id").count,
        ]
      }
      #expect(counts == [3, 2, 0, 0, 0, 2])
    }
  }
}

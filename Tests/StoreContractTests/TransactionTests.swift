import Store
import TestSupport
import Testing

@Suite struct TransactionTests {
  @Test(arguments: Engine.available)
  func readsRefuseToWrite(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      await #expect {
        try await temporary.database.read { try $0.execute("UPDATE counter SET amount = 5") }
      } throws: { error in
        guard case StoreError.engine(let code, _) = error else { return false }
        return code == (engine == .sqlite ? "8" : "25006")
      }
      let left = try await counterAmount(temporary.database)
      #expect(left == 0)
    }
  }

  @Test(arguments: Engine.available)
  func bodyThatThrowsLeavesNothing(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      await #expect(throws: Refusal()) {
        try await temporary.database.write { connection in
          try connection.execute("INSERT INTO sample (id) VALUES (1)")
          throw Refusal()
        }
      }
      let left = try await sampleCount(temporary.database)
      #expect(left == 0)
    }
  }

  @Test(arguments: Engine.available)
  func concurrentIncrementsLoseNothing(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      try await incrementConcurrently(database, times: 200)
      #expect(try await counterAmount(database) == 200)
    }
  }

  @Test(arguments: Engine.available)
  func poolsOfTwoProcessesShareOneDatabase(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let databases = [temporary.database, try await temporary.location.open()]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<100 {
          group.addTask { try await databases[number % 2].write(increment) }
        }
        try await group.waitForAll()
      }
      #expect(try await counterAmount(databases[1]) == 100)
      await databases[1].close()
    }
  }

  enum Fault: Sendable, CaseIterable {
    /// The body throws after it has inserted.
    case ofTheBody
    /// A rule is broken that is checked at the commit alone.
    case ofTheCommit
  }

  @Test(arguments: Engine.available, Fault.allCases)
  func failingMembersHarmNoOthers(engine: Engine, fault: Fault) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      let gate = Gate()
      let failures = await withTaskGroup(of: Int.self) { group in
        // The first write holds the writer until the others stand in line behind it.
        group.addTask { await Self.failures { try await database.write { _ in gate.wait() } } }
        for number in 0..<120 {
          group.addTask {
            await Self.failures { try await database.write { try Self.insert(number, with: fault, on: $0) } }
          }
        }
        await Task.yield()
        gate.open()
        return await group.reduce(0, +)
      }
      #expect(failures == 60)
      let ids = try await database.read { try $0.rows("SELECT id FROM sample ORDER BY id") }
      #expect(try ids.map { try $0.value(0, as: Int.self) } == Array(stride(from: 0, to: 120, by: 2)))
    }
  }

  private static func failures(_ body: () async throws -> Void) async -> Int {
    do {
      try await body()
      return 0
    } catch {
      return 1
    }
  }

  private static func insert(_ number: Int, with fault: Fault, on connection: any SQLConnection) throws {
    try connection.execute("INSERT INTO sample (id) VALUES (\(number))")
    guard !number.isMultiple(of: 2) else { return }
    switch fault {
    case .ofTheBody: throw Refusal()
    case .ofTheCommit:
      try connection.execute("INSERT INTO child (id, parent, amount) VALUES (\(number), 999, 1)")
    }
  }

  @Test(arguments: Engine.available)
  func savepointsUndoTheirPartAlone(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      try await temporary.database.write { connection in
        try connection.execute("INSERT INTO sample (id) VALUES (1)")
        try connection.savepoint {
          try connection.execute("INSERT INTO sample (id) VALUES (2)")
          #expect(throws: Refusal()) {
            try connection.savepoint {
              try connection.execute("INSERT INTO sample (id) VALUES (3)")
              throw Refusal()
            }
          }
          #expect(throws: StoreError.self) {
            try connection.savepoint { _ = try connection.execute("INSERT INTO sample (id) VALUES (1)") }
          }
          try connection.execute("INSERT INTO sample (id) VALUES (4)")
        }
      }
      let rows = try await temporary.database.read { try $0.rows("SELECT id FROM sample ORDER BY id") }
      #expect(rows.map(\.values) == [[.integer(1)], [.integer(2)], [.integer(4)]])
    }
  }

  @Test(arguments: Engine.available)
  func swallowedFailureIsNotCommitted(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      await #expect {
        try await temporary.database.write { connection in
          try connection.execute("INSERT INTO sample (id) VALUES (1)")
          _ = try? connection.execute("INSERT INTO sample (id) VALUES (1)")
        }
      } throws: { error in
        if case StoreError.unique = error { true } else { false }
      }
      let left = try await sampleCount(temporary.database)
      #expect(left == 0)
    }
  }

  @Test(arguments: Engine.available)
  func readSeesOneSnapshot(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      let (hasRead, readSignal) = AsyncStream.makeStream(of: Void.self)
      let gate = Gate()
      async let amounts = database.read { connection in
        let before: Int? = try connection.value("SELECT amount FROM counter")
        readSignal.finish()
        gate.wait()
        return [before, try connection.value("SELECT amount FROM counter")]
      }
      for await _ in hasRead {}
      try await database.write(increment)
      gate.open()
      #expect(try await amounts == [0, 0])
      #expect(try await counterAmount(database) == 1)
    }
  }

  @Test(arguments: Engine.available)
  func closedDatabaseRefuses(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      try await database.write(increment)
      await database.close()
      await #expect(throws: StoreError.closed) { try await counterAmount(database) }
      await #expect(throws: StoreError.closed) { try await database.write(increment) }
    }
  }
}

import CivilTime
import Store
import TestSupport
import Testing

/// No two nodes on a database share a number, whatever their process numbers are.
@Suite struct LeaseTests {
  static let day: Int64 = 24 * 3600 * 1000

  static func with(
    _ engine: Engine,
    _ body: (any SQLDatabase, SettableClock) async throws -> Void
  ) async throws {
    try await TemporaryDatabase.with(engine, migrations: RecordIDSource.migrations) { temporary in
      try await body(temporary.database, SettableClock())
    }
  }

  @Test(arguments: Engine.available)
  func nodesThatOpenAtOnceGetDifferentNumbers(_ engine: Engine) async throws {
    try await Self.with(engine) { database, clock in
      let nodes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 {
          group.addTask { try await RecordIDSource.leased(on: database, clock: clock).node }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(nodes.sorted() == Array(1...20))
    }
  }

  @Test(arguments: Engine.available)
  func aLeaseHoldsAsLongAsItIsRenewed(_ engine: Engine) async throws {
    try await Self.with(engine) { database, clock in
      try await Self.fill(database, clock, except: 1)
      let first = try await RecordIDSource.leased(on: database, clock: clock)
      #expect(first.node == 1023)
      clock.advance(milliseconds: Self.day - 1)
      try await first.renewLease(on: database)
      #expect(first.node == 1023)
      // All others have expired by now; the first is still held.
      clock.advance(milliseconds: Self.day - 1)
      let second = try await RecordIDSource.leased(on: database, clock: clock)
      #expect(second.node == 1)
      clock.advance(milliseconds: 1)
      try await Self.takeAll(database, clock)
      let before: RecordID<LeaseTests> = first.next()
      try await first.renewLease(on: database)
      #expect(first.node != 1023)
      #expect(first.next(LeaseTests.self) > before)
    }
  }

  @Test(arguments: Engine.available)
  func whenAllAreTakenTheNextIsRefusedUntilOneIsGivenBack(_ engine: Engine) async throws {
    try await Self.with(engine) { database, clock in
      try await Self.fill(database, clock, except: 2)
      let one = try await RecordIDSource.leased(on: database, clock: clock)
      let other = try await RecordIDSource.leased(on: database, clock: clock)
      #expect([one.node, other.node] == [1022, 1023])
      await #expect(throws: StoreError.self) { try await RecordIDSource.leased(on: database, clock: clock) }
      try await other.endLease(on: database)
      clock.advance(milliseconds: 1)
      try await one.endLease(on: database)
      // The one that has been free for longer comes first.
      #expect(try await RecordIDSource.leased(on: database, clock: clock).node == 1023)
      #expect(try await RecordIDSource.leased(on: database, clock: clock).node == 1022)
    }
  }

  @Test(arguments: Engine.available)
  func aNumberIsGivenBackByItsHolderAlone(_ engine: Engine) async throws {
    try await Self.with(engine) { database, clock in
      let one = try await RecordIDSource.leased(on: database, clock: clock)
      let stranger = RecordIDSource(clock: clock, node: one.node)
      try await stranger.endLease(on: database)
      try await one.renewLease(on: database)
      #expect(one.node == 1)
      try await stranger.renewLease(on: database)
      #expect(stranger.node == 2)
    }
  }

  /// Rows for all numbers but the last ones, held by nobody here.
  private static func fill(_ database: any SQLDatabase, _ clock: SettableClock, except free: Int) async throws
  {
    let end = clock.now().adding(milliseconds: day)
    let holder: Int64 = 7
    try await database.write { connection in
      try connection.insert(
        into: "record_id_node",
        columns: ["node", "holder", "expires_at"],
        rows: (1...(1023 - free)).map { [$0.sqlValue, holder.sqlValue, end.sqlValue] }
      )
    }
  }

  /// Another node takes every number that has expired.
  private static func takeAll(_ database: any SQLDatabase, _ clock: SettableClock) async throws {
    let now = clock.now()
    let end = now.adding(milliseconds: day)
    let holder: Int64 = 8
    try await database.write { connection in
      try connection.execute(
        """
        UPDATE record_id_node SET holder = \(holder), expires_at = \(end)
        WHERE expires_at <= \(now) AND node > 9
        """
      )
    }
  }
}

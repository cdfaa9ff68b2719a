import CivilTime
import Schedules
import Site
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// Who claimed for days ahead is found by an index when everybody's hours change, such as by a holiday.
@Suite struct ClaimantsTests {
  @Test func claimsAheadAreFoundWithoutReadingAll() async throws {
    try await WorkingTimeOffice.with(.sqlite) { office in
      office.clock.set(instant("2026-03-30", 10))
      let today = OfficeZone.date(of: office.clock.now())
      let change = HoursFollower.Change(
        of: .everybody(from: today),
        at: office.clock.now(),
        account: 2,
        ids: office.ids
      )
      try await office.database.write { connection in
        let watched = WatchedConnection(connection)
        try ClaimRecount.follower.follow(change, watched)
        let query = try #require(watched.queries.first)
        let plan = try connection.rows("EXPLAIN QUERY PLAN \(fragment: query)").map {
          try $0.value(3, as: String.self)
        }
        #expect(
          plan.contains { $0.contains("SEARCH d USING COVERING INDEX overtime_declaration_date") },
          "\(plan)"
        )
      }
    }
  }
}

/// Passes queries on and remembers them.
private final class WatchedConnection: SQLConnection {
  private let connection: any SQLConnection
  private(set) var queries: [SQLText] = []

  init(_ connection: any SQLConnection) {
    self.connection = connection
  }

  var dialect: SQLDialect { connection.dialect }

  func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow] {
    queries.append(sql)
    return try connection.rows(sql)
  }

  func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    queries.append(sql)
    try connection.forEachRow(sql, body)
  }

  func execute(_ sql: SQLText) throws(StoreError) -> Int { try connection.execute(sql) }

  func insert(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws(StoreError) {
    try connection.insert(into: table, columns: columns, rows: rows)
  }

  func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try connection.savepoint(body) }
}

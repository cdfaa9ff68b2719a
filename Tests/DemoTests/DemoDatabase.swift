import Access
import CivilTime
import Demo
import Journal
import People
import Store
import TestSupport

/// Small demos in databases of their own.
enum DemoDatabase {
  static let today = CivilDate(dayNumber: 20_780)  // 23 November 2026

  static let migrations =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + DemoMinistry.migrations

  @discardableResult
  static func with<Value>(
    _ engine: Engine = .sqlite,
    staff: Int,
    months: Int = 15,
    seed: UInt64 = 1,
    _ body: (any SQLDatabase, DemoSummary) async throws -> Value
  ) async throws -> Value {
    try await TemporaryDatabase.with(engine, migrations: migrations) { temporary in
      let demo = DemoMinistry(staff: staff, months: months, seed: seed, today: today)
      let summary = try await demo.write(to: temporary.database) { _ in }
      return try await body(temporary.database, summary)
    }
  }
}

import CivilTime
import Store
import TestSupport
import Testing

@testable import People

@Suite struct UnitShelfTests {
  @Test(arguments: Engine.available)
  func aKeptChartIsTheOneThatIsTrueNow(engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let shelf = UnitShelf()
      let statements: [SQLText] = [
        "INSERT INTO employer VALUES (1, 'soumu', '総務省')",
        "INSERT INTO unit VALUES (11, 1, 'A')",
        "INSERT INTO unit_period VALUES (11, '2026-04-01', NULL, NULL, '大臣官房', 'bureau', 1)",
        "UPDATE unit_period SET name = '官房' WHERE unit = 11",
        "UPDATE unit_period SET valid_to = '2026-06-30' WHERE unit = 11",
      ]
      for statement in statements {
        try await office.database.write { connection in try connection.execute(statement) }
        for date in [day("2026-04-01"), day("2026-07-01"), day("2026-04-01")] {
          let kept = try await office.database.read { try shelf.tree(asOf: date, on: $0) }
          let current = try await office.tree(date)
          #expect(kept.ordered == current.ordered)
        }
      }
    }
  }
}

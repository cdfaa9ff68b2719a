import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import Site
@testable import WorkingTime

/// Of what counts by its newest, the one that was written last counts, whoever came first.
@Suite struct OrderOfActsTests {
  @Test(arguments: Engine.available)
  func whoWaitedBehindAnotherCountsAfterThem(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (request, actor) = (try await office.request(by: 201), try await office.actor(201))
      let desk = { @Sendable (database: any SQLDatabase) in
        OrdersDesk(
          database: database,
          ids: office.ids,
          units: request.units,
          actor: actor,
          employee: RecordID(201),
          scope: .nobody,
          now: OrdersOffice.now
        )
      }
      let year = OrdersOffice.today.fiscalYear
      let behind = QueuedDatabase(database: office.database) {
        try await desk(office.database).set(Minutes(60), "先に書く", of: RecordID(2), in: year, key: nil)
      }
      try await desk(behind).set(Minutes(120), "後に書く", of: RecordID(2), in: year, key: nil)
      let budgets = try await office.database.read { connection in
        try BudgetRecords.budgets(of: [RecordID(2)], in: year, on: connection)[RecordID(2)]
      }
      #expect(budgets?.map(\.note) == ["先に書く", "後に書く"])
    }
  }
}

/// A database whose writers wait until somebody else has written.
private struct QueuedDatabase: SQLDatabase {
  let database: any SQLDatabase
  let before: @Sendable () async throws -> Void

  var dialect: SQLDialect { database.dialect }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value { try await database.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await before()
    return try await database.write(body)
  }

  func close() async {}
}

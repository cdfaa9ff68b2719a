import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Budgets where people move: each day's claim counts where it was worked.
@Suite struct BudgetPlaceVisits {
  private func evenings(_ office: OrdersOffice, _ dates: [String]) async throws {
    // 18:15–22:45: 3:45 by day and 0:45 by night.
    let evening = try worked(1095..<1365)
    for date in dates { try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date) }
  }

  /// 202 leaves 秘書課 for 統計局 on a day.
  private func move(
    _ office: OrdersOffice,
    on date: String,
    managerial: Bool = false,
    unit: Int64 = 3
  )
    async throws
  {
    let last = day(date).adding(days: -1)
    try await office.database.write { connection in
      try connection.execute("UPDATE assignment SET valid_to = \(last) WHERE employee = 202")
      let post = Post(
        id: RecordID(900),
        unit: RecordID(unit),
        title: "主査",
        rankBand: .clerk,
        isManagerial: managerial
      )
      try PostRecords.insert([post], on: connection)
      let moved = Assignment(
        id: RecordID(900),
        employee: RecordID(202),
        post: RecordID(900),
        kind: .primary,
        from: day(date)
      )
      try AssignmentRecords.insert([moved], on: connection)
    }
  }

  private func query(_ office: OrdersOffice, _ units: [Int64]) async throws -> (claimed: Int, paid: Int) {
    let units = Set(units.map { RecordID<OrganizationUnit>($0) })
    return try await office.database.read { connection in
      let query = try BudgetQuery(
        of: units,
        in: OrdersOffice.today.fiscalYear,
        today: OrdersOffice.today,
        on: connection
      )
      let year = OrdersOffice.today.fiscalYear
      let months = year.firstMonth.adding(months: -1)...year.lastMonth
      let span = UnitSpan(
        parts: [UnitSpan.Part(months: months, units: units, isStanding: true)],
        isAbolished: false
      )
      let paid = try query.monthsOver.reduce(0) { sum, month in
        sum + (try query.paidHours(of: span, in: month, on: connection))
      }
      return (query.figures(of: span, budget: nil).claimed.count, paid)
    }
  }

  @Test(arguments: Engine.available)
  func whoMovesInTheMonthIsCountedDayByDayAndNeverTwice(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, ["2026-09-01", "2026-10-01", "2026-10-02", "2026-10-20", "2026-11-04"])
      try await move(office, on: "2026-10-16")
      let (old, new, both) = (
        try await query(office, [2]), try await query(office, [3]), try await query(office, [2, 3])
      )
      #expect(old.claimed == 3 * 270 && new.claimed == 2 * 270 && both.claimed == 5 * 270)
      // September 4 + 1; October 11:15 and 2:15, of which 7:30 and 1:30 in 秘書課: 8 + 2, and what is missing to 11 + 2.
      #expect(old.paid == 5 + 10 && new.paid == 3 && both.paid == 5 + 13)
      let page = await (try await office.visit(301)).get("/overtime/budgets/3").text
      #expect(page.contains("9:00") && page.contains(">3<"))
    }
  }

  @Test(arguments: Engine.available)
  func fromTheDayOfAManagerialPostNoBudgetIsNeeded(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, ["2026-10-01", "2026-10-20"])
      try await move(office, on: "2026-10-16", managerial: true, unit: 2)
      let found = try await query(office, [2])
      #expect(found.claimed == 270 && found.paid == 5)
    }
  }

  @Test(arguments: Engine.available)
  func aDayWithoutAPostBelongsToNoUnit(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, ["2026-10-01", "2026-10-20"])
      try await office.database.write { connection in
        _ = try connection.execute("UPDATE assignment SET valid_from = '2026-10-16' WHERE employee = 202")
      }
      let found = try await query(office, [2])
      #expect(found.claimed == 270 && found.paid == 5)
    }
  }

  @Test(arguments: Engine.available)
  func theNightBeforeTheMonthIsPaidWhereItBegan(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let night = try worked(1320..<1560)
      try await office.claim(.worked(night, isSpecial: false, reason: "答弁"), on: "2026-09-30")
      try await move(office, on: "2026-10-01")
      let (old, new) = (try await query(office, [2]), try await query(office, [3]))
      // 22:00–24:00 in September, 0:00–2:00 in October.
      #expect(old.claimed == 240 && old.paid == 4)
      #expect(new.claimed == 0 && new.paid == 0)
    }
  }

  @Test func manyPeopleAreAskedAboutInParts() throws {
    var parts: [Int] = []
    var seen: [RecordID<Employee>] = []
    PayExport.inBatches((Int64(1)...1201).map { RecordID($0) }) { part in
      parts.append(part.count)
      seen += part
    }
    #expect(parts == [500, 500, 201])
    #expect(seen == (Int64(1)...1201).map { RecordID($0) })
  }
}

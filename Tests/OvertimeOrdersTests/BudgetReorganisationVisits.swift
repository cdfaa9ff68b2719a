import Access
import CivilTime
import Foundation
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Budgets of a year in which units are abolished, founded and moved: no claim is lost, and none counts twice.
@Suite struct BudgetReorganisationVisits {
  private static let year = OrdersOffice.today.fiscalYear

  /// 18:15–22:45 by 502 of 第一係(5): 4:30 claimed, and 4 + 1 hours paid where it is the only one of its month.
  private static func evenings(_ office: OrdersOffice, _ dates: [String]) async throws {
    let evening = try worked(1095..<1365)
    for date in dates {
      try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date, by: 502)
    }
  }

  /// 第一係 ends on a day, and 502 goes on in the new 第二係(6) below 秘書課(2).
  private static func merge(_ office: OrdersOffice, after last: CivilDate) async throws {
    let next = last.adding(days: 1)
    try await office.database.write { connection in
      try UnitRecords.end(RecordID(5), lastDay: last, on: connection)
      let founded = OrganizationUnit(
        id: RecordID(6),
        employer: RecordID(1),
        code: "6",
        parent: RecordID(2),
        name: "第二係",
        kind: .division,
        sortOrder: 6,
        from: next
      )
      try UnitRecords.insert([founded], on: connection)
      let post = Post(id: RecordID(906), unit: RecordID(6), title: "係員", rankBand: .clerk)
      try PostRecords.insert([post], on: connection)
      try connection.execute("UPDATE assignment SET valid_to = \(last) WHERE employee IN (502, 503)")
      let goesOn = Assignment(
        id: RecordID(906),
        employee: RecordID(502),
        post: RecordID(906),
        kind: .primary,
        from: next
      )
      try AssignmentRecords.insert([goesOn], on: connection)
    }
  }

  /// 第一係 lies below 統計局(3) from a day on.
  private static func move(_ office: OrdersOffice, on date: String) async throws {
    try await office.database.write { connection in
      let moved = OrganizationUnit(
        id: RecordID(5),
        employer: RecordID(1),
        code: "5",
        parent: RecordID(3),
        name: "第一係",
        kind: .division,
        sortOrder: 5,
        from: day(date)
      )
      try UnitRecords.change(to: moved, on: connection)
    }
  }

  private static func budget(
    _ unit: Int64,
    _ hours: Int,
    _ office: OrdersOffice,
    year: FiscalYear = year
  ) async throws {
    let budget = OvertimeBudget(
      unit: RecordID(unit),
      year: year,
      amount: Minutes(hours: hours),
      note: "当初",
      at: office.clock.now(),
      by: ""
    )
    try await office.database.write { connection in
      try BudgetRecords.insert(budget, id: office.ids.next(), by: (1, RecordID(201)), on: connection)
    }
  }

  /// The line of a unit in the list.
  private static func line(_ text: String, _ unit: Int64) -> String {
    guard let start = text.range(of: "\(OrderPaths.budgets)/\(unit)?")?.upperBound else { return "" }
    return String(text[start...].prefix(upTo: text[start...].range(of: "</tr>")?.lowerBound ?? text.endIndex))
  }

  @Test(arguments: Engine.available, ["2026-09-30", "2026-09-15"])
  func whatAnAbolishedUnitClaimedStaysWithTheUnitAbove(_ engine: Engine, _ last: String) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2026-07-01", "2026-09-10", "2026-10-01"])
      try await Self.merge(office, after: day(last))
      for (unit, hours) in [(2, 12), (5, 5), (6, 20)] as [(Int64, Int)] {
        try await Self.budget(unit, hours, office)
      }
      let head = try await office.visit(201)
      let page = await head.get("/overtime/budgets/2").text
      #expect(page.contains(">13:30<") && page.contains(">15<"))
      #expect(page.contains("申告が予算を1時間30分超えています"))
      let list = await head.get("/overtime/budgets").text
      #expect(Self.line(list, 2).contains("13:30") && Self.line(list, 6).contains("4:30"))
      let gone = Self.line(list, 5)
      // 9:00 of 5:00: nothing is to come of it, so that no more is missing at the end of the year.
      #expect(gone.contains("第一係（廃止）") && gone.contains("9:00") && !list.contains("第二係（廃止）"))
      #expect(gone.components(separatedBy: "4:00").count == 3)
      let own = await head.get("/overtime/budgets/5")
      #expect(own.status == 200 && own.text.contains("第一係（廃止）") && own.text.contains(">9:00<"))
      let late = [("hours", "9"), ("note", "精算")]
      #expect(await head.post("/overtime/budgets/5", late, once: "late").status == 303)
      let stranger = try await office.visit(301)
      #expect(await stranger.get("/overtime/budgets/5").status == 404)
      #expect(await stranger.post("/overtime/budgets/5", late).status == 404)
      #expect(!(await stranger.get("/overtime/budgets").text.contains("第一係")))
    }
  }

  @Test(arguments: Engine.available)
  func anEarlierYearHasItsOwnUnits(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2025-07-01"])
      try await Self.merge(office, after: day("2026-03-31"))
      let last = Self.year.advanced(by: -1)
      try await Self.budget(5, 1, office, year: last)
      let head = try await office.visit(201)
      let list = await head.get("/overtime/budgets", query: "year=2025").text
      #expect(Self.line(list, 2).contains("4:30") && Self.line(list, 5).contains("4:30"))
      #expect(!list.contains("廃止）") && !list.contains("第二係"))
      #expect(await head.get("/overtime/budgets/5", query: "year=2025").text.contains(">4:30<"))
      #expect(!(await head.get("/overtime/budgets").text.contains("第一係")))
      #expect(
        await (try await office.visit(301)).get("/overtime/budgets/5", query: "year=2025").status == 404
      )
    }
  }

  @Test(arguments: Engine.available)
  func aMovedUnitCountsWhereItLayInEachMonthAndIsSeenWhereItLiesNow(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2026-07-01", "2026-10-01"])
      let night = try worked(1320..<1560)
      try await office.claim(.worked(night, isSpecial: false, reason: "答弁"), on: "2026-09-30", by: 502)
      try await Self.move(office, on: "2026-10-01")
      let (old, new) = (try await office.visit(201), try await office.visit(301))
      // 4:30 and the night of four hours, half of which is paid in October; then 4:30.
      let before = await old.get("/overtime/budgets/2").text
      #expect(before.contains(">8:30<") && before.contains(">9<"))
      let after = await new.get("/overtime/budgets/3").text
      #expect(after.contains(">4:30<") && after.contains(">5<"))
      #expect(await old.get("/overtime/budgets/5").status == 404)
      #expect(await new.get("/overtime/budgets/5").text.contains(">13:00<"))
    }
  }

  @Test(arguments: Engine.available)
  func whatNoUnitOfTheListCountsIsListedByItself(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2026-07-01"])
      try await Self.merge(office, after: day("2026-09-30"))
      let personnel = try await office.visit(302, as: .hr)
      #expect(await personnel.get("/overtime/budgets").text.contains("予算を入力した組織はありません"))
      try await Self.budget(6, 20, office)
      let below = await personnel.get("/overtime/budgets").text
      #expect(Self.line(below, 5).contains("未入力") && Self.line(below, 5).contains("4:30"))
      try await Self.budget(1, 20, office)
      let above = await personnel.get("/overtime/budgets").text
      #expect(Self.line(above, 1).contains("4:30") && !above.contains("第一係"))
    }
  }

  @Test(arguments: Engine.available)
  func unitsThatWereEnteredLaterThanTheirClaimsCountThem(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2026-07-01", "2026-08-03"])
      try await office.database.write { connection in
        _ = try connection.execute("UPDATE unit_period SET valid_from = '2026-10-01'")
      }
      let span = try await office.database.read { connection in
        let units = try YearUnits(
          Self.year,
          today: OrdersOffice.today,
          on: connection,
          reading: UnitRecords.tree(asOf:on:)
        )
        let span = units.span(of: RecordID(2))
        let query = try BudgetQuery(of: span.all, in: Self.year, today: OrdersOffice.today, on: connection)
        return query.figures(of: span, budget: nil)
      }
      // July and August with claims, October with the unit.
      #expect(span.claimed == Minutes(540) && span.monthsOver == 3 && span.monthsToCome == 5)
      #expect(span.yearEnd == Minutes(540 + 900))
    }
  }

  @Test(arguments: Engine.available)
  func theFigureOfThePlanCountsThemToo(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.evenings(office, ["2026-07-01", "2026-10-01"])
      try await Self.merge(office, after: day("2026-09-30"))
      try await Self.budget(5, 10, office)
      let indicator = OvertimeOrdersIndicators.claimedAgainstBudget
      let read = {
        try await office.database.read { try indicator.values(Self.year, OrdersOffice.today, $0) }
      }
      let gone = try await read()
      #expect(gone.map(\.ratio) == [Ratio(270, of: 600)] && gone.map(\.people) == [2])
      try await Self.budget(2, 20, office)
      let above = try await read()
      // 202, 203 and 204 of 秘書課, 502 and 503; 502 but once.
      #expect(above.map(\.ratio) == [Ratio(540, of: 1200)] && above.map(\.people) == [5])
    }
  }
}

import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// What was paid is computed at once for few people, for many when somebody asks, and never for a form to be mended.
@Suite struct BudgetPaidVisits {
  private static let link = "支給の時間も計算する"

  /// So many more people of 統計局(3), each with an hour in each month from April to October.
  private static func crowd(_ office: OrdersOffice, of people: Range<Int64>) async throws {
    let first = day("2026-04-01")
    let rows = people.flatMap { person in
      (0..<7).map { month in
        OvertimeRow(
          employee: RecordID(person),
          workDate: first.yearMonth.adding(months: month).firstDay,
          length: Minutes(60),
          isSpecial: false,
          work: "業務"
        )
      }
    }
    try await office.database.write { connection in
      try PostRecords.insert(
        [Post(id: RecordID(903), unit: RecordID(3), title: "係員", rankBand: .clerk)],
        on: connection
      )
      try EmployeeRecords.insert(
        people.map { person in
          Employee(
            id: RecordID(person),
            employer: RecordID(1),
            number: "\(person)",
            familyName: "職員",
            givenName: "\(person)号",
            familyKana: "ショクイン",
            givenKana: "ハナコ",
            sex: .female,
            hiredOn: first
          )
        },
        on: connection
      )
      let held = people.map { person in
        Assignment(
          id: RecordID(person),
          employee: RecordID(person),
          post: RecordID(903),
          kind: .primary,
          from: first
        )
      }
      try AssignmentRecords.insert(held, on: connection)
      try WorkingTimeBulk.insertOvertime(rows, ids: office.ids, at: office.clock.now(), on: connection)
      try WorkingTimeBulk.refreshTotals(
        from: first.yearMonth,
        to: OrdersOffice.month,
        on: connection
      )
    }
  }

  // Seven months of 285 people are 1,995, of 286 they are 2,002.
  @Test(arguments: Engine.available, [285, 286])
  func manyPeopleAreComputedOnRequestAlone(_ engine: Engine, _ count: Int64) async throws {
    try await OrdersOffice.with(engine) { office in
      try await Self.crowd(office, of: 10_000..<(10_000 + count))
      let head = try await office.visit(301)
      let (page, hours) = (await head.get("/overtime/budgets/3").text, ">\(count * 7)<")
      #expect(page.contains(Self.link) == (count > 285) && page.contains(hours) == (count <= 285))
      let asked = await head.get("/overtime/budgets/3", query: "year=2026&paid=1").text
      #expect(asked.contains(hours) && !asked.contains(Self.link))
    }
  }

  @Test(arguments: Engine.available)
  func aFormToBeMendedComputesNothing(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .overtime(length: Minutes(180), isSpecial: false, reason: "業務"),
        on: "2026-10-02",
        by: 302
      )
      let head = try await office.visit(301)
      #expect(await head.get("/overtime/budgets/3").text.contains("支給（先月まで）</dt><dd class=\"stat-value\">3<"))
      let wrong = await head.post("/overtime/budgets/3", [("hours", "たくさん"), ("note", "当初")], once: "a")
      #expect(wrong.status == 422 && wrong.text.contains("たくさん"))
      #expect(wrong.text.contains("支給（先月まで）</dt><dd class=\"stat-value\">－<"))
      #expect(wrong.text.contains("/overtime/budgets/3?year=2026&amp;paid=1"))
    }
  }
}

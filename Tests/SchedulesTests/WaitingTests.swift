import Access
import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Schedules

/// What waits is found by the units led, counted whole, and shown however old it is.
@Suite struct WaitingTests {
  private static let today = SchedulesOffice.today

  private static func wait(_ people: [Int64], times: Int = 1, _ office: SchedulesOffice) async throws {
    let now = office.clock.now()
    try await office.database.write { connection in
      for person in people {
        for _ in 0..<times {
          let record: RecordID<PatternRequest> = office.ids.next()
          try WaitingRecords.add(.pattern, record.number, of: RecordID(person), at: now, on: connection)
        }
      }
    }
  }

  struct Reach: Sendable {
    let scope: PersonScope
    let own: Int64
    let found: [Int64]
  }

  private static func units(_ units: Set<Int64>, own: Int64) -> PersonScope {
    .units(Set(units.map { RecordID($0) }), own: RecordID(own))
  }

  static let reaches = [
    Reach(scope: .nobody, own: 22, found: []),
    Reach(scope: units([2], own: 21), own: 21, found: [22, 23]),
    Reach(scope: units([1, 2, 3], own: 11), own: 11, found: [21, 22, 23, 31]),
    Reach(scope: units([3], own: 22), own: 22, found: [31]),
    Reach(scope: .employers([RecordID(2)]), own: 22, found: [41]),
    Reach(scope: .either(.employers([RecordID(2)]), units([2], own: 21)), own: 21, found: [22, 23, 41]),
    Reach(scope: .everyone, own: 22, found: [11, 21, 23, 31, 41]),
  ]

  @Test(arguments: Engine.available, reaches)
  func whatWaitsIsThatOfThePeopleWithinReach(_ engine: Engine, _ reach: Reach) async throws {
    try await SchedulesOffice.with(engine) { office in
      try await Self.wait([11, 21, 22, 23, 31, 41], office)
      let own = RecordID<Employee>(reach.own)
      let (entries, count) = try await office.database.read { connection in
        (
          try WaitingRecords.entries(
            in: reach.scope,
            besides: own,
            asOf: Self.today,
            limit: 10,
            on: connection
          ),
          try WaitingRecords.count(in: reach.scope, besides: own, asOf: Self.today, on: connection)
        )
      }
      #expect(entries.map(\.employee.number).sorted() == reach.found)
      #expect(count == reach.found.count)
    }
  }

  @Test func aLeadersCountLooksAtNoOtherUnitsRows() async throws {
    try await SchedulesOffice.with(.sqlite) { office in
      let text = WaitingRecords.countText(
        in: Self.units([2], own: 21),
        besides: RecordID(21),
        asOf: Self.today
      )
      let steps = try await office.database.read { connection in
        try connection.rows("EXPLAIN QUERY PLAN \(fragment: text)") { try $0.value(3, as: String.self) }
      }
      #expect(steps.contains { $0.contains("schedule_waiting_employee (employee=?)") })
      #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
    }
  }

  @Test(arguments: Engine.available)
  func theCountIsToldWholeWhereNotAllAreShown(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let head = try await office.visit(21)
      try await Self.wait([22], times: UnitSchedulesPage.mostWaiting, office)
      #expect(await head.get("/schedules/units").text.contains(">200件の申出が決定を待っています。<"))
      try await Self.wait([23], times: 3, office)
      #expect(await head.get("/schedules/units").text.contains("203件の申出が決定を待っています。古いものから200件を表示します。"))
    }
  }

  @Test(arguments: Engine.available)
  func anOldWishIsShownUntilItIsDecided(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      let wish = [("days", "2026-06-08"), ("days", "2026-06-09"), ("extent", "whole")]
      #expect(await person.post("/schedules/telework", wish).status == 303)
      office.go(to: "2026-09-01")
      let head = try await office.visit(21)
      let page = await head.get("/schedules/telework/people/22").text
      #expect(page.contains("決定を待っている希望"))
      #expect(page.contains("令和8年6月8日（月）"))
      let id = try await office.newest("telework")
      let path = "/schedules/telework/people/22/decision"
      let refused = [("wish", "\(id)"), ("outcome", "refused"), ("reason", "過ぎた")]
      #expect(await head.post(path, refused).status == 303)
      let rest = await head.get("/schedules/telework/people/22").text
      #expect(!rest.contains("令和8年6月9日"))
      #expect(rest.contains("令和8年6月8日（月）"))
    }
  }
}

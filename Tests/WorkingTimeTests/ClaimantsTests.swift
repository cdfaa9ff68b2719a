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

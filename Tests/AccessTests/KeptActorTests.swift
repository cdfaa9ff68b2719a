import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Access

/// Who somebody is is worked out once and kept; every change of what it was worked out from must show at once.
@Suite("Kept actors")
struct KeptActorTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: SQLText
    let shows: @Sendable (Actor?) -> Bool
  }

  static let changes: [Change] = [
    Change(
      testDescription: "a post as head",
      statement: "INSERT INTO assignment VALUES (7, 11, 5, 'primary', '2026-04-01', NULL)",
      shows: { $0?.headedUnits == [RecordID(2)] && $0?.unitName == "秘書課" }
    ),
    Change(
      testDescription: "the unit called otherwise",
      statement: "UPDATE unit_period SET name = '人事課' WHERE unit = 2",
      shows: { $0?.unitName == "人事課" }
    ),
    Change(
      testDescription: "the post no longer a head's",
      statement: "UPDATE post SET head = (1 = 0) WHERE id = 5",
      shows: { $0?.headedUnits.isEmpty == true }
    ),
    Change(
      testDescription: "a deputy",
      statement: "INSERT INTO deputy VALUES (8, 3, 11, '2026-04-01', NULL)",
      shows: { $0?.headedUnits == [RecordID(3)] }
    ),
    Change(
      testDescription: "no deputy any more",
      statement: "DELETE FROM deputy",
      shows: { $0?.roles.contains(.superior) == false }
    ),
    Change(
      testDescription: "a role",
      statement: """
        INSERT INTO role_grant SELECT 9, id, 'auditor', NULL, NULL, '2026-04-01', NULL FROM account
        """,
      shows: { $0?.roles.contains(.auditor) == true }
    ),
    Change(
      testDescription: "the role ended",
      statement: "UPDATE role_grant SET valid_from = '2025-04-01', valid_to = '2026-03-31'",
      shows: { $0?.roles.contains(.auditor) == false }
    ),
    Change(
      testDescription: "another name",
      statement: "UPDATE employee SET family_name = '山田' WHERE id = 11",
      shows: { $0?.name == "山田 花子" }
    ),
    Change(
      testDescription: "left",
      statement: "UPDATE employee SET left_on = '2026-03-31' WHERE id = 11",
      shows: { $0 == nil }
    ),
  ]

  @Test(arguments: Engine.available)
  func everyChangeShowsAtOnce(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.database.write { connection in
        try connection.execute(
          "INSERT INTO post VALUES (5, 2, '課長', 'director', (1 = 1), (1 = 0), (1 = 1))"
        )
      }
      let secret = try await office.enter("11")
      let actors = office.actors
      let before = try await actors.actor(session: secret)
      #expect(before?.headedUnits.isEmpty == true)
      for change in Self.changes {
        _ = try await actors.actor(session: secret)
        try await office.database.write { connection in try connection.execute(change.statement) }
        let shown = try await actors.actor(session: secret)
        #expect(change.shows(shown), "\(change.testDescription)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func theNextDayIsAnother(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11, left: "2026-04-01")
      office.clock.advance(milliseconds: 14 * AccessOffice.hour)
      let secret = try await office.enter("11")
      let actors = office.actors
      #expect(try await actors.actor(session: secret) != nil)
      office.clock.advance(milliseconds: 29 * AccessOffice.minute)
      _ = try await actors.actor(session: secret)
      office.clock.advance(milliseconds: 29 * AccessOffice.minute)
      #expect(OfficeZone.date(of: office.clock.now()) == day("2026-04-01"))
      // Else the session would have been idle for too long, and nobody would be there for that reason alone.
      #expect(try await actors.actor(session: secret) != nil)
      office.clock.advance(milliseconds: 3 * AccessOffice.minute)
      #expect(try await actors.actor(session: secret) == nil)
    }
  }
}

import CivilTime
import Store
import TestSupport
import Testing

@testable import Access

@Suite("Sessions")
struct SessionTests {
  @Test(arguments: Engine.available)
  func aSessionEndsAfterHalfAnHourWithoutARequest(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let secret = try await office.enter("11")
      office.clock.advance(milliseconds: 30 * AccessOffice.minute - 1)
      #expect(try await office.actors.actor(session: secret)?.employee == RecordID(11))
      office.clock.advance(milliseconds: 30 * AccessOffice.minute - 1)
      #expect(try await office.actors.actor(session: secret) != nil)
      office.clock.advance(milliseconds: 30 * AccessOffice.minute)
      #expect(try await office.actors.actor(session: secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func aSessionEndsAfterTwelveHoursHoweverBusy(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let secret = try await office.enter("11")
      for _ in 0..<24 {
        office.clock.advance(milliseconds: 29 * AccessOffice.minute)
        #expect(try await office.actors.actor(session: secret) != nil)
      }
      office.clock.advance(milliseconds: 24 * AccessOffice.minute - 1)
      #expect(try await office.actors.actor(session: secret) != nil)
      office.clock.advance(milliseconds: 1)
      #expect(try await office.actors.actor(session: secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func signingInAgainReplacesTheSession(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let old = try await office.enter("11")
      let elsewhere = try await office.enter("11")
      let new = try await office.enter("11", replacing: old)
      #expect(new != old)
      #expect(try await office.actors.actor(session: old) == nil)
      #expect(try await office.actors.actor(session: new) != nil)
      #expect(try await office.actors.actor(session: elsewhere) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func signingOutEndsTheSession(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      let secret = try await office.enter("11")
      let elsewhere = try await office.enter("11")
      let actor = try #require(try await office.actors.actor(session: secret))
      try await office.signIn.signOut(secret, actor: actor)
      #expect(try await office.actors.actor(session: secret) == nil)
      #expect(try await office.actors.actor(session: elsewhere) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func theSessionOfSomebodyWhoLeavesEndsWithTheirLastDay(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11, left: "2026-04-01")
      let midnight = OfficeZone.instant(on: day("2026-04-02"), at: .midnight)
      office.clock.set(midnight.adding(milliseconds: -AccessOffice.minute))
      let secret = try await office.enter("11")
      #expect(try await office.actors.actor(session: secret) != nil)
      office.clock.set(midnight)
      #expect(try await office.actors.actor(session: secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func housekeepingForgetsOnlyWhatHasEnded(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      _ = try await office.enter("11")
      _ = try await office.refusal("11", "wrong")
      office.clock.advance(milliseconds: 31 * AccessOffice.minute)
      let alive = try await office.enter("11")
      try await AccessHousekeeping.run(office.database, clock: office.clock)
      let sessions = try await office.database.read {
        try $0.value("SELECT COUNT(*) FROM session", as: Int.self)
      }
      #expect(sessions == 1)
      #expect(try await office.actors.actor(session: alive) != nil)
    }
  }
}

import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct SweepTests {
  private func sweep(_ office: ClosingOffice) async throws -> ClosingSweep.Report {
    try await ClosingSweep(database: office.database, ids: office.ids).close(
      RecordID(1),
      ClosingOffice.october,
      by: .commandLine,
      at: office.clock.now()
    )
  }

  @Test(arguments: Engine.available)
  func nothingStopsWhenNobodyActs(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([204, 205])
      _ = try await office.visit(204).confirm()
      office.now("2026-11-16")
      #expect(try await sweep(office) == .init(closed: 0, approvedBefore: 0, notDue: 9))
      try await office.visit(201).act(.approve, [205])
      office.now("2026-11-17")
      #expect(try await sweep(office) == .init(closed: 8, approvedBefore: 1, notDue: 0))
      #expect(try await sweep(office) == .init(closed: 0, approvedBefore: 9, notDue: 0))
      let confirmed = try await office.one(204)
      #expect(confirmed.steps.map(\.standing) == [.appointed, .timeOut])
      #expect(confirmed.steps.last?.by == .system)
      #expect(confirmed.closed.allSatisfy { $0.isWhole })
      #expect(try await office.one(202).state.answer == .none)
      #expect(try await office.one(401).state.stage == .open, "another employer's")
      let page = try await office.visit(204).get("/closing/people/204/2026-10/certificate")
      #expect(page.text.contains("点検を待たずに確定"))
      #expect(page.text.contains("期限切れによる処理"))
    }
  }

  private func runDue(_ office: ClosingOffice) async throws -> Int? {
    try await ClosingSweep(database: office.database, ids: office.ids).runDue(at: office.clock.now())
  }

  @Test(arguments: Engine.available)
  func theServerLooksOnceADay(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      #expect(try await runDue(office) == 0, "nobody knows of the procedure yet")
      office.now("2026-11-16")
      _ = try await office.visit(204).confirm()
      try await office.visit(203).act(.check, [204])
      #expect(try await runDue(office) == 0, "the last day to act")
      #expect(try await runDue(office) == nil)
      office.now("2026-11-17", 0)
      #expect(try await runDue(office) == 9)
      #expect(try await office.one(204).steps.map(\.standing) == [.appointed, .appointed, .timeOut])
      #expect(try await office.one(204).steps.last?.by == .system)
      #expect(try await office.one(401).state.stage == .open, "whose employer has not taken up the procedure")
      office.now("2026-11-17", 23)
      #expect(try await runDue(office) == nil)
      office.now("2026-11-18")
      #expect(try await runDue(office) == 0)
      #expect(try await office.count("closing_sweep") == 8)
      #expect(try await office.count("closing_sweep WHERE closed = 9") == 1)
      #expect(try await office.count("journal_entry WHERE kind = 'month-closing.swept' AND actor = -1") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoServersEachMonthIsClosedByOne(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      try await office.setTerms(of: 1, from: ClosingOffice.october)
      office.now("2026-11-17")
      async let one = runDue(office)
      async let other = runDue(office)
      let closed = try await [one, other].map { $0 ?? 0 }
      #expect(closed.reduce(0, +) == 9, "\(closed)")
      #expect(try await office.count("closed_month") == 9)
      #expect(try await office.count("closing_step WHERE kind = 'approved'") == 9)
      #expect(try await office.count("closing_sweep") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func oneEmployersTroubleStopsNoOther(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      for employer in [Int64(1), 2] {
        try await office.setTerms(of: employer, from: ClosingOffice.october)
      }
      let id: RecordID<ClosingStep> = office.ids.next()
      let now = office.clock.now()
      try await office.database.write { connection in
        try connection.execute(
          """
          INSERT INTO closing_step (id, employee, month, kind, at, by_account, standing, seen)
          VALUES (\(id), 204, '2026-10', 'unreadable', \(now), 204, 'owner', '')
          """
        )
      }
      office.now("2026-11-17")
      await #expect(throws: StoreError.self) { try await runDue(office) }
      #expect(try await office.one(401).state.stage == .approved)
      #expect(try await office.count("closing_sweep") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func whatWasSentBackLateHasItsTime(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      _ = try await office.visit(204).confirm()
      office.now("2026-11-16")
      let keeper = try await office.visit(203)
      let mark = await keeper.get("/closing/people/204/2026-10").values("mark").first ?? ""
      let back = await keeper.post(
        "/closing/people/204/2026-10/return",
        [("reason", "7日"), ("mark", mark)]
      )
      #expect(back.status == 303)
      office.now("2026-11-17")
      #expect(try await sweep(office) == .init(closed: 8, approvedBefore: 0, notDue: 1))
      #expect(try await office.one(204).state.stage == .open)
    }
  }

  @Test(arguments: Engine.available)
  func personnelSeeWhoHoldsWhatUpAndSetTheDays(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).confirm()
      office.now("2026-11-10")
      let hr = try await office.visit(101)
      let page = await hr.get("/closing/overview/2026-10")
      #expect(page.status == 200)
      #expect(page.text.contains("点検 1人"))
      #expect(page.text.contains("職員 203"))
      #expect(!page.text.contains("消防"))
      let path = "/closing/overview/2026-10/terms"
      let days = [("confirm-1", "5"), ("check-1", "８"), ("approve-1", "9"), ("time-out-1", "12")]
      #expect(await hr.post(path, [("employer", "1")]).status == 422)
      let unordered = [("employer", "1"), ("confirm-1", "8"), ("check-1", "5"), ("approve-1", "9")]
      #expect(await hr.post(path, unordered + [("time-out-1", "12")]).status == 422)
      #expect(await hr.post(path, [("employer", "2")] + days).status == 404)
      let past = "/closing/overview/2026-08/terms"
      #expect(await hr.post(past, [("employer", "1")] + days).status == 422)
      #expect(await hr.post(path, [("employer", "1")] + days, once: "terms-of-october").status == 303)
      #expect(await hr.post(path, [("employer", "1")] + days, once: "terms-of-october").status == 303)
      #expect(try await office.count("closing_terms") == 1)
      #expect(try await office.one(204).dues.check == day("2026-11-12"))
      #expect(
        try await office.one(204, ClosingOffice.october.adding(months: -1)).dues.check == day("2026-10-07")
      )
      #expect(try await office.visit(301).get("/closing/overview/2026-10").status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func personnelCloseWhatIsOverdueFromThePage(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      office.now("2026-11-17")
      let hr = try await office.visit(101)
      #expect(await hr.post("/closing/overview/2026-10/sweep", [("employer", "2")]).status == 404)
      let done = await hr.post("/closing/overview/2026-10/sweep", [("employer", "1")])
      #expect(done.told.contains("9人の月"))
      #expect(try await office.one(204).steps.last?.by == .account(101, name: "職員 101"))
      #expect(await hr.get("/closing/overview/2026-10").text.contains("確定していない組織はありません"))
    }
  }
}

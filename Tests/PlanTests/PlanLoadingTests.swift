import Journal
import Plan
import Store
import TestSupport
import Testing

@Suite("Loading a plan")
struct PlanLoadingTests {
  private func with(
    _ engine: Engine,
    _ body: (PlanLoading, any SQLDatabase) async throws -> Void
  ) async throws {
    try await TemporaryDatabase.with(engine, migrations: PlanOffice.schema) { temporary in
      try await body(PlanOffice.loading(temporary.database), temporary.database)
    }
  }

  /// How many versions and how many journal entries there are.
  private func expect(_ database: any SQLDatabase, holds wanted: [Int]) async throws {
    let found = try await database.read { connection in
      [
        try connection.value("SELECT COUNT(*) FROM plan_version") ?? -1,
        try connection.value("SELECT COUNT(*) FROM journal_entry WHERE kind = 'plan.loaded'") ?? -1,
      ]
    }
    #expect(found == wanted)
  }

  @Test(arguments: Engine.available)
  func storesAPlanWithOneJournalEntry(_ engine: Engine) async throws {
    try await with(engine) { loading, database in
      guard case .loaded(let version) = try await loading.load(text: soundPlan) else {
        Issue.record("the plan was not loaded")
        return
      }
      #expect(version.plan == (try PlanFile.read(soundPlan).get()))
      #expect(version.digest.description.utf8.count == 64)
      try await expect(database, holds: [1, 1])
      let followUp = try await PlanReport(database: database, indicators: [])
        .followUp(year: PlanOffice.year, today: PlanOffice.today)
      #expect(followUp.version == version)
    }
  }

  @Test(arguments: Engine.available)
  func changesNothingWhenTheSameTextComesAgain(_ engine: Engine) async throws {
    try await with(engine) { loading, database in
      guard case .loaded(let first) = try await loading.load(text: soundPlan) else {
        Issue.record("the plan was not loaded")
        return
      }
      #expect(try await loading.load(text: soundPlan) == .unchanged(first))
      try await expect(database, holds: [1, 1])
    }
  }

  @Test(arguments: Engine.available)
  func refusesAChangedTextUntilItsEditionIsRaised(_ engine: Engine) async throws {
    try await with(engine) { loading, database in
      _ = try await loading.load(text: soundPlan)
      let changed = spoiled("title: 面談", with: "title: 対話")
      let refusal = PlanLoadingError.editionNotRaised(code: "small", edition: 1, newest: 1)
      await #expect(throws: refusal) { try await loading.load(text: changed) }
      #expect(refusal.description.contains("set 'edition: 2'"))
      try await expect(database, holds: [1, 1])

      let revision = "revision:\n  reason: 改めました。\n  first_fiscal_year: 2026\nperiod:\n"
      let raised = changed.replacing("edition: 1", with: "edition: 3").replacing("period:\n", with: revision)
      _ = try await loading.load(text: raised)
      try await expect(database, holds: [2, 2])
      let report = PlanReport(database: database, indicators: [])
      let inUse = try await report.followUp(year: PlanOffice.year, today: PlanOffice.today)
      #expect(inUse.plan.edition == 3)

      let older = changed.replacing("edition: 1", with: "edition: 2")
      await #expect(throws: PlanLoadingError.editionNotRaised(code: "small", edition: 2, newest: 3)) {
        try await loading.load(text: older)
      }
    }
  }

  @Test func refusesAPlanWithFaults() async throws {
    try await with(.sqlite) { loading, database in
      await #expect(throws: PlanLoadingError.self) { try await loading.load(text: "format: 1") }
      await #expect(throws: PlanLoadingError.self) { try await loading.load(utf8: [0xFF, 0xFE]) }
      try await expect(database, holds: [0, 0])
    }
  }

  @Test(arguments: Engine.available)
  func neverLetsAVersionBeChanged(_ engine: Engine) async throws {
    try await with(engine) { loading, database in
      _ = try await loading.load(text: soundPlan)
      await #expect(throws: StoreError.appendOnly("plan_version")) {
        try await database.write { connection in try connection.execute("UPDATE plan_version SET edition = 2")
        }
      }
    }
  }

  @Test func saysThatThereIsNoPlan() async throws {
    try await with(.sqlite) { _, database in
      let report = PlanReport(database: database, indicators: [])
      await #expect(throws: PlanReadingError.noPlan) {
        try await report.followUp(year: PlanOffice.year, today: PlanOffice.today)
      }
    }
  }
}

private func spoiled(_ old: String, with new: String) -> String { soundPlan.replacing(old, with: new) }

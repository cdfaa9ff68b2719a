import CivilTime
import Duties
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("Editions of a plan")
struct PlanRevisionTests {
  /// The second edition: A-1-3 is gone and goes on as A-1-5.
  private static let second = revised(
    "  mapping:\n    - {from: A-1-3, to: [A-1-5]}\n",
    soundPlan.replacing("A-1-3", with: "A-1-5")
  )

  private static func revised(_ mapping: String, _ text: String = soundPlan) -> String {
    text.replacing("edition: 1", with: "edition: 2").replacing(
      "period:\n",
      with: "revision:\n  reason: 改めました。\n  first_fiscal_year: 2026\n\(mapping)period:\n"
    )
  }

  private func old() throws -> ActionPlan { try PlanFile.read(soundPlan).get() }

  private func faults(_ text: String) throws -> [PlanFault] {
    guard case .failure(let found) = PlanFile.read(text, replacing: try old()) else { return [] }
    return found.faults
  }

  @Test func keepsOrMapsEveryMeasure() throws {
    #expect(try faults(Self.second).isEmpty)
    #expect(try faults(Self.revised("")).isEmpty)
    let gone = try faults(Self.revised("", soundPlan.replacing("A-1-3", with: "A-1-5")))
    #expect(gone.map(\.message) == ["measure A-1-3 of edition 1 is gone"])
    let fault = try #require(gone.first)
    #expect(fault.remedy.contains("{from: A-1-3, ended: …}"))
    #expect(fault.line == 14)
  }

  @Test func refusesWhatDoesNotFitTheEditionBefore() throws {
    let unknown = try faults(Self.revised("  mapping:\n    - {from: Z, to: [A-1-1]}\n"))
    #expect(unknown.map(\.message) == ["'Z' is not a measure of edition 1"])
    let alias = try faults(Self.revised("  mapping:\n    - {from: A-1-2, to: [A-1-1]}\n"))
    #expect(alias.map(\.message) == ["'A-1-2' is not a measure of edition 1"])
    let ended = try faults(Self.revised("  mapping:\n    - {from: A-1-3, ended: 完了}\n"))
    #expect(ended.map(\.message) == ["'A-1-3' is said to have ended and is still in the plan"])
    let silent = try faults(soundPlan.replacing("edition: 1", with: "edition: 2"))
    #expect(silent.map(\.message) == ["edition 2 replaces edition 1 and does not say why"])
    #expect(silent.map(\.line) == [4])
  }

  @Test func warnsOfAnIDThatMeansSomethingElse() throws {
    let text = Self.revised("").replacing("title: 面談", with: "title: 宴会").replacing(
      "owners: [superior]",
      with: "owners: [staff]"
    )
    let plan = try PlanFile.read(text, replacing: try old()).get()
    #expect(PlanCheck.notices(plan, replacing: try old(), file: "x").count == 1)
    #expect(PlanCheck.notices(try old(), replacing: try old(), file: "x").isEmpty)
  }

  @Test(arguments: Engine.available)
  func keepsOldYearsUnderTheirOwnEdition(_ engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: PlanOffice.schema) { temporary in
      let loading = PlanOffice.loading(temporary.database)
      _ = try await loading.load(text: soundPlan)
      let silent = soundPlan.replacing("edition: 1", with: "edition: 2").replacing(
        "title: 面談",
        with: "title: 対話"
      )
      await #expect(throws: PlanLoadingError.self) { try await loading.load(text: silent) }
      _ = try await loading.load(text: Self.second)
      let editions = try await temporary.database.read { connection in
        let current = CurrentPlan()
        return try [2024, 2025, 2026, 2030].map { year in
          try current.version(for: FiscalYear(startYear: year), on: connection)?.plan.edition
        } + [try current.version(on: connection)?.plan.edition]
      }
      #expect(editions == [1, 1, 2, 2, 2])
    }
  }

  @Test(arguments: Engine.available)
  func followsAMeasureThroughEditions(_ engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: PlanOffice.schema) { temporary in
      let loading = PlanOffice.loading(temporary.database)
      _ = try await loading.load(text: soundPlan)
      _ = try await loading.load(text: Self.second)
      let lines = try await temporary.database.read { connection in
        try ["A-1-5", "A-1-3", "A-1-1"].map { id in
          try MeasureID(id).map { try MappingRecords.lines(of: $0, plan: "small", on: connection) } ?? []
        }
      }
      #expect(lines[0].map(\.japanese) == ["令和7年度までのA-1-3を、第2版（令和8年度から）でA-1-5が引き継ぎました。"])
      #expect(lines[0].flatMap(\.others).map(\.text) == ["A-1-3"])
      #expect(lines[1].flatMap(\.others).map(\.text) == ["A-1-5"])
      #expect(lines[2].isEmpty)
    }
  }

  /// What stands in force of the rules of each edition.
  private struct Span: Equatable {
    let edition: Int
    let first: String
    let last: String?
    let rules: Int
  }

  @Test(arguments: Engine.available)
  func putsTheRulesOfAnEditionInForce(_ engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: PlanOffice.schema) { temporary in
      let loading = PlanOffice.loading(temporary.database)
      let first = dutyPlan.replacing(
        "revision:\n  reason: 改めました。\n  first_fiscal_year: 2025\n  mapping:\n    - {from: B-1, to: [A-1-1]}\n    - {from: B-2, ended: 終わりました。}\n",
        with: ""
      )
      _ = try await loading.load(text: first, dutiesFrom: PlanOffice.day("2025-04-01"))
      let next = dutyPlan.replacing("edition: 1", with: "edition: 2").replacing(
        "first_fiscal_year: 2025\n  mapping:\n    - {from: B-1, to: [A-1-1]}\n    - {from: B-2, ended: 終わりました。}\n",
        with: "first_fiscal_year: 2026\n"
      )
      _ = try await loading.load(text: next)
      let spans = try await temporary.database.read { connection in
        try connection.rows(
          "SELECT edition, first_day, last_day, COUNT(*) FROM duty_rule GROUP BY edition, first_day, last_day ORDER BY edition"
        ).map { row in
          Span(
            edition: try row.value(0),
            first: try row.value(1),
            last: try row.optional(2),
            rules: try row.value(3)
          )
        }
      }
      #expect(
        spans == [
          Span(edition: 1, first: "2025-04-01", last: "2026-03-31", rules: 3),
          Span(edition: 2, first: "2026-04-01", last: nil, rules: 3),
        ]
      )
    }
  }

  @Test func refusesNamesThatNobodyDeclaresOnlyInANewText() async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: PlanOffice.schema) { temporary in
      let loading = PlanOffice.loading(temporary.database)
      let known = PlanVocabulary(indicators: [], evidenceKinds: [], events: [])
      await #expect(throws: PlanLoadingError.self) { try await loading.load(text: dutyPlan, known: known) }
      _ = try await loading.load(text: dutyPlan)
      let again = try await loading.load(text: dutyPlan, known: known)
      guard case .unchanged = again else {
        Issue.record("the same text was loaded again")
        return
      }
    }
  }
}

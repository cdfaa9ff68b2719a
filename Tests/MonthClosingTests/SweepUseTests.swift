import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

/// The server closes months by time-out only where the employer has taken up the procedure.
@Suite struct SweepUseTests {
  static let september = ClosingOffice.october.adding(months: -1)
  static let november = ClosingOffice.october.adding(months: 1)

  enum Deed: Sendable {
    case terms(of: Int64, YearMonth)
    case step(
      ClosingStep.Kind,
      of: Int64,
      YearMonth,
      by: ClosingStep.Author,
      as: ClosingStep.Standing = .appointed
    )
  }

  struct Use: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let deed: Deed
    let isInUse: Bool

    init(_ name: String, _ deed: Deed, _ isInUse: Bool) {
      testDescription = name
      self.deed = deed
      self.isInUse = isInUse
    }
  }

  private static let clerk = ClosingStep.Author.account(204, name: "職員 204")
  private static let officer = ClosingStep.Author.account(203, name: "職員 203")

  /// What was done before October of the employer 1 is asked about.
  static let cases = [
    Use("its terms", .terms(of: 1, ClosingOffice.october), true),
    Use("earlier terms", .terms(of: 1, september), true),
    Use("later terms", .terms(of: 1, november), false),
    Use("another employer's terms", .terms(of: 2, september), false),
    Use("one's own confirmation", .step(.confirmed, of: 204, ClosingOffice.october, by: clerk), false),
    Use("one's own objection", .step(.objected, of: 204, september, by: clerk), false),
    Use("a return", .step(.returned, of: 204, ClosingOffice.october, by: officer), false),
    Use("a check", .step(.checked, of: 204, ClosingOffice.october, by: officer), true),
    Use("an earlier check", .step(.checked, of: 204, september, by: officer), true),
    Use("a later check", .step(.checked, of: 204, november, by: officer), false),
    Use("another employer's check", .step(.checked, of: 401, september, by: officer), false),
    Use("an approval from above", .step(.approved, of: 204, september, by: officer, as: .unitAbove), true),
    Use("a time-out of the server", .step(.approved, of: 204, september, by: .system, as: .timeOut), false),
    Use("a time-out by personnel", .step(.approved, of: 204, september, by: officer, as: .timeOut), true),
  ]

  @Test(arguments: Engine.available, cases)
  func anActOfTheOrganisationTakesItUp(_ engine: Engine, _ given: Use) async throws {
    try await ClosingOffice.with(engine) { office in
      try await write(given.deed, office)
      let isInUse = try await office.database.read {
        try ClosingSweepRecords.isInUse(by: RecordID(1), in: ClosingOffice.october, on: $0)
      }
      #expect(isInUse == given.isInUse)
    }
  }

  private func write(_ deed: Deed, _ office: ClosingOffice) async throws {
    switch deed {
    case .terms(let employer, let month): try await office.setTerms(of: employer, from: month)
    case .step(let kind, let person, let month, let author, let standing):
      let step = ClosingStep(
        id: office.ids.next(),
        employee: RecordID(person),
        month: month,
        kind: kind,
        at: office.clock.now(),
        by: author,
        standing: standing,
        words: nil,
        seen: ""
      )
      try await office.database.write { try ClosingStepRecords.insert([step], on: $0) }
    }
  }

  @Test(arguments: Engine.available)
  func whatTheServerClosedIsNoUseByItself(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      office.now("2026-11-24")
      let sweep = ClosingSweep(database: office.database, ids: office.ids)
      let now = office.clock.now()
      let command = try await sweep.close(RecordID(1), Self.september, by: .commandLine, at: now)
      #expect(command.closed == 9)
      #expect(try await sweep.runDue(at: now) == 0)
      #expect(try await office.count("closed_month WHERE month = '2026-10'") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func oneCuriousClerkClosesNobodysMonth(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      office.now("2026-11-24")
      _ = try await office.visit(204).confirm("2026-08")
      #expect(try await office.count("closing_step") == 1)
      office.now("2026-11-25", 0)
      let sweep = ClosingSweep(database: office.database, ids: office.ids)
      #expect(try await sweep.runDue(at: office.clock.now()) == 0)
      #expect(try await office.count("closed_month") == 0)
    }
  }

  @Test func askingReadsNobodysStepsOneByOne() async throws {
    try await ClosingOffice.with(.sqlite) { office in
      try await office.database.read { connection in
        let watched = WatchedConnection(connection)
        _ = try ClosingSweepRecords.isInUse(by: RecordID(1), in: ClosingOffice.october, on: watched)
        #expect(watched.queries.count == 2)
        let plans = try watched.queries.map { query in
          try connection.rows("EXPLAIN QUERY PLAN \(fragment: query)") { try $0.value(3, as: String.self) }
        }
        let steps = plans.flatMap { $0 }.filter { " \($0) ".contains(" s ") }
        let found = steps.allSatisfy {
          $0.hasPrefix("SEARCH s USING INDEX closing_step_official (employee=? ")
        }
        #expect(!steps.isEmpty && found, "\(plans)")
      }
    }
  }
}

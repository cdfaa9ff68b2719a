import CivilTime
import Duties
import Evidence
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import FollowUps
@testable import Plan
@testable import Roof

/// What the program says on a day, as plain values.
struct Observation: Sendable {
  let ledger: Ledger
  let today: CivilDate
  let duties: [DutyName: Duty]
  let tallies: [DutyTally]
  let reports: [EvidenceTally]
  let content: FollowUpContent
  /// By fiscal year and indicator.
  let figures: [Int: [String: StoredFigure]]
  /// Keys of the ledger, by `p`, `u` and `e` with the program's number.
  let keys: [String: String]
  /// Fulfilled duties whose journal entry is not there.
  let withoutEntry: Int
  /// Open duties that lie with somebody who has left.
  let withLeavers: Int

  func employer(_ id: RecordID<Employer>) -> String { String((keys["p\(id)"] ?? "p:?").dropFirst(2)) }
  func unit(_ id: RecordID<OrganizationUnit>?) -> String {
    id.map { String((keys["u\($0)"] ?? "u:?").dropFirst(2)) } ?? ""
  }
}

/// A year that was played to its end, on one engine with one seed.
struct PlayedYear: Sendable {
  /// On the day of the report, and after it was published.
  let atReport: Observation
  let afterwards: Observation
  let stages: [ReportStage]
  /// What was frozen, as it was read back right away and at the end.
  let frozen: FollowUpContent
  let frozenAtEnd: FollowUpContent
  let digest: String
  let verification: ReportVerification
  let verificationAtEnd: ReportVerification
  /// The editions for 2025, 2026 and 2027.
  let editions: [Int]

  static func play(_ engine: Engine, seed: UInt64) async throws -> PlayedYear {
    try await TemporaryDatabase.with(engine, migrations: House.migrations) { temporary in
      var simulation = Simulation(temporary.database, seed: seed)
      return try await simulation.play()
    }
  }
}

extension Simulation {
  fileprivate mutating func play() async throws -> PlayedYear {
    try await begin()
    try await playYear()
    try await pass(day("2027-03-25"))
    try await loadSecondEdition()
    for date in ["2027-04-05", "2027-05-12", "2027-06-10"] { try await pass(day(date)) }
    try await importBirths()
    for year in [2025, 2026] { try await office.computeFigures(of: year) }
    let atReport = try await observe()
    try await writeWords()
    var stages = [try await step(0)]
    let frozen = try await reporting.content(year: Self.year, from: .standing)
    let verification = try await reporting.verify(year: Self.year)
    for (seen, date) in ["2027-06-20", "2027-07-05", "2027-07-15"].enumerated() {
      try await pass(day(date))
      stages.append(try await step(seen + 1))
    }
    try await pass(day("2027-08-20"))
    try await office.computeFigures(of: 2026)
    return PlayedYear(
      atReport: atReport,
      afterwards: try await observe(),
      stages: stages,
      frozen: frozen,
      frozenAtEnd: try await reporting.content(year: Self.year, from: .standing),
      digest: SnapshotDigest.text(SnapshotDigest.bytes(of: SnapshotWriter.text(frozen))),
      verification: verification,
      verificationAtEnd: try await reporting.verify(year: Self.year),
      editions: try await editions()
    )
  }

  /// From 1 April to the middle of March: days in a row, then silence for weeks.
  private mutating func playYear() async throws {
    var date = day("2026-04-01").adding(days: dice.number(0...3))
    var meetings = [day("2026-06-15"), day("2026-12-01")]
    var isSummerSet = false
    while date <= day("2027-03-18") {
      try await pass(date)
      if !isSummerSet, date >= day("2026-05-01") {
        try await setSummer()
        isSummerSet = true
      }
      if let next = meetings.first, next <= date {
        try await meet(on: date.adding(days: -dice.number(0...9)))
        meetings.removeFirst()
      }
      date = date.adding(days: dice.happens(35) ? dice.number(25...45) : dice.number(2...12))
    }
  }

  private func editions() async throws -> [Int] {
    let current = CurrentPlan()
    return try await office.database.read { connection in
      try [2025, 2026, 2027].compactMap { year in
        try current.version(for: FiscalYear(startYear: year), on: connection)?.plan.edition
      }
    }
  }

  private func observe() async throws -> Observation {
    let content = try await reporting.content(year: Self.year, from: .live)
    let (ledger, keys, today) = (ledger, office.keys, today)
    let duties = try await office.duties(of: 2026).merging(office.duties(of: 2027)) { one, _ in one }
    return try await office.database.read { connection in
      var figures: [Int: [String: StoredFigure]] = [:]
      for year in [2025, 2026] {
        figures[year] = try StoredFigureRecords.figures(of: FiscalYear(startYear: year), on: connection)
      }
      return Observation(
        ledger: ledger,
        today: today,
        duties: duties,
        tallies: try DutyQuery.tallies(year: Self.year, plan: "soumu", on: connection),
        reports: try EvidenceRecords.tallies(year: Self.year, plan: "soumu", on: connection),
        content: content,
        figures: figures,
        keys: keys,
        withoutEntry: try connection.value(
          """
          SELECT COUNT(*) FROM duty d WHERE d.state = 'fulfilled'
          AND NOT EXISTS (SELECT 1 FROM journal_entry j WHERE j.id = d.fulfilled_by)
          """
        ) ?? -1,
        withLeavers: try connection.value(
          """
          SELECT COUNT(*) FROM duty d JOIN employee e ON e.id = d.owner_employee
          WHERE d.state = 'open' AND e.left_on < \(today)
          """
        ) ?? -1
      )
    }
  }
}

/// Every year is played once, however many tests look at it.
actor PlayedYears {
  static let shared = PlayedYears()

  private struct Key: Hashable {
    let engine: Engine
    let seed: UInt64
  }

  private var years: [Key: Task<PlayedYear, any Error>] = [:]

  func year(_ engine: Engine, _ seed: UInt64) async throws -> PlayedYear {
    let key = Key(engine: engine, seed: seed)
    if let known = years[key] { return try await known.value }
    let task = Task { try await PlayedYear.play(engine, seed: seed) }
    years[key] = task
    return try await task.value
  }
}

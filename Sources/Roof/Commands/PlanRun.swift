internal import CivilTime
internal import Duties
internal import Indicators
internal import Journal
internal import Plan
internal import Store

/// What several commands do with a plan: load it, open its duties, compute its figures.
struct PlanRun {
  private let office: Office

  init(_ office: Office) {
    self.office = office
  }

  /// Loads an edition; then its duties are opened and its figures computed.
  @discardableResult
  func load(_ bytes: [UInt8], dutiesFrom: CivilDate?) async throws -> ActionPlan {
    let service = PlanLoading(database: office.database, clock: office.clock, ids: office.ids)
    let outcome = try await service.load(
      utf8: bytes,
      known: House.vocabulary,
      dutiesFrom: dutiesFrom,
      by: .commandLine
    )
    switch outcome {
    case .loaded(let version):
      Console.print("Loaded edition \(version.plan.edition) of \(version.plan.code).")
      try await refresh(nil)
      return version.plan
    case .unchanged(let version):
      Console.print("This plan was loaded before; nothing was changed.")
      return version.plan
    }
  }

  /// Opens the duties that are due, and computes the figures of a year, or of this and the last.
  func refresh(_ year: FiscalYear?) async throws {
    let sweep = DutySweep(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      sources: House.events
    )
    let swept = try await sweep.run(force: true)
    Console.print("Opened \(swept.opened) duties, handed over \(swept.handedOver).")
    let upkeep = FigureUpkeep(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators
    )
    let current = FiscalYear(containing: office.clock.today())
    for year in year.map({ [$0] }) ?? [FiscalYear(startYear: current.startYear - 1), current] {
      let refreshed = try await upkeep.run(year)
      Console.print("Computed \(refreshed.computed.count) figures of \(year.startYear).")
      for failed in refreshed.failed { Console.error("\(failed.indicator): \(failed.reason)") }
    }
  }

  /// Computes the figures of a year without a word, for commands whose output is a file.
  func computeQuietly(_ year: FiscalYear) async throws {
    let upkeep = FigureUpkeep(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators
    )
    _ = try await upkeep.run(year)
  }

  /// Loads reference figures of governments.
  func loadReferences(_ bytes: [UInt8]) async throws {
    let loading = ReferenceLoading(database: office.database, clock: office.clock, ids: office.ids)
    do {
      switch try await loading.load(bytes, by: .commandLine) {
      case .loaded(let rows): Console.print("Loaded \(rows) published figures.")
      case .unchanged: Console.print("These figures were loaded before; nothing was changed.")
      }
    } catch let faults as ReferenceFaults {
      throw Failure.failure("\(faults)", .dataError)
    }
  }
}

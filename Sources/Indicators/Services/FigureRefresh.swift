public import CivilTime
internal import Journal
internal import People
public import Store

/// 数値の再計算: computes figures from records and stores them, so that no page has to.
///
/// It reads in one snapshot, counts outside any transaction that writes, and stores a year's figures at once.
public struct FigureRefresh: Sendable {
  private static let lease = "figures"
  private static let leaseMilliseconds: Int64 = 10 * 60 * 1000

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  private let indicators: @Sendable () async throws -> [Indicator]

  /// Refreshes the figures of all indicators that there are at the time.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    indicators: @escaping @Sendable () async throws -> [Indicator]
  ) {
    self.database = database
    self.clock = clock
    self.ids = ids
    self.indicators = indicators
  }

  /// Computes what is due of this fiscal year and the last; costs three small reads when nothing is.
  ///
  /// - Throws: ``StoreError`` from the engine; what `indicators` throws.
  public func runDue() async throws -> Refreshed {
    let (now, today) = (clock.now(), clock.today())
    let this = FiscalYear(containing: today)
    let years = this.advanced(by: -1)...this
    let indicators = try await indicators()
    let due = try await database.read { connection in
      let due = FigureDue(
        now: now,
        today: today,
        seen: try RecordsSeen(on: connection),
        runs: try FigureRunRecords.runs(of: years, on: connection)
      )
      return years.map { year in (year, indicators.filter { due.isDue($0.definition, in: year) }) }
    }
    return try await refresh(due.filter { !$0.1.isEmpty })
  }

  /// Computes a year's figures whether they are due or not, all or only some.
  ///
  /// - Throws: ``StoreError`` from the engine; what `indicators` throws.
  public func run(_ year: FiscalYear, only: Set<String>? = nil) async throws -> Refreshed {
    let asked = try await indicators().filter { only?.contains($0.definition.id) ?? true }
    return try await refresh([(year, asked)])
  }

  private func refresh(_ work: [(year: FiscalYear, indicators: [Indicator])]) async throws -> Refreshed {
    guard !work.isEmpty else { return .nothing }
    let holder = "\(ids.next(Lease.self))"
    let start = clock.now()
    let isMine = try await database.write { connection in
      try Lease.take(
        Self.lease,
        holder: holder,
        milliseconds: Self.leaseMilliseconds,
        at: start,
        on: connection
      )
    }
    guard isMine else { return .busy }
    do {
      var refreshed = Refreshed.nothing
      for (year, indicators) in work { refreshed += try await refresh(year, indicators) }
      try await release(holder)
      return refreshed
    } catch {
      try? await release(holder)
      throw error
    }
  }

  private func release(_ holder: String) async throws {
    try await database.write { connection in
      try Lease.release(Self.lease, holder: holder, on: connection)
    }
  }

  private func refresh(_ year: FiscalYear, _ indicators: [Indicator]) async throws -> Refreshed {
    let (now, today) = (clock.now(), clock.today())
    let count = FigureCount(year: year, today: today, now: now)
    let results = try await database.read { connection in try count.results(indicators, on: connection) }
    try await database.write { connection in
      for result in results {
        guard case .success(let counted) = result else { continue }
        try FigureRunRecords.replace(counted.run, places: counted.places, on: connection)
      }
    }
    return Refreshed(results)
  }
}

extension Refreshed {
  fileprivate init(_ results: [Result<CountedFigure, FailedFigure>]) {
    var computed: [FigureKey] = []
    var failed: [FailedFigure] = []
    for result in results {
      switch result {
      case .success(let counted):
        computed.append(FigureKey(indicator: counted.run.indicator, year: counted.run.year))
      case .failure(let failure): failed.append(failure)
      }
    }
    self.init(computed: computed, failed: failed, isBusy: false)
  }
}

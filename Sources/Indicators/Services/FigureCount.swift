internal import CivilTime
internal import Store

/// What was counted for one figure, ready to be stored.
struct CountedFigure: Sendable {
  let run: FigureRunRecords.Run
  let places: [FigurePlace]
}

/// Counts the figures of one year in one snapshot.
struct FigureCount: Sendable {
  let year: FiscalYear
  let today: CivilDate
  let now: Instant

  /// Counts each indicator that has a figure yet; one that throws leaves the others alone.
  func results(
    _ indicators: [Indicator],
    on connection: any SQLConnection
  ) throws -> [Result<CountedFigure, FailedFigure>] {
    let seen = try RecordsSeen(on: connection)
    var offices: [ClosedRange<CivilDate>: FigureOffice] = [:]
    return try indicators.compactMap { indicator in
      let definition = indicator.definition
      guard let day = definition.asOf.day(year, today: today) else { return nil }
      let days = definition.asOf.service(year, on: day.day)
      let office = try offices[days] ?? FigureOffice(days, on: connection)
      offices[days] = office
      do {
        let values = try connection.savepoint { try indicator.values(year, today, connection) }
        let run = FigureRunRecords.Run(
          indicator: definition.id,
          year: year,
          methodVersion: definition.methodVersion,
          day: day,
          computedAt: now,
          seen: seen
        )
        return .success(CountedFigure(run: run, places: office.places(values)))
      } catch {
        return .failure(FailedFigure(indicator: definition.id, year: year, reason: "\(error)"))
      }
    }
  }
}

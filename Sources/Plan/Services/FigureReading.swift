package import CivilTime
package import Indicators
internal import People
package import Store

/// 数値の読み取り: reads stored figures and leaves out what may not be shown.
///
/// It counts nothing and reads no table that grows with the work of the staff.
package struct FigureReading: Sendable {
  /// Up to so many figures are read one by one instead of the whole year's.
  private static let mostReadAlone = 4

  private let definitions: [String: Indicator.Definition]

  /// Reads the figures of these indicators.
  package init(definitions: [Indicator.Definition]) {
    self.definitions = Dictionary(definitions.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The same with more indicators.
  package func adding(_ more: [Indicator.Definition]) -> FigureReading {
    FigureReading(definitions: Array(definitions.values) + more)
  }

  /// What is known of an indicator.
  package func definition(_ id: String) -> Indicator.Definition? { definitions[id] }

  /// How far figures are split.
  package enum Detail: Sendable, Hashable {
    /// By employer and bureau.
    case bureaus
    /// By employer alone, which is less to read.
    case employers
  }

  /// The figures of those indicators that are asked for and known, by identifier.
  ///
  /// - Throws: ``StoreError`` from the engine.
  package func figures(
    _ ids: Set<String>,
    in year: FiscalYear,
    today: CivilDate,
    detail: Detail = .bureaus,
    on connection: any SQLConnection
  ) throws -> [String: IndicatorFigure] {
    let asked = ids.compactMap { definitions[$0] }
    guard !asked.isEmpty else { return [:] }
    let needed = Set(asked.flatMap { [$0.id] + $0.overlaps })
    let stored =
      switch detail {
      case .bureaus: try stored(needed, in: year, on: connection)
      case .employers: try StoredFigureRecords.employerFigures(of: needed, in: year, on: connection)
      }
    let employers = try EmployerRecords.all(on: connection)
    var figures: [String: IndicatorFigure] = [:]
    for definition in asked {
      figures[definition.id] = figure(definition, stored, employers, FigureMoment(year: year, today: today))
    }
    return figures
  }

  private func stored(
    _ ids: Set<String>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [String: StoredFigure] {
    guard ids.count <= Self.mostReadAlone else {
      return try StoredFigureRecords.figures(of: year, on: connection)
    }
    var stored: [String: StoredFigure] = [:]
    for id in ids {
      stored[id] = try StoredFigureRecords.figures(of: id, years: year...year, on: connection).first
    }
    return stored
  }

  private func figure(
    _ definition: Indicator.Definition,
    _ stored: [String: StoredFigure],
    _ employers: [Employer],
    _ moment: FigureMoment
  ) -> IndicatorFigure {
    let standing = moment.standing(of: definition, stored[definition.id])
    guard let figure = stored[definition.id], case .counted = standing else {
      return IndicatorFigure(definition: definition, standing: standing, total: .withheld, employers: [])
    }
    let split = FigureSplit(
      definition: definition,
      places: figure.places,
      overlapping: definition.overlaps.compactMap { stored[$0]?.places },
      employers: employers
    )
    return IndicatorFigure(
      definition: definition,
      standing: standing,
      total: split.total,
      employers: split.employerFigures
    )
  }
}

/// The year that is asked for, and the day on which it is.
struct FigureMoment {
  let year: FiscalYear
  let today: CivilDate

  /// Whether a figure has been counted, and whether it is still good.
  func standing(of definition: Indicator.Definition, _ figure: StoredFigure?) -> FigureStanding {
    guard let wanted = definition.asOf.day(year, today: today) else {
      return .notBefore(definition.asOf.firstDay(of: year))
    }
    guard let figure else { return .waiting }
    // The day changes at midnight and the figures some minutes later: one day behind is not yet old.
    let isBehind = figure.asOf.distance(to: wanted.day) > 1
    return .counted(
      FigureRun(
        asOf: figure.asOf,
        computedAt: figure.computedAt,
        isProvisional: figure.isProvisional,
        methodVersion: figure.methodVersion,
        isStale: isBehind || figure.methodVersion != definition.methodVersion
      )
    )
  }
}

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
  /// Of those `alone` the whole is shown nowhere, so that of an employer more may be.
  ///
  /// - Throws: ``StoreError`` from the engine.
  package func figures(
    _ ids: Set<String>,
    alone: Set<String> = [],
    in year: FiscalYear,
    today: CivilDate,
    detail: Detail = .bureaus,
    on connection: any SQLConnection
  ) throws -> [String: IndicatorFigure] {
    let families = families(of: ids)
    guard !families.isEmpty else { return [:] }
    let needed = Set(families.joined().map(\.id))
    let stored =
      switch detail {
      case .bureaus: try stored(needed, in: year, on: connection)
      case .employers: try StoredFigureRecords.employerFigures(of: needed, in: year, on: connection)
      }
    let employers = try EmployerRecords.all(on: connection)
    let moment = FigureMoment(year: year, today: today)
    var figures: [String: IndicatorFigure] = [:]
    for family in families {
      let counted = family.filter { definition in
        moment.standing(of: definition, stored[definition.id]).isCounted
      }
      let split = FigureSplit(counted, alone: alone, stored: stored, employers: employers)
      for definition in family where ids.contains(definition.id) {
        figures[definition.id] = figure(definition, split, stored[definition.id], employers, moment)
      }
    }
    return figures
  }

  /// What indicators came to over time for all employers together, the oldest first, as far as it may be shown.
  ///
  /// - Throws: ``StoreError`` from the engine.
  func history(
    of ids: Set<String>,
    on connection: any SQLConnection
  ) throws -> [String: [TrendPoint]] {
    let families = families(of: ids)
    let points = try StoredFigureRecords.history(of: Set(families.joined().map(\.id)), on: connection)
    let histories = families.map { family in FigureHistory(family, points: points) }
    return histories.reduce(into: [:]) { shown, history in
      for id in history.ids where ids.contains(id) { shown[id] = history.shown(of: id) }
    }
  }

  /// The families of some indicators, each whole: what is shown of one figure depends on all the others.
  private func families(of ids: Set<String>) -> [[Indicator.Definition]] {
    let asked = ids.sorted().compactMap { definitions[$0] }
    let single = asked.filter { $0.family == nil || $0.guardKind == .shares }.map { [$0] }
    let names = Set(asked.filter { $0.guardKind == .people }.compactMap(\.family?.name))
    return single + names.sorted().map(family)
  }

  /// The indicators of a family.
  func family(_ name: String) -> [Indicator.Definition] {
    definitions.values.filter { $0.guardKind == .people && $0.family?.name == name }
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
    _ split: FigureSplit,
    _ stored: StoredFigure?,
    _ employers: [Employer],
    _ moment: FigureMoment
  ) -> IndicatorFigure {
    let standing = moment.standing(of: definition, stored)
    guard let stored, standing.isCounted else {
      return IndicatorFigure(definition: definition, standing: standing, total: .withheld, employers: [])
    }
    switch definition.guardKind {
    case .people:
      return IndicatorFigure(
        definition: definition,
        standing: standing,
        total: split.total(of: definition.id),
        employers: split.employers(of: definition.id)
      )
    case .shares:
      let shares = FigureShareSplit(places: stored.places, employers: employers)
      return IndicatorFigure(
        definition: definition,
        standing: standing,
        total: shares.total,
        employers: shares.employerFigures
      )
    }
  }
}

extension FigureStanding {
  fileprivate var isCounted: Bool {
    if case .counted = self { true } else { false }
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

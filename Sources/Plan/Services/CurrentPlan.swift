internal import CivilTime
internal import Store
internal import Synchronization

/// 現行の計画: reads the versions of the plan, and keeps those that were read.
///
/// A version never changes, so what is kept is only the work of parsing: any node may forget it at any time. Which
/// version is in use is read each time, so that all nodes see a plan that was loaded on one of them.
final class CurrentPlan: Sendable {
  /// More versions than a plan has in its lifetime; a guard, not a size.
  private static let most = 16

  private let kept = Mutex<[RecordID<PlanVersion>: PlanVersion]>([:])

  /// The version that was loaded last; nil when there is none.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  func version(on connection: any SQLConnection) throws -> PlanVersion? {
    try PlanVersionRecords.latest(on: connection).map { entry in try version(entry, on: connection) }
  }

  /// The version that holds for a fiscal year: the newest whose first year has come by then, else the oldest.
  ///
  /// A plan whose period is over goes on holding until another is loaded.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  func version(for year: FiscalYear, on connection: any SQLConnection) throws -> PlanVersion? {
    let entries = try PlanVersionRecords.all(on: connection)
    return try Self.holding(in: year, of: entries).map { entry in try version(entry, on: connection) }
  }

  /// The version of an entry.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  func version(
    _ entry: PlanVersionRecords.Entry,
    on connection: any SQLConnection
  ) throws -> PlanVersion {
    if let kept = kept.withLock({ $0[entry.id] }) { return kept }
    guard let text = try PlanVersionRecords.text(of: entry.id, on: connection),
      case .success(let plan) = PlanFile.read(text)
    else { throw PlanReadingError.unreadable(code: entry.code, edition: entry.edition) }
    let version = PlanVersion(id: entry.id, plan: plan, digest: entry.digest, loadedAt: entry.loadedAt)
    kept.withLock { kept in
      if kept.count >= Self.most { kept = [:] }
      kept[entry.id] = version
    }
    return version
  }

  private static func holding(
    in year: FiscalYear,
    of entries: [PlanVersionRecords.Entry]
  ) -> PlanVersionRecords.Entry? {
    let begun = entries.filter { entry in entry.firstYear.map { $0 <= year } ?? true }
    let newest = begun.max { left, right in (left.edition, left.id) < (right.edition, right.id) }
    return newest ?? entries.first
  }
}

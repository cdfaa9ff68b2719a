internal import Store
internal import Synchronization

/// 現行の計画: reads the version in use, and keeps it as long as it is the one in use.
///
/// A version never changes, so what is kept is only the work of parsing: any node may forget it at any time.
final class CurrentPlan: Sendable {
  private let kept = Mutex<PlanVersion?>(nil)

  /// The version that was loaded last; nil when there is none.
  ///
  /// - Throws: ``PlanReadingError/unreadable(code:edition:)``; ``StoreError`` from the engine.
  func version(on connection: any SQLConnection) throws -> PlanVersion? {
    guard let entry = try PlanVersionRecords.latest(on: connection) else { return nil }
    if let kept = kept.withLock({ $0 }), kept.id == entry.id { return kept }
    guard let text = try PlanVersionRecords.text(of: entry.id, on: connection),
      case .success(let plan) = PlanFile.read(text)
    else { throw PlanReadingError.unreadable(code: entry.code, edition: entry.edition) }
    let version = PlanVersion(id: entry.id, plan: plan, digest: entry.digest, loadedAt: entry.loadedAt)
    kept.withLock { $0 = version }
    return version
  }
}

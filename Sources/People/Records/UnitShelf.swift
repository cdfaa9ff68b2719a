public import CivilTime
public import Store
internal import Synchronization

/// Keeps the organisation charts that were read last, as long as nothing in them has changed.
///
/// For one database alone.
public final class UnitShelf: Sendable {
  private static let most = 32

  private struct Kept {
    var revision: PeopleRevision
    var trees: [CivilDate: UnitTree]
  }

  private let kept = Mutex<Kept?>(nil)

  /// An empty shelf.
  public init() {}

  /// All units in force on a day, as the transaction sees them.
  public func tree(asOf date: CivilDate, on connection: any SQLConnection) throws -> UnitTree {
    let revision = try PeopleRevision.current(on: connection)
    if let tree = kept.withLock({ $0.flatMap { $0.revision == revision ? $0.trees[date] : nil } }) {
      return tree
    }
    let tree = try UnitRecords.tree(asOf: date, on: connection)
    kept.withLock { kept in
      var trees = kept.flatMap { $0.revision == revision ? $0.trees : nil } ?? [:]
      if trees.count >= Self.most { trees = [:] }
      trees[date] = tree
      kept = Kept(revision: revision, trees: trees)
    }
    return tree
  }
}

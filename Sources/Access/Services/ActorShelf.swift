internal import CivilTime
internal import People
internal import Store
internal import Synchronization

/// Keeps who somebody is today, as long as nothing that it was worked out from has changed.
final class ActorShelf: Sendable {
  private static let most = 20_000

  private struct Kept {
    let actor: Actor?
    let revision: PeopleRevision
    let today: CivilDate
  }

  private let kept = Mutex<[RecordID<Account>: Kept]>([:])

  /// The actor of an account; nil when its employee is not in service today.
  ///
  /// - Parameter revision: The count as the same transaction sees it.
  func actor(
    _ account: RecordID<Account>,
    at revision: PeopleRevision,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> Actor? {
    let known = kept.withLock { $0[account] }
    if let known, known.revision == revision, known.today == today { return known.actor }
    let actor = try ActorRecords.actor(account, on: today, connection: connection)
    kept.withLock { kept in
      if kept.count >= Self.most { kept = [:] }
      kept[account] = Kept(actor: actor, revision: revision, today: today)
    }
    return actor
  }
}

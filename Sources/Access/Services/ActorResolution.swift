public import CivilTime
internal import People
public import Store

/// Finds who is behind a session or a token, today.
public struct ActorResolution: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let shelf = ActorShelf()

  /// The service on a database.
  public init(database: any SQLDatabase, clock: any WallClock) {
    self.database = database
    self.clock = clock
  }

  /// The actor behind a session that is still alive; nil otherwise.
  public func actor(session secret: BearerSecret) async throws -> Actor? {
    let now = clock.now()
    let found = try await database.glance { [shelf] connection -> (actor: Actor, isStale: Bool)? in
      guard let session = try ActorRecords.session(secret, at: now, on: connection) else { return nil }
      guard
        let actor = try shelf.actor(
          session.account,
          at: session.revision,
          on: OfficeZone.date(of: now),
          connection: connection
        )
      else { return nil }
      return (actor, now - session.lastSeenAt > SessionLimits.touchAfter)
    }
    if found?.isStale == true {
      try await database.write { connection in try SessionRecords.touch(secret, at: now, on: connection) }
    }
    return found?.actor
  }

  /// The actor behind a bearer token and what the token may do; nil when it is not in force.
  public func actor(token secret: BearerSecret) async throws -> (actor: Actor, scopes: Set<APIScope>)? {
    let now = clock.now()
    return try await database.read { [shelf] connection in
      guard let token = try APITokenRecords.token(secret, at: now, on: connection) else { return nil }
      guard
        let actor = try shelf.actor(
          token.account,
          at: try PeopleRevision.current(on: connection),
          on: OfficeZone.date(of: now),
          connection: connection
        )
      else { return nil }
      return (actor, token.scopes)
    }
  }
}

public import CivilTime
internal import Crypto
public import Journal
public import Store

/// 計画の登録: takes a plan file into the database as a new version.
public struct PlanLoading: Sendable {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// The plan was new and is now the one in use.
    case loaded(PlanVersion)
    /// This very text was loaded before; nothing was changed.
    case unchanged(PlanVersion)
  }

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// Loads into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Loads the bytes of a plan file.
  ///
  /// - Throws: ``PlanLoadingError``; ``StoreError`` from the engine.
  public func load(utf8 bytes: [UInt8], by actor: JournalActor = .commandLine) async throws -> Outcome {
    switch PlanFile.text(utf8: bytes) {
    case .success(let text): try await load(text: text, by: actor)
    case .failure(let faults): throw PlanLoadingError.faults(faults)
    }
  }

  /// Loads the text of a plan file.
  ///
  /// - Throws: ``PlanLoadingError``; ``StoreError`` from the engine.
  public func load(text: String, by actor: JournalActor = .commandLine) async throws -> Outcome {
    let version = PlanVersion(
      id: ids.next(),
      plan: try plan(text),
      digest: PlanDigest(of: text),
      loadedAt: clock.now()
    )
    let entry = JournalEntry(
      id: ids.next(),
      at: version.loadedAt,
      actor: actor,
      kind: PlanKinds.loaded,
      payload: JournalPayload([
        ("version", "\(version.id)"), ("edition", "\(version.plan.edition)"), ("digest", "\(version.digest)"),
      ])
    )
    return try await database.write { connection in
      if let known = try known(version, on: connection) { return .unchanged(known) }
      try PlanVersionRecords.insert(version, text: text, on: connection)
      try JournalRecords.append(entry, on: connection)
      return .loaded(version)
    }
  }

  private func plan(_ text: String) throws(PlanLoadingError) -> ActionPlan {
    switch PlanFile.read(text) {
    case .success(let plan): return plan
    case .failure(let faults): throw .faults(faults)
    }
  }

  /// The version with the same text, or nil when the plan may be loaded as a new one.
  private func known(_ version: PlanVersion, on connection: any SQLConnection) throws -> PlanVersion? {
    let plan = version.plan
    let editions = try PlanVersionRecords.editions(of: plan.code, on: connection)
    if let same = editions.first(where: { $0.digest == version.digest }) {
      return PlanVersion(id: same.id, plan: plan, digest: same.digest, loadedAt: same.loadedAt)
    }
    guard let newest = editions.last, plan.edition <= newest.edition else { return nil }
    throw PlanLoadingError.editionNotRaised(code: plan.code, edition: plan.edition, newest: newest.edition)
  }
}

extension PlanDigest {
  init(of text: String) {
    bytes = Array(SHA256.hash(data: Array(text.utf8)))
  }
}

/// What the plan writes into the journal.
enum PlanKinds {
  static let loaded: JournalKind = "plan.loaded"
}
